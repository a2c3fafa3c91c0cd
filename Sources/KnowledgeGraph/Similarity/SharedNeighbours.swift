/// What stands beside each entity of a graph: events and relations with others.
struct SharedNeighbours: Sendable {
  /// Sentences such as `funding of 南汀基金`, by the id of the entity that they are true of.
  private var contexts: [String: Set<String>] = [:]
  private var posts: [String: [String]] = [:]
  private var events: [String: Set<String>] = [:]

  /// Contexts of more than so many entities tell nothing.
  private static let most = 20

  init(_ graph: Graph) {
    var names: [String: String] = [:]
    for entity in graph.entities { names[entity.id] = entity.name }
    var fillers: [String: [(role: String, id: String)]] = [:]
    for edge in graph.edges {
      switch edge.kind {
      case .role where names[edge.target] != nil:
        fillers[edge.source, default: []].append((edge.type, edge.target))
      case .relation:
        note(edge.source, "\(edge.type) \(names[edge.target] ?? edge.target)")
        note(edge.target, "\(edge.type) of \(names[edge.source] ?? edge.source)")
        if edge.source.hasPrefix("per:") {
          posts[edge.source, default: []].append(edge.type + " " + edge.target)
        }
      default: continue
      }
    }
    for event in graph.events {
      let roles = fillers[event.id] ?? []
      for filler in roles {
        events[filler.id, default: []].insert(event.id)
        for other in roles where other.id != filler.id {
          note(
            filler.id,
            "\(event.type) as \(filler.role) with \(names[other.id] ?? other.id)")
        }
      }
    }
    forgetCommon()
  }

  /// The posts of a person, each with its organization.
  func posts(of id: String) -> [String] { posts[id] ?? [] }

  /// What is true of both, sorted.
  func shared(_ first: String, _ second: String) -> [String] {
    (contexts[first] ?? []).intersection(contexts[second] ?? []).sorted {
      $0.precedesBytewise($1)
    }
  }

  /// Whether one event names both: then they are two.
  func meet(_ first: String, _ second: String) -> Bool {
    !(events[first] ?? []).isDisjoint(with: events[second] ?? [])
  }

  private mutating func note(_ id: String, _ context: String) {
    contexts[id, default: []].insert(context)
  }

  private mutating func forgetCommon() {
    var counts: [String: Int] = [:]
    for list in contexts.values {
      for context in list { counts[context, default: 0] += 1 }
    }
    for (id, list) in contexts {
      contexts[id] = list.filter { counts[$0] ?? 0 <= Self.most }
    }
  }
}
