/// Why a line is no fact.
public enum FactError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line is no JSON.
  case badJSON(JSONError)
  /// The line is JSON, but no object with a `kind`.
  case notAFact
  /// The kind is none of those of data-model.md.
  case unknownKind(String)
  /// A member that the kind needs is missing or of the wrong type.
  case missing(member: String, kind: String)

  /// One line for people.
  public var description: String {
    switch self {
    case .badJSON(let error): "bad JSON at \(error)"
    case .notAFact: "not an object with a \"kind\""
    case .unknownKind(let kind): "unknown kind \"\(kind)\""
    case .missing(let member, let kind): "a line of kind \"\(kind)\" needs \"\(member)\""
    }
  }
}

/// A line that could not be used, and where it stood.
public struct FactProblem: Hashable, Sendable, CustomStringConvertible {
  /// The name of the input, as the caller gave it.
  public let source: String
  /// The number of the line, from 1.
  public let line: Int
  /// What was wrong.
  public let message: String

  /// One line for people: `source:line: message`.
  public var description: String { "\(source):\(line): \(message)" }
}

/// One line of facts.
///
///     let fact = try Fact(line: bytes)
///     if case .claim(let claim) = fact { print(claim.type, claim.realis) }
///
/// Unknown members are ignored, so that later versions may add some.
public enum Fact: Hashable, Sendable {
  /// A document was read.
  case document(DocumentFact)
  /// A document names an entity.
  case entity(EntityFact)
  /// A span of a document; the graph does not use it.
  case mention(document: String, JSONValue)
  /// A document states an event or a relation.
  case claim(ClaimFact)
  /// A document says that two names are one entity.
  case same(SameFact)
  /// A record could not be read.
  case error(ErrorFact)

  /// Reads a line, without its line end. Complexity: linear.
  public init(line: UnsafeRawBufferPointer) throws(FactError) {
    let value: JSONValue
    do { value = try JSONParser.parse(line) } catch { throw .badJSON(error) }
    try self.init(value)
  }

  /// Reads a line, without its line end. Complexity: linear.
  public init(line: [UInt8]) throws(FactError) {
    let value: JSONValue
    do { value = try JSONParser.parse(line) } catch { throw .badJSON(error) }
    try self.init(value)
  }

  /// Interprets a line that is parsed already.
  public init(_ value: JSONValue) throws(FactError) {
    guard let kind = value["kind"]?.stringValue else { throw .notAFact }
    let member = Members(value: value, kind: kind)
    switch kind {
    case "document": self = .document(try DocumentFact(member))
    case "entity": self = .entity(try EntityFact(member))
    case "mention": self = .mention(document: try member.string("document"), value)
    case "claim": self = .claim(try ClaimFact(member))
    case "same": self = .same(try SameFact(member))
    case "error": self = .error(ErrorFact(member))
    default: throw .unknownKind(kind)
    }
  }
}

/// The members of a line, with errors that name what is missing.
struct Members {
  let value: JSONValue
  let kind: String

  func string(_ member: String) throws(FactError) -> String {
    guard let text = value[member]?.stringValue, !text.isEmpty else {
      throw .missing(member: member, kind: kind)
    }
    return text
  }

  func text(_ member: String) -> String? { value[member]?.stringValue }
}

/// A document that was read.
public struct DocumentFact: Hashable, Sendable {
  /// The id: the record's, or made from its address or path.
  public let id: String
  /// The headline.
  public let title: String?
  /// When it was published, as an ISO date or date and time.
  public let published: String?
  /// The outlet.
  public let source: String?
  /// The address.
  public let url: String?
  /// The digest of the text: documents with the same one are reprints.
  public let sha256: String?
  /// A fingerprint of the text that survives editing: 64 hexadecimal digits; long texts only.
  public let sketch: String?
  /// The digest of the lexicons that the facts were made with.
  public let lexicons: String?

  init(_ member: Members) throws(FactError) {
    id = try member.string("id")
    title = member.text("title")
    published = member.text("published")
    source = member.text("source")
    url = member.text("url")
    sha256 = member.text("sha256")
    sketch = member.text("sketch")
    lexicons = member.text("lexicons")
  }
}

/// An entity that a document names.
public struct EntityFact: Hashable, Sendable {
  /// The document.
  public let document: String
  /// The id of the name: a slug of a lexicon, or a digest of the name.
  public let id: String
  /// One of the types of data-model.md.
  public let type: String
  /// The full name.
  public let name: String
  /// Other names that this document uses.
  public let aliases: [String]
  /// Codes elsewhere, such as `ticker`; sorted by name.
  public let references: [Reference]

  /// One code, such as a ticker.
  public struct Reference: Hashable, Sendable {
    /// Whose code it is.
    public let scheme: String
    /// The code.
    public let code: String
  }

  init(_ member: Members) throws(FactError) {
    document = try member.string("document")
    id = try member.string("id")
    type = try member.string("type")
    name = try member.string("name")
    aliases = (member.value["aliases"]?.arrayValue ?? []).compactMap(\.stringValue)
    references = (member.value["xref"]?.objectValue?.members ?? []).flatMap { entry in
      let codes = entry.value.arrayValue ?? [entry.value]
      return codes.compactMap(\.textValue).map { Reference(scheme: entry.key, code: $0) }
    }
  }
}

/// A statement that two names are one entity.
public struct SameFact: Hashable, Sendable {
  /// The document that says so.
  public let document: String
  /// One entity id.
  public let a: String
  /// The other entity id.
  public let b: String
  /// How it is said, such as `translation`.
  public let basis: String?
  /// The sentence that says so.
  public let evidence: String?

  init(_ member: Members) throws(FactError) {
    evidence = member.value["evidence"]?.arrayValue?.first?["text"]?.stringValue
    document = try member.string("document")
    a = try member.string("a")
    b = try member.string("b")
    basis = member.text("basis")
  }
}

/// A record that could not be read.
public struct ErrorFact: Hashable, Sendable {
  /// The input.
  public let source: String?
  /// The number of the record in the input.
  public let record: Int?
  /// A short code, such as `bad-json`.
  public let code: String?
  /// What was wrong.
  public let message: String?

  init(_ member: Members) {
    source = member.text("source")
    record = member.value["record"]?.intValue
    code = member.text("code")
    message = member.text("message")
  }
}
