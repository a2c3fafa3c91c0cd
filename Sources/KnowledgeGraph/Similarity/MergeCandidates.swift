/// Two nodes of a graph that may be one, and why.
public struct MergeCandidate: Hashable, Sendable {
  /// The id that stands first in bytewise order.
  public let first: String
  /// The other id.
  public let second: String
  /// How likely it is, from 0 to 1000; no probability.
  public let score: Int
  /// What speaks for it, the strongest first.
  public let reasons: [String]
}

/// Finds nodes of a graph that may be one entity.
///
///     for candidate in MergeCandidates(graph, words: words).list(minimumScore: 600) {
///       print(candidate.score, candidate.first, candidate.second, candidate.reasons)
///     }
///
/// Nothing is merged: the graph leaves apart what nobody states to be one. Candidates come from
/// blocks: names that are equal when place, trade and legal form are taken away, names and aliases
/// that are equal, Latin names that are equal without blanks and points, products with and without
/// the name of their maker, parts of one name that the graph keeps apart, persons with one post in
/// one organization. Pairs are made inside blocks alone, and a block of more than 40 nodes makes
/// none, so the work grows with the number of names, not with its square. Places are left out.
public struct MergeCandidates: Sendable {
  /// How many nodes a block may hold.
  static let blockSize = 40

  let words: NameWords
  let neighbours: SharedNeighbours
  private(set) var entities: [Graph.Entity] = []
  private(set) var makers: Set<String> = []

  /// Reads the names of a graph. Complexity: linear in its nodes and edges.
  public init(_ graph: Graph, words: NameWords = NameWords()) {
    self.words = words
    neighbours = SharedNeighbours(graph)
    entities = graph.entities.filter { $0.type != "place" }
    for entity in entities where entity.type == "company" {
      if Identifier.isUnlisted(entity.id) && entity.documents.count < 2 { continue }
      for name in [entity.name] + entity.aliases { makers.insert(NameWords.squeezed(name)) }
    }
  }

  /// The candidates with at least this score, the best first, then in the order of their ids.
  public func list(minimumScore: Int = 500) -> [MergeCandidate] {
    var evidence: [Pair: [NameEvidence]] = [:]
    for block in blocks() where (2...Self.blockSize).contains(block.members.count) {
      for (place, first) in block.members.enumerated() {
        for second in block.members.dropFirst(place + 1) {
          let pair = Pair(first: min(first, second), second: max(first, second))
          evidence[pair, default: []].append(block.evidence)
        }
      }
    }
    let candidates = evidence.compactMap { pair, found in
      candidate(entities[pair.first], entities[pair.second], found)
    }
    return candidates.filter { $0.score >= minimumScore }.sorted {
      if $0.score != $1.score { return $0.score > $1.score }
      if !$0.first.equalsBytewise($1.first) { return $0.first.precedesBytewise($1.first) }
      return $0.second.precedesBytewise($1.second)
    }
  }

  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  private struct Block {
    var evidence: NameEvidence
    var members: [Int]
  }

  private func blocks() -> [Block] {
    var blocks: [String: Block] = [:]
    func add(_ index: Int, _ evidence: NameEvidence, _ key: String) {
      if key.unicodeScalars.count < 2 { return }
      let kind = String(entities[index].id.prefix(4))
      let full = kind + evidence.rawValue + "\u{1F}" + key
      var block = blocks[full] ?? Block(evidence: evidence, members: [])
      if block.members.last != index { block.members.append(index) }
      blocks[full] = block
    }
    for (index, entity) in entities.enumerated() {
      for name in [entity.name] + entity.aliases { add(index, .name, NameWords.squeezed(name)) }
      switch entity.id.prefix(4) {
      case "org:": add(index, .core, words.core(of: entity.name).text)
      case "per:": for key in personKeys(entity) { add(index, key.evidence, key.text) }
      default: add(index, .maker, withoutMaker(entity.name))
      }
      if let split = entity.id.firstIndex(of: "@") {
        add(index, .split, String(entity.id[..<split]))
      }
    }
    return Array(blocks.values)
  }

  private func personKeys(_ person: Graph.Entity) -> [(evidence: NameEvidence, text: String)] {
    var keys = neighbours.posts(of: person.id).map { (NameEvidence.post, $0) }
    for name in [person.name] + person.aliases {
      if let last = Self.lastPart(name) { keys.append((.lastPart, NameWords.squeezed(last))) }
    }
    return keys
  }

  /// The last part of a foreign name; a name of one part is that part.
  static func lastPart(_ name: String) -> String? {
    let marks: Set<Character> = ["·", "・", "•", "‧", " "]
    let parts = name.split { marks.contains($0) }
    return parts.last.map { String($0) }
  }

  /// A product's name without the maker's name in front.
  func withoutMaker(_ name: String) -> String {
    let scalars = Array(NameWords.squeezed(name).unicodeScalars)
    for length in stride(from: min(10, scalars.count - 2), to: 1, by: -1) {
      let front = String(String.UnicodeScalarView(scalars[..<length]))
      if makers.contains(front) { return String(String.UnicodeScalarView(scalars[length...])) }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
