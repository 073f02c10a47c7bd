/// What a sheet's items refer to: clips, symbols and patterns, each once, in the order of first use.
struct SVGDefinitions {
  private(set) var clips: [PaperBox] = []
  private(set) var symbols: [SymbolGraphic] = []
  private(set) var patterns: [Pattern] = []
  private var names: Set<String> = []

  init() {}

  init(of items: [DrawItem]) { collect(items) }

  private mutating func collect(_ items: some Sequence<DrawItem>) {
    for item in items {
      switch item {
      case .path(_, _, let fill, _, _), .circle(_, _, let fill, _, _):
        if case .pattern(let pattern) = fill { collect(pattern) }
      case .symbol(let use):
        if names.insert(use.graphic.elementID).inserted { symbols.append(use.graphic) }
      case .group(let group):
        if let clip = group.clip, !clips.contains(clip) { clips.append(clip) }
        // Areas are filled with colours only.
        if group.items.areas == nil { collect(group.items) }
      case .text, .halo, .label: break
      }
    }
  }

  private mutating func collect(_ pattern: Pattern) {
    guard names.insert(pattern.name).inserted else { return }
    collect(pattern.items)
    patterns.append(pattern)
  }
}

extension SymbolGraphic {
  /// The XML id of the symbol in a sheet.
  var elementID: String { "symbol-\(name)" }
}
