import ChineseText
import EventRules
import KnowledgeGraph

/// A folder of lexicon data: compiled tables or the tables themselves, and `events/*.rules`.
public struct LexiconFolder: Sendable {
  /// Where it is.
  public let path: String

  /// Names a folder. Throws where there is none.
  public init(_ path: String) throws(LexiconError) {
    guard FileSystem.isFolder(path) else {
      throw LexiconError(file: path, message: "no such folder; a lexicon is a folder")
    }
    self.path = path
  }

  /// The lexicon: `lexicon.bin` opened in place, or else the folder's tables compiled.
  public func openLexicon() throws(LexiconError) -> Lexicon {
    try openLexicon(verifying: true)
  }

  private var compiledPath: String { path + "/lexicon.bin" }

  /// The same; without `verifying`, `verify(_:)` must follow before any text is analysed.
  func openLexicon(verifying: Bool) throws(LexiconError) -> Lexicon {
    if FileSystem.exists(compiledPath) {
      return try Lexicon(path: compiledPath, verifying: verifying)
    }
    let tables = try tableSources()
    guard !tables.isEmpty else {
      throw LexiconError(file: path, message: "holds neither lexicon.bin nor a table (*.tsv)")
    }
    let rules = try files(withSuffix: ".rules").map { source($0) }
    return try Lexicon(bytes: LexiconCompiler.compile(tables: tables, rules: rules))
  }

  /// Compares a lexicon of this folder with its checksum.
  func verify(_ lexicon: Lexicon) throws(LexiconError) { try lexicon.verify(path: compiledPath) }

  /// The tables of the folder, in order of name.
  public func tableSources() throws(LexiconError) -> [LexiconCompiler.Source] {
    try files(withSuffix: ".tsv").map { source($0) }
  }

  /// The rule files of the folder, in order of name.
  public func ruleSources() throws(LexiconError) -> [RuleSource] {
    try files(withSuffix: ".rules").map { file in
      RuleSource(path: file.path, name: PathName.stem(file.relative), bytes: file.bytes)
    }
  }

  /// Lays the folder's rule files over those of the base: equal names replace, others are added.
  func overlay(_ sources: inout [RuleSource]) throws(LexiconError) {
    for source in try ruleSources() {
      sources.removeAll { $0.name == source.name }
      sources.append(source)
    }
    sources.sort { $0.name < $1.name }
  }

  /// A lexicon with the words of the user's folders beside its own; a later folder stands first.
  package static func overlay(
    _ folders: [LexiconFolder], on base: Lexicon
  ) throws(LexiconError) -> Lexicon {
    var tables: [LexiconCompiler.Source] = []
    var rules: [LexiconCompiler.Source] = []
    for folder in folders.reversed() {
      tables += try folder.tableSources()
      rules += try folder.files(withSuffix: ".rules").map { folder.source($0) }
    }
    guard !tables.isEmpty || !rules.isEmpty else { return base }
    let bytes = try LexiconCompiler.compile(tables: tables, rules: rules, over: base)
    return base.adding(try Lexicon(bytes: bytes))
  }

  /// Digest of the lexicon and the rule files.
  static func fingerprint(_ lexicon: Lexicon, _ rules: [RuleSource]) -> String {
    var hash = SHA256()
    hash.update(Array(String(lexicon.checksum, radix: 16).utf8))
    for rule in rules {
      let sum = String(Lexicon.checksum(of: rule.bytes), radix: 16)
      hash.update([0x1F] + Array(rule.name.utf8) + [0x1F] + Array(sum.utf8))
    }
    return "sha256:" + Hexadecimal.string(hash.finalize().prefix(8))
  }

  private struct File {
    let path: String
    let relative: String
    let bytes: [UInt8]
  }

  private func files(withSuffix suffix: String) throws(LexiconError) -> [File] {
    var result: [File] = []
    for relative in FileSystem.walk(path) where relative.hasSuffix(suffix) {
      let path = PathName.join(self.path, relative)
      do {
        result.append(File(path: path, relative: relative, bytes: try FileSystem.read(path)))
      } catch {
        throw LexiconError(file: path, message: error.reason)
      }
    }
    return result
  }

  /// The compiler knows a table by folder and stem: `names/people`.
  private func source(_ file: File) -> LexiconCompiler.Source {
    LexiconCompiler.Source(
      path: file.path, name: PathName.withoutExtension(file.relative), bytes: file.bytes)
  }
}
