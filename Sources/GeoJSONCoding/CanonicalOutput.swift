import MapGeometry

/// The bytes of canonical GeoJSON while they are made.
struct CanonicalOutput {
  var bytes = [UInt8]()
  let decimals: Int
  let boundingBoxes: Bool

  init(decimals: Int, boundingBoxes: Bool) {
    self.decimals = min(max(decimals, 0), 15)
    self.boundingBoxes = boundingBoxes
  }

  mutating func text(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func byte(_ character: Unicode.Scalar) { bytes.append(UInt8(ascii: character)) }

  mutating func list(_ features: some Collection<GeoJSONFeature>) {
    for (index, feature) in features.enumerated() {
      text(index == 0 ? "\n" : ",\n")
      self.feature(feature)
    }
  }

  mutating func feature(_ feature: GeoJSONFeature) {
    text(#"{"type":"Feature""#)
    if let identifier = feature.identifier {
      text(#","id":"#)
      json(identifier.value)
    }
    if boundingBoxes { boundingBox(BoundingBox(CollectionOfOne(feature))) }
    text(#","properties":"#)
    if feature.propertiesAreNull { text("null") } else { object(feature.properties) }
    text(#","geometry":"#)
    if let geometry = feature.geometry {
      self.geometry(
        geometry, extras: feature.extraOrdinates, foreign: feature.foreignGeometryMembers)
    } else {
      text("null")
    }
    foreign(feature.foreignMembers)
    byte("}")
  }

  mutating func foreign(_ members: [JSONMember]) {
    for member in members {
      byte(",")
      string(member.key)
      byte(":")
      json(member.value)
    }
  }

  mutating func boundingBox(_ box: BoundingBox) {
    guard !box.isEmpty else { return }
    text(#","bbox":["#)
    for (index, number) in box.numbers.enumerated() {
      if index > 0 { byte(",") }
      self.number(number)
    }
    byte("]")
  }

  @inline(__always)
  mutating func number(_ value: Double) {
    DecimalText.append(value, decimals: decimals, to: &bytes)
  }
}
