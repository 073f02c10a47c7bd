internal import DistrictPlan
internal import GeoJSONCoding
internal import MapGeometry
internal import MapProjection
internal import Messages
internal import PlanFindings

/// Features that lie where features of an earlier state lay, and are called otherwise.
struct ChangedIDs {
  /// What a feature is called: its id, or the code that a declaration names with `key`.
  let key: String?

  /// A feature whose name and shape are to be held against others.
  private struct Candidate {
    let feature: PlanFeature
    let name: String
    let shape: NormalShape
  }

  func findings(for task: RuleTask, using context: CheckContext) -> [Finding] {
    guard context.isCompared else {
      context.unverified(task)
      return []
    }
    guard let earlier = task.earlierFeatures else { return [] }
    let old = named(earlier)
    let new = named(task.features)
    // What kept both its name and its shape explains nothing else.
    let goneOrMoved = candidates(
      old.filter { name, feature in
        new[name].map { $0.geometry != feature.geometry } ?? true
      }, context)
    let newOrMoved = candidates(
      new.filter { name, feature in
        old[name].map { $0.geometry != feature.geometry } ?? true
      }, context)
    var cells: [NormalShape.Cell: [Int]] = [:]
    for (place, candidate) in goneOrMoved.enumerated() {
      cells[candidate.shape.cell, default: []].append(place)
    }
    var isTaken = Set<Int>()
    func match(_ candidate: Candidate, keepsName: Bool) -> Int? {
      candidate.shape.nearbyCells.flatMap { cells[$0] ?? [] }.sorted().first { place in
        let other = goneOrMoved[place]
        guard !isTaken.contains(place), other.feature.kind == candidate.feature.kind,
          (other.name == candidate.name) == keepsName
        else { return false }
        context.verified(pairs: 1)
        return candidate.shape.isSame(as: other.shape)
      }
    }
    // A ring written from another vertex is the same shape under the same name.
    let left = newOrMoved.filter { candidate in
      match(candidate, keepsName: true).map { isTaken.insert($0).inserted } == nil
    }
    return left.compactMap { candidate in
      guard let place = match(candidate, keepsName: false) else { return nil }
      isTaken.insert(place)
      return finding(candidate.feature, candidate.name, goneOrMoved[place].name, task, context)
    }
  }

  private func finding(
    _ feature: PlanFeature, _ name: String, _ oldName: String, _ task: RuleTask,
    _ context: CheckContext
  ) -> Finding {
    let (phrase, what) = (feature.phrase, key ?? "id")
    let revision = context.revision ?? ""
    return task.finding(
      Wording(
        "\(phrase.english) has the \(what) '\(name)', and had '\(oldName)' in '\(revision)'",
        zh: "\(phrase.chinese)的 \(what) 为“\(name)”，在“\(revision)”中为“\(oldName)”"),
      parties: [
        Finding.Party(
          id: feature.id, name: feature.name,
          location: key.map { feature.location(of: $0) } ?? feature.location)
      ],
      place: context.place(of: feature),
      help: Wording(
        "keep '\(oldName)', or change it wherever it is named",
        zh: "保留“\(oldName)”，或同时更改所有引用"))
  }

  /// The features by name; those that have none, or one made from their place in a file, say nothing.
  private func named(_ features: [PlanFeature]) -> [String: PlanFeature] {
    Dictionary(
      features.compactMap { feature in name(of: feature).map { ($0, feature) } },
      uniquingKeysWith: { first, _ in first })
  }

  private func name(of feature: PlanFeature) -> String? {
    if let key {
      return feature.properties.value(of: key).flatMap { $0.isBlank ? nil : $0.written }
    }
    let isNumbered =
      feature.kind == .feature
      && feature.id.split(separator: "#", omittingEmptySubsequences: false).last
        .map { !$0.isEmpty && $0.allSatisfy(\.isNumber) && $0.count < feature.id.count } == true
    return isNumbered ? nil : feature.id
  }

  private func candidates(
    _ features: [String: PlanFeature], _ context: CheckContext
  ) -> [Candidate] {
    // What is equal but for arithmetic is equal with no tolerance at all.
    let tolerance = max(context.plan.manifest.tolerance, 1e-6)
    return features.sorted { $0.key < $1.key }.compactMap { name, feature in
      // An earlier state may have been measured in another CRS.
      guard let geometry = feature.geometry,
        let plane = try? context.plan.transformer.project(geometry),
        let shape = NormalShape(plane, tolerance: tolerance)
      else { return nil }
      return Candidate(feature: feature, name: name, shape: shape)
    }
  }
}
