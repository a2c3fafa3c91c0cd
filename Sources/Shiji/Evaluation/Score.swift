/// Items of the annotation, items found, and how many of them agree.
package struct Score: Sendable, Equatable {
  /// Items of the annotation.
  package var gold = 0
  /// Items found.
  package var found = 0
  /// Items of both.
  package var hits = 0

  /// Makes a score.
  package init(gold: Int = 0, found: Int = 0, hits: Int = 0) {
    self.gold = gold
    self.found = found
    self.hits = hits
  }

  /// Whether there is nothing to agree on.
  package var isEmpty: Bool { gold == 0 && found == 0 }
  /// The share of what was found that is right; 0 where nothing was found.
  package var precision: Double { found > 0 ? Double(hits) / Double(found) : 0 }
  /// The share of the annotation that was found; 0 where there is none.
  package var recall: Double { gold > 0 ? Double(hits) / Double(gold) : 0 }
  /// The harmonic mean of both.
  package var f1: Double { hits > 0 ? 2 * Double(hits) / Double(gold + found) : 0 }

  /// Adds another score.
  package static func += (a: inout Score, b: Score) {
    a.gold += b.gold
    a.found += b.found
    a.hits += b.hits
  }
}

/// Scores by name.
package struct ScoreTable: Sendable, Equatable {
  /// Scores by name.
  package private(set) var scores: [String: Score] = [:]

  /// Counts one or more items of the annotation.
  mutating func addGold(_ name: String) { scores[name, default: Score()].gold += 1 }
  /// Counts an item found.
  mutating func addFound(_ name: String) { scores[name, default: Score()].found += 1 }
  /// Counts an item of both, which is counted as gold and as found besides.
  mutating func addHit(_ name: String) { scores[name, default: Score()].hits += 1 }

  /// All items in one: each item weighs the same.
  package var micro: Score { scores.values.reduce(into: Score()) { $0 += $1 } }

  /// The mean of the F1 of all names that have items: each name weighs the same.
  package var macroF1: Double {
    let values = rows.map(\.score.f1)
    return values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  /// The names with items, those with most of the annotation first, then in bytewise order.
  package var rows: [(name: String, score: Score)] {
    scores.filter { !$0.value.isEmpty }.map { ($0.key, $0.value) }.sorted { a, b in
      a.1.gold != b.1.gold
        ? a.1.gold > b.1.gold : a.0.utf8.lexicographicallyPrecedes(b.0.utf8)
    }
  }

  /// Adds another table.
  package static func += (a: inout ScoreTable, b: ScoreTable) {
    for (name, score) in b.scores { a.scores[name, default: Score()] += score }
  }
}

/// Shares as people read them: per cent with one decimal.
package enum Share {
  /// `92.5`.
  package static func text(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// A share as a number of JSON, with five decimals.
  package static func number(_ share: Double) -> String {
    let parts = Int((share * 100_000).rounded())
    let rest = String(parts % 100_000)
    return "\(parts / 100_000).\(String(repeating: "0", count: 5 - rest.count))\(rest)"
  }
}
