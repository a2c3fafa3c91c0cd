/// Finds the trigger words of a rule file, so that each is one word of the lattice.
///
/// A trigger line begins with one of the keywords; its words stand before the colon, parted by
/// blanks, in quotation marks where they hold a blank themselves.
package enum RuleTriggers {
  package static let keywords: Set<String> = ["frame", "noun", "more"]

  /// The trigger words of a file, in order.
  package static func words(in bytes: [UInt8]) -> [String] {
    lines(in: bytes).flatMap(\.words)
  }

  /// The trigger lines of a file: keyword and words.
  package static func lines(in bytes: [UInt8]) -> [(keyword: String, words: [String])] {
    places(in: bytes).map { ($0.keyword, $0.words) }
  }

  /// The same with the number of each line, from 1.
  package static func places(
    in bytes: [UInt8]
  ) -> [(line: Int, keyword: String, words: [String])] {
    var result: [(line: Int, keyword: String, words: [String])] = []
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let trimmed = line.drop { $0 == " " }
      guard let space = trimmed.firstIndex(of: " "),
        keywords.contains(String(trimmed[..<space]))
      else { continue }
      let words = words(before: ":", in: trimmed[space...]).filter { !$0.hasPrefix("{") }
      result.append((index + 1, String(trimmed[..<space]), words))
    }
    return result
  }

  /// Words up to a separator that stands outside quotation marks.
  package static func words(before separator: Character, in text: Substring) -> [String] {
    var result: [String] = []
    var current = ""
    var quoted = false
    for character in text {
      if character == "\"" {
        quoted.toggle()
      } else if !quoted, character == separator || character == "#" {
        break
      } else if !quoted, character == " " {
        if !current.isEmpty { result.append(current) }
        current = ""
      } else {
        current.append(character)
      }
    }
    if !current.isEmpty { result.append(current) }
    return result
  }

  /// The longest literal of each pattern line: sentences that hold it are looked at.
  package static func anchors(in bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      guard line.hasPrefix("pattern ") else { return nil }
      let literals = line.dropFirst(8).split(separator: " ").filter {
        !$0.hasPrefix("{") && $0 != "…" && !$0.contains("=")
      }
      return literals.max { $0.count < $1.count }.map(String.init)
    }
  }
}
