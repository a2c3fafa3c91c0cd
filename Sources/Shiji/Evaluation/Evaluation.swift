/// How well facts agree with annotated articles: counts, and every difference.
///
/// The score is the mean of five micro F1: entities (company and organization as one), money (with
/// the upper bound of approximate amounts free), events, arguments, relations.
package struct Evaluation: Sendable {
  /// The parts of the score, in order.
  package enum Part: String, Sendable, CaseIterable {
    case entities, money, events, arguments, relations
  }

  /// Entities by type.
  package var entities = ScoreTable()
  /// Entities with company and organization as one type.
  package var mergedEntities = ScoreTable()
  /// Entities whatever their type.
  package var untypedEntities = ScoreTable()
  /// Amounts by currency, both bounds exact.
  package var exactMoney = ScoreTable()
  /// Amounts by currency, the upper bound of approximate ones free.
  package var money = ScoreTable()
  /// Events by type.
  package var events = ScoreTable()
  /// Fillers by `type.role`.
  package var arguments = ScoreTable()
  /// Relations by type.
  package var relations = ScoreTable()
  /// Number of events found that tell again what another has told.
  package var repeats = 0
  /// The former flag of the relations found.
  package var former = Score()
  /// Dates and realis of the events found.
  package var details = Details()
  /// Every difference, in order of documents.
  package var errors: [EvaluationError] = []

  /// What is known of the events that were found.
  package struct Details: Sendable, Equatable {
    /// Events that the annotation dates.
    package var dated = 0
    /// Of these, with the same time at the grain of the annotation.
    package var rightTime = 0
    /// Of these, without any time.
    package var withoutTime = 0
    /// Events that the annotation does not date.
    package var undated = 0
    /// Of these, with a date.
    package var inventedTime = 0
    /// Events with the realis of the annotation.
    package var rightRealis = 0
    /// Other events, by `realis as realis`.
    package var wrongRealis: [String: Int] = [:]
  }

  /// No documents.
  package init() {}

  /// The table of a part.
  package func table(_ part: Part) -> ScoreTable {
    switch part {
    case .entities: mergedEntities
    case .money: money
    case .events: events
    case .arguments: arguments
    case .relations: relations
    }
  }

  /// The mean of the micro F1 of all parts that have items; 0 without any.
  package var score: Double {
    let scores = Part.allCases.map { table($0).micro }.filter { !$0.isEmpty }
    return scores.isEmpty ? 0 : scores.reduce(0) { $0 + $1.f1 } / Double(scores.count)
  }

  /// Adds the evaluation of other documents.
  package static func += (a: inout Evaluation, b: Evaluation) {
    a.entities += b.entities
    a.mergedEntities += b.mergedEntities
    a.untypedEntities += b.untypedEntities
    a.exactMoney += b.exactMoney
    a.money += b.money
    a.events += b.events
    a.arguments += b.arguments
    a.relations += b.relations
    a.repeats += b.repeats
    a.former += b.former
    a.details += b.details
    a.errors += b.errors
  }
}

extension Evaluation.Details {
  fileprivate static func += (a: inout Self, b: Self) {
    a.dated += b.dated
    a.rightTime += b.rightTime
    a.withoutTime += b.withoutTime
    a.undated += b.undated
    a.inventedTime += b.inventedTime
    a.rightRealis += b.rightRealis
    a.wrongRealis.merge(b.wrongRealis, uniquingKeysWith: +)
  }
}

/// Evaluates the articles of a folder.
package struct EvaluationRun: Sendable {
  /// The evaluation of each article, in order.
  package let documents: [(id: String, evaluation: Evaluation)]
  /// All of them.
  package let whole: Evaluation

  /// Compares facts with articles; an article without facts counts as one in which nothing was
  /// found.
  package init(_ articles: [GoldArticle], _ facts: [String: FoundFacts]) {
    let seen = Set(articles.flatMap { $0.events.map(\.type) })
    let types = Set(
      GoldScheme.articles.types.filter { !GoldScheme.optional.contains($0) || seen.contains($0) })
    documents = articles.map { article in
      (article.id, DocumentScorer(article, facts[article.id] ?? FoundFacts(), types).evaluation)
    }
    whole = documents.reduce(into: Evaluation()) { $0 += $1.evaluation }
  }
}
