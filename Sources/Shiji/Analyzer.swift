import ChineseText
import EventRules
import KnowledgeGraph

/// Reads news: from a document to its mentions and claims.
///
///     let analyzer = try Analyzer(lexiconFolder: "Lexicons")
///     let document = Document(id: "d1", text: "微软宣布以3亿美元收购一家公司。")
///     for claim in analyzer.analyze(document).claims { print(claim.type, claim.realis) }
///
/// Load it once: it is immutable, and one value serves any number of threads. `analyze` is a pure
/// function of the document and the lexicon; it reads no file and no clock, and text of whatever
/// content never makes it fail.
public struct Analyzer: Sendable {
  /// The lexicon in use.
  public let lexicon: Lexicon
  /// The event types and relations in use.
  public let rules: RuleSet
  /// Names the state of lexicon and rules: equal text read by an equal state gives equal facts.
  public let fingerprint: String
  package let textAnalyzer: TextAnalyzer
  let extractor: EventExtractor

  /// Loads a lexicon folder: the compiled tables and the rule files of `events/`.
  ///
  /// - Parameters:
  ///   - lexiconFolder: a folder with `lexicon.bin` (as the build lays it beside the command), or
  ///     with the tables themselves, which are then compiled.
  ///   - overlays: the user's own folders, or files of `shiji lexicon compile`; what a later one
  ///     says wins.
  ///   - dictionaries: the user's plain word lists.
  /// - Throws: `LexiconError` with all problems of the data at once.
  public init(
    lexiconFolder: String, overlays: [String] = [], dictionaries: [String] = []
  ) throws(LexiconError) {
    let base = try LexiconFolder(lexiconFolder)
    let own = try OverlaySources(lexicons: overlays, dictionaries: dictionaries)
    var sources = try base.ruleSources()
    try own.lay(over: &sources)
    let opened = try base.openLexicon(verifying: false)
    let check = SideTask {
      Result { () throws(LexiconError) in try base.verify(opened) }
    }
    let parts = Result { () throws(LexiconError) in
      try Self.parts(own.lay(over: opened), sources)
    }
    try check.value().get()
    self.init(try parts.get(), sources)
  }

  /// Makes an analyzer of a lexicon and rule files at hand.
  public init(lexicon: Lexicon, ruleSources: [RuleSource]) throws(LexiconError) {
    self.init(try Self.parts(lexicon, ruleSources), ruleSources)
  }

  private typealias Parts = (
    lexicon: Lexicon, rules: RuleSet, extractor: EventExtractor, analyzer: TextAnalyzer
  )

  private init(_ parts: Parts, _ sources: [RuleSource]) {
    lexicon = parts.lexicon
    rules = parts.rules
    extractor = parts.extractor
    textAnalyzer = parts.analyzer
    fingerprint = LexiconFolder.fingerprint(parts.lexicon, sources)
  }

  /// Rules and tables are read side by side, since start-up counts.
  private static func parts(
    _ lexicon: Lexicon, _ sources: [RuleSource]
  ) throws(LexiconError) -> Parts {
    let events = SideTask {
      Result { () throws(LexiconError) in
        let rules = try RuleSet.load(sources, tests: false)
        return (rules, try EventExtractor(rules: rules, lexicon: lexicon))
      }
    }
    let analyzer = Result { () throws(LexiconError) in try TextAnalyzer(lexicon: lexicon) }
    let (rules, extractor) = try events.value().get()
    return (lexicon, rules, extractor, try analyzer.get())
  }

  /// Analyses a document. Complexity: linear in its length.
  public func analyze(_ document: Document) -> Analysis {
    let text = textAnalyzer.analyze(document)
    return Analysis(document: document, text: text, claims: extractor.extract(text))
  }
}
