/// Cuts text into the words of the lexicon, without recognizers: the fastest way to words.
///
/// Names, amounts and dates are found by `TextAnalyzer`; here they fall apart into listed words,
/// characters and Latin or digit runs. UTF-8 goes in, spans of its bytes come out; nothing is
/// copied and no String is made. One value serves one thread at a time and keeps its memory, about
/// 100 KB, between calls.
///
/// ```swift
/// let segmenter = Segmenter(lexicon: lexicon)
/// segmenter.words("小米发布了手机")  // ["小米", "发布", "了", "手机"]
/// ```
public final class Segmenter {
  /// Longest piece of text that is cut at once, in characters.
  static let limit = 1024
  /// A line end closes a piece of at least this many characters.
  static let enough = 384

  /// The lexicon in use.
  public let lexicon: Lexicon
  private let decoder: CodeDecoder
  private let lattice = Lattice()
  private let block: CodeBlock
  private let output: UnsafeMutablePointer<ByteToken>

  /// A segmenter for a lexicon. O(alphabet): use it for many texts.
  public init(lexicon: Lexicon) {
    self.lexicon = lexicon
    decoder = CodeDecoder(lexicon: lexicon)
    block = CodeBlock(capacity: Self.limit)
    output = .allocate(capacity: Self.limit)
  }

  deinit { output.deallocate() }

  /// The words of a text as Strings, blanks and line ends among them. O(length).
  public func words(_ text: String) -> [String] {
    var text = text
    var words: [String] = []
    text.withUTF8 { bytes in
      segment(bytes) { tokens in
        for token in tokens {
          words.append(String(decoding: bytes[token.start..<token.end], as: UTF8.self))
        }
      }
    }
    return words
  }

  /// Cuts UTF-8 bytes piece by piece; every piece's words go to `body` and hold until it returns.
  ///
  /// The words of all pieces tile the bytes. A byte that begins no character becomes an unknown
  /// word; overlong forms and lone surrogates are read as what they spell. Offsets count bytes from
  /// the start of `bytes`, which must be shorter than 4 GiB: what lies beyond is not read.
  /// O(length).
  public func segment(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<ByteToken>) -> Void
  ) {
    let end = min(bytes.count, Int(UInt32.max) - 8)
    var position = 0
    while position < end {
      position = decoder.decode(bytes, from: position, to: end, into: block, lattice)
      let count = fill()
      BestPath.search(lattice, count: count)
      body(UnsafeBufferPointer(start: output, count: emit(count)))
    }
  }

  /// Fills the lattice for the decoded piece; returns its length.
  private func fill() -> Int {
    let count = block.count
    lexicon.words.find(in: lattice, count: count)
    let own = lexicon.overlay.map { OverlayWalk($0, lexicon) }
    if let own {
      for index in 0..<count {
        lattice.units[index] = lexicon.foldTable[Int(block.units[index])]
      }
      own.addWeighed(to: lattice, count: count)
    }
    if block.runCount > 0 { CodeRuns(decoder, lexicon).add(block, to: lattice) }
    own?.force(in: lattice, count: count)
    return count
  }

  private func emit(_ count: Int) -> Int {
    let offsets = block.offsets
    var index = 0
    var tokens = 0
    while index < count {
      let word = lattice.word(at: index)
      output[tokens] = ByteToken(
        start32: offsets[index], end32: offsets[word.end], state: word.state)
      tokens &+= 1
      index = word.end
    }
    return tokens
  }
}
