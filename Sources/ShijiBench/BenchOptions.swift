import ChineseText

/// What the command line asks for.
struct BenchOptions {
  /// The stages, in the order in which they run.
  private(set) var stages: [Stage] = []
  /// Rounds of each stage.
  private(set) var rounds = 3
  /// Threads.
  private(set) var jobs = 1
  /// Folders laid over the base lexicon.
  private(set) var overlays: [String] = []
  /// The files to read.
  private(set) var texts: [String] = []
  /// Whether only the help is wanted.
  private(set) var wantsHelp = false

  private static let names = ["--stage", "--rounds", "--jobs", "--lexicon", "--help"]

  /// Reads the words of the command line.
  init(_ words: [String]) throws(BenchError) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        texts += rest
        break
      } else if word == "-h" || word == "--help" {
        wantsHelp = true
        return
      } else if word.hasPrefix("-") {
        try read(word, &rest)
      } else {
        texts.append(word)
      }
    }
    guard !texts.isEmpty else { throw .usage("no text; name a file with a passage a line") }
    if stages.isEmpty { stages = Stage.allCases }
  }

  private mutating func read(
    _ word: String, _ rest: inout ArraySlice<String>
  ) throws(BenchError) {
    let (name, attached) = Self.parts(word)
    guard Self.names.contains(name) else {
      throw .usage("unknown option \(name)" + suggestion(for: name, among: Self.names))
    }
    guard let value = attached ?? rest.popFirst() else { throw .usage("\(name) needs a value") }
    switch name {
    case "--stage": try addStages(value)
    case "--rounds": rounds = try Self.number(name, value)
    case "--jobs": jobs = min(try Self.number(name, value), 256)
    default: overlays.append(value)
    }
  }

  /// The long name of an option, and the value that is written onto it.
  private static func parts(_ word: String) -> (name: String, attached: String?) {
    if word.hasPrefix("-j") {
      return ("--jobs", word == "-j" ? nil : String(word.dropFirst(2)))
    }
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count > 1 ? String(parts[1]) : nil)
  }

  private mutating func addStages(_ list: String) throws(BenchError) {
    for name in list.split(separator: ",").map(String.init) {
      guard let stage = Stage(rawValue: name) else {
        let known = Stage.allCases.map(\.rawValue)
        throw .usage(
          "--stage takes \(known.joined(separator: ", ")), not '\(name)'"
            + suggestion(for: name, among: known))
      }
      if !stages.contains(stage) { stages.append(stage) }
    }
  }

  private static func number(_ name: String, _ text: String) throws(BenchError) -> Int {
    guard let number = Int(text), number >= 1 else {
      throw .usage("\(name) takes a whole number of at least 1, not '\(text)'")
    }
    return number
  }
}
