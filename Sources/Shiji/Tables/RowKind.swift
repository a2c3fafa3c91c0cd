import ChineseText

/// What a user may add by a plain word, and the table it goes to.
package struct RowKind: Sendable {
  /// What the user writes: `company`.
  package let name: String
  /// The table: `names/companies-own`.
  package var table: String
  /// Cells that follow from the kind.
  let cells: [String: String]

  private init(_ name: String, _ table: String, _ cells: [String: String] = [:]) {
    self.name = name
    self.table = table
    self.cells = cells
  }

  /// All kinds.
  package static let all = [
    RowKind("company", "names/companies-own"),
    RowKind("organization", "names/companies-own", ["type": "organization"]),
    RowKind("investor", "names/investors"), RowKind("bank", "names/banks"),
    RowKind("media", "names/media"), RowKind("exchange", "names/exchanges"),
    RowKind("agency", "names/agencies"), RowKind("university", "names/universities"),
    RowKind("person", "names/people"), RowKind("product", "names/products"),
    RowKind("place", "names/places"), RowKind("title", "names/titles"),
    RowKind("word", "words/terms-own", ["pos": "n"]),
  ]

  /// The kind of a name, or any table by its path below the folder; nothing for others.
  package init?(_ name: String) {
    if let kind = Self.all.first(where: { $0.name == name }) {
      self = kind
    } else if name.contains("/") {
      self.init(name, PathName.withoutExtension(name))
    } else {
      return nil
    }
  }

  /// What the ids of a table begin with; nothing for tables without ids.
  static func prefix(_ columns: [String]) -> String? {
    guard columns.first == "id" else { return nil }
    if columns.contains("posts") { return "per:" }
    if columns.contains("owner") { return "prd:" }
    return columns.contains("level") ? "loc:" : "org:"
  }

  /// An id that a name gives: small Latin letters, digits and Han characters, `-` between words.
  ///
  ///     RowKind.slug("Star Sea 科技")  // star-sea-科技
  static func slug(_ name: String) -> String {
    var result = ""
    for scalar in name.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        result.unicodeScalars.append(scalar)
      } else if !result.isEmpty, result.last != "-" {
        result.append("-")
      }
    }
    while result.last == "-" { result.removeLast() }
    return result
  }
}
