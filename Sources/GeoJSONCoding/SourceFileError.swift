public import Messages

/// Why a file could not be read.
public enum SourceFileError: WordedError, Hashable, Sendable {
  /// There is no such file.
  case missing(path: String)
  /// The path names a directory.
  case directory(path: String)
  /// The path names a device or something else that holds no text.
  case notAFile(path: String)
  /// The system refused, for a reason of its own.
  case unreadable(path: String, reason: Wording)
  /// The file has more bytes than can be read.
  case tooLarge(path: String, limit: Int)
}

extension SourceFileError {
  /// What is, in the words of a finding.
  public var wording: Wording {
    switch self {
    case .missing(let path): Wording("file '\(path)' does not exist", zh: "文件“\(path)”不存在")
    case .directory(let path): Wording("'\(path)' is a directory", zh: "“\(path)”是文件夹")
    case .notAFile(let path):
      Wording("'\(path)' is neither a file nor a pipe", zh: "“\(path)”既不是文件也不是管道")
    case .unreadable(let path, let reason):
      Wording(
        "file '\(path)' cannot be read: \(reason.english)", zh: "文件“\(path)”无法读取：\(reason.chinese)")
    case .tooLarge(let path, let limit):
      Wording(
        "file '\(path)' is larger than \(Self.size(limit).english)",
        zh: "文件“\(path)”大于 \(Self.size(limit).chinese)")
    }
  }

  private static func size(_ bytes: Int) -> Wording {
    bytes < 1_048_576
      ? Wording("\(bytes) bytes", zh: "\(bytes) 字节")
      : Wording("\(bytes / 1_048_576) MiB", zh: "\(bytes / 1_048_576) MiB")
  }
}
