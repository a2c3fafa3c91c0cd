import ChineseText

/// How a file is cut into documents.
public enum InputFormat: String, Sendable, CaseIterable {
  /// By the extension of the name; for standard input by the first byte.
  case auto
  /// The whole file is one document.
  case text
  /// Every line is a document.
  case lines
  /// Every line is a JSON object.
  case jsonl
  /// An array of JSON objects, one object, or several one after the other.
  case json
}

/// What happens to text whose bytes are not in the encoding that they should be in.
public enum BadBytePolicy: String, Sendable, CaseIterable {
  /// The bytes become U+FFFD, and the document is counted.
  case replace
  /// The document is left out, with an error line.
  case skip
  /// The run ends with an error.
  case fail
}

/// How documents are read.
public struct InputOptions: Sendable {
  /// How files are cut into documents.
  public var format = InputFormat.auto
  /// Where JSON records keep their parts.
  public var fields = FieldNames()
  /// Encoding of all inputs.
  public var encoding = InputEncoding.auto
  /// What happens to bytes that are no text.
  public var badBytes = BadBytePolicy.replace
  /// Day of publication for documents that say none.
  public var published: CalendarDate?
  /// Patterns of the paths to take from folders; empty takes what has the extension of a text.
  public var include: [String] = []
  /// Patterns of the paths to leave out.
  public var exclude: [String] = []
  /// The longest record in bytes; a longer one becomes an error line.
  public var maximumRecord = 64 << 20
  /// How many records are read; all where absent.
  public var limit: Int?
  /// Whether blank lines are records too (where every line of input needs its line of output).
  package var keepsBlankLines = false

  /// Makes options with their usual values.
  public init() {}
}
