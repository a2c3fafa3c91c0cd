import ChineseText
import Shiji

/// A part of the way from bytes to facts; each one includes those before it.
enum Stage: String, CaseIterable, Sendable, CustomStringConvertible {
  case load, decode, segment, tokenize, mentions, facts

  /// Reads some lines and counts what it found.
  typealias Worker = (ArraySlice<String>) -> Int

  var description: String { rawValue }

  /// What is counted.
  var counted: String {
    switch self {
    case .load: "entries"
    case .decode: "characters"
    case .segment, .tokenize: "words"
    case .mentions: "mentions"
    case .facts: "bytes"
    }
  }

  /// The work of one thread, with working memory of its own; nothing where no text is read.
  func worker(_ analyzer: Analyzer) -> Worker? {
    switch self {
    case .load: nil
    case .decode: Self.decoder(analyzer.lexicon)
    case .segment: Self.segmenter(analyzer.lexicon)
    case .tokenize: Self.tokenizer(analyzer.textAnalyzer)
    case .mentions: Self.recognizer(analyzer.textAnalyzer)
    case .facts: Self.extractor(analyzer)
    }
  }

  private static func decoder(_ lexicon: Lexicon) -> Worker {
    let decoder = TextDecoder(lexicon: lexicon)
    return { lines in
      lines.reduce(0) { $0 + decoder.decode(title: "", body: $1).count }
    }
  }

  private static func segmenter(_ lexicon: Lexicon) -> Worker {
    let segmenter = Segmenter(lexicon: lexicon)
    return { lines in
      var count = 0
      for var line in lines {
        line.withUTF8 { segmenter.segment($0) { count += $0.count } }
      }
      return count
    }
  }

  private static func tokenizer(_ analyzer: TextAnalyzer) -> Worker {
    { lines in
      lines.reduce(0) { $0 + analyzer.tokenize(Document(id: "", text: $1)).tokens.count }
    }
  }

  private static func recognizer(_ analyzer: TextAnalyzer) -> Worker {
    { lines in
      lines.reduce(0) { $0 + analyzer.analyze(Document(id: "", text: $1)).mentions.count }
    }
  }

  private static func extractor(_ analyzer: Analyzer) -> Worker {
    var writer = FactsWriter(analyzer: analyzer)
    var output: [UInt8] = []
    return { lines in
      lines.reduce(0) { sum, line in
        output.removeAll(keepingCapacity: true)
        writer.write(analyzer.analyze(Document(id: "", text: line)), to: &output)
        return sum + output.count
      }
    }
  }
}
