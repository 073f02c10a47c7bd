public import DistrictPlan
internal import MapGeometry
internal import MapProjection
internal import PlanFindings

extension ExamplePlan {
  /// The projected CRS of examples: transverse Mercator about the origin, metres.
  static let crs = "+proj=tmerc +lat_0=0 +lon_0=0 +k=1 +x_0=0 +y_0=0 +ellps=GRS80 +units=m"

  /// Made once: looking a CRS up takes longer than checking an example.
  private static let transformer = Result { try Transformer(to: CRS(crs)) }

  /// The plan as files, with one declaration of a rule.
  ///
  /// Layers: one for every kind, named as the kind with an `s` and dashes for underscores
  /// (`districts`, `road-works`); `with:` and `on:` in the settings use them.
  public func texts(for rule: RuleDescription) throws -> PlanTexts {
    let kinds = FeatureKind.allCases.map(\.rawValue)
    let layers = kinds.map { kind in
      "  - {id: \(kind.replacing("_", with: "-"))s, file: plan.geojson, kind: \(kind)}"
    }
    var declaration = "  - rule: \(rule.code)\n"
    for setting in settings { declaration += "    \(setting)\n" }
    if rule.needsFeatures, !settings.contains(where: { $0.hasPrefix("\(rule.featuresKey):") }) {
      let used = Set(features.map { $0.kind.replacing("_", with: "-") + "s" }).sorted()
      declaration += "    \(rule.featuresKey): [\(used.joined(separator: ", "))]\n"
    }
    var all = [
      "plan.yaml": """
      gxq_map: 1
      title: example
      crs: "\(Self.crs)"
      precision: 11
      documents: documents.yaml
      statements: statements.yaml
      exceptions: exceptions.yaml
      layers:
      \(layers.joined(separator: "\n"))
      rules:
      \(declaration)\(manifest)
      """,
      "documents.yaml": """
      documents:
        - {id: D1, title: example, date: '2020-01-01', sequence: 1}
      """,
      "statements.yaml": statements,
      "exceptions.yaml": "exceptions: []\n",
      "plan.geojson": try geojson(),
    ]
    all.merge(files) { _, own in own }
    return PlanTexts(files: all)
  }

  private var statements: String {
    let head = "statements:\n  - id: S1\n    document: D1\n    says: example\n    terms: []\n"
    guard !claims.isEmpty else {
      return head + "    out_of_scope: {because: none, note: example}\n"
    }
    return head + "    claims:\n" + claims.map { "      - \($0)\n" }.joined()
  }

  private func geojson() throws -> String {
    let transformer = try Self.transformer.get()
    let lines = try features.map { try $0.text(using: transformer) }
    return "{\"type\":\"FeatureCollection\",\"features\":[\n\(lines.joined(separator: ",\n"))\n]}\n"
  }
}

extension ExampleFeature {
  fileprivate func text(using transformer: Transformer) throws -> String {
    let more = properties.isEmpty ? "" : ",\(properties)"
    let basis = properties.contains("\"basis\"") ? "" : ",\"basis\":\"assumed\""
    return """
      {"type":"Feature","id":"\(id)","properties":{"id":"\(id)","kind":"\(kind)"\(basis)\(more)},\
      "geometry":\(try geometry(using: transformer))}
      """
  }

  private func geometry(using transformer: Transformer) throws -> String {
    func position(_ point: (Double, Double)) throws -> String {
      let positions = try transformer.unproject([PlanePoint(x: point.0, y: point.1)])
      return "["
        + positions.flatMap { [$0.longitude, $0.latitude] }
        .map { DecimalText.trimmed($0, decimals: 11) }.joined(separator: ",") + "]"
    }
    func run(_ points: [(Double, Double)]) throws -> String {
      "[" + (try points.map(position)).joined(separator: ",") + "]"
    }
    func rings(_ parts: [[(Double, Double)]]) throws -> String {
      "[" + (try parts.map(run)).joined(separator: ",") + "]"
    }
    let parts = coordinates.first ?? []
    let text: String
    switch type {
    case "null": return "null"
    case "Point": text = try position(parts[0][0])
    case "LineString", "MultiPoint": text = try run(parts[0])
    case "MultiPolygon":
      let polygons = try coordinates.map { rings in
        "[" + (try rings.map(run)).joined(separator: ",") + "]"
      }
      text = "[" + polygons.joined(separator: ",") + "]"
    default: text = "[" + (try parts.map(run)).joined(separator: ",") + "]"
    }
    return "{\"type\":\"\(type)\",\"coordinates\":\(text)}"
  }
}
