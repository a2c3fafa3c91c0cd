/// Gives equal strings one small number, so that facts stay compact.
///
/// An open hash table over bytes: a string that is known needs no memory of its own.
struct StringTable {
  private(set) var strings: [String] = []
  private var hashes: [UInt64] = []
  /// A power of two of places; a number, or `none`.
  private var places = [Int32](repeating: Self.none, count: 64)
  /// Differs from run to run, so that nobody can make many strings of one place.
  private let seed = UInt64(truncatingIfNeeded: Hasher().finalize())

  /// The number that stands for no string.
  static let none: Int32 = -1

  /// The number of a string; a new one where it was not seen before.
  mutating func number(_ text: String) -> Int32 {
    let hash = hash(text)
    if let known = known(text, hash) { return known }
    return add(text, hash)
  }

  /// The number of a string, or `none` where there is no string.
  mutating func number(_ text: String?) -> Int32 {
    text.map { number($0) } ?? Self.none
  }

  /// The number of bytes; nothing where they are no UTF-8.
  mutating func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    let hash = Self.hash(bytes, seed)
    if let known = known(bytes, hash) { return known }
    return String(validating: bytes, as: UTF8.self).map { add($0, hash) }
  }

  /// The number of a string seen before.
  func known(_ text: String) -> Int32? { known(text, hash(text)) }

  /// The string of a number.
  subscript(number: Int32) -> String { strings[Int(number)] }

  /// The string of a number that may be `none`.
  func text(_ number: Int32) -> String? { number < 0 ? nil : strings[Int(number)] }

  /// Numbers all strings anew in bytewise order, and returns the new number of each old one.
  ///
  /// Afterwards comparing numbers is comparing strings. Complexity: O(n log n).
  mutating func sort() -> [Int32] {
    let order = BytewiseOrder.positions(strings)
    var renumbered = [Int32](repeating: 0, count: strings.count)
    for (new, old) in order.enumerated() { renumbered[old] = Int32(new) }
    strings = order.map { strings[$0] }
    hashes = order.map { hashes[$0] }
    fill(places.count)
    return renumbered
  }

  private func hash(_ text: String) -> UInt64 {
    // In place where the bytes lie together, as they do but for strings of other systems.
    if let hash = text.utf8.withContiguousStorageIfAvailable({ Self.hash($0, seed) }) {
      return hash
    }
    var copy = text
    return copy.withUTF8 { Self.hash($0, seed) }
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ seed: UInt64) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = seed ^ UInt64(truncatingIfNeeded: raw.count)
    var index = 0
    while index &+ 8 <= raw.count {
      hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index &+= 8
    }
    var rest: UInt64 = 0
    while index < raw.count {
      rest = rest << 8 | UInt64(raw[index])
      index &+= 1
    }
    return mixed(hash ^ rest)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
    return product.high ^ product.low
  }

  private func known(_ text: String, _ hash: UInt64) -> Int32? {
    find(hash) { strings[$0].equalsBytewise(text) }
  }

  private func known(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int32? {
    let raw = UnsafeRawBufferPointer(bytes)
    return find(hash) { index in
      strings[index].utf8.withContiguousStorageIfAvailable {
        $0.count == raw.count && compareBytes(UnsafeRawBufferPointer($0), raw) == 0
      } ?? strings[index].utf8.elementsEqual(bytes)
    }
  }

  @inline(__always)
  private func find(_ hash: UInt64, _ isEqual: (Int) -> Bool) -> Int32? {
    let mask = places.count &- 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while places[place] != Self.none {
      let number = Int(places[place])
      if hashes[number] == hash && isEqual(number) { return Int32(number) }
      place = (place &+ 1) & mask
    }
    return nil
  }

  private mutating func add(_ text: String, _ hash: UInt64) -> Int32 {
    strings.append(text)
    hashes.append(hash)
    if strings.count * 2 > places.count {
      fill(places.count * 2)
    } else {
      insert(Int32(strings.count - 1))
    }
    return Int32(strings.count - 1)
  }

  private mutating func fill(_ count: Int) {
    places = [Int32](repeating: Self.none, count: count)
    for number in strings.indices { insert(Int32(number)) }
  }

  private mutating func insert(_ number: Int32) {
    let mask = places.count &- 1
    var place = Int(truncatingIfNeeded: hashes[Int(number)]) & mask
    while places[place] != Self.none { place = (place &+ 1) & mask }
    places[place] = number
  }
}
