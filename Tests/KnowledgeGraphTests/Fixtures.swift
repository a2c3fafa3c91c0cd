import KnowledgeGraph

/// Builds facts as canonical lines.
struct Facts {
  var lines: [[UInt8]] = []

  static func line(_ value: JSONValue) -> [UInt8] { JSONWriter.bytes(value) }

  mutating func document(
    _ id: String, _ published: String?, source: String = "", text: String = "",
    sketch: String? = nil
  ) {
    var members: [JSONObject.Member] = [
      .init("kind", "document"), .init("id", .string(id)),
      .init("sha256", .string(text.isEmpty ? id : text)), .init("lexicons", "sha256:aa"),
    ]
    if let published { members.append(.init("published", .string(published))) }
    if let sketch { members.append(.init("sketch", .string(sketch))) }
    if !source.isEmpty { members.append(.init("source", .string(source))) }
    lines.append(Self.line(.object(JSONObject(members))))
  }

  mutating func entity(
    _ document: String, _ id: String, _ type: String, _ name: String, aliases: [String] = [],
    ticker: String? = nil
  ) {
    var members: [JSONObject.Member] = [
      .init("kind", "entity"), .init("document", .string(document)), .init("id", .string(id)),
      .init("type", .string(type)), .init("name", .string(name)),
      .init("aliases", .array(aliases.map { .string($0) })),
    ]
    if let ticker { members.append(.init("xref", ["ticker": [.string(ticker)]])) }
    lines.append(Self.line(.object(JSONObject(members))))
  }

  mutating func same(_ document: String, _ a: String, _ b: String) {
    lines.append(
      Self.line(["kind": "same", "document": .string(document), "a": .string(a), "b": .string(b)]))
  }

  /// Adds an event; roles hold entity ids (with a colon) or fillers.
  @discardableResult
  mutating func event(
    _ document: String, _ type: String = "funding", _ roles: [(String, [JSONValue])],
    core: [String] = ["company"], key: String? = nil, realis: String = "asserted",
    time: JSONValue? = nil, by: String? = nil, links: JSONValue = [], evidence: String? = nil,
    once: Bool = false
  ) -> String {
    let id = "clm:\(document)-\(lines.count)"
    var members: [JSONObject.Member] = [
      .init("kind", "claim"), .init("class", "event"), .init("id", .string(id)),
      .init("key", .string(key ?? "evk:\(id)")), .init("document", .string(document)),
      .init("type", .string(type)), .init("label", .string(type == "funding" ? "融资" : type)),
      .init("realis", .string(realis)), .init("confidence", 900),
      .init("roles", .object(JSONObject(roles.map { .init($0.0, .array($0.1.map(Self.filler))) }))),
      .init("core", .array(core.map { .string($0) })), .init("links", links),
      .init("evidence", [["text": .string(evidence ?? "证据 \(id)"), "span": [0, 5]]]),
    ]
    if once { members.append(.init("once", true)) }
    if let time { members.append(.init("time", time)) }
    if let by { members.append(.init("attribution", [["kind": .string(by), "text": "某人"]])) }
    lines.append(Self.line(.object(JSONObject(members))))
    return id
  }

  mutating func relation(
    _ document: String, _ type: String, _ from: JSONValue, _ to: JSONValue, former: Bool = false
  ) {
    lines.append(
      Self.line([
        "kind": "claim", "class": "relation", "id": .string("clm:\(document)-\(lines.count)"),
        "document": .string(document), "type": .string(type), "label": "首席执行官",
        "roles": ["from": [Self.filler(from)], "to": [Self.filler(to)]],
        "former": .bool(former), "evidence": [["text": "句子"]],
      ]))
  }

  private static func filler(_ value: JSONValue) -> JSONValue {
    guard case .string(let id) = value else { return value }
    return ["entity": value, "text": .string("名-\(id)"), "via": "name"]
  }

  func graph(_ decisions: Decisions = Decisions()) -> Graph {
    var builder = GraphBuilder(version: "test", decisions: decisions)
    for (index, line) in lines.enumerated() {
      builder.add(line, source: "facts", lineNumber: index + 1)
    }
    return builder.finish()
  }

  var events: [Graph.Event] { Array(graph().events) }
}

func yuan(_ text: String, _ low: Int?, _ high: Int?, approx: Bool = false) -> JSONValue {
  var money: [JSONObject.Member] = [.init("currency", "CNY"), .init("approx", .bool(approx))]
  if let low { money.append(.init("low", .string(String(low)))) }
  if let high { money.append(.init("high", .string(String(high)))) }
  return ["text": .string(text), "money": .object(JSONObject(money))]
}

