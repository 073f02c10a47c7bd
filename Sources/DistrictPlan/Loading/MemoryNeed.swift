internal import Messages

/// Whether files fit into memory: a process that asks for too much is ended by the system without a word.
public struct MemoryNeed {
  /// Bytes that can be had; `nil` where nobody says.
  let available: Int?

  /// What can be had on this machine.
  static var here: MemoryNeed { MemoryNeed(available: SystemMemory.free) }

  /// About what a check of areas takes at least: features on the plane, and what rules of coverage make of them.
  static func need(of size: Int) -> Int { size / 10 * 14 }

  /// Refuses files that are too large, before anything is read.
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
      help: Self.help)
  }

  /// Bytes that are left to others.
  private static let reserve = 256 << 20

  /// What is to be said when memory is about to run out, because of what this process holds.
  ///
  /// What a check takes depends on its rules and on what they find, so it is watched rather than foreseen.
  ///
  /// - Parameters:
  ///   - free: Bytes that can still be had.
  ///   - held: Bytes that the process holds.
  public static func shortage(free: Int?, held: Int?) -> PlanError? {
    guard let free, let held, free < reserve, held > 2 * reserve else { return nil }
    return PlanError(
      message: Wording(
        "memory runs out: \(gigabytes(held)) are taken, and no more than \(gigabytes(free)) are free",
        zh: "内存即将耗尽：已用 \(gigabytes(held))，仅余 \(gigabytes(free))"),
      help: help)
  }

  private static let help = Wording(
    "check the files tile by tile, such as with 'ogr2ogr -spat', or on a machine with more memory",
    zh: "请分幅检查（例如用 ogr2ogr -spat 裁出各幅），或换用内存更大的机器")

  private static func gigabytes(_ bytes: Int) -> String {
    let tenths = (bytes + 50_000_000) / 100_000_000
    return "\(tenths / 10).\(tenths % 10) GB"
  }
}
