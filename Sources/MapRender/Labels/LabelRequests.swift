internal import MapStyle

/// Makes label requests out of what a symbol layer says about a feature.
enum LabelRequests {
  static func of(
    _ feature: MapFeature, layer: StyleLayer, look: LayerLook, zoom: Double
  ) -> [LabelRequest] {
    let text = look.text
    guard !text.isEmpty, !feature.shape.isEmpty else { return [] }
    let sortKey =
      layer.sets("symbol-sort-key")
      ? layer.number("symbol-sort-key", for: feature.style, zoom: zoom) : 0
    let isRequired = layer.metadata["gxq:required"] != "false"
    let offset = Double(layer.metadata["gxq:offset"] ?? "") ?? 0
    func request(_ place: LabelRequest.Place, required: Bool) -> LabelRequest {
      var request = LabelRequest(
        feature: feature.id, styleLayer: layer.id, layer: feature.layer, text: text, place: place,
        look: look.label, priority: -sortKey, isRequired: required)
      request.offset = offset
      request.allowsLeader = layer.metadata["gxq:leader"] != "never"
      return request
    }
    let shape = feature.shape
    if !shape.areas.isEmpty { return [request(.areas(shape.areas), required: isRequired)] }
    if !shape.points.isEmpty {
      let clearance =
        Double(layer.metadata["gxq:clearance"] ?? "") ?? max(1.2, look.icon?.radius ?? 0)
      return [request(.points(spread(shape.points), clearance: clearance), required: isRequired)]
    }
    let names = along(shape.lines, layer: layer) {
      request(.lines([$0]), required: $1 && isRequired)
    }
    guard names.count > 1 else { return names }
    return names.map {
      var repeated = $0
      repeated.isRepeated = true
      return repeated
    }
  }

  /// At most eight of many points, evenly taken: each is as good a place for the name as any other.
  private static func spread(_ points: [PaperPoint]) -> [PaperPoint] {
    guard points.count > 8 else { return points }
    return (0..<8).map { points[$0 * points.count / 8] }
  }

  /// One name for each stretch of `gxq:repeat` millimetres; only the first must be placed.
  private static func along(
    _ lines: [[PaperPoint]], layer: StyleLayer, make: ([PaperPoint], Bool) -> LabelRequest
  ) -> [LabelRequest] {
    let walks = lines.map(LineWalk.init).sorted { $0.length > $1.length }
    guard let longest = walks.first else { return [] }
    guard let distance = layer.metadata["gxq:repeat"].flatMap(Double.init), distance > 5 else {
      return [make(longest.points, true)]
    }
    let count = max(1, Int((longest.length / distance).rounded()))
    let middle = count / 2
    return (0..<count).map { index in
      make(
        longest.part(
          from: longest.length * Double(index) / Double(count),
          to: longest.length * Double(index + 1) / Double(count)), index == middle)
    }
  }
}
