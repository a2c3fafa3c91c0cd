import Foundation

/// Who and what the stories of `Stories/` are about, as its README says.
struct StoryGold {
  /// An entity as one document calls it.
  struct Name: Hashable {
    let document: String
    /// The prefix of the entity's ids: `org`, `per` or `prd`.
    let kind: String
    let folded: String

    init(_ document: String, _ kind: String, _ name: String) {
      self.document = document
      self.kind = kind
      folded = Self.fold(name)
    }

    /// Without width, case, blanks and quotation marks.
    static func fold(_ name: String) -> String {
      let marks = Set("·・\"“”「」《》")
      return name.precomposedStringWithCompatibilityMapping.lowercased()
        .filter { !$0.isWhitespace && !marks.contains($0) }
    }
  }

  /// An event and the documents that tell it.
  struct Event {
    let id: String
    let type: String
    /// The values of each role, any of which will do: entities, or beginnings of literals.
    let core: [(role: String, values: [String])]
    /// How each document tells it, and whether only in passing.
    let told: [String: (realis: [String], inPassing: Bool)]
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Stories")

  let entities: [Name: String]
  let events: [Event]

  init() throws {
    entities = try Self.readEntities()
    events = try Self.rows("events").map(Self.event)
  }

  private static func readEntities() throws -> [Name: String] {
    let kinds = ["company": "org", "organization": "org", "person": "per", "product": "prd"]
    var result: [Name: String] = [:]
    for row in try rows("entities") {
      for mention in row[2].split(separator: "|") {
        let (document, name) = pair(mention, at: ":")
        result[Name(document, kinds[row[1]] ?? row[1], name)] = row[0]
      }
    }
    return result
  }

  private static func event(_ row: [String]) -> Event {
    let core = row[2].split(separator: ";").map { part in
      let (role, values) = pair(part, at: "=")
      return (role: role, values: values.split(separator: ",").map(String.init))
    }
    var told: [String: (realis: [String], inPassing: Bool)] = [:]
    for part in row[3].split(separator: "|") {
      let (document, realis) = pair(part, at: ":")
      let names = realis.filter { $0 != "?" }.split(separator: "+").map(String.init)
      told[document] = (names, realis.hasSuffix("?"))
    }
    return Event(id: row[0], type: row[1], core: core, told: told)
  }

  private static func pair(_ text: Substring, at mark: Character) -> (String, String) {
    let parts = text.split(separator: mark, maxSplits: 1).map(String.init)
    return (parts.first ?? "", parts.count > 1 ? parts[1] : "")
  }

  private static func rows(_ stem: String) throws -> [[String]] {
    let text = try String(contentsOf: folder.appending(path: "\(stem).tsv"), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
