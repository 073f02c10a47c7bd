internal import GeoJSONCoding
public import Messages

/// How files that no plan declares were measured: what a plan says in its manifest, somebody must say here.
public struct MeasuringTerms: Hashable, Sendable {
  /// Why the CRS is what it is.
  public enum Reason: Hashable, Sendable {
    /// The user asked for it.
    case asked
    /// It is the zone nearest to the middle of the data, at a longitude in degrees.
    case nearest(longitude: Double)
    /// Nothing lies on Earth, so any zone is as good.
    case anywhere
  }

  /// The code of the CRS, `EPSG:4544`; its definition where it has none.
  public let crs: String
  /// The name in the registry; `nil` when it has none.
  public let name: String?
  /// Why it is that one.
  public let reason: Reason
  /// How near is the same place, in metres, where a rule does not say.
  public let tolerance: Double

  /// Creates a description.
  public init(crs: String, name: String?, reason: Reason, tolerance: Double) {
    self.crs = crs
    self.name = name
    self.reason = reason
    self.tolerance = tolerance
  }

  /// The terms in a sentence.
  public var phrase: Wording {
    let much = Measure(tolerance, .metres).text
    let why =
      switch reason {
      case .asked: Wording("as --crs asks", zh: "由 --crs 指定")
      case .nearest(let longitude):
        Wording(
          "the 3° zone nearest to the middle of the data, \(degrees(longitude))",
          zh: "按数据中部经度 \(degrees(longitude)) 取最近的 3° 带")
      case .anywhere: Wording("as nothing has a place", zh: "没有任何要素有位置")
      }
    return Wording(
      "measured in \(crs)\(name.map { " '\($0)'" } ?? ""), \(why.english); tolerance \(much)",
      zh: "量算坐标系 \(crs)\(name.map { "“\($0)”" } ?? "")，\(why.chinese)；容差 \(much)")
  }

  private func degrees(_ longitude: Double) -> String {
    DecimalText.fixed(abs(longitude), decimals: 2) + (longitude < 0 ? "°W" : "°E")
  }
}
