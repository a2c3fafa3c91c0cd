#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Finds the base lexicon: `SHIJI_LEXICONS`, beside the executable, `../share/shiji` from it.
package enum LexiconSearch {
  /// Why no lexicon was found, with the places that were looked at.
  package struct Failure: Error, Sendable {
    /// What to tell the user.
    package let message: String
  }

  /// The folder of the base lexicon.
  package static func folder() throws(Failure) -> String {
    if let named = getenv("SHIJI_LEXICONS").map({ String(cString: $0) }), !named.isEmpty {
      guard FileSystem.isFolder(named) else {
        throw Failure(message: "SHIJI_LEXICONS names \(named), which is no folder")
      }
      return named
    }
    let places = executableFolder().map(places) ?? []
    if let found = places.first(where: FileSystem.isFolder) { return found }
    throw Failure(message: message(places))
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
