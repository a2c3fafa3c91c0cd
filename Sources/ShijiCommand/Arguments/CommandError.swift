import Shiji

/// Why a command ends early; each case has its exit code.
enum CommandError: Error {
  /// Problems that the command was to find were found, and are printed.
  case findings
  /// Wrong usage.
  case usage(String)
  /// Input or output failed.
  case file(FileError)
  /// Input or output failed, and what failed has been said.
  case inputFailed
  /// Lexicon, rule or identity data are bad.
  case data(String)
  /// The user asked to stop.
  case interrupted
  /// The reader of the output went away.
  case closedPipe

  /// The exit code, as the documentation promises it.
  var exitCode: Int32 {
    switch self {
    case .closedPipe: 0
    case .findings: 1
    case .usage: 2
    case .file, .inputFailed: 3
    case .data: 4
    case .interrupted: 130
    }
  }

  /// What is printed, without the command's name.
  var message: String? {
    switch self {
    case .usage(let text), .data(let text): text
    case .file(let error): error.description
    case .findings, .inputFailed, .closedPipe: nil
    case .interrupted: "interrupted"
    }
  }
}
