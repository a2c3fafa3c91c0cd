/// Makes the mentions and entities of a document from its tokens.
///
/// Stages, each over the whole document: single tokens (quantities, titles, lexicon names, persons
/// by shape), Latin names, organizations by suffix, names by their place, short forms and stated
/// names, one entity a thing, references. O(length) but for the few names of one document.
package struct MentionBuilder: Sendable {
  private let marks: TokenMarks
  let basics: BasicMentions
  private let spaced: SpacedNames
  private let models: ModelNames
  let latin: LatinNames
  private let organizations: OrganizationRecognizer
  private let extensions: OrganizationExtensions
  let companies: CompanyNames
  private let listed: ListedNames
  private let stakes: StakeNames
  private let lists: ListNames
  private let honorifics: Honorifics
  private let products: ProductRecognizer
  private let tails: ProductTails
  private let lines: ProductLines
  let persons: PersonFilter
  private let titles: TitleGrammar
  private let stated: StatedNames
  private let aliases: Aliases
  private let fullNames: FullNames
  private let references: References

  /// Reads the tables of names.
  package init(lexicon: Lexicon) throws(LexiconError) {
    try self.init(lexicon: lexicon, tables: NameTables(lexicon: lexicon))
  }

  init(lexicon: Lexicon, tables: NameTables) throws(LexiconError) {
    let cues = try NameCues(lexicon: lexicon)
    let basics = try BasicMentions(lexicon: lexicon, cues: cues)
    self.basics = basics
    spaced = SpacedNames(lexicon: lexicon, kinds: { basics.kind(of: $0, $1) })
    lines = ProductLines(gazetteer: basics.gazetteer, cues: cues)
    models = ModelNames(cues: cues, lines: lines)
    latin = LatinNames(lexicon: lexicon, cues: cues)
    let grammar = NameGrammar(cues: cues, lexicon: lexicon)
    organizations = OrganizationRecognizer(grammar: grammar)
    extensions = OrganizationExtensions(grammar: grammar)
    companies = CompanyNames(grammar: grammar)
    listed = ListedNames(grammar: grammar)
    fullNames = FullNames(grammar: grammar)
    stakes = StakeNames(grammar: grammar)
    lists = ListNames(grammar: grammar)
    products = ProductRecognizer(grammar: grammar)
    tails = ProductTails(grammar: grammar, gazetteer: basics.gazetteer)
    persons = PersonFilter(cues: cues, tables: tables, lexicon: lexicon)
    titles = try TitleGrammar(lexicon: lexicon)
    stated = try StatedNames(lexicon: lexicon)
    honorifics = try Honorifics(lexicon: lexicon)
    aliases = try Aliases(cues: cues, lexicon: lexicon)
    let words = try ReferenceWords(lexicon: lexicon)
    references = References(words: words)
    marks = TokenMarks(grammar: grammar, references: words)
  }

  /// Builds the analysis of one document.
  package func build(
    text: FoldedText, sentences: [Sentence], tokens: [Token], candidates: [Candidate],
    values: [QuantityValue], published: CalendarDate?
  ) -> TextAnalysis {
    var tracer = NoTracer()
    return build(
      text: text, sentences: sentences, tokens: tokens, candidates: candidates, values: values,
      published: published, tracer: &tracer)
  }

  /// The same, watched by a tracer.
  @inline(__always)
  func build<Tracer: MentionTracer>(
    text: FoldedText, sentences: [Sentence], tokens: [Token], candidates: [Candidate],
    values: [QuantityValue], published: CalendarDate?, tracer: inout Tracer
  ) -> TextAnalysis {
    text.withView { view in
      MentionDraft.withDraft(view, sentences, tokens, candidates) { draft, bits in
        marks.write(draft, to: bits)
        find(in: &draft, &tracer)
        let named = name(in: &draft, text, &tracer)
        tracer.finish(draft)
        references.resolve(in: &draft, entities: named.entities)
        let (mentions, mentionOfToken) = Self.mentions(draft, named.entities)
        return TextAnalysis(
          text: text, published: published, sentences: sentences, tokens: tokens,
          mentions: mentions, mentionOfToken: mentionOfToken, entities: named.entities,
          values: values, same: named.same)
      }
    }
  }

  /// Finds all names that are no short forms.
  @inline(__always)
  private func find(in draft: inout MentionDraft, _ tracer: inout some MentionTracer) {
    basics.find(in: &draft)
    tracer.note(.words, draft)
    spaced.find(in: &draft)
    tracer.note(.spaced, draft)
    models.find(in: &draft)
    tracer.note(.models, draft)
    latin.find(in: &draft)
    tracer.note(.latin, draft)
    organizations.find(in: &draft)
    tracer.note(.suffixes, draft)
    listed.find(in: &draft)
    tracer.note(.listed, draft)
    companies.find(in: &draft)
    tracer.note(.companies, draft)
    extensions.find(in: &draft)
    tracer.note(.extensions, draft)
    stakes.find(in: &draft)
    tracer.note(.stakes, draft)
    lists.find(in: &draft)
    tracer.note(.lists, draft)
    products.find(in: &draft)
    tracer.note(.products, draft)
    tails.find(in: &draft)
    tracer.note(.tails, draft)
    persons.filter(&draft)
    tracer.note(.persons, draft)
    titles.complete(&draft)
  }

  /// Finds short forms and stated names, unites what is one thing, and gives each spot its entity.
  @inline(__always)
  private func name(
    in draft: inout MentionDraft, _ text: FoldedText, _ tracer: inout some MentionTracer
  ) -> (entities: [Entity], same: [SameName]) {
    let statements = stated.find(in: draft)
    var links = honorifics.find(in: &draft)
    tracer.note(.honorifics, draft)
    aliases.find(in: &draft, stated: statements, links: &links)
    tracer.note(.aliases, draft)
    models.findAfterShortForms(in: &draft)
    tracer.note(.shortModels, draft)
    var table = EntityTable(
      gazetteer: basics.gazetteer, lines: lines, text: draft.text,
      count: draft.spots.count / 2 + 8)
    var draftOfSpot = [Int](repeating: -1, count: draft.spots.count)
    var editions: [Int] = []
    Self.forEachSpot(draft) { number, spot in
      guard spot.kind.isEntity else { return }
      let span = draft.span(spot.tokens)
      if spot.kind == .product, spot.word < 0, lines.isEdition(span, draft.text) {
        editions.append(number)
      } else {
        draftOfSpot[number] = table.intern(spot, span, full: Self.full(spot, span, draft))
      }
    }
    table.shortenModels()
    for number in editions {
      draftOfSpot[number] = table.internEdition(draft.span(draft.spots[number].tokens))
    }
    for link in links where draftOfSpot[link.alias] >= 0 && draftOfSpot[link.source] >= 0 {
      table.unite(draftOfSpot[link.alias], draftOfSpot[link.source])
    }
    for statement in statements {
      guard let other = draft.spot(at: statement.tokens.lowerBound), other.kind.isEntity,
        draft.span(other.tokens) == statement.span
      else { continue }
      let second = draftOfSpot[Int(draft.owner[statement.tokens.lowerBound])]
      let first = draftOfSpot[statement.spot]
      if first >= 0, second >= 0 { table.unite(first, second) }
    }
    fullNames.unite(&table, draft, draftOfSpot)
    let (entities, entityOfDraft) = table.finish(text)
    for (number, index) in draftOfSpot.enumerated() where index >= 0 {
      draft.update(number) { $0.entity = entityOfDraft[index] }
    }
    return (entities, statements.isEmpty ? [] : same(statements, draft, text))
  }

  /// The name of a product with the firm right before it: 荣耀| X80 Pro.
  private static func full(_ spot: Spot, _ span: TextSpan, _ draft: MentionDraft) -> TextSpan {
    let first = spot.tokens.lowerBound
    guard spot.kind == .product, spot.word < 0, first > 0 else { return span }
    let last = draft.isBlank(first - 1) && draft.length(first - 1) == 1 ? first - 2 : first - 1
    guard let maker = draft.spot(at: last), maker.kind == .company,
      draft.tokens[last].end == draft.tokens[last + 1].start
    else { return span }
    return TextSpan(draft.tokens[maker.tokens.lowerBound].start, span.end)
  }

  /// Names that the text itself equates, for the use of other documents.
  private func same(
    _ statements: [StatedNames.Statement], _ draft: MentionDraft, _ text: FoldedText
  ) -> [SameName] {
    statements.compactMap { statement in
      guard statement.basis == .translation || statement.basis == .former,
        let spot = draft.spot(at: statement.tokens.lowerBound), spot.entity >= 0,
        isFullName(statement.span, draft.text)
      else { return nil }
      let first = draft.spots[statement.spot]
      guard first.entity >= 0 else { return nil }
      return SameName(
        first: first.entity, second: spot.entity, name: text.string(statement.span),
        basis: statement.basis.rawValue,
        evidence: TextSpan(draft.span(first.tokens).start, statement.span.end))
    }
  }

  /// An abbreviation of a few capitals is no full name: it means other things elsewhere.
  private func isFullName(_ span: TextSpan, _ text: TextView) -> Bool {
    let form = LatinForm(text.scalars, span)
    return !form.isAbbreviation || form.letters > 5
  }

  /// Calls `body` with each spot and its number, in order of the text.
  @inline(__always)
  private static func forEachSpot(_ draft: MentionDraft, _ body: (Int, Spot) -> Void) {
    let owner = draft.owner
    var token = draft.marked(TokenMarks.Bit.covered, from: 0)
    while token < owner.count {
      let number = Int(owner[token])
      let spot = draft.spots[number]
      token = draft.marked(
        TokenMarks.Bit.covered, from: max(spot.tokens.upperBound, token + 1))
      body(number, spot)
    }
  }

  /// The mentions in order, and for each token the mention that covers it; what somebody does for a
  /// living stays a word to the rules, but right before a person.
  private static func mentions(
    _ draft: MentionDraft, _ entities: [Entity]
  ) -> ([Mention], [Int32]) {
    var mentionOfToken = [Int32](repeating: -1, count: draft.tokens.count)
    var mentions: [Mention] = []
    mentions.reserveCapacity(draft.spots.count)
    forEachSpot(draft) { _, spot in
      if spot.kind.isEntity, spot.entity < 0 { return }
      if spot.origin != .occupation || draft.spot(at: spot.tokens.upperBound)?.kind == .person {
        for covered in spot.tokens {
          mentionOfToken[covered] = Int32(truncatingIfNeeded: mentions.count)
        }
      }
      mentions.append(
        Mention(
          span: draft.span(spot.tokens),
          kind: spot.entity < 0 ? spot.kind : entities[spot.entity].kind, entity: spot.entity,
          value: spot.value,
          via: spot.via, tokens: spot.tokens, others: spot.other < 0 ? [] : [spot.other]))
    }
    return (mentions, mentionOfToken)
  }
}
