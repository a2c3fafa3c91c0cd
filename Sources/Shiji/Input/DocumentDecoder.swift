import ChineseText
import KnowledgeGraph

/// Makes documents of records: checks the bytes, reads the fields, gives the ids.
///
/// Immutable; one value serves any number of threads.
struct DocumentDecoder: Sendable {
  let items: [InputItem]
  let options: InputOptions

  /// A document, and whether some of its bytes were no text and became U+FFFD.
  struct Decoded {
    let document: Document
    let wasRepaired: Bool
  }

  /// The document of a record. Complexity: linear in its length.
  func decode(_ record: RawRecord, in batch: RecordBatch) throws(RecordProblem) -> Decoded {
    if let problem = record.problem { throw problem }
    let item = items[record.input]
    var result: Result<Decoded, RecordProblem>?
    batch.bytes.withUnsafeBufferPointer { buffer in
      let bytes = UnsafeBufferPointer(rebasing: buffer[record.bytes])
      result = Result { () throws(RecordProblem) in try decode(record, item, bytes) }
    }
    guard let result else {
      throw problem(record, item, "empty", "the record is empty")
    }
    return try result.get()
  }

  private func decode(
    _ record: RawRecord, _ item: InputItem, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(RecordProblem) -> Decoded {
    let isValid = UTF8Scanner.isValid(bytes)
    if !isValid, options.badBytes != .replace {
      throw problem(record, item, "bad-bytes", "holds bytes that are no UTF-8")
    }
    var document =
      record.isJSON
      ? try json(record, item, bytes)
      : Document(
        id: id(record, item), text: String(decoding: bytes, as: UTF8.self),
        published: PathDate.date(in: item.label))
    document.published =
      document.published ?? Dateline.date(in: document.text) ?? options.published
    return Decoded(document: document, wasRepaired: !isValid)
  }

  private func json(
    _ record: RawRecord, _ item: InputItem, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(RecordProblem) -> Document {
    let value: JSONValue
    do throws(JSONError) { value = try JSONParser.parse(UnsafeRawBufferPointer(bytes)) } catch {
      throw problem(record, item, "bad-json", "bad JSON at \(error)")
    }
    guard let object = value.objectValue else {
      throw problem(record, item, "bad-json", "expected a JSON object with the text in a field")
    }
    let values = options.fields.find(in: object)
    let text = FieldValue.text(values[.text])
    let title = FieldValue.text(values[.title]) ?? ""
    guard let text, !(text.isEmpty && title.isEmpty) else {
      let reason =
        text == nil
        ? "no text (looked for \(options.fields.triedForText)); --text-field names the field"
        : "the text is empty"
      throw problem(record, item, "no-text", reason)
    }
    let url = FieldValue.label(values[.url]) ?? ""
    return Document(
      id: FieldValue.label(values[.id]) ?? url.nonEmpty ?? id(record, item), title: title,
      text: text, published: FieldValue.date(values[.published]) ?? PathDate.date(in: url),
      source: FieldValue.label(values[.source]) ?? "", url: url)
  }

  private func id(_ record: RawRecord, _ item: InputItem) -> String {
    record.number > 0 ? "\(item.name)#\(record.number)" : item.name
  }

  private func problem(
    _ record: RawRecord, _ item: InputItem, _ code: String, _ message: String
  ) -> RecordProblem {
    RecordProblem(source: item.label, number: record.number, code: code, message: message)
  }
}

/// What the fields of a JSON record may hold.
enum FieldValue {
  /// A text: a string, or paragraphs in an array.
  static func text(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text): text
    case .array(let parts):
      parts.isEmpty ? nil : parts.compactMap(\.textValue).joined(separator: "\n")
    default: nil
    }
  }

  /// A name: a string or a number; empty counts as missing.
  static func label(_ value: JSONValue?) -> String? { value?.textValue?.nonEmpty }

  /// A day: ISO or Chinese dates, or seconds or milliseconds since 1970 (the day in China).
  static func date(_ value: JSONValue?) -> CalendarDate? {
    guard let text = value?.textValue else { return nil }
    if let seconds = epoch(text) {
      return CalendarDate(dayNumber: (seconds + 8 * 3600) / 86400)
    }
    return CalendarDate(text)
  }

  private static func epoch(_ text: String) -> Int? {
    guard let number = Int(text), text.utf8.count >= 9 else { return nil }
    if (100_000_000...9_999_999_999).contains(number) { return number }
    return (100_000_000_000...9_999_999_999_999).contains(number) ? number / 1000 : nil
  }
}

/// The date that a path names: `2024-03-21-news.txt`, `2024/03/21/a.txt`, `20240321.txt`.
enum PathDate {
  static func date(in path: String) -> CalendarDate? {
    let bytes = Array(path.utf8)
    for start in bytes.indices where isYear(bytes, start) {
      let compact = digits(bytes, start, 8).flatMap { day($0 / 10000, $0 / 100 % 100, $0 % 100) }
      if let compact, !isDigit(bytes, start + 8) { return compact }
      guard let separator = separator(bytes, start + 4),
        separator == self.separator(bytes, start + 7), let year = digits(bytes, start, 4),
        let month = digits(bytes, start + 5, 2),
        let date = digits(bytes, start + 8, 2), !isDigit(bytes, start + 10)
      else { continue }
      if let found = day(year, month, date) { return found }
    }
    return nil
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    (1900...2100).contains(year) ? CalendarDate(year, month, day) : nil
  }

  private static func isYear(_ bytes: [UInt8], _ start: Int) -> Bool {
    !isDigit(bytes, start - 1) && digits(bytes, start, 4) != nil
  }

  private static func separator(_ bytes: [UInt8], _ index: Int) -> UInt8? {
    guard bytes.indices.contains(index) else { return nil }
    let byte = bytes[index]
    return byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "_")
      ? byte : nil
  }

  private static func isDigit(_ bytes: [UInt8], _ index: Int) -> Bool {
    bytes.indices.contains(index) && bytes[index] >= 48 && bytes[index] <= 57
  }

  private static func digits(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
    var value = 0
    for index in start..<(start + count) {
      guard isDigit(bytes, index) else { return nil }
      value = value * 10 + Int(bytes[index] - 48)
    }
    return value
  }
}
