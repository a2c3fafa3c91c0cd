/// Proposes names by their shape alone, before the lattice: Chinese and transliterated persons.
///
/// Names of the gazetteer are words of the lexicon already; names of unknown organizations and
/// products need the tokens and are found after the lattice.
package struct NameRecognizer: Sendable {
  private let persons: PersonRecognizer
  private let foreign: ForeignNameRecognizer

  /// Reads the tables of names.
  package init(lexicon: Lexicon) throws(LexiconError) {
    self.init(lexicon: lexicon, tables: try NameTables(lexicon: lexicon))
  }

  init(lexicon: Lexicon, tables: NameTables) {
    persons = PersonRecognizer(tables: tables, lexicon: lexicon)
    foreign = ForeignNameRecognizer(persons: persons, costs: tables.costs)
  }

  /// Appends the candidates of one sentence in order of start. O(length).
  package func recognize(
    _ text: FoldedText, in sentence: TextSpan, candidates: inout [Candidate]
  ) {
    text.withView { recognize($0, in: sentence, floor: .none, candidates: &candidates) }
  }

  /// The same, but for candidates that cannot win over the words of the lexicon.
  func recognize(
    _ text: TextView, in sentence: TextSpan, floor: WordFloor, candidates: inout [Candidate]
  ) {
    let first = candidates.count
    if candidates.capacity < first + 16 {
      candidates.reserveCapacity(max(first * 2, text.count / 4) + 32)
    }
    let end = min(sentence.end, text.count)
    let characters = persons.characters
    let codes = text.codes.buffer
    let family = NameTables.Role.surname | NameTables.Role.compound
    let wanted = family | NameTables.Role.foreign | NameTables.Role.interpunct
    var isSorted = true
    var runEnd = sentence.start
    var joinedEnd = sentence.start
    var index = characters.next(wanted, codes, from: max(sentence.start, 0), to: end)
    while index < end {
      let roles = characters.roles(text, index)
      if roles & NameTables.Role.interpunct != 0, index >= joinedEnd {
        isSorted = false
        joinedEnd = foreign.recognizeJoined(text, dot: index, in: sentence, into: &candidates)
      }
      if roles & NameTables.Role.foreign != 0, index >= runEnd {
        if foreign.isRun(text, index, in: sentence) {
          let count = candidates.count
          runEnd = foreign.recognizePlain(text, from: index, in: sentence, into: &candidates)
          if candidates.count > count { isSorted = false }
        } else {
          runEnd = index + 1
        }
      }
      if roles & family != 0 {
        persons.recognize(text, at: index, roles, in: sentence, floor, into: &candidates)
      }
      index = characters.next(wanted, codes, from: index &+ 1, to: end)
    }
    if !isSorted { sort(&candidates, from: first) }
  }

  /// Restores the order of start by insertion: the list is nearly sorted.
  private func sort(_ candidates: inout [Candidate], from first: Int) {
    var index = first + 1
    while index < candidates.count {
      let candidate = candidates[index]
      var place = index
      while place > first, candidates[place - 1].start > candidate.start {
        candidates[place] = candidates[place - 1]
        place -= 1
      }
      candidates[place] = candidate
      index += 1
    }
  }
}
