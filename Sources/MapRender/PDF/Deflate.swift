internal import CZlib

/// zlib behind values.
enum Deflate {
  static func packed(_ data: [UInt8]) -> [UInt8]? {
    var length = compressBound(uLong(data.count))
    var status = Z_OK
    let result = [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
      status = compress(buffer.baseAddress, &length, data, uLong(data.count))
      count = status == Z_OK ? Int(length) : 0
    }
    return status == Z_OK ? result : nil
  }

  static func unpacked(_ data: ArraySlice<UInt8>) -> [UInt8]? {
    let data = Array(data)
    // How long it was is not said; nothing of ours shrinks to less than a thousandth.
    for factor in [8, 64, 1100] {
      var length = uLong(data.count * factor + 1024)
      var status = Z_OK
      let result = [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
        status = uncompress(buffer.baseAddress, &length, data, uLong(data.count))
        count = status == Z_OK ? Int(length) : 0
      }
      if status == Z_OK { return result }
      guard status == Z_BUF_ERROR else { return nil }
    }
    return nil
  }

  /// The check sum of PNG's chunks.
  static func checksum(_ data: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32(0, data, uInt(data.count)))
  }
}
