import ChineseText

/// Where a text names the makers of its products. Made once a text. O(mentions).
struct NamedMakers: Sendable {
  /// Mentions by name of each such maker, in text order, by its id.
  private var mentions: [String: [Int]] = [:]

  init(_ analysis: TextAnalysis) {
    var makers: [Int: String] = [:]
    let owners = Set(analysis.entities.lazy.filter { $0.kind == .product }.map(\.owner))
    guard owners.contains(where: { !$0.isEmpty }) else { return }
    for (index, entity) in analysis.entities.enumerated()
    where !entity.lexiconID.isEmpty && owners.contains(entity.lexiconID) {
      makers[index] = entity.lexiconID
    }
    guard !makers.isEmpty else { return }
    for (index, mention) in analysis.mentions.enumerated()
    where mention.via == .name || mention.via == .alias {
      if let id = makers[mention.entity] { mentions[id, default: []].append(index) }
    }
  }

  /// The last mention of a maker before an offset, else its first one; `nil` where it has none.
  func mention(of id: String, before offset: Int, _ analysis: TextAnalysis) -> Int? {
    guard let all = mentions[id] else { return nil }
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if analysis.mentions[all[middle]].span.start <= offset {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low > 0 ? all[low - 1] : all.first
  }
}
