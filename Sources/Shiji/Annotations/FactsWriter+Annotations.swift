import ChineseText
import KnowledgeGraph

extension FactsWriter {
  /// Appends a document with the mentions to show: an object in a line.
  mutating func write(
    _ mentions: [Mention], of analysis: TextAnalysis, _ document: Document,
    to output: inout [UInt8]
  ) {
    nameEntities(of: analysis)
    line.beginObject()
    line.member("id", document.id)
    line.key("mentions")
    line.beginArray()
    for mention in mentions { writeMention(mention, of: analysis, document: nil) }
    line.endArray()
    line.member("published", document.published?.description)
    line.member("source", document.source.nonEmpty)
    line.member("title", document.title.nonEmpty)
    line.member("url", document.url.nonEmpty)
    line.endObject()
    end(&output)
  }
}
