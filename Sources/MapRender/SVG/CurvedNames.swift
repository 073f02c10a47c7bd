#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The names of a sheet that follow curves, each with its halo: what becomes one text to edit.
struct CurvedNames {
  /// A halo behind text.
  struct Halo {
    let ink: Ink
    let width: Double
  }

  private var halos: [TextRun: Halo] = [:]
  private var pieces: Set<TextRun> = []
  /// The names, in the order in which they are drawn.
  private(set) var labels: [Label] = []

  init() {}

  init(of items: [DrawItem]) { collect(items) }

  /// Whether a halo lies behind a piece of such a name, and so is drawn with it.
  func holdsHalo(of run: TextRun) -> Bool { pieces.contains(Self.place(of: run)) }

  /// The halo of a name.
  func halo(of label: Label) -> Halo? {
    label.runs.first.flatMap { halos[Self.place(of: $0)] }
  }

  private mutating func collect(_ items: some Sequence<DrawItem>) {
    for item in items {
      switch item {
      case .label(let label) where label.curve != nil && label.runs.count > 1:
        labels.append(label)
        pieces.formUnion(label.runs.map(Self.place))
      case .halo(let run, let width):
        halos[Self.place(of: run)] = Halo(ink: run.ink, width: width)
      case .group(let group): collect(group.items)
      default: break
      }
    }
  }

  /// The run without its ink, which halo and text do not share.
  private static func place(of run: TextRun) -> TextRun {
    var place = run
    place.ink = .black
    return place
  }
}

extension Label {
  /// Whether upright hanzi stand one below the other, across the curve's way.
  var isStacked: Bool {
    guard !isUpright else { return curve != nil }
    guard let curve, let first = curve.first, let last = curve.last, let run = runs.first else {
      return false
    }
    let way = atan2(last.y - first.y, last.x - first.x) * 180 / .pi
    return abs(LabelSetting.normalized(way - run.rotation)) > 45
  }
}

extension Label {
  /// Where each code point of the whole text stands and how it is turned.
  var spots: [(x: Double, y: Double, rotation: Double)] {
    let scalars = Array(text.unicodeScalars)
    var result: [(x: Double, y: Double, rotation: Double)] = []
    for run in runs {
      let turn = run.rotation * .pi / 180
      // A space between pieces belongs to the text, but to no piece.
      while result.count < scalars.count, scalars[result.count] == " " {
        result.append((run.at.x, run.at.y, run.rotation))
      }
      for place in run.places {
        result.append(
          (run.at.x + place.x * cos(turn), run.at.y + place.x * sin(turn), run.rotation))
      }
    }
    return result
  }
}

/// A name set along one smooth path.
struct NamePath {
  /// Path data of the baseline, through the middle of each piece and on beyond both ends.
  let points: [PaperPoint]
  /// Where the text begins on it, in millimetres.
  let start: Double
  /// What is added after each character, in millimetres.
  let spacing: Double

  init?(_ label: Label) {
    guard let first = label.runs.first, let last = label.runs.last, label.runs.count > 1 else {
      return nil
    }
    let points = label.runs.map(\.at)
    let way = zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
    guard way > 0 else { return nil }
    // A path that ends with the text would lose the last character to rounding.
    let reach = first.size * 1.5
    func beyond(_ end: PaperPoint, _ inner: PaperPoint) -> PaperPoint {
      let distance = max(0.01, end.distance(to: inner))
      return end.moved(
        (end.x - inner.x) / distance * reach, (end.y - inner.y) / distance * reach)
    }
    self.points =
      [beyond(points[0], points[1])] + points
      + [beyond(points[points.count - 1], points[points.count - 2])]
    start = reach - first.width / 2
    let text = label.text
    let covered = way + first.width / 2 + last.width / 2
    let natural = first.face.width(of: text) * first.size
    spacing = (covered - natural) / Double(max(1, text.count - 1))
  }
}
