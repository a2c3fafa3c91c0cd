import ChineseText

/// Subjects that a clause leaves out and that are not just the last one named.
extension FrameMatcher {
  /// The product that an earlier clause is about: 甲公布X，将于4月上市. What a clause only fits with
  /// something (搭载X) is not what the next one is about.
  func inheritProduct(_ clause: Int, _ index: Int, _ role: Role, _ draft: inout Draft) {
    for before in stride(from: clause - 1, through: 0, by: -1) {
      let range = view.clauses[before].items
      // 天玑 9500 处理器: no clause of its own.
      guard let verb = range.first(where: { view.items[$0].isVerb }) else { continue }
      let subject = phrases[before].first {
        $0.caseWord < 0 && !$0.isObject && !$0.isAgent && $0.items.upperBound <= verb
          && $0.types.isDisjoint(with: .place)
      }
      if let subject, subject.types == .product {
        if isAbout(subject, before: verb, range) {
          add(subject, .sentence, to: index, role, &draft)
        }
        return
      }
      if let told = phrases[before].first(where: { isTold($0, in: range, draft.type) }) {
        return add(told, .sentence, to: index, role, &draft)
      }
      let isOther = hasUnnamedSubject(before: verb, from: range.lowerBound, phrases[before])
      if subject != nil || isOther || namesOther(range) { return }
    }
  }

  /// Whether an earlier clause gave the product of which a draft tells: 平板X已上架京东，将开售 has
  /// no other subject.
  func carriesProduct(_ draft: Draft) -> Bool {
    draft.roles.joined().contains {
      $0.provenance == .sentence && $0.mention >= 0
        && analysis.mentions[$0.mention].kind == .product
    }
  }

  /// Whether a clause speaks of a product itself, no chip or platform: nothing of it is told.
  private func isAbout(_ phrase: Phrase, before verb: Int, _ range: Range<Int>) -> Bool {
    let isPart = phrase.members.contains { Self.parts.contains(analysis.subtype($0.mention)) }
    return !isPart && isHead(phrase, verb) && !isModifier(phrase, range.lowerBound..<verb)
      && !view.items[phrase.items.upperBound..<verb].contains { $0.word == lookup.attributive }
  }

  /// Whether a product is the object of a verb of the same type or of telling: 发布X, 公布X.
  private func isTold(_ phrase: Phrase, in range: Range<Int>, _ type: Int) -> Bool {
    guard phrase.types == .product, phrase.caseWord < 0, !isModifier(phrase, range),
      let verb = (range.lowerBound..<phrase.items.lowerBound).last(where: {
        view.items[$0].isVerb
      }),
      !view.items[verb..<phrase.items.lowerBound].contains(where: \.isEntity)
    else { return false }
    return view.items[verb].tags.contains(.reporting)
      || lookup.frames(of: view.items[verb]).contains { $0.type == type }
  }

  /// 在被甲收购后，乙离开: who is acquired acts in the clause behind.
  func laterSubject(_ clause: Int) -> Phrase? {
    let items = view.clauses[clause].items
    guard clause + 1 < view.clauses.count,
      items.contains(where: {
        view.items[$0].mention < 0 && view.items[$0].tags.contains(.locative)
      }),
      phrases[...clause].allSatisfy({ all in
        all.allSatisfy { $0.isAgent || $0.caseWord >= 0 }
      }),
      let first = phrases[clause + 1].first, first.caseWord < 0, !first.isObject, !first.isAgent,
      first.items.lowerBound == view.clauses[clause + 1].items.lowerBound
    else { return nil }
    return first
  }
}
