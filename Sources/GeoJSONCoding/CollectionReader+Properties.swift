/// Which properties somebody wants.
struct PropertyChoice {
  private let wants: (String) -> Bool
  /// What was answered for each place of the key table, as far as anybody asked.
  private var answers: [Bool?] = Array(repeating: nil, count: KeyTable.limit)

  init(_ wants: @escaping (String) -> Bool) { self.wants = wants }

  /// Whether the values of a key are wanted.
  func wants(_ key: String) -> Bool { wants(key) }

  /// Whether the values of a key are wanted, given its place in a key table.
  mutating func wants(_ place: Int, of keys: KeyTable) -> Bool {
    if let answer = answers[place] { return answer }
    let answer = wants(keys[place])
    answers[place] = answer
    return answer
  }
}

extension CollectionReader {
  /// Reads the object of properties at the position and keeps what is wanted.
  mutating func readChosenProperties(of passing: inout PassingFeature) throws(SyntaxError) {
    let (opening, depth, notes) = (scanner.position, scanner.depth, scanner.notes.count)
    if try readKnownProperties(of: &passing) { return }
    (scanner.position, scanner.depth) = (opening, depth)
    scanner.notes.removeSubrange(notes...)
    let members = try scanner.members()
    passing.feature.properties = members.filter { choice?.wants($0.key) != false }
    passing.hasOtherProperties = passing.feature.properties.count < members.count
  }

  /// The way for properties whose keys are in the key table, each once; `false` for others.
  private mutating func readKnownProperties(
    of passing: inout PassingFeature
  ) throws(SyntaxError) -> Bool {
    let opening = scanner.position
    try scanner.descend()
    guard scanner.current != UInt8(ascii: "}") else {
      scanner.ascend()
      return true
    }
    var seen: UInt64 = 0
    repeat {
      let keyOffset = scanner.position
      guard let place = try knownKey(), seen & 1 << UInt64(place) == 0 else { return false }
      seen |= 1 << UInt64(place)
      if choice?.wants(place, of: scanner.keys) != false {
        let value = try scanner.value()
        passing.feature.properties.append(
          JSONMember(scanner.keys[place], value, keyOffset: keyOffset))
      } else {
        passing.hasOtherProperties = true
        try scanner.passValue()
      }
    } while try scanner.separator(closing: UInt8(ascii: "}"), opening: opening)
    return true
  }

  /// Reads a key with its colon; gives its place in the key table, or `nil`.
  private mutating func knownKey() throws(SyntaxError) -> Int? {
    guard let (bytes, isASCII) = scanner.writtenKey() else { return nil }
    let start = scanner.position + 1
    var place = scanner.keys.place(of: bytes)
    if place == nil {
      if !isASCII { try scanner.holdUTF8(from: start, to: start + bytes.count) }
      place = scanner.keys.add(bytes)
    }
    scanner.position = start + bytes.count + 1
    try scanner.colon()
    return place
  }
}
