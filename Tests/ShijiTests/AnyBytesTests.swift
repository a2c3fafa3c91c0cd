import ChineseText
import Foundation
import Testing
import TextChecks

@testable import Shiji

/// Whatever the bytes of an input are, reading ends, and what it gives can be cut and extracted.
struct AnyBytesTests {
  /// The documents of a file.
  private func documents(
    _ bytes: [UInt8], _ format: InputFormat = .text, _ encoding: InputEncoding = .auto
  ) throws -> [Document] {
    let scratch = try Scratch()
    var options = InputOptions()
    options.format = format
    options.encoding = encoding
    let inputs = try InputList([scratch.write("input", bytes)], options: options)
    let decoder = DocumentDecoder(items: inputs.items, options: options)
    let reader = RecordReader(inputs, options: options)
    var result: [Document] = []
    while let batch = reader.nextBatch() {
      result += batch.records.compactMap { try? decoder.decode($0, in: batch).document }
    }
    return result
  }

  private func expectSound(_ document: Document) throws {
    let analyzer = try BaseLexicon.analyzer()
    let cut = analyzer.textAnalyzer.tokenize(document)
    let words = CutChecks(cut, title: document.title, body: document.text).problem()
    #expect(words == nil, "\(document.text.debugDescription)")
    let analysis = analyzer.analyze(document)
    let claims = AnalysisChecks(analysis.text, claims: analysis.claims).problem()
    #expect(claims == nil, "\(document.text.debugDescription)")
  }

  @Test(arguments: InputEncoding.allCases, InputFormat.allCases)
  func randomBytes(_ encoding: InputEncoding, _ format: InputFormat) throws {
    var random = SeededGenerator(seed: 41)
    let pieces: [[UInt8]] = [
      Array("微软收购".utf8), Array("{\"text\":\"".utf8), Array("\"}".utf8), Array("\\ud83d".utf8),
      [10],
      [0], [0xFF], [0xED, 0xA0, 0x80], [0xF0, 0x9F], [0xEF, 0xBB, 0xBF], [0x81, 0x30],
      [0x88, 0x62],
      [0xFF, 0xFE], [0x00, 0xD8], Array("3.5亿元，".utf8), Array("[".utf8), Array("\\".utf8),
    ]
    for _ in 0..<40 {
      let bytes = (0..<Int.random(in: 0...30, using: &random)).flatMap { _ -> [UInt8] in
        Bool.random(using: &random)
          ? pieces.randomElement(using: &random) ?? [] : [UInt8.random(in: 0...255, using: &random)]
      }
      for document in try documents(bytes, format, encoding) { try expectSound(document) }
    }
  }

  static let escapes: [(String, String)] = [
    (#"\ud83d\ude00"#, "😀"), (#"\ud83d"#, "\u{FFFD}"), (#"\ude00"#, "\u{FFFD}"),
    (#"\ud83dx"#, "\u{FFFD}x"), (#"\ud83d\u0041"#, "\u{FFFD}A"),
    (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"),
    (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}"), (#"a\u0000b"#, "a\u{0}b"), (#"\ufeff甲"#, "\u{FEFF}甲"),
    (#"\uffff"#, "\u{FFFF}"),
  ]

  @Test(arguments: escapes)
  func escapedSurrogates(_ escaped: String, _ text: String) throws {
    let bytes = Array("{\"text\":\"\(escaped)\"}".utf8)
    let document = try #require(try documents(bytes, .jsonl).first)
    #expect(Array(document.text.unicodeScalars) == Array(text.unicodeScalars))
    try expectSound(document)
  }

  @Test func brokenBytesCostThemselvesAlone() throws {
    let wide: [UInt8] = [0xFF, 0xFE, 0xAE, 0x5F, 0x00, 0xD8, 0x6F, 0x8F, 0x6F]
    #expect(try documents(wide, .text, .utf16).map(\.text) == ["微\u{FFFD}软\u{FFFD}"])
    let mainland: [UInt8] = [0xCE, 0xA2, 0xFF, 0xC8, 0xED, 0x81]
    #expect(try documents(mainland, .text, .gb18030).map(\.text) == ["微\u{FFFD}软\u{FFFD}"])
  }

  @Test func lastCharacterThatMayCombineIsKept() throws {
    #expect(try documents([0xA6, 0x72, 0x88, 0x66], .text, .big5).map(\.text) == ["字\u{CA}"])
  }

  @Test func piecesAreJoinedWhereverTheyAreCut() throws {
    let unit: [UInt8] = [0xCE, 0xA2, 0x61, 0x81, 0x30, 0x81, 0x30]
    let bytes = (0..<60_000).flatMap { _ in unit }
    let document = try #require(try documents(bytes, .text, .gb18030).first)
    #expect(document.text == String(repeating: "微a\u{80}", count: 60_000))
  }

  @Test func aMegabyteOfBrokenBytesEnds() throws {
    let bytes = [UInt8](repeating: 0xFF, count: 1 << 20)
    for encoding in [InputEncoding.gb18030, .big5, .utf8] {
      let document = try #require(try documents(bytes, .text, encoding).first)
      #expect(document.text.unicodeScalars.count == 1 << 20)
    }
  }
}
