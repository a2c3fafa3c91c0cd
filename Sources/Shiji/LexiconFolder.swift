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

  /// Whether the tables are compiled.
  package var isCompiled: Bool { FileSystem.exists(compiledPath) }

  /// The same; without `verifying`, `verify(_:)` must follow before any text is analysed.
  func openLexicon(verifying: Bool) throws(LexiconError) -> Lexicon {
    if FileSystem.exists(compiledPath) {
      return try Lexicon(path: compiledPath, verifying: verifying)
    }
    let tables = try tableSources()
    guard !tables.isEmpty else {
      throw LexiconError(file: path, message: "holds neither lexicon.bin nor a table (*.tsv)")
    }
    return try Lexicon(bytes: LexiconCompiler.compile(tables: tables, rules: ruleTexts()))
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

  /// The rule files as the compiler wants them: their triggers become words.
  func ruleTexts() throws(LexiconError) -> [LexiconCompiler.Source] {
    try files(withSuffix: ".rules").map { source($0) }
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
