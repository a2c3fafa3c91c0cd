/// What fills the roles of an event, gathered from its claims.
struct EventRoles {
  /// The entity fillers as role and node, sorted, each once.
  private(set) var entities: [(role: Int32, node: Int32)] = []

  private let table: FactTable
  private var monies: [(role: Int32, money: ClaimFact.Money, text: Int32)] = []
  private var literals: [Literal] = []
  private let nodes: [String]

  private struct Literal {
    let role: Int32
    let filler: FactTable.FillerRow
    let of: Int32

    /// What makes two literals one; the words count only where there is no code.
    var key: [Int32] {
      let words = filler.value >= 0 ? filler.value : filler.text
      return [role, words, filler.value >= 0 ? 0 : 1, of, filler.low, filler.high, filler.unit]
    }
  }

  init(_ assembly: GraphAssembly, _ claims: [Int]) {
    table = assembly.table
    nodes = assembly.identity.nodes
    var pairs: [Int64] = []
    for index in claims {
      let claim = table.claims[index]
      for filler in table.fillers[claim.fillers] {
        if filler.entity >= 0 {
          let node = assembly.identity.node(filler.entity, in: claim.document)
          pairs.append(Int64(filler.role) << 32 | Int64(node))
        } else if filler.money >= 0 {
          monies.append((filler.role, table.monies[Int(filler.money)], filler.text))
        } else {
          literals.append(
            Literal(role: filler.role, filler: filler, of: owner(filler, claim, assembly)))
        }
      }
    }
    entities = EventReport.union(pairs, []).map { (Int32($0 >> 32), Int32($0 & 0xFFFF_FFFF)) }
  }

  /// The node of the person, or else the organization, that a literal belongs to.
  private func owner(
    _ filler: FactTable.FillerRow, _ claim: FactTable.ClaimRow, _ assembly: GraphAssembly
  ) -> Int32 {
    guard filler.of >= 0 else { return StringTable.none }
    for name in ["person", "organization"] {
      guard let role = table.strings.known(name) else { continue }
      let fillers = table.fillers[claim.fillers].filter { $0.role == role }
      if fillers.isEmpty { continue }
      guard Int(filler.of) < fillers.count else { return StringTable.none }
      let owner = fillers[Int(filler.of)]
      return owner.entity >= 0
        ? assembly.identity.node(owner.entity, in: claim.document) : StringTable.none
    }
    return StringTable.none
  }

  /// The words of a literal that is known by its code.
  func words(_ code: Int32, _ role: Int32) -> String {
    let texts = literals.filter { $0.role == role && $0.filler.value == code }.map(\.filler.text)
    return table.strings[texts.min() ?? code]
  }

  /// The money nodes: of amounts that fit together the most exact one, of others each.
  func amounts(of event: String) -> [(Int32, Graph.Amount)] {
    if monies.isEmpty { return [] }
    var counts: [String: Int] = [:]
    var texts: [String: Int32] = [:]
    for entry in monies {
      let key = key(entry)
      counts[key, default: 0] += 1
      texts[key] = min(texts[key] ?? entry.text, entry.text)
    }
    let distinct = monies.filter { texts[key($0)] == $0.text }
    let sorted = distinct.map { (rank($0, counts), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    var chosen: [(role: Int32, money: ClaimFact.Money, text: Int32)] = []
    for entry in sorted {
      let range = AmountRange(entry.money, role: entry.role)
      let isKnown = chosen.contains {
        let other = AmountRange($0.money, role: $0.role)
        return other.isComparable(to: range) && other.overlaps(range)
      }
      if !isKnown { chosen.append(entry) }
    }
    return chosen.map { ($0.role, amount($0, event)) }
  }

  private func key(_ entry: (role: Int32, money: ClaimFact.Money, text: Int32)) -> String {
    let money = entry.money
    let parts = [
      table.strings[entry.role], money.currency, money.low ?? "", money.high ?? "",
      money.isApproximate ? "~" : "", money.per ?? "",
    ]
    return parts.joined(separator: "\u{1F}")
  }

  private func rank(
    _ entry: (role: Int32, money: ClaimFact.Money, text: Int32), _ counts: [String: Int]
  ) -> (Int32, Int, Double, Int, String, Int32) {
    let range = AmountRange(entry.money, role: entry.role)
    let key = key(entry)
    return (
      entry.role, entry.money.isApproximate ? 1 : 0, range.high - range.low, -(counts[key] ?? 0),
      key, entry.text
    )
  }

  private func amount(
    _ entry: (role: Int32, money: ClaimFact.Money, text: Int32), _ event: String
  ) -> Graph.Amount {
    let text = Self.squeezed(table.strings[entry.text])
    let fallback = (entry.money.low ?? entry.money.high ?? "") + entry.money.currency
    return Graph.Amount(
      id: Identifier.make("mny:", [event, key(entry)]), name: text.isEmpty ? fallback : text,
      money: entry.money)
  }

  /// The literals by role.
  func attributes() -> [Graph.Attribute] {
    let sorted = literals.sorted {
      $0.key == $1.key
        ? $0.filler.text < $1.filler.text : $0.key.lexicographicallyPrecedes($1.key)
    }
    var result: [Graph.Attribute] = []
    var start = 0
    while start < sorted.count {
      let group = sorted[start...].prefix { $0.role == sorted[start].role }
      var values: [Graph.Literal] = []
      var previous: [Int32]?
      for literal in group where literal.key != previous {
        previous = literal.key
        values.append(value(literal))
      }
      result.append(Graph.Attribute(role: table.strings[sorted[start].role], values: values))
      start = group.endIndex
    }
    return result
  }

  private func value(_ literal: Literal) -> Graph.Literal {
    let filler = literal.filler
    return Graph.Literal(
      text: table.strings[filler.text], value: table.strings.text(filler.value),
      low: table.strings.text(filler.low), high: table.strings.text(filler.high),
      unit: table.strings.text(filler.unit), of: literal.of < 0 ? nil : nodes[Int(literal.of)])
  }

  /// The words without white space, but for one space between two Latin letters.
  static func squeezed(_ text: String) -> String {
    var result = ""
    var hasGap = false
    for character in text {
      if character.isWhitespace {
        hasGap = true
        continue
      }
      if hasGap, character.isASCII && character.isLetter, let last = result.last,
        last.isASCII && last.isLetter
      {
        result.append(" ")
      }
      hasGap = false
      result.append(character)
    }
    return result
  }
}
