import ChineseText

/// What must hold of the words that a segmenter cuts bytes into, whatever the bytes are.
package struct SegmentChecks {
  private let segmenter: Segmenter

  /// Looks at the words of a segmenter.
  package init(_ segmenter: Segmenter) { self.segmenter = segmenter }

  /// The first thing that does not hold, or nothing. Complexity: linear in the bytes.
  package func problem(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let tokens = words(bytes)
    var at = 0
    for token in tokens {
      guard token.start == at, token.end > at, token.end <= bytes.count else {
        return "word \(token.start)..<\(token.end) where one begins at \(at)"
      }
      guard (-1..<segmenter.lexicon.wordBound).contains(Int(token.row(in: segmenter.lexicon)))
      else { return "word \(token.start)..<\(token.end) has no row" }
      at = token.end
    }
    guard at == bytes.count else { return "\(bytes.count) bytes, words up to \(at)" }
    let again = words(bytes)
    guard tokens.elementsEqual(again, by: { $0.end == $1.end }) else { return "other words" }
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    return characters(tokens, bytes) ?? sentence(tokens, text)
  }

  /// In text, words begin where characters do.
  private func characters(
    _ tokens: [ByteToken], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> String? {
    tokens.first { bytes[$0.start] & 0xC0 == 0x80 }.map { "word at byte \($0.start)" }
  }

  /// A text of one short sentence is cut as the other stages cut it.
  private func sentence(_ tokens: [ByteToken], _ text: String) -> String? {
    let cut = TextAnalyzer.plainCut(text, lexicon: segmenter.lexicon)
    guard cut.text.count < 300, cut.sentences.count == 1,
      cut.sentences[0].span == TextSpan(0, cut.text.count)
    else { return nil }
    let ends = cut.tokens.map { cut.text.utf8Offsets(of: $0.span).upperBound }
    return ends == tokens.map(\.end) ? nil : "words end at \(tokens.map(\.end)), not at \(ends)"
  }

  private func words(_ bytes: UnsafeBufferPointer<UInt8>) -> [ByteToken] {
    var tokens: [ByteToken] = []
    segmenter.segment(bytes) { tokens.append(contentsOf: $0) }
    return tokens
  }
}
