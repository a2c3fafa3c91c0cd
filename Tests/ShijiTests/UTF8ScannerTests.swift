import Testing

@testable import Shiji

struct UTF8ScannerTests {
  static let samples: [[UInt8]] = [
    [], Array("微软 GPT-4o 😀".utf8), [0x80], [0xC0, 0xAF], [0xE4, 0xBD], [0xED, 0xA0, 0x80],
    [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x9F, 0x98], [0xF8, 0x88, 0x80, 0x80, 0x80],
    [0xEF, 0xBF, 0xBD], [0xE0, 0x80, 0xAF],
  ]

  @Test(arguments: samples)
  func agreesWithTheStandardLibrary(_ bytes: [UInt8]) {
    let isValid = bytes.withUnsafeBufferPointer { UTF8Scanner.isValid($0) }
    #expect(isValid == (String(validating: bytes, as: UTF8.self) != nil))
  }

  @Test func agreesOnRandomBytes() {
    var generator = SeededGenerator(seed: 7)
    let alphabet: [UInt8] = [0x41, 0x80, 0xBF, 0xC3, 0xE4, 0xBD, 0xED, 0xF0, 0x9F, 0xF5]
    for _ in 0..<2000 {
      let bytes = (0..<6).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
      }
      let isValid = bytes.withUnsafeBufferPointer { UTF8Scanner.isValid($0) }
      #expect(isValid == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
    }
  }
}

/// The same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
