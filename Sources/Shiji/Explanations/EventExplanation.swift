import ChineseText
import EventRules
import KnowledgeGraph

/// Why a text gave the claims it gave, as text for the author of a rule: words, names, clauses,
/// phrases, cues, and each rule line at each trigger with the step at which it stopped.
package struct EventExplanation {
  private let analysis: TextAnalysis
  private let claims: [Claim]
  private let readings: [SentenceReading]
  private let trials: [Trial]
  private let triggers: (String) -> [TextSpan]

  /// Explains one document. Complexity: linear in its length.
  package init(_ document: Document, by analyzer: Analyzer) {
    let whole = analyzer.analyze(document)
    analysis = whole.text
    claims = whole.claims
    readings = analyzer.extractor.readings(whole.text)
    trials = analyzer.extractor.trials(whole.text)
    triggers = { analyzer.extractor.triggers(whole.text, of: $0) }
  }

  /// Everything, sentence by sentence, and the claims at the end.
  package func text() -> String {
    var text = ""
    for (index, reading) in readings.enumerated() {
      text += index == 0 ? "" : "\n"
      text += sentence(reading)
    }
    text += "\nclaims\n"
    for claim in claims { text += "  " + line(claim) + "\n" }
    return text + (claims.isEmpty ? "  none\n" : "")
  }

  private func sentence(_ reading: SentenceReading) -> String {
    var text = "“" + shown(reading.span) + "”\n"
    text += row("words", words(in: reading.span))
    let mentions = analysis.mentions.filter { reading.span.contains($0.span) }
    text += row("mentions", mentions.map(mention))
    let topics = [
      ("organization", reading.topics.organization), ("person", reading.topics.person),
      ("product", reading.topics.product),
    ].filter { $0.1 >= 0 }
    text += row("topic", topics.map { "\($0.0)=\(shown(analysis.mentions[$0.1].span))" })
    for clause in reading.clauses {
      text += row("clause", ["“" + shown(clause.span) + "”"])
      text += row("", clause.phrases.map { "\($0.place)[\(shown($0.span))]" })
      text += row("", clause.cues.map { "cue[\(shown($0))]" })
    }
    for trial in trials where reading.span.contains(trial.trigger) {
      text += row("rule", [line(trial)])
    }
    return text
  }

  private func row(_ name: String, _ parts: [String]) -> String {
    guard !parts.isEmpty else { return "" }
    let label = name + String(repeating: " ", count: max(1, 10 - name.count))
    return "  " + label + parts.joined(separator: "  ") + "\n"
  }

  private func words(in span: TextSpan) -> [String] {
    analysis.tokens.filter { span.contains($0.span) }.map { token in
      let use = token.tags.isDisjoint(with: .trigger) ? "" : "!"
      return "\(shown(token.span))/\(token.tags.label)\(use)"
    }
  }

  private func mention(_ mention: Mention) -> String {
    var text = "\(shown(mention.span)):\(mention.kind.rawValue)"
    if mention.via != .name { text += "(\(mention.via.rawValue))" }
    if mention.entity >= 0, mention.entity < analysis.entities.count {
      let name = TerminalText.visible(analysis.entities[mention.entity].name)
      if name != shown(mention.span) { text += "=\(name)" }
    }
    if mention.value >= 0, mention.kind != .title, mention.value < analysis.values.count,
      let value = ValueText.short(analysis.values[mention.value])
    {
      text += "=\(value)"
    }
    return text
  }

  func line(_ trial: Trial) -> String {
    let place = trial.line > 0 ? "\(trial.file):\(trial.line)" : trial.file
    let fillers = trial.fillers.map { " \($0.role)=\(shown($0.span))" }.joined()
    return "\(shown(trial.trigger))  \(place)  \(outcome(trial.outcome))\(fillers)"
  }

  private func outcome(_ outcome: Trial.Outcome) -> String {
    switch outcome {
    case .claimed: "claimed:"
    case .attached: "added to an open event:"
    case .guarded: "part of a longer word that a rule file guards"
    case .quoted: "in a short quotation: a name"
    case .inside(let index): "inside the name \(shown(analysis.mentions[index].span))"
    case .forbidden(let word): "forbidden by \(word) in the clause"
    case .lacksWord(let words): "asks for one of \(words.joined(separator: "|"))"
    case .describesNoun: "only describes a noun"
    case .lacksRoles(let roles): "lacks \(roles.joined(separator: ", "));"
    case .weaker(let type, let line): "explains less than \(type):\(line);"
    case .noClaim: "a cue or a question makes it no claim;"
    case .nothingOpen: "no open event to add to;"
    }
  }

  private func line(_ claim: Claim) -> String {
    var parts = [claim.type]
    for role in claim.roles {
      let values = role.fillers.map { filler in
        shown(filler.span) + (filler.via == .name ? "" : "(\(filler.via.rawValue))")
      }
      parts.append("\(role.role)=\(values.joined(separator: "、"))")
    }
    if claim.realis != .asserted { parts.append(claim.realis.rawValue) }
    if let date = claim.time?.value.date { parts.append(date) }
    if let rule = claim.evidence.first?.rule { parts.append("(\(rule))") }
    return parts.joined(separator: " ")
  }

  private func shown(_ span: TextSpan) -> String {
    TerminalText.visible(analysis.text.string(span))
  }
}

extension EventExplanation {
  /// Why a type of event is not claimed, or the claims where it is: the nearest line first.
  package func expectation(of type: String) -> String {
    let found = claims.filter { $0.type == type }
    if !found.isEmpty {
      return found.map { "yes: " + line($0) }.joined(separator: "\n") + "\n"
    }
    let own = trials.filter { $0.type == type }
    let triggers = triggers(type)
    if own.isEmpty, triggers.isEmpty {
      return "no: no word of \(type) stands in the text\n"
    }
    if own.isEmpty {
      let words = triggers.map(shown).joined(separator: ", ")
      return "no: \(words) stands in the text, but no name beside it\n"
    }
    let nearest = own.sorted { Self.nearness($0) > Self.nearness($1) }
    return "no; the nearest lines:\n" + nearest.prefix(8).map { "  " + line($0) + "\n" }.joined()
  }

  private static func nearness(_ trial: Trial) -> (Int, Int) {
    let step =
      switch trial.outcome {
      case .claimed, .attached: 7
      case .noClaim: 6
      case .weaker: 5
      case .lacksRoles: 4
      case .describesNoun: 3
      case .forbidden: 2
      case .nothingOpen, .lacksWord: 1
      case .guarded, .quoted, .inside: 0
      }
    return (step, trial.fillers.count)
  }
}
