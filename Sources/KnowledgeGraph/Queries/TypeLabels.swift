/// Chinese names of types of entities, for what people read.
package enum TypeLabels {
  /// The Chinese name of a type; the type itself where there is none.
  package static func label(_ type: String) -> String { labels[type] ?? type }

  private static let labels = [
    "company": "公司", "organization": "机构", "person": "人物", "place": "地点", "product": "产品",
    "money": "金额",
  ]
}
