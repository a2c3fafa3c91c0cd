/// What the rows of a table are and where their words stand: what `shiji lexicon` has to know to
/// search a table, to count it and to add to it.
package struct TableForm: Sendable {
  /// Path of the table below its folder, without extension: `names/people`.
  package let name: String
  /// The columns that the table must have; nothing where only its first row says.
  package let columns: [String]?
  /// The columns whose values are words; the first column where this is empty.
  package let surfaces: [String]
  /// What a row is by its table alone: `company`, `surname`; empty for words with a part of speech.
  private let tags: WordTags

  /// The form of a table, by its path below the folder without extension.
  package init(_ name: String) {
    self.name = name
    let rule = LexiconSchema.rule(for: name)
    columns = rule.columns
    switch rule.use {
    case .surfaces(let columns, let tags):
      surfaces = columns
      self.tags = tags
    case .organizations(let tags):
      surfaces = LexiconSchema.organizationSurfaces
      self.tags = tags
    case .names(let columns):
      surfaces = columns
      tags = []
    case .tag(let tags):
      surfaces = []
      self.tags = tags
    default:
      surfaces = []
      tags = []
    }
  }

  /// What a row is: the names of its tags joined by blanks, as `shiji tokenize` calls them, else the
  /// last part of the table's name.
  ///
  ///     TableForm("names/media").type(columns, ["org:36kr", "36氪", …])  // organization
  package func type(_ columns: [String], _ cells: [String]) -> String {
    let cell = { (name: String) in
      columns.firstIndex(of: name).flatMap { $0 < cells.count ? cells[$0] : nil } ?? ""
    }
    switch LexiconSchema.rule(for: name).use {
    case .counted, .terms: return Self.join(LexiconSchema.tags(partOfSpeech: cell("pos")).names)
    case .classes: return Self.join(cell("class").split(separator: "|").map(String.init))
    case .organizations: return cell("type").isEmpty ? Self.join(tags.names) : cell("type")
    case .tag where tags == .ambiguous: return Self.join([cell("name"), "ambiguous"])
    case .table where isPlainList: return cell("type")
    default: return tags.isEmpty ? stem : Self.join(tags.names)
    }
  }

  /// The last part of the name.
  package var stem: String { name.split(separator: "/").last.map(String.init) ?? name }

  /// Whether compiled lexicons keep the table's words but not its rows.
  package var isWordList: Bool {
    switch LexiconSchema.rule(for: name).use {
    case .counted, .terms, .classes: true
    default: false
    }
  }

  /// Whether the file is a plain list of words, without columns.
  package var isPlainList: Bool { LexiconSchema.isPlainList(name) }

  /// All tables that there may be; `*` stands for any ending.
  package static var known: [String] { LexiconSchema.known }

  private static func join(_ names: [String]) -> String {
    names.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// The lines of a plain word list, as `shiji lexicon` shows them.
package enum PlainWords {
  /// A line: the word with `|` where it is cut, and its type; empty where it says none.
  package struct Line: Sendable {
    /// The word.
    package let word: String
    /// What it is, as tags name it; `cut` for a forced cut.
    package let type: String
    /// Line, from 1.
    package let line: Int
  }

  /// The lines of a list. Throws all its problems.
  package static func read(path: String, bytes: [UInt8]) throws(LexiconError) -> [Line] {
    var lines: [Line] = []
    let problems = WordList.read(path: path, bytes: bytes) { entry in
      let tags = entry.tags.map { $0.names.joined(separator: " ") }
      lines.append(
        Line(
          word: String(decoding: entry.word, as: UTF8.self),
          type: entry.isCut ? "cut" : tags ?? "", line: entry.line))
    }
    guard problems.isEmpty else { throw LexiconError(problems) }
    return lines
  }
}
