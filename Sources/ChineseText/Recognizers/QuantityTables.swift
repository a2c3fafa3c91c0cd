/// Reads the tables of `quantities/` into tries; every bad cell is reported.
struct QuantityTables {
  private var numberBuilder = Numerals.Builder()
  private var forward: [(text: [UInt16], word: QuantityWord)] = []
  private var backward: [(text: [UInt16], word: QuantityWord)] = []
  private var timeWords: [(text: [UInt16], word: QuantityWord)] = []
  /// Days of the holidays, as far as they were read.
  private(set) var holidays = HolidayTable()
  private var problems: [LexiconProblem] = []
  private let lexicon: Lexicon

  /// All tables of a lexicon.
  init(lexicon: Lexicon) throws(LexiconError) {
    self.lexicon = lexicon
    readNumerals()
    readCurrencies()
    readMeasures()
    readBounds()
    readRates()
    readCues()
    readRounds()
    readTimes()
    guard problems.isEmpty else { throw LexiconError(problems) }
  }

  /// Characters of numbers.
  func numerals() -> Numerals { numberBuilder.build() }

  /// Words that begin at a place.
  func words() -> QuantityTrie { QuantityTrie(forward) }

  /// Words of times, with the words of ranges.
  func times() -> QuantityTrie {
    QuantityTrie(timeWords + forward.filter { $0.word.sense == .range })
  }

  /// Words that end before a place.
  func wordsBefore() -> QuantityTrie { QuantityTrie(backward, backward: true) }

  // MARK: Rows

  /// One row, its cells by name of column.
  private struct Row {
    let table: LexiconTable
    let number: Int
    let columns: [Int]
    let lexicon: Lexicon

    /// Cell of the n-th wanted column.
    subscript(index: Int) -> String { table.cell(number, columns[index]) }

    func number(_ index: Int) -> Int? { Int(self[index]) }

    var text: [UInt16] { lexicon.folded(self[0]) }

    /// The folded values of a cell, parted by `|`.
    func list(_ index: Int) -> [[UInt16]] {
      let cell = self[index]
      if cell.isEmpty { return [] }
      var result: [[UInt16]] = []
      var part: [UInt16] = []
      for unit in lexicon.folded(cell) + [124] {
        if unit != 124 {
          part.append(unit)
        } else if !part.isEmpty {
          result.append(part)
          part.removeAll()
        }
      }
      return result
    }

    func values(_ index: Int) -> [String] { table.values(number, columns[index]) }
  }

  private mutating func rows(_ name: String, _ columns: String...) -> [Row] {
    let path = "quantities/" + name
    let tables = lexicon.tables.filter { $0.name == path }
    if tables.isEmpty {
      problems.append(LexiconProblem(file: path, line: 0, message: "table is missing"))
    }
    return tables.flatMap { rows($0, columns) }
  }

  /// All rows of one table; a user's table comes after the built-in one, and its words win.
  private mutating func rows(_ table: LexiconTable, _ columns: [String]) -> [Row] {
    var indices: [Int] = []
    for column in columns {
      if let index = table.column(column) {
        indices.append(index)
      } else {
        problems.append(
          LexiconProblem(file: table.name, line: 1, message: "column \(column) is missing"))
      }
    }
    guard indices.count == columns.count else { return [] }
    return (0..<table.rowCount).map {
      Row(table: table, number: $0, columns: indices, lexicon: lexicon)
    }
  }

  private mutating func report(_ row: Row, _ value: String, _ known: [String]) {
    problems.append(
      LexiconProblem(
        file: row.table.name, line: 0,
        message: "\(row[0]): unknown value \(value)" + suggestion(for: value, among: known)))
  }

  /// The value of a name in a dictionary, or a report.
  private mutating func find<Value>(
    _ name: String, in values: KeyValuePairs<String, Value>, _ row: Row
  ) -> Value? {
    for (key, value) in values where key == name { return value }
    report(row, name, values.map(\.key))
    return nil
  }

  // MARK: Tables

