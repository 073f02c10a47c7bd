#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Messages

/// Hands on the features of a large file piece by piece and keeps nothing of what it has handed on.
///
/// Only brackets and strings are looked at, to find where features end; whoever takes a piece reads it
/// with ``GeoJSONReader/readSequence(_:)``. A file that is put together in another way than a feature
/// collection ends the stream, which ``isBroken`` then tells: such a file is to be read whole.
public struct FeatureStream: ~Copyable {
  /// How many bytes a piece has, unless one feature alone has more: few enough for a core's own cache.
  static let pieceSize = 1 << 18

  private let descriptor: Int32
  private let size: Int
  private var pending: [UInt8] = []
  private var isAtEnd = false
  private var hasEnded = false
  /// The root object around an empty list: what stands before the features, and what stands behind.
  public private(set) var frame: [UInt8] = []
  /// Whether the file is no feature collection, or not to its end.
  public private(set) var isBroken = false

  /// Opens a file and reads to its first feature.
  public init(_ path: String) throws(SourceFileError) {
    try self.init(path, pieceSize: Self.pieceSize)
  }

  init(_ path: String, pieceSize: Int) throws(SourceFileError) {
    descriptor = try Self.descriptor(of: path)
    size = pieceSize
    fill()
    guard let start = Self.firstFeature(in: pending) else {
      (isBroken, hasEnded) = (true, true)
      return
    }
    frame = Array(pending[..<start])
    pending.removeSubrange(..<start)
  }

  deinit { close(descriptor) }

  /// How much of the file has been read, 0 to 1; 0 where its length is not known.
  public var shareRead: Double {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0 else { return 0 }
    return min(1, Double(max(0, lseek(descriptor, 0, SEEK_CUR))) / Double(status.st_size))
  }

  private static func descriptor(of path: String) throws(SourceFileError) -> Int32 {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { throw .missing(path: path) }
      throw .unreadable(path: path, reason: SystemError.wording(of: errno))
    }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw .directory(path: path)
    }
    return descriptor
  }

  /// Whole features behind one another, with line breaks in the place of commas; `nil` at the end.
  public mutating func next() -> [UInt8]? {
    while !hasEnded {
      fill()
      var piece = FeatureEnds(&pending)
      if piece.closing == nil, piece.end == 0, isAtEnd {
        (isBroken, hasEnded) = (true, true)
        return nil
      }
      if let closing = piece.closing {
        piece.end = closing
        hasEnded = true
        frame += pending[closing...] + rest()
      }
      guard piece.end > 0 else { continue }
      let features = Array(pending[..<piece.end])
      pending.removeSubrange(..<piece.end)
      return features
    }
    return nil
  }

  /// Reads one more piece behind what is pending.
  private mutating func fill() {
    let wanted = max(size, pending.count * 2)
    while !isAtEnd, pending.count < wanted {
      let block = read(wanted - pending.count)
      if block.isEmpty { isAtEnd = true }
      if pending.isEmpty { pending = block } else { pending += block }
    }
  }

  private mutating func rest() -> [UInt8] {
    var rest: [UInt8] = []
    while !isAtEnd {
      let block = read(size)
      if block.isEmpty { isAtEnd = true }
      rest += block
    }
    return rest
  }

  private func read(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      var got = -1
      repeat {
        got = readSome(descriptor, buffer.baseAddress, count)
      } while got < 0 && errno == EINTR
      filled = max(got, 0)
    }
  }

  /// The offset behind the bracket that opens the features of the root object.
  private static func firstFeature(in bytes: [UInt8]) -> Int? {
    var depth = 0
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""):
        let start = index + 1
        index = start
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        if depth == 1, index < bytes.count, bytes[start..<index].elementsEqual("features".utf8),
          let list = behind(":", in: bytes, from: index + 1)
        {
          return behind("[", in: bytes, from: list)
        }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The offset behind a character that only space may precede.
  private static func behind(_ character: Unicode.Scalar, in bytes: [UInt8], from start: Int)
    -> Int?
  {
    var index = start
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    return index < bytes.count && bytes[index] == UInt8(ascii: character) ? index + 1 : nil
  }
}

/// The system's `read`, which methods of that name would hide.
private func readSome(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int)
  -> Int
{
  read(descriptor, buffer, count)
}
