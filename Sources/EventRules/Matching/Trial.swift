import ChineseText

/// What became of one rule line at one trigger: the workbench's answer to "why?".
public struct Trial: Sendable {
  /// The step at which a line stopped, or what it gave.
  public enum Outcome: Sendable, Hashable {
    /// It told an event.
    case claimed
    /// It completed an event told before.
    case attached
    /// The trigger is part of a longer word that a rule file guards.
    case guarded
    /// The trigger stands in a short quotation, which names something.
    case quoted
    /// The trigger lies inside the mention with this index.
    case inside(mention: Int)
    /// A word that the line or its type forbids stands in the clause.
    case forbidden(String)
    /// None of the words that the line asks for stands in the clause.
    case lacksWord([String])
    /// The trigger only describes a noun: 发布的报告.
    case describesNoun
    /// Roles that the type requires stayed empty.
    case lacksRoles([String])
    /// Another line explained more: its type and line.
    case weaker(type: String, line: Int)
    /// A cue, or a question, makes it no claim.
    case noClaim
    /// A `more` line without an open event before it, or without a filler to add.
    case nothingOpen
  }
  /// Event type of the line.
  public let type: String
  /// File of the line, without extension.
  public let file: String
  /// Line of the rule file, from 1; 0 for what holds for all lines.
  public let line: Int
  /// Where the trigger stands.
  public let trigger: TextSpan
  /// What became of it.
  public let outcome: Outcome
  /// Fillers found so far, by role.
  public let fillers: [(role: String, span: TextSpan)]
}

/// Collects trials. The hot path passes none and pays a comparison with nil.
final class TrialLog {
  private(set) var trials: [Trial] = []

  func add(_ type: EventType, line: Int, _ trigger: TextSpan, _ outcome: Trial.Outcome) {
    trials.append(
      Trial(
        type: type.name, file: type.file, line: line, trigger: trigger, outcome: outcome,
        fillers: []))
  }

  func add(_ draft: Draft, _ type: EventType, _ outcome: Trial.Outcome) {
    let fillers = type.roles.indices.flatMap { role in
      draft.roles[role].map { (role: type.roles[role].name, span: $0.span) }
    }
    trials.append(
      Trial(
        type: type.name, file: type.file, line: draft.line, trigger: draft.trigger,
        outcome: outcome, fillers: fillers))
  }
}
