/// Checks across the tables of a folder: sources that no one documents, ids that no row defines.
public enum LexiconCheck {
  /// All problems, sorted by place. O(cells).
  ///
  /// - Parameters:
  ///   - tables: the tables of a folder.
  ///   - sources: content of its `SOURCES.md`, whose second-level headings are the known keys;
  ///     nothing where the folder has none.
  ///   - known: ids of other folders that rows may name, such as those of the base lexicon.
  public static func problems(
    tables: [LexiconCompiler.Source], sources: [UInt8]?, known: Set<String> = []
  ) -> [LexiconProblem] {
    var ignored: [LexiconProblem] = []
    let files = tables.compactMap {
      DataFile.read(path: $0.path, bytes: $0.bytes, problems: &ignored)
    }
    var problems = idProblems(files, known)
    if let sources { problems += sourceProblems(files, known: headings(sources)) }
    return problems.sorted()
  }

  private static func headings(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      line.hasPrefix("## ") ? String(line.dropFirst(3)) : nil
    }
  }

  private static func sourceProblems(_ files: [DataFile], known: [String]) -> [LexiconProblem] {
    let keys = Set(known)
    var problems: [LexiconProblem] = []
    for file in files {
      guard let column = file.column("source") else { continue }
      for (index, row) in file.rows.enumerated() {
        for key in row[column].split(separator: "|").map(String.init) where !keys.contains(key) {
          problems.append(
            problem(
              file, index, column,
              "source \(key) is no heading of SOURCES.md\(suggestion(for: key, among: known))"))
        }
      }
    }
    return problems
  }

  /// Owners, parents and posts must name rows that exist.
  private static func idProblems(_ files: [DataFile], _ known: Set<String>) -> [LexiconProblem] {
    var ids = known
    for file in files where file.column("id") == 0 { ids.formUnion(file.rows.map { $0[0] }) }
    var problems: [LexiconProblem] = []
    for file in files {
      for name in ["parent", "owner", "posts"] {
        guard let column = file.column(name) else { continue }
        for (index, row) in file.rows.enumerated() {
          for value in row[column].split(separator: "|") {
            let id = String(value.prefix { $0 != "/" })
            if !ids.contains(id) {
              problems.append(problem(file, index, column, "no row has the id \(id)"))
            }
          }
        }
      }
    }
    return problems
  }

  private static func problem(
    _ file: DataFile, _ row: Int, _ column: Int, _ message: String
  ) -> LexiconProblem {
    let before = file.rows[row].prefix(column).reduce(0) { $0 + $1.count + 1 }
    return LexiconProblem(
      file: file.path, line: file.lines[row], column: before + 1, message: message)
  }
}
