import KnowledgeGraph
import Testing

@testable import Shiji

struct AnnotationObjectsTests {
  @Test func anObjectADocument() throws {
    let article = Annotations.document(
      title: "微软投资", "😀微软称其获3亿美元、A轮、约5人，去年。",
      more: #","id":"d1","url":"https://example.org/1","source":"快报""#)
    let output = try Annotations.write(["a.json": article], .jsonl)
    #expect(
      output == """
        {"id":"d1","mentions":[{"entity":"org:microsoft","in":"title","name":"微软","span":[0,2],\
        "text":"微软","type":"company","via":"name"},\
        {"entity":"org:microsoft","name":"微软","span":[1,3],"text":"微软","type":"company",\
        "via":"name"},\
        {"entity":"org:microsoft","name":"微软","span":[4,5],"text":"其","type":"company",\
        "via":"pronoun"},\
        {"money":{"approx":false,"currency":"USD","currency_source":"explicit",\
        "high":"300000000","low":"300000000"},"span":[6,10],"text":"3亿美元","type":"money"},\
        {"span":[11,13],"text":"A轮","type":"round","value":"A"},\
        {"approx":true,"high":"5","low":"5","span":[15,17],"text":"5人","type":"count",\
        "unit":"person"},\
        {"span":[18,20],"text":"去年","time":{"anchor":"published","date":"2023",\
        "end":"2023-12-31","grain":"year","start":"2023-01-01"},"type":"time"}],\
        "published":"2024-03-21","source":"快报","title":"微软投资","url":"https://example.org/1"}

        """)
  }

  @Test func everyLineIsCanonicalJSON() throws {
    let articles = ["", "无。", #"\"<b>\u2028微软\\"#, "2024年3月首席执行官张三以约合3亿美元收购它30%的股份"].map {
      Annotations.document(title: $0, $0 + "。") + "\n"
    }
    let output = try Annotations.write(["a.jsonl": articles.joined()], .jsonl)
    let lines = output.split(separator: "\n")
    #expect(lines.count == 4)
    for line in lines {
      #expect(JSONWriter.bytes(try JSONParser.parse(Array(line.utf8))) == Array(line.utf8))
    }
  }
}
