/// Words that names of firms carry beside what tells them apart.
///
///     let words = NameWords(legalForms: ["有限公司"], trades: ["科技"], places: ["苏州"])
///     words.core(of: "苏州沉砚智能科技有限公司")   // 沉砚智能
public struct NameWords: Sendable {
  /// What a name holds when its place, its trades and its legal form are taken away.
  public struct Core: Hashable, Sendable {
    /// What is left; never empty.
    public var text: String
    /// The place in front, without 省 or 市.
    public var place: String?
    /// The trades at the end, in the order of the name.
    public var trades: [String] = []
    /// Whether a legal form was taken away.
    public var hasLegalForm = false
  }

  private let legalForms: Set<String>
  private let trades: Set<String>
  private let places: Set<String>

  private static let longest = 8

  /// Makes a list of such words; they are compared without blanks and case.
  public init(legalForms: [String] = [], trades: [String] = [], places: [String] = []) {
    self.legalForms = Set((legalForms + ["公司", "集团"]).map(Self.squeezed))
    self.trades = Set(trades.map(Self.squeezed))
    self.places = Set(places.map(Self.squeezed))
  }

  /// Takes the words away as long as two characters are left. Complexity: linear in the name.
  public func core(of name: String) -> Core {
    let (plain, inside) = Self.withoutBrackets(name)
    var rest = Array(Self.squeezed(plain).unicodeScalars)
    var core = Core(text: "")
    if places.contains(Self.squeezed(inside)) { core.place = Self.squeezed(inside) }
    while let length = ending(rest, legalForms) {
      rest.removeLast(length)
      core.hasLegalForm = true
    }
    if let length = beginning(rest) {
      core.place = Self.text(rest[..<length])
      rest.removeFirst(length)
      if rest.count > 2, let first = rest.first, "省市区县州".unicodeScalars.contains(first) {
        rest.removeFirst()
      }
    }
    while let length = ending(rest, trades) {
      core.trades.insert(Self.text(rest.suffix(length)), at: 0)
      rest.removeLast(length)
    }
    core.text = Self.text(rest[...])
    return core
  }

  private func ending(_ text: [Unicode.Scalar], _ words: Set<String>) -> Int? {
    let most = min(Self.longest, text.count - 2)
    return stride(from: most, to: 0, by: -1).first { words.contains(Self.text(text.suffix($0))) }
  }

  private func beginning(_ text: [Unicode.Scalar]) -> Int? {
    let most = min(Self.longest, text.count - 2)
    return stride(from: most, to: 1, by: -1).first { places.contains(Self.text(text[..<$0])) }
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// A name without what stands in brackets, and that.
  private static func withoutBrackets(_ name: String) -> (name: String, inside: String) {
    let scalars = name.unicodeScalars
    guard let open = scalars.firstIndex(where: { $0 == "(" || $0 == "（" }),
      let close = scalars.lastIndex(where: { $0 == ")" || $0 == "）" }), open < close
    else { return (name, "") }
    let rest = String(scalars[..<open]) + String(scalars[scalars.index(after: close)...])
    let inside = String(scalars[scalars.index(after: open)..<close])
    return rest.isEmpty ? (name, "") : (rest, inside)
  }

  /// Lower case and half width, without blanks, points, dashes and interpuncts.
  static func squeezed(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      // F1.6 is not F16.
      if scalar == ".", let last = result.last, ("0"..."9").contains(last) {
        result.append(scalar)
        continue
      }
      var value = scalar.value
      if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
      switch value {
      case 0x20, 0x2D, 0x2E, 0xB7, 0x2010...0x2015, 0x2022, 0x2027, 0x3000, 0x30FB, 0x0A: continue
      case 0x41...0x5A: result.append(Unicode.Scalar(UInt8(value + 32)))
      case 0..<0x80: result.append(Unicode.Scalar(UInt8(value)))
      case 0x2E80...: result.append(scalar)
      default: result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(result)
  }
}
