import ChineseText
import KnowledgeGraph

/// Gives the entities of a document their ids.
///
/// An entity that the lexicon knows keeps the lexicon's id. Any other is named by its normalised
/// name: width, case, script, spaces and legal form are folded away. Companies and organizations
/// share the prefix `org:`, because two documents may type one body differently.
struct EntityNames: Sendable {
  private let lexicon: Lexicon
  private let legalForms: [[UInt16]]

  /// Reads the legal forms (有限公司, Inc …) from the table `names/legal-forms`, where there is one.
  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    guard let table = lexicon.table("names/legal-forms"), let column = table.column("form") else {
      legalForms = []
      return
    }
    let forms = (0..<table.rowCount).map { Self.squeezed(lexicon.folded(table.cell($0, column))) }
    legalForms = forms.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
  }

  /// The id of an entity.
  func id(_ entity: Entity) -> String {
    entity.lexiconID.isEmpty ? digest(entity.name, entity.kind) : entity.lexiconID
  }

  /// The id of a name that the text gives for an entity of this kind.
  func id(name: String, kind: MentionKind) -> String {
    let prefix = Self.prefix(kind) + ":"
    let rows = lexicon.word(name).map { lexicon.entries($0) } ?? []
    let known = Set(rows.compactMap(lexiconID).filter { $0.hasPrefix(prefix) })
    return known.count == 1 ? known.first ?? "" : digest(name, kind)
  }

  private func lexiconID(_ entry: LexiconEntry) -> String? {
    let table = lexicon.tables[entry.tableIndex]
    return table.column("id").map { table.cell(entry.row, $0) }
  }

  private func digest(_ name: String, _ kind: MentionKind) -> String {
    let prefix = Self.prefix(kind)
    return Identifier.make(prefix + ":", [prefix, normalized(name, prefix: prefix)])
  }

  static func prefix(_ kind: MentionKind) -> String {
    switch kind {
    case .person: "per"
    case .product: "prd"
    case .place: "loc"
    default: "org"
    }
  }

  private func normalized(_ name: String, prefix: String) -> String {
    var units = Self.squeezed(lexicon.folded(name))
    if prefix == "org" {
      for form in legalForms where units.count >= form.count + 2 && units.ends(with: form) {
        units.removeLast(form.count)
        break
      }
    }
    return units.isEmpty ? name : String(decoding: units, as: UTF16.self)
  }

  /// Without blanks, points and interpuncts.
  private static func squeezed(_ units: [UInt16]) -> [UInt16] {
    units.filter { $0 != 0x20 && $0 != 0x0A && $0 != 0xB7 && $0 != 0x2E && $0 != 0x2C }
  }
}

extension Array where Element == UInt16 {
  fileprivate func ends(with other: [UInt16]) -> Bool { suffix(other.count).elementsEqual(other) }
}
