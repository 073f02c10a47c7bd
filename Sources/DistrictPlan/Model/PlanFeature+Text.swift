public import GeoJSONCoding

extension PlanFeature {
  /// Where a property's key stands; the feature's own place where it has none.
  public func keyLocation(of key: String) -> SourceLocation {
    properties.last { $0.key == key }.map { home.source.location(at: $0.keyOffset) } ?? location
  }

  /// How many positions the file writes for the feature.
  public var writtenPositionCount: Int { vertexOffsets.count }

  /// The numbers of a position as the file writes them; empty where there is no such position.
  public func writtenNumbers(ofVertex index: Int) -> [String] {
    let offsets = vertexOffsets
    guard offsets.indices.contains(index) else { return [] }
    let start = Int(offsets[index]) + 1
    // No position that anybody writes is longer.
    let bytes = home.source.bytes(in: start..<start + 4096).prefix { $0 != UInt8(ascii: "]") }
    return bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
      String(decoding: $0.filter { !($0.isASCIISpace) }, as: UTF8.self)
    }
  }
}

extension UInt8 {
  /// Whether the byte is white space in JSON.
  fileprivate var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
