import ChineseText
import KnowledgeGraph
import Testing

@testable import Shiji

/// An invented article with its annotation, and facts made by hand.
enum SampleGold {
  static let article = #"""
    {"id": "one", "title": "云帆智能", "published": "2024-03-21",
     "text": "据报道，鹊星科技以3亿元收购云帆智能。双方未予置评。陈知夏任鹊星科技总裁。",
     "entities": [
       {"name": "鹊星科技", "type": "company", "aliases": ["鹊星"]},
       {"name": "云帆智能", "type": "company", "aliases": []},
       {"name": "陈知夏", "type": "person", "aliases": []}],
     "money": [{"surface": "3亿元", "low": 300000000, "high": 300000000, "currency": "CNY",
       "approx": false}],
     "events": [{"type": "acquisition",
       "roles": {"acquirer": ["鹊星科技"], "target": ["云帆智能"], "price": ["3亿元"]},
       "date": null, "realis": "rumoured", "evidence": "鹊星科技以3亿元收购云帆智能"}],
     "relations": [{"type": "executive_of", "from": "陈知夏", "to": "鹊星科技"}]}
    """#

  static func entity(_ id: String, _ name: String, _ type: String) -> String {
    #"{"aliases":[],"document":"one","id":"\#(id)","kind":"entity","name":"\#(name)","#
      + #""type":"\#(type)"}"#
  }

  static let acquirer = entity("org:a", "鹊星", "company")
  static let target = entity("org:b", "云帆智能", "organization")
  static let person = entity("per:c", "陈知夏", "person")
  static let money =
    #"{"document":"one","kind":"mention","money":{"currency":"CNY","high":"300000000","#
    + #""low":"300000000"},"span":[10,13],"text":"3亿元","type":"money"}"#

  static func claim(
    _ type: String, _ roles: String, kind: String = "event", realis: String = "rumoured",
    rule: String = "acquisition:9", trigger: String = "收购", key: String = "k1",
    document: String = "one"
  ) -> String {
    #"{"class":"\#(kind)","confidence":900,"document":"\#(document)","evidence":[{"rule":"#
      + #""\#(rule)","span":[0,20],"text":"据报道，鹊星科技以3亿元收购云帆智能。","#
      + #""trigger":{"text":"\#(trigger)"}}],"id":"c:\#(key)","key":"\#(key)","kind":"claim","#
      + #""realis":"\#(realis)","roles":{\#(roles)},"type":"\#(type)"}"#
  }

  static func filler(_ text: String, _ entity: String) -> String {
    #"[{"entity":"\#(entity)","text":"\#(text)","via":"name"}]"#
  }

  static let price =
    #""price":[{"money":{"currency":"CNY","high":"300000000","low":"300000000"},"text":"3亿元"}]"#
  static let whole =
    #""acquirer":\#(filler("鹊星", "org:a")),"target":\#(filler("云帆智能", "org:b")),"# + price

  static func articles() throws -> [GoldArticle] {
    let scratch = try Scratch()
    return try GoldArticle.read(try scratch.write("one.json", article))
  }

  static func run(_ lines: [String]) throws -> EvaluationRun {
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    return EvaluationRun(try articles(), try FoundFacts.read(bytes, path: "facts"))
  }
}

struct EvaluationTests {
  private let entities = [SampleGold.acquirer, SampleGold.target, SampleGold.person]

  @Test func allRightIsOne() throws {
    let relation = SampleGold.claim(
      "executive_of",
      #""from":\#(SampleGold.filler("陈知夏", "per:c")),"to":\#(SampleGold.filler("鹊星", "org:a"))"#,
      kind: "relation", realis: "asserted")
    let run = try SampleGold.run(
      entities + [SampleGold.money, SampleGold.claim("acquisition", SampleGold.whole), relation])
    #expect(run.whole.score == 1)
    #expect(run.whole.arguments.micro == Score(gold: 3, found: 3, hits: 3))
    #expect(run.whole.errors.filter { $0.section != .entities } == [])
    #expect(run.whole.entities.micro == Score(gold: 3, found: 3, hits: 2))
    #expect(run.whole.details.rightRealis == 1)
  }

  @Test func nothingFoundIsZero() throws {
    let run = try SampleGold.run([])
    #expect(run.whole.score == 0)
    #expect(run.whole.events.micro == Score(gold: 1, found: 0, hits: 0))
    #expect(run.whole.errors.allSatisfy { $0.kind == .missing })
    #expect(run.whole.errors.contains { $0.item == "company 鹊星科技" && $0.weight == 2 })
  }

  @Test func anotherTypeInTheSentenceIsMistyped() throws {
    let roles = #""investor":\#(SampleGold.filler("鹊星", "org:a"))"#
    let run = try SampleGold.run(entities + [SampleGold.claim("investment", roles)])
    let error = try #require(run.whole.errors.first { $0.section == .events })
    #expect(error.kind == .mistyped)
    #expect(
      error.item == "acquisition acquirer=鹊星科技, target=云帆智能, price=3亿元, "
        + "found as investment investor=鹊星")
    #expect(error.sentence == "据报道，鹊星科技以3亿元收购云帆智能。")
    #expect(!run.whole.errors.contains { $0.section == .events && $0.kind == .spurious })
  }

  @Test func claimsOfOneKeyAreOneEvent() throws {
    let first = SampleGold.claim(
      "acquisition", #""acquirer":\#(SampleGold.filler("鹊星", "org:a"))"#)
    let second = SampleGold.claim(
      "acquisition", #""target":\#(SampleGold.filler("云帆智能", "org:b"))"#)
    let run = try SampleGold.run(entities + [first, second])
    #expect(run.whole.events.micro == Score(gold: 1, found: 1, hits: 1))
    #expect(run.whole.arguments.micro == Score(gold: 3, found: 2, hits: 2))
  }

  @Test func anEventToldTwiceIsRepeated() throws {
    let other = SampleGold.claim("acquisition", SampleGold.price, key: "k2")
    let run = try SampleGold.run(
      entities + [SampleGold.claim("acquisition", SampleGold.whole), other])
    #expect(run.whole.repeats == 1)
    #expect(run.whole.errors.contains { $0.section == .events && $0.kind == .repeated })
  }

  @Test func wrongFillersAreSpuriousAndMissing() throws {
    let roles =
      #""acquirer":\#(SampleGold.filler("云帆智能", "org:b")),"#
      + #""target":\#(SampleGold.filler("云帆智能", "org:b"))"#
    let run = try SampleGold.run(entities + [SampleGold.claim("acquisition", roles)])
    let items = run.whole.errors.filter { $0.section == .arguments }.map {
      "\($0.kind.rawValue) \($0.item)"
    }
    #expect(
      items == [
        "missing acquisition.acquirer = 鹊星科技", "missing acquisition.price = 3亿元",
        "spurious acquisition.acquirer = 云帆智能",
      ])
  }

  @Test func rolesThatNoOneAnnotatesAreNotCounted() throws {
    let roles = SampleGold.whole + #","seller":\#(SampleGold.filler("陈知夏", "per:c"))"#
    let run = try SampleGold.run(entities + [SampleGold.claim("acquisition", roles)])
    #expect(run.whole.arguments.micro == Score(gold: 3, found: 3, hits: 3))
  }

  @Test func whatFiresInOneArticleAloneIsMasked() throws {
    let lines = [
      SampleGold.claim("acquisition", "", rule: "a:1", trigger: "收购"),
      SampleGold.claim("acquisition", "", rule: "a:2", trigger: "并购", key: "k2"),
      SampleGold.claim("acquisition", "", rule: "a:1", trigger: "收购", document: "two"),
      SampleGold.claim("ceo_of", "", kind: "relation", rule: "c:1", trigger: "任"),
    ]
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    let masked = LeaveOneOut.masked(try FoundFacts.read(bytes, path: "facts"))
    #expect(masked.dropped == 1)
    #expect(masked.facts["one"]?.claims.map(\.type) == ["acquisition", "ceo_of"])
    #expect(masked.facts["two"]?.claims.count == 1)
  }
}

struct GoldArticleTests {
  private func failure(_ change: (String) -> String) throws -> String? {
    let scratch = try Scratch()
    let path = try scratch.write("one.json", change(SampleGold.article))
    let error = #expect(throws: FileError.self) { try GoldArticle.read(path) }
    return error?.reason
  }

  @Test func whatIsWrongIsNamedWithItsPlace() throws {
    #expect(try failure { _ in "{" }?.hasPrefix("is no JSON: byte ") == true)
    #expect(try failure { _ in "[]" } == "is no object; an article is one")
    #expect(
      try failure { $0.replacing(#""acquisition""#, with: #""aquisition""#) }
        == "events[0].type: unknown type aquisition; did you mean acquisition?")
    #expect(
      try failure { $0.replacing(#""target":"#, with: #""tagret":"#) }
        == "events[0].roles: acquisition has no role tagret; did you mean target?")
    #expect(
      try failure { $0.replacing(#""name": "云帆智能","#, with: "") }
        == "entities[1].name must be a text")
    #expect(
      try failure { $0.replacing(#""money": ["#, with: #""money_": ["#) }
        == "money must be a list")
  }

  @Test func anEmptyFolderIsAnError() throws {
    let scratch = try Scratch()
    let error = #expect(throws: FileError.self) { try GoldArticle.read(scratch.path) }
    #expect(error?.reason == "holds no annotated article (*.json)")
  }
}

struct EvaluationReportTests {
  private func report(masked: Bool = false) throws -> EvaluationReport {
    let run = try SampleGold.run([
      SampleGold.acquirer, SampleGold.target,
      SampleGold.claim("acquisition", SampleGold.whole.replacing("org:b", with: "org:a")),
    ])
    var options = EvaluationReport.Options()
    options.showsDocuments = true
    return EvaluationReport(run, masked: masked ? (run, 2) : nil, options: options)
  }

  @Test func textHasTotalsRolesAndDifferences() throws {
    let text = try report(masked: true).text
    #expect(text.hasPrefix("1 article "))
    #expect(text.contains("SCORE (mean of the five F1 marked *): "))
    #expect(text.contains("leave one out: "))
    #expect(text.contains("\n  .acquirer "))
    #expect(text.contains("entities, missing: 1\n  [one] person 陈知夏\n    陈知夏任鹊星科技总裁。"))
    #expect(!text.contains(" \n"))
  }

  @Test func jsonHasNumbersThatCompare() throws {
    let json = try report(masked: true).json
    #expect(json["total"]?["events"]?["micro"]?["hits"]?.intValue == 1)
    #expect(json["leave_one_out"]?["dropped_events"]?.intValue == 2)
    #expect(json["documents"]?["one"]?["events"]?["f1"]?.textValue == "1.00000")
    #expect(json["errors"]?.arrayValue?.isEmpty == false)
  }

  @Test func thePageIsWholeAndEscapesNames() throws {
    let page = String(
      decoding: EvaluationPage.html(try report(), title: "<gold>"), as: UTF8.self)
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(page.hasSuffix("</html>\n"))
    #expect(page.contains("&lt;gold&gt;"))
    #expect(!page.contains("<script"))
    #expect(!page.contains("http://") && !page.contains("https://"))
    for tag in ["table", "section", "details", "ul", "div", "tr"] {
      let opened = page.split(separator: "<\(tag)", omittingEmptySubsequences: false).count
      let closed = page.split(separator: "</\(tag)>", omittingEmptySubsequences: false).count
      #expect(opened == closed, "\(tag)")
    }
  }

  @Test func sharesAreRounded() {
    #expect(Share.text(0.92449) == "92.4")
    #expect(Share.text(1) == "100.0")
    #expect(Share.number(0.05) == "0.05000")
  }
}

struct QuotedTextTests {
  @Test func aSentenceHasItsClosingQuotation() {
    let text = QuotedText(text: "标题\n他说：“很好。”　云帆收购了它！价格未定")
    #expect(text.sentence(with: "很好") == "他说：“很好。”")
    #expect(text.sentence(with: "云帆") == "云帆收购了它！")
    #expect(text.sentence(with: "价格") == "价格未定")
    #expect(text.sentence(with: "标题") == "标题")
    #expect(text.sentence(with: "无") == "")
    #expect(text.sentence(with: "") == "")
  }
}
