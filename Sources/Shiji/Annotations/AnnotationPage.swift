import ChineseText

/// What stands around the sections of the page: its head, its style, and the legend.
///
/// The page needs nothing but itself: no script, no picture, no font from elsewhere, and its policy
/// forbids them. The legend is written last, when everything has been counted, and shown first. Its
/// boxes show and hide types by style alone.
enum AnnotationPage {
  /// The page up to the first section.
  static let head = Array(
    HTMLPage.head(
      language: "zh-Hans", title: "标注 · shiji", style: AnnotationStyle.sheet
    ).utf8)

  /// The page behind the last section.
  static func end(_ summary: RunSummary) -> [UInt8] {
    let kinds = MentionKind.allCases.filter { summary.kinds[$0] != nil }
    let rows = kinds.map { row($0, summary.kinds[$0] ?? 0) }
    let note = kinds.contains(where: \.isEntity) ? "<p>虚线：代称（他、该公司）</p>\n" : ""
    let boxes = rows.isEmpty ? "<p>没有找到</p>\n" : rows.joined() + values + note
    let empty = summary.documents == 0 ? "<p class=\"none\">没有文章</p>\n" : ""
    return Array(
      """
      \(empty)</main>
      <aside>
      <h1>标注</h1>
      <p>\(summary.documents) 篇，\(ValueText.grouped(String(summary.mentions))) 处</p>
      \(boxes)</aside>
      </body>
      </html>

      """.utf8)
  }

  private static func row(_ kind: MentionKind, _ count: Int) -> String {
    """
    <label><input type="checkbox" id="show-\(kind.rawValue)" checked>\
    <mark class="\(kind.rawValue)">\(kind.label)</mark>\
    <span>\(kind.rawValue)</span><b>\(ValueText.grouped(String(count)))</b></label>

    """
  }

  private static let values = """
    <label class="values"><input type="checkbox" id="values">在文中显示规范值</label>

    """
}
