internal import GeoJSONCoding
internal import Messages

/// Reads a symbol from an SVG file and refuses what could act, load or leak.
///
/// Elements and attributes of editors (any with a prefix but `xlink:href`) are left out, as are titles and
/// comments. The rest is written anew, so that nothing but what was understood gets into a sheet.
struct SymbolReader {
  private struct Open {
    let name: String
    let id: String?
    var weight = 1
  }

  /// The most shapes that a symbol may show, copies by `use` counted each.
  private static let limit = 2000

  private let name: String
  private var scanner: XMLScanner
  private var out = SVGBytes()
  private var stack: [Open] = []
  private var viewBox: PaperBox?
  /// How many shapes a finished element with an id shows.
  private var weights: [String: Int] = [:]
  /// References to paints and clips, which may stand below.
  private var references: [(id: String, offset: Int)] = []
  private var rootIsGroup = false

  static func read(_ source: SourceText, named name: String) throws(RenderError) -> SymbolGraphic {
    var reader = SymbolReader(name: name, scanner: XMLScanner(source))
    return try reader.symbol()
  }

  private init(name: String, scanner: XMLScanner) {
    (self.name, self.scanner) = (name, scanner)
  }

  private mutating func symbol() throws(RenderError) -> SymbolGraphic {
    var isClosed = false
    while let token = try scanner.next() {
      switch token {
      case .start(let name, let attributes, let isEmpty, let offset):
        guard !isClosed else {
          throw scanner.fault(
            Wording("a second root element '\(name)'", zh: "第二个根元素“\(name)”"), at: offset)
        }
        try start(name, attributes, isEmpty: isEmpty, at: offset)
      case .end(let name, let offset): try end(name, at: offset)
      case .text(_, let offset):
        guard !stack.isEmpty else {
          throw scanner.fault(Wording("text outside of all elements", zh: "元素之外的文本"), at: offset)
        }
      }
      isClosed = viewBox != nil && stack.isEmpty
    }
    let last = scanner.source.bytes.count
    if let open = stack.last {
      throw scanner.fault(
        Wording("the element '\(open.name)' is never closed", zh: "元素“\(open.name)”没有结束标签"),
        at: last)
    }
    guard let viewBox else {
      throw scanner.fault(Wording("the file holds no element", zh: "文件中没有元素"), at: 0)
    }
    for reference in references where weights[reference.id] == nil {
      throw missing(reference.id, at: reference.offset)
    }
    if rootIsGroup { out.raw("</g>") }
    return SymbolGraphic(name: name, viewBox: viewBox, body: out.bytes)
  }

  private mutating func start(
    _ element: String, _ attributes: [XMLScanner.Attribute], isEmpty: Bool, at offset: Int
  ) throws(RenderError) {
    guard !stack.isEmpty else {
      return try root(element, attributes, isEmpty: isEmpty, at: offset)
    }
    guard stack.count < 32 else {
      throw scanner.fault(
        Wording("elements nested more than 32 deep", zh: "元素嵌套超过 32 层"), at: offset)
    }
    if element.contains(":") || SymbolVocabulary.silent.contains(element) {
      return isEmpty ? () : try skip(element, at: offset)
    }
    guard SymbolVocabulary.elements.contains(element), element != "svg" else {
      let (message, help) = SymbolVocabulary.refusal(of: element)
      throw scanner.fault(message, at: offset, help: help)
    }
    out.raw("<")
    out.plain(element)
    var open = Open(name: element, id: attributes.first { $0.name == "id" }?.value)
    for attribute in attributes {
      guard let value = try checked(attribute, of: element) else { continue }
      if attribute.name.hasSuffix("href") {
        let id = String(attribute.value.dropFirst())
        guard let weight = weights[id] else { throw missing(id, at: attribute.offset) }
        open.weight += weight
        out.attribute("xlink:href", value)
      } else {
        out.raw(" ")
        out.plain(attribute.name)
        out.raw("=\"")
        out.escaped(value)
        out.raw("\"")
      }
    }
    if isEmpty { out.raw("/>") } else { out.raw(">") }
    stack.append(open)
    if isEmpty { try finish(at: offset) }
  }

