import ChineseText

@testable import Shiji

/// What `AnnotationRun` makes of texts.
enum Annotations {
  /// The whole output for files in a folder of their own, as text.
  static func write(
    _ files: [String: String], _ format: AnnotationFormat, types: Set<MentionKind>? = nil,
    isColoured: Bool = false, jobs: Int = 1, published: CalendarDate? = CalendarDate(2024, 3, 21)
  ) throws -> String {
    let scratch = try Scratch()
    for (name, text) in files { try scratch.write(name, text) }
    var options = InputOptions()
    options.published = published
    var output = AnnotationOutput()
    output.format = format
    output.isColoured = isColoured
    if let types { output.kinds = types }
    let run = AnnotationRun(
      analyzer: try BaseLexicon.analyzer().textAnalyzer,
      inputs: try InputList([scratch.path], options: options), options: options, output: output,
      jobs: jobs)
    var bytes: [UInt8] = []
    _ = try run.write {
      bytes += $0
      return true
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A JSON file with one document.
  static func document(title: String, _ text: String, more: String = "") -> String {
    #"{"title":"\#(title)","text":"\#(text)"\#(more)}"#
  }
}
