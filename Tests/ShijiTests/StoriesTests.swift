import Foundation
import KnowledgeGraph
import Testing

@testable import Shiji

/// Sixty documents tell fifteen stories: who is who and what is what across them.
///
/// The floors rise with the program. `Tests/Evaluation/stories.py` prints every difference.
struct StoriesTests {
  private static let score = Result { try StoryScore(StoryGold(), StoryGraph()) }

  private static func documents() throws -> [String: String] {
    let news = StoryGold.folder.appending(path: "news").path()
    var result: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: news) {
      for line in try String(contentsOfFile: "\(news)/\(name)", encoding: .utf8).split(
        separator: "\n")
      {
        let record = try JSONParser.parse(Array(line.utf8))
        let text = [record["title"], record["text"]].compactMap { $0?.stringValue }
        result[record["id"]?.stringValue ?? ""] = text.joined(separator: "\n")
      }
    }
    return result
  }

  @Test func everyMentionStandsInItsDocument() throws {
    let documents = try Self.documents()
    #expect(documents.count == 60)
    let gold = try StoryGold()
    for name in gold.entities.keys {
      let text = StoryGold.Name.fold(documents[name.document] ?? "")
      #expect(text.contains(name.folded), "\(name.document): \(name.folded)")
    }
    let known = Set(gold.entities.values)
    for event in gold.events {
      for document in event.told.keys { #expect(documents[document] != nil, "\(event.id)") }
      let entities = event.core.flatMap(\.values).filter { known.contains($0) }
      #expect(!entities.isEmpty, "\(event.id)")
    }
  }

  @Test func entitiesAreMergedAndNoneWrongly() throws {
    let score = try Self.score.get()
    #expect(score.wrongMerges == [])
    #expect(score.entities.f1 >= 0.95, "found: \(score.entities)")
    #expect(score.allEntities.f1 >= 0.86, "all: \(score.allEntities)")
  }

  @Test func eventsAreClustered() throws {
    let score = try Self.score.get()
    #expect(score.events.f1 >= 0.90, "found: \(score.events)")
    #expect(score.allEvents.f1 >= 0.68, "all: \(score.allEvents)")
  }
}
