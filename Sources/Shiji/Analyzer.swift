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
  private let extractor: EventExtractor

  /// Loads a lexicon folder: the compiled tables and the rule files of `events/`.
  ///
  /// - Parameters:
  ///   - lexiconFolder: a folder with `lexicon.bin` (as the build lays it beside the command), or
  ///     with the tables themselves, which are then compiled.
  ///   - overlays: the user's own folders; what a later one says wins.
  /// - Throws: `LexiconError` with all problems of the data at once.
  public init(lexiconFolder: String, overlays: [String] = []) throws(LexiconError) {
    let base = try LexiconFolder(lexiconFolder)
    var folders: [LexiconFolder] = []
    for overlay in overlays { folders.append(try LexiconFolder(overlay)) }
    var sources = try base.ruleSources()
    for folder in folders { try folder.overlay(&sources) }
    let lexicon = try LexiconFolder.overlay(folders, on: base.openLexicon())
    try self.init(lexicon: lexicon, ruleSources: sources)
  }

  /// Makes an analyzer of a lexicon and rule files at hand.
  public init(lexicon: Lexicon, ruleSources: [RuleSource]) throws(LexiconError) {
    self.lexicon = lexicon
    let (events, texts) = WorkerThread.both(
      { Self.readRules(ruleSources, lexicon) },
      { Result { () throws(LexiconError) in try TextAnalyzer(lexicon: lexicon) } })
    (rules, extractor) = try events.get()
    textAnalyzer = try texts.get()
    fingerprint = LexiconFolder.fingerprint(lexicon, ruleSources)
  }

  /// The rules and what works by them; read beside the tables, since start-up counts.
  private static func readRules(
    _ sources: [RuleSource], _ lexicon: Lexicon
  ) -> Result<(RuleSet, EventExtractor), LexiconError> {
    Result { () throws(LexiconError) in
      let rules = try RuleSet.load(sources, tests: false)
      return (rules, try EventExtractor(rules: rules, lexicon: lexicon))
    }
  }

  /// Analyses a document. Complexity: linear in its length.
  public func analyze(_ document: Document) -> Analysis {
    let text = textAnalyzer.analyze(document)
    return Analysis(document: document, text: text, claims: extractor.extract(text))
  }
}
