import ChineseText

/// One element of a sentence as the rules see it: a mention, or a word outside mentions.
struct Item: Sendable {
  let span: TextSpan
  /// Index into the analysis' mentions, or -1.
  let mention: Int
  /// Kind of the mention.
  let kind: MentionKind?
  let tags: WordTags
  /// Lexicon word, or -1 for mentions of several words.
  let word: Int32
  /// Folded character of a one-character item, else 0: finds marks without text.
  let unit: UInt16
  /// Whether it stands inside round brackets.
  var aside: Bool

  /// Whether it names an entity.
  var isEntity: Bool { kind?.isEntity ?? false }
  /// Whether it is a quantity.
  var isQuantity: Bool { kind.map { !$0.isEntity && $0 != .title } ?? false }
  /// A verb that is no auxiliary and no case word.
  var isVerb: Bool {
    mention < 0 && tags.contains(.verb)
      && tags.isDisjoint(with: [.preposition, .auxiliary, .caseWord, .particle, .adverb])
  }
}

/// A stretch between commas.
struct Clause: Sendable {
  let items: Range<Int>
  let span: TextSpan
}

/// A sentence as items and clauses.
struct SentenceView: Sendable {
  let index: Int
  let sentence: Sentence
  let items: [Item]
  let clauses: [Clause]

  /// Collapses the tokens of a sentence to items and cuts them into clauses. O(tokens).
  init(_ analysis: TextAnalysis, sentence index: Int) {
    self.index = index
    sentence = analysis.sentences[index]
    items = Self.items(analysis, sentence)
    clauses = Self.clauses(items, sentence.span)
  }

  private static func items(_ analysis: TextAnalysis, _ sentence: Sentence) -> [Item] {
    var items: [Item] = []
    items.reserveCapacity(sentence.tokens.count)
    let mentions = analysis.mentions
    var depth = 0
    var isCredit = false
    var token = sentence.tokens.lowerBound
    while token < sentence.tokens.upperBound {
      let first = analysis.tokens[token]
      let mention = Int(analysis.mentionOfToken[token])
      if mention >= 0 {
        let tokens = mentions[mention].tokens
        items.append(
          Item(
            span: mentions[mention].span, mention: mention, kind: mentions[mention].kind,
            tags: first.tags, word: tokens.count == 1 ? first.word : -1, unit: 0,
            aside: depth > 0 || isCredit))
        isCredit = false
        token = max(token + 1, min(tokens.upperBound, sentence.tokens.upperBound))
        continue
      }
      let unit = first.end - first.start == 1 ? analysis.text.folded[first.start] : 0
      if unit == Mark.blank || unit == Mark.lineEnd {
        token += 1
        continue
      }
      if unit == Mark.close, depth > 0 { depth -= 1 }
      items.append(
        Item(
          span: first.span, mention: -1, kind: nil, tags: first.tags, word: first.word,
          unit: unit, aside: depth > 0))
      if unit == Mark.open { depth += 1 }
      isCredit = first.tags.contains(.credit) || isCredit && unit == Mark.colon
      token += 1
    }
    return items
  }

  private static func clauses(_ items: [Item], _ span: TextSpan) -> [Clause] {
    var clauses: [Clause] = []
    var start = 0
    func close(_ end: Int) {
      if start < end {
        let range = TextSpan(items[start].span.start, items[end - 1].span.end)
        clauses.append(Clause(items: start..<end, span: range))
      }
      start = end + 1
    }
    var isInTitle = false
    for (index, item) in items.enumerated() {
      if item.unit == Mark.titleOpen { isInTitle = true }
      if item.unit == Mark.titleClose { isInTitle = false }
      if !item.aside, Mark.ends(item.unit),
        !(item.unit == Mark.colon && (isInTitle || isLabel(index - 1, items)))
      {
        close(index)
      }
    }
    close(items.count)
    return clauses
  }

  /// Whether a colon stands between a word of the rules and its amount: 净利润：3亿元.
  private static func isLabel(_ index: Int, _ items: [Item]) -> Bool {
    guard index >= 0, index + 2 < items.count else { return false }
    return items[index].mention < 0 && items[index].tags.contains(.trigger)
      && items[index].tags.contains(.noun) && items[index + 2].kind == .money
  }

  /// Index of the first item that begins at or behind an offset. O(log items).
  func firstItem(from offset: Int) -> Int {
    var low = 0
    var high = items.count
    while low < high {
      let middle = (low + high) / 2
      if items[middle].span.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether an item belongs to a comparison: 较去年同期的5亿元增长.
  func isCompared(_ item: Int) -> Bool {
    var index = item - 1
    while index >= 0, item - index < 6 {
      let before = items[index]
      if before.mention < 0, before.tags.contains(.comparing) { return true }
      guard
        before.kind == .time
          || before.mention < 0 && !Mark.ends(before.unit)
            && !before.isVerb && !before.tags.isDisjoint(with: [.noun, .particle, .timeWord])
      else { return false }
      index -= 1
    }
    return false
  }

  /// Whether an amount is what another one changes from: 由7.61亿元减少至4.15亿元.
  func isOrigin(_ item: Int) -> Bool {
    let range = clauses[clause(of: item)].items
    let isFrom = range.contains { index in
      index < item && item - index <= 6 && items[index].mention < 0
        && [0x7531, 0x4ECE, 0x81EA].contains(items[index].unit)
    }
    guard isFrom else { return false }
    return range.contains { index in
      index > item && items[index].kind == items[item].kind && index - item <= 5
    }
  }

  /// Whether an item stands in a short quotation without marks inside: a name, no statement.
  func isQuotedName(_ item: Int) -> Bool {
    let range = clauses[clause(of: item)].items
    var low = item - 1
    while low >= range.lowerBound, items[low].unit != Mark.quoteOpen {
      if items[low].unit == Mark.quoteClose || item - low > 5 { return false }
      low -= 1
    }
    guard low >= range.lowerBound else { return false }
    var high = item + 1
    while high < range.upperBound, items[high].unit != Mark.quoteClose {
      if high - item > 5 { return false }
      high += 1
    }
    return high < range.upperBound && items[high].span.end - items[low].span.start <= 10
  }

  /// Index of the clause that holds an item.
  func clause(of item: Int) -> Int {
    clauses.firstIndex { $0.items.contains(item) } ?? max(clauses.count - 1, 0)
  }
}

/// Marks as folded characters.
enum Mark {
  static let blank: UInt16 = 0x20
  static let lineEnd: UInt16 = 0x0A
  static let open: UInt16 = 0x28
  static let close: UInt16 = 0x29
  static let enumeration: UInt16 = 0x3001
  static let colon: UInt16 = 0x3A
  static let comma: UInt16 = 0x2C
  static let titleOpen: UInt16 = 0x300A
  static let titleClose: UInt16 = 0x300B
  static let quoteOpen: UInt16 = 0x201C
  static let quoteClose: UInt16 = 0x201D

  /// Whether a clause ends here: `, : ; 。 ! ? |` and their kin.
  @inline(__always)
  static func ends(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x2C, 0x3A, 0x3B, 0x21, 0x3F, 0x3002, 0x2026, 0xFF0C, 0x7C, 0x4E28: return true
    default: return false
    }
  }
}
