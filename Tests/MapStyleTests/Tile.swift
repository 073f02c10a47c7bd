import Foundation
import GeoJSONCoding
import MapGeometry

/// A tile of a web map, whose positions are whole steps.
struct Tile {
  private let steps: Double

  init?(_ input: JSONValue) {
    guard let zoom = input.array?.first?["canonicalID"]?["z"]?.number else { return nil }
    steps = exp2(zoom) * 8192
  }

  /// The step nearest to a position.
  func rounded(_ position: GeoPosition) -> GeoPosition {
    // The order of operations is the suite's: its values are some thousandths of a metre.
    let x = (180 + position.longitude) / 360
    let y = (180 - (180 / .pi * log(tan(.pi / 4 + position.latitude * .pi / 360)))) / 360
    let (column, row) = ((x * steps).rounded() / steps, (y * steps).rounded() / steps)
    return GeoPosition(
      longitude: column * 360 - 180,
      latitude: 360 / .pi * atan(exp((180 - row * 360) * .pi / 180)) - 90)
  }
}
