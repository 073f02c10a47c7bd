import MapGeometry
import Messages

extension FeatureInterpreter {
  /// Makes a geometry of a coordinates array.
  mutating func coordinates(_ value: JSONValue, of type: GeometryType) -> GeometryOutcome {
    guard let elements = value.array else {
      fault(
        .wrongType, value.offset,
        .mistyped("coordinates", value, needed: .anArray))
      return .faulty
    }
    guard !elements.isEmpty else {
      fault(
        .emptyCoordinates, value.offset,
        Wording("the \(type.rawValue) has no coordinates", zh: "\(type.rawValue) 没有坐标"),
        help: Wording(
          "write \"geometry\":null for a feature without a place",
          zh: "没有位置的要素写作 \"geometry\":null"))
      return .empty
    }
    if let found = value.arrayDepth, found != type.depth {
      fault(
        .nesting, value.offset,
        Wording(
          "the coordinates of a \(type.rawValue) are nested \(type.depth) deep, found \(found)",
          zh: "\(type.rawValue) 的坐标应嵌套 \(type.depth) 层，实际 \(found) 层"))
      return .faulty
    }
    let geometry: GeoGeometry? =
      switch type {
      case .point: position(value).map { .point($0) }
      case .multiPoint: positions(value).map { .multiPoint($0) }
      case .line: line(value).map { .line($0) }
      case .multiLine: list(value) { $0.line($1) }.map { .multiLine($0) }
      case .polygon: polygon(value).map { .polygon($0) }
      case .multiPolygon: list(value) { $0.polygon($1) }.map { .multiPolygon($0) }
      case .collection: nil
      }
    return geometry.map { .whole($0) } ?? .faulty
  }

  /// Reads every element, so that all faults are found; `nil` when one has a fault.
  private mutating func list<Part>(
    _ value: JSONValue, _ read: (inout FeatureInterpreter, JSONValue) -> Part?
  ) -> [Part]? {
    guard let elements = value.array else {
      fault(.nesting, value.offset, .mistyped(value, needed: .anArray))
      return nil
    }
    let parts = elements.compactMap { read(&self, $0) }
    return parts.count == elements.count ? parts : nil
  }

  private mutating func positions(_ value: JSONValue) -> [GeoPosition]? {
    list(value) { $0.position($1) }
  }

  private mutating func position(_ value: JSONValue) -> GeoPosition? {
    guard let elements = value.array else {
      fault(.nesting, value.offset, .mistyped(value, needed: Wording("a position", zh: "坐标点")))
      return nil
    }
    let numbers = elements.compactMap(\.number)
    if let wrong = elements.first(where: { $0.number == nil }) {
      fault(
        .wrongType, wrong.offset, .mistyped(wrong, needed: Wording("a coordinate", zh: "坐标值")))
      return nil
    }
    guard numbers.count >= 2 else {
      fault(
        .tooFewPositions, value.offset,
        Wording(
          "a position needs 2 numbers, found \(numbers.count)",
          zh: "坐标点需要 2 个数，实际 \(numbers.count) 个"))
      return nil
    }
    // The scanner has already reported numbers that are too large.
    guard numbers.allSatisfy(\.isFinite) else { return nil }
    if numbers.count > 3 {
      fault(
        .tooManyOrdinates, value.offset,
        numbers.count == 4 ? Self.fourOrdinates : Self.surplus(numbers.count))
    }
    if numbers.count > 2 { extras.set(numbers.dropFirst(2), at: offsets.count) }
    offsets.append(UInt32(value.offset))
    return GeoPosition(longitude: numbers[0], latitude: numbers[1])
  }

  /// Said of every position of a file with measures, so made once.
  private static let fourOrdinates = surplus(4)

  private static func surplus(_ count: Int) -> Wording {
    Wording(
      "a position has \(count) numbers, where 2 or 3 are expected",
      zh: "坐标点有 \(count) 个数，应为 2 个或 3 个")
  }

  private mutating func line(_ value: JSONValue) -> GeoLine? {
    guard let positions = positions(value) else { return nil }
    guard positions.count >= 2 else {
      fault(
        .tooFewPositions, value.offset,
        Wording(
          "a LineString needs 2 positions, found \(positions.count)",
          zh: "LineString 需要 2 个坐标点，实际 \(positions.count) 个"))
      return nil
    }
    return try? GeoLine(positions)
  }

  private mutating func polygon(_ value: JSONValue) -> GeoPolygon? {
    var isExterior = true
    let rings = list(value) { interpreter, element in
      defer { isExterior = false }
      return interpreter.ring(element, isExterior: isExterior)
    }
    guard let rings else { return nil }
    guard let exterior = rings.first else {
      fault(
        .tooFewPositions, value.offset,
        Wording("a Polygon needs 1 ring, found 0", zh: "Polygon 需要 1 个环，实际没有"))
      return nil
    }
    return GeoPolygon(exterior: exterior, holes: Array(rings.dropFirst()))
  }

  private static let closing = Wording(
    "repeat the first position at the end", zh: "在末尾重复首点")

  private mutating func ring(_ value: JSONValue, isExterior: Bool) -> GeoRing? {
    guard let positions = positions(value) else { return nil }
    guard positions.count >= 4 else {
      let isOpen = positions.count == 3 && positions.first != positions.last
      fault(
        .tooFewPositions, value.offset,
        Wording(
          "a ring needs 4 positions, found \(positions.count)",
          zh: "环需要 4 个坐标点，实际 \(positions.count) 个"), help: isOpen ? Self.closing : nil)
      return nil
    }
    guard positions.first == positions.last else {
      fault(
        .unclosedRing, value.array?.last?.offset ?? value.offset,
        Wording("the ring ends at another position than it starts", zh: "环的末点与首点不同"),
        help: Self.closing)
      return nil
    }
    if let fault = RingTurn(positions).fault(isExterior: isExterior, at: value.offset, featureIndex)
    {
      faults.append(fault)
    }
    return try? GeoRing(positions)
  }
}

typealias GeoLine = Line<GeoPosition>
typealias GeoRing = Ring<GeoPosition>
typealias GeoPolygon = Polygon<GeoPosition>

extension JSONValue {
  /// How deep arrays are nested along their first elements; `nil` where an empty one or something
  /// other than a number ends it.
  fileprivate var arrayDepth: Int? {
    var depth = 0
    var value = self
    while let elements = value.array {
      guard let first = elements.first else { return nil }
      depth += 1
      value = first
    }
    return value.number == nil ? nil : depth
  }
}
