#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
public import MapGeometry

extension GeoJSONReader {
  /// Some positions from all over a file, without reading it: a good guess at where its features lie.
  public static func somePositions(in source: SourceText) -> [GeoPosition] {
    let count = 16
    return source.withBytes { bytes in
      (0..<count).compactMap { part in
        firstPosition(in: bytes, from: bytes.count / count * part)
      }
    }
  }

  /// The first position of the first geometry whose coordinates begin behind an offset, if it is plainly written.
  private static func firstPosition(
    in bytes: UnsafeBufferPointer<UInt8>, from offset: Int
  ) -> GeoPosition? {
    let key: StaticString = "\"coordinates\""
    let length = key.utf8CodeUnitCount
    guard let base = bytes.baseAddress else { return nil }
    var index = offset
    let end = min(offset + 1 << 20, bytes.count - length)
    while index < end, let found = memchr(base + index, 0x22, end - index) {
      index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if memcmp(base + index, key.utf8Start, length) == 0 { break }
      index += 1
    }
    index += length
    // A colon, brackets and space.
    while index < bytes.count, bytes[index] <= 0x20 || [0x3A, 0x5B].contains(bytes[index]) {
      index += 1
    }
    var decimals = 0
    guard let longitude = CoordinateNumber.scan(bytes, &index, &decimals) else { return nil }
    while index < bytes.count, bytes[index] <= 0x20 || bytes[index] == 0x2C { index += 1 }
    guard let latitude = CoordinateNumber.scan(bytes, &index, &decimals) else { return nil }
    return GeoPosition(longitude: longitude, latitude: latitude)
  }
}