func literal(_ text: String, _ value: String? = nil) -> JSONValue {
  value.map { ["text": .string(text), "value": .string($0)] } ?? ["text": .string(text)]
}

func on(_ day: String) -> JSONValue {
  [
    "text": .string(day), "date": .string(day), "start": .string(day), "end": .string(day),
    "grain": "day",
  ]
}

func during(_ date: String, _ start: String, _ end: String) -> JSONValue {
  ["date": .string(date), "start": .string(start), "end": .string(end), "text": .string(date)]
}

/// A generator that gives the same numbers in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

/// A small newspaper: several documents about a few names, made from a seed.
func newspaper(seed: UInt64, documents: Int = 12) -> Facts {
  var random = SeededGenerator(state: seed)
  var facts = Facts()
  let companies = ["org:alpha", "org:beta", "org:0123456789abcdef", "org:fedcba9876543210"]
  let persons = ["per:li", "per:00112233445566ff"]
  for number in 0..<documents {
    let document = "d\(number)"
    let day = "2024-0\(Int.random(in: 1...4, using: &random))-10"
    facts.document(document, day, source: "s\(number % 3)")
    for id in companies where Bool.random(using: &random) {
      facts.entity(document, id, "company", "公司\(id.suffix(4))")
    }
    for _ in 0..<3 {
      let company = companies[Int.random(in: 0..<4, using: &random)]
      let amount = Int.random(in: 1...3, using: &random)
      facts.event(
        document, "funding",
        [
          ("company", [.string(company)]),
          ("investor", [.string(companies[Int.random(in: 0..<4, using: &random)])]),
          ("amount", [yuan("\(amount)亿元", amount, amount)]),
        ],
        realis: Bool.random(using: &random) ? "asserted" : "rumoured",
        time: Bool.random(using: &random) ? on(day) : nil,
        links: [["type": "investor_in", "from": "investor", "to": "company"]])
    }
    let person = persons[Int.random(in: 0..<2, using: &random)]
    facts.relation(document, "ceo_of", .string(person), .string(companies[number % 4]))
    if number % 4 == 0 { facts.same(document, companies[2], companies[3]) }
    addNames(document, &facts, &random)
    addStory(document, number, &facts, &random)
  }
  return facts
}

/// Names that mean one thing only beside others: of persons, products and firms.
private func addNames(_ document: String, _ facts: inout Facts, _ random: inout SeededGenerator) {
  let full = Bool.random(using: &random)
  facts.entity(
    document, full ? "org:1111222233334444" : "org:5555666677778888", "company",
    full ? "苏州沉砚智能有限公司" : "沉砚智能", aliases: full ? ["沉砚智能"] : [])
  facts.entity(document, "per:00112233445566ff", "person", "李明")
  if Bool.random(using: &random) {
    facts.entity(document, "prd:0011223344556677", "product", "X9 Pro")
    facts.entity(document, Bool.random(using: &random) ? "org:maker" : "org:other", "company", "厂")
  }
  let isListed = Bool.random(using: &random)
  facts.entity(
    document, isListed ? "per:franz" : "per:7766554433221100", "person", "弗朗茨·霍兹豪森")
}

/// An acquisition that is rumoured, denied or done, told again by later documents.
private func addStory(
  _ document: String, _ number: Int, _ facts: inout Facts, _ random: inout SeededGenerator
) {
  let day =
    "2024-0\(Int.random(in: 1...9, using: &random))-0\(Int.random(in: 1...9, using: &random))"
  let target = ["org:5555666677778888", "org:t"][Int.random(in: 0..<2, using: &random)]
  var roles: [(String, [JSONValue])] = [("target", [.string(target)])]
  if Bool.random(using: &random) { roles.append(("acquirer", ["org:alpha"])) }
  if Bool.random(using: &random) { roles.append(("stake", [literal("51%")])) }
  facts.event(
    document, "acquisition", roles, core: ["acquirer", "target"],
    realis: ["rumoured", "planned", "denied", "asserted"][number % 4],
    time: Bool.random(using: &random) ? on(day) : nil,
    links: [["type": "acquired", "from": "acquirer", "to": "target"]], once: true)
  facts.event(
    document, "launch", [("product", ["prd:0011223344556677"])], core: ["product"],
    time: Bool.random(using: &random) ? during("2024", "2024-01-01", "2024-12-31") : nil)
}
