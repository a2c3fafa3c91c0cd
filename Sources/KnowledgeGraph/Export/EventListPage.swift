/// Sets the list of events: columns, colours, line breaks.
struct EventListPage {
  let graph: Graph
  let index: EventIndex
  private let paint: TextPaint
  private let width: Int?

  init(_ graph: Graph, _ paint: TextPaint, width: Int?) {
    self.graph = graph
    self.paint = paint
    self.width = width.map { max($0, 40) }
    index = EventIndex(graph)
  }

  /// The widths of the columns before the text.
  private struct Columns {
    let date: Int
    let label: Int

    /// Where the text begins.
    var indent: Int { 2 + (date > 0 ? date + 2 : 0) + label + 2 }
  }

  /// A document with all that it says.
  func text(_ document: EventListDocument) -> String {
    let relations = RelationGroup.groups(of: document.relations, index)
    let columns = columns(document, relations)
    var lines = heading(document.document)
    for sentence in document.sentences {
      lines.append("")
      for event in sentence.events { lines += self.lines(event, columns) }
      if !sentence.text.isEmpty { lines += quotation(sentence.text, columns.indent) }
    }
    if !relations.isEmpty { lines.append("") }
    for relation in relations { lines += self.lines(relation, columns) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading(_ document: DocumentFact?) -> [String] {
    guard let document else { return [] }
    let title = document.title?.onOneLine ?? ""
    let published = document.published.map { String($0.prefix(10)) }
    let about = [document.source?.onOneLine, published, document.id.onOneLine]
      .compactMap(\.self).filter { !$0.isEmpty }
    let origin = paint(about.joined(separator: " · "), .faint)
    return title.isEmpty ? [origin] : [paint(title, .heading), origin]
  }

  private func columns(_ document: EventListDocument, _ relations: [RelationGroup]) -> Columns {
    let events = document.sentences.flatMap(\.events)
    let labels = events.map { label($0).width } + relations.map { TextColumns.width($0.label) }
    // A long stretch of days reaches beyond its column and moves no other line.
    let dates = events.map { TextColumns.width(date($0)) }.filter { $0 < 13 }
    return Columns(date: dates.max() ?? 0, label: labels.max() ?? 0)
  }

  private func date(_ event: Graph.Event) -> String {
    EventOrder.date(event).map { EventOrder.shortened($0, event) } ?? ""
  }

  private func label(_ event: Graph.Event) -> StyledText {
    let label = StyledText(event.label, .label)
    if event.status == .asserted { return label }
    return label + StyledText(" \(RoleLabels.label(event.status))", TextPaint.Style(event.status))
  }

  private func lines(_ event: Graph.Event, _ columns: Columns) -> [String] {
    var lines = beginning(date(event), label(event), columns)
    for role in roles(event) { lines.append(role) }
    if event.sources > 1 { lines.append(StyledText("‹\(event.sources) 个来源›", .faint)) }
    let notes = event.conflicts.map { conflict in
      let versions = conflict.values.map(\.text).joined(separator: " / ")
      let note = "⚠ \(RoleLabels.label(conflict.role))说法不一：\(versions)"
      return blanks(columns.indent) + paint(note.onOneLine, .denied)
    }
    return lines.finished() + notes
  }

  private func lines(_ relation: RelationGroup, _ columns: Columns) -> [String] {
    var lines = beginning("", StyledText(relation.label, .faint), columns)
    for (number, source) in relation.sources.enumerated() {
      let isLast = number == relation.sources.count - 1
      let behind =
        isLast ? StyledText(" → ", .faint) + entity(relation.target) : StyledText("、", .faint)
      lines.append(entity(source) + behind, gap: number == 0 ? 2 : 0)
    }
    for note in relation.notes { lines.append(StyledText(note, .faint)) }
    return lines.finished()
  }

  private func entity(_ id: String) -> StyledText {
    let node = graph.node(id)
    return StyledText((node?.name ?? id).onOneLine, TextPaint.Style(type: node?.type ?? ""))
  }

  /// A line with its date and its label.
  private func beginning(_ date: String, _ label: StyledText, _ columns: Columns) -> HangingLines {
    let day = columns.date > 0 ? paint(date.padded(to: columns.date), .strong) + "  " : ""
    let beyond = max(0, TextColumns.width(date) - columns.date)
    let gap = max(0, columns.label - label.width - beyond)
    let used = 2 + TextColumns.width(day.isEmpty ? "" : date.padded(to: columns.date) + "  ")
    return HangingLines(
      "  \(day)\(label.painted(paint))\(blanks(gap))", used: used + label.width + gap,
      indent: columns.indent, width: width, paint)
  }

  private func quotation(_ text: String, _ indent: Int) -> [String] {
    let words = "“\(text.onOneLine)”"
    let lines = width.map { TextWrap.lines(words, width: max($0 - indent, 20)) } ?? [words]
    return lines.map { blanks(indent) + paint($0, .faint) }
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
