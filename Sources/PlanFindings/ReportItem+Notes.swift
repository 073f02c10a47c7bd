internal import GeoJSONCoding
internal import Messages

extension ReportItem {
  /// What is said below a message: the other parties, the place, what to do, who accepted it.
  var notes: [Wording] {
    var notes = finding.furtherParties.map { party, location in
      Wording("note: '\(party.title)' is at \(location)", zh: "注：“\(party.title)”在 \(location)")
    }
    if let sheet = finding.sheet { notes.append(sheet.phrase) }
    if let anchor = finding.anchorText {
      notes.append(Wording("at \(anchor)", zh: "位置 \(anchor)"))
    }
    if !finding.statements.isEmpty {
      let list = finding.statements.joined(separator: ", ")
      notes.append(Wording("statement \(list)", zh: "涉及陈述 \(list)"))
    }
    if let lapse = finding.lapsed?.lapse {
      notes.append(Wording("note: \(lapse.english)", zh: "注：\(lapse.chinese)"))
    }
    if let help = finding.help {
      notes.append(Wording("help: \(help.english)", zh: "建议：\(help.chinese)"))
    }
    return notes + [consent].compactMap { $0 }
  }

  /// Why the finding does not count; `nil` when it does.
  var consent: Wording? {
    if let acceptance = finding.acceptance {
      let conflict = acceptance.conflict.map { " (\($0))" } ?? ""
      return Wording(
        "accepted\(conflict): \(acceptance.reason)", zh: "已接受\(conflict)：\(acceptance.reason)")
    }
    return isKnown ? Wording("known from the baseline", zh: "基线中已有") : nil
  }
}

extension Finding {
  /// The parties that stand elsewhere than the finding is reported.
  var furtherParties: [(party: Party, location: SourceLocation)] {
    parties.compactMap { party in
      guard let place = party.location, place != location else { return nil }
      return (party, place)
    }
  }
}
