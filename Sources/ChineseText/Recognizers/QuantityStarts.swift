/// Tells quickly where a quantity may begin: by the first character, then by the first two.
struct QuantityStarts: Sendable {
  /// What may begin at a character.
  struct Kinds: OptionSet {
    let rawValue: UInt8
    static let number = Kinds(rawValue: 1)
    static let money = Kinds(rawValue: 2)
    static let time = Kinds(rawValue: 4)
    static let round = Kinds(rawValue: 8)
    /// Only together with the next character.
    static let pair = Kinds(rawValue: 16)
    /// A Chinese number character: the next one must suit it.
    static let han = Kinds(rawValue: 32)
    /// May stand behind a Chinese number character.
    static let follower = Kinds(rawValue: 64)
    /// An Arabic digit: what follows its run must suit it.
    static let digit = Kinds(rawValue: 128)
    fileprivate static let beginnings: Kinds = [.number, .money, .time, .round]
  }

  private var kinds = [Kinds](repeating: [], count: 65536)
  /// Whether something may begin with a character, by code of the lexicon's alphabet, the frequent
  /// characters first: stays in the cache. Code 0 stands for all others.
  private var beginnings: [Bool]
  /// One bit for each pair of characters that begins a word, by hash.
  private var pairs = [UInt64](repeating: 0, count: 1024)

  init(_ numerals: Numerals, _ words: QuantityTrie, times: QuantityTrie, lexicon: Lexicon) {
    beginnings = [Bool](repeating: false, count: max(lexicon.single.count, 1))
    for (unit, senses) in words.initials() { kinds[Int(unit)].insert(Self.kinds(senses)) }
    for (unit, senses) in times.initials() { kinds[Int(unit)].insert(Self.timeKinds(senses)) }
    for unit in times.unitsBehindDigits() { kinds[Int(unit)].insert(.follower) }
    let begins = words.initialPairs(Self.beginning) + times.initialPairs(Self.times)
    for (first, second) in begins {
      add(first, second)
      if first > 0x7F { kinds[Int(first)].insert(.pair) }
    }
    addLetters(words, times: times)
    for unit in numerals.initials() {
      kinds[Int(unit)].insert([.number, .time, .han])
      kinds[Int(unit)].remove(.pair)
    }
    for (first, second) in begins where kinds[Int(first)].contains(.han) {
      kinds[Int(second)].insert(.follower)
    }
    for first in times.singles(QuantitySenses(.recent)) {
      for second in numerals.initials() + Array(48...57) + [32] {
        add(first, second)
      }
    }
    for unit in numerals.all() { kinds[Int(unit)].insert(.follower) }
    for digit in 48...57 { kinds[digit].insert([.number, .time, .digit]) }
    kinds[45].insert(.money)
    for mark in [46, 47] { kinds[mark].insert(.follower) }
    for unit in 0..<65536 where !kinds[unit].isDisjoint(with: .beginnings) {
      beginnings[Int(lexicon.codeTable[unit])] = true
    }
  }

  private mutating func add(_ first: UInt16, _ second: UInt16) {
    let slot = Self.slot(first, second)
    pairs[slot >> 6] |= 1 &<< UInt64(slot & 63)
  }

  /// Letters begin a quantity only together with the next character too; behind the stem of a
  /// round, A of A轮, stands its end or the mark of a list.
  private mutating func addLetters(_ words: QuantityTrie, times: QuantityTrie) {
    let alone = words.singles(Self.aloneWords) + times.singles(Self.times)
    for letter in UInt16(97)...122 where !alone.contains(letter) {
      kinds[Int(letter)].insert(.pair)
    }
    let ends = words.initials().filter { $0.senses & QuantitySense.roundEnd.bit != 0 }.map(\.unit)
    for stem in words.singles(QuantitySenses(.roundStem)) {
      for next in ends + RoundRecognizer.listMarks + [32] { add(stem, next) }
    }
  }

  private static var aloneWords: QuantitySenses {
    .currencyBefore | .roundWhole | .roundAlone
  }

