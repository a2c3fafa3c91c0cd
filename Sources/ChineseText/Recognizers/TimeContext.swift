/// What the text said about time (and its home currency) so far; carried through one document in text order.
package struct TimeContext: Sendable {
  /// The last time with a date.
  var last: TimeValue?
  /// ISO code that 元 means in this document, found at its first amount; empty for the usual one.
  var homeCurrency: String?
  /// The last single day.
  var lastDay: CalendarDate?
  /// Year of the last time in this sentence that named its year, or 0.
  var sentenceYear = 0
  /// Month of the last time in this sentence, or 0.
  var sentenceMonth = 0
  /// Whether that time was finer than a year.
  var sentenceIsFine = false
  /// The last day of this sentence.
  var sentenceDay: CalendarDate?

  /// A context at the beginning of a document.
  package init() {}

  mutating func beginSentence() {
    sentenceYear = 0
    sentenceMonth = 0
    sentenceIsFine = false
    sentenceDay = nil
  }

  /// Remembers a time with its date.
  mutating func note(_ value: TimeValue, hasYear: Bool) {
    guard let start = value.start else { return }
    last = value
    if hasYear || sentenceYear > 0 {
      sentenceYear = start.year
      sentenceIsFine = sentenceIsFine || value.grain != .year
    }
    sentenceMonth = value.grain == .year ? sentenceMonth : start.month
    if value.grain == .day, value.end == start {
      lastDay = start
      sentenceDay = start
    }
  }
}
