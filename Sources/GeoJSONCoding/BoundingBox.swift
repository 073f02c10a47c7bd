import MapGeometry

/// The `bbox` of features: west, south, east, north, with heights when every position has one.
struct BoundingBox {
  private var minimum: [Double] = []
  private var maximum: [Double] = []

  init(_ features: some Collection<GeoJSONFeature>) {
    var dimensions = 3
    for feature in features {
      guard let geometry = feature.geometry else { continue }
      for (index, position) in geometry.positions.enumerated() {
        var numbers = [position.longitude, position.latitude]
        if dimensions == 3, let height = feature.extraOrdinates[index].first {
          numbers.append(height)
        }
        dimensions = min(dimensions, numbers.count)
        extend(to: numbers)
      }
    }
    minimum = Array(minimum.prefix(dimensions))
    maximum = Array(maximum.prefix(dimensions))
  }

  var isEmpty: Bool { minimum.isEmpty }

  /// The corner with the smallest numbers, then the one with the largest.
  var numbers: [Double] { minimum + maximum }

  private mutating func extend(to numbers: [Double]) {
    if minimum.isEmpty {
      minimum = numbers
      maximum = numbers
    }
    for index in 0..<min(numbers.count, minimum.count) {
      minimum[index] = min(minimum[index], numbers[index])
      maximum[index] = max(maximum[index], numbers[index])
    }
  }
}
