import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The built program, run as a user runs it.
struct Program {
  /// What came of one run.
  struct Outcome: CustomStringConvertible {
    /// The exit status; 128 and the signal's number when a signal ended it.
    let status: Int32
    /// The bytes of standard output.
    let bytes: Data
    /// The text of standard error.
    let errors: String

    /// The text of standard output.
    var output: String { String(decoding: bytes, as: UTF8.self) }
    /// The lines of standard error.
    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
    /// The lines of standard output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }

    var description: String {
      "status \(status)\n--- output\n\(output.prefix(2000))\n--- errors\n\(errors.prefix(2000))"
    }
  }

  enum Failure: Error {
    case notBuilt(String)
    case notStarted(Int32)
    case hangs(String)
  }

  /// The program's path: SwiftPM puts it beside the tests.
  static let path: String = {
    #if canImport(Glibc)
      let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    #else
      let bundles = Bundle.allBundles.map(\.bundleURL)
      let tests = bundles.first { $0.pathExtension == "xctest" } ?? Bundle.main.bundleURL
    #endif
    return tests.deletingLastPathComponent().appendingPathComponent("gxq-map").path
  }()

  /// How long a run may take before it counts as hanging, in seconds.
  static let patience = 120.0

  /// Runs the program.
  ///
  /// - Parameters:
  ///   - directory: The working directory.
  ///   - environment: Variables to add; the locale is C and `GXQ_PLAN` unset unless given here.
  static func run(
    _ arguments: [String], in directory: String, environment: [String: String] = [:]
  ) throws -> Outcome {
    guard FileManager.default.isExecutableFile(atPath: path) else { throw Failure.notBuilt(path) }
    return try run(path, arguments, in: directory, environment: environment)
  }

  /// Runs a shell command, with the program as `$GXQ`.
  static func shell(
    _ command: String, in directory: String, environment: [String: String] = [:]
  ) throws -> Outcome {
    var variables = environment
    variables["GXQ"] = path
    return try run("/bin/sh", ["-c", command], in: directory, environment: variables)
  }

  /// Runs any program with both streams in files, so that no pipe ever fills up.
  static func run(
    _ program: String, _ arguments: [String], in directory: String,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let streams = try Workspace()
    var variables = ProcessInfo.processInfo.environment
    for name in ["GXQ_PLAN", "SOURCE_DATE_EPOCH", "NO_COLOR", "CLICOLOR_FORCE", "LC_MESSAGES"] {
      variables[name] = nil
    }
    variables["LANG"] = nil
    variables["LC_ALL"] = "C"
    variables.merge(environment) { _, new in new }
    let child = try spawn(
      program, arguments, in: directory, variables: variables, output: streams.path("out"),
      errors: streams.path("err"))
    let status = try wait(for: child, "\(program) \(arguments)")
    return Outcome(
      status: status, bytes: try streams.data("out"),
      errors: String(decoding: try streams.data("err"), as: UTF8.self))
  }

  private static func spawn(
    _ program: String, _ arguments: [String], in directory: String, variables: [String: String],
    output: String, errors: String
  ) throws -> pid_t {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let writing = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, writing, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, writing, 0o600)
    // The shell changes the directory, which not every posix_spawn can.
    let shell = ["/bin/sh", "-c", "cd \"$1\" && shift && exec \"$@\"", "sh", directory, program]
    var argv = (shell + arguments).map { strdup($0) }
    var envp = variables.map { strdup("\($0.key)=\($0.value)") }
    defer { for pointer in argv + envp { free(pointer) } }
    argv.append(nil)
    envp.append(nil)
    var child = pid_t()
    var attributes = Self.defaultSignals
    let code = posix_spawn(&child, shell[0], &actions, &attributes, argv, envp)
    guard code == 0 else { throw Failure.notStarted(code) }
    return child
  }

  /// Signals end the child as usual, even where the tests run in the background of a shell.
  #if canImport(Glibc)
    private typealias SpawnAttributes = posix_spawnattr_t
  #else
    private typealias SpawnAttributes = posix_spawnattr_t?
  #endif
  private static var defaultSignals: SpawnAttributes {
    #if canImport(Glibc)
      var attributes = posix_spawnattr_t()
    #else
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    return attributes
  }

  private static func wait(for child: pid_t, _ command: String) throws -> Int32 {
    let start = Date()
    var status: Int32 = 0
    while waitpid(child, &status, WNOHANG) == 0 {
      guard Date().timeIntervalSince(start) < patience else {
        kill(child, SIGKILL)
        waitpid(child, &status, 0)
        throw Failure.hangs(command)
      }
      usleep(500)
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
