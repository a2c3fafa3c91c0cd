import ChineseText
import Foundation

/// The tokenizer's checked twin: the same best path by plain dictionaries and arrays.
enum TokenizerTwin {
  typealias Parts = (text: FoldedText, sentences: [Sentence], tokens: [Token])

  /// The kernel's own result, without recognizers that need tables.
  static func parts(_ text: String, _ lexicon: Lexicon) -> Parts {
    TextAnalyzer.plainCut(text, lexicon: lexicon)
  }

  /// Words of a text of listed characters: of equal costs the shorter first word wins.
  static func cut(_ text: String, _ rows: [(String, Int, String)]) -> [String] {
    let total = Double(rows.reduce(0) { $0 + $1.1 })
    var costs: [String: Int32] = [:]
    for (word, count, _) in rows {
      costs[word] = Int32(UInt32(min(max(-log(Double(count) / total) * 32768, 1), 31 * 32768)))
    }
    let characters = Array(text).map(String.init)
    var best = [Int32](repeating: 0, count: characters.count + 1)
    var next = [Int](repeating: 0, count: characters.count)
    for start in stride(from: characters.count - 1, through: 0, by: -1) {
      var chosen: Int32?
      for end in (start + 1)...min(start + 6, characters.count) {
        let word = characters[start..<end].joined()
        let own = costs[word] ?? (end == start + 1 ? Int32(25.5 * 32768) : nil)
        guard let own else { continue }
        if own + best[end] < chosen ?? Int32.max {
          chosen = own + best[end]
          next[start] = end
        }
      }
      best[start] = chosen ?? 0
    }
    var words: [String] = []
    var at = 0
    while at < characters.count {
      words.append(characters[at..<next[at]].joined())
      at = next[at]
    }
    return words
  }
}
