/// The bytes of a file: held in memory, or mapped where they lie on disk.
enum SourceContent: Sendable {
  case held([UInt8])
  case mapped(MappedFile)

  var count: Int {
    switch self {
    case .held(let bytes): bytes.count
    case .mapped(let file): file.bytes.count
    }
  }

  func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch self {
    case .held(let bytes): try bytes.withUnsafeBufferPointer(body)
    case .mapped(let file): try body(file.bytes)
    }
  }

  func bytes(in range: Range<Int>) -> [UInt8] {
    switch self {
    case .held(let bytes): range == 0..<bytes.count ? bytes : Array(bytes[range])
    case .mapped(let file): Array(file.bytes[range])
    }
  }

  /// Says that some bytes were looked at by themselves, far from those before.
  func looked() {
    if case .mapped(let file) = self { file.looked() }
  }

  /// Says that some bytes are not needed soon, so that they take no memory meanwhile.
  func forget(_ range: Range<Int>) {
    if case .mapped(let file) = self { file.forget(range) }
  }
}
