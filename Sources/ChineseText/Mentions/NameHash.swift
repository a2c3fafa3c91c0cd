extension TextView {
  /// A hash of a folded name, blanks and interpuncts left out.
  func nameHash(_ span: TextSpan) -> UInt64 {
    var hash = StableHash.seed
    for offset in span.start..<min(span.end, count) {
      let unit = folded[offset]
      if unit == 0x20 || unit == 0xB7 { continue }
      hash = StableHash.step(hash, unit)
    }
    return hash ^ hash >> 32
  }

  /// Whether two spans are written with the same scalars.
  func isSame(_ a: TextSpan, _ b: TextSpan) -> Bool {
    guard a.count == b.count else { return false }
    for offset in 0..<a.count where scalars[a.start + offset] != scalars[b.start + offset] {
      return false
    }
    return true
  }

  /// Whether two spans hold the same folded name, blanks and interpuncts left out.
  func isSameName(_ a: TextSpan, _ b: TextSpan) -> Bool {
    var left = a.start
    var right = b.start
    while true {
      while left < a.end, folded[left] == 0x20 || folded[left] == 0xB7 { left += 1 }
      while right < b.end, folded[right] == 0x20 || folded[right] == 0xB7 { right += 1 }
      guard left < a.end, right < b.end else { return left == a.end && right == b.end }
      if folded[left] != folded[right] { return false }
      left += 1
      right += 1
    }
  }
}
