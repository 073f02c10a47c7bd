/// How far a project or work has come, as a rung of a ladder.
public enum Status: String, Hashable, Sendable, CaseIterable {
  /// Being thought about.
  case conceived = "谋划"
  /// Applied for.
  case applied = "申建"
  /// Being prepared.
  case prepared = "筹建"
  /// Set going.
  case launched = "启动"
  /// Ground broken.
  case started = "开工"
  /// Found its site.
  case settled = "落地"
  /// Under construction.
  case building = "在建"
  /// Finished.
  case built = "建成"
  /// There before any document speaks.
  case existing = "现状"
  /// The deadline has passed and nothing is reported.
  case unknown = "未知"

  /// The height on the ladder; `nil` for what stands beside it.
  public var rung: Int? {
    switch self {
    case .conceived: 0
    case .applied, .prepared: 1
    case .launched: 2
    case .started, .settled: 3
    case .building: 4
    case .built: 5
    case .existing, .unknown: nil
    }
  }

  /// The English name of the rung.
  public var englishName: String {
    switch self {
    case .conceived: "conceived"
    case .applied: "applied for"
    case .prepared: "prepared"
    case .launched: "launched"
    case .started: "ground broken"
    case .settled: "settled"
    case .building: "under construction"
    case .built: "built"
    case .existing: "existing"
    case .unknown: "unknown"
    }
  }
}
