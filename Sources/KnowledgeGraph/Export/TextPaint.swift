/// Colours of a terminal, or none.
///
/// Only the sixteen colours that every theme defines, so that they can be read on its background.
/// What is painted never steers the terminal: control characters become pictures.
package struct TextPaint: Sendable {
  /// How something is shown.
  package enum Style: String, Sendable {
    case plain = ""
    case strong = "1"
    case faint = "2"
    case heading = "1;4"
    case company = "34"
    case organization = "36"
    case person = "32"
    case product = "35"
    case amount = "31"
    case label = "1;33"
    case planned = "1;36"
    case rumoured = "1;35"
    case denied = "1;31"
  }

  /// Whether there are colours.
  package let isColoured: Bool

  /// Paints, or leaves texts as they are.
  package init(isColoured: Bool) { self.isColoured = isColoured }

  /// A text in a style, its control characters shown.
  package func callAsFunction(_ text: String, _ style: Style = .plain) -> String {
    let visible = TerminalText.visible(text)
    guard isColoured, style != .plain, !visible.isEmpty else { return visible }
    return "\u{1B}[\(style.rawValue)m\(visible)\u{1B}[0m"
  }
}

extension TextPaint.Style {
  /// The style of a status.
  init(_ status: ClaimFact.Realis) {
    switch status {
    case .asserted: self = .plain
    case .planned: self = .planned
    case .rumoured: self = .rumoured
    case .denied: self = .denied
    }
  }

  /// The style of an entity's type.
  init(type: String) {
    switch type {
    case "company": self = .company
    case "organization": self = .organization
    case "person": self = .person
    case "product": self = .product
    default: self = .plain
    }
  }
}

extension String {
  /// The text with blanks behind it, so that it takes so many cells of a terminal.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - TextColumns.width(self)))
  }
}
