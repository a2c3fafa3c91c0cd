import KnowledgeGraph

extension RuleCoverage {
  /// Everything as an object.
  package var json: JSONValue {
    [
      "documents": .number(String(documents)), "lines": .array(lines.map(Self.object)),
      "tables": .array(
        tables.map { table in
          [
            "name": .string(table.name), "rows": .number(String(table.rows.count)),
            "seen": .number(String(table.seen)),
          ]
        }),
    ]
  }

  private static func object(_ line: Line) -> JSONValue {
    [
      "file": .string(line.line.path), "fired": .number(String(line.fired)),
      "keyword": .string(line.line.keyword), "line": .number(String(line.line.number)),
      "stopped": .object(
        JSONObject(line.stops.map { .init($0.reason, .number(String($0.count))) })),
      "triggers": .object(
        JSONObject(
          line.triggers.map {
            .init(
              $0.word, ["fired": .number(String($0.fired)), "stood": .number(String($0.stood))])
          })),
      "tried": .number(String(line.tried)),
    ]
  }
}
