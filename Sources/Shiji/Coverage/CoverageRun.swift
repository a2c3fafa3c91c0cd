import ChineseText
import EventRules

/// Counts over a corpus which rule lines, triggers, cues and rows of names fire, and how often.
///
/// Nothing is asked of the rules but the line that evidence names and what each line came to at
/// each trigger; extraction itself counts nothing.
package struct CoverageRun {
  private let analyzer: Analyzer
  private let inputs: InputList
  private let options: InputOptions
  private let jobs: Int

  /// Prepares a run.
  package init(analyzer: Analyzer, inputs: InputList, options: InputOptions, jobs: Int) {
    self.analyzer = analyzer
    self.inputs = inputs
    self.options = options
    self.jobs = jobs
  }

  /// Reads all documents.
  ///
  /// Throws where a record has bytes that are no text and the options say to fail then.
  package func count() throws(RecordProblem) -> (summary: RunSummary, counts: CoverageCounts) {
    let sum = Sum()
    let run = OrderedRun(inputs: inputs, options: options, jobs: jobs)
    let summary = try run.write(CoverageWriter(analyzer: analyzer)) { bytes in
      sum.counts.add(bytes)
      return true
    }
    return (summary, sum.counts)
  }

  private final class Sum {
    var counts = CoverageCounts()
  }
}

/// What fired how often; names are folded as texts are.
package struct CoverageCounts: Sendable {
  /// Tellings of claims by rule line (`acquisition:12`) and trigger.
  var fired: [String: [String: Int]] = [:]
  /// What lines came to at triggers, by rule line and outcome.
  var outcomes: [String: [String: Int]] = [:]
  /// How often a word stood in the texts: triggers, cues, titles.
  var stood: [String: Int] = [:]
  /// Mentions by id of the row that names the thing.
  var named: [String: Int] = [:]

  /// Adds the lines that a writer gave: kind, name, and what it is about, parted by tabs.
  mutating func add(_ bytes: [UInt8]) {
    for line in bytes.split(separator: 10) {
      let parts = line.split(separator: 9, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard parts.count == 3 else { continue }
      switch parts[0] {
      case "fired": fired[parts[1], default: [:]][parts[2], default: 0] += 1
      case "tried": outcomes[parts[1], default: [:]][parts[2], default: 0] += 1
      case "word": stood[parts[1], default: 0] += 1
      default: named[parts[1], default: 0] += 1
      }
    }
  }
}

/// Writes what fired in a document, a line each.
private struct CoverageWriter: RecordWriter {
  let analyzer: Analyzer

  mutating func write(
    _ document: Document, to output: inout [UInt8], _ summary: inout RunSummary
  ) {
    let analysis = analyzer.analyze(document)
    summary.add(analysis)
    let text = analysis.text
    for evidence in analysis.claims.flatMap(\.evidence) {
      line("fired", evidence.rule, text.text.foldedString(evidence.trigger), to: &output)
    }
    for trial in analyzer.extractor.trials(text) where trial.line > 0 {
      line("tried", "\(trial.file):\(trial.line)", Self.name(trial.outcome), to: &output)
    }
    for token in text.tokens where !token.tags.isDisjoint(with: [.trigger, .cue, .title]) {
      line("word", text.text.foldedString(token.span), "", to: &output)
    }
    for mention in text.mentions where mention.entity >= 0 && mention.kind.isEntity {
      let id = text.entities[mention.entity].lexiconID
      if !id.isEmpty { line("named", id, "", to: &output) }
    }
  }

  mutating func write(_ problem: RecordProblem, to output: inout [UInt8]) {}

  private func line(_ kind: String, _ name: String, _ about: String, to output: inout [UInt8]) {
    let parts = [kind, name, about].map { part in
      String(part.map { $0 == "\t" || $0.isNewline ? " " : $0 })
    }
    output.append(contentsOf: (parts.joined(separator: "\t") + "\n").utf8)
  }

  /// What a line came to, short.
  private static func name(_ outcome: Trial.Outcome) -> String {
    switch outcome {
    case .claimed: "claimed"
    case .attached: "added to an open event"
    case .guarded: "guarded"
    case .quoted: "in a quotation"
    case .inside: "inside a name"
    case .forbidden(let word): "forbidden by \(word)"
    case .lacksWord(let words):
      "lacks one of \(words.prefix(3).joined(separator: "|"))\(words.count > 3 ? "|…" : "")"
    case .describesNoun: "describes a noun"
    case .lacksRoles(let roles): "lacks \(Set(roles).sorted().joined(separator: ", "))"
    case .weaker(let type, let line): "explains less than \(type):\(line)"
    case .noClaim: "a cue makes it no claim"
    case .nothingOpen: "no open event"
    }
  }
}
