import GeoJSONCoding
import Messages

extension ExpressionLanguage {
  /// A section of formatted text before its parts are evaluated.
  private struct Section: Sendable {
    var content: StyleExpression
    var scale: StyleExpression?
    var fonts: StyleExpression?
    var color: StyleExpression?
    var align: StyleExpression?

    var parts: [StyleExpression] { [content] + [scale, fonts, color, align].compactMap { $0 } }
  }

  static let aligns = ["bottom", "center", "top"]

  static let format: Form = { call, parser in
    guard parser.hasArguments(1...Int.max, call) else { return nil }
    guard !call.arguments[0].isNull else {
      return parser.fail(
        Wording(
          "'format' starts with null, not with a text or symbol", zh: "“format”以 null 开头，而不是文本或符号"),
        in: call)
    }
    var sections: [Section] = []
    var mayBeOptions = false
    for json in call.arguments {
      if let options = json.object {
        guard mayBeOptions, var section = sections.popLast() else {
          return parser.fail(
            Wording(
              "options of 'format' without a text before them", zh: "“format”的选项之前没有文本"), in: call)
        }
        guard read(options, into: &section, call, &parser) else { return nil }
        sections.append(section)
        mayBeOptions = false
      } else {
        guard let content = parser.option(json, of: call, expecting: .value) else { return nil }
        guard [.string, .value, .null, .image].contains(content.type) else {
          return parser.fail(
            Wording(
              "a section of 'format' is text or a symbol, found \(content.type.name)",
              zh: "“format”的一段应为文本或符号，实际为 \(content.type.name)"), in: call)
        }
        sections.append(Section(content: content))
        mayBeOptions = true
      }
    }
    return StyleExpression(.formatted, of: sections.flatMap(\.parts)) {
      [sections] (context) throws(EvaluationError) in
      var result: [FormattedText.Section] = []
      for section in sections { result.append(try evaluate(section, &context, call.path)) }
      return .formatted(FormattedText(sections: result))
    }
  }

  private static func read(
    _ options: [JSONMember], into section: inout Section, _ call: ExpressionCall,
    _ parser: inout ExpressionParser
  ) -> Bool {
    let targets: [(String, ExpressionType, WritableKeyPath<Section, StyleExpression?>)] = [
      ("font-scale", .number, \.scale),
      ("text-font", .array(.string, count: nil), \.fonts),
      ("text-color", .color, \.color),
      ("vertical-align", .string, \.align),
    ]
    for (name, type, target) in targets {
      // As in MapLibre, an option that counts as false is none.
      guard let json = options.value(of: name), StyleValue(json).truth else { continue }
      if name == "vertical-align", let word = json.text, !aligns.contains(word) {
        parser.fail(.alignment(word), in: call)
        return false
      }
      guard let value = parser.option(json, of: call, expecting: type) else { return false }
      section[keyPath: target] = value
    }
    return true
  }

  private static func evaluate(
    _ section: Section, _ context: inout EvaluationContext, _ path: String
  ) throws(EvaluationError) -> FormattedText.Section {
    let align = try section.align?.string(&context)
    if let align, !aligns.contains(align) {
      throw EvaluationError(
        path: path, reason: .noAlignment(align))
    }
    let content = try section.content.evaluate(in: &context)
    if case .image(let image) = content {
      return FormattedText.Section(text: "", image: image, verticalAlign: align)
    }
    return FormattedText.Section(
      text: content.text,
      scale: try section.scale?.number(&context),
      fonts: try section.fonts?.evaluate(in: &context).array?.map(\.text),
      color: try section.color?.evaluate(in: &context).color,
      verticalAlign: align)
  }
}
