import ChineseText

/// How a filler was found: explicit ones win over inherited ones, these over the text's topic.
enum Provenance: Int, Comparable, Sendable {
  case topic, inherited, explicit
  static func < (a: Provenance, b: Provenance) -> Bool { a.rawValue < b.rawValue }
}

/// A filler of a draft.
struct Fill: Sendable, Hashable {
  /// Index into the mentions; -1 for a literal stretch.
  let mention: Int
  let span: TextSpan
  let provenance: Provenance
  /// Mention of the person or organization that a title belongs to, or -1.
  var owner = -1
  var code = ""
}

/// An event that a sentence states, before documents are looked at as a whole.
struct Draft: Sendable {
  let type: Int
  let line: Int
  let isVerb: Bool
  let sentence: Int
  let clause: Int
  let trigger: TextSpan
  /// Fillers of each role of the type.
  var roles: [[Fill]]
  var realis: Realis = .asserted
  var time: ClaimTime?
  var attribution: [Attribution] = []

  /// Fillers found in the words themselves.
  var explicitCount: Int {
    roles.reduce(0) { $0 + $1.filter { $0.provenance == .explicit }.count }
  }
  var filledRoles: Int { roles.filter { !$0.isEmpty }.count }
}
