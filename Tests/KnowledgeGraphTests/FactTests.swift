import KnowledgeGraph
import Testing

struct FactTests {
  static let errors: [(line: String, message: String)] = [
    ("{", "bad JSON at byte 1: the text ends too early (expected a name in quotes)"),
    ("[1]", "not an object with a \"kind\""), ("{\"a\":1}", "not an object with a \"kind\""),
    (#"{"kind":"x"}"#, "unknown kind \"x\""),
    (
      #"{"kind":"claim","id":"clm:1","document":"d","type":"t"}"#,
      "a line of kind \"claim\" needs \"roles\""
    ),
    (
      #"{"kind":"entity","document":"d","id":"","type":"t"}"#,
      "a line of kind \"entity\" needs \"id\""
    ),
  ]

  @Test(arguments: errors)
  func saysWhyALineIsNoFact(line: String, message: String) {
    let error = #expect(throws: FactError.self) { try Fact(line: Array(line.utf8)) }
    #expect(error?.description == message)
  }

  @Test func readsAClaim() throws {
    let line = #"""
      {"kind":"claim","class":"event","id":"clm:1","key":"evk:1","document":"d","type":"funding",
      "label":"融资","realis":"planned","confidence":850,"core":["company"],
      "links":[{"type":"investor_in","from":"investor","to":"company"},{"type":"broken"}],
      "roles":{"company":[{"entity":"org:a","text":"甲","span":[1,2],"via":"alias"}],
      "amount":[{"text":"约3亿元","span":[3,7],"in":"title","money":{"low":"300000000",
      "high":"300000000","currency":"CNY","approx":true}}],
      "share":[{"text":"10%","low":"10","high":10,"unit":"%","of":1}]},
      "time":{"text":"去年","date":"2023","start":"2023-01-01","end":"2023-12-31"},
      "attribution":[{"kind":"media","text":"路透社"}],
      "evidence":[{"span":[0,9],"text":"句子","trigger":{"text":"融资","span":[4,6]},"rule":"f:1"}]}
      """#
    guard case .claim(let claim) = try Fact(line: Array(line.utf8)) else {
      Issue.record("no claim")
      return
    }
    #expect(claim.realis == .planned)
    #expect(claim.roles.map(\.name) == ["amount", "company", "share"])
    #expect(claim.fillers("company").first?.entity == "org:a")
    #expect(claim.fillers("company").first?.scalarRange == 1..<2)
    #expect(claim.fillers("amount").first?.money?.low == "300000000")
    #expect(claim.fillers("amount").first?.isInTitle == true)
    #expect(claim.fillers("share").first?.high == "10")
    #expect(claim.links.map(\.type) == ["investor_in"])
    #expect(claim.time?.date == "2023")
    #expect(claim.evidence.first?.trigger == "融资")
    #expect(claim.fillers("nothing").isEmpty)
  }

  @Test func ignoresMembersOfTheWrongType() throws {
    let line =
      #"{"kind":"claim","id":"clm:1","document":"d","type":"t","roles":{"a":[1,{"text":2}]},"time":3,"confidence":"x"}"#
    guard case .claim(let claim) = try Fact(line: Array(line.utf8)) else { return }
    #expect(claim.fillers("a").map(\.text) == [""])
    #expect(claim.time == nil)
  }
}
