internal import DistrictPlan
internal import MapGeometry
internal import MapProjection
internal import MapStyle
internal import Messages
public import PlanFindings

/// What came of looking a finished sheet over.
public struct SheetLint: Sendable {
  /// What offends the rules.
  public let findings: [Finding]
  /// What was seen.
  public let statistics: SheetStatistics

  /// Joins findings that several themes share into one that names them all.
  public static func joined(_ all: [SheetLint]) -> [Finding] {
    struct Key: Hashable {
      let code: String
      let message: String
      let parties: [String]
      let box: [Double]
    }
    var index: [Key: Int] = [:]
    var result: [Finding] = []
    for finding in all.flatMap(\.findings) {
      guard let sheet = finding.sheet else { continue }
      let key = Key(
        code: finding.code, message: finding.message.english, parties: finding.parties.map(\.id),
        box: [sheet.minX, sheet.minY, sheet.maxX, sheet.maxY])
      if let known = index[key] {
        result[known].sheet?.themes += sheet.themes
      } else {
        index[key] = result.count
        result.append(finding)
      }
    }
    return result
  }
}

extension RenderedSheet {
  /// Looks the sheet over.
  ///
  /// - Parameter wants: Whether a rule takes part, by its code.
  public func lint(_ wants: (_ code: String) -> Bool = { _ in true }) -> SheetLint {
    let sheet = LintSheet(self)
    var findings: [Finding] = []
    for rule in LintRegistry.rules where wants(rule.description.guide.code) {
      let guide = rule.description.guide
      let declared = account.sheet.severities[guide.code]
      guard let severity = declared ?? guide.severity else { continue }
      findings += rule.findings(in: sheet).map { finding($0, of: guide, severity) }
    }
    return SheetLint(findings: findings, statistics: statistics(of: sheet))
  }

  private func statistics(of sheet: LintSheet) -> SheetStatistics {
    var smallest: SheetStatistics.Extreme?
    var faintest: SheetStatistics.Extreme?
    for (text, seen) in zip(sheet.texts, sheet.contrasts) where !text.isSign {
      let height = text.run.inkHeight
      if height < smallest?.value ?? .infinity {
        smallest = SheetStatistics.Extreme(text: text.whole, value: height)
      }
      guard let seen else { continue }
      if seen.contrast < faintest?.value ?? .infinity {
        faintest = SheetStatistics.Extreme(text: text.whole, value: seen.contrast)
      }
    }
    func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }
    return SheetStatistics(
      sheet: id, theme: account.sheet.theme.id, placed: labels.placed,
      unplaced: labels.unplaced.count, texts: sheet.texts.count, smallest: smallest,
      faintest: faintest, entries: sheet.entries.count,
      pairs: pairs(sheet.labels.count) + pairs(sheet.furnitureTexts.count)
        + pairs(sheet.entries.count) + pairs(sheet.pieces.count))
  }

  private func finding(
    _ lint: LintFinding, of guide: RuleGuide, _ severity: Severity
  ) -> Finding {
    let plan = account.plan
    var parties: [Finding.Party] = []
    for id in lint.features where !parties.contains(where: { $0.id == id }) {
      let feature = plan.feature(id)
      parties.append(
        Finding.Party(
          id: id, name: feature?.name, location: feature?.location,
          layer: feature.flatMap { feature in plan.layers.first { $0.contains(feature) }?.id }))
    }
    for name in lint.styleLayers {
      let layer = account.sheet.style.layers.first { $0.id == name }
      parties.append(Finding.Party(id: name, name: nil, location: layer?.location))
    }
    let sheet = account.sheet
    parties.append(Finding.Party(id: id, name: sheet.title.chinese, location: sheet.location))
    let (geometry, anchor) = ground(of: lint.box)
    var finding = Finding(
      code: guide.code, ruleName: guide.name, severity: severity,
      message: Wording(
        "\(lint.message.english) on sheet '\(id)'", zh: "图纸“\(id)”：\(lint.message.chinese)"),
      parties: parties, measure: lint.measure, geometry: geometry, anchor: anchor, help: lint.help)
    finding.sheet = SheetPlace(
      sheet: id, themes: [sheet.theme.id].compactMap { $0 }, minX: Self.rounded(lint.box.minX),
      minY: Self.rounded(lint.box.minY), maxX: Self.rounded(lint.box.maxX),
      maxY: Self.rounded(lint.box.maxY))
    return finding
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  /// Where a box of the paper lies on the ground, when its middle is on a map.
  private func ground(of box: PaperBox) -> (GeoGeometry?, GeoPosition?) {
    guard
      let view = page.maps.first(where: { $0.placement.frame.contains(box.center) }),
      let corners = try? account.plan.transformer.unproject(
        (box.ring + [box.center]).map(view.placement.ground)), corners.count == 6
    else { return (nil, nil) }
    let center = corners[5]
    guard box.width > 0, box.height > 0, let ring = try? Ring(Array(corners[0..<5].reversed()))
    else { return (.point(center), center) }
    return (.polygon(Polygon(exterior: ring, holes: [])), center)
  }
}
