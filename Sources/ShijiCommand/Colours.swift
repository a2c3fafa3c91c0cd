#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Colours and width of a terminal.
enum Colours {
  /// Whether standard output gets colours: `--color`, then `NO_COLOR`, then `CLICOLOR_FORCE`, then
  /// whether it is a terminal.
  static func areWanted(_ arguments: Arguments) -> Bool {
    switch arguments.value("--color") {
    case "always": true
    case "never": false
    default:
      isSet("NO_COLOR") ? false : isSet("CLICOLOR_FORCE") || (isatty(1) == 1 && !isDumb)
    }
  }

  /// Whether an output gets colours: a file does where `--color always` asks for them.
  static func areWanted(_ arguments: Arguments, for path: String?) -> Bool {
    path == nil || path == "-" || arguments.value("--color") == "always"
      ? areWanted(arguments) : false
  }

  private static func isSet(_ name: String) -> Bool {
    getenv(name).map { $0.pointee != 0 } ?? false
  }

  private static var isDumb: Bool {
    getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
  }

  /// How many cells a line of the terminal has, at most what is pleasant to read; nil where standard
  /// output is no terminal.
  static var width: Int? {
    var size = winsize()
    guard isatty(1) == 1, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return min(Int(size.ws_col), 120)
  }
}
