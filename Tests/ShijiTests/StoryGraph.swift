import Foundation
import KnowledgeGraph
import Shiji

/// The facts and the graph of the stories: which node each name and each claim of a document is in.
struct StoryGraph {
  /// The node of each name of each document.
  private(set) var nodes: [StoryGold.Name: String] = [:]
  /// The claims of the events, with their nodes, by id of the claim.
  private(set) var claims: [(claim: ClaimFact, node: String)] = []
  private var names: [DocumentEntity: Set<String>] = [:]

  private struct DocumentEntity: Hashable {
    let document: String
    let entity: String
  }

  /// Reads the documents and makes their graph.
  init() throws {
    let lines = try Self.facts()
    var builder = GraphFromFacts()
    builder.add(lines)
    let graph = builder.finish()
    for line in lines.split(separator: UInt8(ascii: "\n")) { note(try Fact(line: Array(line))) }
    findNodes(graph)
    for event in graph.events {
      for id in event.claims {
        if let claim = graph.claims[id] { claims.append((claim, event.id)) }
      }
    }
    claims.sort { $0.claim.id < $1.claim.id }
  }

  /// The names by which a document calls an entity of its facts.
  func names(of entity: String, in document: String) -> Set<String> {
    names[DocumentEntity(document: document, entity: entity)] ?? []
  }

  private static func facts() throws -> [UInt8] {
    let folder = StoryGold.folder
    let analyzer = try Analyzer(
      lexiconFolder: BaseLexicon.folder, overlays: [folder.appending(path: "lexicon").path()])
    let options = InputOptions()
    let inputs = try InputList([folder.appending(path: "news").path()], options: options)
    let lines = Lines()
    _ = try FactsRun(analyzer: analyzer, inputs: inputs, options: options).write {
      lines.bytes += $0
      return true
    }
    return lines.bytes
  }

  private final class Lines {
    var bytes: [UInt8] = []
  }

  private mutating func note(_ fact: Fact) {
    switch fact {
    case .entity(let entity):
      note([entity.name] + entity.aliases, of: entity.id, in: entity.document)
    case .claim(let claim):
      for filler in claim.roles.flatMap(\.fillers) {
        guard let entity = filler.entity, let via = filler.via, ["name", "alias"].contains(via)
        else { continue }
        note([filler.text], of: entity, in: claim.document)
      }
    default: break
    }
  }

  private mutating func note(_ found: [String], of entity: String, in document: String) {
    names[DocumentEntity(document: document, entity: entity), default: []]
      .formUnion(found.map(StoryGold.Name.fold))
  }

  /// A name is in the node that its document and one of its entity's names share.
  private mutating func findNodes(_ graph: Graph) {
    var held: [String: [(id: String, names: Set<String>)]] = [:]
    for node in graph.entities {
      let known = Set(([node.name] + node.aliases).map(StoryGold.Name.fold))
      for document in node.documents { held[document, default: []].append((node.id, known)) }
    }
    for (key, found) in names.sorted(by: { $0.key.entity < $1.key.entity }) {
      let kind = String(key.entity.prefix(3))
      for node in held[key.document] ?? []
      where node.id.hasPrefix(kind) && !node.names.isDisjoint(with: found) {
        for name in found { nodes[StoryGold.Name(key.document, kind, name)] = node.id }
      }
    }
  }
}
