import ChineseText
import EventRules
import Foundation

/// The lexicon that the build laid beside the test executable.
enum BuiltLexicon {
  struct Missing: Error {}

  static func folder() throws -> String {
    var places = [CommandLine.arguments[0], "/proc/self/exe"].map {
      URL(fileURLWithPath: $0).resolvingSymlinksInPath().deletingLastPathComponent()
    }
    places += places.map { $0.deletingLastPathComponent() }
    for place in places {
      for suffix in ["resources", "bundle"] {
        let folder = place.appendingPathComponent("shiji_Lexicons.\(suffix)").path
        if FileManager.default.fileExists(atPath: folder + "/lexicon.bin") { return folder }
      }
    }
    throw Missing()
  }

  static func lexicon() throws -> Lexicon { try Lexicon(path: folder() + "/lexicon.bin") }

  static func rules() throws -> [RuleSource] {
    let events = try folder() + "/events"
    let names = try FileManager.default.contentsOfDirectory(atPath: events).sorted()
    return try names.filter { $0.hasSuffix(".rules") }.map { name in
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: events + "/" + name)))
      return RuleSource(path: "events/" + name, name: String(name.dropLast(6)), bytes: bytes)
    }
  }
}
