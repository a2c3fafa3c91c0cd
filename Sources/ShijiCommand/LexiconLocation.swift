import ChineseText
import Shiji

/// Opens the base lexicon, wherever it lies, with the user's folders laid over it.
enum LexiconLocation {
  /// The folder of the base lexicon.
  static func find() throws(CommandError) -> String {
    do throws(LexiconSearch.Failure) { return try LexiconSearch.folder() } catch {
      throw .data(error.message)
    }
  }

  /// Opens the analyzer with the base lexicon and the user's folders and word lists.
  static func analyzer(_ arguments: Arguments) throws(CommandError) -> Analyzer {
    let folder = try find()
    do throws(LexiconError) {
      return try Analyzer(
        lexiconFolder: folder, overlays: arguments.all("--lexicon"),
        dictionaries: arguments.all("--dictionary"))
    } catch {
      throw .data(error.description)
    }
  }

  /// Opens what cuts text into words; no rule file is read for it.
  static func textAnalyzer(_ arguments: Arguments) throws(CommandError) -> TextAnalyzer {
    let folder = try find()
    do throws(LexiconError) {
      let own = try OverlaySources(
        lexicons: arguments.all("--lexicon"), dictionaries: arguments.all("--dictionary"))
      let base = try LexiconFolder(folder).openLexicon()
      return try TextAnalyzer(lexicon: own.lay(over: base))
    } catch {
      throw .data(error.description)
    }
  }
}
