import ChineseText
import Glibc
import KnowledgeGraph
import TextChecks

@testable import Shiji

/// Sends bytes through reading, cutting, extraction and export, and stops the process where
/// something does not hold.
///
/// The first byte of an input says how the others are read; see `Mode`. The lexicon is the built one,
/// whose folder `SHIJI_LEXICONS` names.
struct DocumentFuzzer: Sendable {
  private let plain: Analyzer
  /// The same with a user's words beside it.
  private let overlaid: Analyzer
  private let file: Int32

  /// How an input is read: its first byte, `0` to `9`.
  private enum Mode: UInt8 {
    case text, lines, jsonLines, json, gb18030, big5, utf16, overlay, shortRecords, titled
  }

  /// Opens lexicon and working file.
  static func make() -> DocumentFuzzer {
    guard let folder = getenv("SHIJI_LEXICONS") else { fatalError("SHIJI_LEXICONS is not set") }
    do {
      let base = try LexiconFolder(String(cString: folder))
      let lexicon = try base.openLexicon()
      let rules = try base.ruleSources()
      return DocumentFuzzer(
        plain: try Analyzer(lexicon: lexicon, ruleSources: rules),
        overlaid: try Analyzer(lexicon: overlay(on: lexicon), ruleSources: rules),
        file: workingFile())
    } catch { fatalError("\(error)") }
  }

  /// A user's names: long, short, with a digit, with a letter, outside the BMP.
  private static func overlay(on base: Lexicon) throws(LexiconError) -> Lexicon {
    let table = """
      id\tname\taliases\tlatin\tposts\tsource
      per:a\t米粥好\t小米粥|粥\tMi Zhou\t\thand
      per:b\t林3号\t林3|GPT林\t\t\thand
      per:c\t𠮷野林\t林\t\t\thand

      """
    let source = LexiconCompiler.Source(
      path: "people.tsv", name: "names/people", bytes: Array(table.utf8))
    return try LexiconCompiler.lay(
      [.sources(tables: [source], rules: [], lists: [])], over: base)
  }

  /// A file without a name, which ends with the process.
  private static func workingFile() -> Int32 {
    var name = Array("/tmp/shiji-fuzz-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { fatalError("no working file") }
    unlink(name)
    return file
  }

  /// Reads an input.
  func run(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.first else { return }
    let mode = Mode(rawValue: (first &- UInt8(ascii: "0")) % 10) ?? .text
    let content = UnsafeBufferPointer(rebasing: bytes.dropFirst())
    let lexicon = mode == .overlay ? overlaid.lexicon : plain.lexicon
    require(SegmentChecks(Segmenter(lexicon: lexicon)).problem(content))
    store(content)
    do {
      let options = options(mode)
      let inputs = try InputList(["/proc/self/fd/\(file)"], options: options)
      let decoder = DocumentDecoder(items: inputs.items, options: options)
      let reader = RecordReader(inputs, options: options)
      while let batch = reader.nextBatch() {
        for record in batch.records {
          guard var document = try? decoder.decode(record, in: batch).document else { continue }
          if mode == .titled { Self.split(&document) }
          check(document, mode == .overlay ? overlaid : plain)
        }
      }
    } catch { fatalError("\(error)") }
  }

  private func store(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard ftruncate(file, 0) == 0, pwrite(file, bytes.baseAddress, bytes.count, 0) == bytes.count
    else { fatalError("the working file cannot be written") }
  }

  private func options(_ mode: Mode) -> InputOptions {
    var options = InputOptions()
    options.published = CalendarDate(2024, 2, 29)
    switch mode {
    case .text, .overlay, .titled: options.format = .text
    case .lines: options.format = .lines
    case .jsonLines: options.format = .jsonl
    case .json, .shortRecords: options.format = .json
    case .gb18030: options.encoding = .gb18030
    case .big5: options.encoding = .big5
    case .utf16: options.encoding = .utf16
    }
    if mode == .shortRecords { options.maximumRecord = 48 }
    return options
  }

  /// Makes the first line the title.
  private static func split(_ document: inout Document) {
    let parts = document.text.unicodeScalars.split(
      separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return }
    document.title = String(parts[0])
    document.text = String(parts[1])
  }

  private func check(_ document: Document, _ analyzer: Analyzer) {
    let cut = analyzer.textAnalyzer.tokenize(document)
    require(CutChecks(cut, title: document.title, body: document.text).problem())
    let again = analyzer.textAnalyzer.tokenize(document)
    if !again.tokens.elementsEqual(cut.tokens, by: Self.isSame) { fatalError("other tokens") }
    let analysis = analyzer.analyze(document)
    require(AnalysisChecks(analysis.text, claims: analysis.claims).problem())
    checkFacts(analysis, analyzer)
  }

  private static func isSame(_ a: Token, _ b: Token) -> Bool {
    a.span == b.span && a.word == b.word && a.candidate == b.candidate && a.tags == b.tags
  }

  /// Facts are read back, give a graph, and the graph is read back.
  private func checkFacts(_ analysis: Analysis, _ analyzer: Analyzer) {
    var writer = FactsWriter(analyzer: analyzer, includesMentions: true)
    var facts: [UInt8] = []
    writer.write(analysis, to: &facts)
    var again: [UInt8] = []
    writer.write(analyzer.analyze(analysis.document), to: &again)
    if facts != again { fatalError("other facts in the second run") }
    var builder = GraphFromFacts()
    builder.add(facts)
    require(builder.problems.first.map { "\($0)" })
    let graph = builder.finish()
    let bytes = GraphJSON.bytes(graph)
    do {
      if GraphJSON.bytes(try GraphReader.read(bytes)) != bytes { fatalError("another graph") }
    } catch { fatalError("\(error)") }
    if DOT.bytes(graph).isEmpty { fatalError("no picture") }
  }

  private func require(_ problem: String?) {
    if let problem { fatalError(problem) }
  }
}
