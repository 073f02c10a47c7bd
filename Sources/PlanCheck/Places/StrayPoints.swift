internal import DistrictPlan
internal import MapGeometry
internal import Messages
internal import PlanFindings

/// A point of a feature that is not where its rule asks it to be.
struct Stray {
  /// The place of the point among the feature's vertices.
  let vertex: Int
  let point: PlanePoint
  /// What lies nearest of what it should be on; `nil` when there is nothing of the kind.
  let nearest: Surroundings.Neighbour?

  /// How far off the point is, in metres.
  var distance: Double { nearest?.link.distance ?? .infinity }
}

/// How a rule on points words its finding.
struct StrayWording {
  /// What one point does, such as "lies on no line of".
  let one: String
  /// What several points do, such as "lie on no line of".
  let many: String
  /// The same in Chinese, with `…` for the partners.
  let chinese: String
  /// What is nearest, given its feature in a sentence, such as "the nearest end, that of road 'r',".
  let nearest: @Sendable (Wording) -> Wording
}

extension RuleParameter {
  /// How far a slip may have moved a point.
  static let snap = RuleParameter(
    "snap", .quantity(.length), default: "0.1 m",
    Wording("how far a fix may move a point", zh: "修复时最多将点移动多远"))
}

extension PlanFeature {
  /// The points of a feature made of points, with their places among its vertices.
  var pointVertices: [(vertex: Int, point: PlanePoint)] {
    (plane?.vertexRuns ?? []).compactMap { run in
      run.isRing || run.points.count != 1 ? nil : (run.first, run.points[0])
    }
  }
}

extension RuleTask {
  /// What the declaration holds the features against.
  var partnerTitle: Wording {
    guard !with.isEmpty else { return Wording("the partners", zh: "参照要素") }
    return Wording(with.joined(separator: ", "), zh: "“\(with.joined(separator: "、"))”")
  }

  /// A finding for each feature of which a point lies on none of the partners.
  ///
  /// - Parameters:
  ///   - aspect: What of a partner counts.
  ///   - showsWay: Whether the place of the finding is the way to the nearest.
  func findingsOfStrays(
    from aspect: ShapeAspect, within reach: Double, showsWay: Bool = false,
    _ wording: StrayWording, _ context: CheckContext
  ) -> [Finding] {
    let surroundings = Surroundings(partners, as: aspect, context)
    return features.compactMap { feature in
      let points = feature.pointVertices
      guard !points.isEmpty else { return nil }
      context.verified(pairs: partners.count)
      let strays = points.compactMap { vertex, point in
        let nearest = surroundings.nearest(to: point, except: feature.id)
        let stray = Stray(vertex: vertex, point: point, nearest: nearest)
        return stray.distance > reach ? stray : nil
      }
      return finding(about: strays, of: feature, showsWay: showsWay, wording, context)
    }
  }

  /// A finding that some points of a feature are astray; `nil` when none is.
  func finding(
    about strays: [Stray], of feature: PlanFeature, showsWay: Bool = false,
    _ wording: StrayWording, _ context: CheckContext
  ) -> Finding? {
    guard let worst = strays.max(by: { $0.distance < $1.distance }) else { return nil }
    let (phrase, title) = (feature.phrase, partnerTitle)
    let count = feature.pointVertices.count
    var english =
      count == 1
      ? "\(phrase.english) \(wording.one) \(title.english)"
      : "\(strays.count) of the \(count) points of \(phrase.english) "
        + "\(strays.count == 1 ? wording.one : wording.many) \(title.english)"
    var chinese =
      (count == 1
        ? phrase.chinese : "\(phrase.chinese)的 \(count) 个点中有 \(strays.count) 个")
      + wording.chinese.replacing("…", with: title.chinese)
    var measure: Measure?
    if let nearest = worst.nearest {
      let found = Measure(worst.distance, .metres, limit: quantity("tolerance"))
      let (other, much) = (wording.nearest(nearest.feature.phrase), found.phrase)
      english += "; \(other.english) is \(much.english) away"
      chinese += "；\(other.chinese)相距 \(much.chinese)"
      measure = found
    }
    return self.finding(
      Wording(english, zh: chinese), parties: [feature.party(atVertex: worst.vertex)],
      measure: measure, place: place(of: strays, showsWay: showsWay, at: worst, context),
      fix: fix(for: strays, of: feature, context),
      isDegraded: strays.contains { $0.nearest?.isRepaired ?? false })
  }

  /// Moves the points that are astray by a slip onto what is nearest; surveyed points are left as
  /// they were measured.
  private func fix(
    for strays: [Stray], of feature: PlanFeature, _ context: CheckContext
  ) -> SuggestedFix? {
    guard feature.mayBeMended, let reach = optionalQuantity("snap") else { return nil }
    var targets: [Wording] = []
    var edits: [VertexEdit] = []
    for stray in strays where stray.distance <= reach {
      guard let nearest = stray.nearest, let position = context.filePosition(of: nearest.link.end)
      else { continue }
      targets.append(nearest.feature.phrase)
      edits.append(.move(feature: feature.id, vertex: stray.vertex, to: position))
    }
    guard let first = targets.first else { return nil }
    let title =
      edits.count == 1
      ? Wording(
        "move the point onto \(first.english)", zh: "将点移到\(first.chinese)上")
      : Wording(
        "move \(edits.count) points onto what is nearest", zh: "将 \(edits.count) 个点移到最近处")
    return SuggestedFix(title, edits: edits)
  }

  private func place(
    of strays: [Stray], showsWay: Bool, at worst: Stray, _ context: CheckContext
  ) -> Place? {
    let ways = strays.compactMap(\.nearest).compactMap { way in
      try? Line([way.link.start, way.link.end])
    }
    let geometry: PlaneGeometry
    if showsWay, ways.count == strays.count {
      geometry = ways.count == 1 ? .line(ways[0]) : .multiLine(ways)
    } else {
      geometry =
        strays.count == 1 ? .point(worst.point) : .multiPoint(strays.map(\.point))
    }
    return context.place(geometry, anchoredAt: worst.point)
  }
}

extension CheckContext {
  /// A place for a finding with the point in it that readers are sent to.
  func place(_ geometry: PlaneGeometry, anchoredAt point: PlanePoint) -> Place? {
    guard let whole = place(geometry), let anchor = place(at: point)?.anchor else { return nil }
    return Place(geometry: whole.geometry, anchor: anchor)
  }
}
