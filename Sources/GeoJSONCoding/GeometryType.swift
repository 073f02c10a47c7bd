/// The geometry types of RFC 7946 by name.
@usableFromInline
enum GeometryType: String, CaseIterable {
  case point = "Point"
  case multiPoint = "MultiPoint"
  case line = "LineString"
  case multiLine = "MultiLineString"
  case polygon = "Polygon"
  case multiPolygon = "MultiPolygon"
  case collection = "GeometryCollection"

  /// The name as bytes.
  var word: StaticString {
    switch self {
    case .point: "Point"
    case .multiPoint: "MultiPoint"
    case .line: "LineString"
    case .multiLine: "MultiLineString"
    case .polygon: "Polygon"
    case .multiPolygon: "MultiPolygon"
    case .collection: "GeometryCollection"
    }
  }

  /// How deep the coordinates are nested, a lone position being 1; 0 for a collection, which has none.
  var depth: Int {
    switch self {
    case .point: 1
    case .multiPoint, .line: 2
    case .multiLine, .polygon: 3
    case .multiPolygon: 4
    case .collection: 0
    }
  }
}

extension String {
  /// The one of the words that this is most likely a misspelling of.
  func nearest(among words: [String]) -> String? {
    let ranked = words.map { (word: $0, distance: editDistance(to: $0)) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(1, best.word.count / 3) ? best.word : nil
  }

  /// How many letters to add, drop or change; case counts nothing.
  private func editDistance(to other: String) -> Int {
    let a = Array(lowercased().unicodeScalars.prefix(64))
    let b = Array(other.lowercased().unicodeScalars)
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var diagonal = i
      row[0] = i + 1
      for (j, right) in b.enumerated() {
        let change = diagonal + (left == right ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = Swift.min(change, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}
