internal import DistrictPlan
internal import Messages
internal import PlanFindings

extension SloganCount {
  /// Holds every set against the names that statements give its members.
  func members(for task: RuleTask, using context: CheckContext) -> [Finding] {
    var sets: [MemberSet] = []
    for claim in context.claims(.members) {
      guard let (set, names, isOpen) = memberSet(of: claim, in: context.plan) else {
        context.record(claim, by: task, holds: false)
        continue
      }
      let list = MemberSet.List(claim: claim, names: names, isOpen: isOpen)
      if let index = sets.firstIndex(where: { $0.title == set.title }) {
        sets[index].lists.append(list)
      } else {
        sets.append(set)
        sets[sets.count - 1].lists.append(list)
      }
    }
    return sets.flatMap { set in
      let found = set.findings(for: task, in: context.plan)
      for list in set.lists {
        context.note(
          list.claim, tested: found.filter { $0.statements.contains(list.claim.statement) },
          by: task)
      }
      return found
    }
  }

  private func memberSet(
    of claim: Claim, in plan: Plan
  ) -> (MemberSet, names: [String], isOpen: Bool)? {
    switch claim.test {
    case .members(let of, let names, let isOpen):
      return (MemberSet(title: of.text, features: plan.features(of)), names, isOpen)
    case .structureMembers(let id, let word, let names, let isOpen):
      guard let structure = plan.structure(id) else { return nil }
      let part = structure.parts.first { $0.word == word }
      return (
        MemberSet(
          title: "\(structure.slogan.text)/\(word)",
          features: part.map { plan.features($0.members) } ?? []), names, isOpen
      )
    default: return nil
    }
  }
}

/// A set of features and the lists of names that statements give it.
private struct MemberSet {
  struct List {
    let claim: Claim
    let names: [String]
    let isOpen: Bool
  }

  let title: String
  let features: [PlanFeature]
  var lists: [List] = []

  init(title: String, features: [PlanFeature]) {
    self.title = title
    self.features = features
  }

  func findings(for task: RuleTask, in plan: Plan) -> [Finding] {
    var unexpected = features.filter { feature in
      lists.contains { list in
        !list.isOpen && !feature.documentedNames.contains(where: list.names.contains)
      }
    }
    var result: [Finding] = []
    for name in missingNames {
      let claims = lists.filter { $0.names.contains(name) }.map(\.claim)
      let stranger = stand(in: unexpected, for: name)
      unexpected.removeAll { $0.id == stranger?.id }
      let elsewhere = plan.features.first { feature in
        feature.documentedNames.contains(name) && !features.contains { $0.id == feature.id }
      }
      result.append(missing(name, claims, stranger, elsewhere, task))
    }
    return result + unexpected.map { extra($0, task) }
  }

  /// The names that no member bears, each once, in the order of the statements.
  private var missingNames: [String] {
    let borne = Set(features.flatMap(\.documentedNames))
    var seen: Set<String> = []
    return lists.flatMap(\.names).filter { !borne.contains($0) && seen.insert($0).inserted }
  }

  /// The unexpected member that the name was probably meant for.
  private func stand(in unexpected: [PlanFeature], for name: String) -> PlanFeature? {
    if unexpected.count == 1, missingNames.count == 1 { return unexpected.first }
    let near = Suggestion.nearest(to: name, in: unexpected.compactMap(\.name))
    return unexpected.first { $0.name == near && near != nil }
  }

  private func missing(
    _ name: String, _ claims: [Claim], _ stranger: PlanFeature?, _ elsewhere: PlanFeature?,
    _ task: RuleTask
  ) -> Finding {
    var english = "no member of '\(title)' is called '\(name)'"
    var chinese = "“\(title)”中没有名为“\(name)”的成员"
    if let stranger {
      english += "; \(stranger.phrase.english) stands in its place"
      chinese += "，其位置上是\(stranger.phrase.chinese)"
    }
    if let elsewhere {
      english += "; \(elsewhere.phrase.english) of that name is not in the set"
      chinese += "；同名的\(elsewhere.phrase.chinese)不在该集合中"
    }
    return task.finding(
      Wording(english, zh: chinese),
      parties: [stranger, elsewhere].compactMap { $0?.party } + claims.map(\.party),
      statements: claims.map(\.statement))
  }

  private func extra(_ feature: PlanFeature, _ task: RuleTask) -> Finding {
    let claims = lists.filter { list in
      !list.isOpen && !feature.documentedNames.contains(where: list.names.contains)
    }.map(\.claim)
    return task.finding(
      Wording(
        "\(feature.phrase.english) is in '\(title)', whose members are named without it",
        zh: "\(feature.phrase.chinese)列入“\(title)”，但所列成员中没有它"),
      parties: [feature.party] + claims.map(\.party), statements: claims.map(\.statement))
  }
}
