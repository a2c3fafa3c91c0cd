/// Parts of path names, with `/` between the components.
package enum PathName {
  /// The last component.
  package static func last(_ path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    return parts.last.map(String.init) ?? path
  }

  /// The folder that holds a path; `.` for a bare name.
  package static func parent(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The extension in lower case, without the dot; empty where there is none.
  ///
  /// An extension is one to eight letters and digits behind the last dot of the last component.
  package static func fileExtension(_ path: String) -> String {
    extensionStart(path).map { String(path[path.utf8.index(after: $0)...]).lowercased() } ?? ""
  }

  /// The path without its extension.
  package static func withoutExtension(_ path: String) -> String {
    extensionStart(path).map { String(path[..<$0]) } ?? path
  }

  /// The last component without its extension.
  package static func stem(_ path: String) -> String { withoutExtension(last(path)) }

  /// Two paths in one.
  package static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  private static func extensionStart(_ path: String) -> String.Index? {
    let bytes = path.utf8
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > bytes.startIndex,
      bytes[bytes.index(before: dot)] != UInt8(ascii: "/")
    else { return nil }
    let rest = bytes[bytes.index(after: dot)...]
    let isExtension = (1...8).contains(rest.count) && rest.allSatisfy(isLetterOrDigit)
    return isExtension ? dot : nil
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }
}
