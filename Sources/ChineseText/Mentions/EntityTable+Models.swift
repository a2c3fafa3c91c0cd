// Short names of products: what a document calls K90 Max once it has named the REDMI K90 Max.

extension EntityTable {
  /// Stands for a short name that two products end in.
  private static let none = -2

  /// Unites the products that are one model under two names, and short names with the one product
  /// whose full name ends in them. O(product names).
  mutating func shortenModels() {
    uniteListed()
    var short: [Int] = []
    for index in drafts.indices where drafts[index].parent == index && isProduct(index) {
      if !isFull(index) { short.append(index) }
    }
    guard !short.isEmpty else { return }
    findEnds()
    for index in short {
      let name = forms[drafts[index].firstForm].span
      if let full = ends[text.nameHash(name)], full >= 0 { unite(index, full) }
    }
  }

  /// Interns a name of edition words alone: the product whose name ends in it, else -1.
  mutating func internEdition(_ span: TextSpan) -> Int {
    findEnds()
    guard let full = ends[text.nameHash(span)], full >= 0 else { return -1 }
    return note(Self.index(of: .product), span, in: root(full))
  }

  private func isProduct(_ index: Int) -> Bool {
    drafts[index].firstForm >= 0 && drafts[index].votes[Self.index(of: .product)] > 0
  }

  /// Whether a row or a line tells what a product is.
  private func isFull(_ index: Int) -> Bool {
    drafts[index].entry != nil || drafts[index].line != nil
  }

  /// Unites models that a line explains with the rows of the same id.
  private mutating func uniteListed() {
    guard !models.isEmpty else { return }
    var byID = HashMap<Int>()
    for index in drafts.indices where isProduct(index) {
      if let entry = drafts[index].entry { byID[StableHash.of(gazetteer.id(entry))] = index }
    }
    guard !byID.isEmpty else { return }
    for model in models {
      guard let line = drafts[model].line else { continue }
      let id = lines.id(line, text)
      guard let index = byID[StableHash.of(id.utf8)], let entry = drafts[index].entry,
        gazetteer.id(entry).elementsEqual(id.utf8)
      else { continue }
      unite(model, index)
    }
  }

  /// Lists, once, the products by the ends of their full names behind a blank or another script;
  /// `none` where two share an end.
  private mutating func findEnds() {
    guard !hasEnds else { return }
    hasEnds = true
    for index in drafts.indices
    where drafts[index].parent == index && isProduct(index) && isFull(index) {
      var form = drafts[index].firstForm
      while form >= 0 {
        let span = forms[form].span
        form = forms[form].next
        for start in span.start + 1..<max(span.end, span.start + 1) where begins(start) {
          let place = ends.index(
            of: text.nameHash(TextSpan(start, span.end)), default: index)
          if ends.value(place) != index { ends.update(place) { $0 = Self.none } }
        }
      }
    }
  }

  /// Whether a word of a name begins at an offset.
  private func begins(_ offset: Int) -> Bool {
    let (before, here) = (text.classes[offset - 1], text.classes[offset])
    guard here != CharacterClass.space.rawValue else { return false }
    return before == CharacterClass.space.rawValue
      || (before == CharacterClass.han.rawValue) != (here == CharacterClass.han.rawValue)
  }
}
