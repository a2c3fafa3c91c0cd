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
    let read = tables.compactMap { table in
      DataFile.read(path: table.path, bytes: table.bytes, problems: &ignored).map {
        (name: table.name, file: $0)
      }
    }
    let files = read.map(\.file)
    var problems = idProblems(files, known)
    for item in read where item.name == ProductLines.table {
      problems += spellingProblems(item.file)
    }
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

  /// A spelling stands for one product line, whatever its case and blanks.
  private static func spellingProblems(_ file: DataFile) -> [LexiconProblem] {
    guard let aliases = file.column("aliases") else { return [] }
    var lines: [String: String] = [:]
    var problems: [LexiconProblem] = []
    for (index, row) in file.rows.enumerated() {
      let names = [(0, row[0])] + row[aliases].split(separator: "|").map { (aliases, String($0)) }
      for (column, name) in names {
        let key = String(
          name.lowercased().unicodeScalars.filter {
            $0.value > 0xFFFF || !ProductLines.parts(UInt16($0.value))
          }.map(Character.init))
        if let other = lines.updateValue(row[0], forKey: key) {
          problems.append(
            problem(file, index, column, "\(name) stands for the line \(other) already"))
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
