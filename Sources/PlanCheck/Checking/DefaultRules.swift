public import DistrictPlan
internal import GeoJSONCoding
internal import MapGeometry

/// The rules for files that no plan declares rules for, picked by what the files hold.
public enum DefaultRules {
  /// What holds of any file.
  static let everywhere = ["G01", "D02", "D08", "D11"]

  /// What is expected of areas that share borders, of lines that form a network, and of points; with the
  /// severity, because a gap between parcels or a dead end may be meant.
  static let byFamily: [GeometryFamily: [(code: String, severity: String)]] = [
    .area: [
      ("G02", "error"), ("G05", "warning"), ("G15", "warning"), ("A01", "error"),
      ("A02", "warning"), ("A04", "warning"),
    ],
    .line: [
      ("G03", "warning"), ("G05", "warning"), ("L01", "warning"), ("L07", "warning"),
      ("L08", "info"), ("L09", "warning"), ("N01", "warning"),
    ],
    .point: [("P01", "warning")],
  ]

  /// The declarations for some layers.
  ///
  /// - Parameters:
  ///   - wanted: Codes or names of rules; one that is not picked anyway is declared on every layer
  ///     that it can look at.
  ///   - settings: Settings such as `min_area: 1 m2`, for every rule that takes them.
  public static func declarations(
    for layers: [Layer], adding wanted: [String] = [], settings: [String: String] = [:]
  ) -> [RuleDeclaration] {
    guard let start = layers.first?.location else { return [] }
    var result = everywhere.compactMap { declaration($0, at: start, settings) }
    for layer in layers {
      for (code, severity) in layer.family.flatMap({ byFamily[$0] }) ?? [] {
        let more = ["on": [layer.id], "severity": [severity]]
        declaration(code, more, at: layer.location, settings).map { result.append($0) }
      }
    }
    for name in wanted {
      guard let rule = RuleRegistry.rule(name)?.description else { continue }
      guard !result.contains(where: { $0.rule == rule.code }) else { continue }
      for layer in layers where rule.canLookAt(layer.family) {
        declaration(rule.code, ["on": [layer.id]], at: layer.location, settings)
          .map { result.append($0) }
      }
    }
    return result
  }

  private static func declaration(
    _ code: String, _ parameters: [String: [String]] = [:], at location: SourceLocation,
    _ settings: [String: String]
  ) -> RuleDeclaration? {
    guard let rule = RuleRegistry.rule(code)?.description else { return nil }
    let own = settings.filter { key, _ in rule.parameters.contains { $0.name == key } }
    return RuleDeclaration(
      code, parameters: parameters.merging(own.mapValues { [$0] }) { first, _ in first },
      location: location)
  }
}

extension RuleDescription {
  fileprivate func canLookAt(_ family: GeometryFamily?) -> Bool {
    looksAt.isEmpty || family.map(looksAt.contains) == true
  }
}
