/// A small trie over folded characters: finds the quantity words that begin, or end, at a place.
///
/// The words of all tables share it; a look-up names the senses it wants. O(length of word).
struct QuantityTrie: Sendable {
  private var labels: [UInt16] = []
  private var targets: [Int32] = []
  private var firstEdge: [Int32] = [0]
  private var edgeCount: [Int32] = [0]
  private var firstWord: [Int32] = [0]
  private var wordCount: [Int32] = [0]
  private var words: [QuantityWord] = []
  /// Senses of all words of a node, so that most look-ups touch no word.
  private var senses: [UInt64] = [0]
  /// Senses of the words that begin with a character.
  private(set) var initials: [UInt16: UInt64] = [:]
  private let isBackward: Bool

  /// Builds the trie of `entries`; a backward trie matches to the left.
  init(_ entries: [(text: [UInt16], word: QuantityWord)], backward: Bool = false) {
    isBackward = backward
    let keyed = entries.filter { !$0.text.isEmpty }.map {
      (key: backward ? Array($0.text.reversed()) : $0.text, word: $0.word)
    }
    let order = keyed.indices.sorted { a, b in
      if keyed[a].key == keyed[b].key { return a < b }
      return keyed[a].key.lexicographicallyPrecedes(keyed[b].key)
    }
    for entry in keyed { initials[entry.key[0], default: 0] |= entry.word.sense.bit }
    fill(node: 0, depth: 0, order[...], keyed)
  }

  private mutating func fill(
    node: Int, depth: Int, _ order: ArraySlice<Int>, _ keyed: [(key: [UInt16], word: QuantityWord)]
  ) {
    var rest = order
    firstWord[node] = Int32(words.count)
    while let index = rest.first, keyed[index].key.count == depth {
      words.append(keyed[index].word)
      senses[node] |= keyed[index].word.sense.bit
      rest = rest.dropFirst()
    }
    wordCount[node] = Int32(words.count) - firstWord[node]
    let groups = Self.groups(rest, at: depth, keyed)
    firstEdge[node] = Int32(labels.count)
    edgeCount[node] = Int32(groups.count)
    let base = labels.count
    for group in groups {
      labels.append(keyed[group[group.startIndex]].key[depth])
      targets.append(Int32(addNode()))
    }
    for (offset, group) in groups.enumerated() {
      fill(node: Int(targets[base + offset]), depth: depth + 1, group, keyed)
    }
  }

  private mutating func addNode() -> Int {
    firstEdge.append(0)
    edgeCount.append(0)
    firstWord.append(0)
    wordCount.append(0)
    senses.append(0)
    return senses.count - 1
  }

  private static func groups(
    _ order: ArraySlice<Int>, at depth: Int, _ keyed: [(key: [UInt16], word: QuantityWord)]
  ) -> [ArraySlice<Int>] {
    var result: [ArraySlice<Int>] = []
    var start = order.startIndex
    for index in order.indices {
      if keyed[order[index]].key[depth] != keyed[order[start]].key[depth] {
        result.append(order[start..<index])
        start = index
      }
    }
    if start < order.endIndex { result.append(order[start...]) }
    return result
  }

  /// The node behind `label`, or nothing.
  private func child(of node: Int, _ label: UInt16) -> Int? {
    var low = Int(firstEdge[node])
    var high = low + Int(edgeCount[node])
    while low < high {
      let middle = (low + high) / 2
      if labels[middle] == label { return Int(targets[middle]) }
      if labels[middle] < label { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The longest word with one of `wanted` that begins at `index`.
  func longest(_ text: QuantityText, at index: Int, _ wanted: QuantitySenses) -> QuantityMatch? {
    var found: QuantityMatch?
    var node = 0
    var place = index
    while let next = child(of: node, text[place]) {
      node = next
      place += 1
      if senses[node] & wanted.bits != 0, let word = word(at: node, wanted, text, place) {
        found = QuantityMatch(word: word, end: place)
      }
    }
    return found
  }

  /// The longest word of a backward trie with one of `wanted` that ends before `index`.
  func longest(
    _ text: QuantityText, before index: Int, _ wanted: QuantitySenses
  ) -> QuantityMatch? {
    var found: QuantityMatch?
    var node = 0
    var place = index
    while let next = child(of: node, text[place - 1]) {
      node = next
      place -= 1
      if senses[node] & wanted.bits != 0, let word = word(at: node, wanted, text, place) {
        found = QuantityMatch(word: word, end: place)
      }
    }
    return found
  }

  private func word(
    at node: Int, _ wanted: QuantitySenses, _ text: QuantityText, _ place: Int
  ) -> QuantityWord? {
    let start = Int(firstWord[node])
    for index in start..<start + Int(wordCount[node])
    where words[index].sense.bit & wanted.bits != 0 && accepts(words[index], text, place) {
      return words[index]
    }
    return nil
  }

  private func accepts(_ word: QuantityWord, _ text: QuantityText, _ place: Int) -> Bool {
    if isBackward { return true }
    if text.cutsRun(at: place) { return false }
    for other in word.unless where text.matches(other, at: place) { return false }
    if word.when.isEmpty { return true }
    return word.when.contains { text.matches($0, at: place) }
  }
}
