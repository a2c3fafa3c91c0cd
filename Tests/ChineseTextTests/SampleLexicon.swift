import ChineseText

/// A small lexicon for tests: tables given as text, compiled in memory.
enum SampleLexicon {
  static func source(_ name: String, _ text: String) -> LexiconCompiler.Source {
    LexiconCompiler.Source(path: name + ".tsv", name: name, bytes: Array(text.utf8))
  }

  static func words(_ rows: [(String, Int, String)]) -> LexiconCompiler.Source {
    let sorted = rows.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    let lines = sorted.map { "\($0.0)\t\($0.1)\t\($0.2)\thand" }
    return source("words/core-words", "word\tcount\tpos\tsource\n" + lines.joined(separator: "\n"))
  }

  static func make(
    _ rows: [(String, Int, String)], extra: [LexiconCompiler.Source] = []
  ) throws -> Lexicon {
    try Lexicon(bytes: try LexiconCompiler.compile(tables: [words(rows)] + extra, rules: []))
  }

  /// A user's tables and plain lists laid over a lexicon.
  static func lay(
    tables: [(name: String, text: String)] = [], lists: [String] = [], over base: Lexicon
  ) throws -> Lexicon {
    let parts = lists.enumerated().map { index, text in
      OverlayPart.sources(tables: [], rules: [], lists: [source("list\(index)", text)])
    }
    let folder = OverlayPart.sources(
      tables: tables.map { source($0.name, $0.text) }, rules: [], lists: [])
    return try LexiconCompiler.lay((tables.isEmpty ? [] : [folder]) + parts, over: base)
  }

  static let common: [(String, Int, String)] = [
    ("小米", 50, "n"), ("小米粥", 30, "n"), ("粥", 20, "n"), ("小", 500, "a"), ("米", 300, "n"),
    ("好", 900, "a"), ("喝", 200, "v"), ("的", 9000, "u"), ("发布", 400, "v"), ("手机", 300, "n"),
    ("，", 5000, "x"), ("了", 8000, "u"),
  ]
}
