import ChineseText
import KnowledgeGraph

extension FactsWriter {
  /// Writes `"in"` where it is the title, `"span"` and `"text"`.
  mutating func place(_ span: TextSpan, _ text: FoldedText) {
    part(span, text)
    self.span("span", text.local(span))
    self.text("text", span, text)
  }

  mutating func part(_ span: TextSpan, _ text: FoldedText) {
    if text.isTitle(span) { line.member("in", "title") }
  }

  mutating func span(_ key: StaticString, _ local: TextSpan) {
    line.key(key)
    line.beginArray()
    line.int(local.start)
    line.int(local.end)
    line.endArray()
  }

  /// Writes the words of a span straight from the scalars.
  mutating func text(_ key: StaticString, _ span: TextSpan, _ text: FoldedText) {
    line.key(key)
    scratch.removeAll(keepingCapacity: true)
    ScalarEscaper.append(text.scalars, span, to: &scratch)
    line.raw(scratch)
  }

  mutating func strings(_ key: StaticString, _ values: [String]) {
    line.key(key)
    line.beginArray()
    for value in values { line.string(value) }
    line.endArray()
  }

  mutating func flag(_ key: StaticString, _ value: Bool) {
    line.key(key)
    line.bool(value)
  }

  mutating func money(_ money: Money, _ text: FoldedText) {
    line.key("money")
    line.beginObject()
    flag("approx", money.approx)
    line.member("currency", money.currency)
    line.member("currency_source", money.currencySource.rawValue)
    if let other = money.equivalentOf { span("equivalent_of", text.local(other)) }
    line.member("high", money.high?.description)
    line.member("low", money.low?.description)
    line.member("per", money.per.nonEmpty)
    line.endObject()
  }

  /// Writes `"time"`: what the words mean and, where they are given, the words.
  mutating func time(_ time: TimeValue, words: TextSpan?, _ text: FoldedText) {
    line.key("time")
    line.beginObject()
    line.member("anchor", time.anchor.rawValue)
    if time.approx { flag("approx", true) }
    line.member("date", time.date)
    line.member("end", time.end?.description)
    line.member("grain", time.grain.rawValue)
    if let words { part(words, text) }
    if let words { span("span", text.local(words)) }
    line.member("start", time.start?.description)
    if let words { self.text("text", words, text) }
    line.endObject()
  }
}

/// Writes scalars as a JSON string in UTF-8.
enum ScalarEscaper {
  static func append(_ scalars: [UInt32], _ span: TextSpan, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    let start = min(max(span.start, 0), scalars.count)
    for index in start..<min(max(span.end, start), scalars.count) {
      append(scalars[index], to: &output)
    }
    output.append(UInt8(ascii: "\""))
  }

  @inline(__always)
  private static func append(_ scalar: UInt32, to output: inout [UInt8]) {
    switch scalar {
    case 0x22, 0x5C:
      output.append(UInt8(ascii: "\\"))
      output.append(UInt8(truncatingIfNeeded: scalar))
    case 0x20..<0x80: output.append(UInt8(truncatingIfNeeded: scalar))
    case 0..<0x20, 0x85, 0x2028, 0x2029: escape(scalar, to: &output)
    case 0x80..<0x800:
      output.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      output.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    case 0x800..<0xD800, 0xE000..<0x10000:
      output.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      output.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      output.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    case 0x10000..<0x110000:
      output.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      output.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      output.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      output.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    default: output.append(contentsOf: [0xEF, 0xBF, 0xBD])
    }
  }

  private static func escape(_ scalar: UInt32, to output: inout [UInt8]) {
    output.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "u")])
    for shift: UInt32 in [12, 8, 4, 0] {
      let digit = UInt8(truncatingIfNeeded: scalar >> shift & 15)
      output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
