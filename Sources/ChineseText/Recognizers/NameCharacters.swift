/// What each character is in names: one word of costs and one set of roles a BMP character, so that
/// no look-up needs a bounds check. Zero pages that no character touches cost nothing.
final class CharacterMemory: @unchecked Sendable {
  let roles: UnsafeMutablePointer<UInt16>
  let costs: UnsafeMutablePointer<UInt64>
  /// A filter of the two characters at the near end of cues: one bit a hash.
  let pairs: UnsafeMutablePointer<UInt64>
  /// Roles and costs by code of the lexicon's alphabet, the frequent characters first, so that a scan
  /// of a text stays in the cache.
  let rolesOfCode: UnsafeMutablePointer<UInt16>
  let costsOfCode: UnsafeMutablePointer<UInt64>

  /// Places of the costs in their word, 21 bits each.
  static let given: UInt64 = 0
  static let foreign: UInt64 = 21
  static let surname: UInt64 = 42
  static let mask: UInt64 = 0x1F_FFFF

  /// Memory for an alphabet of so many codes.
  init(codes: Int) {
    rolesOfCode = .allocate(capacity: codes)
    rolesOfCode.initialize(repeating: 0, count: codes)
    costsOfCode = .allocate(capacity: codes)
    costsOfCode.initialize(repeating: 0, count: codes)
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
    rolesOfCode.deallocate()
    costsOfCode.deallocate()
  }

  /// Gives roles and costs to the codes. Code 0 stands for all characters outside the alphabet: they
  /// may have any role.
  func index(_ codes: UnsafeBufferPointer<UInt16>) {
    for unit in 0..<codes.count where codes[unit] > 0 {
      rolesOfCode[Int(codes[unit])] = roles[unit]
      costsOfCode[Int(codes[unit])] = costs[unit]
    }
    rolesOfCode[0] = .max
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
  private let rolesOfCode: UnsafePointer<UInt16>
  private let costsOfCode: UnsafePointer<UInt64>

  init(_ memory: CharacterMemory) {
    costsOfCode = UnsafePointer(memory.costsOfCode)
    rolesOfCode = UnsafePointer(memory.rolesOfCode)
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

  /// The next place from `start` on, of places inside the text, whose character may have one of some
  /// roles; `end` where there is none.
  @inline(__always)
  func next(
    _ wanted: UInt16, _ codes: UnsafeBufferPointer<UInt16>, from start: Int, to end: Int
  ) -> Int {
    var place = start
    while place < end, rolesOfCode[Int(codes[place])] & wanted == 0 { place &+= 1 }
    return place
  }

  /// What the character at a place of a text can be.
  @inline(__always)
  func roles(_ text: TextView, _ place: Int) -> UInt16 {
    let code = text.codes[place]
    return code > 0 ? rolesOfCode[Int(code)] : roles[Int(text.folded[place])]
  }

  /// Cost of the character at a place of a text as a given-name character; 0 is none.
  @inline(__always)
  func given(_ text: TextView, _ place: Int) -> Int32 {
    Self.cost(costs(text, place), CharacterMemory.given)
  }

  /// Cost of the character at a place of a text inside a transliterated name; 0 is none.
  @inline(__always)
  func foreign(_ text: TextView, _ place: Int) -> Int32 {
    Self.cost(costs(text, place), CharacterMemory.foreign)
  }

  /// Cost of the character at a place of a text as a family name; 0 is none.
  @inline(__always)
  func surname(_ text: TextView, _ place: Int) -> Int32 {
    Self.cost(costs(text, place), CharacterMemory.surname)
  }

  @inline(__always)
  private func costs(_ text: TextView, _ place: Int) -> UInt64 {
    let code = text.codes[place]
    return code > 0 ? costsOfCode[Int(code)] : costs[Int(text.folded[place])]
  }

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
    Self.cost(costs[Int(unit)], place)
  }

  @inline(__always)
  private static func cost(_ costs: UInt64, _ place: UInt64) -> Int32 {
    Int32(truncatingIfNeeded: costs >> place & CharacterMemory.mask)
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
