import Testing

@testable import Shiji

struct AnnotationTextTests {
  private let article = Annotations.document(
    title: "微软投资", #"微软首席执行官去年说，公司投资约3亿美元，占20%。\n\n好。"#, more: #","source":"快报""#)

  @Test func mentionsStandInBracketsWithTheirTypeAndValue() throws {
    #expect(
      try Annotations.write(["a.json": article], .text) == """
        ── a · 2024-03-21 · 快报
        [公司 微软]投资

        [公司 微软][职务 首席执行官 = CEO][时间 去年 = 2023]说，[公司 公司 = 微软]投资约\
        [金额 3亿美元 = ≈USD 300,000,000]，占[比例 20%]。

        好。

        ── 公司 company 3  职务 title 1  金额 money 1  时间 time 1  比例 percent 1

        """)
  }

  @Test func coloursTellTheType() throws {
    let output = try Annotations.write(["a.txt": "微软投资3亿美元。"], .text, isColoured: true)
    #expect(
      output.replacing("\u{1B}", with: "␛") == """
        ␛[2m── a · 2024-03-21␛[0m
        ␛[1;34m微软␛[0m投资␛[4;31m3亿美元␛[0m␛[2m⟦USD 300,000,000⟧␛[0m。

        ␛[2m──␛[0m ␛[1;34m公司␛[0m␛[2m company␛[0m 1  ␛[4;31m金额␛[0m␛[2m money␛[0m 1

        """)
  }

  @Test(arguments: [false, true])
  func theTextCannotSteerTheTerminal(_ isColoured: Bool) throws {
    let text = #"微软\u001b]0;x\u0007\u001b[2J\r\n一\r二\u202e三\u0085。"#
    let output = try Annotations.write(
      ["a.json": Annotations.document(title: #"\u001b[31m"#, text, more: #","id":"i\u001bd""#)],
      .text, isColoured: isColoured)
    #expect(output.contains("␛]0;x␇␛[2J\n一␍二\u{FFFD}三\u{FFFD}。"))
    #expect(output.contains("i␛d") && output.contains("␛[31m"))
    let escapes = output.split(separator: "\u{1B}", omittingEmptySubsequences: false).dropFirst()
    #expect(escapes.allSatisfy { $0.hasPrefix("[") && $0.contains("m") })
    #expect(escapes.isEmpty == !isColoured)
  }

  @Test func nothingFoundIsSaid() throws {
    let output = try Annotations.write(["a.txt": "好。\n\n\n"], .text)
    #expect(output == "── a · 2024-03-21\n好。\n\n── 没有找到\n")
  }

  @Test func aTimeWithoutADateHasNoValue() throws {
    let output = try Annotations.write(["a.txt": "去年。"], .text, published: nil)
    #expect(output == "── a\n[时间 去年]。\n\n── 时间 time 1\n")
  }
}
