/// Names to look for, as a file lists them: a name, an alias or an id on each line.
///
///     # chips
///     寒武纪
///     org:tsmc      # what stands behind a blank and # is a remark
///
/// Empty lines and repeated names are left out.
public struct WatchList: Hashable, Sendable {
  /// The names in the order of the file.
  public let names: [String]

  /// Reads the text of a file. Complexity: linear.
  public init(parsing text: String) {
    var names: [String] = []
    var seen: Set<String> = []
    for line in text.unicodeScalars.split(whereSeparator: { $0 == "\n" || $0 == "\r" }) {
      let name = Self.name(line)
      if !name.isEmpty, seen.insert(name).inserted { names.append(name) }
    }
    self.names = names
  }

  private static func name(_ line: Substring.UnicodeScalarView) -> String {
    var rest = line
    if rest.first == "\u{FEFF}" { rest.removeFirst() }
    var end = rest.endIndex
    var isBehindBlank = true
    for index in rest.indices {
      if rest[index] == "#", isBehindBlank {
        end = index
        break
      }
      isBehindBlank = isBlank(rest[index])
    }
    rest = rest[..<end]
    while let first = rest.first, isBlank(first) { rest.removeFirst() }
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return String(rest)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{3000}"
  }
}
