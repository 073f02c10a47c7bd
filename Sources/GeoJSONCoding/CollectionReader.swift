#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Messages

/// Reads the root of a GeoJSON file and hands features on.
struct CollectionReader: ~Copyable {
  var scanner: JSONScanner
  var collection: GeoJSONCollection
  /// Whether well-formed features are read without a tree.
  let fast: Bool
  var coordinates: CoordinateScanner
  /// Makes those who take the features of a long list, one for each stretch; `nil` keeps the features in the
  /// collection.
  var makeTaker: (@Sendable () -> any FeatureTaker)?
  /// Those who took features, in the order of the stretches.
  var takers: [any FeatureTaker] = []
  /// Which properties are wanted; `nil` for all.
  var choice: PropertyChoice?
  /// How many bytes of a list are read as one.
  var stretchSize = FeatureStretches.size
  /// How many features were taken.
  var takenCount = 0
  /// The bytes that were read stretch by stretch, and the first carriage return among them.
  var stretched: (bytes: Range<Int>, carriageReturn: Int?)?
  /// How many features have been read.
  var featureCount: Int { takenCount + collection.features.count }

  init(_ source: SourceText, _ bytes: UnsafeBufferPointer<UInt8>, fast: Bool) {
    scanner = JSONScanner(bytes)
    collection = GeoJSONCollection(source: source)
    self.fast = fast
    coordinates = CoordinateScanner(bytes)
  }

  /// Reads the whole file.
  mutating func readRoot() throws(SyntaxError) {
    try scanner.enter()
    noteByteOrderMark()
    let start = scanner.position
    if scanner.current == UInt8(ascii: "{") {
      try readRootObject(start)
      try scanner.leave()
    } else {
      let value = try scanner.value()
      try scanner.leave()
      let kind = value.kindName
      fault(
        .wrongType, start,
        Wording(
          "the root is \(kind.english), where an object is needed", zh: "根为\(kind.chinese)，应为对象"))
    }
    noteCarriageReturn()
  }

  /// Reads features to the end of the file.
  mutating func readSequence() throws(SyntaxError) {
    collection.root = .sequence
    noteByteOrderMark()
    noteCarriageReturn()
    if LineTable.hasByteOrderMark(scanner.bytes.prefix(3)) { scanner.position = 3 }
    while true {
      scanner.skipSpace()
      guard let byte = scanner.current else { return }
      if byte == 0x1E { scanner.position += 1 } else { try readFeature() }
    }
  }

  private mutating func noteByteOrderMark() {
    guard LineTable.hasByteOrderMark(scanner.bytes.prefix(3)) else { return }
    fault(
      .bom, 0, Wording("the file starts with a byte order mark", zh: "文件开头有字节顺序标记"),
      help: Wording("save it as UTF-8 without BOM", zh: "另存为不带 BOM 的 UTF-8"))
  }

  private mutating func noteCarriageReturn() {
    let looked = stretched?.bytes ?? 0..<0
    guard
      let offset = carriageReturn(in: 0..<looked.lowerBound) ?? stretched?.carriageReturn
        ?? carriageReturn(in: looked.upperBound..<scanner.bytes.count)
    else { return }
    fault(
      .carriageReturn, offset,
      Wording("the lines end with a carriage return", zh: "行尾有回车符"),
      help: Wording("end them with a line feed alone", zh: "行尾只用换行符"))
  }

