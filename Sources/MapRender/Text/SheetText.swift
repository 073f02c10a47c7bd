/// The characters that a drawing is made of, by font.
struct SheetText {
  private(set) var scalars: [FontFace: Set<Unicode.Scalar>] = [:]

  init(of items: [DrawItem]) { collect(items) }

  private mutating func collect(_ items: some Sequence<DrawItem>) {
    for item in items {
      switch item {
      case .text(let run, _), .halo(let run, _): add(run)
      case .label(let label): for run in label.runs { add(run) }
      case .group(let group): collect(group.items)
      case .path(_, _, .pattern(let pattern), _, _), .circle(_, _, .pattern(let pattern), _, _):
        collect(pattern.items)
      case .path, .circle, .symbol: break
      }
    }
  }

  private mutating func add(_ run: TextRun) {
    scalars[run.face, default: []].formUnion(run.text.unicodeScalars)
  }
}
