import MapGeometry

// Most of a file is runs of positions of two numbers that have few digits. They are written here, each
// number rounded once and without growing the output at every step.

extension CanonicalOutput {
  /// Writes a run of positions; `false` when a number has too many digits, and nothing is written then.
  ///
  /// - Parameter turn: The direction that a ring is to have, judged by what will be read back.
  mutating func plainRun(_ points: [GeoPosition], turning turn: RingTurn? = nil) -> Bool {
    let decimals = decimals
    return withUnsafeTemporaryAllocation(of: SIMD2<Int64>.self, capacity: points.count) { whole in
      for (index, point) in points.enumerated() {
        guard let x = DecimalText.scaled(point.longitude, decimals: decimals),
          let y = DecimalText.scaled(point.latitude, decimals: decimals)
        else { return false }
        whole.initializeElement(at: index, to: SIMD2(x, y))
      }
      let whole = UnsafeBufferPointer(whole)
      var isReversed = false
      if let turn {
        let found = RingTurn(area: Self.doubleArea(whole, decimals: decimals))
        isReversed = found != .none && found != turn
      }
      write(whole, reversed: isReversed)
      return true
    }
  }

  /// Twice the area of positions as they will be read back.
  private static func doubleArea(
    _ whole: UnsafeBufferPointer<SIMD2<Int64>>, decimals: Int
  ) -> Double {
    let scale = DecimalText.powers[decimals]
    return RingTurn.doubleArea(
      whole.lazy.map {
        GeoPosition(longitude: Double($0.x) / scale, latitude: Double($0.y) / scale)
      })
  }

  private mutating func write(_ whole: UnsafeBufferPointer<SIMD2<Int64>>, reversed: Bool) {
    let decimals = decimals
    // Two numbers, two brackets and two commas for each position; a bracket before and one behind.
    let room = whole.count * (2 * DecimalText.longest + 4) + 2
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { room in
      guard let start = room.baseAddress else { return }
      var next = start
      func put(_ character: Unicode.Scalar) {
        next.pointee = UInt8(ascii: character)
        next += 1
      }
      put("[")
      for step in whole.indices {
        if step > 0 { put(",") }
        let position = whole[reversed ? whole.count - 1 - step : step]
        put("[")
        next += DecimalText.write(position.x, decimals: decimals, to: next)
        put(",")
        next += DecimalText.write(position.y, decimals: decimals, to: next)
        put("]")
      }
      put("]")
      bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: next - start))
    }
  }
}
