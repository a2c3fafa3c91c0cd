import ChineseText

/// Lines that bind triggers and patterns to roles.
extension RuleParser {
  mutating func takeFrame(_ line: RuleLine, _ kind: Frame.Kind) {
    guard let colon = line.words.firstIndex(where: { $0.text == ":" && !$0.quoted }), colon > 0
    else { return report(line.number, line.keyword.column, "write: frame word… : slot=role…") }
    var slots: [(slot: Slot, role: Int)] = []
    var constants: [(role: Int, code: String)] = []
    var realis: Realis?
    var also = false
    var needs: [[Int]] = []
    var local: [[Int]] = []
    var classes: [String] = []
    var former: [String] = []
    var with: [String] = []
    var without: [String] = []
    for word in line.words[(colon + 1)...] {
      let parts = word.text.parts(at: "=", most: 2)
      guard parts.count == 2 else {
        report(line.number, word.column, "write slot=role, not \(word.text)")
        continue
      }
      if parts[0] == "with" {
        with += parts[1].parts(at: "|")
      } else if parts[0] == "needs" {
        needs.append(roleGroup(parts[1], word, line))
      } else if parts[0] == "local" {
        local.append(roleGroup(parts[1], word, line))
      } else if parts[0] == "class" {
        classes += parts[1].parts(at: "|")
      } else if parts[0] == "former" {
        former += parts[1].parts(at: "|")
      } else if parts[0] == "also" {
        also = parts[1] == "yes"
      } else if parts[0] == "without" {
        without += parts[1].parts(at: "|")
      } else if parts[0] == "realis" {
        realis = Realis(rawValue: parts[1])
        if realis == nil { report(line.number, word.column, "unknown realis \(parts[1])") }
      } else if parts[0].hasPrefix("!") {
        let target = RuleLine.Word(
          text: String(parts[0].dropFirst()), column: word.column, quoted: false)
        if let index = role(target, line) { constants.append((index, parts[1])) }
      } else if let slot = Slot(parts[0]) {
        let target = RuleLine.Word(
          text: parts[1], column: word.column + parts[0].count + 1, quoted: false)
        if let index = role(target, line) { slots.append((slot, index)) }
      } else {
        report(line.number, word.column, "unknown slot \(parts[0])")
      }
    }
    frames.append(
      Frame(
        kind: kind, words: line.words[..<colon].map(\.text), slots: slots, constants: constants,
        realis: realis, also: also, needs: needs, local: local,
        classes: classes,
        former: former, with: with, without: without, line: line.number))
  }

  /// Roles joined by `|`.
  private mutating func roleGroup(
    _ text: String, _ word: RuleLine.Word, _ line: RuleLine
  ) -> [Int] {
    text.parts(at: "|").compactMap { name in
      role(RuleLine.Word(text: name, column: word.column, quoted: false), line)
    }
  }

  mutating func takePattern(_ line: RuleLine) {
    var elements: [Pattern.Element] = []
    var constants: [(role: Int, code: String)] = []
    var realis: Realis?
    var literal = false
    for word in line.words {
      let parts = word.text.parts(at: "=", most: 2)
      if word.text == "…" {
        elements.append(.gap)
      } else if word.text.hasPrefix("{"), word.text.hasSuffix("}") {
        let target = RuleLine.Word(
          text: String(word.text.dropFirst().dropLast()), column: word.column + 1, quoted: false)
        if let index = role(target, line) { elements.append(.role(index)) }
      } else if parts.count == 2, parts[0] == "realis" {
        realis = Realis(rawValue: parts[1])
      } else if parts.count == 2, parts[0].hasPrefix("!") {
        let target = RuleLine.Word(
          text: String(parts[0].dropFirst()), column: word.column, quoted: false)
        if let index = role(target, line) { constants.append((index, parts[1])) }
      } else {
        elements.append(.literal(Array(word.text.utf16)))
        literal = true
      }
    }
    if !literal { report(line.number, line.keyword.column, "a pattern needs a literal") }
    patterns.append(
      Pattern(elements: elements, constants: constants, realis: realis, line: line.number))
  }

  mutating func takeDerivation(_ line: RuleLine) {
    guard let first = line.words.first else {
      return report(line.number, line.keyword.column, "write: \(line.keyword.text) name …")
    }
    let isEvent = line.keyword.text == "derive"
    var options: [String: String] = [:]
    var former = false
    var isExplicit = false
    var isUnit = false
    for word in line.words.dropFirst() where word.text != ":" {
      let parts = word.text.parts(at: "=", most: 2)
      if word.text == "former" {
        former = true
      } else if word.text == "explicit", !isEvent {
        isExplicit = true
      } else if word.text == "unit", !isEvent {
        isUnit = true
      } else if parts.count == 2, ["from", "to", "class"].contains(parts[0]) {
        options[parts[0]] = parts[1]
      } else {
        report(line.number, word.column, "unknown option \(word.text)")
      }
    }
    derivations.append(
      Derivation(
        source: first.text, isEvent: isEvent, from: options["from"] ?? "from",
        to: options["to"] ?? "to", titleClass: options["class"] ?? "", former: former,
        isExplicit: isExplicit, isUnit: isUnit, line: line.number))
  }
}
