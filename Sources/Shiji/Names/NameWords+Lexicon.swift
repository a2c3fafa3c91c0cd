import ChineseText
import KnowledgeGraph

extension NameWords {
  /// The legal forms, trades and places of a folder of lexicon data.
  package init(_ folder: LexiconFolder) throws(LexiconError) {
    let lexicon = try folder.openLexicon()
    func column(_ table: String, _ name: String) -> [String] {
      guard let table = lexicon.table(table), let column = table.column(name) else { return [] }
      return (0..<table.rowCount).map { table.cell($0, column) }
    }
    self.init(
      legalForms: column("names/legal-forms", "form"),
      trades: column("names/trade-words", "word"),
      places: column("names/places", "name")
        + column("names/places", "aliases").flatMap { cell in
          cell.split(separator: "|").map { String($0) }
        })
  }
}
