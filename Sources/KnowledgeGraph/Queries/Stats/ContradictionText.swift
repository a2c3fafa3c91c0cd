/// Writes contradictions with the sentences that contradict each other.
public enum ContradictionText {
  /// The findings in words: a heading, then a line each with its sentences below.
  public static func text(_ contradictions: [Contradiction], limit: Int = 0) -> String {
    var lines = ["矛盾 \(contradictions.count)"]
    for kind in Contradiction.Kind.allCases {
      let group = contradictions.filter { $0.kind == kind }
      if group.isEmpty { continue }
      let shown = limit > 0 ? group.prefix(limit) : group[...]
      let rest = group.count - shown.count
      lines += ["", "\(kind.label) \(group.count)" + (rest > 0 ? "（另有 \(rest) 项未列）" : "")]
      for finding in shown {
        lines.append("  \(finding.text.onOneLine)  \(finding.nodes.joined(separator: " "))")
        lines += finding.quotes.map { "      \($0.line)" }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The findings as JSON objects, a line each.
  public static func jsonLines(_ contradictions: [Contradiction]) -> String {
    contradictions.map { finding in
      let quotes = finding.quotes.map { quote -> JSONValue in
        var object = JSONObject()
        object.append("claim", .string(quote.claim))
        object.append("document", .string(quote.document))
        object.append("published", quote.published.map { .string($0) })
        object.append("source", quote.source.map { .string($0) })
        object.append("text", .string(quote.text))
        return .object(object)
      }
      let value: JSONValue = [
        "evidence": .array(quotes), "kind": .string(finding.kind.rawValue),
        "nodes": .array(finding.nodes.map { .string($0) }), "text": .string(finding.text),
      ]
      return String(decoding: JSONWriter.bytes(value), as: UTF8.self) + "\n"
    }.joined()
  }
}
