import KnowledgeGraph

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Colours of the list of events on a terminal.
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

  /// An entry of the list with its first line bold and its quotation dim.
  static func paint(_ entry: UnsafeRawBufferPointer) -> [UInt8] {
    var result: [UInt8] = []
    var isFirst = true
    for line in entry.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let isQuotation = line.starts(with: "    “".utf8)
      let style = line.isEmpty ? "" : isFirst ? "\u{1B}[1m" : isQuotation ? "\u{1B}[2m" : ""
      if !line.isEmpty { isFirst = false }
      result.append(contentsOf: style.utf8)
      result.append(contentsOf: line)
      if !style.isEmpty { result.append(contentsOf: "\u{1B}[0m".utf8) }
      result.append(UInt8(ascii: "\n"))
    }
    result.removeLast()
    return result
  }
}
