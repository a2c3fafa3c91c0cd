import Testing

@testable import KnowledgeGraph

struct NameWordsTests {
  private let words = NameWords(
    legalForms: ["有限公司", "股份有限公司", "inc"], trades: ["科技", "智能", "银行"], places: ["苏州", "北京"])

  @Test(arguments: [
    ("苏州沉砚智能科技有限公司", "沉砚"), ("沉砚（苏州）科技有限公司", "沉砚"), ("北京市海川银行", "海川"),
    ("科技公司", "科技"), ("Star River, Inc.", "starriver,"), ("银行", "银行"), ("", ""),
  ])
  func takesPlaceTradeAndFormAway(name: String, core: String) {
    #expect(words.core(of: name).text == core)
  }

  @Test func saysWhatItTookAway() {
    let core = words.core(of: "苏州沉砚智能科技有限公司")
    #expect(core.place == "苏州")
    #expect(core.trades == ["智能", "科技"])
    #expect(core.hasLegalForm)
  }

  @Test(arguments: [
    ("Ｘ９ Pro", "x9pro"), ("DeepSeek-V4", "deepseekv4"), ("蒂姆 · 库克", "蒂姆库克"), ("F1.6", "f1.6"),
    ("U.S.", "us"),
  ])
  func squeezesSpellings(name: String, squeezed: String) {
    #expect(NameWords.squeezed(name) == squeezed)
  }
}
