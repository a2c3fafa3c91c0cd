/// A small trie over folded characters: finds the quantity words that begin, or end, at a place.
///
/// The words of all tables share it; a look-up names the senses it wants. The children of a node lie
/// side by side, so that a step reads one stretch of labels. O(length of word × siblings).
final class QuantityTrie: Sendable {
  /// A node: where its children and words are.
  private struct Node {
    var firstChild: Int32 = 0
    var childCount: Int32 = 0
    /// Its first word, or -1.
    var firstWord: Int32 = -1
    /// Senses of its words, so that most look-ups touch no word.
    var senses: UInt64 = 0
    /// Senses of its words and of all words below, so that most look-ups end early.
    var below: UInt64 = 0
  }

  private let nodes: [Node]
  /// The label that leads to each node.
  private let labels: [UInt16]
  /// Node of each first character, 0 for none.
  private let roots: [UInt16]
  /// Senses of all words below node 0, which is none, and below the nodes of first characters.
  private let rootSenses: [UInt64]
  /// Senses of the words of one character, by node like `rootSenses`.
  private let rootWords: [UInt64]
  /// Low six bits of the second characters, one bit each, by node: most look-ups end here.
  private let rootNext: [UInt64]
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
    nextWord = builder.nextWord
    var nodes = [Node()]
    var labels: [UInt16] = [0]
    builder.layOut { draft, firstChild, childCount in
      nodes.append(
        Node(
          firstChild: firstChild, childCount: childCount, firstWord: draft.firstWord,
          senses: draft.senses, below: draft.below))
      labels.append(draft.label)
    }
    self.nodes = nodes
    self.labels = labels
    let count = builder.rootCount
    var roots = [UInt16](repeating: 0, count: 65536)
    for root in 0..<count where root < 65535 { roots[Int(labels[root + 1])] = UInt16(root + 1) }
    self.roots = roots
    rootSenses = nodes[...count].map(\.below)
    rootWords = nodes[...count].map(\.senses)
    rootNext = nodes[...count].map { node in
      labels[Int(node.firstChild)..<Int(node.firstChild + node.childCount)].reduce(0) {
        $0 | Self.bit($1)
      }
    }
  }

  /// A node while words are added: its children hang in a list of siblings.
  private struct Draft {
    let label: UInt16
    var firstChild: Int32 = 0
    var nextSibling: Int32 = 0
    var firstWord: Int32 = -1
    var senses: UInt64 = 0
    var below: UInt64 = 0
  }

  private struct Builder {
    /// The first one is none.
    private var drafts = [Draft(label: 0)]
    /// Draft of each first character, 0 for none, and all of them in order.
    private var rootOf = [Int32](repeating: 0, count: 65536)
    private var roots: [Int32] = []
    var nextWord: [Int32]
    var rootCount: Int { roots.count }

    init(wordCount: Int) {
      nextWord = [Int32](repeating: -1, count: wordCount)
    }

    mutating func add(_ text: [UInt16], _ word: Int, _ sense: UInt64) {
      var node = root(text[0])
      drafts[node].below |= sense
      for unit in text.dropFirst() {
        node = child(of: node, unit)
        drafts[node].below |= sense
      }
      nextWord[word] = drafts[node].firstWord
      drafts[node].firstWord = Int32(truncatingIfNeeded: word)
      drafts[node].senses |= sense
    }

    private mutating func child(of node: Int, _ unit: UInt16) -> Int {
      var next = Int(drafts[node].firstChild)
      while next > 0 {
        if drafts[next].label == unit { return next }
        next = Int(drafts[next].nextSibling)
      }
      drafts.append(Draft(label: unit, nextSibling: drafts[node].firstChild))
      drafts[node].firstChild = Int32(truncatingIfNeeded: drafts.count - 1)
      return drafts.count - 1
    }

    private mutating func root(_ unit: UInt16) -> Int {
      let known = Int(rootOf[Int(unit)])
      if known > 0 { return known }
      rootOf[Int(unit)] = Int32(truncatingIfNeeded: drafts.count)
      roots.append(Int32(truncatingIfNeeded: drafts.count))
      drafts.append(Draft(label: unit))
      return drafts.count - 1
    }

    /// Gives the nodes breadth first, the first characters from 1 on, with where their children
    /// will lie.
    func layOut(_ give: (Draft, _ firstChild: Int32, _ childCount: Int32) -> Void) {
      var queue = roots
      queue.reserveCapacity(drafts.count)
      var head = 0
      while head < queue.count {
        let draft = drafts[Int(queue[head])]
        let firstChild = queue.count
        var next = draft.firstChild
        while next > 0 {
          queue.append(next)
          next = drafts[Int(next)].nextSibling
        }
        give(
          draft, Int32(truncatingIfNeeded: firstChild + 1),
          Int32(truncatingIfNeeded: queue.count - firstChild))
        head += 1
      }
    }
  }

  /// The row's name of a match: a currency, a unit, a round's code.
  func code(_ match: QuantityMatch) -> String { words[Int(match.word)].code }

  /// Senses of all words that begin with the character at `index`.
  @inline(__always)
  func senses(_ text: QuantityText, at index: Int) -> UInt64 {
    rootSenses[Int(roots[Int(text[index])])]
  }

  /// The longest word with one of `wanted` that begins at `index`.
  @inline(__always)
  func longest(_ text: QuantityText, at index: Int, _ wanted: QuantitySenses) -> QuantityMatch? {
    let root = Int(roots[Int(text[index])])
    return mayHold(root, text[index + 1], wanted)
      ? walk(text, from: index, 1, root, wanted) : nil
  }

  /// Whether a word with one of `wanted` may begin with a first character and the next one.
  @inline(__always)
  private func mayHold(_ root: Int, _ next: UInt16, _ wanted: QuantitySenses) -> Bool {
    rootSenses[root] & wanted.bits != 0
      && (rootWords[root] & wanted.bits != 0 || rootNext[root] & Self.bit(next) != 0)
  }

  @inline(__always)
  private static func bit(_ unit: UInt16) -> UInt64 { 1 &<< UInt64(unit & 63) }

  /// The longest word of a backward trie with one of `wanted` that ends before `index`.
  @inline(__always)
  func longest(
    _ text: QuantityText, before index: Int, _ wanted: QuantitySenses
  ) -> QuantityMatch? {
    let root = Int(roots[Int(text[index - 1])])
    return mayHold(root, text[index - 2], wanted)
      ? walk(text, from: index - 1, -1, root, wanted) : nil
  }

  @inline(never)
  private func walk(
    _ text: QuantityText, from index: Int, _ step: Int, _ root: Int, _ wanted: QuantitySenses
  ) -> QuantityMatch? {
    nodes.withUnsafeBufferPointer { nodes -> QuantityMatch? in
      labels.withUnsafeBufferPointer { labels -> QuantityMatch? in
        var node = root
        var found: QuantityMatch?
        var place = index
        while nodes[node].below & wanted.bits != 0 {
          if nodes[node].senses & wanted.bits != 0 {
            let end = isBackward ? place : place + 1
            if let match = match(nodes[node].firstWord, wanted, text, end) { found = match }
          }
          place += step
          let unit = text[place]
          var child = Int(nodes[node].firstChild)
          let end = child &+ Int(nodes[node].childCount)
          while child < end, labels[child] != unit { child &+= 1 }
          if child == end { break }
          node = child
        }
        return found
      }
    }
  }

  private func match(
    _ first: Int32, _ wanted: QuantitySenses, _ text: QuantityText, _ place: Int
  ) -> QuantityMatch? {
    var index = first
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
    if text.cutsRun(at: place) { return false }
    if isBackward { return true }
    for other in words[slot].unless where text.matches(other, at: place) { return false }
    if words[slot].when.isEmpty { return true }
    return words[slot].when.contains { text.matches($0, at: place) }
  }

  /// The senses of all words, by their first character.
  func initials() -> [(unit: UInt16, senses: UInt64)] {
    rootSenses.indices.dropFirst().map { (labels[$0], rootSenses[$0]) }
  }

  /// The words of one character with one of `wanted`.
  func singles(_ wanted: QuantitySenses) -> [UInt16] {
    rootSenses.indices.dropFirst().filter { nodes[$0].senses & wanted.bits != 0 }.map { labels[$0] }
  }

  /// What follows, by demand of their rows, the words that are digits alone: 大 of 618大促.
  func unitsBehindDigits() -> [UInt16] {
    var result: [UInt16] = []
    for digit in 48...57 where roots[digit] > 0 {
      var queue = [Int(roots[digit])]
      while let node = queue.popLast() {
        var word = Int(nodes[node].firstWord)
        while word >= 0 {
          result += words[word].when.compactMap(\.first)
          word = Int(nextWord[word])
        }
        let first = Int(nodes[node].firstChild)
        queue += (first..<(first + Int(nodes[node].childCount))).filter {
          (48...57).contains(labels[$0])
        }
      }
    }
    return result
  }

  /// The first two characters of all words with one of `wanted`.
  func initialPairs(_ wanted: QuantitySenses) -> [(first: UInt16, second: UInt16)] {
    var result: [(first: UInt16, second: UInt16)] = []
    for root in rootSenses.indices.dropFirst() {
      let first = Int(nodes[root].firstChild)
      for child in first..<(first + Int(nodes[root].childCount))
      where nodes[child].below & wanted.bits != 0 {
        result.append((labels[root], labels[child]))
      }
    }
    return result
  }
}
