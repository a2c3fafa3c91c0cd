/// What each character is in names: one word of costs and one set of roles a BMP character, so that
/// no look-up needs a bounds check. Zero pages that no character touches cost nothing.
final class CharacterMemory: @unchecked Sendable {
  let roles: UnsafeMutablePointer<UInt16>
  let costs: UnsafeMutablePointer<UInt64>
  /// A filter of the two characters at the near end of cues: one bit a hash.
  let pairs: UnsafeMutablePointer<UInt64>

  /// Places of the costs in their word, 21 bits each.
  static let given: UInt64 = 0
  static let foreign: UInt64 = 21
  static let surname: UInt64 = 42
  static let mask: UInt64 = 0x1F_FFFF

  init() {
    roles = .allocate(capacity: 65536)
    roles.initialize(repeating: 0, count: 65536)
    costs = .allocate(capacity: 65536)
    costs.initialize(repeating: 0, count: 65536)
    pairs = .allocate(capacity: 1024)
    pairs.initialize(repeating: 0, count: 1024)
  }

  deinit {
    roles.deallocate()
    costs.deallocate()
    pairs.deallocate()
  }

  /// Adds two characters to the filter.
  func addPair(_ first: UInt16, _ second: UInt16) {
    let bit = Self.hash(first, second)
    pairs[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
  }

  @inline(__always)
  static func hash(_ first: UInt16, _ second: UInt16) -> UInt16 {
    first &* 0x9E37 ^ second &* 0x79B9
  }

  /// Sets one cost of a character.
  func set(_ place: UInt64, of unit: UInt16, _ cost: Int32) {
    let word = costs[Int(unit)] & ~(Self.mask << place)
    costs[Int(unit)] = word | (UInt64(max(cost, 0)) & Self.mask) << place
  }
}

/// The characters of `NameTables`, which must outlive this.
struct NameCharacters: @unchecked Sendable {
  private let roles: UnsafePointer<UInt16>
  private let costs: UnsafePointer<UInt64>
  private let pairs: UnsafePointer<UInt64>

  init(_ memory: CharacterMemory) {
    roles = UnsafePointer(memory.roles)
    costs = UnsafePointer(memory.costs)
    pairs = UnsafePointer(memory.pairs)
  }

  /// Whether a cue may begin or end with these two characters.
  @inline(__always)
  func mayBeCue(_ first: UInt16, _ second: UInt16) -> Bool {
    let bit = CharacterMemory.hash(first, second)
    return pairs[Int(bit >> 6)] >> UInt64(bit & 63) & 1 != 0
  }

  /// What a character can be at a name's place: a set of the `NameTables.Role` bits.
  @inline(__always)
  func roles(_ unit: UInt16) -> UInt16 { roles[Int(unit)] }

  /// Cost of a character as a given-name character, in lattice units; 0 is none.
  @inline(__always)
  func given(_ unit: UInt16) -> Int32 { cost(unit, CharacterMemory.given) }

  /// Cost of a character inside a transliterated name, in lattice units; 0 is none.
  @inline(__always)
  func foreign(_ unit: UInt16) -> Int32 { cost(unit, CharacterMemory.foreign) }

  /// Cost of a single-character family name, in lattice units; 0 is none.
  @inline(__always)
  func surname(_ unit: UInt16) -> Int32 { cost(unit, CharacterMemory.surname) }

  @inline(__always)
  private func cost(_ unit: UInt16, _ place: UInt64) -> Int32 {
    Int32(truncatingIfNeeded: costs[Int(unit)] >> place & CharacterMemory.mask)
  }

  /// Whether a character is common in transliterations.
  func isForeign(_ unit: UInt16) -> Bool {
    let cost = foreign(unit)
    return cost > 0 && cost < 6 * Candidate.unit
  }
}

/// A set of folded characters, one bit each: every character has its bit, so no bounds check.
final class CharacterSet16: @unchecked Sendable {
  private let bits: UnsafeMutablePointer<UInt64>

  init() {
    bits = .allocate(capacity: 1024)
    bits.initialize(repeating: 0, count: 1024)
  }

  deinit { bits.deallocate() }

  /// Adds a character; only while the tables are read.
  func insert(_ unit: UInt16) { bits[Int(unit >> 6)] |= 1 << UInt64(unit & 63) }

  /// Whether a character is in it.
  @inline(__always)
  subscript(unit: UInt16) -> Bool { bits[Int(unit >> 6)] >> UInt64(unit & 63) & 1 != 0 }
}
