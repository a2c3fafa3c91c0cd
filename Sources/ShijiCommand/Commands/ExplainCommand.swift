import ChineseText
import EventRules
import Shiji

/// `shiji explain`: why a text gave the events it gave, and why not others.
enum ExplainCommand {
  static let spec = CommandSpec(
    name: "explain", operands: "TEXT|-",
    summary: "Shows why a text gives the events it gives, and why not others.",
    details: [
      "For each sentence: words (! marks a trigger), names and values, clauses with their phrases",
      "(subject, object, agent, or the case word before them) and cues, what an omitted subject",
      "means, and each rule line at each trigger, as FILE:LINE with the step at which it stopped.",
      "--expect TYPE answers for one type: the claims, or the nearest lines and what they lacked.",
    ],
    groups: [
      OptionGroup(
        title: "Input",
        options: [
          OptionSpec("--published", value: "DATE", "day of publication"),
          OptionSpec("--title", value: "TEXT", "title of the text"),
        ]),
      OptionGroup(title: "Work", options: [SharedOptions.lexicon, SharedOptions.dictionary]),
      OptionGroup(
        title: "Output",
        options: [OptionSpec("--expect", value: "TYPE", "only: why, or why not, this type")]),
    ],
    examples: [
      "shiji explain 据传微软拟以15亿美元收购该公司，微软对此予以否认。",
      "shiji explain 微软收购的方案仍在讨论。 --expect acquisition",
      "shiji explain - --published 2024-03-21 < article.txt | less",
    ],
    run: run)

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    guard let first = arguments.operands.first else {
      throw .usage("takes the text to explain, or - for standard input")
    }
    let text = first == "-" ? input() : arguments.operands.joined(separator: "\n")
    let published = try SharedOptions.date(arguments, "--published")
    let analyzer = try LexiconLocation.analyzer(arguments)
    let expected = arguments.value("--expect")
    if let expected {
      try GraphOptions.check(types: [expected], among: analyzer.rules.summaries.map(\.name))
    }
    let document = Document(
      id: "text", title: arguments.value("--title") ?? "", text: text, published: published)
    let explanation = EventExplanation(document, by: analyzer)
    try Console.print(expected.map(explanation.expectation) ?? explanation.text())
  }

  private static func input() -> String {
    var text = ""
    while let line = readLine(strippingNewline: false) { text += line }
    return text
  }
}
