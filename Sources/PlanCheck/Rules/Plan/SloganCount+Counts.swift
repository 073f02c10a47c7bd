internal import DistrictPlan
internal import Messages
internal import PlanFindings

extension SloganCount {
  /// Holds every structure that a claim names against its slogan, once however many documents say it.
  func counts(for task: RuleTask, using context: CheckContext) -> [Finding] {
    var order: [String] = []
    var claims: [String: [Claim]] = [:]
    for claim in context.claims(.count) {
      guard case .structureCount(let id) = claim.test else { continue }
      if claims[id] == nil { order.append(id) }
      claims[id, default: []].append(claim)
    }
    var result: [Finding] = []
    for id in order {
      let own = claims[id] ?? []
      guard let structure = context.plan.structure(id) else {
        // The reference check has reported it.
        for claim in own { context.record(claim, by: task, holds: false) }
        continue
      }
      let counter = StructureCounter(
        structure: structure, plan: context.plan, task: task, claims: own)
      let found = counter.slogan() + counter.counts() + counter.sharedMembers() + counter.unnamed()
      for claim in own { context.note(claim, tested: found, by: task) }
      result += found
    }
    return result
  }
}

/// Counts the members of one structure.
private struct StructureCounter {
  let structure: Structure
  let plan: Plan
  let task: RuleTask
  let claims: [Claim]

  private var statements: [String] { claims.map(\.statement) }

  private func party(of part: Structure.Part) -> Finding.Party {
    Finding.Party(id: structure.id, name: structure.slogan.text, location: part.location)
  }

  private var whole: Finding.Party {
    Finding.Party(
      id: structure.id, name: structure.slogan.text, location: structure.location)
  }

  /// The slogan and the parts of the structure must be the same words.
  func slogan() -> [Finding] {
    let spoken = structure.slogan.parts.map(\.word)
    let modelled = structure.parts.map(\.word)
    let missing = spoken.filter { !modelled.contains($0) }.map { word in
      Wording(
        "the slogan '\(structure.slogan.text)' counts '\(word)', for which the structure has no set",
        zh: "口号“\(structure.slogan.text)”数到“\(word)”，结构中没有对应的集合")
    }
    let extra = modelled.filter { !spoken.contains($0) }.map { word in
      Wording(
        "the structure has a set '\(word)' that the slogan '\(structure.slogan.text)' does not count",
        zh: "结构中的“\(word)”不在口号“\(structure.slogan.text)”之中")
    }
    return (missing + extra).map {
      task.finding($0, parties: [whole] + claims.map(\.party), statements: statements)
    }
  }

  /// As many members as the word says.
  func counts() -> [Finding] {
    structure.parts.compactMap { part in
      let members = plan.features(part.members)
      guard let stated = Slogan(part.word).parts.first?.count, stated != members.count else {
        return nil
      }
      let list = Wording.names(members.map(\.displayName))
      return task.finding(
        Wording(
          "'\(part.word)' of '\(structure.slogan.text)' has \(members.count) members, the word says "
            + "\(stated); it has \(members.isEmpty ? "none" : list.english)",
          zh: "“\(structure.slogan.text)”的“\(part.word)”应有 \(stated) 个成员，现有 \(members.count) 个："
            + (members.isEmpty ? "无" : list.chinese)),
        parties: members.map(\.party) + [party(of: part)] + claims.map(\.party),
        measure: Measure(Double(members.count), .features, limit: Double(stated)),
        statements: statements)
    }
  }

  /// A feature has one place in the sets that count the same noun.
  func sharedMembers() -> [Finding] {
    var result: [Finding] = []
    for part in structure.parts {
      let ids = Set(plan.features(part.members).map(\.id))
      for other in plan.structures {
        for otherPart in other.parts
        where isBefore(part, in: other, otherPart) && isLike(part.word, otherPart.word) {
          for feature in plan.features(otherPart.members) where ids.contains(feature.id) {
            result.append(
              task.finding(
                Wording(
                  "\(feature.phrase.english) counts both as '\(part.word)' of "
                    + "'\(structure.slogan.text)' and as '\(otherPart.word)' of '\(other.slogan.text)'",
                  zh: "\(feature.phrase.chinese)既计入“\(structure.slogan.text)”的“\(part.word)”，"
                    + "又计入“\(other.slogan.text)”的“\(otherPart.word)”"),
                parties: [
                  feature.party, party(of: part),
                  Finding.Party(
                    id: other.id, name: other.slogan.text, location: otherPart.location),
                ], statements: statements,
                help: Wording("keep the two sets apart", zh: "将两个集合分开")))
          }
        }
      }
    }
    return result
  }

  /// Every pair of sets is looked at once: sets of one structure in their order, and other structures
  /// whichever of the two a claim names.
  private func isBefore(
    _ part: Structure.Part, in other: Structure, _ otherPart: Structure.Part
  ) -> Bool {
    guard other.id == structure.id else { return true }
    let places = [part, otherPart].map { structure.parts.firstIndex(of: $0) ?? 0 }
    return places[0] < places[1]
  }

  private func isLike(_ word: String, _ other: String) -> Bool {
    guard let noun = Slogan(word).parts.first?.noun, let second = Slogan(other).parts.first?.noun
    else { return false }
    return noun.hasPrefix(second) || second.hasPrefix(noun)
  }

  /// The members that some list of names in a claim calls by a name.
  private var listed: Set<String> {
    var ids: Set<String> = []
    for claim in plan.claims {
      let (members, names): ([PlanFeature], [String])
      switch claim.test {
      case .members(let of, let list, _): (members, names) = (plan.features(of), list)
      case .structureMembers(structure.id, let word, let list, _):
        let part = structure.parts.first { $0.word == word }
        (members, names) = (part.map { plan.features($0.members) } ?? [], list)
      default: continue
      }
      ids.formUnion(
        members.filter { $0.documentedNames.contains(where: names.contains) }.map(\.id))
    }
    return ids
  }

  /// Members that no document names are worth knowing; the count itself is right.
  func unnamed() -> [Finding] {
    let listed = listed
    let parts = structure.parts.map { part in
      let members = plan.features(part.members)
      return (
        word: part.word, count: members.count,
        unnamed: members.filter { member in
          !listed.contains(member.id)
            && (member.name == nil || member.text(.identity) == "assumed")
        }
      )
    }.filter { !$0.unnamed.isEmpty }
    guard !parts.isEmpty else { return [] }
    let total = parts.reduce(0) { $0 + $1.count }
    let unnamed = parts.flatMap(\.unnamed)
    let sets = Wording.names(parts.map(\.word))
    let names = Wording.names(
      unnamed.map { $0.text(.slot) ?? $0.text(.function) ?? $0.displayName })
    return [
      task.finding(
        Wording(
          "named \(total - unnamed.count) of \(total): of \(sets.english) in "
            + "'\(structure.slogan.text)' the documents do not name \(names.english)",
          zh: "有名 \(total - unnamed.count)/\(total)：“\(structure.slogan.text)”的\(sets.chinese)中，"
            + "文件没有点名的有\(names.chinese)"),
        parties: [whole] + claims.map(\.party),
        measure: Measure(
          Double(total - unnamed.count), .features, limit: Double(total)),
        statements: statements,
        help: Wording(
          "nothing to do: the features are marked as assumed", zh: "无需处理：这些要素已标为假设"),
        severity: .info)
    ]
  }
}
