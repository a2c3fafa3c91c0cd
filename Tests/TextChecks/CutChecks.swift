import ChineseText

/// What must hold of a text that was cut into words, whatever it says.
///
///     if let problem = CutChecks(cut, title: "", body: text).problem() { fatalError(problem) }
///
/// Tests and the fuzzer share it. Complexity: linear in the text.
package struct CutChecks {
  private let text: FoldedText
  private let sentences: [Sentence]
  private let tokens: [Token]
  private let source: String

  /// Looks at the words of a document.
  package init(_ cut: TextAnalyzer.Cut, title: String = "", body: String) {
    self.init(text: cut.text, cut.sentences, cut.tokens, title: title, body: body)
  }

  /// Looks at sentences and words.
  package init(
    text: FoldedText, _ sentences: [Sentence], _ tokens: [Token], title: String = "", body: String
  ) {
    self.text = text
    self.sentences = sentences
    self.tokens = tokens
    source = title.isEmpty ? body : title + "\n" + body
  }

  /// The first thing that does not hold, or nothing.
  package func problem() -> String? {
    decoding() ?? sentenceOrder() ?? sentenceGaps() ?? tiling() ?? runs() ?? offsets()
  }

  /// The scalars are those of the source, and each has its shadow.
  private func decoding() -> String? {
    guard text.scalars.elementsEqual(source.unicodeScalars.lazy.map(\.value)) else {
      return "the decoded scalars are not those of the text"
    }
    let shadows = [text.folded.count, text.classes.count, text.codes.count]
    return shadows.allSatisfy { $0 == text.count + 1 } ? nil : "shadows of \(shadows) scalars"
  }

  /// Sentences lie in order inside the text, and none is long.
  private func sentenceOrder() -> String? {
    var last = 0
    for sentence in sentences {
      let span = sentence.span
      guard span.start >= last, span.end > span.start, span.end <= text.count else {
        return "sentence \(span) after \(last) of \(text.count)"
      }
      guard span.count <= Self.longestSentence else { return "a sentence of \(span.count)" }
      guard sentence.isTitle == (span.start < text.bodyStart),
        !sentence.isTitle || span.end <= text.bodyStart
      else { return "sentence \(span) crosses the end of the title" }
      last = span.end
    }
    return nil
  }

  private static let longestSentence = 1024

  /// Only blanks lie outside all sentences.
  private func sentenceGaps() -> String? {
    var from = 0
    for span in sentences.map(\.span) + [TextSpan(text.count, text.count)] {
      for index in from..<span.start where !isBlank(index) {
        return "scalar \(index) lies in no sentence"
      }
      from = span.end
    }
    return nil
  }

  private func isBlank(_ index: Int) -> Bool {
    let kind = text.classes[index]
    return kind == CharacterClass.space.rawValue || kind == CharacterClass.newline.rawValue
  }

  /// The words of a sentence follow each other without gap or overlap.
  private func tiling() -> String? {
    var next = 0
    for sentence in sentences {
      guard sentence.tokens.lowerBound == next, sentence.tokens.upperBound <= tokens.count else {
        return "sentence \(sentence.span) has the tokens \(sentence.tokens) after \(next)"
      }
      next = sentence.tokens.upperBound
      var at = sentence.span.start
      for token in tokens[sentence.tokens] {
        guard token.start == at, token.end > at else {
          return "token \(token.span) where one begins at \(at)"
        }
        at = token.end
      }
      guard at == sentence.span.end else {
        return "the tokens of sentence \(sentence.span) end at \(at)"
      }
    }
    return next == tokens.count ? nil : "\(tokens.count - next) tokens of no sentence"
  }

  /// No word begins inside a run of letters or of digits, unless the sentence does.
  private func runs() -> String? {
    for sentence in sentences {
      for token in tokens[sentence.tokens].dropFirst() {
        let kind = text.classes[token.start]
        let isRun = kind == CharacterClass.letter.rawValue || kind == CharacterClass.digit.rawValue
        if isRun, text.classes[token.start - 1] == kind {
          return "token \(token.span) begins inside a run"
        }
      }
    }
    return nil
  }

  /// Spans name the same text in scalars and in bytes.
  private func offsets() -> String? {
    let bytes = Array(source.utf8)
    var starts: [Int] = []
    starts.reserveCapacity(text.count + 1)
    for (index, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 { starts.append(index) }
    starts.append(bytes.count)
    guard starts.count == text.count + 1 else { return "\(starts.count - 1) scalars by bytes" }
    for token in tokens {
      let range = starts[token.start]..<starts[token.end]
      guard bytes[range].elementsEqual(text.string(token.span).utf8) else {
        return "token \(token.span) is not the text at its span"
      }
    }
    // The mapping of one span is linear in the text, so that only some are tried.
    for token in tokens.indices.filter({ $0 % (tokens.count / 8 + 1) == 0 }).map({ tokens[$0] })
      + tokens.suffix(1)
    {
      let range = starts[token.start]..<starts[token.end]
      guard text.utf8Offsets(of: token.span) == range else {
        return "token \(token.span) lies at the bytes \(text.utf8Offsets(of: token.span))"
      }
    }
    return nil
  }
}
