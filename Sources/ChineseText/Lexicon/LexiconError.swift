/// A mistake in a data file, with its place and a hint.
public struct LexiconProblem: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Path of the file as the user named it.
  public let file: String
  /// Line, from 1; 0 where the whole file is meant.
  public let line: Int
  /// Column in characters, from 1.
  public let column: Int
  /// What is wrong, and what to do.
  public let message: String

  /// Makes a problem.
  public init(file: String, line: Int, column: Int = 1, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// `file:line:column: message`.
  public var description: String { "\(file):\(line):\(column): \(message)" }

  /// Orders by file and place.
  public static func < (a: LexiconProblem, b: LexiconProblem) -> Bool {
    (a.file, a.line, a.column, a.message) < (b.file, b.line, b.column, b.message)
  }
}

/// Bad lexicon or rule data: all problems at once.
public struct LexiconError: Error, Sendable, CustomStringConvertible {
  /// The problems, sorted by place.
  public let problems: [LexiconProblem]

  /// Makes the error of its problems.
  public init(_ problems: [LexiconProblem]) { self.problems = problems.sorted() }

  /// Makes the error of one problem with a whole file.
  public init(file: String, message: String) {
    self.init([LexiconProblem(file: file, line: 0, message: message)])
  }

  /// One line a problem.
  public var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}
