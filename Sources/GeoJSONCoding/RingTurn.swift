import MapGeometry
import Messages

/// Which way a ring turns.
enum RingTurn {
  case counterClockwise
  case clockwise
  /// The ring encloses nothing, or as much on either side.
  case none

  /// The turn of a closed run of positions, by the sign of its area about the first.
  init(_ positions: some RandomAccessCollection<GeoPosition>) {
    self.init(area: RingTurn.doubleArea(positions))
  }

  init(area: Double) {
    self = area > 0 ? .counterClockwise : area < 0 ? .clockwise : .none
  }

  @inline(__always)
  static func doubleArea(_ positions: some RandomAccessCollection<GeoPosition>) -> Double {
    guard let origin = positions.first else { return 0 }
    var sum = 0.0
    var x = 0.0
    var y = 0.0
    for position in positions {
      let nextX = position.longitude - origin.longitude
      let nextY = position.latitude - origin.latitude
      sum += x * nextY - nextX * y
      x = nextX
      y = nextY
    }
    return sum
  }

  /// The fault, when the ring turns against RFC 7946.
  func fault(isExterior: Bool, at offset: Int, _ featureIndex: Int?) -> GeoJSONFault? {
    let wrong: RingTurn = isExterior ? .clockwise : .counterClockwise
    guard self == wrong else { return nil }
    return GeoJSONFault(
      .windingOrder, offset: offset, featureIndex: featureIndex,
      message: isExterior
        ? Wording("the exterior ring turns clockwise", zh: "外环为顺时针")
        : Wording("the ring of a hole turns counter-clockwise", zh: "内环为逆时针"),
      help: Wording("put its positions in reverse order", zh: "将其坐标点倒序"))
  }
}
