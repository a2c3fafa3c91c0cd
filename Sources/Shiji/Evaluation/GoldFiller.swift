/// A filler of the annotation: a name with all names of its thing, an amount with its value, or a
/// literal.
struct GoldFiller: Sendable {
  let text: String
  let kind: GoldScheme.Kind
  /// The names of the thing in comparison form; none for a literal.
  let names: Set<String>
  /// The amounts that are written so.
  let money: [GoldArticle.Money]

  init(_ text: String, _ kind: GoldScheme.Kind, _ names: GoldNames, _ money: [GoldArticle.Money]) {
    self.text = text
    self.kind = kind
    self.names = names[text] ?? []
    self.money = kind == .money ? money.filter { $0.surface == text } : []
  }

  /// Whether an event without it would be another event.
  var isCore: Bool { !names.isEmpty || kind == .money }

  /// Whether a filler that was found is this one.
  func agrees(
    _ found: FoundFacts.Filler, _ facts: FoundFacts, _ time: FoundFacts.Time?
  ) -> Bool {
    if kind == .money {
      return found.money.map { amount in money.contains { $0.isClose(to: amount) } } ?? false
    }
    if !names.isEmpty {
      if !names.isDisjoint(with: facts.names(of: found)) { return true }
      return (kind == .literal || kind == .either)
        && found.literals.contains { ComparisonForm.agree(text, $0) }
    }
    switch kind {
    case .status: return found.literals.map(ComparisonForm.of).contains(ComparisonForm.of(text))
    case .round:
      return found.literals.map(ComparisonForm.round).contains(ComparisonForm.round(text))
    case .period: return agreesAsPeriod(found.literals, time)
    default:
      return found.literals.contains { ComparisonForm.agree(text, $0) }
        || facts.names(of: found).contains(ComparisonForm.of(text))
    }
  }

  /// 去年 and the like have no code: the time of the claim says which year.
  private func agreesAsPeriod(_ literals: [String], _ time: FoundFacts.Time?) -> Bool {
    var codes = Set(literals.compactMap(PeriodCode.of))
    if codes.isEmpty, let date = time?.date, !date.isEmpty {
      guard let code = PeriodCode.of(date) else { return false }
      codes = [code]
    }
    return codes.contains(PeriodCode.of(text) ?? ComparisonForm.of(text))
  }
}

/// The names in comparison form by the first name of each thing of the annotation.
typealias GoldNames = [String: Set<String>]

extension GoldArticle {
  var names: GoldNames {
    Dictionary(entities.map { ($0.name, $0.forms) }, uniquingKeysWith: { _, last in last })
  }
}

extension GoldArticle.Entity {
  /// All names in comparison form.
  var forms: Set<String> {
    Set(([name] + aliases).map(ComparisonForm.of).filter { !$0.isEmpty })
  }
}

extension FoundFacts.Entity {
  /// All names in comparison form.
  var forms: Set<String> { Set(names.map(ComparisonForm.of).filter { !$0.isEmpty }) }
}

extension FoundFacts {
  private static let references: Set<String> = ["pronoun", "definite", "ellipsis"]

  /// The names that a filler stands for, in comparison form.
  func names(of filler: Filler) -> Set<String> {
    var names = entity(filler.entity)?.forms ?? []
    if !filler.text.isEmpty, !Self.references.contains(filler.via) {
      names.insert(ComparisonForm.of(filler.text))
    }
    return names
  }
}

extension GoldArticle.Money {
  /// Whether bounds and currency are the same.
  func isEqual(to found: FoundFacts.Money) -> Bool {
    low == found.low && high == found.high && currency == found.currency
  }

  /// The same; for an approximate amount the number that is written is enough.
  func isClose(to found: FoundFacts.Money) -> Bool {
    guard currency == found.currency else { return false }
    if low == found.low, high == found.high { return true }
    return isApproximate && low != nil && low == found.low ?? found.high
  }
}
