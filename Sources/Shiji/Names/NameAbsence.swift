import ChineseText

/// Why a word that a user expects is no name in a text.
package struct NameAbsence: Sendable {
  /// What stands in the way.
  package enum Reason: String, Sendable {
    /// It is a name: nothing stands in the way.
    case found
    /// The text does not hold it.
    case notInText = "not-in-text"
    /// It lies inside a longer name.
    case insideName = "inside-name"
    /// Another cut of the sentence is cheaper.
    case lostInLattice = "lost-in-lattice"
    /// An ambiguous name without a cue.
    case ambiguous
    /// A number or measure stands before it.
    case counted
    /// Some recognizer looked at it and it had too few points.
    case weak
    /// The lexicon has it as a common word only.
    case commonWord = "common-word"
    /// A place of a kind that facts do not name.
    case noEntity = "no-entity"
    /// No table has it, and no recognizer proposes it.
    case unknown
  }

  /// The word, as the user wrote it.
  package let word: String
  /// Why.
  package let reason: Reason
  /// Where in the text, if it is there.
  package let span: TextSpan?
  /// Some lines that say it in words.
  package let lines: [String]
  /// What would make it a name; nothing where nothing is to be done.
  package let hint: String?
}

extension NameReport {
  /// Why `word` is no name here; for a word that stands there more than once, the first place
  /// where it is none.
  package func absence(of word: String) -> NameAbsence {
    let places = places(of: word)
    guard !places.isEmpty else {
      return NameAbsence(
        word: word, reason: .notInText, span: nil,
        lines: ["the text does not hold \(word), whatever the width, case or script"], hint: nil)
    }
    let open = places.first { place in !names.contains { $0.span == place } }
    guard let open else { return found(word, places[0]) }
    return absence(word, open)
  }

  private func absence(_ word: String, _ span: TextSpan) -> NameAbsence {
    if let outer = names.first(where: { $0.span.contains(span) }) {
      return NameAbsence(
        word: word, reason: .insideName, span: span,
        lines: ["it lies inside \(outer.text) (\(outer.kind.rawValue)): \(outer.finding.text)"],
        hint: nil)
    }
    let row = lexicon.word(word)
    let tags = row.map { lexicon.tags($0) } ?? []
    let isNamed = !tags.isDisjoint(with: .anyName)
    if isNamed || isProposed(span), let lost = lattice(word, span) { return lost }
    if let plain = trace.plain.first(where: { $0.span == span }) {
      return ambiguous(word, span, plain.reading)
    }
    if let weak = leftOut.first(where: { $0.span == span }) { return self.weak(word, weak) }
    if isNamed, tags.contains(.place) { return noEntity(word, span) }
    if row != nil, !isNamed { return common(word, span, tags) }
    return unknown(word, span)
  }

  /// All places where the text holds a word, folded.
  private func places(of word: String) -> [TextSpan] {
    let key = lexicon.folded(word)
    guard !key.isEmpty else { return [] }
    return (0..<text.count).filter { text.matches(key, at: $0) }
      .map { TextSpan($0, $0 + key.count) }
  }

  /// Whether a recognizer put the stretch into the lattice as a name.
  private func isProposed(_ span: TextSpan) -> Bool {
    lattices.contains { lattice in
      lattice.words.contains { word in
        word.edge.span == span && word.edge.origin == .recognizer
          && !word.edge.tags.isDisjoint(with: .anyName)
      }
    }
  }
}

extension NameReport {
  private func found(_ word: String, _ span: TextSpan) -> NameAbsence {
    let item = names.first { $0.span == span }
    let what = item.map { "\($0.kind.rawValue): \($0.finding.text)" } ?? ""
    return NameAbsence(
      word: word, reason: .found, span: span, lines: ["it is a name here, \(what)"], hint: nil)
  }

  /// The stretch is an edge of the lattice, and the best path does not take it.
  private func lattice(_ word: String, _ span: TextSpan) -> NameAbsence? {
    guard let lattice = lattices.first(where: { $0.sentence.contains(span) }),
      let edge = lattice.words.first(where: { $0.edge.span == span && !$0.edge.tags.isEmpty }),
      !edge.isBest, !isCutThere(span)
    else { return nil }
    let winners = lattice.words.filter {
      $0.isBest && $0.edge.span.start < span.end && span.start < $0.edge.span.end
    }
    let cut = winners.map { text.string($0.edge.span) }.joined(separator: " | ")
    let by = edge.detour.map { "by \(Nats.text($0)) nats" } ?? "since no path takes it"
    return NameAbsence(
      word: word, reason: .lostInLattice, span: span,
      lines: [
        "it lost in the lattice: \(cut) won \(by)",
        "its own cost is \(Nats.text(edge.edge.cost)) (\(edge.edge.origin.rawValue)); "
          + "shiji tokenize --explain shows all words of the sentence",
      ],
      hint: "a word of your own always wins: " + addition(word, edge.edge.tags))
  }

