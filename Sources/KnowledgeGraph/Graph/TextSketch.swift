/// A fingerprint of a text by which edited reprints are known: a one-permutation min-hash.
///
/// Every run of eight letters, Han characters or digits (`runLength`; punctuation and blanks do not
/// count, width, case and script are folded) is hashed to 64 bits. The five highest bits choose one
/// of 32 bins, a bin keeps its lowest hash, and of that one byte: 32 bytes, 64 hexadecimal digits in
/// the document's line. The share of bins with equal bytes estimates how many runs two texts have in
/// common (the Jaccard index), with a standard error of at most 0.09. From one half on they are
/// reprints of each other: another headline, an agency's name, changed words here and there or a
/// tail cut by up to a half leave that much; different stories, even those told with the same
/// phrases, share a few percent. Texts with less than 32 runs have none. Integers only: the same
/// text gives the same bytes everywhere.
package struct TextSketch: Hashable, Sendable {
  /// How many characters are hashed together.
  package static let runLength = 8
  private static let minimumRuns = 32

  /// A byte a bin; 0 where the bin is empty.
  private let bins: SIMD32<UInt8>

  /// Reads the 64 digits of a document's line.
  init?(_ digits: String) {
    var bins = SIMD32<UInt8>()
    var index = 0
    for byte in digits.utf8 {
      guard index < 64, let digit = Self.digit(byte) else { return nil }
      bins[index / 2] = bins[index / 2] << 4 | digit
      index += 1
    }
    guard index == 64 else { return nil }
    self.bins = bins
  }

  /// Makes the fingerprint of folded UTF-16 code units; nothing where there are too few.
  ///
  /// `counts` says by one byte a unit whether it counts: 1 to 3. Complexity: linear.
  package init?(_ units: UnsafeBufferPointer<UInt16>, counts: UnsafeBufferPointer<UInt8>) {
    var lowest = [UInt64](repeating: .max, count: 32)
    var (older, newer): (UInt64, UInt64) = (0, 0)
    var length = 0
    lowest.withUnsafeMutableBufferPointer { lowest in
      for index in 0..<min(units.count, counts.count) where counts[index] &- 1 < 3 {
        older = older << 16 | newer >> 48
        newer = newer << 16 | UInt64(units[index])
        length &+= 1
        if length < Self.runLength { continue }
        let hash = Self.mix(older &* 0x9e37_79b9_7f4a_7c15 ^ newer)
        let bin = Int(truncatingIfNeeded: hash >> 59)
        if hash < lowest[bin] { lowest[bin] = hash }
      }
    }
    guard length >= Self.minimumRuns + Self.runLength - 1 else { return nil }
    var bins = SIMD32<UInt8>()
    for bin in 0..<32 where lowest[bin] != .max {
      bins[bin] = UInt8(truncatingIfNeeded: (lowest[bin] & 0xFFFF) % 255) + 1
    }
    self.bins = bins
  }

  /// The 64 hexadecimal digits.
  package var digits: String {
    var text = ""
    for bin in 0..<32 {
      for nibble in [bins[bin] >> 4, bins[bin] & 15] {
        text.unicodeScalars.append(Unicode.Scalar(Hexadecimal.digit(nibble)))
      }
    }
    return text
  }

  /// Whether two texts share half of their runs or more.
  package func isReprint(of other: Self) -> Bool {
    let either = (bins | other.bins) .!= 0
    let equal = (bins .== other.bins) .& either
    return 2 * Self.count(equal) >= Self.count(either)
  }

  private static func count(_ mask: SIMDMask<SIMD32<Int8>>) -> Int {
    var ones = SIMD32<UInt8>()
    ones.replace(with: 1, where: mask)
    return Int(ones.wrappedSum())
  }

  /// The finish of MurmurHash3, which spreads every bit over all others.
  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    var hash = value
    hash = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
    hash = (hash ^ hash >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return hash ^ hash >> 33
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
