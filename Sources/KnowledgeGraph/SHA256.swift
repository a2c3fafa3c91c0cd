/// The hash function SHA-256 (FIPS 180-4), from which all ids are made.
///
///     SHA256.hexadecimal(of: Array("abc".utf8))   // ba7816bf 8f01cfea …
///
/// Feed long inputs in pieces with `update` and read `finalize()` once.
public struct SHA256: Sendable {
  private var state = SHA256Block.initial
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  /// Makes the hash of nothing.
  public init() {}

  /// Adds bytes. Complexity: linear in their number.
  public mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Adds bytes. Complexity: linear in their number.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var rest = bytes[...]
    if !pending.isEmpty {
      let missing = min(64 - pending.count, rest.count)
      pending.append(contentsOf: rest.prefix(missing))
      rest = rest.dropFirst(missing)
      guard pending.count == 64 else { return }
      pending.withUnsafeBytes { SHA256Block.compress($0, into: &state) }
      pending.removeAll(keepingCapacity: true)
    }
    let whole = rest.count / 64 * 64
    SHA256Block.compress(UnsafeRawBufferPointer(rebasing: rest.prefix(whole)), into: &state)
    pending.append(contentsOf: rest.dropFirst(whole))
  }

  /// Pads the input and gives the 32 bytes of the hash.
  public consuming func finalize() -> [UInt8] {
    pending.withUnsafeBytes { SHA256Block.finish($0, length: length, into: &state) }
    return Self.bytes(of: state)
  }

  /// The hash of bytes at hand.
  public static func hash(_ bytes: [UInt8]) -> [UInt8] {
    Self.bytes(of: bytes.withUnsafeBytes { SHA256Block.digest($0) })
  }

  /// The hash of bytes at hand, as 64 hexadecimal digits.
  public static func hexadecimal(of bytes: [UInt8]) -> String {
    hexadecimal(bytes.withUnsafeBytes { SHA256Block.digest($0) }, words: 8)
  }

  /// The first 16 hexadecimal digits of the hash, the form in which ids carry it.
  public static func hexadecimalPrefix(of bytes: [UInt8]) -> String {
    bytes.withUnsafeBytes { hexadecimalPrefix(of: $0) }
  }

  static func hexadecimalPrefix(of bytes: UnsafeRawBufferPointer) -> String {
    hexadecimal(SHA256Block.digest(bytes), words: 2)
  }

  private static func hexadecimal(_ state: SIMD8<UInt32>, words: Int) -> String {
    String(unsafeUninitializedCapacity: words * 8) { digits in
      digits.baseAddress.map {
        SHA256Block.writeHexadecimal(state, words: words, to: $0)
      } ?? 0
    }
  }

  private static func bytes(of state: SIMD8<UInt32>) -> [UInt8] {
    (0..<32).map { index in
      UInt8(truncatingIfNeeded: state[index >> 2] >> UInt32(24 &- (index & 3) &* 8))
    }
  }
}