  private func isCutThere(_ span: TextSpan) -> Bool {
    analysis.tokens.contains { $0.start == span.start && $0.end == span.end }
  }

  private func ambiguous(
    _ word: String, _ span: TextSpan, _ reading: NameTrace.Reading
  ) -> NameAbsence {
    let row = search.rows(holding: word, .whole, tables: ["names/ambiguous"]).first
    let place = row.map { " (\($0.place))" } ?? ""
    if case .counted = reading {
      return NameAbsence(
        word: word, reason: .counted, span: span,
        lines: ["it is ambiguous\(place), and a number or measure before it makes it a thing"],
        hint: nil)
    }
    let cues = row?.cells.first { $0.column == "cues" }?.value.split(separator: "|") ?? []
    let list = cues.prefix(12).joined(separator: " ") + (cues.count > 12 ? " …" : "")
    return NameAbsence(
      word: word, reason: .ambiguous, span: span,
      lines: [
        "it is ambiguous\(place), and nothing here says that the name is meant",
        "the sentence would need one of: \(list)",
        "or the document another, plain name of the same thing",
      ],
      hint: "to have it as a name everywhere: " + addition(word, kinds: row?.type))
  }

  private func weak(_ word: String, _ item: Item) -> NameAbsence {
    var lines = ["\(item.finding.text)"]
    if let points = item.points, let needed = points.needed {
      lines = ["\(item.finding.text): it has \(points.have), and needs \(needed)"]
    }
    if item.cues.isEmpty {
      lines.append("no word beside it speaks for a name (names/name-cues)")
    } else {
      lines += item.cues.map { "beside it: " + $0.description }
    }
    return NameAbsence(
      word: word, reason: .weak, span: item.span, lines: lines,
      hint: "to have it as a name everywhere: "
        + addition(word, kind: item.kind.rawValue))
  }

  private func noEntity(_ word: String, _ span: TextSpan) -> NameAbsence {
    NameAbsence(
      word: word, reason: .noEntity, span: span,
      lines: ["it is a region or a district: cut as a name, but no thing that facts name"],
      hint: nil)
  }

  private func common(_ word: String, _ span: TextSpan, _ tags: WordTags) -> NameAbsence {
    NameAbsence(
      word: word, reason: .commonWord, span: span,
      lines: ["the lexicon has it as a word (\(tags.names.joined(separator: " "))), not as a name"],
      hint: "to have it as a name everywhere: " + addition(word, kind: "company"))
  }

  private func unknown(_ word: String, _ span: TextSpan) -> NameAbsence {
    let cut = analysis.tokens.filter { $0.start < span.end && span.start < $0.end }
      .map { text.string($0.span) }.joined(separator: " | ")
    return NameAbsence(
      word: word, reason: .unknown, span: span,
      lines: [
        "no table has it, and no recognizer proposes it: it is cut \(cut)",
        "a name that no table has needs a family name, a suffix, a trade word, or a cue beside it",
      ],
      hint: "to have it as a name everywhere: " + addition(word, kind: "company"))
  }

  private func addition(_ word: String, _ tags: WordTags) -> String {
    let kind = MentionKind.allCases.first { kind in
      WordTags(name: kind.rawValue).map { tags.contains($0) } ?? false
    }
    return addition(word, kind: kind?.rawValue ?? "word")
  }

  private func addition(_ word: String, kinds: String?) -> String {
    let kind = kinds?.split { $0 == " " || $0 == "|" }.first {
      MentionKind(rawValue: String($0)) != nil
    }
    return addition(word, kind: kind.map(String.init) ?? "company")
  }

  /// The command that makes a word a name; what the base has as a name already must be forced.
  private func addition(_ word: String, kind: String) -> String {
    let name = word.contains(" ") ? "'\(word)'" : word
    let tags = lexicon.word(word).map { lexicon.tags($0) } ?? []
    let force = tags.isDisjoint(with: .anyName) ? "" : " --force"
    return "shiji lexicon add \(kind) \(name) --lexicon DIR\(force)"
  }
}

extension WordTags {
  /// Kinds of names and titles.
  static let anyName: WordTags = [.company, .organization, .person, .product, .place, .title]
}
