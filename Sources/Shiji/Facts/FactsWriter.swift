import ChineseText
import EventRules
import KnowledgeGraph

/// Writes the facts of documents: canonical JSON Lines, as the data model defines them.
///
///     var writer = FactsWriter(analyzer: analyzer)
///     var bytes: [UInt8] = []
///     writer.write(analyzer.analyze(document), to: &bytes)
///
/// A document gives its own line, its entities, its mentions where they are wanted, its claims and
/// the names it equates. Reuse one writer for many documents; it keeps its working memory.
/// Complexity: linear in the number of facts and their length.
public struct FactsWriter: Sendable {
  var line = JSONLine()
  var scratch: [UInt8] = []
  var entityIDs: [String] = []
  let codes: TitleCodes
  private let names: EntityNames
  private let fingerprint: String
  private let includesMentions: Bool

  /// Makes a writer for what `analyzer` finds.
  ///
  /// - Parameter includesMentions: whether all mentions are written beside entities and claims.
  public init(analyzer: Analyzer, includesMentions: Bool = false) {
    names = EntityNames(lexicon: analyzer.lexicon)
    codes = TitleCodes(lexicon: analyzer.lexicon)
    fingerprint = analyzer.fingerprint
    self.includesMentions = includesMentions
  }

  /// Makes a writer for mentions alone: no rules are at hand.
  init(lexicon: Lexicon) {
    names = EntityNames(lexicon: lexicon)
    codes = TitleCodes(lexicon: lexicon)
    fingerprint = ""
    includesMentions = true
  }

  /// Appends the lines of one document.
  public mutating func write(_ analysis: Analysis, to output: inout [UInt8]) {
    nameEntities(of: analysis.text)
    writeDocument(analysis)
    end(&output)
    for (index, entity) in analysis.text.entities.enumerated() {
      writeEntity(entity, id: entityIDs[index], document: analysis.document.id)
      end(&output)
    }
    if includesMentions {
      for mention in analysis.text.mentions {
        writeMention(mention, of: analysis.text, document: analysis.document.id)
        end(&output)
      }
    }
    for claim in analysis.claims {
      writeClaim(claim, of: analysis)
      end(&output)
    }
    for same in analysis.text.same where writeSame(same, of: analysis) { end(&output) }
  }

  /// Appends the line of a record that could not be read.
  package mutating func write(_ problem: RecordProblem, to output: inout [UInt8]) {
    line.beginObject()
    line.member("code", problem.code)
    line.member("kind", "error")
    line.member("message", problem.message)
    if problem.number > 0 {
      line.key("record")
      line.int(problem.number)
    }
    line.member("source", problem.source)
    line.endObject()
    end(&output)
  }

  /// Gives the entities of a document their ids.
  mutating func nameEntities(of analysis: TextAnalysis) {
    entityIDs.removeAll(keepingCapacity: true)
    for entity in analysis.entities { entityIDs.append(names.id(entity)) }
  }

  /// Ends a line.
  mutating func end(_ output: inout [UInt8]) {
    line.append(to: &output)
    output.append(UInt8(ascii: "\n"))
    line.removeAll()
  }

  private mutating func writeDocument(_ analysis: Analysis) {
    let document = analysis.document
    line.beginObject()
    line.member("id", document.id)
    line.member("kind", "document")
    line.member("lexicons", fingerprint)
    line.member("published", document.published?.description)
    line.member("schema", "shiji-facts/1")
    var text = document.text
    line.key("sha256")
    text.withUTF8 { line.digest(UnsafeRawBufferPointer($0)) }
    line.member("sketch", Self.sketch(of: analysis.text.text)?.digits)
    line.member("source", document.source.nonEmpty)
    line.member("title", document.title.nonEmpty)
    line.member("url", document.url.nonEmpty)
    line.endObject()
  }

  /// The fingerprint of the body.
  private static func sketch(of text: FoldedText) -> TextSketch? {
    let body = min(text.bodyStart, text.count)..<text.count
    return text.folded.withUnsafeBufferPointer { units in
      text.classes.withUnsafeBufferPointer { classes in
        TextSketch(.init(rebasing: units[body]), counts: .init(rebasing: classes[body]))
      }
    }
  }

  private mutating func writeEntity(_ entity: Entity, id: String, document: String) {
    line.beginObject()
    strings("aliases", entity.aliases)
    line.member("document", document)
    line.member("id", id)
    line.member("kind", "entity")
    if !entity.line.isEmpty { line.member("line", entity.line) }
    line.member("name", entity.name)
    line.member("type", entity.kind.rawValue)
    if !entity.tickers.isEmpty {
      line.key("xref")
      line.beginObject()
      strings("ticker", entity.tickers)
      line.endObject()
    }
    line.endObject()
  }

  private mutating func writeSame(_ same: SameName, of analysis: Analysis) -> Bool {
    guard let first = entityID(same.first), let second = secondID(same, analysis.text),
      first != second
    else { return false }
    line.beginObject()
    line.member("a", min(first, second))
    line.member("b", max(first, second))
    line.member("basis", same.basis)
    line.member("document", analysis.document.id)
    line.key("evidence")
    line.beginArray()
    line.beginObject()
    place(same.evidence, analysis.text.text)
    line.endObject()
    line.endArray()
    line.member("kind", "same")
    line.endObject()
    return true
  }

  /// The id of the second name: of its own entity, or of the name where the document's entities
  /// have been united.
  private func secondID(_ same: SameName, _ analysis: TextAnalysis) -> String? {
    if same.second != same.first { return entityID(same.second) }
    guard analysis.entities.indices.contains(same.first), !same.name.isEmpty else { return nil }
    return names.id(name: same.name, kind: analysis.entities[same.first].kind)
  }

  func entityID(_ index: Int) -> String? {
    entityIDs.indices.contains(index) ? entityIDs[index] : nil
  }
}

extension String {
  var nonEmpty: String? { isEmpty ? nil : self }
}
