/// The tags of all words as indices into the few sets that occur, the frequent ones first.
struct TagSets {
  /// The different sets.
  let sets: [UInt64]
  /// Index of each word's set.
  let indices: [UInt16]

  /// A set beyond the 65,536th would count as the most frequent one; the tables give some hundred.
  init(_ tags: [UInt64]) {
    var uses: [UInt64: Int] = [:]
    for set in tags { uses[set, default: 0] += 1 }
    let ordered = uses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    sets = Array(ordered.prefix(65536))
    let numbers = Dictionary(
      sets.enumerated().map { ($1, UInt16(truncatingIfNeeded: $0)) },
      uniquingKeysWith: { first, _ in first })
    indices = tags.map { numbers[$0] ?? 0 }
  }
}
