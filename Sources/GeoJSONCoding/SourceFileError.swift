/// Why a file could not be read.
public enum SourceFileError: Error, Hashable, Sendable {
  /// There is no such file.
  case missing(path: String)
  /// The path names a directory.
  case directory(path: String)
  /// The path names a device or something else that holds no text.
  case notAFile(path: String)
  /// The system refused; `reason` is its own message.
  case unreadable(path: String, reason: String)
  /// The file has more bytes than can be read.
  case tooLarge(path: String, limit: Int)
}

extension SourceFileError: CustomStringConvertible {
  /// What is, in the words of a finding.
  public var description: String {
    switch self {
    case .missing(let path): "file '\(path)' does not exist"
    case .directory(let path): "'\(path)' is a directory"
    case .notAFile(let path): "'\(path)' is neither a file nor a pipe"
    case .unreadable(let path, let reason): "file '\(path)' cannot be read: \(reason)"
    case .tooLarge(let path, let limit):
      "file '\(path)' is larger than "
        + (limit < 1_048_576 ? "\(limit) bytes" : "\(limit / 1_048_576) MiB")
    }
  }
}
