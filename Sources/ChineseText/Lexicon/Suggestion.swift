/// The nearest known name for a mistyped one, for "did you mean".
///
/// Edit distance at most a third of the length (at least 1). O(names × length²).
public func nearestName(to name: String, among known: [String]) -> String? {
  var best: (distance: Int, name: String)?
  for candidate in known.sorted() {
    let distance = editDistance(Array(name), Array(candidate))
    if distance <= max(1, name.count / 3), distance < best?.distance ?? Int.max {
      best = (distance, candidate)
    }
  }
  return best?.name
}

/// `; did you mean X?`, or nothing.
public func suggestion(for name: String, among known: [String]) -> String {
  nearestName(to: name, among: known).map { "; did you mean \($0)?" } ?? ""
}

private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  if abs(a.count - b.count) > 8 { return Int.max }
  var row = Array(0...b.count)
  for i in 0..<a.count {
    var diagonal = row[0]
    row[0] = i + 1
    for j in 0..<b.count {
      let substitution = diagonal + (a[i] == b[j] ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substitution, row[j] + 1, diagonal + 1)
    }
  }
  return row[b.count]
}
