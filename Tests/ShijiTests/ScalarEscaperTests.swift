import ChineseText
import KnowledgeGraph
import Testing

@testable import Shiji

struct ScalarEscaperTests {
  static let texts = [
    "", "微软", "a\"b\\c", "\u{0}\u{1F}\n\t", "\u{85}\u{2028}\u{2029}", "😀é\u{7FF}\u{800}\u{FFFF}",
    "\u{7F}\u{80}\u{A0}",
  ]

  @Test(arguments: texts)
  func writesTheBytesOfTheCanonicalWriter(_ text: String) {
    let scalars = text.unicodeScalars.map(\.value)
    var bytes: [UInt8] = []
    ScalarEscaper.append(scalars, TextSpan(0, scalars.count), to: &bytes)
    #expect(bytes == JSONWriter.bytes(.string(text)))
    bytes.removeAll()
    ScalarEscaper.appendRaw(scalars, TextSpan(0, scalars.count), to: &bytes)
    #expect(bytes == Array(text.utf8))
  }

  @Test func repairsWhatIsNoScalar() {
    var bytes: [UInt8] = []
    ScalarEscaper.append([0xD800, 0x11_0000], TextSpan(0, 2), to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "\"\u{FFFD}\u{FFFD}\"")
  }

  @Test func staysInsideTheText() {
    var bytes: [UInt8] = []
    ScalarEscaper.append([0x41], TextSpan(-3, 9), to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "\"A\"")
  }
}
