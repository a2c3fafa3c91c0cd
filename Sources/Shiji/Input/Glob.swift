/// A path pattern: `*` any run without `/`, `**` any run, `?` one character without `/`.
///
/// A pattern without `/` is matched against the last component: `*.txt`. Complexity: the length of
/// the pattern times the length of the path.
package struct Glob: Sendable {
  private let pattern: [UInt8]
  private let matchesWholePath: Bool

  /// Makes a pattern.
  package init(_ pattern: String) {
    self.pattern = Array(pattern.utf8)
    matchesWholePath = pattern.utf8.contains(UInt8(ascii: "/"))
  }

  /// Whether a relative path matches.
  package func matches(_ path: String) -> Bool {
    let subject = Array((matchesWholePath ? path : PathName.last(path)).utf8)
    var states: Set<Int> = closure([0])
    for byte in subject {
      var next: Set<Int> = []
      for state in states { step(state, byte, into: &next) }
      states = closure(next)
      if states.isEmpty { return false }
    }
    return states.contains(pattern.count)
  }

  private func step(_ state: Int, _ byte: UInt8, into next: inout Set<Int>) {
    guard state < pattern.count else { return }
    switch pattern[state] {
    case UInt8(ascii: "*"):
      if byte != UInt8(ascii: "/") || isDouble(state) { next.insert(state) }
    case UInt8(ascii: "?"):
      if byte != UInt8(ascii: "/") {
        next.insert(byte & 0xC0 == 0x80 ? state : state + 1)
      }
    default:
      if pattern[state] == byte { next.insert(state + 1) }
    }
    if byte & 0xC0 == 0x80, state > 0, pattern[state - 1] == UInt8(ascii: "?") {
      next.insert(state)
    }
  }

  private func isDouble(_ state: Int) -> Bool {
    state + 1 < pattern.count && pattern[state + 1] == UInt8(ascii: "*")
      || state > 0 && pattern[state - 1] == UInt8(ascii: "*")
  }

  /// Adds the states behind stars that match nothing; `**/` may match nothing at all.
  private func closure(_ states: Set<Int>) -> Set<Int> {
    var result = states
    var pending = Array(states)
    while let state = pending.popLast() {
      guard state < pattern.count, pattern[state] == UInt8(ascii: "*") else { continue }
      var reached = [state + 1]
      if isDouble(state), state + 2 < pattern.count, pattern[state + 2] == UInt8(ascii: "/") {
        reached.append(state + 3)
      }
      for target in reached where result.insert(target).inserted { pending.append(target) }
    }
    return result
  }
}
