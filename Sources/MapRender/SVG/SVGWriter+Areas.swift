internal import Workforce

extension SVGWriter {
  /// Writes many areas one after the other, some stretches at a time on all cores, each by itself.
  ///
  /// Not all at once, so that their text is not in memory as a whole; each wave writes where the one before it did.
  mutating func write<Failure: Error>(
    _ areas: AreaDrawing, to put: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let (stretch, wave) = (512, 16 * 512)
    let count = areas.features.count
    let blank = SVGAreas(areas)
    guard count > stretch else {
      var text = blank
      for index in 0..<count { text.write(index, to: &self) }
      return
    }
    try put(out.bytes)
    out.clear()
    let rooms = Guarded<[SVGBytes]>([])
    for start in stride(from: 0, to: count, by: wave) {
      let written = Workers.map(min(wave, count - start), by: stretch) { range in
        var writer = SVGWriter()
        writer.out = rooms.withLock { $0.popLast() } ?? SVGBytes(capacity: stretch * 320)
        var text = blank
        for index in range { text.write(start + index, to: &writer) }
        return writer.out
      }
      for var room in written {
        try put(room.bytes)
        room.clear()
        rooms.withLock { $0.append(room) }
      }
    }
  }
}
