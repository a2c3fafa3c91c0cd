/// An immutable set of words of one to four folded characters, packed into integers.
///
/// Open addressing without a seed: look-up is a few instructions and never depends on the process.
struct ShortWordSet: Sendable {
  private var slots: [UInt64]
  private let mask: Int

  /// Makes the set of all `keys` (see `key(_:)`); 0 is no key.
  init(_ keys: [UInt64]) {
    var size = 16
    while size < keys.count &* 3 { size &*= 2 }
    slots = [UInt64](repeating: 0, count: size)
    mask = size - 1
    for key in keys where key != 0 { insert(key) }
  }

  private mutating func insert(_ key: UInt64) {
    var slot = Self.hash(key) & mask
    while slots[slot] != 0, slots[slot] != key { slot = (slot &+ 1) & mask }
    slots[slot] = key
  }

  private static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 33)
  }

  /// Whether the set holds `key`.
  func contains(_ key: UInt64) -> Bool {
    guard key != 0 else { return false }
    var slot = Self.hash(key) & mask
    while slots[slot] != 0 {
      if slots[slot] == key { return true }
      slot = (slot &+ 1) & mask
    }
    return false
  }

  /// The key of a word of up to four units; longer words have none.
  static func key(_ word: some Collection<UInt16>) -> UInt64 {
    guard word.count <= 4 else { return 0 }
    return word.reduce(0) { $0 << 16 | UInt64($1) }
  }
}
