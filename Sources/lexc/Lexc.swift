import ChineseText
import Foundation

/// Compiles a lexicon folder: `lexc OUTPUT FILE…`, for the build plugin.
@main
struct Lexc {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 2 else {
      return fail("usage: lexc OUTPUT FILE…", code: 2)
    }
    do {
      var tables: [LexiconCompiler.Source] = []
      var rules: [LexiconCompiler.Source] = []
      for path in arguments.dropFirst() {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let source = LexiconCompiler.Source(path: path, name: name(of: path), bytes: bytes)
        if path.hasSuffix(".rules") { rules.append(source) } else { tables.append(source) }
      }
      let compiled = try LexiconCompiler.compile(tables: tables, rules: rules)
      try Data(compiled).write(to: URL(fileURLWithPath: arguments[0]), options: .atomic)
    } catch {
      fail("\(error)", code: 4)
    }
  }

  /// Folder and stem: `names/people` of `…/Lexicons/names/people.tsv`.
  private static func name(of path: String) -> String {
    let url = URL(fileURLWithPath: path)
    return url.deletingLastPathComponent().lastPathComponent + "/"
      + url.deletingPathExtension().lastPathComponent
  }

  private static func fail(_ message: String, code: Int32) {
    FileHandle.standardError.write(Data("error: \(message)\n".utf8))
    exit(code)
  }
}
