/// What a word of the quantity tables does in a quantity.
enum QuantitySense: UInt8, CaseIterable {
  // numerals.tsv
  case latinUnit
  // currencies.tsv
  case currencyBefore, currencyAfter, minorUnit
  // measures.tsv
  case count, model, duration, durationOver, percent, tenth, halfShare, noun
  // bounds.tsv, standing behind or between amounts
  case boundAfter, level, range, pair, between
  // home-currencies.tsv
  case home
  // rates.tsv
  case rateAfter
  // money-cues.tsv and amount-followers.tsv
  case cueAfter, follower
  // rounds.tsv
  case roundStem, roundWhole, roundEnd, roundAlone
  // time-words.tsv, holidays.tsv and tense.tsv; they have a trie of their own (`QuantityTables.times`)
  case year, month, week, quarterShift, day
  case contextDay, contextMonth, contextYear, contextQuarter, context, vague
  case yearRest, monthRest, half, quarter, quarterOfYear, quarters, season
  case yearEdge, partEdge, monthThird, monthEdge, wholeYear, fiscalYear, fiscalPrefix
  case dayPart, zone, weekday, weekend, since, ago, later
  case unitYear, unitQuarter, unitMonth, unitDay, decade, century, samePeriod
  case holiday, holidaySpan, plan, recent, reportPeriod, tense
  // Words that stand before an amount, kept in the backward trie.
  case boundBefore, rateBefore, cueBefore

  /// The sense as one bit of a mask; senses of different tries may share one.
  @inline(__always)
  var bit: UInt64 { 1 &<< UInt64(rawValue) }

  @inline(__always)
  static func | (a: QuantitySense, b: QuantitySense) -> QuantitySenses {
    QuantitySenses(bits: a.bit | b.bit)
  }
}

/// A set of senses; written as computed constants, so that the compiler folds them.
struct QuantitySenses: Sendable {
  let bits: UInt64

  @inline(__always)
  init(bits: UInt64) { self.bits = bits }

  @inline(__always)
  init(_ sense: QuantitySense) { bits = sense.bit }

  @inline(__always)
  static func | (a: QuantitySenses, b: QuantitySense) -> QuantitySenses {
    QuantitySenses(bits: a.bits | b.bit)
  }
}

/// What a bound word says of the number beside it.
struct BoundEffect: OptionSet, Sendable {
  let rawValue: UInt16
  /// The number is only near the truth.
  static let about = BoundEffect(rawValue: 1)
  /// The number is the least.
  static let over = BoundEffect(rawValue: 2)
  /// The number is the greatest.
  static let under = BoundEffect(rawValue: 4)
  /// The amount restates the one before.
  static let equal = BoundEffect(rawValue: 8)
  /// Only numbers without a digit (百亿) are bounded.
  static let bareOnly = BoundEffect(rawValue: 16)
  /// Before a length of time the word means the past (近三年).
  static let notDuration = BoundEffect(rawValue: 32)
  /// The word only looks like a bound (签约).
  static let none = BoundEffect(rawValue: 64)
  /// 增加, 下降: what follows is a difference, and 至 behind it names the result.
  static let change = BoundEffect(rawValue: 128)
  /// The word is a currency only where the sentence speaks of money (块).
  static let weak = BoundEffect(rawValue: 256)
}

/// A row of a quantity table, ready for use.
struct QuantityWord: Sendable {
  let sense: QuantitySense
  /// The row's number: a power of ten, a shift, a weekday, a bound's reach.
  var amount = 0
  /// The row's name: a currency, a unit, a round's code.
  var code = ""
  /// Effects of a bound.
  var effects: BoundEffect = []
  /// Folded texts that must not follow (in the backward trie: precede).
  var unless: [[UInt16]] = []
  /// Folded texts of which one must follow; empty for no demand.
  var when: [[UInt16]] = []
}

/// A word found in the text; its name is read from the trie on demand.
struct QuantityMatch {
  /// Index of the word in its trie.
  let word: Int32
  let sense: QuantitySense
  let effects: BoundEffect
  /// The row's number.
  let amount: Int
  /// First scalar after it; in a backward trie its first scalar.
  let end: Int

  /// The match with another end.
  func ending(at place: Int) -> QuantityMatch {
    QuantityMatch(word: word, sense: sense, effects: effects, amount: amount, end: place)
  }
}
