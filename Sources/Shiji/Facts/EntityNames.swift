import ChineseText
import KnowledgeGraph

/// Gives the entities of a document their ids.
///
/// An entity that the lexicon knows keeps the lexicon's id. Any other is named by its normalised
/// name: width, case, script, spaces and legal form are folded away. Companies and organizations
/// share the prefix `org:`, because two documents may type one body differently.
struct EntityNames: Sendable {
  private let lexicon: Lexicon
  /// The longest first.
  private let legalForms: [[UInt16]]
  /// The last unit of each form: most names end otherwise.
  private let formEnds: [UInt16]

  /// Reads the legal forms (有限公司, Inc …) from the table `names/legal-forms`, where there is one.
  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    var forms: [[UInt16]] = []
    if let table = lexicon.table("names/legal-forms"), let column = table.column("form") {
      forms = (0..<table.rowCount).map { Self.squeezed(lexicon.folded(table.cell($0, column))) }
    }
    legalForms = forms.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    formEnds = legalForms.map { $0[$0.count - 1] }
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
    var units = Self.squeezed(lexicon.folded(name))
    if prefix == "org" { removeLegalForm(&units) }
    var tuple: [UInt8] = []
    tuple.reserveCapacity(64 + units.count * 3)
    Identifier.begin(&tuple)
    Identifier.add(prefix, to: &tuple)
    if units.isEmpty {
      Identifier.add(name, to: &tuple)
    } else {
      tuple.append(0x1F)
      for unit in units { Self.encode(unit, to: &tuple) }
    }
    return prefix + ":" + SHA256.hexadecimalPrefix(of: tuple)
  }

  private func removeLegalForm(_ units: inout [UInt16]) {
    guard let last = units.last else { return }
    for index in formEnds.indices where formEnds[index] == last {
      let form = legalForms[index]
      if units.count >= form.count + 2, units.suffix(form.count).elementsEqual(form) {
        units.removeLast(form.count)
        return
      }
    }
  }

  /// Appends a character of the Basic Multilingual Plane in UTF-8; folding leaves no surrogates.
  private static func encode(_ unit: UInt16, to bytes: inout [UInt8]) {
    if unit < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: unit))
      return
    }
    if unit < 0x800 {
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | unit >> 6))
    } else {
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | unit >> 12))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | unit >> 6 & 0x3F))
    }
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | unit & 0x3F))
  }

  static func prefix(_ kind: MentionKind) -> String {
    switch kind {
    case .person: "per"
    case .product: "prd"
    case .place: "loc"
    default: "org"
    }
  }

  /// Without blanks, points and interpuncts.
  private static func squeezed(_ units: [UInt16]) -> [UInt16] {
    units.filter { $0 != 0x20 && $0 != 0x0A && $0 != 0xB7 && $0 != 0x2E && $0 != 0x2C }
  }
}
