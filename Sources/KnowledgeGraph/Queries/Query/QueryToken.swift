/// A piece of an expression.
struct QueryToken: Hashable {
  enum Kind: Hashable {
    /// A name, number, date or keyword.
    case word
    /// Words in quotes.
    case string
    /// `=`, `!=`, `<`, `<=`, `>`, `>=`, `~`, `(`, `)` or `,`.
    case sign
    case end
  }

  let kind: Kind
  let text: String
  /// Where it begins, in Unicode scalars from 1.
  let column: Int

  private static let quotes: [Unicode.Scalar: Unicode.Scalar] = [
    "\"": "\"", "'": "'", "“": "”", "「": "」",
  ]
  private static let signs: Set<Unicode.Scalar> = ["=", "!", "<", ">", "~", "(", ")", ","]

  /// Cuts an expression into its pieces; the last one is the end.
  static func tokens(_ expression: String) throws(QueryError) -> [QueryToken] {
    let scalars = Array(expression.unicodeScalars)
    var tokens: [QueryToken] = []
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      if scalar.properties.isWhitespace {
        place += 1
      } else if let close = quotes[scalar] {
        guard let end = scalars[(place + 1)...].firstIndex(of: close) else {
          throw QueryError(
            expression: expression, column: place + 1, message: "the quote is not closed")
        }
        tokens.append(
          QueryToken(kind: .string, text: text(scalars[(place + 1)..<end]), column: place + 1))
        place = end + 1
      } else if signs.contains(scalar) {
        let isDouble =
          place + 1 < scalars.count && scalars[place + 1] == "="
          && ["!", "<", ">"].contains(scalar)
        let end = place + (isDouble ? 2 : 1)
        tokens.append(
          QueryToken(kind: .sign, text: text(scalars[place..<end]), column: place + 1))
        place = end
      } else {
        let end =
          scalars[place...].firstIndex {
            $0.properties.isWhitespace || signs.contains($0) || quotes[$0] != nil
          } ?? scalars.count
        tokens.append(
          QueryToken(kind: .word, text: text(scalars[place..<end]), column: place + 1))
        place = end
      }
    }
    return tokens + [QueryToken(kind: .end, text: "", column: scalars.count + 1)]
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
