import Foundation
import KnowledgeGraph
import Testing

@testable import Shiji

/// The graphs of the sample news are those of `Samples/expected`.
///
/// `SHIJI_RECORD=1 swift test --filter SamplesTests` writes them anew, and fails to say so.
struct SamplesTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Samples")

  static var names: [String] {
    let folder = root.appending(path: "news").path()
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { !$0.hasPrefix(".") }.sorted()
  }

  @Test func thereAreEnough() { #expect(Self.names.count >= 12) }

  @Test(arguments: names)
  func graphIsAsExpected(_ name: String) throws {
    let graph = try Self.graph(name)
    let stem = PathName.withoutExtension(name)
    let file = Self.root.appending(path: "expected/\(stem).json")
    if ProcessInfo.processInfo.environment["SHIJI_RECORD"] != nil {
      try Data(graph.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent)")
      return
    }
    let expected = try? String(contentsOf: file, encoding: .utf8)
    #expect(graph == expected, "\(stem) differs; record it anew if that is meant")
  }

  /// The graph without the digest of the lexicon, which changes with every row of a table.
  private static func graph(_ name: String) throws -> String {
    let analyzer = try BaseLexicon.analyzer()
    let options = InputOptions()
    let path = root.appending(path: "news/\(name)").path()
    let run = FactsRun(
      analyzer: analyzer, inputs: try InputList([path], options: options), options: options)
    var facts = GraphFromFacts()
    _ = try run.write {
      facts.add($0)
      return true
    }
    let text = String(decoding: GraphJSON.bytes(facts.finish()), as: UTF8.self)
    return text.replacing(analyzer.fingerprint, with: "sha256:0")
  }
}
