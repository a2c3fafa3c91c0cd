import KnowledgeGraph

/// A few deals and posts of invented companies, which the tests of questions ask about.
func deals() -> Facts {
  var facts = Facts()
  facts.document("d1", "2023-01-10", source: "甲报")
  facts.document("d2", "2023-06-20", source: "乙报")
  facts.document("d3", "2024-03-05", source: "甲报")
  facts.document("d4", "2024-04-01", source: "丙报")
  for document in ["d1", "d2", "d3", "d4"] {
    facts.entity(
      document, "org:xinghe", "company", "星河科技", aliases: ["Xinghe"], ticker: "SZ:300001")
    facts.entity(document, "org:yunfan", "company", "云帆智能")
    facts.entity(document, "org:capital", "company", "北辰资本")
    facts.entity(document, "per:lin", "person", "林远")
    facts.entity(document, "per:zhou", "person", "周宁")
  }
  facts.entity("d1", "prd:box", "product", "星盒")
  let investor: JSONValue = [["type": "investor_in", "from": "investor", "to": "company"]]
  facts.event(
    "d1", "funding",
    [
      ("company", ["org:xinghe"]), ("investor", ["org:capital"]), ("lead", ["org:capital"]),
      ("amount", [yuan("3亿元", 300_000_000, 300_000_000)]), ("round", [literal("A轮", "A")]),
    ], time: during("2023-01", "2023-01-01", "2023-01-31"), links: investor,
    evidence: "星河科技本月完成3亿元A轮融资，由北辰资本领投。")
  facts.event(
    "d3", "funding",
    [
      ("company", ["org:xinghe"]), ("investor", ["org:capital"]),
      ("amount", [yuan("超10亿元", 1_000_000_000, nil, approx: true)]),
      ("round", [literal("B轮", "B")]),
    ], time: on("2024-03-01"), links: investor, evidence: "星河科技完成超10亿元B轮融资。")
  facts.event(
    "d4", "acquisition",
    [
      ("acquirer", ["org:xinghe"]), ("target", ["org:yunfan"]),
      ("price", [yuan("5亿元", 500_000_000, 500_000_000)]),
    ], core: ["acquirer", "target"], realis: "rumoured", by: "anonymous", evidence: "据传星河科技拟收购云帆智能。"
  )
  facts.event(
    "d1", "appointment",
    [
      ("person", ["per:lin"]), ("organization", ["org:xinghe"]), ("title", [literal("CEO", "CEO")]),
    ],
    core: ["person", "organization"], time: on("2021-05-01"))
  facts.event(
    "d2", "resignation",
    [
      ("person", ["per:lin"]), ("organization", ["org:xinghe"]), ("title", [literal("CEO", "CEO")]),
    ],
    core: ["person", "organization"], time: on("2023-06-18"), evidence: "林远辞去星河科技CEO。")
  facts.event(
    "d2", "appointment",
    [("person", ["per:lin"]), ("organization", ["org:yunfan"]), ("title", [literal("总裁")])],
    core: ["person", "organization"], time: on("2023-07-01"), evidence: "林远出任云帆智能总裁。")
  facts.relation("d3", "ceo_of", "per:zhou", "org:xinghe")
  facts.relation("d1", "product_of", "prd:box", "org:xinghe")
  return facts
}
