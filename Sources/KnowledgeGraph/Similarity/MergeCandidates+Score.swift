/// What two names have in common.
enum NameEvidence: String, Sendable {
  /// A name or an alias of both.
  case name
  /// All but place, trade and legal form.
  case core
  /// All but the maker in front.
  case maker
  /// They are parts of one name that the graph keeps apart.
  case split
  /// The last part of a person's name.
  case lastPart
  /// One post in one organization.
  case post
}

extension MergeCandidates {
  /// Weighs what speaks for a pair; nil where something speaks against it.
  func candidate(
    _ first: Graph.Entity, _ second: Graph.Entity, _ evidence: [NameEvidence]
  ) -> MergeCandidate? {
    if neighbours.meet(first.id, second.id) { return nil }
    let isListed = [first.id, second.id].map { !Identifier.isUnlisted($0) }
    let weighed = Set(evidence).compactMap { weigh($0, first, second) }
    guard let best = weighed.max(by: { ($0.score, $1.reason) < ($1.score, $0.reason) }) else {
      return nil
    }
    var score = best.score
    // Two entries of a lexicon are two entities until somebody says otherwise.
    if isListed == [true, true] { score -= 250 }
    let shared = neighbours.shared(first.id, second.id)
    score += min(250, shared.isEmpty ? 0 : 100 + 50 * shared.count)
    var reasons = [best.reason]
    if !shared.isEmpty { reasons.append("both: " + shared.prefix(3).joined(separator: "; ")) }
    return MergeCandidate(
      first: first.id, second: second.id, score: min(max(score, 0), 1000), reasons: reasons)
  }

  private func weigh(
    _ evidence: NameEvidence, _ first: Graph.Entity, _ second: Graph.Entity
  ) -> (score: Int, reason: String)? {
    switch evidence {
    case .name: return weighNames(first, second)
    case .core: return weighCores(first, second)
    case .maker: return weighMakers(first, second)
    case .split: return (400, "one name, kept apart because nothing is shared")
    case .lastPart: return weighLastParts(first, second)
    case .post: return weighPosts(first, second)
    }
  }

  private func weighNames(
    _ first: Graph.Entity, _ second: Graph.Entity
  ) -> (score: Int, reason: String)? {
    let names = [first, second].map { NameWords.squeezed($0.name) }
    if names[0] == names[1] {
      let isSplit = first.id.prefix(20) == second.id.prefix(20)
      return isSplit ? nil : (650, "equal names")
    }
    if first.id.hasPrefix("per:"), let parts = weighLastParts(first, second) { return parts }
    let aliases = [first, second].map { Set($0.aliases.map(NameWords.squeezed)) }
    let length = names.map(\.unicodeScalars.count).min() ?? 0
    if aliases[0].contains(names[1]) || aliases[1].contains(names[0]) {
      return (length > 2 ? 650 : 500, "the name of one is an alias of the other")
    }
    let common = aliases[0].intersection(aliases[1]).sorted { $0.precedesBytewise($1) }
    guard let alias = common.first else { return nil }
    return (alias.unicodeScalars.count > 2 ? 500 : 350, "the alias \(alias) of both")
  }

  private func weighCores(
    _ first: Graph.Entity, _ second: Graph.Entity
  ) -> (score: Int, reason: String)? {
    let (one, two) = (words.core(of: first.name), words.core(of: second.name))
    guard one.text == two.text else { return nil }
    // 沉砚智能 and 沉砚智能科技: the shorter name goes on.
    let trades = [one, two].map { $0.trades.joined() }
    let isContained = trades[0].hasPrefix(trades[1]) || trades[1].hasPrefix(trades[0])
    let common = isContained ? min(trades[0].count, trades[1].count) : 0
    let length = one.text.unicodeScalars.count + common
    var score = length > 3 ? 750 : length > 2 ? 650 : 500
    var parts: [String] = []
    if one.hasLegalForm != two.hasLegalForm { parts.append("legal form") }
    if trades[0] != trades[1] {
      parts.append("trade")
      score -= isContained ? 100 : 350
    }
    if one.place != two.place {
      parts.append("place")
      // 北京某某 and 上海某某 are sisters, and 印度教育部 is not 教育部.
      let isBody = !one.hasLegalForm && !two.hasLegalForm && one.trades == two.trades
      score -= one.place != nil && two.place != nil ? 450 : isBody ? 200 : 50
    }
    return (
      score, parts.isEmpty ? "equal names" : "equal names but for " + parts.joined(separator: ", ")
    )
  }

  private func weighMakers(
    _ first: Graph.Entity, _ second: Graph.Entity
  ) -> (score: Int, reason: String)? {
    let names = [first.name, second.name].map(NameWords.squeezed)
    let isBare = names.map { withoutMaker($0) == $0 }
    guard names[0] != names[1], isBare.contains(true), isBare.contains(false) else { return nil }
    let bare = isBare[0] ? names[0] : names[1]
    let hasDigit = bare.utf8.count > 3 && bare.utf8.contains { (0x30...0x39).contains($0) }
    return (hasDigit ? 550 : 450, "equal names but for the maker in front")
  }

  private func weighLastParts(
    _ first: Graph.Entity, _ second: Graph.Entity
  ) -> (score: Int, reason: String)? {
    let names = [first.name, second.name]
    let isShort = names.map {
      NameWords.squeezed(Self.lastPart($0) ?? "") == NameWords.squeezed($0)
    }
    // Two full names with one family name are two persons.
    guard isShort.contains(true), isShort.contains(false) else { return nil }
    return (350, "one is the last part of the other's name")
  }

  private func weighPosts(
    _ first: Graph.Entity, _ second: Graph.Entity
  ) -> (score: Int, reason: String)? {
    let names = [first, second].map { entity in
      ([entity.name] + entity.aliases).map { name in
        Set(NameWords.squeezed(name).unicodeScalars.filter { $0.value >= 0x2E80 })
      }
    }
    let alike = names[0].contains { one in
      names[1].contains { other in
        let common = one.intersection(other).count
        return common > 1 && 2 * common > max(one.count, other.count)
      }
    }
    return alike ? (400, "names alike, one post in one organization") : nil
  }
}
