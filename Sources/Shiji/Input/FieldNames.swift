import KnowledgeGraph

/// A part of a document that a JSON record may hold.
public enum Field: String, Sendable, CaseIterable {
  case text, title, published, id, url, source
}

/// Where JSON records keep the parts of a document.
///
/// A part whose place is not named is looked for under the names that dumps use most. A place is
/// the name of a member, or a JSON Pointer (`/data/content`) for what lies deeper.
public struct FieldNames: Sendable {
  private var rank: [String: (field: Field, rank: Int)] = [:]
  private var pointers: [(field: Field, path: [String])] = []
  private var named: Set<Field> = []

  /// Looks for every part under its usual names.
  public init() {
    for field in Field.allCases {
      for (index, name) in Self.usual(field).enumerated() { rank[name] = (field, index) }
    }
  }

  /// Says where a part stands.
  public mutating func set(_ field: Field, to place: String) {
    for (name, entry) in rank where entry.field == field { rank[name] = nil }
    pointers.removeAll { $0.field == field }
    named.insert(field)
    if place.hasPrefix("/") {
      pointers.append((field, Self.path(place)))
    } else {
      rank[place] = (field, 0)
    }
  }

  /// The names under which a part is looked for.
  static func usual(_ field: Field) -> [String] {
    switch field {
    case .text: ["text", "content", "body", "article", "正文", "内容", "文章"]
    case .title: ["title", "headline", "标题"]
    case .published:
      [
        "published", "date", "pubtime", "pub_time", "publish_time", "publishTime", "published_at",
        "publishedAt", "pubdate", "pubDate", "publish_date", "datetime", "time", "created_at",
        "发布时间", "日期", "时间",
      ]
    case .id: ["id", "_id", "doc_id", "docid", "article_id", "uuid"]
    case .url: ["url", "link", "href", "链接", "网址"]
    case .source: ["source", "media", "site", "publisher", "来源", "媒体"]
    }
  }

  /// The usual names of the text, for the message that none was found.
  var triedForText: String {
    named.contains(.text)
      ? "the field that --text-field names"
      : Self.usual(.text).prefix(4).joined(separator: ", ")
  }

  /// The values of a record by part.
  func values(of record: JSONObject) -> [Field: JSONValue] {
    let found = find(in: record)
    var values: [Field: JSONValue] = [:]
    for field in Field.allCases { values[field] = found[field] }
    return values
  }

  /// The values of a record, without a dictionary.
  func find(in record: JSONObject) -> FieldValues {
    var found = FieldValues()
    for (index, member) in record.members.enumerated() {
      guard let entry = rank[member.key], member.value != .null else { continue }
      found.note(entry.field, rank: entry.rank, member: index, of: record)
    }
    for pointer in pointers {
      if let value = Self.resolve(pointer.path, in: .object(record)) {
        found.set(pointer.field, to: value)
      }
    }
    return found
  }

  /// The steps of a JSON Pointer (RFC 6901).
  private static func path(_ pointer: String) -> [String] {
    pointer.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map { step in
      var result = ""
      var isEscaped = false
      for character in step {
        if isEscaped {
          result += character == "1" ? "/" : character == "0" ? "~" : "~\(character)"
          isEscaped = false
        } else if character == "~" {
          isEscaped = true
        } else {
          result.append(character)
        }
      }
      return result
    }
  }

  private static func resolve(_ path: [String], in value: JSONValue) -> JSONValue? {
    var current = value
    for step in path {
      if let member = current[step] {
        current = member
      } else if let elements = current.arrayValue, let index = Int(step),
        elements.indices.contains(index)
      {
        current = elements[index]
      } else {
        return nil
      }
    }
    return current == .null ? nil : current
  }
}

/// What a record holds, by part.
struct FieldValues {
  private var values: [JSONValue?] = [nil, nil, nil, nil, nil, nil]
  private var ranks = SIMD8<Int32>(repeating: Int32.max)

  subscript(field: Field) -> JSONValue? { values[Self.slot(field)] }

  /// Keeps a member's value unless a more usual name was seen; of equal names the last one holds.
  mutating func note(_ field: Field, rank: Int, member: Int, of record: JSONObject) {
    let slot = Self.slot(field)
    let rank = Int32(truncatingIfNeeded: rank)
    guard rank <= ranks[slot] else { return }
    ranks[slot] = rank
    values[slot] = record.members[member].value
  }

  mutating func set(_ field: Field, to value: JSONValue) { values[Self.slot(field)] = value }

  private static func slot(_ field: Field) -> Int {
    switch field {
    case .text: 0
    case .title: 1
    case .published: 2
    case .id: 3
    case .url: 4
    case .source: 5
    }
  }
}
