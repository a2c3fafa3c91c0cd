import ChineseText
import Shiji

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Finds the base lexicon: `SHIJI_LEXICONS`, beside the executable, `../share/shiji` from it.
enum LexiconLocation {
  /// The folder of the base lexicon.
  static func find() throws(CommandError) -> String {
    if let named = getenv("SHIJI_LEXICONS").map({ String(cString: $0) }), !named.isEmpty {
      guard FileSystem.isFolder(named) else {
        throw .data("SHIJI_LEXICONS names \(named), which is no folder")
      }
      return named
    }
    let places = executableFolder().map(places) ?? []
    if let found = places.first(where: FileSystem.isFolder) { return found }
    throw .data(message(places))
  }

  /// Opens the analyzer with the base lexicon and the user's folders.
  static func analyzer(_ arguments: Arguments) throws(CommandError) -> Analyzer {
    let folder = try find()
    do throws(LexiconError) {
      return try Analyzer(lexiconFolder: folder, overlays: arguments.all("--lexicon"))
    } catch {
      throw .data(error.description)
    }
  }

  /// Opens what cuts text into words; no rule file is read for it.
  static func textAnalyzer(_ arguments: Arguments) throws(CommandError) -> TextAnalyzer {
    let folder = try find()
    do throws(LexiconError) {
      var overlays: [LexiconFolder] = []
      for path in arguments.all("--lexicon") { overlays.append(try LexiconFolder(path)) }
      let base = try LexiconFolder(folder).openLexicon()
      return try TextAnalyzer(lexicon: LexiconFolder.overlay(overlays, on: base))
    } catch {
      throw .data(error.description)
    }
  }

  private static func places(_ folder: String) -> [String] {
    #if canImport(Darwin)
      let built = ["shiji_Lexicons.bundle/Contents/Resources", "shiji_Lexicons.bundle"]
    #else
      let built = ["shiji_Lexicons.resources"]
    #endif
    return built.map { PathName.join(folder, $0) }
      + [PathName.join(PathName.parent(folder), "share/shiji")]
  }

  private static func message(_ places: [String]) -> String {
    let tried = places.map { "  \($0): no such folder\n" }.joined()
    return "no lexicon found; looked at\n  SHIJI_LEXICONS: not set\n" + tried
      + "Put the folder shiji_Lexicons.resources of the build beside the executable, "
      + "or let SHIJI_LEXICONS name it."
  }

  /// The folder of the executable, links resolved.
  private static func executableFolder() -> String? {
    executablePath().flatMap { path in
      guard let resolved = realpath(path, nil) else { return nil }
      defer { free(resolved) }
      return PathName.parent(String(cString: resolved))
    }
  }

  private static func executablePath() -> String? {
    #if canImport(Darwin)
      var size: UInt32 = 4096
      var buffer = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      return buffer.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
    #else
      return "/proc/self/exe"
    #endif
  }
}
