/// A small trie over folded characters: finds the quantity words that begin, or end, at a place.
///
/// The words of all tables share it; a look-up names the senses it wants. Children hang in a list
/// of siblings, because few characters have many. O(length of word × siblings).
final class QuantityTrie: Sendable {
  /// A node: the label that leads to it, and where its children and words are.
  private struct Node {
    let label: UInt16
    var firstChild: Int32 = 0
    var nextSibling: Int32 = 0
    /// Its first word, or -1.
    var firstWord: Int32 = -1
    /// Senses of its words, so that most look-ups touch no word.
    var senses: UInt64 = 0
    /// Senses of its words and of all words below, so that most look-ups end early.
    var below: UInt64 = 0
  }

  private let nodes: [Node]
  /// Node of each first character, 0 for none.
  private let roots: [Int32]
  /// The first characters of all words.
  private let units: [UInt16]
  private let words: [QuantityWord]
  /// The next word of the same node, or -1.
  private let nextWord: [Int32]
  private let isBackward: Bool

  /// Builds the trie of `entries`; a backward trie matches to the left.
  init(_ entries: [(text: [UInt16], word: QuantityWord)], backward: Bool = false) {
    isBackward = backward
    words = entries.map(\.word)
    var builder = Builder(wordCount: entries.count)
    for (index, entry) in entries.enumerated() where !entry.text.isEmpty {
      builder.add(backward ? entry.text.reversed() : entry.text, index, entry.word.sense.bit)
    }
    nodes = builder.nodes
    roots = builder.roots
    units = builder.units
    nextWord = builder.nextWord
  }

  private struct Builder {
    var nodes = [Node(label: 0)]
    var roots = [Int32](repeating: 0, count: 65536)
    var units: [UInt16] = []
    var nextWord: [Int32]

    init(wordCount: Int) {
      nextWord = [Int32](repeating: -1, count: wordCount)
    }

    mutating func add(_ text: [UInt16], _ word: Int, _ sense: UInt64) {
      var node = root(text[0])
      nodes[node].below |= sense
      for unit in text.dropFirst() {
        node = child(of: node, unit)
        nodes[node].below |= sense
      }
      nextWord[word] = nodes[node].firstWord
      nodes[node].firstWord = Int32(truncatingIfNeeded: word)
      nodes[node].senses |= sense
    }

    private mutating func root(_ unit: UInt16) -> Int {
      let known = Int(roots[Int(unit)])
      if known > 0 { return known }
      roots[Int(unit)] = Int32(truncatingIfNeeded: nodes.count)
      units.append(unit)
      nodes.append(Node(label: unit))
      return nodes.count - 1
    }

    private mutating func child(of node: Int, _ unit: UInt16) -> Int {
      var next = Int(nodes[node].firstChild)
      while next > 0 {
        if nodes[next].label == unit { return next }
        next = Int(nodes[next].nextSibling)
      }
      nodes.append(Node(label: unit, nextSibling: nodes[node].firstChild))
      nodes[node].firstChild = Int32(truncatingIfNeeded: nodes.count - 1)
      return nodes.count - 1
    }
  }

  /// The row's name of a match: a currency, a unit, a round's code.
  func code(_ match: QuantityMatch) -> String { words[Int(match.word)].code }

  /// Senses of all words that begin with the character at `index`.
  @inline(__always)
  func senses(_ text: QuantityText, at index: Int) -> UInt64 {
    nodes[Int(roots[Int(text[index])])].below
  }

  /// The longest word with one of `wanted` that begins at `index`.
  @inline(__always)
  func longest(_ text: QuantityText, at index: Int, _ wanted: QuantitySenses) -> QuantityMatch? {
    let root = Int(roots[Int(text[index])])
    return nodes[root].below & wanted.bits == 0 ? nil : walk(text, from: index, 1, root, wanted)
  }

  /// The longest word of a backward trie with one of `wanted` that ends before `index`.
  @inline(__always)
  func longest(
    _ text: QuantityText, before index: Int, _ wanted: QuantitySenses
  ) -> QuantityMatch? {
    let root = Int(roots[Int(text[index - 1])])
    return nodes[root].below & wanted.bits == 0
      ? nil : walk(text, from: index - 1, -1, root, wanted)
  }

  @inline(never)
  private func walk(
    _ text: QuantityText, from index: Int, _ step: Int, _ root: Int, _ wanted: QuantitySenses
  ) -> QuantityMatch? {
    nodes.withUnsafeBufferPointer { nodes -> QuantityMatch? in
      var node = root
      var found: QuantityMatch?
      var place = index
      while nodes[node].below & wanted.bits != 0 {
        if nodes[node].senses & wanted.bits != 0 {
          let end = isBackward ? place : place + 1
          if let match = match(at: node, wanted, text, end) { found = match }
        }
        place += step
        let unit = text[place]
        node = Int(nodes[node].firstChild)
        while node > 0, nodes[node].label != unit { node = Int(nodes[node].nextSibling) }
        if node == 0 { break }
      }
      return found
    }
  }

  private func match(
    at node: Int, _ wanted: QuantitySenses, _ text: QuantityText, _ place: Int
  ) -> QuantityMatch? {
    var index = nodes[node].firstWord
    while index >= 0 {
      let slot = Int(index)
      if words[slot].sense.bit & wanted.bits != 0, accepts(slot, text, place) {
        return QuantityMatch(
          word: index, sense: words[slot].sense, effects: words[slot].effects,
          amount: words[slot].amount, end: place)
      }
      index = nextWord[slot]
    }
    return nil
  }

  private func accepts(_ slot: Int, _ text: QuantityText, _ place: Int) -> Bool {
    if isBackward { return true }
    if text.cutsRun(at: place) { return false }
    for other in words[slot].unless where text.matches(other, at: place) { return false }
    if words[slot].when.isEmpty { return true }
    return words[slot].when.contains { text.matches($0, at: place) }
  }

  /// The senses of all words, by their first character.
  func initials() -> [(unit: UInt16, senses: UInt64)] {
    units.map { ($0, nodes[Int(roots[Int($0)])].below) }
  }

  /// The first two characters of all words with one of `wanted`.
  func initialPairs(_ wanted: QuantitySenses) -> [(first: UInt16, second: UInt16)] {
    var result: [(first: UInt16, second: UInt16)] = []
    for unit in units {
      var child = Int(nodes[Int(roots[Int(unit)])].firstChild)
      while child > 0 {
        if nodes[child].below & wanted.bits != 0 { result.append((unit, nodes[child].label)) }
        child = Int(nodes[child].nextSibling)
      }
    }
    return result
  }
}
