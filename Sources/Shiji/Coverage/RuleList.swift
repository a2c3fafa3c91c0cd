import EventRules
import KnowledgeGraph

/// The event types and relations in use, with their roles and how many lines and triggers tell them.
package struct RuleList: Sendable {
  private let rows: [(type: RuleSet.TypeSummary, path: String, lines: Int, triggers: Int)]

  /// Lists the types of these names; all where there are none.
  package init(_ rules: RuleSet, _ sources: [RuleSource], _ names: [String] = []) {
    let lines = RuleLines.of(sources)
    rows = rules.summaries.filter { names.isEmpty || names.contains($0.name) }.map { type in
      let source = sources.first { $0.name == type.name }
      let own = lines.filter { $0.path == source?.path }
      return (
        type, source?.path ?? "", own.count, own.reduce(0) { $0 + $1.triggers.count }
      )
    }
  }

  /// A line a type.
  package var text: String {
    let table = rows.map { row in
      [
        row.type.name, row.type.label, row.type.isRelation ? "relation" : "event",
        String(row.lines), String(row.triggers), row.type.roles.joined(separator: " "),
      ]
    }
    let head = ["type", "", "", "lines", "triggers", "roles"]
    return TextColumns.lines([head] + table, [.left, .left, .left, .right, .right, .left])
      .joined(separator: "\n") + "\n"
  }

  /// An array with an object a type.
  package var json: JSONValue {
    .array(
      rows.map { row in
        [
          "class": .string(row.type.isRelation ? "relation" : "event"),
          "file": .string(row.path), "label": .string(row.type.label),
          "lines": .number(String(row.lines)),
          "roles": .array(row.type.roles.map(JSONValue.string)),
          "triggers": .number(String(row.triggers)), "type": .string(row.type.name),
        ]
      })
  }
}
