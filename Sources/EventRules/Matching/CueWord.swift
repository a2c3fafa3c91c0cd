/// A word that governs quantities (估值 before an amount): for which kinds, and for whose roles.
struct CueWord: Sendable {
  let text: String
  /// Kinds that it governs whatever type asks.
  var kinds: FillerTypes = []
  /// Kinds that it governs for roles of one type only.
  private var local: [Int: FillerTypes] = [:]

  init(text: String) { self.text = text }

  /// Takes note of a role that names it.
  mutating func add(_ role: Role, of type: Int) {
    if role.hasLocalCues {
      local[type, default: []].formUnion(role.types)
    } else {
      kinds.formUnion(role.types)
    }
  }

  /// Whether it governs a quantity of the kind for roles of the type.
  func governs(_ kind: FillerTypes, of type: Int) -> Bool {
    !kinds.isDisjoint(with: kind) || local[type]?.isDisjoint(with: kind) == false
  }
}
