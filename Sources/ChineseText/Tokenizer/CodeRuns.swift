/// Latin, digit and mixed runs of a decoded piece, by the rules of `UnknownWords`.
struct CodeRuns {
  private let classes: [UInt8]
  private let lexicon: Lexicon

  init(_ decoder: CodeDecoder, _ lexicon: Lexicon) {
    classes = decoder.classes
    self.lexicon = lexicon
  }

  /// Adds every run and its parts as edges and forbids words that begin inside a part.
  func add(_ block: CodeBlock, to lattice: Lattice) {
    var index = 0
    while index < block.runCount {
      let start = Int(block.runs[index])
      let end = self.end(from: start, block, lattice.codes)
      add(start, end, lattice)
      while index < block.runCount, Int(block.runs[index]) < end { index &+= 1 }
    }
  }

  private func isJoiner(_ unit: UInt16) -> Bool {
    UnknownWords.isJoiner(lexicon.foldTable[Int(unit)])
  }

  private func isRun(_ code: UInt16) -> Bool { UnknownWords.isRunClass(classes[Int(code)]) }

  private func end(
    from start: Int, _ block: CodeBlock, _ codes: UnsafeMutablePointer<UInt16>
  ) -> Int {
    let count = block.count
    var index = start
    while index < count {
      if isRun(codes[index]) {
        index &+= 1
      } else if index &+ 1 < count, isJoiner(block.units[index]), isRun(codes[index &+ 1]) {
        index &+= 2
      } else {
        break
      }
    }
    return index
  }

  private func add(_ start: Int, _ end: Int, _ lattice: Lattice) {
    let codes = lattice.codes
    var partStart = start
    var parts = 0
    for index in start..<end {
      let kind = classes[Int(codes[index])]
      let continues = index > start && classes[Int(codes[index &- 1])] == kind
      if continues, UnknownWords.isRunClass(kind) { lattice.block(index) }
      guard index &+ 1 == end || classes[Int(codes[index &+ 1])] != kind else { continue }
      if UnknownWords.isRunClass(kind) {
        lattice.add(from: partStart, to: index &+ 1, cost: lexicon.runCost, state: -1)
        parts &+= 1
      }
      partStart = index &+ 1
    }
    if parts > 1 { lattice.add(from: start, to: end, cost: lexicon.runCost, state: -1) }
  }
}
