import Foundation

/// The built command, run as a user would.
struct Tool {
  /// What a run left behind.
  struct Outcome: Equatable {
    let code: Int32
    let output: String
    let errors: String
  }

  /// Folder of the built products.
  static let products: URL = {
    #if os(Linux)
      URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    #else
      Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        .deletingLastPathComponent() ?? URL(fileURLWithPath: ".")
    #endif
  }()

  /// The executable.
  var executable = products.appending(path: "shiji")
  /// Variables added to the environment; the lexicon of the build is found beside the executable.
  var environment: [String: String] = [:]
  /// Folder in which it runs.
  var folder: URL?

  /// Runs the command to its end; both outputs are read at the same time.
  func run(_ arguments: [String], input: [UInt8] = []) throws -> Outcome {
    let scratch = try Scratch()
    let inputFile = scratch.url.appending(path: "stdin")
    let outputFile = scratch.url.appending(path: "stdout")
    let errorFile = scratch.url.appending(path: "stderr")
    try Data(input).write(to: inputFile)
    try Data().write(to: outputFile)
    try Data().write(to: errorFile)
    let process = process(arguments)
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: try String(contentsOf: outputFile, encoding: .utf8),
      errors: try String(contentsOf: errorFile, encoding: .utf8))
  }

  /// The command, not yet started.
  func process(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    for name in ["SHIJI_LEXICONS", "NO_COLOR", "CLICOLOR_FORCE"] { variables[name] = nil }
    process.environment = variables.merging(environment) { $1 }
    return process
  }
}

/// A folder for one test, removed with it.
final class Scratch: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "shiji-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file, folders included.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  func read(_ name: String) throws -> String {
    try String(contentsOf: url.appending(path: name), encoding: .utf8)
  }

  /// The names of what lies in the folder, sorted.
  var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: url.path()))?.sorted() ?? []
  }

  /// The command, run in this folder.
  var tool: Tool { Tool(folder: url) }
}
