import ChineseText

/// Why the names of a text are names: for each the row or the rule that gave it, the words beside
/// it that counted, and the words that it won against; and what was looked at and left out.
///
///     let report = NameReport(document, analyzer, tables)
///     report.names   // 小米手机, product, names/products.tsv:812 …
///     report.absence(of: "小米")   // why it is none
package struct NameReport: Sendable {
  /// A name, or what was left out.
  package struct Item: Sendable {
    /// Where it stands, in scalars of the text.
    package let span: TextSpan
    /// As written.
    package let text: String
    /// What it is, or was taken for.
    package let kind: MentionKind
    /// Its id where the lexicon knows it, and the name that the document has for it.
    package let id: String?
    /// The fullest name of the thing in the document, where it is another.
    package let name: String?
    /// How it was found.
    package let finding: Finding
    /// Rows that name it.
    package let rows: [TableSearch.Row]
    /// The words beside it that gave points.
    package let cues: [Cue]
    /// Why an ambiguous word is the name here; nothing for other names.
    package var reading: String?
    /// Points that it has and those that it needed, where they were counted.
    package let points: (have: Int, needed: Int?)?
    /// Words of the lattice that overlap it and lost, the cheapest detours first.
    package let rivals: [Rival]
  }

  /// A word beside a name.
  package struct Cue: Sendable {
    package let text: String
    package let isBefore: Bool
    package let points: [(kind: MentionKind, points: Int)]
  }

  /// A word that could have stood there.
  package struct Rival: Sendable {
    package let text: String
    package let from: LatticeEdge.Origin
    package let tags: WordTags
    /// How much dearer, in lattice units, the best path with that word is.
    package let detour: Int
  }

  /// The text that was read.
  package let text: FoldedText
  /// Names and titles, in order of the text.
  package let names: [Item]
  /// What looked like a name and was left out, in order of the text.
  package let leftOut: [Item]
  let trace: NameTrace
  let lattices: [LatticeExplanation]
  let lexicon: Lexicon
  let search: TableSearch
  let analysis: TextAnalysis

  /// Reads a document and explains its names. Slow: for looking at.
  package init(_ document: Document, _ analyzer: TextAnalyzer, _ tables: LexiconTables) {
    let (analysis, trace) = analyzer.trace(document)
    let (text, lattices) = analyzer.explain(document)
    self.analysis = analysis
    self.trace = trace
    self.text = text
    self.lattices = lattices
    lexicon = analyzer.lexicon
    search = TableSearch(tables)
    let builder = ItemBuilder(
      analysis: analysis, lattices: lattices, lexicon: analyzer.lexicon, search: search)
    names = trace.finds.filter { $0.dropped == nil && Self.isName($0.kind) }.map(builder.item)
      .sorted { $0.span < $1.span }
    let taken = names.map(\.span)
    let weak =
      trace.guesses.map(builder.item)
      + trace.finds.filter { $0.dropped != nil && Self.isName($0.kind) && !$0.span.isEmpty }
      .map(builder.item)
    leftOut = weak.filter { item in
      !taken.contains { $0.start <= item.span.start && item.span.end <= $0.end }
    }.sorted { $0.span < $1.span }.withoutRepeats()
  }

  private static func isName(_ kind: MentionKind) -> Bool { kind.isEntity || kind == .title }
}

extension [NameReport.Item] {
  /// Of items over one stretch the first.
  fileprivate func withoutRepeats() -> [NameReport.Item] {
    var result: [NameReport.Item] = []
    for item in self where result.last?.span != item.span { result.append(item) }
    return result
  }
}

/// Makes the items of a report.
private struct ItemBuilder {
  let analysis: TextAnalysis
  let lattices: [LatticeExplanation]
  let lexicon: Lexicon
  let search: TableSearch

  func item(_ find: NameTrace.Find) -> NameReport.Item {
    let entity = find.entity >= 0 ? analysis.entities[find.entity] : nil
    let text = analysis.text.string(find.span)
    var item = NameReport.Item(
      span: find.span, text: text, kind: find.kind,
      id: entity.flatMap { $0.lexiconID.isEmpty ? nil : $0.lexiconID },
      name: entity.flatMap { $0.name == text ? nil : $0.name },
      finding: find.dropped.map { Finding(dropped: $0, find) } ?? Finding(find),
      rows: find.isListed ? rows(text, find.kind, entity?.lexiconID) : [],
      cues: find.cues.map(cue), points: find.points.map { ($0, nil) }, rivals: rivals(find.span))
    if find.word >= 0, lexicon.tags(find.word).contains(.ambiguous) {
      item.reading = reading(text, find.span)
    }
    return item
  }

  /// What made an ambiguous word the name: its row, and the cue in the sentence.
  private func reading(_ text: String, _ span: TextSpan) -> String? {
    guard let row = search.rows(holding: text, .whole, tables: ["names/ambiguous"]).first,
      let sentence = analysis.sentences.first(where: { $0.span.contains(span) })
    else { return nil }
    let cues = row.cells.first { $0.column == "cues" }?.value.split(separator: "|") ?? []
    if cues.isEmpty { return "\(row.place): the name by default" }
    let found = cues.map(String.init).filter { cue in
      let key = lexicon.folded(cue)
      return (sentence.span.start..<sentence.span.end).contains { offset in
        analysis.text.matches(key, at: offset) && offset + key.count <= sentence.span.end
          && !TextSpan(offset, offset + key.count).overlaps(span)
      }
    }
    return found.isEmpty
      ? "\(row.place): the document names the same thing plainly"
      : "\(row.place): \(found.joined(separator: " ")) in the sentence"
  }

  func item(_ guess: NameTrace.Guess) -> NameReport.Item {
    NameReport.Item(
      span: guess.span, text: analysis.text.string(guess.span), kind: guess.kind, id: nil,
      name: nil, finding: Finding(weak: guess), rows: [], cues: guess.cues.map(cue),
      points: (guess.points, guess.needed), rivals: [])
  }

  private func cue(_ cue: NameTrace.Cue) -> NameReport.Cue {
    NameReport.Cue(
      text: analysis.text.string(cue.span), isBefore: cue.isBefore, points: cue.points)
  }

  /// The rows of the entity; where it has no id, those of tables of the kind.
  private func rows(_ text: String, _ kind: MentionKind, _ id: String?) -> [TableSearch.Row] {
    let all = search.rows(holding: text, .whole).filter { $0.table != "words" }
    if let id, !id.isEmpty { return all.filter { $0.id == id } }
    return all.filter { $0.type.split(separator: " ").contains(Substring(kind.rawValue)) }
  }

  /// How many rivals are shown, and how dear they may be: 12 nats.
  private static let most = 3
  private static let dearest = 12 * Int(Candidate.unit)

  private func rivals(_ span: TextSpan) -> [NameReport.Rival] {
    guard let lattice = lattices.first(where: { $0.sentence.contains(span) }) else { return [] }
    let others = lattice.words.filter { word in
      let edge = word.edge
      return !word.isBest && (1...Self.dearest).contains(word.detour ?? 0) && edge.span.count > 1
        && edge.span != span
        && edge.span.start < span.end && span.start < edge.span.end && edge.origin != .character
    }
    return others.sorted { ($0.detour ?? 0, $0.edge.span) < ($1.detour ?? 0, $1.edge.span) }
      .prefix(Self.most).map { word in
        NameReport.Rival(
          text: analysis.text.string(word.edge.span), from: word.edge.origin, tags: word.edge.tags,
          detour: word.detour ?? 0)
      }
  }
}
