/// A rule file: its path as the user knows it, its stem, its bytes.
public struct RuleSource: Sendable {
  /// Path for messages.
  public let path: String
  /// File name without extension; names the rules in evidence.
  public let name: String
  /// Content.
  public let bytes: [UInt8]
  /// Makes a source.
  public init(path: String, name: String, bytes: [UInt8]) {
    self.path = path
    self.name = name
    self.bytes = bytes
  }
}
