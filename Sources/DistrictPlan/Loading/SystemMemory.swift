internal import GeoJSONCoding

/// The machine's memory and ours, as the system tells it; `nil` where it does not.
public enum SystemMemory {
  /// Bytes that can be had without taking them from anyone: what is free on this machine, and no more than the
  /// limit of the process's group leaves.
  public static var free: Int? {
    let machine = number(behind: "MemAvailable:", in: "/proc/meminfo").map { $0 * 1024 }
    return [machine, group].compactMap { $0 }.min()
  }

  /// Bytes that this process holds.
  public static var held: Int? {
    number(behind: "VmRSS:", in: "/proc/self/status").map { $0 * 1024 }
  }

  /// What the limit of the group leaves, in the words of either version of groups; the cache of its files can be
  /// had as well.
  private static var group: Int? {
    left("/sys/fs/cgroup/memory", limit: "max", used: "current", cache: "file ")
      ?? left(
        "/sys/fs/cgroup/memory/memory", limit: "limit_in_bytes", used: "usage_in_bytes",
        cache: "total_cache ")
  }

  private static func left(_ files: String, limit: String, used: String, cache: String) -> Int? {
    guard let limit = number(behind: "", in: "\(files).\(limit)"),
      let used = number(behind: "", in: "\(files).\(used)")
    else { return nil }
    let taken = max(0, used - (number(behind: cache, in: "\(files).stat") ?? 0))
    return max(0, limit - taken)
  }

  /// The first number of the first line that starts with a word.
  private static func number(behind word: String, in path: String) -> Int? {
    guard let text = try? SourceFile.read(path) else { return nil }
    for number in 1...max(1, text.lineCount) {
      let line = text.line(number)
      guard line.hasPrefix(word) else { continue }
      return Int(
        line.dropFirst(word.count).drop { $0 == " " || $0 == "\t" }.prefix { $0.isNumber })
    }
    return nil
  }
}
