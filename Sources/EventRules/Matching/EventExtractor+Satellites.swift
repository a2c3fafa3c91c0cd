import ChineseText

/// Later clauses that fill an open event: 本轮融资由X领投.
extension EventExtractor {
  /// A later clause that fills an open event: 本轮融资由X领投.
  func satellite(
    _ references: [Lookup.FrameReference], _ item: Int, _ matcher: FrameMatcher,
    _ nearby: NearbyFiller, _ view: SentenceView, _ used: inout Set<Int>, _ drafts: inout [Draft]
  ) -> Bool {
    var attached = false
    var cache = FrameMatcher.ArgumentCache()
    for reference in references {
      let type = lookup.types[reference.type]
      let frame = type.frames[reference.frame]
      guard frame.kind == .more else { continue }
      guard let open = Self.open(reference.type, before: view.index, drafts) else {
        matcher.log?.add(type, line: frame.line, view.items[item].span, .nothingOpen)
        continue
      }
      guard var draft = matcher.match(reference, trigger: item, cache: &cache) else { continue }
      // Amounts of a line that adds nothing stay free.
      var taken = used
      nearby.fill(&draft, used: &taken)
      guard type.hasNeeded(frame, draft.roles) else { continue }
      var adds = false
      for role in draft.roles.indices {
        let isOwn = frame.slots.contains { $0.role == role }
        let fills = draft.roles[role].filter { $0.provenance == .explicit }
        guard !fills.isEmpty else { continue }
        if drafts[open].roles[role].isEmpty
          || isOwn && type.roles[role].many
        {
          drafts[open].roles[role] += fills
          adds = true
        }
      }
      guard adds else { continue }
      used = taken
      attached = true
      matcher.log?.add(draft, type, .attached)
    }
    return attached
  }

  /// The latest event of a type within the last sentences.
  static func open(_ type: Int, before sentence: Int, _ drafts: [Draft]) -> Int? {
    var index = drafts.count - 1
    while index >= 0, sentence - drafts[index].sentence <= 2 {
      if drafts[index].type == type { return index }
      index -= 1
    }
    return nil
  }
}
