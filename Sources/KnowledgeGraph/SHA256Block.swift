/// The compression function of SHA-256, over blocks of 64 bytes.
enum SHA256Block {
  static let initial: SIMD8<UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  /// The hash of bytes at hand, as eight words.
  static func digest(_ bytes: UnsafeRawBufferPointer) -> SIMD8<UInt32> {
    var state = initial
    let whole = bytes.count & ~63
    compress(UnsafeRawBufferPointer(rebasing: bytes[..<whole]), into: &state)
    finish(
      UnsafeRawBufferPointer(rebasing: bytes[whole...]), length: UInt64(bytes.count), into: &state)
    return state
  }

  /// Takes in the last bytes of an input, fewer than 64, and the padding.
  static func finish(
    _ rest: UnsafeRawBufferPointer, length: UInt64, into state: inout SIMD8<UInt32>
  ) {
    withUnsafeTemporaryAllocation(byteCount: 128, alignment: 16) { tail in
      tail.initializeMemory(as: UInt8.self, repeating: 0)
      tail.copyMemory(from: rest)
      tail[rest.count] = 0x80
      let size = rest.count < 56 ? 64 : 128
      tail.storeBytes(of: (length &* 8).bigEndian, toByteOffset: size - 8, as: UInt64.self)
      compress(UnsafeRawBufferPointer(rebasing: tail[..<size]), into: &state)
    }
  }

  /// Takes in whole blocks; bytes behind the last whole one are left out.
  static func compress(_ blocks: UnsafeRawBufferPointer, into state: inout SIMD8<UInt32>) {
    guard blocks.count >= 64 else { return }
    // The message schedule is a ring of 16 words: it stays in the nearest cache, and its steps
    // fill the gaps which the chain of rounds leaves.
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 16) { ring in
      constants.withUnsafeBufferPointer { constants in
        var start = 0
        while start &+ 64 <= blocks.count {
          for index in 0..<16 {
            let word = blocks.loadUnaligned(
              fromByteOffset: start &+ index &* 4, as: UInt32.self)
            ring[index] = UInt32(bigEndian: word)
          }
          mix(&state, ring, constants)
          start &+= 64
        }
      }
    }
  }

  /// Writes 8 hexadecimal digits for each of the first `words` words; returns their number.
  static func writeHexadecimal(
    _ state: SIMD8<UInt32>, words: Int, to output: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let words = min(max(words, 0), 8)
    for index in 0..<words {
      UnsafeMutableRawPointer(output + index &* 8).storeBytes(
        of: digits(of: state[index]).bigEndian, as: UInt64.self)
    }
    return words &* 8
  }

  /// Eight hexadecimal digits, the first in the highest byte: the nibbles are spread over the bytes
  /// and turned into characters all at once.
  private static func digits(of word: UInt32) -> UInt64 {
    var nibbles = UInt64(word)
    nibbles = (nibbles | nibbles << 16) & 0x0000_FFFF_0000_FFFF
    nibbles = (nibbles | nibbles << 8) & 0x00FF_00FF_00FF_00FF
    nibbles = (nibbles | nibbles << 4) & 0x0F0F_0F0F_0F0F_0F0F
    let ones: UInt64 = 0x0101_0101_0101_0101
    // 1 for each nibble above 9: letters stand 39 behind the digits.
    let letters = (nibbles &+ ones &* 6) >> 4 & ones
    return nibbles &+ ones &* 48 &+ letters &* 39
  }

  private typealias Ring = UnsafeMutableBufferPointer<UInt32>
  private typealias Constants = UnsafeBufferPointer<UInt32>

  private struct Variables {
    var a: UInt32
    var b: UInt32
    var c: UInt32
    var d: UInt32
    var e: UInt32
    var f: UInt32
    var g: UInt32
    var h: UInt32
    /// `b ^ c`: the majority needs it, and the round before knows it.
    var carry: UInt32
  }

  @inline(__always)
  private static func mix(_ state: inout SIMD8<UInt32>, _ ring: Ring, _ constants: Constants) {
    var v = Variables(
      a: state[0], b: state[1], c: state[2], d: state[3], e: state[4], f: state[5], g: state[6],
      h: state[7], carry: state[1] ^ state[2])
    eight(&v, ring, constants, 0, 0, extends: false)
    eight(&v, ring, constants, 0, 8, extends: false)
    for turn in 1..<4 {
      eight(&v, ring, constants, turn &* 16, 0, extends: true)
      eight(&v, ring, constants, turn &* 16, 8, extends: true)
    }
    state = state &+ SIMD8(v.a, v.b, v.c, v.d, v.e, v.f, v.g, v.h)
  }

  /// Eight rounds: the variables change places by name, not by moves.
  @inline(__always)
  private static func eight(
    _ v: inout Variables, _ ring: Ring, _ constants: Constants, _ base: Int, _ first: Int,
    extends: Bool
  ) {
    @inline(__always)
    func input(_ offset: Int) -> UInt32 {
      let index = first &+ offset
      if extends { extend(ring, index) }
      return constants[base &+ index] &+ ring[index]
    }
    round(v.a, v.b, &v.d, v.e, v.f, v.g, &v.h, &v.carry, input(0))
    round(v.h, v.a, &v.c, v.d, v.e, v.f, &v.g, &v.carry, input(1))
    round(v.g, v.h, &v.b, v.c, v.d, v.e, &v.f, &v.carry, input(2))
    round(v.f, v.g, &v.a, v.b, v.c, v.d, &v.e, &v.carry, input(3))
    round(v.e, v.f, &v.h, v.a, v.b, v.c, &v.d, &v.carry, input(4))
    round(v.d, v.e, &v.g, v.h, v.a, v.b, &v.c, &v.carry, input(5))
    round(v.c, v.d, &v.f, v.g, v.h, v.a, &v.b, &v.carry, input(6))
    round(v.b, v.c, &v.e, v.f, v.g, v.h, &v.a, &v.carry, input(7))
  }

  @inline(__always)
  private static func extend(_ ring: Ring, _ index: Int) {
    let near = ring[(index &+ 14) & 15]
    let far = ring[(index &+ 1) & 15]
    let small = rotate(far, 7) ^ rotate(far, 18) ^ (far >> 3)
    let large = rotate(near, 17) ^ rotate(near, 19) ^ (near >> 10)
    ring[index] = ring[index] &+ small &+ ring[(index &+ 9) & 15] &+ large
  }

  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
    _ h: inout UInt32, _ carry: inout UInt32, _ input: UInt32
  ) {
    let large = rotate(rotate(rotate(e, 14) ^ e, 5) ^ e, 6)
    let first = h &+ input &+ (g ^ (e & (f ^ g))) &+ large
    let small = rotate(rotate(rotate(a, 9) ^ a, 11) ^ a, 2)
    let other = a ^ b
    d = d &+ first
    h = first &+ small &+ (b ^ (other & carry))
    carry = other
  }

  @inline(__always)
  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 &- count)
  }

  private static let constants: [UInt32] = [
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
  ]
}
