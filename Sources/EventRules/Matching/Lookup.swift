import ChineseText

/// Rules by trigger word, prepared once for a lexicon: what the matchers look up at each word.
final class Lookup: Sendable {
  struct FrameReference: Sendable {
    let type: Int
    let frame: Int
  }

  /// A frame's conditions and slots, folded and resolved to lexicon words.
  struct Resolved: Sendable {
    var with: [[UInt16]] = []
    var without: [[UInt16]] = []
    /// Lexicon word of each slot's case word, -2 where it has none.
    var caseWords: [Int32] = []
  }

  /// A pattern by its first literal.
  struct Anchor: Sendable {
    let units: [UInt16]
    let type: Int
    let pattern: Int
    /// Index of that literal among the pattern's elements.
    let element: Int
  }

  let types: [EventType]
  /// Frames by lexicon word.
  let frames: [Int32: [FrameReference]]
  /// Resolved frames of each type.
  let resolved: [[Resolved]]
  /// Folded forbidding words of each type.
  let unless: [[[UInt16]]]
  /// 把, 将 and 的: words that the engine itself looks for.
  let disposal: [Int32]
  let attributive: Int32
  /// Words that govern a quantity, and those of patterns, by first character.
  let cueWords: CharacterIndex<CueWord>
  let anchors: CharacterIndex<Anchor>
  /// Longer words in which no trigger of any type fires.
  let guards: CharacterIndex<CueWord>
  /// Patterns of each type with folded literals.
  let patterns: [[Pattern]]

  /// A word that governs a quantity.
  struct CueWord: Sendable {
    let units: [UInt16]
    let text: String
  }

  init(rules: RuleSet, lexicon: Lexicon) throws(LexiconError) {
    types = rules.types
    frames = try Self.frames(rules.types, lexicon)
    resolved = rules.types.map { $0.frames.map { Self.resolve($0, lexicon) } }
    unless = rules.types.map { $0.unless.map { lexicon.folded($0) } }
    disposal = ["把", "将"].compactMap { lexicon.word($0) }
    attributive = lexicon.word("的") ?? -2
    cueWords = Self.cueWords(rules.types, lexicon)
    guards = CharacterIndex(
      Set(rules.types.flatMap(\.guards)).sorted().map {
        CueWord(units: lexicon.folded($0), text: $0)
      }, first: \.units.first)
    patterns = rules.types.map { $0.patterns.map { Self.folded($0, lexicon) } }
    anchors = Self.anchors(patterns)
  }

  private static func frames(
    _ types: [EventType], _ lexicon: Lexicon
  ) throws(LexiconError) -> [Int32: [FrameReference]] {
    var frames: [Int32: [FrameReference]] = [:]
    var problems: [LexiconProblem] = []
    for (typeIndex, type) in types.enumerated() {
      for (frameIndex, frame) in type.frames.enumerated() {
        for text in frame.words {
          if let word = lexicon.word(text) {
            frames[word, default: []].append(FrameReference(type: typeIndex, frame: frameIndex))
          } else {
            problems.append(
              LexiconProblem(
                file: type.file + ".rules", line: frame.line,
                message: "trigger \(text) is no word of the lexicon; compile it with this folder"))
          }
        }
      }
    }
    guard problems.isEmpty else { throw LexiconError(problems) }
    return frames
  }

  private static func resolve(_ frame: Frame, _ lexicon: Lexicon) -> Resolved {
    Resolved(
      with: frame.with.map { lexicon.folded($0) },
      without: frame.without.map { lexicon.folded($0) },
      caseWords: frame.slots.map { slot in
        guard case .after(let text) = slot.slot else { return -2 }
        return lexicon.word(text) ?? -2
      })
  }

  /// Cue words of roles, and trigger words that name a figure themselves.
  private static func cueWords(
    _ types: [EventType], _ lexicon: Lexicon
  ) -> CharacterIndex<CueWord> {
    var texts: Set<String> = []
    for type in types {
      for role in type.roles { texts.formUnion(role.cues) }
      for frame in type.frames where frame.slots.contains(where: { $0.slot == .trigger }) {
        texts.formUnion(frame.words)
      }
    }
    return CharacterIndex(
      texts.sorted().map { CueWord(units: lexicon.folded($0), text: $0) }, first: \.units.first)
  }

  private static func anchors(_ patterns: [[Pattern]]) -> CharacterIndex<Anchor> {
    var anchors: [Anchor] = []
    for (type, list) in patterns.enumerated() {
      for (index, pattern) in list.enumerated() {
        for (element, part) in pattern.elements.enumerated() {
          guard case .literal(let units) = part else { continue }
          anchors.append(Anchor(units: units, type: type, pattern: index, element: element))
          break
        }
      }
    }
    return CharacterIndex(anchors, first: \.units.first)
  }

  private static func folded(_ pattern: Pattern, _ lexicon: Lexicon) -> Pattern {
    let elements = pattern.elements.map { element -> Pattern.Element in
      guard case .literal(let units) = element else { return element }
      return .literal(lexicon.folded(String(decoding: units, as: UTF16.self)))
    }
    return Pattern(
      elements: elements, constants: pattern.constants, realis: pattern.realis,
      line: pattern.line)
  }
}

/// Values by the folded character they begin with: one table look-up a character.
struct CharacterIndex<Value: Sendable>: Sendable {
  private let slots: [UInt16]
  private let lists: [[Value]]

  init(_ values: [Value], first: (Value) -> UInt16?) {
    var slots = [UInt16](repeating: 0, count: 65536)
    var lists: [[Value]] = [[]]
    for value in values {
      guard let unit = first(value) else { continue }
      if slots[Int(unit)] == 0 {
        slots[Int(unit)] = UInt16(lists.count)
        lists.append([])
      }
      lists[Int(slots[Int(unit)])].append(value)
    }
    self.slots = slots
    self.lists = lists
  }

  /// Whether nothing is listed.
  var isEmpty: Bool { lists.count == 1 }
  /// Whether a value begins with a character.
  @inline(__always)
  func contains(_ unit: UInt16) -> Bool { slots[Int(unit)] != 0 }
  /// The values that begin with a character.
  @inline(__always)
  subscript(unit: UInt16) -> [Value] { lists[Int(slots[Int(unit)])] }
}
