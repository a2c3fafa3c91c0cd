extension Decisions {
  /// Lines that cannot hold together, each problem with the lines that it clashes with.
  func contradictions(_ lines: [String], file: String) -> [DecisionProblem] {
    let found = notSame.compactMap(clash) + splits.compactMap(clash)
    return found.map { line, others in
      let shown = others.map { "  \(file):\($0): \(lines[$0 - 1])" }.joined(separator: "\n")
      let own = "  \(file):\(line): \(lines[line - 1])"
      return DecisionProblem(
        file: file, line: line, column: 1, message: "contradicts\n\(shown)\n\(own)")
    }
  }

  private func clash(_ pair: Pair) -> (Int, [Int])? {
    path(from: pair.a, to: pair.b).map { (pair.line, $0) }
  }

  private func clash(_ split: (id: String, basis: SplitBasis, line: Int)) -> (Int, [Int])? {
    let merged = same.filter { $0.a == split.id || $0.b == split.id }.map(\.line)
    let other = splits.filter {
      $0.id == split.id && $0.basis != split.basis && $0.line < split.line
    }
    let lines = merged + other.map(\.line)
    return lines.isEmpty ? nil : (split.line, lines)
  }

  /// The lines of `same` that lead from one id to another, as few as possible.
  private func path(from start: String, to goal: String) -> [Int]? {
    var paths: [ByteKey: [Int]] = [ByteKey(start): []]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let here = queue[next]
      next += 1
      let lines = paths[ByteKey(here)] ?? []
      if here == goal { return lines }
      for pair in same where pair.a == here || pair.b == here {
        let there = pair.a == here ? pair.b : pair.a
        if paths[ByteKey(there)] != nil { continue }
        paths[ByteKey(there)] = lines + [pair.line]
        queue.append(there)
      }
    }
    return nil
  }
}
