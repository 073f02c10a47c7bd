#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
internal import DistrictPlan
internal import Foundation
internal import Messages

/// Writes files whole or not at all.
enum OutputFile {
  /// Writes to a temporary name beside the file, then renames it.
  ///
  /// An interrupted run leaves the old file as it was. Folders on the way are made; links and
  /// permissions stay as they are.
  static func write(_ bytes: [UInt8], to path: String) throws(PlanError) {
    try write(to: path) { (sink) throws(PlanError) in try sink.put(bytes) }
  }

  /// As ``write(_:to:)``, of what `body` puts piece after piece.
  static func write(
    to path: String, _ body: (Sink) throws(PlanError) -> Void
  ) throws(PlanError) {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let folder = target.deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw failure(
        path,
        Wording(
          "'\(folder.path)' is no folder that files can be put into",
          zh: "“\(folder.path)”不是可以放入文件的文件夹"))
    }
    var old = stat()
    let exists = stat(target.path, &old) == 0
    if exists, old.st_mode & S_IFMT != S_IFREG {
      // A device or a pipe has no old content to keep.
      guard old.st_mode & S_IFMT != S_IFDIR else { throw failure(path, reason(EISDIR)) }
      let descriptor = open(target.path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw failure(path, reason(errno)) }
      defer { close(descriptor) }
      return try body(Sink(descriptor: descriptor, path: path))
    }
    let mode: mode_t = exists ? old.st_mode & 0o7777 : 0o666
    let temporary = "\(folder.path)/.\(target.lastPathComponent).\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw failure(path, reason(errno)) }
    // The mode of `open` is cut by the user's mask; that of an old file is not.
    if exists { fchmod(descriptor, mode) }
    try Interruption.removing(temporary) { () throws(PlanError) in
      do throws(PlanError) {
        try body(Sink(descriptor: descriptor, path: path))
      } catch {
        close(descriptor)
        unlink(temporary)
        throw error
      }
      guard close(descriptor) == 0, rename(temporary, target.path) == 0 else {
        let cause = errno
        unlink(temporary)
        throw failure(path, reason(cause))
      }
    }
  }

  /// A file that is being written.
  struct Sink {
    fileprivate let descriptor: Int32
    fileprivate let path: String

    /// Writes further bytes.
    func put(_ bytes: [UInt8]) throws(PlanError) {
      guard OutputFile.fill(descriptor, bytes) else {
        throw OutputFile.failure(path, OutputFile.reason(errno))
      }
    }
  }

  /// Adds to the end of a file that others write to as well.
  static func append(_ bytes: [UInt8], to path: String) throws(PlanError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(path, reason(errno)) }
    defer { close(descriptor) }
    guard fill(descriptor, bytes) else { throw failure(path, reason(errno)) }
  }

  /// Writes to a file, or to standard output for `-`.
  static func write(_ bytes: [UInt8], toFileOrStream path: String) throws(PlanError) {
    if path == "-" { Terminal.output(bytes) } else { try write(bytes, to: path) }
  }

  /// Writes all bytes; `false` leaves the cause in `errno`.
  fileprivate static func fill(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[done...])
        let count = systemWrite(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
  }

  fileprivate static func reason(_ code: Int32) -> Wording { SystemError.wording(of: code) }

  fileprivate static func failure(_ path: String, _ reason: Wording) -> PlanError {
    PlanError(
      message: Wording(
        "'\(path)' cannot be written: \(reason.english)",
        zh: "无法写入“\(path)”：\(reason.chinese)"),
      help: Wording("check that the folder exists and may be written to", zh: "检查文件夹是否存在、是否可写"))
  }
}

/// The system's `write`, which methods of that name would hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
