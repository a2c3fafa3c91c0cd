import ChineseText
import KnowledgeGraph

/// An article with what people say stands in it.
package struct GoldArticle: Sendable {
  struct Entity: Sendable {
    let name: String
    let type: String
    let aliases: [String]
  }

  struct Money: Sendable {
    let surface: String
    let low: ExactNumber?
    let high: ExactNumber?
    let currency: String
    let isApproximate: Bool
  }

  struct Event: Sendable {
    let type: String
    /// Fillers in the order of the file.
    let roles: [(role: String, fillers: [String])]
    let date: String?
    let realis: String?
    let evidence: String
  }

  struct Relation: Sendable {
    let type: String
    let from: String
    let to: String
    let isFormer: Bool
  }

  /// The id of its document.
  package let id: String
  let title: String
  let published: String?
  let text: String
  let entities: [Entity]
  let money: [Money]
  let events: [Event]
  let relations: [Relation]

  /// The document without the annotation.
  var document: Document {
    Document(id: id, title: title, text: text, published: published.flatMap(CalendarDate.init))
  }
}

extension GoldArticle {
  /// Reads all articles (`*.json`) of a folder, or one file, in bytewise order of their names.
  package static func read(_ path: String) throws(FileError) -> [GoldArticle] {
    var paths = [path]
    if FileSystem.isFolder(path) {
      paths = FileSystem.walk(path).filter { $0.hasSuffix(".json") && !$0.contains("/") }
        .map { PathName.join(path, $0) }
    }
    guard !paths.isEmpty else {
      throw FileError(path: path, reason: "holds no annotated article (*.json)")
    }
    var articles: [GoldArticle] = []
    for path in paths {
      let article = try GoldReader(path: path).article()
      if articles.contains(where: { $0.id == article.id }) {
        throw FileError(path: path, reason: "the id \(article.id) occurs twice")
      }
      articles.append(article)
    }
    return articles
  }
}

/// Reads one article; what is missing or of another type is an error with its place in the file.
private struct GoldReader {
  let path: String

  func article() throws(FileError) -> GoldArticle {
    let root: JSONValue
    let bytes = try FileSystem.read(path)
    do throws(JSONError) { root = try JSONParser.parse(bytes) } catch {
      throw fail("is no JSON: \(error.description)")
    }
    guard root.objectValue != nil else { throw fail("is no object; an article is one") }
    var entities: [GoldArticle.Entity] = []
    for (place, value) in try list(root, "entities", "") {
      entities.append(
        GoldArticle.Entity(
          name: try text(value, "name", place), type: try text(value, "type", place),
          aliases: try texts(value, "aliases", place)))
    }
    var money: [GoldArticle.Money] = []
    for (place, value) in try list(root, "money", "") { money.append(try self.money(value, place)) }
    var events: [GoldArticle.Event] = []
    for (place, value) in try list(root, "events", "") { events.append(try event(value, place)) }
    var relations: [GoldArticle.Relation] = []
    for (place, value) in try list(root, "relations", "") {
      relations.append(
        GoldArticle.Relation(
          type: try text(value, "type", place), from: try text(value, "from", place),
          to: try text(value, "to", place), isFormer: value["former"]?.boolValue ?? false))
    }
    return GoldArticle(
      id: try text(root, "id", ""), title: root["title"]?.stringValue ?? "",
      published: root["published"]?.stringValue, text: try text(root, "text", ""),
      entities: entities, money: money, events: events, relations: relations)
  }

  private func money(_ value: JSONValue, _ place: String) throws(FileError) -> GoldArticle.Money {
    GoldArticle.Money(
      surface: try text(value, "surface", place),
      low: value["low"]?.textValue.flatMap(ExactNumber.init),
      high: value["high"]?.textValue.flatMap(ExactNumber.init),
      currency: try text(value, "currency", place),
      isApproximate: value["approx"]?.boolValue ?? false)
  }

  private func event(_ value: JSONValue, _ place: String) throws(FileError) -> GoldArticle.Event {
    let type = GoldScheme.type(try text(value, "type", place))
    guard let known = GoldScheme.articles.roles[type] else {
      throw fail(
        "\(place).type: unknown type \(type)"
          + suggestion(for: type, among: GoldScheme.articles.types))
    }
    var roles: [(role: String, fillers: [String])] = []
    for member in value["roles"]?.objectValue?.members ?? [] {
      let role = GoldScheme.role(member.key, of: type)
      guard known.contains(where: { $0.name == role }) else {
        throw fail(
          "\(place).roles: \(type) has no role \(role)"
            + suggestion(for: role, among: known.map(\.name)))
      }
      let fillers = member.value.stringValue.map { [$0] } ?? strings(member.value)
      guard let fillers else { throw fail("\(place).roles.\(role) must be a text or a list") }
      roles.append((role, fillers))
    }
    return GoldArticle.Event(
      type: type, roles: roles, date: value["date"]?.stringValue,
      realis: value["realis"]?.stringValue, evidence: value["evidence"]?.stringValue ?? "")
  }

  private func list(
    _ value: JSONValue, _ name: String, _ place: String
  ) throws(FileError) -> [(place: String, value: JSONValue)] {
    guard let elements = value[name]?.arrayValue else {
      throw fail("\(place)\(name) must be a list")
    }
    return elements.enumerated().map { ("\(name)[\($0)]", $1) }
  }

  private func text(
    _ value: JSONValue, _ name: String, _ place: String
  ) throws(FileError) -> String {
    guard let text = value[name]?.stringValue else {
      throw fail("\(place.isEmpty ? "" : place + ".")\(name) must be a text")
    }
    return text
  }

  private func texts(
    _ value: JSONValue, _ name: String, _ place: String
  ) throws(FileError) -> [String] {
    guard let member = value[name], member != .null else { return [] }
    guard let texts = strings(member) else {
      throw fail("\(place).\(name) must be a list of texts")
    }
    return texts
  }

  private func strings(_ value: JSONValue) -> [String]? {
    guard let elements = value.arrayValue else { return nil }
    let texts = elements.compactMap(\.stringValue)
    return texts.count == elements.count ? texts : nil
  }

  private func fail(_ reason: String) -> FileError { FileError(path: path, reason: reason) }
}
