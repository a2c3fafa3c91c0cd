import EventRules
import KnowledgeGraph
import Testing

@testable import ChineseText
@testable import Shiji

/// The lines of one document that is put together by hand, so that no lexicon row changes them.
struct FactsWriterTests {
  private let title = "微软收购星河科技"
  private let body = "据媒体报道，微软拟以约15亿美元收购星河科技80%股权，去年7月。"

  /// The span of the `number`-th occurrence of some words in title and body.
  private func span(_ words: String, _ number: Int = 0) -> TextSpan {
    let text = Array((title + "\n" + body).unicodeScalars)
    let sought = Array(words.unicodeScalars)
    let starts = text.indices.filter { text[$0...].starts(with: sought) }
    let start = starts.indices.contains(number) ? starts[number] : 0
    return TextSpan(start, start + sought.count)
  }

  private func analysis(_ lexicon: Lexicon) -> Analysis {
    let document = Document(
      id: "d/1", title: title, text: body, published: CalendarDate(2024, 3, 21), source: "样报",
      url: "http://x")
    let entities = [
      Entity(
        lexiconID: "org:microsoft", kind: .company, name: "微软", tickers: ["NASDAQ:MSFT"]),
      Entity(kind: .company, name: "星河科技", aliases: ["星河"]),
    ]
    let values: [QuantityValue] = [
      .money(
        Money(
          low: ExactDecimal(mantissa: 15, exponent: 8),
          high: ExactDecimal(mantissa: 15, exponent: 8),
          currency: "USD", approx: true)),
      .count(
        Count(low: ExactDecimal(mantissa: 80), high: ExactDecimal(mantissa: 80), unit: "percent")),
      .time(july),
    ]
    let mentions = [
      Mention(span: span("微软"), kind: .company, entity: 0, tokens: 0..<0),
      Mention(span: span("约15亿美元"), kind: .money, value: 0, tokens: 0..<0),
      Mention(span: span("80%"), kind: .percent, value: 1, tokens: 0..<0),
      Mention(span: span("去年7月"), kind: .time, value: 2, tokens: 0..<0),
    ]
    let text = TextAnalysis(
      text: TextDecoder(lexicon: lexicon).decode(title: title, body: body), published: nil,
      sentences: [], tokens: [], mentions: mentions, mentionOfToken: [], entities: entities,
      values: values,
      same: [
        SameName(
          first: 1, second: 0, name: "微软", basis: "translation", evidence: span("星河科技", 1))
      ])
    return Analysis(document: document, text: text, claims: [claim])
  }

  private var july: TimeValue {
    TimeValue(
      start: CalendarDate(2023, 7, 1), end: CalendarDate(2023, 7, 31), grain: .month,
      anchor: .published)
  }

  private var claim: Claim {
    Claim(
      isRelation: false, type: "acquisition", label: "收购", ordinal: 0, realis: .planned,
      confidence: 1200,
      roles: [
        RoleFillers(role: "target", fillers: [Filler(span: span("星河科技", 1), entity: 1)]),
        RoleFillers(
          role: "acquirer", fillers: [Filler(span: span("微软"), entity: 0, via: .alias)]),
        RoleFillers(role: "price", fillers: [Filler(span: span("约15亿美元"), value: 0)]),
        RoleFillers(role: "stake", fillers: [Filler(span: span("80%"), value: 1)]),
        RoleFillers(role: "round", fillers: [Filler(span: span("股权"), code: "A", of: 0)]),
      ],
      time: ClaimTime(span: span("去年7月"), value: july),
      attribution: [Attribution(kind: .media, span: span("媒体"))],
      evidence: [Evidence(span: span(body), trigger: span("收购", 1), rule: "acquisition:9")],
      former: false, core: ["acquirer", "target"],
      links: [ClaimLink(type: "acquired", from: "acquirer", to: "target")])
  }

  private func lines(mentions: Bool) throws -> [String] {
    let analyzer = try BaseLexicon.analyzer()
    var writer = FactsWriter(analyzer: analyzer, includesMentions: mentions)
    var bytes: [UInt8] = []
    writer.write(analysis(analyzer.lexicon), to: &bytes)
    return bytes.split(separator: 0x0A).map {
      String(decoding: $0, as: UTF8.self).replacing(analyzer.fingerprint, with: "sha256:0")
    }
  }

