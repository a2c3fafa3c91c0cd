/// Finds nodes by what people call them.
///
///     let search = NameSearch(graph)
///     search.entities("microsoft")   // 微软: an alias, whatever the case
///     search.near("微硬")             // ["微软", …]
public struct NameSearch: Sendable {
  private let graph: Graph

  /// Searches a graph; nothing is prepared.
  public init(_ graph: Graph) { self.graph = graph }

  /// The nodes that an id or a name means: of an id one, of a name all entities that carry it as
  /// name or alias, those with the most documents first.
  ///
  /// Case and full width do not matter. Complexity: linear in the entities.
  public func nodes(_ name: String) -> [Graph.Node] {
    if let node = graph.node(name) { return [node] }
    return entities(name).map { .entity($0) }
  }

  /// The entities that a name means, those with the most documents first.
  public func entities(_ name: String) -> [Graph.Entity] {
    let wanted = Self.folded(name)
    let found = graph.entities.filter { entity in
      entity.id == name || Self.folded(entity.name) == wanted
        || entity.aliases.contains { Self.folded($0) == wanted }
    }
    return found.sorted { left, right in
      if left.documents.count != right.documents.count {
        return left.documents.count > right.documents.count
      }
      return left.id.precedesBytewise(right.id)
    }
  }

  /// Names that are like a wrong one, the likest first. Complexity: linear in the names.
  public func near(_ name: String, limit: Int = 5) -> [String] {
    name.isEmpty ? [] : NameTable(graph).near(name, limit: limit)
  }

  /// Lower case, half width, without blanks around.
  static func folded(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      var value = scalar.value
      if value == 0x3000 { value = 0x20 }
      if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
      switch value {
      case 0x41...0x5A: result.append(Unicode.Scalar(UInt8(value + 32)))
      case 0..<0x80: result.append(Unicode.Scalar(UInt8(value)))
      case 0x2E80...: result.append(scalar)
      default: result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    let text = String(result)
    guard text.first == " " || text.last == " " else { return text }
    return String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
