/// Hashes of characters and bytes that are the same in every process (FNV-1a).
enum StableHash {
  /// The hash of nothing.
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of what has the hash `hash` with `unit` behind it.
  @inline(__always)
  static func step(_ hash: UInt64, _ unit: some BinaryInteger) -> UInt64 {
    (hash ^ UInt64(truncatingIfNeeded: unit)) &* 0x0000_0100_0000_01B3
  }

  /// The hash of a sequence.
  @inline(__always)
  static func of(_ units: some Sequence<some BinaryInteger>) -> UInt64 {
    var hash = seed
    for unit in units { hash = step(hash, unit) }
    return hash
  }
}