  @Test func writesDocumentAndEntities() throws {
    let lines = try lines(mentions: false)
    #expect(lines.count == 5)
    #expect(
      lines[0] == #"{"id":"d/1","kind":"document","lexicons":"sha256:0","published":"2024-03-21","#
        + #""schema":"shiji-facts/1","sha256":"\#(SHA256.hexadecimal(of: Array(body.utf8)))","#
        + #""source":"样报","title":"微软收购星河科技","url":"http://x"}"#)
    #expect(
      lines[1] == #"{"aliases":[],"document":"d/1","id":"org:microsoft","kind":"entity","#
        + #""name":"微软","type":"company","xref":{"ticker":["NASDAQ:MSFT"]}}"#)
    #expect(
      lines[2] == #"{"aliases":["星河"],"document":"d/1","id":"org:543a0e40f0ef82da","#
        + #""kind":"entity","name":"星河科技","type":"company"}"#)
  }

  @Test func writesMentions() throws {
    let lines = try lines(mentions: true)
    #expect(lines.count == 9)
    #expect(
      lines[3] == #"{"document":"d/1","entity":"org:microsoft","in":"title","kind":"mention","#
        + #""span":[0,2],"text":"微软","type":"company","via":"name"}"#)
    #expect(
      lines[4] == #"{"document":"d/1","kind":"mention","money":{"approx":true,"currency":"USD","#
        + #""currency_source":"explicit","high":"1500000000","low":"1500000000"},"span":[10,16],"#
        + #""text":"约15亿美元","type":"money"}"#)
    #expect(
      lines[5] == #"{"document":"d/1","high":"80","kind":"mention","low":"80","span":[22,25],"#
        + #""text":"80%","type":"percent","unit":"percent"}"#)
    #expect(
      lines[6] == #"{"document":"d/1","kind":"mention","span":[28,32],"text":"去年7月","time":"#
        + #"{"anchor":"published","date":"2023-07","end":"2023-07-31","grain":"month","#
        + #""start":"2023-07-01"},"type":"time"}"#)
  }

  @Test func writesClaims() throws {
    let line = try lines(mentions: false)[3]
    #expect(
      line == #"{"attribution":[{"kind":"media","span":[1,3],"text":"媒体"}],"class":"event","#
        + #""confidence":1000,"core":["acquirer","target"],"document":"d/1","evidence":[{"rule":"#
        + #""acquisition:9","span":[0,33],"text":"\#(body)","trigger":{"span":[16,18],"text":"收购"}}],"#
        + #""id":"clm:2c4e35edffb86422","key":"evk:329f632ece3c1740","kind":"claim","label":"收购","links":[{"from":"acquirer","#
        + #""to":"target","type":"acquired"}],"realis":"planned","roles":{"acquirer":[{"entity":"#
        + #""org:microsoft","in":"title","span":[0,2],"text":"微软","via":"alias"}],"price":[{"money":"#
        + #"{"approx":true,"currency":"USD","currency_source":"explicit","high":"1500000000","low":"#
        + #""1500000000"},"span":[10,16],"text":"约15亿美元"}],"round":[{"of":0,"span":[25,27],"text":"#
        + #""股权","value":"A"}],"stake":[{"high":"80","low":"80","span":[22,25],"text":"80%","unit":"#
        + #""percent"}],"target":[{"entity":"org:543a0e40f0ef82da","span":[18,22],"text":"星河科技","#
        + #""via":"name"}]},"time":{"anchor":"published","date":"2023-07","end":"2023-07-31","grain":"#
        + #""month","span":[28,32],"start":"2023-07-01","text":"去年7月"},"type":"acquisition"}"#)
  }

  @Test func claimIDIsTheDigestOfTheRest() throws {
    for line in try lines(mentions: false) where line.contains(#""kind":"claim""#) {
      let value = try JSONParser.parse(Array(line.utf8))
      let rest = JSONObject(value.objectValue?.members.filter { $0.key != "id" } ?? [])
      let digest = SHA256.hexadecimalPrefix(of: JSONWriter.bytes(.object(rest)))
      #expect(value["id"]?.stringValue == "clm:" + digest)
    }
  }

  @Test func writesNamesThatAreOne() throws {
    #expect(
      try lines(mentions: false)[4] == #"{"a":"org:543a0e40f0ef82da","b":"org:microsoft","#
        + #""basis":"translation","document":"d/1","evidence":[{"span":[18,22],"text":"星河科技"}],"#
        + #""kind":"same"}"#)
  }
}
