internal import Messages

/// What a symbol's file may hold, and why it may not hold the rest.
enum SymbolVocabulary {
  static let elements: Set<String> = [
    "svg", "g", "defs", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "use",
    "clipPath", "linearGradient", "radialGradient", "stop",
  ]

  /// Elements that say something about the drawing and are left out with all that they hold.
  static let silent: Set<String> = ["title", "desc", "metadata"]

  private static let presentation: Set<String> = [
    "clip-path", "clip-rule", "color", "display", "fill", "fill-opacity", "fill-rule", "opacity",
    "paint-order", "stroke", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap",
    "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width", "stop-color",
    "stop-opacity", "style", "transform", "vector-effect", "visibility",
  ]

  private static let geometry: Set<String> = [
    "clipPathUnits", "cx", "cy", "d", "fx", "fy", "gradientTransform", "gradientUnits", "height",
    "href", "id", "offset", "points", "r", "rx", "ry", "spreadMethod", "width", "x", "x1", "x2",
    "xlink:href", "y", "y1", "y2",
  ]

  static func isPresentation(_ name: String) -> Bool { presentation.contains(name) }

  static func isKept(_ name: String) -> Bool {
    presentation.contains(name) || geometry.contains(name)
  }

  /// What is wrong with an element that is not allowed, and what to do.
  static func refusal(of element: String) -> (message: Wording, help: Wording) {
    let message: Wording =
      switch element {
      case "script": Wording("a script", zh: "脚本")
      case "style": Wording("a style sheet", zh: "样式表")
      case "foreignObject": Wording("a foreign object", zh: "外来对象（foreignObject）")
      case "image": Wording("a picture", zh: "图片")
      case "text", "tspan", "textPath": Wording("text", zh: "文字")
      default: Wording("an element '\(element)'", zh: "元素“\(element)”")
      }
    let help: Wording =
      switch element {
      case "style":
        Wording(
          "write fill, stroke and so on at the shapes: a style sheet would colour the whole map",
          zh: "请把 fill、stroke 等写在图形上：样式表会作用于整张图")
      case "text", "tspan", "textPath":
        Wording("turn it into paths", zh: "请转为路径")
      default:
        Wording(
          "a symbol holds only \(elements.sorted().joined(separator: ", "))",
          zh: "符号只能包含 \(elements.sorted().joined(separator: "、"))")
      }
    return (message, help)
  }
}
