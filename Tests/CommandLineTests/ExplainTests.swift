import Testing

/// `shiji explain`.
struct ExplainTests {
  @Test func showsEachLineAndItsStep() throws {
    let outcome = try Tool().run(["explain", "据传微软拟以15亿美元收购英伟达，微软对此予以否认。"])
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("  mentions  微软:company"))
    #expect(outcome.output.contains("15亿美元:money=USD 1,500,000,000"))
    #expect(outcome.output.contains("claimed: acquirer=微软 target=英伟达"))
    #expect(outcome.output.contains("\nclaims\n  acquisition acquirer=微软 target=英伟达"))
  }

  @Test(arguments: [
    ("微软收购英伟达。", "acquisition", "yes: acquisition "),
    ("微软计划收购的方案。", "acquisition", "no; the nearest lines:\n"),
    ("微软今天开会。", "layoff", "no: no word of layoff stands in the text\n"),
    ("公司宣布裁员。", "layoff", "no: "),
  ])
  func saysWhyNot(_ text: String, _ type: String, _ answer: String) throws {
    let outcome = try Tool().run(["explain", text, "--expect", type])
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix(answer), "\(outcome.output)")
  }

  @Test func readsStandardInput() throws {
    let outcome = try Tool().run(["explain", "-"], input: Array("微软收购英伟达。\n\n苹果发布财报。".utf8))
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("“苹果发布财报。”"))
  }

  @Test(arguments: [
    ([], "shiji explain: takes the text to explain, or - for standard input\n"),
    (
      ["微软", "--expect", "aquisition"],
      "shiji explain: unknown type aquisition; did you mean acquisition?\n"
    ),
  ])
  func usageErrors(_ arguments: [String], _ message: String) throws {
    let outcome = try Tool().run(["explain"] + arguments)
    #expect(outcome.code == 2)
    #expect(outcome.errors.hasPrefix(message), "\(outcome.errors)")
  }
}
