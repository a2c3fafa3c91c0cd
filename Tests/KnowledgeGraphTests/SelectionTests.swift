import Testing

@testable import KnowledgeGraph

struct SelectionTests {
  /// Two events in a row (a buys b, b invests in c), and a relation between d and a.
  private let graph: Graph = {
    var builder = GraphBuilder(version: "test")
    var lines = [#"{"id":"d1","kind":"document","published":"2024-03-21"}"#]
    for name in ["a", "b", "c", "d"] {
      lines.append(
        #"{"aliases":["\#(name)股份"],"document":"d1","id":"org:\#(name)","kind":"entity","#
          + #""name":"\#(name)公司","type":"company"}"#)
    }
    lines.append(
      claim(
        "clm:1", "acquisition", "event", "acquirer", "a", "target", "b", "asserted", 900,
        #","time":{"end":"2024-01-31","grain":"month","start":"2024-01-01"}"#))
    lines.append(
      claim(
        "clm:2", "investment", "event", "investor", "b", "target", "c", "planned", 500,
        #","time":{"end":"2024-03-10","grain":"day","start":"2024-03-10"}"#))
    lines.append(
      claim("clm:3", "competitor_of", "relation", "from", "d", "to", "a", "asserted", 800))
    for (number, line) in lines.enumerated() {
      builder.add(Array(line.utf8), source: "test", lineNumber: number + 1)
    }
    return builder.finish()
  }()

  private static func claim(
    _ id: String, _ type: String, _ kind: String, _ first: String, _ firstName: String,
    _ second: String, _ secondName: String, _ realis: String, _ confidence: Int, _ rest: String = ""
  ) -> String {
    #"{"class":"\#(kind)","confidence":\#(confidence),"core":["\#(first)","\#(second)"],"#
      + #""document":"d1","evidence":[{"span":[0,1],"text":"句"}],"id":"\#(id)","kind":"claim","#
      + #""realis":"\#(realis)","roles":{"\#(first)":[{"entity":"org:\#(firstName)","span":[0,1],"#
      + #""text":"\#(firstName)"}],"\#(second)":[{"entity":"org:\#(secondName)","span":[1,2],"#
      + #""text":"\#(secondName)"}]},"type":"\#(type)"\#(rest)}"#
  }

  /// What a selection keeps: event types and entity ids.
  private func kept(_ change: (inout Selection) -> Void) -> [String] {
    var selection = Selection()
    change(&selection)
    let part = selection.part(of: graph)
    return part.events.map(\.type).sorted() + part.entities.map(\.id)
  }

  @Test func everythingIsTheGraphItself() {
    #expect(Selection().isEverything)
    #expect(GraphJSON.bytes(Selection().part(of: graph)) == GraphJSON.bytes(graph))
  }

  @Test func typesChooseEventsAndRelations() {
    #expect(kept { $0.types = ["acquisition"] } == ["acquisition", "org:a", "org:b"])
    #expect(kept { $0.types = ["competitor_of"] } == ["org:a", "org:d"])
  }

  @Test func statusChooses() {
    #expect(
      kept {
        $0.statuses = [.planned]
        $0.types = ["acquisition", "investment"]
      } == ["investment", "org:b", "org:c"])
  }

  @Test func daysChoose() {
    #expect(kept { $0.since = "2024-02-01" }.contains("investment"))
    #expect(!kept { $0.since = "2024-02-01" }.contains("acquisition"))
    #expect(!kept { $0.until = "2024-03-09" }.contains("investment"))
    #expect(kept { $0.until = "2024-01-15" }.contains("acquisition"))
  }

  @Test func confidenceChooses() {
    #expect(!kept { $0.minimumConfidence = 600 }.contains("investment"))
  }

  @Test func focusReachesAsFarAsTold() {
    #expect(kept { $0.focus = ["c公司"] } == ["investment", "org:b", "org:c"])
    #expect(kept { $0.focus = ["C股份"] }.first == "investment")
    let two = kept {
      $0.focus = ["org:c"]
      $0.hops = 2
    }
    #expect(two == ["acquisition", "investment", "org:a", "org:b", "org:c"])
    #expect(
      kept {
        $0.focus = ["org:c"]
        $0.hops = 0
      } == ["org:c"])
  }

  @Test func namesChooseWhatTouchesThem() {
    #expect(kept { $0.names = ["C股份", "nobody"] } == ["investment", "org:b", "org:c"])
    #expect(kept { $0.names = ["d公司"] } == ["org:a", "org:d"])
    #expect(
      kept { $0.names = ["a公司", "org:c"] } == [
        "acquisition", "investment", "org:a", "org:b", "org:c", "org:d",
      ])
    #expect(kept { $0.names = ["nobody"] } == [])
    #expect(kept { $0.names = [] } == [])
  }

  @Test func namesThatNobodyHasAreTold() {
    var selection = Selection()
    selection.focus = ["a公司", "z公司"]
    #expect(selection.unknownNames(in: graph) == ["z公司"])
  }

  @Test func claimsAndDocumentsFollow() {
    var selection = Selection()
    selection.types = ["investment"]
    let part = selection.part(of: graph)
    #expect(part.claims.ids == ["clm:2"])
    #expect(part.documents.map(\.id) == ["d1"])
  }
}
