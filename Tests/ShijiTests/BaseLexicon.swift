import Foundation
import Shiji

/// The built lexicon, which lies beside the test executable.
enum BaseLexicon {
  /// Its folder.
  static let folder: String = {
    if let named = ProcessInfo.processInfo.environment["SHIJI_LEXICONS"] { return named }
    #if os(Linux)
      let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      let products = executable.deletingLastPathComponent()
      return products.appending(path: "shiji_Lexicons.resources").path()
    #else
      let bundles = Bundle.allBundles.filter { $0.bundlePath.hasSuffix(".xctest") }
      let products = bundles.first?.bundleURL.deletingLastPathComponent()
      return products?.appending(path: "shiji_Lexicons.bundle").path() ?? ""
    #endif
  }()

  private static let loaded = Result { try Analyzer(lexiconFolder: folder) }

  /// An analyzer with it, loaded once.
  static func analyzer() throws -> Analyzer { try loaded.get() }
}

/// A folder for one test, removed with it.
final class Scratch {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "shiji-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.path() }

  /// Writes a file, folders included, and gives its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path()
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }
}
