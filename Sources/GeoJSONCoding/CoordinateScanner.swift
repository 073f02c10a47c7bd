import MapGeometry

/// Reads well-formed coordinates without making a tree of them.
///
/// Positions of a whole feature follow one another; runs (lines, rings), groups of runs and groups of
/// groups are kept as the places where they end. Whatever is unusual makes a method answer `false`; the
/// caller then reads the feature the careful way, so nothing here has to explain itself.
struct CoordinateScanner: ~Copyable {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var positions = GrowingBuffer<GeoPosition>()
  private(set) var offsets = GrowingBuffer<UInt32>()
  private(set) var extras = ExtraOrdinates()
  private(set) var hasSurplusOrdinates = false
  /// The runs of the last geometry, and the indices behind the last run of each of its groups.
  private(set) var runs = [Outline.Run]()
  private(set) var groupEnds = [Int]()
  /// How deep the last geometry was nested, and where its positions start.
  private(set) var depth = 0
  private(set) var start = 0
  /// How many digits stand behind the decimal point in the last geometry, at most.
  private(set) var mostDecimals = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Forgets the positions of the last feature.
  mutating func reset() {
    positions.removeAll()
    offsets.removeAll()
    extras = ExtraOrdinates()
    hasSurplusOrdinates = false
  }

  /// Reads the coordinates of one geometry; gives the offset behind them, or `nil`.
  mutating func coordinates(at offset: Int) -> Int? {
    runs.removeAll(keepingCapacity: true)
    groupEnds.removeAll(keepingCapacity: true)
    start = positions.count
    mostDecimals = 0
    depth = nesting(at: offset)
    var index = offset
    let isRead =
      switch depth {
      case 1: position(&index)
      case 2: run(&index)
      case 3: group(&index)
      case 4: list(&index) { $0.group(&$1) }
      default: false
      }
    return isRead ? index : nil
  }

  /// How many brackets open before the first number.
  private func nesting(at offset: Int) -> Int {
    var index = offset
    var depth = 0
    while index < bytes.count, bytes[index] == UInt8(ascii: "["), depth < 5 {
      depth += 1
      index = space(after: index)
    }
    return depth
  }

  private mutating func group(_ index: inout Int) -> Bool {
    guard list(&index, { $0.run(&$1) }) else { return false }
    groupEnds.append(runs.count)
    return true
  }

  /// Reads a run of positions.
  ///
  /// Most of a file is read in this loop, so it is written out.
  private mutating func run(_ index: inout Int) -> Bool {
    let offset = index
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "[") else { return false }
    var next = space(after: offset)
    while true {
      guard position(&next) else { return false }
      next = space(from: next)
      guard next < bytes.count else { return false }
      let byte = bytes[next]
      if byte == UInt8(ascii: "]") { break }
      guard byte == UInt8(ascii: ",") else { return false }
      next = space(after: next)
    }
    runs.append(Outline.Run(offset: offset, end: positions.count))
    index = next + 1
    return true
  }

  /// Reads a non-empty array; the index is at its bracket and then behind it.
  @inline(__always)
  private mutating func list(
    _ index: inout Int, _ element: (inout CoordinateScanner, inout Int) -> Bool
  ) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "[") else { return false }
    index = space(after: index)
    while true {
      guard element(&self, &index) else { return false }
      index = space(from: index)
      guard index < bytes.count else { return false }
      if bytes[index] == UInt8(ascii: "]") {
        index += 1
        return true
      }
      guard bytes[index] == UInt8(ascii: ",") else { return false }
      index = space(after: index)
    }
  }

  /// The positions of the last geometry.
  var lastPositions: UnsafeBufferPointer<GeoPosition> {
    positions.elements(from: start, to: positions.count)
  }

  @inline(__always)
  private mutating func position(_ index: inout Int) -> Bool {
    let offset = index
    guard index < bytes.count, bytes[index] == UInt8(ascii: "[") else { return false }
    index = space(after: index)
    guard let longitude = number(&index), separator(&index, UInt8(ascii: ",")),
      let latitude = number(&index)
    else { return false }
    index = space(from: index)
    guard index < bytes.count else { return false }
    if bytes[index] != UInt8(ascii: "]") {
      guard further(&index) else { return false }
    }
    index += 1
    positions.append(GeoPosition(longitude: longitude, latitude: latitude))
    offsets.append(UInt32(truncatingIfNeeded: offset))
    return true
  }

  /// Reads what follows the latitude, up to the closing bracket.
  private mutating func further(_ index: inout Int) -> Bool {
    var count = 2
    while index < bytes.count, bytes[index] != UInt8(ascii: "]") {
      guard separator(&index, UInt8(ascii: ",")), let value = number(&index) else { return false }
      if count == 2 { extras.begin(at: positions.count) }
      extras.append(value)
      count += 1
      index = space(from: index)
    }
    if count > 3 { hasSurplusOrdinates = true }
    return index < bytes.count
  }

  @inline(__always)
  private func separator(_ index: inout Int, _ byte: UInt8) -> Bool {
    index = space(from: index)
    guard index < bytes.count, bytes[index] == byte else { return false }
    index = space(after: index)
    return true
  }

  /// The offset of the first byte from here on that is not space.
  @inline(__always)
  private func space(from index: Int) -> Int {
    guard index < bytes.count, bytes[index] <= 0x20 else { return index }
    return longSpace(from: index)
  }

  @inline(__always)
  private func space(after index: Int) -> Int { space(from: index + 1) }

  @inline(never)
  private func longSpace(from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
      index += 1
    }
    return index
  }

  @inline(__always)
  private mutating func number(_ index: inout Int) -> Double? {
    var decimals = 0
    let number = CoordinateNumber.scan(bytes, &index, &decimals)
    mostDecimals = max(mostDecimals, decimals)
    return number
  }
}
