import ChineseText

/// How a filler was found: beside the trigger, in an earlier clause of the sentence, in an earlier
/// sentence of the paragraph, or as the topic of the text. The former win.
enum Provenance: Int, Comparable, Sendable {
  case topic, inherited, sentence, explicit
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
  /// Relations only: whether the words tell of a state that has ended.
  var former = false

  /// Fillers found in the words themselves.
  var explicitCount: Int {
    roles.reduce(0) { $0 + $1.filter { $0.provenance == .explicit }.count }
  }
  /// Drops what was carried over where the words name the same thing in another role: nobody buys
  /// himself. Roles that lie within one another share their fillers.
  mutating func dropRepeated(_ type: EventType, _ entity: (Fill) -> Int) {
    for role in roles.indices where roles[role].contains(where: { $0.provenance != .explicit }) {
      let others = roles.indices.filter {
        $0 != role && type.roles[$0].within != type.roles[role].name
          && type.roles[role].within != type.roles[$0].name
      }
      let named = Set(
        others.flatMap { roles[$0] }.filter { $0.provenance == .explicit && $0.mention >= 0 }
          .map(entity))
      roles[role].removeAll { fill in
        fill.provenance != .explicit && fill.mention >= 0 && named.contains(entity(fill))
      }
    }
  }

  var filledRoles: Int { roles.filter { !$0.isEmpty }.count }
}
