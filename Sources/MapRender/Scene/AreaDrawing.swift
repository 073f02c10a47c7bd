/// The areas of a layer that fills them with colours, each drawn when somebody comes to it.
///
/// A layer may have very many areas. Items that are only written and dropped again would fill more memory than all
/// else, and take longest.
final class AreaDrawing: Sendable {
  let features: [MapFeature]
  let drawing: FeatureDrawing

  /// - Parameter drawing: One that makes one item of each area: there are no patterns and no hatches.
  init(_ features: [MapFeature], _ drawing: FeatureDrawing) {
    self.features = features.allSatisfy(\.hasAreas) ? features : features.filter(\.hasAreas)
    self.drawing = drawing
  }
}

/// The items of a group in the order in which they are drawn: a list, or what is drawn of areas.
struct DrawItems: Sequence, Sendable {
  private enum Source: Sendable {
    case list([DrawItem])
    case areas(AreaDrawing)
  }

  private let source: Source

  init(_ items: [DrawItem]) { source = .list(items) }

  init(_ areas: AreaDrawing) { source = .areas(areas) }

  /// The areas, where the items are what is drawn of them.
  var areas: AreaDrawing? {
    if case .areas(let areas) = source { areas } else { nil }
  }

  var count: Int {
    switch source {
    case .list(let items): items.count
    case .areas(let areas): areas.features.count
    }
  }

  var underestimatedCount: Int { count }

  struct Iterator: IteratorProtocol {
    fileprivate let items: DrawItems
    fileprivate var place = 0

    mutating func next() -> DrawItem? {
      defer { place += 1 }
      switch items.source {
      case .list(let list): return place < list.count ? list[place] : nil
      case .areas(let areas):
        return place < areas.features.count
          ? areas.drawing.items(of: areas.features[place]).first : nil
      }
    }
  }

  func makeIterator() -> Iterator { Iterator(items: self) }
}

extension DrawItems: Hashable {
  static func == (a: DrawItems, b: DrawItems) -> Bool { a.elementsEqual(b) }

  func hash(into hasher: inout Hasher) { for item in self { hasher.combine(item) } }
}

extension DrawItems: ExpressibleByArrayLiteral {
  init(arrayLiteral items: DrawItem...) { self.init(items) }
}
