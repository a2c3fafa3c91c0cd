import ChineseText
import KnowledgeGraph

/// How much the tables hold: rows, words, things with an id, other names; by table, by what the
/// rows are (a word of several parts of speech by the first), by source.
package struct TableCounts: Sendable {
  /// Numbers of one group of rows.
  package struct Count: Sendable, Equatable {
    /// Rows, triggers of rule files not among them.
    package var rows = 0
    /// Different words, folded, that texts are searched for.
    package var words = 0
    /// Rows with an id: things that facts name.
    package var entities = 0
    /// Words of such rows beside the first.
    package var aliases = 0
  }

  /// Counts by table, in order of layer and name.
  package private(set) var tables: [(name: String, isOwn: Bool, count: Count)] = []
  /// Counts by what rows are, in bytewise order.
  package private(set) var types: [(name: String, count: Count)] = []
  /// Rows by key of the source, in bytewise order.
  package private(set) var sources: [(name: String, rows: Int)] = []
  /// Counts of all rows.
  package private(set) var total = Count()

  /// Counts everything. O(cells).
  package init(_ source: LexiconTables) {
    var groups: [String: Tally] = [:]
    var all = Tally()
    var keys: [String: Int] = [:]
    if source.hidesWords { addHidden(source.lexicon, &groups, &all) }
    for table in source.tables where !table.rows.isEmpty {
      var own = Tally()
      let column = table.column("source")
      for row in table.rows.indices {
        let words = Self.words(table, row, source.lexicon)
        let isEntity = table.id(row) != nil
        own.add(words, isEntity)
        groups[Self.group(table.type(row)), default: Tally()].add(words, isEntity)
        all.add(words, isEntity)
        if let column {
          for key in table.rows[row][column].split(separator: "|") {
            keys[String(key), default: 0] += 1
          }
        }
      }
      tables.append((table.isOwn ? table.path : table.form.name, table.isOwn, own.count))
    }
    types = groups.map { ($0.key, $0.value.count) }.sorted { Self.precedes($0.name, $1.name) }
    sources = keys.map { ($0.key, $0.value) }.sorted { Self.precedes($0.name, $1.name) }
    total = all.count
  }

  /// Ambiguous names in one group, other words in that of their first tag.
  private static func group(_ type: String) -> String {
    let names = type.split(separator: " ")
    return names.contains("ambiguous") ? "ambiguous" : names.first.map(String.init) ?? ""
  }

  private static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  private static func words(_ table: TextTable, _ row: Int, _ lexicon: Lexicon) -> [[UInt16]] {
    table.surfaces.flatMap { column -> [[UInt16]] in
      table.rows[row][column].split(separator: "|").map { value in
        lexicon.folded(String(value.prefix { $0 != "@" })).filter { $0 != 32 }
      }
    }
  }

  /// The words of a compiled base whose rows are not kept: they are rows of some table there.
  private mutating func addHidden(
    _ lexicon: Lexicon, _ groups: inout [String: Tally], _ all: inout Tally
  ) {
    var own = Tally()
    lexicon.forEachListedWord { word in
      let words = [Array(word.surface.utf16)]
      own.add(words, false)
      all.add(words, false)
      // As a name the word is a row of another table, and counted there.
      let tags = word.tags.intersection(.parts)
      groups[tags.names.first ?? "", default: Tally()].add(words, false)
    }
    tables.append(("words (compiled)", false, own.count))
  }

  private struct Tally {
    private var seen: Set<[UInt16]> = []
    private(set) var count = Count()

    mutating func add(_ words: [[UInt16]], _ isEntity: Bool) {
      count.rows += 1
      for word in words where seen.insert(word).inserted { count.words += 1 }
      guard isEntity else { return }
      count.entities += 1
      count.aliases += max(0, Set(words).count - 1)
    }
  }
}

extension WordTags {
  /// All parts of speech.
  fileprivate static let parts = WordTags.named.filter { $0.group == .partOfSpeech }
    .reduce(into: WordTags()) { $0.formUnion($1.tag) }
}

extension TableCounts {
  /// Three tables for a terminal: by table, by type, by source.
  package var text: String {
    let head = ["rows", "words", "entities", "aliases"]
    let own = tables.map { [$0.name] + Self.cells($0.count) }
    let all = [["all"] + Self.cells(total)]
    let kinds = types.map { [$0.name.isEmpty ? "(none)" : $0.name] + Self.cells($0.count) }
    let keys = sources.map { [$0.name, String($0.rows)] }
    let sides: [TextColumns.Side] = [.left, .right, .right, .right, .right]
    let parts = [
      TextColumns.lines([["table"] + head] + own + all, sides),
      TextColumns.lines([["type"] + head] + kinds, sides),
      keys.isEmpty ? [] : TextColumns.lines([["source", "rows"]] + keys, [.left, .right]),
    ]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  private static func cells(_ count: Count) -> [String] {
    [count.rows, count.words, count.entities, count.aliases].map(String.init)
  }

  /// The same as an object.
  package var json: JSONValue {
    [
      "sources": .object(
        JSONObject(sources.map { .init($0.name, .number(String($0.rows))) })),
      "tables": .array(
        tables.map {
          var members = Self.members($0.count)
          members += [.init("name", .string($0.name)), .init("own", .bool($0.isOwn))]
          return .object(JSONObject(members))
        }),
      "total": .object(JSONObject(Self.members(total))),
      "types": .object(
        JSONObject(types.map { .init($0.name, .object(JSONObject(Self.members($0.count)))) })),
    ]
  }

  private static func members(_ count: Count) -> [JSONObject.Member] {
    zip(["rows", "words", "entities", "aliases"], cells(count)).map {
      JSONObject.Member($0, .number($1))
    }
  }
}
