/// Writes what documents say as a list for people: the title, the events and relations in the order
/// of the text, each sentence once, below what it says.
///
///     沃图汽车半年流失五名高管
///     36氪 · 2018-05-21 · wotu-exits
///
///       2018-02  离职        人物 Rafael Montero  机构 沃图汽车  职务 首席设计师
///                首席设计师  Rafael Montero → 沃图汽车  曾任
///                “今年2月，首席设计师Rafael Montero请辞；”
///
/// An event that several documents report stands where it is told best. What is planned, rumoured
/// or denied is marked, and amounts are followed by their exact value.
public struct EventList: Sendable {
  /// Whether the text has the colours of a terminal.
  public var isColoured = false
  /// How many cells a line may have; nil breaks no line.
  public var width: Int?

  /// A plain list, a line for each event however long.
  public init() {}

  /// Gives the list piece by piece, and passes on what `body` throws.
  public func write(
    _ graph: Graph, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    let page = EventListPage(graph, TextPaint(isColoured: isColoured), width: width)
    for (number, document) in EventListDocument.all(of: graph).enumerated() {
      var text = (number == 0 ? "" : "\n") + page.text(document)
      try text.withUTF8 { try body(UnsafeRawBufferPointer($0)) }
    }
  }

  /// The whole list at once.
  public func text(_ graph: Graph) -> String {
    var bytes: [UInt8] = []
    write(graph) { bytes.append(contentsOf: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
