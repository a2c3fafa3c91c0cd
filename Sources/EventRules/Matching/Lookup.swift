import ChineseText

/// Rules by trigger word, prepared once for a lexicon.
struct Lookup: Sendable {
  struct FrameReference: Sendable {
    let type: Int
    let frame: Int
  }

  let types: [EventType]
  /// Frames by lexicon word.
  let frames: [Int32: [FrameReference]]
  /// Lexicon words of each frame's case slots, by word as written.
  let caseWords: [String: Int32]
  /// Folded form of every literal of the rules.
  let literals: [String: [UInt16]]
  /// 把, 将 and 的: words that the engine itself looks for.
  let ba: Int32
  let jiang: Int32
  let de: Int32
  /// Words that open a list of names: 分别是 包括 …
  let lists: Set<Int32>
  /// Words that govern a quantity, folded, by first character.
  let cueWords: [UInt16: [(units: [UInt16], text: String)]]
  /// Patterns by the first character of their first literal.
  let patterns: [UInt16: [(type: Int, pattern: Int)]]
  /// For each character, whether a pattern's first literal begins with it.
  let beginsPattern: [Bool]

  init(rules: RuleSet, lexicon: Lexicon) throws(LexiconError) {
    types = rules.types
    var frames: [Int32: [FrameReference]] = [:]
    var caseWords: [String: Int32] = [:]
    var cues: [UInt16: [(units: [UInt16], text: String)]] = [:]
    var patterns: [UInt16: [(type: Int, pattern: Int)]] = [:]
    var problems: [LexiconProblem] = []
    var literals: [String: [UInt16]] = [:]
    var seenCues: Set<String> = []
    func addCue(_ text: String) {
      let units = lexicon.folded(text)
      guard let first = units.first, seenCues.insert(text).inserted else { return }
      cues[first, default: []].append((units, text))
    }
    for (typeIndex, type) in rules.types.enumerated() {
      for role in type.roles { role.cues.forEach(addCue) }
      for text in type.unless { literals[text] = lexicon.folded(text) }
      for (frameIndex, frame) in type.frames.enumerated() {
        for text in frame.with + frame.without { literals[text] = lexicon.folded(text) }
        for text in frame.words {
          guard let word = lexicon.word(text) else {
            problems.append(
              LexiconProblem(
                file: type.file, line: frame.line, message: "trigger \(text) is no word"))
            continue
          }
          frames[word, default: []].append(FrameReference(type: typeIndex, frame: frameIndex))
          if frame.slots.contains(where: { $0.slot == .trigger }) { addCue(text) }
        }
        for slot in frame.slots {
          if case .after(let text) = slot.slot { caseWords[text] = lexicon.word(text) ?? -2 }
        }
      }
      for (patternIndex, pattern) in type.patterns.enumerated() {
        var isFirst = true
        for case .literal(let written) in pattern.elements {
          let text = String(decoding: written, as: UTF16.self)
          let units = lexicon.folded(text)
          literals[text] = units
          if isFirst, let first = units.first {
            patterns[first, default: []].append((typeIndex, patternIndex))
          }
          isFirst = false
        }
      }
    }
    guard problems.isEmpty else { throw LexiconError(problems) }
    self.frames = frames
    self.caseWords = caseWords
    cueWords = cues
    self.literals = literals
    ba = lexicon.word("把") ?? -2
    jiang = lexicon.word("将") ?? -2
    lists = Set(["分别是", "分别为", "包括", "即", "是"].compactMap { lexicon.word($0) })
    de = lexicon.word("的") ?? -2
    self.patterns = patterns
    beginsPattern = (0..<65536).map { patterns[UInt16($0)] != nil }
  }
}