  private mutating func root(
    _ element: String, _ attributes: [XMLScanner.Attribute], isEmpty: Bool, at offset: Int
  ) throws(RenderError) {
    guard element == "svg" else {
      throw scanner.fault(
        Wording("the file begins with '\(element)'", zh: "文件以“\(element)”开头"), at: offset,
        help: Wording("a symbol's file begins with 'svg'", zh: "符号文件应以“svg”开头"))
    }
    guard let box = attributes.first(where: { $0.name == "viewBox" }) else {
      throw scanner.fault(
        Wording("no 'viewBox'", zh: "缺少“viewBox”"), at: offset,
        help: Wording("write, for example, viewBox=\"0 0 24 24\"", zh: "例如写 viewBox=\"0 0 24 24\""))
    }
    let numbers = box.value.split { $0 == " " || $0 == "," || $0.isNewline }.map {
      Double($0) ?? .nan
    }
    guard numbers.count == 4, numbers.allSatisfy({ abs($0) <= 1e6 }), numbers[2] > 0.01,
      numbers[3] > 0.01
    else {
      throw scanner.fault(
        Wording("a 'viewBox' of '\(box.value)'", zh: "“viewBox”为“\(box.value)”"), at: box.offset,
        help: Wording(
          "four numbers: left, top, width, height", zh: "应为四个数：左、上、宽、高"))
    }
    viewBox = PaperBox(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
    for attribute in attributes {
      guard let value = try checked(attribute, of: element),
        SymbolVocabulary.isPresentation(attribute.name)
      else { continue }
      if !rootIsGroup { out.raw("<g") }
      rootIsGroup = true
      out.raw(" ")
      out.plain(attribute.name)
      out.raw("=\"")
      out.escaped(value)
      out.raw("\"")
    }
    if rootIsGroup { out.raw(">") }
    if !isEmpty { stack.append(Open(name: element, id: nil)) }
  }

  private mutating func end(_ element: String, at offset: Int) throws(RenderError) {
    guard let open = stack.last, open.name == element else {
      let expected = stack.last?.name ?? ""
      throw scanner.fault(
        Wording(
          "'\(element)' is closed where '\(expected)' is open",
          zh: "应结束“\(expected)”，却结束了“\(element)”"),
        at: offset)
    }
    if stack.count > 1 {
      out.raw("</")
      out.plain(element)
      out.raw(">")
    }
    try finish(at: offset)
  }

  /// Takes the innermost element off and counts what it shows.
  private mutating func finish(at offset: Int) throws(RenderError) {
    guard let open = stack.popLast() else { return }
    if let id = open.id { weights[id] = open.weight }
    guard !stack.isEmpty else { return }
    stack[stack.count - 1].weight += open.weight
    guard stack[stack.count - 1].weight <= Self.limit else {
      throw scanner.fault(
        Wording("more than \(Self.limit) shapes", zh: "图形超过 \(Self.limit) 个"), at: offset)
    }
  }

  /// Passes over an element and all that it holds.
  private mutating func skip(_ element: String, at offset: Int) throws(RenderError) {
    var depth = 1
    while let token = try scanner.next() {
      switch token {
      case .start("script", _, _, let offset):
        let (message, help) = SymbolVocabulary.refusal(of: "script")
        throw scanner.fault(message, at: offset, help: help)
      case .start(_, _, let isEmpty, _): depth += isEmpty ? 0 : 1
      case .end: depth -= 1
      case .text: break
      }
      if depth == 0 { return }
    }
    throw scanner.fault(
      Wording("the element '\(element)' is never closed", zh: "元素“\(element)”没有结束标签"), at: offset)
  }
}

extension SymbolReader {
  /// The value of an attribute as it is to be written, ids made the symbol's own; `nil` to leave it out.
  private mutating func checked(
    _ attribute: XMLScanner.Attribute, of element: String
  ) throws(RenderError) -> String? {
    let key = attribute.name
    let value = attribute.value
    func refuse(_ message: Wording, _ help: Wording) -> RenderError {
      scanner.fault(message, at: attribute.offset, help: help)
    }
    if key.lowercased().hasPrefix("on") {
      throw refuse(
        Wording("an event handler '\(key)'", zh: "事件处理属性“\(key)”"),
        Wording("delete it: a symbol is a drawing", zh: "请删除：符号只是图形"))
    }
    if key == "href" || key.hasSuffix(":href") {
      guard value.hasPrefix("#"), value.count > 1 else {
        throw refuse(
          Wording("a reference to '\(value.prefix(60))'", zh: "引用了“\(value.prefix(60))”"),
          Wording("refer only to ids in the file: '#id'", zh: "只能引用文件内的标识：“#id”"))
      }
      return key == "href" || key == "xlink:href" ? "#" + owned(String(value.dropFirst())) : nil
    }
    guard SymbolVocabulary.isKept(key) else { return nil }
    if key == "id" {
      guard
        value.unicodeScalars.allSatisfy({
          $0.properties.isXIDContinue || "-.:".contains(String($0))
        }),
        !value.isEmpty
      else {
        throw refuse(
          Wording("an id '\(value)'", zh: "标识“\(value)”"),
          Wording("use letters, digits, '-' and '_'", zh: "请使用字母、数字、“-”和“_”"))
      }
      guard weights[value] == nil, !stack.contains(where: { $0.id == value }) else {
        throw refuse(
          Wording("the id '\(value)' stands twice", zh: "标识“\(value)”重复"),
          Wording("give each element its own", zh: "每个元素应各有标识"))
      }
      return owned(value)
    }
    return try localized(attribute)
  }

