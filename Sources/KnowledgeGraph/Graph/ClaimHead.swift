/// What a graph must know of a claim before anybody asks for it; the rest of its line is checked
/// for its grammar and left unread.
struct ClaimHead {
  /// The id; empty where it is missing.
  private(set) var id = ""
  /// The type; empty where it is missing.
  private(set) var type = ""
  /// The Chinese name of the type.
  private(set) var label: String?
  private var document = ""
  private var hasRoles = false
  /// Where the bytes of the claim stand.
  private(set) var place: Range<Int>

  /// Reads the next value, which begins with `{`.
  init(_ parser: inout JSONParser) throws(JSONError) {
    _ = parser.peek()
    let start = parser.position
    place = start..<start
    try parser.beginObject()
    var first = true
    while let key = try parser.nextKey(first: &first) {
      switch key {
      case "document": document = try parser.text() ?? ""
      case "id": id = try parser.text() ?? ""
      case "label": label = try parser.text()
      case "roles":
        hasRoles = parser.peek() == UInt8(ascii: "{")
        _ = try parser.skip()
      case "type": type = try parser.text() ?? ""
      default: _ = try parser.skip()
      }
    }
    place = start..<parser.position
  }

  /// Whether nothing is missing that `ClaimFact` needs.
  var isWhole: Bool { !id.isEmpty && !type.isEmpty && !document.isEmpty && hasRoles }
}
