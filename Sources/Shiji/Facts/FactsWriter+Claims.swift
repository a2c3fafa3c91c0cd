import ChineseText
import EventRules
import KnowledgeGraph

extension FactsWriter {
  /// Writes a claim line; members in bytewise order of their names.
  mutating func writeClaim(_ claim: Claim, of analysis: Analysis) {
    let text = analysis.text.text
    let document = analysis.document.id
    line.beginObject()
    attribution(claim.attribution, text)
    line.member("class", claim.isRelation ? "relation" : "event")
    line.key("confidence")
    line.int(min(max(claim.confidence, 0), 1000))
    if !claim.core.isEmpty { strings("core", claim.core) }
    line.member("document", document)
    let period = isPost(claim, analysis) ? span(heldIn: claim, text) : nil
    line.member("end", period?.end.description)
    evidence(claim.evidence, text)
    if claim.isRelation {
      let isOver = period.flatMap { period in analysis.document.published.map { period.end < $0 } }
      flag("former", claim.former || isOver == true)
    }
    line.markID()
    if !claim.isRelation { key(claim, document) }
    line.member("kind", "claim")
    line.member("label", claim.label.nonEmpty)
    links(claim.links)
    if claim.isOnce { flag("once", true) }
    line.member("realis", claim.realis.rawValue)
    roles(claim.roles, analysis.text)
    line.member("start", period?.start.description)
    if let time = claim.time { self.time(time.value, words: time.span, text) }
    line.member("type", claim.type)
    line.endObject()
    _ = line.insertID(prefix: "clm:")
  }

  /// Whether the claim is a person's relation that lasts: a stake bought within days is none.
  private func isPost(_ claim: Claim, _ analysis: Analysis) -> Bool {
    guard claim.isRelation, claim.fillers("stake").isEmpty else { return false }
    return claim.fillers("from").contains { filler in
      analysis.text.entities.indices.contains(filler.entity)
        && analysis.text.entities[filler.entity].kind == .person
    }
  }

  /// The days between which a state held, where the text gives both: 2015年至2018年担任.
  private func span(
    heldIn claim: Claim, _ text: FoldedText
  ) -> (start: CalendarDate, end: CalendarDate)? {
    guard let time = claim.time, let start = time.value.start, let end = time.value.end else {
      return nil
    }
    let low = min(max(time.span.start, 0), text.folded.count)
    let high = min(max(time.span.end, low), text.folded.count)
    guard text.folded[low..<high].contains(where: Self.rangeMarks.contains) else { return nil }
    return (start, end)
  }

  /// What stands between the two ends of a period, folded: 至 到 - ~ and dashes; a season has none.
  private static let rangeMarks: Set<UInt16> = [0x81F3, 0x5230, 0x2D, 0x7E, 0x2013, 0x2014]

  /// Identity inside the document: claims with one key are one event told twice.
  private mutating func key(_ claim: Claim, _ document: String) {
    Identifier.begin(&scratch)
    Identifier.add(document, to: &scratch)
    Identifier.add(claim.type, to: &scratch)
    Identifier.add(String(claim.ordinal), to: &scratch)
    line.key("key")
    scratch.withUnsafeBytes { line.digest($0, words: 2, prefix: "evk:") }
  }

  private mutating func attribution(_ sources: [Attribution], _ text: FoldedText) {
    line.key("attribution")
    line.beginArray()
    for source in sources {
      line.beginObject()
      line.member("entity", entityID(source.entity))
      part(source.span, text)
      line.member("kind", source.kind.rawValue)
      span("span", text.local(source.span))
      self.text("text", source.span, text)
      line.endObject()
    }
    line.endArray()
  }

  private mutating func evidence(_ list: [Evidence], _ text: FoldedText) {
    line.key("evidence")
    line.beginArray()
    for evidence in list {
      line.beginObject()
      part(evidence.span, text)
      line.member("rule", evidence.rule)
      span("span", text.local(evidence.span))
      self.text("text", evidence.span, text)
      line.key("trigger")
      line.beginObject()
      span("span", text.local(evidence.trigger))
      self.text("text", evidence.trigger, text)
      line.endObject()
      line.endObject()
    }
    line.endArray()
  }

  private mutating func links(_ links: [ClaimLink]) {
    guard !links.isEmpty else { return }
    line.key("links")
    line.beginArray()
    for link in links {
      line.beginObject()
      line.member("from", link.from)
      line.member("to", link.to)
      line.member("type", link.type)
      line.endObject()
    }
    line.endArray()
  }

  private mutating func roles(_ roles: [RoleFillers], _ analysis: TextAnalysis) {
    line.key("roles")
    line.beginObject()
    for role in roles.sorted(by: { $0.role.utf8.lexicographicallyPrecedes($1.role.utf8) }) {
      line.key(named: role.role)
      line.beginArray()
      for filler in role.fillers { self.filler(filler, analysis) }
      line.endArray()
    }
    line.endObject()
  }

  private mutating func filler(_ filler: Filler, _ analysis: TextAnalysis) {
    let text = analysis.text
    let value = analysis.values.indices.contains(filler.value) ? analysis.values[filler.value] : nil
    line.beginObject()
    if case .count(let count) = value, count.approx { flag("approx", true) }
    line.member("entity", entityID(filler.entity))
    if case .count(let count) = value { line.member("high", count.high?.description) }
    part(filler.span, text)
    if case .count(let count) = value { line.member("low", count.low?.description) }
    if case .money(let money) = value { self.money(money, text) }
    if filler.of >= 0 {
      line.key("of")
      line.int(filler.of)
    }
    span("span", text.local(filler.span))
    self.text("text", filler.span, text)
    if case .time(let time) = value { self.time(time, words: nil, text) }
    if case .count(let count) = value { line.member("unit", count.unit) }
    line.member("value", filler.code.nonEmpty ?? value.flatMap(Self.code))
    if filler.entity >= 0 { line.member("via", filler.via.rawValue) }
    line.endObject()
  }
}
