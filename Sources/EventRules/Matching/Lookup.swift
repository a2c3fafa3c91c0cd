import ChineseText

/// Rules by trigger word, prepared once for a lexicon: what the matchers look up at each word.
final class Lookup: Sendable {
  struct FrameReference: Sendable {
    let type: Int
    let frame: Int
  }

  /// A frame's conditions and slots, folded and resolved to lexicon words.
  final class Resolved: Sendable {
    let with: [Int]
    let without: [Int]
    let former: [Int]
    /// Lexicon word of each slot's case word, -2 where it has none.
    let caseWords: [Int32]
    /// 由, where it names the same role as the subject; else -2.
    let actorWord: Int32

    init(_ frame: Frame, _ lexicon: Lexicon, _ conditions: [String: Int]) {
      with = frame.with.compactMap { conditions[$0] }
      without = frame.without.compactMap { conditions[$0] }
      former = frame.former.compactMap { conditions[$0] }
      caseWords = frame.slots.map { slot in
        guard case .after(let text) = slot.slot else { return -2 }
        return lexicon.word(text) ?? -2
      }
      let subject = frame.slots.first { $0.slot == .subject }?.role
      let actor = frame.slots.first { $0.slot == .after("由") && $0.role == subject }
      actorWord = actor == nil ? -2 : lexicon.word("由") ?? -2
    }
  }

  /// A pattern by its first literal.
  struct Anchor: Sendable {
    let type: Int
    let pattern: Int
    /// Index of that literal among the pattern's elements.
    let element: Int
    /// What the roles right beside the literal take; nothing where no role stands there.
    let left: FillerTypes?
    let right: FillerTypes?
  }

  let types: [EventType]
  /// Class of each row of the titles.
  let titleClasses: [String]
  /// Frames by lexicon word.
  let frames: [Int32: [FrameReference]]
  /// Frames that a mention of a kind triggers: `frame {round} : …`.
  let kindFrames: [MentionKind: [FrameReference]]
  /// Tags of words that can trigger a frame.
  let triggerTags: WordTags
  /// Words that trigger frames of relations only: 是, 担任.
  let stating: Set<Int32>
  /// Resolved frames of each type.
  let resolved: [[Resolved]]
  /// Forbidding words of each type, by number.
  let unless: [[Int]]
  /// Numbers of the words that frames and types ask for or forbid.
  let conditions: WordIndex<Int>
  /// Those words by number.
  let conditionTexts: [String]
  /// 把, 将 and 的: words that the engine itself looks for.
  let disposal: [Int32]
  let attributive: Int32
  /// 由, which names the actor of a clause that tells of what suffers.
  let actor: Int32
  /// 与 and 和, which part two sides as well as join them.
  let joining: [Int32]
  /// Case words that may open a clause of time: 在, 随着, 当, 自.
  let temporal: [Int32]
  /// 随着, which needs no 后 behind the verb.
  let accompanying: Int32
  /// Words that govern a quantity, and those of patterns, by first character.
  let cueWords: WordIndex<CueWord>
  let anchors: WordIndex<Anchor>
  /// Words that give the quantities of a role a code, by type and role.
  let codes: [[WordIndex<String>?]]
  /// Longer words in which no trigger of any type fires.
  let guards: WordIndex<String>
  /// Patterns of each type with folded literals.
  let patterns: [[Pattern]]

  init(rules: RuleSet, lexicon: Lexicon) throws(LexiconError) {
    types = rules.types
    titleClasses = Self.titleClasses(lexicon)
    frames = try Self.frames(rules.types, lexicon)
    kindFrames = Self.kindFrames(rules.types)
    var tags: WordTags = .trigger
    for kind in kindFrames.keys {
      if let tag = WordTags(name: kind.rawValue) { tags.formUnion(tag) }
    }
    triggerTags = tags
    stating = Set(
      frames.filter { word in word.value.allSatisfy { rules.types[$0.type].isRelation } }.map(\.key)
    )
    var numbers: [String: Int] = [:]
    let words = Self.conditionWords(rules.types, numbers: &numbers)
    resolved = rules.types.map { $0.frames.map { Resolved($0, lexicon, numbers) } }
    unless = rules.types.map { $0.unless.compactMap { numbers[$0] } }
    conditionTexts = words
    conditions = WordIndex(words.enumerated().map { (lexicon.folded($1), $0) })
    disposal = ["把", "将"].compactMap { lexicon.word($0) }
    joining = ["与", "和", "同", "跟"].compactMap { lexicon.word($0) }
    accompanying = lexicon.word("随着") ?? -2
    temporal = ["在", "随着", "当", "自"].compactMap { lexicon.word($0) }
    attributive = lexicon.word("的") ?? -2
    actor = lexicon.word("由") ?? -2
    cueWords = Self.cueWords(rules.types, lexicon)
    codes = rules.types.map { type in
      type.roles.map { role in
        guard !role.codes.isEmpty else { return nil }
        return WordIndex(
          role.codes.flatMap { code in code.words.map { (lexicon.folded($0), code.code) } })
      }
    }
    guards = WordIndex(rules.types.flatMap(\.guards).map { (lexicon.folded($0), $0) })
    patterns = rules.types.map { $0.patterns.map { Self.folded($0, lexicon) } }
    anchors = Self.anchors(patterns, rules.types)
  }

