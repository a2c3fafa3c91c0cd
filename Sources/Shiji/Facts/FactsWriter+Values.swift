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
    text.scalars.withUnsafeBufferPointer { scalars in
      let start = min(max(span.start, 0), scalars.count)
      let end = min(max(span.end, start), scalars.count)
      line.string(UnsafeBufferPointer(rebasing: scalars[start..<end]))
    }
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