  /// The offset of the first carriage return among some bytes.
  func carriageReturn(in range: Range<Int>) -> Int? {
    guard let base = scanner.bytes.baseAddress,
      let found = memchr(base + range.lowerBound, 0x0D, range.count)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private mutating func readRootObject(_ start: Int) throws(SyntaxError) {
    try scanner.descend()
    var members = [JSONMember]()
    var listed: JSONMember?
    var more = scanner.current != UInt8(ascii: "}")
    if !more { scanner.ascend() }
    while more {
      let keyOffset = scanner.position
      let key = try scanner.key()
      let valueOffset = scanner.position
      if key == "features", listed == nil, scanner.current == UInt8(ascii: "[") {
        try readFeatures()
        let list = JSONMember(key, JSONValue(.array([]), offset: valueOffset), keyOffset: keyOffset)
        listed = list
        members.append(list)
      } else {
        let value = try scanner.value()
        members.append(JSONMember(key, value, keyOffset: keyOffset))
        if fast, members.count == 1, key == "type", try readBareRoot(value, start) { return }
      }
      more = try scanner.separator(closing: UInt8(ascii: "}"), opening: start)
    }
    for index in members.repeatedIndices {
      scanner.notes.append(.duplicateKey(members[index].key, offset: members[index].keyOffset))
    }
    takeNotes(featureIndex: nil)
    try interpretRoot(members, at: start, listed: listed)
  }

  /// Reads a file that is one feature or one geometry the fast way, when its type comes first.
  private mutating func readBareRoot(_ type: JSONValue, _ start: Int) throws(SyntaxError) -> Bool {
    guard let name = type.text, name != "FeatureCollection" else { return false }
    let saved = (scanner.position, scanner.depth)
    scanner.position = start
    scanner.depth -= 1
    let isFeature = name == "Feature"
    if let feature = isFeature ? try fastFeature() : try fastGeometry() {
      collection.root = isFeature ? .feature : .geometry
      collection.features.append(feature)
      takeNotes(featureIndex: 0)
      return true
    }
    (scanner.position, scanner.depth) = saved
    return false
  }

  /// Reads the array of features at the position.
  private mutating func readFeatures() throws(SyntaxError) {
    takeNotes(featureIndex: nil)
    let opening = scanner.position
    try scanner.descend()
    guard scanner.current != UInt8(ascii: "]") else {
      scanner.ascend()
      return
    }
    if readStretches(opening: opening),
      try !scanner.separator(closing: UInt8(ascii: "]"), opening: opening)
    {
      return
    }
    repeat {
      try readFeature()
    } while try scanner.separator(
      closing: UInt8(ascii: "]"), opening: opening)
  }

  /// Reads the feature at the position.
  mutating func readFeature() throws(SyntaxError) {
    let index = featureCount
    if fast, let feature = try fastFeature() {
      collection.features.append(feature)
    } else if let feature = try carefulFeature() {
      collection.features.append(feature)
    }
    takeNotes(featureIndex: index)
  }

  /// Reads the feature at the position with all its faults; `nil` where it is none.
  mutating func carefulFeature() throws(SyntaxError) -> GeoJSONFeature? {
    let value = try scanner.value()
    var interpreter = FeatureInterpreter(featureIndex: featureCount)
    let feature = interpreter.feature(value)
    collection.faults += interpreter.faults
    return feature
  }

  /// Turns what the scanner noted into faults.
  mutating func takeNotes(featureIndex: Int?) {
    for note in scanner.notes {
      switch note {
      case .duplicateKey(let key, let offset):
        fault(
          .duplicateKey, offset, Wording("the key '\(key)' is repeated", zh: "键“\(key)”重复"),
          index: featureIndex,
          help: Wording(
            "keep one of the two; which one counts depends on the reader", zh: "只保留其一；各软件所取可能不同"))
      case .hugeNumber(let literal, let offset):
        fault(
          .hugeNumber, offset,
          Wording(
            "the number \(literal.prefix(24)) is larger than a Double can hold",
            zh: "数字 \(literal.prefix(24)) 超出双精度范围"), index: featureIndex,
          help: Wording(
            "a Double reaches to 1.8e308; write the number that was meant",
            zh: "双精度数最大为 1.8e308，请写出本意的数字"))
      }
    }
    scanner.notes.removeAll(keepingCapacity: true)
  }

  mutating func fault(
    _ kind: GeoJSONFault.Kind, _ offset: Int, _ message: Wording, index: Int? = nil,
    help: Wording? = nil
  ) {
    collection.faults.append(
      GeoJSONFault(kind, offset: offset, featureIndex: index, message: message, help: help))
  }

  /// The collection with its faults in file order.
  consuming func finish() -> GeoJSONCollection {
    var collection = collection
    let order = collection.faults.indices.sorted {
      (collection.faults[$0].offset, $0) < (collection.faults[$1].offset, $1)
    }
    collection.faults = order.map { collection.faults[$0] }
    return collection
  }
}
