import ChineseText

/// Relations that asserted events imply.
extension RelationExtractor {
  /// Relations that an asserted event implies.
  func derive(_ analysis: TextAnalysis, _ event: Claim) -> [Derived] {
    (byEvent[event.type] ?? []).flatMap { derive(analysis, event, $0.type, $0.derivation) }
  }

  func derive(
    _ analysis: TextAnalysis, _ event: Claim, _ type: Int, _ derivation: Derivation
  ) -> [Derived] {
    let targets = event.fillers(derivation.to)
    guard let evidence = event.evidence.first else { return [] }
    var result: [Derived] = []
    for (number, from) in event.fillers(derivation.from).enumerated() {
      guard from.entity >= 0, hasTitle(event, derivation.titleClass, of: number) else { continue }
      for to in targets where to.entity >= 0 && to.entity != from.entity {
        let roles = [
          RoleFillers(role: "from", fillers: [from]), RoleFillers(role: "to", fillers: [to]),
        ]
        let key = Key(type: type, from: from.entity, to: to.entity)
        result.append(
          Derived(key: key, isWeak: derivation.titleClass == "none") { ordinal in
            make(
              analysis, type, roles, ordinal, former: derivation.former,
              confidence: max(100, event.confidence - 50),
              evidence: Evidence(
                span: evidence.span, trigger: evidence.trigger,
                rule: "\(types[type].file):\(derivation.line)"))
          })
      }
    }
    return result
  }

  private func hasTitle(_ event: Claim, _ titleClass: String, of person: Int) -> Bool {
    guard !titleClass.isEmpty else { return true }
    let codes = event.fillers("title").filter { $0.of < 0 || $0.of == person }.map(\.code)
    guard !codes.isEmpty else { return titleClass == "none" }
    return codes.contains { classes[$0]?.contains(titleClass) ?? false }
  }
}
