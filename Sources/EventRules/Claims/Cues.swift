import ChineseText

/// Realis and attribution cues, from `events/cues.tsv`.
struct Cues: Sendable {
  /// What a cue says.
  enum Kind: Sendable, Equatable {
    case realis(Realis)
    /// No claim at all: 如果 是否 …
    case none
    /// A source: 知情人士, 公告 …
    case source(Attribution.Kind)
    /// Reports that something is done, against 将 and 拟 before it: 已 完成 …
    case done
    /// Opens a sentence that tells nothing of this text: 往期回顾, 责任编辑.
    case skip
  }

  /// Where the cue works.
  enum Reach: Sendable {
    /// On triggers behind it in its clause.
    case before
    /// On triggers before it in its clause, or in the clause before it.
    case after
    /// Both.
    case around
    /// On the whole sentence behind it.
    case sentence
    /// Directly before the trigger only.
    case adjacent
  }

  struct Cue: Sendable {
    let kind: Kind
    let reach: Reach
    let stops: [[UInt16]]
  }

  private let cues: [Int32: Cue]
  /// 了, with which a cue may be one word: 拒绝了.
  static let completion = "了"

  init(lexicon: Lexicon) throws(LexiconError) {
    var cues: [Int32: Cue] = [:]
    var problems: [LexiconProblem] = []
    if let table = lexicon.table("events/cues") {
      for row in 0..<table.rowCount {
        let text = table.cell(row, 0)
        guard let kind = Self.kind(table.cell(row, 1)) else {
          problems.append(Self.problem(row, "unknown kind \(table.cell(row, 1)) of cue \(text)"))
          continue
        }
        guard let reach = Self.reach(table.cell(row, 2)) else {
          problems.append(Self.problem(row, "unknown reach \(table.cell(row, 2)) of cue \(text)"))
          continue
        }
        let stops = table.values(row, 3).map { lexicon.folded($0) }
        if let word = lexicon.word(text) {
          cues[word] = Cue(kind: kind, reach: reach, stops: stops)
        }
      }
    }
    guard problems.isEmpty else { throw LexiconError(problems) }
    if let table = lexicon.table("events/cues") {
      for row in 0..<table.rowCount {
        let text = table.cell(row, 0)
        guard let word = lexicon.word(text), let long = lexicon.word(text + Self.completion),
          cues[long] == nil
        else { continue }
        cues[long] = cues[word]
      }
    }
    self.cues = cues
  }

  private static func problem(_ row: Int, _ message: String) -> LexiconProblem {
    LexiconProblem(file: "events/cues.tsv", line: row + 2, message: message)
  }

  private static func kind(_ name: String) -> Kind? {
    if let realis = Realis(rawValue: name) { return .realis(realis) }
    if let source = Attribution.Kind(rawValue: name) { return .source(source) }
    switch name {
    case "none": return Kind.none
    case "done": return .done
    case "skip": return .skip
    default: return nil
    }
  }

  private static func reach(_ name: String) -> Reach? {
    switch name {
    case "before": return .before
    case "after": return .after
    case "around": return .around
    case "sentence": return .sentence
    case "adjacent": return .adjacent
    default: return nil
    }
  }

  /// Whether a sentence belongs to what stands around a text: such a cue opens it, with a mark or
  /// nothing behind (往期回顾：《…》).
  func isSkipped(_ sentence: Sentence, _ analysis: TextAnalysis) -> Bool {
    for index in sentence.tokens.prefix(3) {
      let token = analysis.tokens[index]
      if token.tags.contains(.cue), token.word >= 0, cues[token.word]?.kind == .skip {
        return index + 1 >= sentence.tokens.upperBound
          || analysis.tokens[index + 1].tags.contains(.punctuation)
      }
      guard token.tags.contains(.punctuation) || token.tags.isEmpty else { return false }
    }
    return false
  }

  /// The cue of a word.
  func cue(_ item: Item) -> Cue? {
    !item.tags.isDisjoint(with: [.cue, .trigger]) && item.word >= 0 ? cues[item.word] : nil
  }
}
