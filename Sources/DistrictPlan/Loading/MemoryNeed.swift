internal import GeoJSONCoding
internal import Messages

/// Whether files fit into memory, told before anything is read: a process that asks for too much is ended by
/// the system without a word.
struct MemoryNeed {
  /// Bytes that can be had without taking them from anyone; `nil` where nobody says.
  let available: Int?

  /// What is free on this machine, and no more than the limit of the process's group.
  static var here: MemoryNeed {
    let free = number(behind: "MemAvailable:", in: "/proc/meminfo").map { $0 * 1024 }
    let limit = number(behind: "", in: "/sys/fs/cgroup/memory.max")
    return MemoryNeed(available: [free, limit].compactMap { $0 }.min())
  }

  /// About what a check takes: features on the plane, and what rules of coverage make of them.
  static func need(of size: Int) -> Int { size / 10 * 14 }

  /// Refuses files that are too large.
  func hold(_ sizes: [Int]) throws(PlanError) {
    let size = sizes.reduce(0, +)
    guard let available, Self.need(of: size) > available else { return }
    let (whole, need, free) = (
      Self.gigabytes(size), Self.gigabytes(Self.need(of: size)), Self.gigabytes(available)
    )
    throw PlanError(
      message: Wording(
        "the files hold \(whole), for which about \(need) of memory are needed, and \(free) are free",
        zh: "文件共 \(whole)，约需内存 \(need)，可用内存 \(free)"),
      help: Wording(
        "check them tile by tile, such as with 'ogr2ogr -spat', or on a machine with more memory",
        zh: "请分幅检查（例如用 ogr2ogr -spat 裁出各幅），或换用内存更大的机器"))
  }

  private static func gigabytes(_ bytes: Int) -> String {
    let tenths = (bytes + 50_000_000) / 100_000_000
    return "\(tenths / 10).\(tenths % 10) GB"
  }

  /// The first number of a line that starts with a word.
  private static func number(behind word: String, in path: String) -> Int? {
    guard let text = try? SourceFile.read(path) else { return nil }
    for number in 1...max(1, text.lineCount) {
      let line = text.line(number)
      guard line.hasPrefix(word) else { continue }
      return Int(line.dropFirst(word.count).drop { $0 == " " }.prefix { $0.isNumber })
    }
    return nil
  }
}
