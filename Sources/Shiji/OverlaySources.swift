import ChineseText
import EventRules

/// What a user lays over the base lexicon: folders, files made by `shiji lexicon compile`, plain
/// word lists. The last one named has the last word; word lists come after all folders.
public struct OverlaySources: Sendable {
  private enum Part {
    case folder(LexiconFolder)
    case compiled(Overlay, path: String)
  }

  private var parts: [Part] = []
  private var lists: [LexiconCompiler.Source] = []

  /// Opens what is named. Throws where something cannot be read.
  public init(lexicons: [String], dictionaries: [String] = []) throws(LexiconError) {
    for path in lexicons { parts.append(try Self.part(path)) }
    for path in dictionaries { lists.append(try Self.list(path)) }
  }

  /// Whether nothing is named.
  public var isEmpty: Bool { parts.isEmpty && lists.isEmpty }

  private static func part(_ path: String) throws(LexiconError) -> Part {
    if FileSystem.isFolder(path) { return .folder(try LexiconFolder(path)) }
    guard FileSystem.exists(path) else {
      throw LexiconError(
        file: path,
        message: "no such file or folder; --lexicon takes a folder, or a file of "
          + "shiji lexicon compile")
    }
    guard Overlay.isOverlay(try start(path)) else {
      throw LexiconError(
        file: path,
        message: "is neither a folder nor a file of shiji lexicon compile; a plain word list is "
          + "given with --dictionary")
    }
    return .compiled(try Overlay(path: path), path: path)
  }

  private static func start(_ path: String) throws(LexiconError) -> [UInt8] {
    do throws(FileError) { return try FileSystem.start(path, count: 8) } catch {
      throw LexiconError(file: path, message: error.reason)
    }
  }

  private static func list(_ path: String) throws(LexiconError) -> LexiconCompiler.Source {
    do throws(FileError) {
      return LexiconCompiler.Source(path: path, name: path, bytes: try FileSystem.read(path))
    } catch {
      throw LexiconError(file: path, message: error.reason)
    }
  }

  /// The base with everything laid over it. All problems of all files are reported at once.
  public func lay(over base: Lexicon) throws(LexiconError) -> Lexicon {
    if isEmpty { return base }
    return try LexiconCompiler.lay(overlayParts(base), over: base)
  }

  /// The bytes of a file that stands for everything named.
  public func compile(over base: Lexicon) throws(LexiconError) -> [UInt8] {
    for case .compiled(_, let path) in parts {
      throw LexiconError(
        file: path, message: "is compiled already; name the folders and word lists it was made of")
    }
    return try LexiconCompiler.compile(overlayParts(base), over: base)
  }

  private func overlayParts(_ base: Lexicon) throws(LexiconError) -> [OverlayPart] {
    var result: [OverlayPart] = []
    for part in parts {
      switch part {
      case .folder(let folder):
        result.append(
          .sources(tables: try folder.tableSources(), rules: try folder.ruleTexts(), lists: []))
      case .compiled(let overlay, let path):
        guard overlay.baseChecksum == base.baseChecksum else {
          throw LexiconError(
            file: path,
            message: "was compiled over another base lexicon; make it again with "
              + "shiji lexicon compile")
        }
        result.append(.compiled(overlay))
      }
    }
    for list in lists { result.append(.sources(tables: [], rules: [], lists: [list])) }
    return result
  }

  /// Lays the rule files over those of the base: equal names replace, others are added.
  public func lay(over sources: inout [RuleSource]) throws(LexiconError) {
    for part in parts {
      let own: [RuleSource]
      switch part {
      case .folder(let folder): own = try folder.ruleSources()
      case .compiled(let overlay, _):
        own = overlay.rules.map {
          RuleSource(path: $0.path, name: PathName.stem($0.name), bytes: $0.bytes)
        }
      }
      for source in own {
        sources.removeAll { $0.name == source.name }
        sources.append(source)
      }
    }
    sources.sort { $0.name < $1.name }
  }
}
