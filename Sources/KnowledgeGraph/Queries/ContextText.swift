/// Shows the sentences of a claim with what fills each role, and what stands around them.
///
///     「[投资方 微软]向[公司 OpenAI]投资[金额 100亿美元]」
///     微软加码人工智能 · 36氪 2023-01-24 · https://…
struct ContextText {
  private let graph: Graph

  init(_ graph: Graph) { self.graph = graph }

  func lines(_ claim: ClaimFact) -> [String] {
    let document = graph.document(claim.document)
    let origin = [
      document?.title, document?.source, document?.published.map { String($0.prefix(10)) },
      document?.url ?? claim.document,
    ]
    return claim.evidence.map { marked($0, claim) } + [
      "    " + origin.compactMap(\.self).map(\.onOneLine).joined(separator: " · ")
    ]
  }

  /// The sentence with its fillers in brackets; fillers inside another one stay plain.
  private func marked(_ evidence: ClaimFact.Evidence, _ claim: ClaimFact) -> String {
    let scalars = Array(evidence.text.unicodeScalars)
    var marks: [(range: Range<Int>, label: String)] = []
    for role in claim.roles {
      for filler in role.fillers where filler.isInTitle == evidence.isInTitle {
        guard let place = filler.scalarRange, let sentence = evidence.scalarRange,
          place.lowerBound >= sentence.lowerBound, place.upperBound <= sentence.upperBound,
          place.upperBound - sentence.lowerBound <= scalars.count
        else { continue }
        let start = place.lowerBound - sentence.lowerBound
        marks.append((start..<start + place.count, RoleLabels.label(role.name)))
      }
    }
    marks.sort { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) }
    var text = evidence.isInTitle ? "标题「" : "「"
    var next = 0
    for mark in marks where mark.range.lowerBound >= next {
      text += string(scalars[next..<mark.range.lowerBound])
      text += "[\(mark.label) \(string(scalars[mark.range]))]"
      next = mark.range.upperBound
    }
    return (text + string(scalars[next...]) + "」").onOneLine
  }

  private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
