/// Writes what a query found.
public struct QueryText: Sendable {
  /// The forms.
  public enum Format: String, Sendable, CaseIterable {
    /// A line each, with a sentence.
    case text
    /// A JSON object each.
    case jsonl
    /// A header, then a row each.
    case tsv
  }

  private let index: GraphIndex
  private let words: RelationWords

  /// Writes matches of a graph.
  public init(_ index: GraphIndex) {
    self.index = index
    words = RelationWords(index.graph)
  }

  /// The matches, all of one kind. Complexity: linear in what is written.
  public func text(_ matches: [QueryMatch], as format: Format) -> String {
    let lines: [String]
    switch format {
    case .text: lines = matches.map(text)
    case .jsonl:
      let writer = QueryJSON(index)
      lines = matches.map { String(decoding: JSONWriter.bytes(writer.json($0)), as: UTF8.self) }
    case .tsv:
      let writer = QueryTable(index)
      lines = (matches.first.map { [writer.header($0)] } ?? []) + matches.map(writer.row)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func text(_ match: QueryMatch) -> String {
    switch match {
    case .event(let event):
      let mark = event.status == .asserted ? "" : " [\(RoleLabels.label(event.status))]"
      let sources = event.sources > 1 ? "  \(event.sources) 个来源" : ""
      let day = EventDay(event)?.label ?? "日期不详"
      let line = "\(day)  \(event.label)\(mark)  \(event.name)\(sources)  \(event.id)"
      return quoted(line, index.graph.quote(ofEvent: event.id))
    case .entity(let entity):
      let aliases = entity.aliases.prefix(4).joined(separator: "、")
      return "\(entity.name)  \(TypeLabels.label(entity.type))  \(entity.documents.count) 篇"
        + (aliases.isEmpty ? "" : "  又名 \(aliases)") + "  \(entity.id)"
    case .relation(let edge):
      let graph = index.graph
      let titles = edge.attributes.flatMap(\.values).map(\.text.onOneLine).joined(separator: "、")
      let name = (edge.former == true ? "（曾）" : "") + words.label(edge.type)
      let span = [edge.start, edge.end].compactMap(\.self).joined(separator: " 至 ")
      let parts = [
        "\(graph.node(edge.source)?.name ?? edge.source) —\(name)→ "
          + "\(graph.node(edge.target)?.name ?? edge.target)", titles, span, edge.id,
      ]
      return quoted(parts.filter { !$0.isEmpty }.joined(separator: "  "), graph.quote(edge))
    }
  }

  private func quoted(_ line: String, _ quote: Quote?) -> String {
    line + (quote.map { "\n    \($0.line)" } ?? "")
  }
}
