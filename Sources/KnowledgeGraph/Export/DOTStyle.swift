/// Shapes, colours and line styles.
enum DOTStyle {
  /// The shape and the colour of an entity.
  static func shape(_ type: String) -> (shape: String, color: String) {
    switch type {
    case "company": ("box", "#CFE2FF")
    case "organization": ("house", "#E2E3F3")
    case "person": ("ellipse", "#D1E7DD")
    case "product": ("component", "#FFF3CD")
    case "place": ("tab", "#E9ECEF")
    default: ("box", "#FFFFFF")
    }
  }

  /// The style of the lines of an event.
  static func line(_ status: ClaimFact.Realis) -> String {
    switch status {
    case .asserted: "solid"
    case .planned, .denied: "dashed"
    case .rumoured: "dotted"
    }
  }

  /// The literals worth a place in the label, at most three.
  static func details(_ event: Graph.Event) -> [String] {
    let order = [
      "round", "title", "metric", "period", "count", "share", "stake", "status", "kind", "stage",
      "venue", "product", "change", "direction",
    ]
    let texts = order.flatMap { role in
      event.attributes.first { $0.role == role }?.values.map(\.text) ?? []
    }
    return Array(texts.prefix(3))
  }
}

/// Which roles of an event are drawn before it, and which behind.
///
/// Links say it: they run from who acts to what it is done to. Without links an
/// authority or a plaintiff acts, else the first core role. Where all who take part have one role, the first stands before and the others behind.
struct DOTSides {
  private let left: Set<String>
  private let right: Set<String>
  private let single: String?

  init(_ claim: ClaimFact?, _ edges: [Graph.Edge]) {
    let links = claim?.links ?? []
    var left = Set(links.map(\.from))
    right = Set(links.map(\.to)).subtracting(left)
    let roles = Set(edges.map(\.type))
    if links.isEmpty, !roles.contains(where: RoleLabels.isActor), let first = claim?.core.first {
      left.insert(first)
    }
    self.left = left
    let targets = edges.map(\.target)
    single =
      roles.count == 1 && targets.count > 1
      ? targets.min { $0.precedesBytewise($1) } : nil
  }

  func isLeft(_ role: String, _ target: String) -> Bool {
    if let single { return target == single }
    return left.contains(role) || (RoleLabels.isActor(role) && !right.contains(role))
  }
}
