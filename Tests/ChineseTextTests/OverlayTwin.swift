import ChineseText

/// The checked twin of `OverlayWalk`: plain strings, every word tried at every place.
enum OverlayTwin {
  /// A user's word in a text, as offsets of characters.
  struct Found: Equatable {
    let start: Int
    let end: Int
  }

  /// The words that win, and the places of forced cuts outside them.
  static func find(
    words: [String], cuts: [String], in text: String
  ) -> (words: [Found], cuts: Set<Int>) {
    let characters = Array(text.lowercased())
    let forced = cuts.flatMap { places(of: $0, in: characters) }
    var found: [Found] = []
    var start = 0
    while start < characters.count {
      let ends = words.map { Array($0.lowercased()) }
        .filter { stands($0, at: start, in: characters) }.map { start + $0.count }
        .filter { end in !forced.contains { $0.isCrossed(by: start, end) } }
      guard let end = ends.max() else {
        start += 1
        continue
      }
      found.append(Found(start: start, end: end))
      start = end
    }
    let outside = forced.map { $0.place }.filter { place in
      !found.contains { $0.start < place && place < $0.end }
    }
    return (found, Set(outside))
  }

  private struct Forced {
    let place: Int
    let start: Int
    let end: Int

    func isCrossed(by low: Int, _ high: Int) -> Bool {
      low < place && place < high && !(low <= start && end <= high)
    }
  }

  private static func places(of cut: String, in text: [Character]) -> [Forced] {
    let parts = cut.lowercased().split(separator: "|").map(Array.init)
    let whole = Array(parts.joined())
    var result: [Forced] = []
    for start in text.indices where stands(whole, at: start, in: text) {
      var place = start
      for part in parts.dropLast() {
        place += part.count
        result.append(Forced(place: place, start: start, end: start + whole.count))
      }
    }
    return result
  }

  private static func stands(_ word: [Character], at start: Int, in text: [Character]) -> Bool {
    let end = start + word.count
    guard end <= text.count, Array(text[start..<end]) == word else { return false }
    return !isInside(start, text) && !isInside(end, text)
  }

  /// Whether a run of letters or of digits goes on over a place.
  private static func isInside(_ place: Int, _ text: [Character]) -> Bool {
    guard place > 0, place < text.count else { return false }
    let (before, after) = (text[place - 1], text[place])
    guard before.isASCII, after.isASCII else { return false }
    return before.isLetter && after.isLetter || before.isNumber && after.isNumber
  }
}
