import KnowledgeGraph

/// Text inside HTML: what would be markup is escaped, in elements and in attributes alike.
///
/// Control characters, which HTML does not allow, and marks that turn the direction of writing are
/// shown as `TerminalText` shows them.
enum HTMLText {
  /// A text escaped.
  static func escaped(_ text: String) -> String { escape(TerminalText.visible(text)) }

  /// The text of scalars escaped.
  static func escaped(_ scalars: some Collection<UInt32>) -> String {
    escape(TerminalText.visible(scalars))
  }

  private static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// An address that may be followed: of the web, nothing that runs.
  static func link(_ address: String) -> String? {
    let isWeb = ["https://", "http://"].contains { address.lowercased().hasPrefix($0) }
    return isWeb ? escaped(address) : nil
  }
}
