/// The nearest known name for a mistyped one.
enum NearName {
  /// `; did you mean X?`, or nothing.
  static func hint(_ name: String, among known: [String]) -> String {
    nearest(name, among: known).map { "; did you mean \($0)?" } ?? ""
  }

  /// The first of the names with the fewest letters to change, at most a third of them (and 1).
  static func nearest(_ name: String, among known: [String]) -> String? {
    let wanted = Array(name)
    var best: (distance: Int, name: String)?
    for candidate in known {
      let distance = distance(wanted, Array(candidate))
      if distance <= max(1, wanted.count / 3), distance < best?.distance ?? .max {
        best = (distance, candidate)
      }
    }
    return best?.name
  }

  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    if abs(left.count - right.count) > 8 || max(left.count, right.count) > 64 { return .max }
    var row = Array(0...right.count)
    for (number, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = number + 1
      for place in right.indices {
        let changed = diagonal + (letter == right[place] ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = min(changed, row[place] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
