/// The rows of `words/costs.tsv`: what candidates cost in the lattice.
enum CandidateCost: String, CaseIterable {
  case aliasWord = "alias-word"
  case fineDate = "fine-date"
  case fineNumber = "fine-number"
  case foreignCue = "foreign-cue"
  case foreignJoined = "foreign-joined"
  case foreignLatin = "foreign-latin"
  case foreignLimit = "foreign-limit"
  case foreignPlain = "foreign-plain"
  case foreignPlainLimit = "foreign-plain-limit"
  case foreignTorn = "foreign-torn"
  case foreignUnlisted = "foreign-unlisted"
  case person
  case personCue = "person-cue"
  case personEdge = "person-edge"
  case personGrammar = "person-grammar"
  case personLimit = "person-limit"
  case personPure = "person-pure"
  case personShort = "person-short"
  case quantity
  case quantityCharacter = "quantity-character"
  case run
}

/// What candidates cost, read once with the lexicon.
///
/// The table gives nats, so that a cost compares with the negative logarithm of a word's share.
struct CandidateCosts: Sendable {
  /// Nats in the order of the cases.
  private let costs: [Double]

  /// Reads the table of a lexicon; nothing where the table or a row is missing.
  init?(_ tables: [LexiconTable]) {
    // A user's table stands behind the built-in one.
    guard let table = tables.last(where: { $0.name == Self.table }),
      let column = table.column("cost")
    else { return nil }
    var nats: [String: Double] = [:]
    for row in 0..<table.rowCount {
      nats[table.cell(row, 0)] = Self.number(table.cell(row, column))
    }
    let costs = CandidateCost.allCases.compactMap { nats[$0.rawValue] }
    guard costs.count == CandidateCost.allCases.count else { return nil }
    self.costs = costs
  }

  /// Nats of a candidate.
  func nats(_ candidate: CandidateCost) -> Double {
    CandidateCost.allCases.firstIndex(of: candidate).map { costs[$0] } ?? 0
  }

  /// Cost of a candidate in lattice units.
  subscript(candidate: CandidateCost) -> Int32 {
    Int32(nats(candidate) * Double(Candidate.unit))
  }

  /// The costs of a lexicon that must have them.
  static func of(_ lexicon: Lexicon) throws(LexiconError) -> CandidateCosts {
    guard let costs = lexicon.candidateCosts else {
      throw LexiconError(
        file: table + ".tsv", message: "the lexicon lacks this table or one of its rows")
    }
    return costs
  }

  /// Name of the table.
  static let table = "words/costs"
  /// More nats than the rarest word has.
  static let most = 100.0

  /// A cost as the table writes it: 0 to 100 nats.
  static func number(_ cell: String) -> Double? {
    guard let value = Double(cell), (0...most).contains(value) else { return nil }
    return value
  }
}

extension Lexicon {
  /// Cost of a Latin or digit run. Without the table any cost does: no word begins inside a run.
  static func runCost(_ costs: CandidateCosts?) -> Int32 { costs?[.run] ?? Candidate.unit }
}

extension LexiconCompiler {
  /// Reports costs that are no numbers, rows that mean nothing and rows that are missing.
  mutating func checkCosts(_ file: DataFile) {
    let known = CandidateCost.allCases.map(\.rawValue)
    for (row, cells) in file.rows.enumerated() {
      if !known.contains(cells[0]) {
        let hint = suggestion(for: cells[0], among: known)
        problem(file, file.lines[row], 1, "unknown candidate \(cells[0])" + hint)
      } else if CandidateCosts.number(cells[1]) == nil {
        problem(
          file, file.lines[row], cells[0].count + 2,
          "cost must be a number of nats from 0 to 100, not \(cells[1])")
      }
    }
    let present = Set(file.rows.map { $0[0] })
    for name in known where !present.contains(name) {
      problem(
        file, (file.lines.last ?? 1) + 1, 1,
        "row \(name) is missing; Lexicons/README.md says what it is")
    }
  }

  /// Reports kinds that no code knows, and texts that are too long for their kind.
  mutating func checkShapes(_ file: DataFile) {
    let known = WordShapes.kinds.map(\.key)
    for (row, cells) in file.rows.enumerated() {
      for kind in cells[1].split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      {
        guard let role = WordShapes.kinds.first(where: { $0.key == kind })?.value else {
          let hint = suggestion(for: kind, among: known)
          problem(file, file.lines[row], cells[0].count + 2, "unknown kind \(kind)" + hint)
          continue
        }
        if role != 0, cells[0].unicodeScalars.count != 1 {
          problem(file, file.lines[row], 1, "\(kind) must be one character, not \(cells[0])")
        }
      }
    }
  }

  private mutating func problem(_ file: DataFile, _ line: Int, _ column: Int, _ message: String) {
    problems.append(
      LexiconProblem(file: file.path, line: line, column: column, message: message))
  }
}
