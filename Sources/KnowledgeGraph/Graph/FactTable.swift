/// The facts that the graph needs, with every string as a number.
///
/// Lines are added in any order. `sort` renumbers the strings in bytewise order: from then on
/// comparing numbers is comparing strings, and nothing depends on the order of the input.
struct FactTable {
  struct EntityRow {
    var document: Int32
    var id: Int32
    var type: Int32
    var name: Int32
    var aliases: [Int32]
    var references: [(scheme: Int32, code: Int32)]
  }

  struct FillerRow {
    var role: Int32
    var entity: Int32
    var text: Int32
    var value: Int32
    var money: Int32
    var low: Int32
    var high: Int32
    var unit: Int32
    var of: Int32
    /// Whether the text names the entity, and does not only point to it.
    var isName: Bool
    /// Whether the text only points to the entity: 其, 该公司.
    var isPointer: Bool
  }

  struct TimeRow {
    var text, date, start, end, grain, anchor: Int32
    var isApproximate: Bool
    var days: DayRange
  }

  struct ClaimRow {
    var id: Int32
    var document: Int32
    var key: UInt64
    var type: Int32
    var label: Int32
    var isRelation: Bool
    var isFormer: Bool
    var realis: ClaimFact.Realis
    /// How much the source is to be trusted: 0 anonymous, 1 media, 2 party or official.
    var rank: UInt8
    var schema: Int32
    var time: Int32
    var start: Int32
    var end: Int32
    /// A fingerprint of the sentence, by which reprints are told; 0 where there is none.
    var evidence: UInt64
    var fillers: Range<Int>
    var place: LineArena.Place
  }

  /// What the claims of one type have in common.
  struct Schema: Hashable {
    var core: [String]
    var isOnce: Bool
    var links: [ClaimFact.Link]
  }

  struct SameRow {
    var document: Int32
    var a: Int32
    var b: Int32
    var basis: Int32
    var evidence: Int32
  }

  var strings = StringTable()
  var documents: [DocumentFact] = []
  var entities: [EntityRow] = []
  var claims: [ClaimRow] = []
  var fillers: [FillerRow] = []
  var times: [TimeRow] = []
  var monies: [ClaimFact.Money] = []
  var schemas: [Schema] = []
  var sames: [SameRow] = []
  var arena = LineArena()

  private var schemaNumbers: [Schema: Int32] = [:]
  private var scratch: [UInt8] = []

  mutating func add(_ fact: Fact, canonical line: @autoclosure () -> JSONValue) {
    switch fact {
    case .document(let document): documents.append(document)
    case .entity(let entity): add(entity)
    case .claim(let claim): add(claim, line())
    case .same(let same):
      sames.append(
        SameRow(
          document: strings.number(same.document), a: strings.number(same.a),
          b: strings.number(same.b), basis: strings.number(same.basis),
          evidence: strings.number(same.evidence)))
    case .mention, .error: break
    }
  }

  /// Adds an entity line; false where it holds bytes that are no UTF-8: then nothing is added.
  mutating func add(_ line: EntityLine) -> Bool {
    guard let document = strings.number(line.document), let id = strings.number(line.id),
      let type = strings.number(line.type), let name = strings.number(line.name)
    else { return false }
    var row = EntityRow(
      document: document, id: id, type: type, name: name, aliases: [], references: [])
    for alias in line.aliases {
      guard let number = strings.number(alias) else { return false }
      row.aliases.append(number)
    }
    for reference in line.references {
      guard let scheme = strings.number(reference.scheme), let code = strings.number(reference.code)
      else { return false }
      row.references.append((scheme, code))
    }
    entities.append(row)
    return true
  }

  private mutating func add(_ entity: EntityFact) {
    entities.append(
      EntityRow(
        document: strings.number(entity.document), id: strings.number(entity.id),
        type: strings.number(entity.type), name: strings.number(entity.name),
        aliases: entity.aliases.map { strings.number($0) },
        references: entity.references.map {
          (strings.number($0.scheme), strings.number($0.code))
        }))
  }

  private mutating func add(_ claim: ClaimFact, _ line: JSONValue) {
    scratch.removeAll(keepingCapacity: true)
    JSONWriter.append(line, to: &scratch)
    guard let place = scratch.withUnsafeBytes({ arena.append($0) }) else { return }
    let first = fillers.count
    for role in claim.roles {
      for filler in role.fillers { add(filler, strings.number(role.name)) }
    }
    claims.append(
      ClaimRow(
        id: strings.number(claim.id), document: strings.number(claim.document),
        key: fingerprint(claim.key), type: strings.number(claim.type),
        label: strings.number(claim.label), isRelation: claim.isRelation,
        isFormer: claim.isFormer, realis: claim.realis, rank: Self.rank(claim.attribution),
        schema: schema(claim), time: time(claim.time), start: strings.number(claim.start),
        end: strings.number(claim.end),
        evidence: claim.evidence.first.map { fingerprint($0.text) } ?? 0,
        fillers: first..<fillers.count, place: place))
  }

  private mutating func add(_ filler: ClaimFact.Filler, _ role: Int32) {
    var money = StringTable.none
    if let amount = filler.money {
      money = Int32(monies.count)
      monies.append(amount)
    }
    fillers.append(
      FillerRow(
        role: role, entity: strings.number(filler.entity), text: strings.number(filler.text),
        value: strings.number(filler.value), money: money, low: strings.number(filler.low),
        high: strings.number(filler.high), unit: strings.number(filler.unit),
        of: filler.of.flatMap { Int32(exactly: $0) } ?? StringTable.none,
        isName: filler.via == nil || filler.via == "name",
        isPointer: filler.via == "pronoun" || filler.via == "definite"))
  }

  private mutating func time(_ time: ClaimFact.Time?) -> Int32 {
    guard let time else { return StringTable.none }
    times.append(
      TimeRow(
        text: strings.number(time.text), date: strings.number(time.date),
        start: strings.number(time.start), end: strings.number(time.end),
        grain: strings.number(time.grain), anchor: strings.number(time.anchor),
        isApproximate: time.isApproximate, days: DayRange(time)))
    return Int32(times.count - 1)
  }

  private mutating func schema(_ claim: ClaimFact) -> Int32 {
    let schema = Schema(core: claim.core, isOnce: claim.isOnce, links: claim.links)
    if let known = schemaNumbers[schema] { return known }
    let number = Int32(schemas.count)
    schemas.append(schema)
    schemaNumbers[schema] = number
    return number
  }

  private static func rank(_ attribution: [ClaimFact.Attribution]) -> UInt8 {
    switch attribution.last?.kind {
    case "party", "official": 2
    case "anonymous": 0
    default: 1
    }
  }
}
