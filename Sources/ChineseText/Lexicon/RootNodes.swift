/// The first step of every walk along the trie: state, base and cost of a character in one word.
enum RootNodes {
  /// A state that is no node's parent: a walk from it ends at once.
  static let dead: UInt64 = TrieBuilder.mask22 - 1
  /// Codes behind the alphabet that stand for unlisted characters, one a `CharacterClass`.
  static let classCodes = 16

  /// Packs the nodes and costs of all characters; characters that begin no word are dead ends.
  static func make(
    first: UnsafeBufferPointer<UInt64>, single: UnsafeBufferPointer<Int32>
  ) -> UnsafeMutableBufferPointer<UInt64> {
    let count = single.count
    let roots = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: count + classCodes)
    for code in 0..<count {
      let node = first[code] == 0 ? dead : first[code]
      roots[code] = node | UInt64(UInt32(bitPattern: single[code])) << 44
    }
    let unknown = UInt64(UInt32(bitPattern: single[0])) << 44
    for code in count..<count + classCodes { roots[code] = dead | unknown }
    return roots
  }
}