  private static func titleClasses(_ lexicon: Lexicon) -> [String] {
    guard let titles = lexicon.table("names/titles"), let column = titles.column("class") else {
      return []
    }
    return (0..<titles.rowCount).map { titles.cell($0, column) }
  }

  private static func frames(
    _ types: [EventType], _ lexicon: Lexicon
  ) throws(LexiconError) -> [Int32: [FrameReference]] {
    var frames: [Int32: [FrameReference]] = [:]
    var problems: [LexiconProblem] = []
    for (typeIndex, type) in types.enumerated() {
      for (frameIndex, frame) in type.frames.enumerated() {
        for text in frame.words where !text.hasPrefix("{") {
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
    addCompleted(types, lexicon, to: &frames)
    return frames
  }

  /// 官宣了 tells what 官宣 does, though only one rule file lists both.
  private static func addCompleted(
    _ types: [EventType], _ lexicon: Lexicon, to frames: inout [Int32: [FrameReference]]
  ) {
    let plain = frames
    var seen: Set<String> = []
    for text in types.flatMap({ $0.frames.flatMap(\.words) }) where seen.insert(text).inserted {
      guard let word = lexicon.word(text), let long = lexicon.word(text + Cues.completion),
        let own = plain[long]
      else { continue }
      for reference in plain[word] ?? [] where !own.contains(where: { $0.type == reference.type }) {
        frames[long, default: []].append(reference)
      }
    }
  }

  /// Frames whose trigger is a kind of mention.
  private static func kindFrames(_ types: [EventType]) -> [MentionKind: [FrameReference]] {
    var frames: [MentionKind: [FrameReference]] = [:]
    for (typeIndex, type) in types.enumerated() {
      for (frameIndex, frame) in type.frames.enumerated() {
        for text in frame.words where text.hasPrefix("{") {
          guard let kind = MentionKind(rawValue: String(text.dropFirst().dropLast())) else {
            continue
          }
          frames[kind, default: []].append(FrameReference(type: typeIndex, frame: frameIndex))
        }
      }
    }
    return frames
  }

  /// The frames that an item triggers: its word's, or those of its kind of mention.
  func frames(of item: Item) -> [FrameReference] {
    if item.mention < 0 { return item.tags.contains(.trigger) ? frames[item.word] ?? [] : [] }
    guard !kindFrames.isEmpty, let kind = item.kind, !item.aside else { return [] }
    return kindFrames[kind] ?? []
  }

  /// The words that types and frames ask for or forbid, numbered in order of first use.
  private static func conditionWords(
    _ types: [EventType], numbers: inout [String: Int]
  ) -> [String] {
    var words: [String] = []
    numbers.reserveCapacity(2048)
    for type in types {
      for list in [type.unless] + type.frames.flatMap({ [$0.with, $0.without, $0.former] }) {
        for text in list
        where numbers.updateValue(numbers[text] ?? words.count, forKey: text) == nil {
          words.append(text)
        }
      }
    }
    return words
  }

  /// The texts without repetition, in order.
  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  /// Cue words of roles, and trigger words that name a figure themselves.
  private static func cueWords(
    _ types: [EventType], _ lexicon: Lexicon
  ) -> WordIndex<CueWord> {
    var words: [String: CueWord] = [:]
    for (index, type) in types.enumerated() {
      for role in type.roles {
        for text in role.cues {
          words[text, default: CueWord(text: text)].add(role, of: index)
        }
      }
      for frame in type.frames where frame.slots.contains(where: { $0.slot == .trigger }) {
        for text in frame.words { words[text, default: CueWord(text: text)].kinds = .quantity }
      }
    }
    return WordIndex(
      words.keys.sorted().compactMap { text in
        words[text].map { (lexicon.folded(text), $0) }
      })
  }

  private static func anchors(
    _ patterns: [[Pattern]], _ types: [EventType]
  ) -> WordIndex<Anchor> {
    var anchors: [(units: [UInt16], value: Anchor)] = []
    for (type, list) in patterns.enumerated() {
      for (index, pattern) in list.enumerated() {
        for (element, part) in pattern.elements.enumerated() {
          guard case .literal(let units) = part else { continue }
          func beside(_ place: Int) -> FillerTypes? {
            guard pattern.elements.indices.contains(place),
              case .role(let role) = pattern.elements[place]
            else { return nil }
            return types[type].roles[role].types
          }
          anchors.append(
            (
              units,
              Anchor(
                type: type, pattern: index, element: element, left: beside(element - 1),
                right: beside(element + 1))
            ))
          break
        }
      }
    }
    return WordIndex(anchors)
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
