extension Lexicon {
  /// The ids of the rows of `names/*.tsv` that a token names, such as `org:huawei`; none where no
  /// list has the name. A name of several things has several.
  ///
  ///     for token in analysis.tokens { print(lexicon.ids(of: token)) }
  public func ids(of token: Token) -> [String] { ids(of: token.word) }

  /// The ids of the rows that a word belongs to, in order of table and row.
  package func ids(of word: Int32) -> [String] {
    var ids: [String] = []
    for entry in entries(word) {
      guard tables.indices.contains(entry.tableIndex) else { continue }
      let table = tables[entry.tableIndex]
      guard table.column("id") == 0 else { continue }
      let id = table.cell(entry.row, 0)
      if !id.isEmpty, !ids.contains(id) { ids.append(id) }
    }
    return ids
  }
}
