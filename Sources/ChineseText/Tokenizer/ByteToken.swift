/// A word as a span of UTF-8 bytes, with the trie state that knows what it is.
public struct ByteToken: Sendable {
  let start32: UInt32
  let end32: UInt32
  /// State in the lexicon's trie; with `Lattice.overlayFlag` a row of the overlay; negative for runs.
  let state: Int32

  /// First byte, counted from the start of the text.
  public var start: Int { Int(start32) }
  /// First byte after the word.
  public var end: Int { Int(end32) }

  /// What the word can be; empty for what no list knows. O(1).
  public func tags(in lexicon: Lexicon) -> WordTags { lexicon.tags(row(in: lexicon)) }

  /// Row of the lexicon's word list, or -1 where no list holds the word.
  package func row(in lexicon: Lexicon) -> Int32 { lexicon.row(ofState: state) }
}
