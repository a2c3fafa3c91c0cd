/// One news text with what is known about it; a value without behaviour.
public struct Document: Sendable {
  /// Identity of the document; see the data model for how readers choose it.
  public var id: String
  /// Headline, analysed as a sentence of its own; empty where there is none.
  public var title: String
  /// Body.
  public var text: String
  /// Day of publication; without it relative times keep their words and get no date.
  public var published: CalendarDate?
  /// Outlet, as the input names it.
  public var source: String
  /// Address, as the input names it.
  public var url: String

  /// Makes a document.
  public init(
    id: String, title: String = "", text: String, published: CalendarDate? = nil,
    source: String = "", url: String = ""
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.published = published
    self.source = source
    self.url = url
  }
}
