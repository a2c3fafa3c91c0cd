/// Makes ids from what they name, so that equal things have equal ids in every run.
public enum Identifier {
  /// The version of the tuples below; it changes when their meaning does.
  static let version = "shiji-id/1"

  /// A prefix and the first 16 hexadecimal digits of the SHA-256 of a tuple.
  ///
  ///     Identifier.make("org:", ["org", "星河科技"])
  ///
  /// The parts are joined by U+001F behind the version of the scheme.
  public static func make(_ prefix: String, _ parts: [String]) -> String {
    var tuple: [UInt8] = []
    begin(&tuple)
    for part in parts { add(part, to: &tuple) }
    return prefix + SHA256.hexadecimalPrefix(of: tuple)
  }

  /// Empties `tuple` for the parts of an id.
  package static func begin(_ tuple: inout [UInt8]) {
    tuple.removeAll(keepingCapacity: true)
    tuple.append(contentsOf: version.utf8)
  }

  /// Adds a part.
  package static func add(_ part: String, to tuple: inout [UInt8]) {
    tuple.append(0x1F)
    tuple.append(contentsOf: part.utf8)
  }

  /// Whether an entity id was made by `make`: then no lexicon lists the entity.
  package static func isUnlisted(_ id: String) -> Bool {
    guard let colon = id.utf8.firstIndex(of: UInt8(ascii: ":")) else { return true }
    let rest = id.utf8[id.utf8.index(after: colon)...]
    if rest.contains(UInt8(ascii: "@")) { return true }
    return rest.count == 16
      && rest.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }
}