  /// The next place from `index` on whose character something may begin with.
  @inline(__always)
  func next(_ text: QuantityText, from index: Int) -> Int {
    beginnings.withUnsafeBufferPointer { beginnings in
      var place = index
      while place < text.end, !beginnings[Int(text.codes[place])] { place &+= 1 }
      return place
    }
  }

  /// What may begin at `index`; nothing where what follows rules it out.
  @inline(__always)
  func at(_ text: QuantityText, _ index: Int) -> Kinds {
    let found = kinds[Int(text.folded[index])]
    return found.isDisjoint(with: [.pair, .han, .digit]) ? found : checked(text, index, found)
  }

  private func checked(_ text: QuantityText, _ index: Int, _ found: Kinds) -> Kinds {
    if found.contains(.digit) {
      return isFollowed(text, runEnd(text, index)) || isHeaded(text, index) ? found : []
    }
    if found.contains(.han) { return isFollowed(text, index + 1) ? found : [] }
    let slot = Self.slot(text[index], text[index + 1])
    return pairs[slot >> 6] >> UInt64(slot & 63) & 1 == 1 ? found : []
  }

  @inline(__always)
  private func isFollowed(_ text: QuantityText, _ end: Int) -> Bool {
    kinds[Int(text[text.skippingBlank(end)])].contains(.follower)
  }

  /// `（亿元）10`, `（亿元）：10`: the unit may stand in brackets before the number.
  @inline(__always)
  private func isHeaded(_ text: QuantityText, _ index: Int) -> Bool {
    let place = text.skippingBlankBackward(index)
    return text[place - 1] == 41 || text[place - 1] == 58 && text[place - 2] == 41
  }

  /// The end of a digit run; a date with points counts as followed by its last point.
  private func runEnd(_ text: QuantityText, _ index: Int) -> Int {
    var end = index + 1
    while text.isDigit(end) || (text[end] == 46 || text[end] == 44) && text.isDigit(end + 1) {
      if text[end] == 46, end - index == 4 { return index + 4 }
      end += 1
    }
    return end
  }

  @inline(__always)
  private static func slot(_ first: UInt16, _ second: UInt16) -> Int {
    Int((UInt32(first) &* 40503 &+ UInt32(second) &* 30011) >> 4 & 0xFFFF)
  }

  private static func kinds(_ senses: UInt64) -> Kinds {
    var result: Kinds = []
    if senses & QuantitySenses(.currencyBefore).bits != 0 { result.insert(.money) }
    if senses & rounds.bits != 0 { result.insert(.round) }
    if senses & followers.bits != 0 { result.insert(.follower) }
    return result
  }

  private static func timeKinds(_ senses: UInt64) -> Kinds {
    var result: Kinds = []
    if senses & times.bits != 0 { result.insert(.time) }
    if senses & timeFollowers.bits != 0 { result.insert(.follower) }
    return result
  }

  private static var beginning: QuantitySenses {
    QuantitySenses(bits: QuantitySense.currencyBefore.bit | rounds.bits)
  }

  private static var rounds: QuantitySenses { .roundStem | .roundWhole | .roundAlone }

  private static var times: QuantitySenses {
    .year | .month | .week | .quarterShift | .day | .contextDay | .contextMonth | .contextYear
      | .contextQuarter | .context | .vague | .yearRest | .monthRest | .half | .quarter
      | .quarterOfYear | .quarters | .yearEdge | .monthEdge | .fiscalPrefix | .zone | .weekday
      | .weekend | .century | .holiday | .plan | .recent | .reportPeriod
  }

  private static var timeFollowers: QuantitySenses {
    .unitYear | .unitQuarter | .unitMonth | .unitDay | .decade | .half | .quarter | .quarterOfYear
      | .quarters | .fiscalYear | .wholeYear
  }

  private static var followers: QuantitySenses {
    .currencyAfter | .minorUnit | .latinUnit | .count | .model | .duration | .durationOver
      | .percent | .tenth | .halfShare | .noun | .level | .range | .pair
  }
}
