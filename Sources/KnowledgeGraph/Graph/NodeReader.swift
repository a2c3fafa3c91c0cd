/// Reads a node of graph JSON: its members come in any order, so all are kept until the kind is
/// known.
struct NodeReader {
  private var (id, kind, type, name): (String?, String?, String?, String?)
  private var aliases: [String] = []
  private var attributes: [Graph.Attribute] = []
  private var claims: [String] = []
  private var conflicts: [Graph.Conflict] = []
  private var documents: [String] = []
  private var (first, last): (String?, String?)
  private var history: [Graph.Report] = []
  private var money: ClaimFact.Money?
  private var references: [EntityFact.Reference] = []
  private var sources = 0
  private var origins: [Graph.Origin] = []
  private var merges: [Graph.Merge] = []
  private var status: ClaimFact.Realis?
  private var time: ClaimFact.Time?

  /// The next node; nil where a member that must be there is not.
  static func node(_ parser: inout JSONParser) throws(JSONError) -> Graph.Node? {
    var reader = NodeReader()
    _ = try parser.members { key, parser throws(JSONError) in
      try reader.read(key, &parser)
    }
    return reader.node
  }

  private mutating func read(_ key: String, _ parser: inout JSONParser) throws(JSONError) {
    switch key {
    case "aliases": aliases = try parser.texts()
    case "attributes": attributes = try GraphElements.attributes(&parser)
    case "claims": claims = try parser.texts()
    case "conflicts": conflicts = try parser.elements(Self.conflict)
    case "documents": documents = try parser.texts()
    case "first": first = try parser.text()
    case "history": history = try parser.elements(Self.report)
    case "id": id = try parser.text()
    case "kind": kind = try parser.text()
    case "last": last = try parser.text()
    case "merges": merges = try parser.elements(MergeElements.merge)
    case "money": money = ClaimFact.Money(try parser.value())
    case "name": name = try parser.text()
    case "origins": origins = try parser.elements(MergeElements.origin)
    case "sources": sources = try parser.integer() ?? 0
    case "status": status = try parser.text().flatMap(ClaimFact.Realis.init)
    case "time": time = ClaimFact.Time(try parser.value())
    case "type": type = try parser.text()
    case "xref": references = try Self.references(&parser)
    default: _ = try parser.skip()
    }
  }

  private var node: Graph.Node? {
    guard let id, let name else { return nil }
    switch kind {
    case "entity":
      return type.map {
        .entity(
          Graph.Entity(
            id: id, type: $0, name: name, aliases: aliases, references: references,
            documents: documents, first: first, last: last, origins: origins, merges: merges))
      }
    case "event":
      guard let type, let status else { return nil }
      return .event(
        Graph.Event(
          id: id, type: type, label: type, status: status, history: history, name: name,
          time: time, attributes: attributes, claims: claims, sources: sources,
          conflicts: conflicts, documents: documents))
    case "money":
      return money.map { .money(Graph.Amount(id: id, name: name, money: $0)) }
    default: return nil
    }
  }

  private static func references(
    _ parser: inout JSONParser
  ) throws(JSONError) -> [EntityFact.Reference] {
    var result: [EntityFact.Reference] = []
    _ = try parser.members { key, parser throws(JSONError) in
      result += try parser.texts().map { EntityFact.Reference(scheme: key, code: $0) }
    }
    return result
  }

  private static func report(_ parser: inout JSONParser) throws(JSONError) -> Graph.Report? {
    var (claim, published): (String?, String?)
    var realis: ClaimFact.Realis?
    _ = try parser.members { key, parser throws(JSONError) in
      switch key {
      case "claim": claim = try parser.text()
      case "published": published = try parser.text()
      case "realis": realis = try parser.text().flatMap(ClaimFact.Realis.init)
      default: _ = try parser.skip()
      }
    }
    guard let claim, let realis else { return nil }
    return Graph.Report(claim: claim, published: published, realis: realis)
  }

  private static func conflict(_ parser: inout JSONParser) throws(JSONError) -> Graph.Conflict? {
    var role: String?
    var values: [Graph.Conflict.Version] = []
    _ = try parser.members { key, parser throws(JSONError) in
      switch key {
      case "role": role = try parser.text()
      case "values": values = try parser.elements(version)
      default: _ = try parser.skip()
      }
    }
    return role.map { Graph.Conflict(role: $0, values: values) }
  }

  private static func version(
    _ parser: inout JSONParser
  ) throws(JSONError) -> Graph.Conflict.Version? {
    var text: String?
    var claims: [String] = []
    _ = try parser.members { key, parser throws(JSONError) in
      switch key {
      case "claims": claims = try parser.texts()
      case "text": text = try parser.text()
      default: _ = try parser.skip()
      }
    }
    return text.map { Graph.Conflict.Version(text: $0, claims: claims) }
  }
}
