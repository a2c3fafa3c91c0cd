/// The facts of annotated articles, as `shiji facts --mentions` writes them.
package enum GoldFacts {
  /// The lines of all articles, in order.
  package static func lines(_ articles: [GoldArticle], _ analyzer: Analyzer) -> [UInt8] {
    var writer = FactsWriter(analyzer: analyzer, includesMentions: true)
    var output: [UInt8] = []
    for article in articles {
      writer.write(analyzer.analyze(article.document), to: &output)
    }
    return output
  }
}

extension FoundFacts {
  /// Whether any amount was mentioned.
  package var hasMoney: Bool { !money.isEmpty }
}
