import KnowledgeGraph
import Testing

struct NameTableTests {
  private let table: NameTable = {
    var facts = Facts()
    facts.document("d1", "2024-01-05")
    facts.document("d2", "2024-01-06")
    facts.entity("d1", "org:a", "company", "微软", aliases: ["Microsoft", "MSFT"])
    facts.entity("d1", "org:b", "company", "宇树科技", aliases: ["Unitree Robotics"])
    facts.entity("d1", "per:1", "person", "李明", aliases: ["李明"])
    facts.entity("d1", "prd:1", "product", "李明")
    facts.entity("d2", "org:c", "company", "字节跳动")
    facts.entity("d2", "org:d", "company", "É Café")
    return NameTable(facts.graph())
  }()

  @Test(arguments: [
    ("微软", ["org:a"]), ("microsoft", ["org:a"]), ("ＭＳＦＴ", ["org:a"]), ("org:a", ["org:a"]),
    (" 微软　", ["org:a"]), ("李明", ["per:1", "prd:1"]), ("é café", ["org:d"]), ("微", []), ("", []),
  ])
  func namesMeanEntities(_ name: String, _ ids: [String]) {
    #expect(table.entities(name) == ids)
  }

  @Test(arguments: [
    ("宇树科枝", ["宇树科技"]), ("字节", ["字节跳动"]), ("Mircosoft", ["Microsoft"]),
    ("unitree", ["Unitree Robotics"]),
    ("天马行空", []), ("", []),
  ])
  func namesLikeItAreFound(_ name: String, _ near: [String]) {
    #expect(table.near(name) == near)
  }
}
