/// The day of publication that the head of a text names: 新华社北京2024年3月5日电, 2024年3月5日消息.
package enum Dateline {
  /// Scalars that are looked at.
  private static let reach = 48
  /// What follows the day in a dateline: 电, 讯, 消息, 报道.
  private static let tails: Set<Unicode.Scalar> = ["电", "電", "讯", "訊", "消", "报", "報"]

  /// The date in the dateline of `text`; nothing where its year is not written. O(1).
  package static func date(in text: String) -> CalendarDate? {
    let head = Array(text.unicodeScalars.prefix(reach))
    for start in head.indices where isDigit(head, start) && !isDigit(head, start - 1) {
      if let found = date(head, start) { return found }
    }
    return nil
  }

  private static func date(_ head: [Unicode.Scalar], _ start: Int) -> CalendarDate? {
    var place = start
    guard let year = number(head, &place, "年"), year > 999, let month = number(head, &place, "月"),
      let day = number(head, &place, "日"), head.indices.contains(skip(head, place)),
      tails.contains(head[skip(head, place)])
    else { return nil }
    return CalendarDate(year, month, day)
  }

  /// A number with its unit behind it, blanks between them set aside.
  private static func number(
    _ head: [Unicode.Scalar], _ place: inout Int, _ unit: Unicode.Scalar
  ) -> Int? {
    var index = skip(head, place)
    var value = 0
    var count = 0
    while isDigit(head, index), count < 4 {
      value = value * 10 + Int(head[index].value) - 48
      index += 1
      count += 1
    }
    index = skip(head, index)
    guard count > 0, head.indices.contains(index), head[index] == unit else { return nil }
    place = index + 1
    return value
  }

  private static func skip(_ head: [Unicode.Scalar], _ index: Int) -> Int {
    head.indices.contains(index) && head[index] == " " ? index + 1 : index
  }

  private static func isDigit(_ head: [Unicode.Scalar], _ index: Int) -> Bool {
    head.indices.contains(index) && (48...57).contains(head[index].value)
  }
}