  /// The value with the ids in `url(#id)` made the symbol's own.
  private mutating func localized(_ attribute: XMLScanner.Attribute) throws(RenderError) -> String {
    let value = attribute.value
    guard !value.contains("\\"), !value.contains("@"), !value.contains("/*") else {
      throw scanner.fault(
        Wording("'\(attribute.name)' hides what it says", zh: "“\(attribute.name)”的内容有隐藏写法"),
        at: attribute.offset,
        help: Wording("write it without '\\', '@' and comments", zh: "请不要使用“\\”、“@”和注释"))
    }
    guard value.lowercased().contains("url") else { return value }
    var result = ""
    var rest = value[...]
    while let range = rest.firstRange(of: "url(") {
      result += rest[..<range.upperBound]
      rest = rest[range.upperBound...]
      guard rest.hasPrefix("#"), let end = rest.firstIndex(of: ")") else { break }
      let id = String(rest[rest.index(after: rest.startIndex)..<end])
      references.append((id, attribute.offset))
      result += "#" + owned(id)
      rest = rest[end...]
    }
    result += rest
    let count = value.lowercased().ranges(of: "url").count
    guard count == value.ranges(of: "url(#").count, !rest.contains("url(") else {
      throw scanner.fault(
        Wording(
          "'\(attribute.name)' refers to something outside of the file",
          zh: "“\(attribute.name)”引用了文件之外的内容"), at: attribute.offset,
        help: Wording("refer only to ids in the file: url(#id)", zh: "只能引用文件内的标识：url(#id)"))
    }
    return result
  }

  private func owned(_ id: String) -> String { "symbol-\(name).\(id)" }

  private func missing(_ id: String, at offset: Int) -> RenderError {
    let known = weights.keys
    let question = Suggestion.question(for: id, in: known)
    return scanner.fault(
      Wording(
        "a reference to '#\(id)', which the file does not hold above\(question.english)",
        zh: "引用了上文没有的“#\(id)”\(question.chinese)"), at: offset)
  }
}
