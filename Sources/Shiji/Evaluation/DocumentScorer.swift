/// Compares the facts of one document with its annotation.
struct DocumentScorer {
  let article: GoldArticle
  let facts: FoundFacts
  let types: Set<String>
  let quoted: QuotedText
  var evaluation = Evaluation()

  /// Scores everything; events of other types than `types` are not counted.
  init(_ article: GoldArticle, _ facts: FoundFacts, _ types: Set<String>) {
    self.article = article
    self.facts = facts
    self.types = types
    quoted = QuotedText(text: article.title + "\n" + article.text)
    scoreEntities()
    scoreMoney()
    scoreEvents()
    scoreRelations()
  }

  /// Notes a difference.
  mutating func error(
    _ section: EvaluationError.Section, _ kind: EvaluationError.Kind, _ weight: Int,
    _ item: String, _ sentence: String
  ) {
    evaluation.errors.append(
      EvaluationError(
        section: section, kind: kind, weight: weight, document: article.id, item: item,
        sentence: String(sentence.map { $0.isNewline ? " " : $0 })))
  }
}
