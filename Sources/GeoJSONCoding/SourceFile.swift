#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Messages

/// Reads whole files.
public enum SourceFile {
  /// The most bytes that are read: offsets of vertices are kept in 32 bits.
  public static let limit = Int(UInt32.max) - 1

  /// From how many bytes on a file is mapped rather than copied into memory.
  static let mappedSize = 1 << 22

  /// Reads a file, pipe or terminal to its end.
  ///
  /// Symbolic links are followed; whoever takes a path from a file decides beforehand whether to.
  /// Nothing is said about the encoding.
  ///
  /// - Parameter name: The name to show instead of the path, also in errors.
  public static func read(
    _ path: String, as name: String? = nil, limit: Int = SourceFile.limit
  ) throws(SourceFileError) -> SourceText {
    try read(path, as: name ?? path, limit: limit, mappedFrom: mappedSize)
  }

  static func read(
    _ path: String, as shown: String, limit: Int = SourceFile.limit, mappedFrom mappedSize: Int
  ) throws(SourceFileError) -> SourceText {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno, shown) }
    defer { close(descriptor) }
    return SourceText(
      file: shown,
      content: try contents(of: descriptor, path: shown, limit: limit, mappedFrom: mappedSize))
  }

  /// Reads standard input to its end.
  public static func readStandardInput(
    as name: String = "<stdin>", limit: Int = SourceFile.limit
  ) throws(SourceFileError) -> SourceText {
    SourceText(file: name, content: try contents(of: STDIN_FILENO, path: name, limit: limit))
  }

  private static func contents(
    of descriptor: Int32, path: String, limit: Int,
    mappedFrom mappedSize: Int = SourceFile.mappedSize
  ) throws(SourceFileError) -> SourceContent {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(errno, path) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw .directory(path: path)
    case S_IFREG, S_IFIFO, S_IFSOCK: break
    case S_IFCHR where isatty(descriptor) == 1: break
    default: throw .notAFile(path: path)
    }
    guard Int(status.st_size) <= limit else { throw .tooLarge(path: path, limit: limit) }
    let size = Int(status.st_size)
    if status.st_mode & S_IFMT == S_IFREG, size >= mappedSize,
      let file = MappedFile(descriptor, count: size)
    {
      return .mapped(file)
    }
    return .held(try drain(descriptor, expecting: size, path: path, limit: limit))
  }

  /// Reads until the end, however the file grows or shrinks meanwhile.
  private static func drain(
    _ descriptor: Int32, expecting size: Int, path: String, limit: Int
  ) throws(SourceFileError) -> [UInt8] {
    var bytes = [UInt8]()
    var room = size + 1
    while true {
      var code: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        while filled < buffer.count {
          let got = Int(
            readSome(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled))
          if got < 0, errno == EINTR { continue }
          if got < 0 { code = errno }
          guard got > 0 else { break }
          filled += got
        }
      }
      guard code == 0 else { throw failure(code, path) }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= limit else { throw .tooLarge(path: path, limit: limit) }
      guard chunk.count == room else { return bytes }
      room = max(65_536, min(bytes.count, limit - bytes.count + 1))
    }
  }

  private static func readSome(
    _ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer, count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer, count)
    #else
      Darwin.read(descriptor, buffer, count)
    #endif
  }

  private static func failure(_ code: Int32, _ path: String) -> SourceFileError {
    switch code {
    case ENOENT, ENOTDIR: .missing(path: path)
    case EISDIR: .directory(path: path)
    default: .unreadable(path: path, reason: SystemError.wording(of: code))
    }
  }
}
