/// A line of `identity.tsv` that cannot be followed.
public struct DecisionProblem: Hashable, Sendable, CustomStringConvertible {
  /// The name of the file.
  public let file: String
  /// The number of the line, from 1.
  public let line: Int
  /// The column in Unicode scalars, from 1.
  public let column: Int
  /// What is wrong.
  public let message: String

  /// One line for people: `file:line:column: message`.
  public var description: String { "\(file):\(line):\(column): \(message)" }
}

/// All problems of `identity.tsv` at once.
public struct DecisionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The problems, in the order of the lines.
  public let problems: [DecisionProblem]

  /// One problem a line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// What the user decided about identity; it wins over every rule.
///
///     same      org:1f0c… org:microsoft   同一家公司
///     not_same  org:77aa… org:0b1e…       名字相同
///     split     per:9c2d… by organization 两个同名的人
///     reject    clm:41d0… 句子是反讽
///
/// Columns are separated by tabs, the reason comes last, `#` starts a comment. Deleting a line
/// undoes it. The ids are those of the graph or of the facts.
public struct Decisions: Sendable {
  /// What a node is split by.
  public enum SplitBasis: String, Hashable, Sendable {
    /// Documents that share an organization stay together.
    case organization
    /// Every document is apart.
    case document
  }

  /// Two ids of one line.
  struct Pair: Hashable, Sendable {
    let a: String
    let b: String
    let line: Int
    let reason: String
  }

  private(set) var same: [Pair] = []
  private(set) var notSame: [Pair] = []
  private(set) var splits: [(id: String, basis: SplitBasis, line: Int)] = []
  private(set) var rejected: [(id: String, line: Int)] = []

  /// No decisions.
  public init() {}

  /// Reads a file. Throws all problems at once: what no line may say, and lines that contradict
  /// each other, with both of them.
  public init(parsing text: String, file: String = "identity.tsv") throws(DecisionError) {
    var problems: [DecisionProblem] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, content) in lines.enumerated() {
      let line = content.last == "\r" ? content.dropLast() : content
      if line.allSatisfy(\.isWhitespace) || line.hasPrefix("#") { continue }
      var fields = FieldCursor(line)
      if let fault = parse(&fields, line: index + 1) {
        problems.append(
          DecisionProblem(
            file: file, line: index + 1, column: fault.column, message: fault.message))
      }
    }
    problems += contradictions(lines.map { String($0) }, file: file)
    if !problems.isEmpty {
      throw DecisionError(problems: problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
    }
  }

  /// Whether a line says that two ids are not the same.
  package func keepApart(_ first: String, _ second: String) -> Bool {
    notSame.contains { ($0.a, $0.b) == (first, second) || ($0.b, $0.a) == (first, second) }
  }

  private typealias Fault = (column: Int, message: String)

  private mutating func parse(_ fields: inout FieldCursor, line: Int) -> Fault? {
    let verb = fields.next() ?? ""
    switch verb {
    case "same", "not_same": return parsePair(verb, &fields, line: line)
    case "split": return parseSplit(&fields, line: line)
    case "reject":
      guard let claim = fields.next() else { return (fields.column, "reject needs a claim id") }
      guard claim.hasPrefix("clm:") else {
        return (fields.column, "\"\(claim)\" is no claim id (clm:…)")
      }
      rejected.append((claim, line))
    default:
      return (fields.column, "\"\(verb)\" is none of same, not_same, split, reject")
    }
    return reason(&fields)
  }

  private mutating func parsePair(
    _ verb: String, _ fields: inout FieldCursor, line: Int
  ) -> Fault? {
    guard let a = fields.next() else { return (fields.column, "\(verb) needs two ids") }
    if let fault = checkEntity(a, fields.column) { return fault }
    guard let b = fields.next() else { return (fields.column, "\(verb) needs a second id") }
    if let fault = checkEntity(b, fields.column) { return fault }
    if a == b { return (fields.column, "\(verb) names \(a) twice") }
    if a.prefix(4) != b.prefix(4) {
      return (fields.column, "\(a) and \(b) are of different kinds")
    }
    let reason = fields.next()
    let pair = Pair(a: a, b: b, line: line, reason: reason ?? "")
    if verb == "same" { same.append(pair) } else { notSame.append(pair) }
    return reason == nil ? (fields.column, "the reason is missing") : nil
  }

  private mutating func parseSplit(_ fields: inout FieldCursor, line: Int) -> Fault? {
    guard let id = fields.next() else { return (fields.column, "split needs an id") }
    if let fault = checkEntity(id, fields.column) { return fault }
    let word = fields.next() ?? ""
    let basis = word.hasPrefix("by ") ? String(word.dropFirst(3)) : word
    guard let basis = SplitBasis(rawValue: basis) else {
      return (fields.column, "split by \"organization\" or by \"document\", not by \"\(basis)\"")
    }
    splits.append((id, basis, line))
    return reason(&fields)
  }

  private func checkEntity(_ id: String, _ column: Int) -> Fault? {
    let isEntity = ["org:", "per:", "prd:", "loc:"].contains { id.hasPrefix($0) }
    return isEntity ? nil : (column, "\"\(id)\" is no entity id (org:, per:, prd: or loc:)")
  }

  private func reason(_ fields: inout FieldCursor) -> Fault? {
    fields.next() == nil ? (fields.column, "the reason is missing") : nil
  }
}

/// Walks over the fields of a line.
private struct FieldCursor {
  private var rest: Substring?
  /// The column of the field read last, or of the end of the line.
  private(set) var column = 1
  private var width = 0

  init(_ line: Substring) { rest = line }

  /// The next field without spaces around it; nil where there is none or an empty one.
  mutating func next() -> String? {
    column += width
    guard let line = rest else { return nil }
    let field = line.prefix { $0 != "\t" }
    rest = field.endIndex == line.endIndex ? nil : line[line.index(after: field.endIndex)...]
    let leading = field.prefix { $0 == " " }
    column += leading.unicodeScalars.count
    width = field.unicodeScalars.count - leading.unicodeScalars.count + (rest == nil ? 0 : 1)
    let text = field.dropFirst(leading.count)
    let trailing = text.reversed().prefix { $0 == " " }.count
    return text.count > trailing ? String(text.dropLast(trailing)) : nil
  }
}
