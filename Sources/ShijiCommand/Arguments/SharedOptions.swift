import ChineseText
import Shiji

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Options that mean the same in every command that has them.
enum SharedOptions {
  static let input = OptionGroup(
    title: "Input",
    options: [
      OptionSpec(
        "--input", choices: InputFormat.allCases.map(\.rawValue),
        "how files are cut into documents (default: auto)"),
      OptionSpec("--text-field", value: "NAME", "JSON member or pointer of the text"),
      OptionSpec("--title-field", value: "NAME", "of the title"),
      OptionSpec("--date-field", value: "NAME", "of the day of publication"),
      OptionSpec("--id-field", value: "NAME", "of the document's id"),
      OptionSpec("--source-field", value: "NAME", "of the outlet"),
      OptionSpec("--url-field", value: "NAME", "of the address"),
      OptionSpec("--published", value: "DATE", "day of publication where the input has none"),
      OptionSpec(
        "--include", value: "GLOB", repeatable: true, "files to take from folders: '*.txt'"),
      OptionSpec("--exclude", value: "GLOB", repeatable: true, "files to leave out"),
      OptionSpec(
        "--encoding", choices: InputEncoding.allCases.map(\.rawValue),
        "encoding of the input (default: auto)"),
      OptionSpec(
        "--on-bad-bytes", choices: BadBytePolicy.allCases.map(\.rawValue),
        "what to do with bytes that are no text (default: replace)"),
      OptionSpec("--max-record", value: "SIZE", "longest record: 500K, 64M (default), 1G"),
      OptionSpec("--limit", value: "N", "read the first N records only"),
    ])

  static let jobs = OptionSpec(
    "--jobs", short: "-j", value: "N", "threads (default: cores); the output is the same")
  static let lexicon = OptionSpec(
    "--lexicon", value: "DIR", repeatable: true,
    "own folder of lexicon data, or its compiled file")
  static let dictionary = OptionSpec(
    "--dictionary", value: "FILE", repeatable: true,
    "own words that always win, one a line: word<TAB>type")
  static let work = OptionGroup(title: "Work", options: [jobs, lexicon, dictionary])
  static let output = OptionSpec("--output", short: "-o", value: "FILE", "write to FILE")
  static let quiet = OptionSpec("--quiet", "no notes on standard error")
  static let stats = OptionSpec("--stats", "counts as JSON on standard error at the end")
  static let color = OptionSpec(
    "--color", choices: ["auto", "always", "never"],
    "colours of the list (default: auto; NO_COLOR is respected)")
  static let identity = OptionSpec("--identity", value: "FILE", "decisions on who is who (TSV)")

  /// The input options of a command line.
  static func inputOptions(_ arguments: Arguments) throws(CommandError) -> InputOptions {
    var options = InputOptions()
    options.format = arguments.value("--input").flatMap(InputFormat.init) ?? .auto
    options.encoding = arguments.value("--encoding").flatMap(InputEncoding.init) ?? .auto
    options.badBytes = arguments.value("--on-bad-bytes").flatMap(BadBytePolicy.init) ?? .replace
    options.include = arguments.all("--include")
    options.exclude = arguments.all("--exclude")
    options.limit = try arguments.integer("--limit", atLeast: 1)
    options.published = try date(arguments, "--published")
    if let size = arguments.value("--max-record") { options.maximumRecord = try bytes(size) }
    for (field, name) in fields {
      if let place = arguments.value(name) { options.fields.set(field, to: place) }
    }
    return options
  }

  private static let fields: [(Field, String)] = [
    (.text, "--text-field"), (.title, "--title-field"), (.published, "--date-field"),
    (.id, "--id-field"), (.source, "--source-field"), (.url, "--url-field"),
  ]

  /// The files and folders to read: the operands, or standard input where it is no terminal.
  static func paths(_ arguments: Arguments) throws(CommandError) -> [String] {
    if !arguments.operands.isEmpty { return arguments.operands }
    if isatty(0) == 0 { return ["-"] }
    throw .usage("no input; name files or folders, or - for standard input")
  }

  /// The inputs, checked before any work starts.
  static func inputs(
    _ arguments: Arguments, _ options: InputOptions
  ) throws(CommandError) -> InputList {
    let paths = try paths(arguments)
    do throws(FileError) { return try InputList(paths, options: options) } catch {
      throw .file(error)
    }
  }

  /// The number of threads.
  static func jobs(_ arguments: Arguments) throws(CommandError) -> Int {
    if let jobs = try arguments.integer("--jobs", atLeast: 1) { return min(jobs, 256) }
    return max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// A day.
  static func date(_ arguments: Arguments, _ name: String) throws(CommandError) -> CalendarDate? {
    guard let text = arguments.value(name) else { return nil }
    guard let date = CalendarDate(text) else {
      throw .usage("\(name) takes a date such as 2024-03-21, not '\(text)'")
    }
    return date
  }

  /// A number of bytes with K, M or G.
  private static func bytes(_ text: String) throws(CommandError) -> Int {
    let units: [Character: Int] = ["K": 10, "M": 20, "G": 30]
    let shift = text.last.flatMap { units[Character($0.uppercased())] }
    let digits = shift == nil ? text[...] : text.dropLast()
    guard let number = Int(digits), number > 0, number < 1 << 30 else {
      throw .usage("--max-record takes a size such as 500K or 64M, not '\(text)'")
    }
    return number << (shift ?? 0)
  }
}
