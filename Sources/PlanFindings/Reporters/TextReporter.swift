public import Messages
internal import MapGeometry

/// Findings for people: one block each, then what was verified.
public struct TextReporter: Sendable {
  private let language: Language
  private let isColored: Bool
  private let showsAccepted: Bool

  /// Creates a reporter.
  ///
  /// - Parameter isColored: Whether to mark severities with terminal colours.
  public init(language: Language, isColored: Bool, showsAccepted: Bool = false) {
    self.language = language
    self.isColored = isColored
    self.showsAccepted = showsAccepted
  }

  /// The whole report, ending in a line break.
  public func text(of report: CheckReport) -> String {
    let shown = showsAccepted ? report.findings : report.open
    let scope = report.summary.scope.map { $0.phrase[language] + "\n" } ?? ""
    return shown.map { block(for: $0) + "\n" }.joined() + closing(of: report) + scope
  }

  private func block(for finding: Finding) -> String {
    let place = finding.location.map { "\($0): " } ?? ""
    var lines = [finding.message[language]]
    for party in finding.parties where party.location != nil && party.location != finding.location {
      guard let location = party.location else { continue }
      lines.append(
        language == .chinese
          ? "  注：“\(party.name ?? party.id)”在 \(location)"
          : "  note: '\(party.name ?? party.id)' is at \(location)")
    }
    if let anchor = finding.anchor {
      let position =
        DecimalText.fixed(anchor.longitude, decimals: 5) + ", "
        + DecimalText.fixed(anchor.latitude, decimals: 5)
      lines.append(language == .chinese ? "  位置 \(position)" : "  at \(position)")
    }
    if !finding.statements.isEmpty {
      let list = finding.statements.joined(separator: ", ")
      lines.append(language == .chinese ? "  涉及陈述 \(list)" : "  statement \(list)")
    }
    if let help = finding.help {
      lines.append((language == .chinese ? "  建议：" : "  help: ") + help[language])
    }
    if let acceptance = finding.acceptance {
      let conflict = acceptance.conflict.map { " (\($0))" } ?? ""
      lines.append(
        (language == .chinese ? "  已接受\(conflict)：" : "  accepted\(conflict): ")
          + acceptance.reason)
    }
    let head = "\(PlainText.line(place))\(label(of: finding)): "
    return head + lines.map(PlainText.line).joined(separator: "\n")
  }

  private func label(of finding: Finding) -> String {
    let word =
      switch (finding.severity, language) {
      case (.error, .chinese): "错误"
      case (.warning, .chinese): "警告"
      case (.info, .chinese): "提示"
      default: finding.severity.rawValue
      }
    let text = "\(word)[\(finding.code)]"
    guard isColored else { return text }
    let color =
      switch finding.severity {
      case .error: "31"
      case .warning: "33"
      case .info: "36"
      }
    return "\u{1B}[1;\(color)m\(text)\u{1B}[0m"
  }

  private func closing(of report: CheckReport) -> String {
    func count(_ severity: Severity) -> Int {
      report.open.count { $0.severity == severity }
    }
    let s = report.summary
    let (errors, warnings, infos) = (count(.error), count(.warning), count(.info))
    let accepted = report.accepted.count
    return switch language {
    case .english:
      """
      \(errors) \(errors == 1 ? "error" : "errors"), \(warnings) \(warnings == 1 ? "warning" : "warnings"), \
      \(infos) to know, \(accepted) accepted
      verified: \(s.rules) rules on \(s.features) features, \(s.pairs) pairs, \(s.claims) claims of \
      \(s.statements) statements; \(s.belowNoiseFloor) below the noise floor

      """
    case .chinese:
      """
      错误 \(errors)，警告 \(warnings)，提示 \(infos)，已接受 \(accepted)
      已核验：规则 \(s.rules) 条，要素 \(s.features) 个，要素对 \(s.pairs) 对，\(s.statements) 条陈述的论断 \(s.claims) 项；\
      低于噪声阈值 \(s.belowNoiseFloor) 处

      """
    }
  }
}
