import ChineseText

/// Lines that declare roles.
extension RuleParser {
  mutating func takeRole(_ line: RuleLine) {
    guard line.words.count >= 3, line.words[1].text == ":" else {
      return report(line.number, line.keyword.column, "write: role name : type…")
    }
    let many = line.words[0].text.hasSuffix("*")
    let roleName = String(line.words[0].text.prefix { $0 != "*" })
    if roles.contains(where: { $0.name == roleName }) {
      report(line.number, line.words[0].column, "role \(roleName) is declared already")
    }
    var types: FillerTypes = []
    var nearby = false
    var cues: [String] = []
    var units: [String] = []
    var codes: [RoleCode] = []
    var within: String?
    var owned: String?
    var isTotal = false
    var isRate = false
    var hasLocalCues = false
    var heads: WordTags = []
    for word in line.words.dropFirst(2) {
      let parts = word.text.parts(at: "=", most: 2)
      if word.text == "nearby" {
        nearby = true
      } else if word.text == "total" {
        isTotal = true
      } else if word.text == "rate" {
        isRate = true
      } else if word.text == "local" {
        hasLocalCues = true
      } else if parts.count == 2, parts[0] == "noun" {
        heads = WordTags(name: parts[1]) ?? []
        if heads.isEmpty { report(line.number, word.column, "unknown tag \(parts[1])") }
      } else if parts.count == 2, parts[0] == "cue" {
        cues += parts[1].parts(at: "|")
      } else if parts.count == 2, parts[0] == "code" {
        let halves = parts[1].parts(at: ":", most: 2)
        if halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty {
          codes.append(RoleCode(code: halves[0], words: halves[1].parts(at: "|")))
        } else {
          report(line.number, word.column, "write: code=NAME:WORD|WORD")
        }
      } else if parts.count == 2, parts[0] == "unit" {
        units += parts[1].parts(at: "|")
      } else if parts.count == 2, parts[0] == "within" {
        within = parts[1]
      } else if parts.count == 2, parts[0] == "owner" {
        owned = parts[1]
      } else if let type = FillerTypes.names[word.text] {
        types.formUnion(type)
      } else {
        let known = Array(FillerTypes.names.keys) + ["nearby", "total", "rate", "local"]
        let hint = suggestion(for: word.text, among: known)
        report(line.number, word.column, "unknown type \(word.text)\(hint)")
      }
    }
    roles.append(
      Role(
        name: roleName, types: types, many: many, nearby: nearby, cues: cues, within: within,
        prefersEmployer: types.contains(.person)
          && line.words.contains { $0.text == "org" || $0.text == "company" },
        heads: heads, isTotal: isTotal, isRate: isRate, hasLocalCues: hasLocalCues, units: units,
        owned: owned, codes: codes))
  }

  mutating func role(_ word: RuleLine.Word, _ line: RuleLine) -> Int? {
    if let index = roles.firstIndex(where: { $0.name == word.text }) { return index }
    let hint = suggestion(for: word.text, among: roles.map(\.name))
    report(line.number, word.column, "unknown role \(word.text)\(hint)")
    return nil
  }
}
