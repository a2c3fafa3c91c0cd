/// A time as the text words it, before it is tied to the calendar.
struct TimePhrase {
  /// How a year, month or day is named.
  enum Anchor: Equatable {
    case none
    /// 2024年, 3月, 21日.
    case fixed(Int)
    /// 去年, 上月, 昨天: steps from the day of publication.
    case shift(Int)
    /// 当年, 次月, 同日: steps from the last time the text gave.
    case context(Int)

    /// Whether it is a number.
    var isFixed: Bool {
      if case .fixed = self { return true }
      return false
    }
  }

  /// A stretch of a year or of a month.
  enum Part: Equatable {
    case none
    case half(Int)
    case quarter(Int)
    /// 前三季度.
    case quarters(Int)
    case season(Int)
    /// 年初 1, 年中 2, 年底 3.
    case yearEdge(Int)
    /// 前10个月.
    case months(Int)
    /// 上旬 1, 中旬 2, 下旬 3, 上半月 15, 下半月 16.
    case monthThird(Int)
    /// 月初 1, 月中 2, 月底 3.
    case monthEdge(Int)
    /// A holiday by its number, the day or the days around it (春节假期).
    case holiday(Int, isLong: Bool)

    /// 前三季度, 前10个月 are told when they are over.
    var isCompleted: Bool {
      switch self {
      case .quarters, .months: return true
      default: return false
      }
    }

    /// What reports are about.
    var isReported: Bool {
      switch self {
      case .half, .quarter, .quarters, .months: return true
      default: return false
      }
    }

    /// 年底, 年初.
    var isEdge: Bool {
      if case .yearEdge = self { return true }
      return false
    }

    var isHoliday: Bool {
      if case .holiday = self { return true }
      return false
    }
  }

  /// Times that are not named by year, month and day.
  enum Other: Equatable {
    case none
    /// 近日, 此前: no date.
    case vague
    /// 当时: the last time once more.
    case same
    case week(Int)
    case weekday(Int?, Int)
    case weekend(Int?)
    case quarterShift(Int)
    case contextQuarter
    case yearRest
    case monthRest
    /// First year of ten.
    case decade(Int)
    /// First year of five: 十四五期间.
    case plan(Int)
    /// 过去五年, 未来三个月: so many months or days before or after the day of publication.
    case span(months: Int, days: Int)
    /// 去年同期: the period just told, in another year.
    case samePeriod
    /// 报告期.
    case report
  }

  /// First scalar.
  var start: Int
  /// First scalar after it.
  var end: Int
  var year = Anchor.none
  var month = Anchor.none
  var day = Anchor.none
  var part = Part.none
  var other = Other.none
  /// Last number of `2019-2021年`, `3至5月`, `18-24日`, 一至三季度; 0 for one alone.
  var lastNumber = 0
  /// The 15 of 昨（15）日, 0 where none is told.
  var statedDay = 0
  /// 以来: it lasts until the day of publication.
  var isOpen = false
  /// 财年, 财季: not the calendar's year, unless the firm is known.
  var isFiscal = false

  init(start: Int) {
    self.start = start
    end = start
  }

  /// Whether it names a single day.
  var isDay: Bool {
    if day != .none { return true }
    if case .weekday = other { return true }
    return false
  }

  /// Whether it names its year by number.
  var hasOwnYear: Bool { year.isFixed }

  /// Whether what follows may refer to it: 近日 and 去年同期 are no landmarks.
  var isLandmark: Bool {
    switch other {
    case .vague, .samePeriod, .span, .plan, .report: return false
    default: return true
    }
  }

  /// The phrase of the range's last number, where it has one.
  var last: TimePhrase? {
    guard lastNumber > 0 else { return nil }
    var copy = self
    copy.lastNumber = 0
    if day != .none {
      copy.day = .fixed(lastNumber)
    } else if case .quarter = part {
      copy.part = .quarter(lastNumber)
    } else if month != .none {
      copy.month = .fixed(lastNumber)
    } else {
      copy.year = .fixed(lastNumber)
    }
    return copy
  }
}
