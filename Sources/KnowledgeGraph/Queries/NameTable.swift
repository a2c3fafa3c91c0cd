/// The names, aliases and ids of the entities of a graph, for many look-ups.
///
///     let table = NameTable(graph)
///     table.entities("microsoft")   // [org:microsoft]: case and width do not matter
///     table.near("宇树科枝")          // ["宇树科技"]
public struct NameTable: Sendable {
  private let graph: Graph
  private var ids: [String: [String]] = [:]
  private var names: [Name] = []
  /// A bit for each scalar of a name, by which most unlike names are told apart at once.
  private var masks: [UInt64] = []

  private struct Name: Sendable {
    let text: String
    let scalars: [UInt32]
    let documents: Int
  }

  /// Complexity: linear in the names.
  public init(_ graph: Graph) {
    self.graph = graph
    for entity in graph.entities {
      for name in [entity.name] + entity.aliases {
        let folded = NameSearch.folded(name)
        if ids[folded]?.last != entity.id { ids[folded, default: []].append(entity.id) }
        let scalars = folded.unicodeScalars.map(\.value)
        names.append(Name(text: name, scalars: scalars, documents: entity.documents.count))
        masks.append(Self.mask(scalars))
      }
    }
  }

  /// The ids of the entities that an id, a name or an alias means, sorted.
  public func entities(_ name: String) -> [String] {
    if case .entity(let entity) = graph.node(name) { return [entity.id] }
    return ids[NameSearch.folded(name)] ?? []
  }

  /// Names like one that is unknown, the likest first: those a few letters away, then longer ones
  /// that hold it, those of the most documents first.
  ///
  /// Complexity: linear in the names.
  public func near(_ name: String, limit: Int = 3) -> [String] {
    let wanted = NameSearch.folded(name).unicodeScalars.map(\.value)
    let mask = Self.mask(wanted)
    let most = max(1, wanted.count / 3)
    var found: [(distance: Int, documents: Int, text: String)] = []
    for (number, bits) in masks.enumerated() where (mask & ~bits).nonzeroBitCount <= most {
      let other = names[number]
      let distance = Self.distance(wanted, other.scalars, most: most)
      let holds = wanted.count > 1 && Self.contains(other.scalars, wanted)
      if distance <= most && distance < wanted.count {
        found.append((distance, other.documents, other.text))
      } else if holds {
        found.append((Int.max, other.documents, other.text))
      }
    }
    found.sort { left, right in
      if left.distance != right.distance { return left.distance < right.distance }
      if left.documents != right.documents { return left.documents > right.documents }
      return left.text.precedesBytewise(right.text)
    }
    var result: [String] = []
    for entry in found where result.count < limit && !result.contains(entry.text) {
      result.append(entry.text)
    }
    return result
  }

  private static func mask(_ scalars: [UInt32]) -> UInt64 {
    scalars.reduce(0) { $0 | 1 << UInt64(($1 &* 0x9E37_79B1) >> 26) }
  }

  private static func contains(_ long: [UInt32], _ short: [UInt32]) -> Bool {
    long.count > short.count
      && (0...(long.count - short.count)).contains { long[$0...].starts(with: short) }
  }

  /// How many scalars must be put in, taken out or changed; more than `most` where it is more.
  private static func distance(_ left: [UInt32], _ right: [UInt32], most: Int) -> Int {
    if abs(left.count - right.count) > most { return most + 1 }
    var row = Array(0...right.count)
    for (line, scalar) in left.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, other) in right.enumerated() {
        let changed = diagonal + (scalar == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(changed, row[column] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
