/// What the text said about time (and its home currency) so far; carried through one document in text order.
package struct TimeContext: Sendable {
  /// The dates.
  var dates = DateContext()
  /// ISO code that 元 means in this document, found at its first amount; empty for the usual one.
  var homeCurrency: String?
  /// The currency that the document named last, and where.
  var namedCurrency: (code: String, end: Int)?

  /// A context at the beginning of a document.
  package init() {}
}

/// The dates that a document told so far: plain numbers, so that a copy costs little.
struct DateContext: Sendable {
  /// The last time with a date.
  var last: TimeValue?
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
  /// Month of the story that the paragraph tells: 2019年5月他加入。8月离开。
  var story: CalendarDate?
  /// The first period that the document gives in full, and how it is worded: what 一季度 and 报告期
  /// of a report mean.
  var report: (value: TimeValue, part: TimePhrase.Part)?
  /// Sentences so far.
  var sentences = 0
  /// Number of the sentence of `last` and of `lastDay`.
  private var lastSentence = 0
  private var daySentence = 0
  /// Whether `last` headed its sentence.
  private var lastIsLeading = false

  /// How many sentences back a word such as 当时 may point.
  private static let reach = 2
  /// In how many sentences a report tells its period.
  private static let lead = 6

  mutating func beginSentence(beginsParagraph: Bool) {
    sentences += 1
    sentenceYear = 0
    sentenceMonth = 0
    sentenceIsFine = false
    sentenceDay = nil
    if beginsParagraph { story = nil }
  }

  /// The last time, unless it was long ago.
  var recent: TimeValue? { sentences - lastSentence > Self.reach ? nil : last }

  /// The last day, unless it was long ago or a later time is no day.
  var recentDay: CalendarDate? { sentences - daySentence > Self.reach ? nil : lastDay }

  /// The last time of this sentence, or the one that headed the sentence before it.
  var near: TimeValue? {
    sentences == lastSentence || lastIsLeading && sentences - lastSentence == 1 ? last : nil
  }

  /// Remembers a time with its date.
  mutating func note(_ value: TimeValue, _ phrase: TimePhrase, isLeading: Bool) {
    guard let start = value.start else { return }
    note(value, hasYear: phrase.year != .none, isLeading: isLeading)
    if case .month = value.grain { tell(start, phrase, isLeading) }
    if case .day = value.grain { tell(start, phrase, isLeading) }
    let isOwn = phrase.hasOwnYear || report == nil && phrase.year != .none
    if report == nil || !(report?.value.anchor == .explicit), isOwn, sentences <= Self.lead,
      phrase.part.isReported, phrase.lastNumber == 0
    {
      report = (value, phrase.part)
    }
  }

  /// Remembers a time with its date.
  mutating func note(_ value: TimeValue, hasYear: Bool, isLeading: Bool) {
    guard let start = value.start else { return }
    // 彼时 says its landmark again and takes nothing from it.
    let isAgain =
      sentences == lastSentence && value.start == last?.start && value.end == last?.end
    lastIsLeading = isLeading || isAgain && lastIsLeading
    last = value
    lastSentence = sentences
    if hasYear || sentenceYear > 0 {
      sentenceYear = start.year
      sentenceIsFine = sentenceIsFine || value.grain != .year
    }
    sentenceMonth = value.grain == .year ? sentenceMonth : start.month
    if value.grain == .day, value.end == start {
      lastDay = start
      daySentence = sentences
      sentenceDay = start
    }
  }

  /// A month or day at the head of a sentence goes on with the story; today ends it.
  private mutating func tell(_ start: CalendarDate, _ phrase: TimePhrase, _ isLeading: Bool) {
    if phrase.hasOwnYear {
      story = isLeading ? start : nil
    } else if story != nil {
      story = phrase.year == .none && phrase.month.isFixed ? start : nil
    }
  }
}
