import ChineseText

/// Finds who is said to have said it: 据《X》报道, 知情人士透露, X表示.
struct AttributionReader {
  let analysis: TextAnalysis
  let view: SentenceView
  let cues: Cues

  /// Sources that stand before an event in its sentence, outermost first.
  func attribution(before trigger: TextSpan) -> [Attribution] {
    var result: [Attribution] = []
    for index in view.items.indices {
      let item = view.items[index]
      guard item.span.end <= trigger.start else { break }
      if let cue = cues.cue(item), case .source(let kind) = cue.kind {
        result.append(Attribution(kind: kind, span: item.span))
      } else if item.isEntity, let kind = spoken(index) {
        result.append(
          Attribution(
            kind: kind, span: item.span, entity: analysis.mentions[item.mention].entity))
      }
    }
    return result
  }

  /// Kind of a name that a verb of saying follows closely.
  private func spoken(_ index: Int) -> Attribution.Kind? {
    var next = index + 1
    while next < view.items.count, next - index <= 4 {
      let item = view.items[next]
      if item.mention < 0, item.tags.contains(.reporting) { return kind(index) }
      if Mark.ends(item.unit) || item.isEntity { return nil }
      if item.isVerb { return nil }
      next += 1
    }
    return nil
  }

  private func kind(_ index: Int) -> Attribution.Kind? {
    let mention = analysis.mentions[view.items[index].mention]
    guard mention.entity >= 0, mention.entity < analysis.entities.count else { return nil }
    switch analysis.entities[mention.entity].subtype {
    case "media": return .media
    case "agency", "agencies", "exchange", "court": return .official
    default:
      return mention.kind == .product || mention.kind == .place ? nil : .party
    }
  }
}
