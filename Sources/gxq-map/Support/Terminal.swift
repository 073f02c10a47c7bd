#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
internal import Foundation
internal import Messages
internal import PlanFindings

/// Where a person may be watching: data goes to standard output, everything else to standard error.
enum Terminal {
  /// Writes a line to standard error.
  static func note(_ line: String) {
    write(Array((line + "\n").utf8), to: STDERR_FILENO)
  }

  /// Writes data to standard output.
  static func output(_ bytes: [UInt8]) {
    write(bytes, to: STDOUT_FILENO)
  }

  /// Writes text to standard output.
  static func output(_ text: String) {
    output(Array(text.utf8))
  }

  /// Whether findings may be coloured: a terminal that knows colours, and nobody said no.
  static var isColored: Bool {
    let environment = ProcessInfo.processInfo.environment
    if let no = environment["NO_COLOR"], !no.isEmpty { return false }
    if let force = environment["CLICOLOR_FORCE"], force != "0" { return true }
    return isatty(STDOUT_FILENO) == 1 && environment["TERM"] != "dumb"
  }

  /// The language that the arguments or else the environment ask for, whether or not they parse.
  static let spoken: Language = {
    let arguments = CommandLine.arguments
    let words =
      zip(arguments, arguments.dropFirst()).filter { $0.0 == "--lang" }.map(\.1)
      + arguments.filter { $0.hasPrefix("--lang=") }.map { String($0.dropFirst(7)) }
    return language(words.lazy.compactMap { Language(rawValue: $0) }.first)
  }()

  /// The language of messages: the flag, else the locale of the environment.
  static func language(_ flag: Language?) -> Language {
    if let flag { return flag }
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    return locale?.hasPrefix("zh") == true ? .chinese : .english
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    ProgressBar.clear()
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = systemWrite(descriptor, rest)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { giveUp(on: descriptor, errno) }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Ends the program: output that is lost must never look like success.
  private static func giveUp(on descriptor: Int32, _ code: Int32) -> Never {
    if code == EPIPE {
      // A reader that goes away, such as `head`, ends the program without a word.
      signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
    } else if descriptor != STDERR_FILENO {
      let cause = SystemError.wording(of: code)
      note(
        spoken == .chinese
          ? "gxq-map: 错误: 无法写入标准输出：\(cause.chinese)"
          : "gxq-map: error: standard output cannot be written: \(cause.english)")
    }
    exit(70)
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer.SubSequence)
    -> Int
  {
    let chunk = UnsafeRawBufferPointer(rebasing: bytes)
    #if canImport(Glibc)
      return Glibc.write(descriptor, chunk.baseAddress, chunk.count)
    #else
      return Darwin.write(descriptor, chunk.baseAddress, chunk.count)
    #endif
  }
}