  private mutating func readNumerals() {
    for row in rows("numerals", "text", "kind", "value", "unless") {
      let text = row.text
      let value = row.number(2) ?? -1
      if row[1] == "latin", value > 0 {
        forward.append((text, QuantityWord(sense: .latinUnit, amount: value)))
      } else if text.count == 1 {
        let isKnown = numberBuilder.add(text[0], kind: row[1], value: value, unless: row.list(3))
        if !isKnown { report(row, row[1] + " " + row[2], ["digit", "unit", "some", "over"]) }
      } else {
        report(row, row[1], ["latin"])
      }
    }
  }

  private mutating func readCurrencies() {
    for row in rows("currencies", "text", "code", "place", "power", "unless") {
      var word = QuantityWord(
        sense: .currencyAfter, amount: row.number(3) ?? 0, code: row[1], unless: row.list(4))
      switch row[2] {
      case "after": forward.append((row.text, word))
      case "weak":
        word.effects = .weak
        forward.append((row.text, word))
      case "before", "both":
        if row[2] == "both" { forward.append((row.text, word)) }
        word = QuantityWord(sense: .currencyBefore, code: row[1], unless: row.list(4))
        forward.append((row.text, word))
      case "minor":
        word = QuantityWord(
          sense: .minorUnit, amount: row.number(3) ?? 0, code: row[1], unless: row.list(4))
        forward.append((row.text, word))
      default: report(row, row[2], ["after", "before", "both", "minor", "weak"])
      }
    }
  }

  private mutating func readMeasures() {
    let senses: KeyValuePairs<String, QuantitySense> = [
      "count": .count, "model": .model, "duration": .duration,
      "duration-over": .durationOver, "half": .halfShare, "percent": .percent, "tenth": .tenth,
      "noun": .noun,
    ]
    for row in rows("measures", "text", "unit", "kind", "power", "unless") {
      guard let sense = find(row[2], in: senses, row) else { continue }
      let unit = row[1].isEmpty ? row[0] : row[1]
      forward.append(
        (
          row.text,
          QuantityWord(
            sense: sense, amount: row.number(3) ?? 0, code: unit, unless: row.list(4))
        ))
    }
  }

  private mutating func readBounds() {
    let names: KeyValuePairs<String, BoundEffect> = [
      "about": .about, "near": [.about, .notDuration], "over": .over, "under": .under,
      "equal": .equal, "change": .change, "over-bare": .bareOnly, "none": .none, "level": [],
      "range": [],
      "pair": [], "between": [],
    ]
    for row in rows("bounds", "text", "place", "effect", "reach", "unless") {
      var effects: BoundEffect = []
      for name in row.values(2) { effects.formUnion(find(name, in: names, row) ?? []) }
      var word = QuantityWord(
        sense: .boundAfter, amount: row.number(3) ?? 0, effects: effects, unless: row.list(4))
      switch (row[1], row[2]) {
      case ("before", _):
        word = QuantityWord(sense: .boundBefore, amount: word.amount, effects: effects)
        backward.append((row.text, word))
        continue
      case ("after", "level"): word = QuantityWord(sense: .level, unless: word.unless)
      case ("after", "between"): word = QuantityWord(sense: .between)
      case ("after", _): break
      case ("between", "range"): word = QuantityWord(sense: .range, unless: word.unless)
      case ("between", "pair"): word = QuantityWord(sense: .pair)
      default: report(row, row[1], ["before", "after", "between"])
      }
      forward.append((row.text, word))
    }
  }

  private mutating func readRates() {
    for row in rows("rates", "text", "place", "rate") {
      if row[1] == "before" || row[1] == "both" {
        backward.append((row.text, QuantityWord(sense: .rateBefore, code: row[2])))
      }
      if row[1] == "after" || row[1] == "both" {
        let text = row.text
        forward.append((text, QuantityWord(sense: .rateAfter, code: row[2])))
        if text.first == 47 {
          let spaced = [47, 32] + text.dropFirst()
          forward.append((spaced, QuantityWord(sense: .rateAfter, code: row[2])))
        }
      }
      if !["before", "after", "both"].contains(row[1]) {
        report(row, row[1], ["before", "after", "both"])
      }
    }
  }

