/// Writes a graph in the DOT language of Graphviz.
///
///     var bytes: [UInt8] = []
///     let note = DOT.write(graph) { bytes.append(contentsOf: $0) }
///     // shiji export graph.json --format dot | dot -Tsvg > graph.svg
///
/// The shape of a node says its type, the style of a line its status: solid happened, dashed
/// planned, dotted rumoured, red with ✗ denied. Who acts stands left of the event, what it is done
/// to stands right. Tooltips carry the sentence that is the evidence.
public enum DOT {
  /// What to draw, and how.
  public struct Options: Hashable, Sendable {
    /// Which edges are drawn.
    public enum Projection: String, Hashable, Sendable {
      /// Events with those who take part, and relations.
      case events
      /// Entities only, with relations and derived edges.
      case entities
    }

    /// How nodes are placed.
    public enum Layout: String, Hashable, Sendable {
      /// As Graphviz likes.
      case network
      /// Events stand along an axis of months.
      case timeline
    }

    /// The most nodes to draw.
    public var maximumNodes = 200
    /// Which edges are drawn.
    public var projection = Projection.events
    /// How nodes are placed.
    public var layout = Layout.network
    /// Whether amounts are nodes, too; they always stand in the label of their event.
    public var showsMoneyNodes = false

    /// The usual options.
    public init() {}
  }

  /// Gives the DOT text piece by piece, and passes on what `body` throws.
  ///
  /// Returns a line that says what was left out, or nil where all is drawn.
  @discardableResult
  public static func write(
    _ graph: Graph, options: Options = Options(), _ body: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows -> String? {
    let picture = DOTPicture(graph, options)
    var text = header(picture)
    for node in picture.nodes { text += picture.statement(node) }
    for statement in picture.edgeStatements() { text += statement }
    if options.layout == .timeline { text += picture.axis() }
    text += "}\n"
    try text.withUTF8 { try body(UnsafeRawBufferPointer($0)) }
    return picture.selection.note
  }

  /// The whole DOT text at once.
  public static func bytes(_ graph: Graph, options: Options = Options()) -> [UInt8] {
    var bytes: [UInt8] = []
    write(graph, options: options) { bytes.append(contentsOf: $0) }
    return bytes
  }

  private static func header(_ picture: DOTPicture) -> String {
    let font = "fontname=\"Noto Sans CJK SC,PingFang SC,Microsoft YaHei,sans-serif\""
    return """
      digraph shiji {
        graph [rankdir=LR, newrank=true, nodesep=0.25, ranksep=0.6, pad=0.3, \(font), \
      fontsize=10, fontcolor="#555555", labelloc=b, label=\(DOTText.quoted(picture.caption))]
        node [\(font), fontsize=11, style=filled, color="#666666", margin="0.12,0.06"]
        edge [\(font), fontsize=9, color="#777777", fontcolor="#555555", arrowsize=0.7]

      """
  }
}

/// Quoting of the DOT language.
enum DOTText {
  /// An id: only quotes and backslashes are special.
  static func id(_ text: String) -> String {
    "\"" + escaped(text, entities: false) + "\""
  }

  /// A label, tooltip or address, in which Graphviz resolves HTML entities, too.
  static func quoted(_ text: String) -> String {
    "\"" + escaped(text, entities: true) + "\""
  }

  private static func escaped(_ text: String, entities: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "&" where entities: result += "&amp;"
      case _ where isControl(scalar): result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Text inside an HTML-like label.
  static func html(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case _ where isControl(scalar): result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      || scalar == "\u{2028}" || scalar == "\u{2029}" || scalar.value == 0xFFFE
      || scalar.value == 0xFFFF
  }

  /// Shortens to a number of characters, with a mark that something is missing.
  static func shortened(_ text: String, to limit: Int) -> String {
    text.count > limit ? text.prefix(limit - 1) + "…" : text
  }

  /// Breaks a long name into lines of about equal width; a Latin letter counts half.
  static func wrapped(_ text: String, width: Int = 24) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for character in text {
      let isBreak = character == " " ? used >= width * 2 / 3 : used >= width && !character.isASCII
      if isBreak {
        lines.append(line)
        line = ""
        used = 0
        if character == " " { continue }
      }
      line.append(character)
      used += character.isASCII ? 1 : 2
    }
    return lines + [line]
  }
}
