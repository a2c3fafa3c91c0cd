/// How finely words are cut for output.
///
/// Every boundary of the coarse words is one of the fine words too.
public enum Granularity: String, Sendable, CaseIterable {
  /// Numbers apart from their units, parts of dates, the words inside long names:
  /// `15亿|美元`, `2024年|3月`, `国家|税务|总局`.
  case fine
  /// What facts are made of: amounts, dates and names in one piece.
  case coarse
}

/// A convention of published word-segmented texts.
public enum WordStandard: String, Sendable, CaseIterable {
  /// The fine words, and the family name of a Chinese person apart from the given name: `王|晓明`.
  case pku
  /// The coarse words, but titles and debris cut: `国务院|副|总理`. Amounts, dates and names stay
  /// whole.
  case msr
}