  private mutating func readCues() {
    for row in rows("money-cues", "text", "place") {
      switch row[1] {
      case "before": backward.append((row.text, QuantityWord(sense: .cueBefore)))
      case "stop": backward.append((row.text, QuantityWord(sense: .cueBefore, amount: -1)))
      case "pay":
        backward.append((row.text, QuantityWord(sense: .cueBefore, amount: 1)))
        forward.append((row.text, QuantityWord(sense: .cueAfter)))
      case "after": forward.append((row.text, QuantityWord(sense: .cueAfter)))
      case "both":
        backward.append((row.text, QuantityWord(sense: .cueBefore)))
        forward.append((row.text, QuantityWord(sense: .cueAfter)))
      default: report(row, row[1], ["before", "after", "both", "stop", "pay"])
      }
    }
    for row in rows("home-currencies", "text", "code") {
      forward.append((row.text, QuantityWord(sense: .home, code: row[1])))
    }
    for row in rows("amount-followers", "text") {
      forward.append((row.text, QuantityWord(sense: .follower)))
    }
  }

  private mutating func readRounds() {
    let senses: KeyValuePairs<String, QuantitySense> = [
      "stem": .roundStem, "whole": .roundWhole, "end": .roundEnd, "alone": .roundAlone,
    ]
    for row in rows("rounds", "text", "code", "kind", "when", "unless") {
      guard let sense = find(row[2], in: senses, row) else { continue }
      forward.append(
        (
          row.text,
          QuantityWord(sense: sense, code: row[1], unless: row.list(4), when: row.list(3))
        ))
    }
  }

  private mutating func readTimes() {
    let senses = Dictionary(Self.timeSenses.map { ($0, $1) }) { first, _ in first }
    for row in rows("time-words", "text", "sense", "amount", "unless") {
      let name = row[1]
      guard let sense = senses[name] ?? find(name, in: Self.timeSenses, row) else { continue }
      timeWords.append(
        (
          row.text,
          QuantityWord(sense: sense, amount: row.number(2) ?? 0, unless: row.list(3))
        ))
    }
    let tenses: KeyValuePairs<String, Int> = [
      "future": 1, "set": 2, "past": -1, "told": -2, "none": 0,
    ]
    for row in rows("tense", "text", "tense", "unless") {
      guard let tense = find(row[1], in: tenses, row) else { continue }
      timeWords.append((row.text, QuantityWord(sense: .tense, amount: tense, unless: row.list(2))))
    }
    readHolidays()
  }

  private mutating func readHolidays() {
    for row in rows("holidays", "text", "days", "length", "when", "unless") {
      guard let length = row.number(2), let id = holidays.add(row[1], length: length) else {
        report(row, row[1], ["05-01", "05/2/7", "2024:02-10"])
        continue
      }
      for text in row.list(0) {
        timeWords.append(
          (text, QuantityWord(sense: .holiday, amount: id, unless: row.list(4), when: row.list(3)))
        )
      }
    }
  }

  private static let timeSenses: KeyValuePairs<String, QuantitySense> = [
    "year": .year, "month": .month, "week": .week, "quarter-shift": .quarterShift, "day": .day,
    "context-day": .contextDay, "context-month": .contextMonth, "context-year": .contextYear,
    "context-quarter": .contextQuarter, "context": .context, "vague": .vague,
    "year-rest": .yearRest, "month-rest": .monthRest, "half": .half, "quarter": .quarter,
    "quarters": .quarters, "quarter-of-year": .quarterOfYear, "unit-quarter": .unitQuarter,
    "season": .season, "year-edge": .yearEdge, "part-edge": .partEdge,
    "month-third": .monthThird, "month-edge": .monthEdge, "whole-year": .wholeYear,
    "fiscal-year": .fiscalYear, "fiscal-prefix": .fiscalPrefix, "daypart": .dayPart,
    "zone": .zone, "weekday": .weekday, "weekend": .weekend, "since": .since, "ago": .ago,
    "later": .later, "unit-year": .unitYear, "unit-month": .unitMonth, "unit-day": .unitDay,
    "decade": .decade, "century": .century, "same-period": .samePeriod, "plan": .plan,
    "recent": .recent, "report-period": .reportPeriod, "holiday-span": .holidaySpan,
  ]
}
