internal import MapStyle

/// Makes label requests out of what a symbol layer says about a feature.
enum LabelRequests {
  /// - Parameter second: What the layer says about the feature in the language that stands below.
  static func of(
    _ feature: MapFeature, layer: StyleLayer, look: LayerLook, second: LayerLook? = nil,
    zoom: Double
  ) -> [LabelRequest] {
    let text = look.text
    guard !text.isEmpty, feature.isLocated else { return [] }
    let sortKey =
      layer.sets("symbol-sort-key")
      ? layer.number("symbol-sort-key", for: feature.style, zoom: zoom) : 0
    let isRequired = layer.metadata["gxq:required"] != "false"
    let label = look.label
    let below = second.map(\.text).flatMap { $0.isEmpty || $0 == text ? nil : $0 }
    func request(_ place: LabelRequest.Place, isRequired: Bool) -> LabelRequest {
      var request = LabelRequest(
        feature: feature.id, styleLayer: layer.id, layer: feature.layer, text: text, place: place,
        look: label, priority: -sortKey, isRequired: isRequired)
      request.second = below
      request.offset = Double(layer.metadata["gxq:offset"] ?? "") ?? 0
      request.spread =
        layer.metadata["gxq:spread"].flatMap(Double.init)
        ?? (label.spacing >= 0.3 ? min(3, label.spacing * 3.5) : 0)
      request.allowsLeader = layer.metadata["gxq:leader"] != "never"
      request.leaderCost = layer.metadata["gxq:leader"] == "last" ? 30 : 0
      return request
    }
    let shape = feature.shape
    if !shape.areas.isEmpty { return [request(.areas(shape.areas), isRequired: isRequired)] }
    if !shape.points.isEmpty {
      let clearance =
        Double(layer.metadata["gxq:clearance"] ?? "") ?? max(1.2, look.icon?.radius ?? 0)
      return [request(.points(spread(shape.points), clearance: clearance), isRequired: isRequired)]
    }
    return along(shape.lines, every: layer.metadata["gxq:repeat"].flatMap(Double.init)) {
      request(.lines([$0]), isRequired: $1 && isRequired)
    }
  }

  /// At most eight of many points, evenly taken: each is as good a place for the name as any other.
  private static func spread(_ points: [PaperPoint]) -> [PaperPoint] {
    guard points.count > 8 else { return points }
    return (0..<8).map { points[$0 * points.count / 8] }
  }

  /// One name anywhere along the longest line, and one more for each further stretch of some millimetres;
  /// only the first must be placed, and all keep apart.
  private static func along(
    _ lines: [[PaperPoint]], every distance: Double?, make: ([PaperPoint], Bool) -> LabelRequest
  ) -> [LabelRequest] {
    let walks = lines.map(LineWalk.init).sorted { $0.length > $1.length }
    guard let longest = walks.first else { return [] }
    let first = make(longest.points, true)
    guard let distance, distance > 5 else { return [first] }
    let count = max(1, Int((longest.length / distance).rounded()))
    guard count > 1 else { return [first] }
    return (0..<count).map { part in
      var request = part == 0 ? first : make(longest.points, false)
      request.part = part
      request.apart = distance * 0.55
      // The first is at home in the middle stretch, the others in those to both sides of it.
      let stretch = part == 0 ? count / 2 : part <= count / 2 ? part - 1 : part
      let (low, high) = (Double(stretch) / Double(count), Double(stretch + 1) / Double(count))
      request.stretch = part == 0 ? max(0, low - 0.2)...min(1, high + 0.2) : low...high
      return request
    }
  }
}
