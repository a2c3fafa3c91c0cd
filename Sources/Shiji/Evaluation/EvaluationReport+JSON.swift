import KnowledgeGraph

extension EvaluationReport {
  /// The report as an object, all differences included.
  package var json: JSONValue {
    var members: [JSONObject.Member] = [
      .init("documents", documentsJSON), .init("errors", .array(whole.errors.map(Self.object))),
      .init("score", .number(Share.number(whole.score))),
      .init(
        "total",
        .object(
          JSONObject([
            .init("arguments", Self.object(whole.arguments)),
            .init("entities", Self.object(whole.mergedEntities)),
            .init("entities_strict", Self.object(whole.entities)),
            .init("entities_untyped", Self.object(whole.untypedEntities)),
            .init("events", Self.object(whole.events)),
            .init("money", Self.object(whole.money)),
            .init("money_exact", Self.object(whole.exactMoney)),
            .init("relations", Self.object(whole.relations)),
          ]))),
      .init("repeated_events", .number(String(whole.repeats))), .init("time", time),
      .init("realis", realis), .init("former", Self.object(whole.former)),
    ]
    if let masked {
      members.append(
        .init(
          "leave_one_out",
          [
            "arguments": Self.object(masked.run.whole.arguments.micro),
            "dropped_events": .number(String(masked.dropped)),
            "events": Self.object(masked.run.whole.events.micro),
            "score": .number(Share.number(masked.run.whole.score)),
          ]))
    }
    return .object(JSONObject(members))
  }

  private var documentsJSON: JSONValue {
    .object(
      JSONObject(
        run.documents.map { id, evaluation in
          var parts = Evaluation.Part.allCases.map { part in
            JSONObject.Member(part.rawValue, Self.object(evaluation.table(part).micro))
          }
          parts.append(.init("score", .number(Share.number(evaluation.score))))
          return .init(id, .object(JSONObject(parts)))
        }))
  }

  private var time: JSONValue {
    let details = whole.details
    return [
      "dated": .number(String(details.dated)), "right": .number(String(details.rightTime)),
      "without": .number(String(details.withoutTime)),
      "undated": .number(String(details.undated)),
      "invented": .number(String(details.inventedTime)),
    ]
  }

  private var realis: JSONValue {
    var members = whole.details.wrongRealis.map { JSONObject.Member($0, .number(String($1))) }
    members.append(.init("right", .number(String(whole.details.rightRealis))))
    return .object(JSONObject(members))
  }

  private static func object(_ table: ScoreTable) -> JSONValue {
    let names = table.rows.map { JSONObject.Member($0.name, object($0.score)) }
    return [
      "macro_f1": .number(Share.number(table.macroF1)), "micro": object(table.micro),
      "names": .object(JSONObject(names)),
    ]
  }

  private static func object(_ score: Score) -> JSONValue {
    [
      "f1": .number(Share.number(score.f1)), "found": .number(String(score.found)),
      "gold": .number(String(score.gold)), "hits": .number(String(score.hits)),
      "precision": .number(Share.number(score.precision)),
      "recall": .number(Share.number(score.recall)),
    ]
  }

  private static func object(_ error: EvaluationError) -> JSONValue {
    [
      "document": .string(error.document), "item": .string(error.item),
      "kind": .string(error.kind.rawValue), "section": .string(error.section.rawValue),
      "sentence": .string(error.sentence), "weight": .number(String(error.weight)),
    ]
  }
}
