import ChineseText
import KnowledgeGraph

extension NameReport {
  /// The report as an object; spans are half open and count Unicode scalars of the text.
  package func json(expecting words: [String] = []) -> JSONValue {
    var members: [JSONObject.Member] = [
      .init("leftOut", .array(leftOut.map(Self.object))),
      .init("names", .array(names.map(Self.object))),
      .init("text", .string(text.string(TextSpan(0, text.count)))),
    ]
    if !words.isEmpty {
      members.append(.init("expected", .array(words.map { Self.object(absence(of: $0)) })))
    }
    return .object(JSONObject(members))
  }

  private static func object(_ item: Item) -> JSONValue {
    var members: [JSONObject.Member] = [
      .init("cues", .array(item.cues.map(object))), .init("found", .string(item.finding.key)),
      .init("rivals", .array(item.rivals.map(object))),
      .init(
        "rows",
        .array(
          item.rows.map { row in
            ["file": .string(row.path), "line": .number(String(row.line))]
          })),
      .init("span", span(item.span)), .init("text", .string(item.text)),
      .init("type", .string(item.kind.rawValue)),
    ]
    if let id = item.id { members.append(.init("entity", .string(id))) }
    if let name = item.name { members.append(.init("name", .string(name))) }
    if let reading = item.reading { members.append(.init("reading", .string(reading))) }
    if let points = item.points {
      members.append(.init("points", .number(String(points.have))))
      if let needed = points.needed { members.append(.init("needed", .number(String(needed)))) }
    }
    return .object(JSONObject(members))
  }

  private static func object(_ cue: Cue) -> JSONValue {
    [
      "place": .string(cue.isBefore ? "before" : "after"),
      "points": .object(
        JSONObject(cue.points.map { .init($0.kind.rawValue, .number(String($0.points))) })),
      "text": .string(cue.text),
    ]
  }

  private static func object(_ rival: Rival) -> JSONValue {
    [
      "detour": .number(Nats.text(rival.detour)), "from": .string(rival.from.rawValue),
      "tags": .array(rival.tags.names.map(JSONValue.string)), "text": .string(rival.text),
    ]
  }

  private static func object(_ absence: NameAbsence) -> JSONValue {
    var members: [JSONObject.Member] = [
      .init("reason", .string(absence.reason.rawValue)),
      .init("says", .array(absence.lines.map(JSONValue.string))),
      .init("word", .string(absence.word)),
    ]
    if let span = absence.span { members.append(.init("span", Self.span(span))) }
    if let hint = absence.hint { members.append(.init("hint", .string(hint))) }
    return .object(JSONObject(members))
  }

  private static func span(_ span: TextSpan) -> JSONValue {
    [.number(String(span.start)), .number(String(span.end))]
  }
}
