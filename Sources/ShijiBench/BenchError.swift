import Shiji

/// Why a benchmark ends early; the exit codes are those of `shiji`.
enum BenchError: Error {
  /// A stage counted differently from one round to the next.
  case unsteady(Stage, [Int])
  /// Wrong usage.
  case usage(String)
  /// A text cannot be read.
  case file(FileError)
  /// Lexicon or rule data are bad, or there are none.
  case data(String)

  var exitCode: Int32 {
    switch self {
    case .unsteady: 1
    case .usage: 2
    case .file: 3
    case .data: 4
    }
  }

  /// What is printed, without the command's name.
  var message: String {
    switch self {
    case .unsteady(let stage, let counts):
      "\(stage): counts differ between rounds: " + counts.map(String.init).joined(separator: ", ")
    case .usage(let text), .data(let text): text
    case .file(let error): error.description
    }
  }
}
