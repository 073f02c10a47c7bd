/// Text in sections that differ in size, font or colour.
public struct FormattedText: Hashable, Sendable {
  /// Text, or a symbol among text, with its own look.
  public struct Section: Hashable, Sendable {
    /// The text; empty where a symbol stands.
    public var text: String
    /// The symbol, if this section is one.
    public var image: StyleImage?
    /// The size in relation to `text-size`.
    public var scale: Double?
    /// The fonts to use instead of `text-font`.
    public var fonts: [String]?
    /// The colour to use instead of `text-color`.
    public var color: StyleColor?
    /// `bottom`, `center` or `top`.
    public var verticalAlign: String?

    /// Creates a section.
    public init(
      text: String, image: StyleImage? = nil, scale: Double? = nil, fonts: [String]? = nil,
      color: StyleColor? = nil, verticalAlign: String? = nil
    ) {
      self.text = text
      self.image = image
      self.scale = scale
      self.fonts = fonts
      self.color = color
      self.verticalAlign = verticalAlign
    }
  }

  /// The sections in reading order.
  public var sections: [Section]

  /// Creates a text from its sections.
  public init(sections: [Section]) {
    self.sections = sections
  }

  /// Creates a text of one section.
  public init(_ text: String) {
    sections = [Section(text: text)]
  }

  /// The text of all sections.
  public var plain: String { sections.map(\.text).joined() }
}
