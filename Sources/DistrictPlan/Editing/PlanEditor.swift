internal import GeoJSONCoding
public import PlanFindings

/// Makes fixes in the GeoJSON files of a plan, position by position; every other byte stays as it is.
public struct PlanEditor {
  /// A file that fixes change.
  public struct EditedFile: Sendable {
    /// The file as the plan names it.
    public let name: String
    /// The file as messages name it.
    public let path: String
    /// Its bytes before.
    public let before: [UInt8]
    /// Its bytes after.
    public let after: [UInt8]
  }

  /// What came of some fixes.
  public struct Outcome: Sendable {
    /// The files that change, in order of their names.
    public let files: [EditedFile]
    /// For each fix whether it is made; one that touches what another has changed waits for the next
    /// run, and a surveyed feature is never moved.
    public let isMade: [Bool]
  }

  private let plan: Plan
  private var splices: [String: [TextSplice]] = [:]

  /// Makes as many of the fixes as go together; the earlier one wins.
  public static func outcome(of fixes: [SuggestedFix], in plan: Plan) -> Outcome {
    var editor = PlanEditor(plan)
    let isMade = fixes.map { editor.make($0) }
    let files = editor.splices.keys.sorted().compactMap { name -> EditedFile? in
      guard let source = plan.files[name]?.source, let splices = editor.splices[name] else {
        return nil
      }
      return EditedFile(
        name: name, path: source.file, before: source.bytes,
        after: TextSplice.applied(splices, to: source.bytes))
    }
    return Outcome(files: files, isMade: isMade)
  }

  /// What one fix alone replaces in the files, in their order; empty when it cannot be made.
  public static func replacements(for fix: SuggestedFix, in plan: Plan) -> [FileReplacement] {
    var editor = PlanEditor(plan)
    guard editor.make(fix) else { return [] }
    return editor.splices.keys.sorted().flatMap { name -> [FileReplacement] in
      guard let source = plan.files[name]?.source else { return [] }
      let splices = editor.splices[name, default: []]
      return splices.sorted { $0.range.lowerBound < $1.range.lowerBound }.map { splice in
        FileReplacement(
          from: source.location(at: splice.range.lowerBound),
          to: source.location(at: splice.range.upperBound),
          with: String(decoding: splice.bytes, as: UTF8.self))
      }
    }
  }

  private init(_ plan: Plan) { self.plan = plan }

  /// Adds the splices of a fix, all or none.
  private mutating func make(_ fix: SuggestedFix) -> Bool {
    var wanted: [String: [TextSplice]] = [:]
    for edit in fix.edits {
      guard let feature = plan.feature(edit.feature), feature.basis != .surveyed,
        let source = plan.files[feature.file]?.source,
        let text = VertexText(feature, in: source, decimals: plan.manifest.precision),
        let own = text.splices(for: edit)
      else { return false }
      wanted[feature.file, default: []] += own
    }
    for (file, own) in wanted {
      let all = splices[file, default: []] + own
      guard !all.isEmpty, TextSplice.goTogether(all) else { return false }
    }
    for (file, own) in wanted { splices[file, default: []] += own }
    return !wanted.isEmpty
  }
}

/// A range of bytes and what to put in its place.
struct TextSplice: Hashable, Sendable {
  let range: Range<Int>
  let bytes: [UInt8]

  /// Whether no two of the splices touch the same bytes.
  static func goTogether(_ splices: [TextSplice]) -> Bool {
    let sorted = splices.sorted { $0.range.lowerBound < $1.range.lowerBound }
    return zip(sorted, sorted.dropFirst()).allSatisfy {
      $0.range.upperBound <= $1.range.lowerBound && $0.range != $1.range
    }
  }

  static func applied(_ splices: [TextSplice], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64 * splices.count)
    var done = 0
    for splice in splices.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += bytes[done..<splice.range.lowerBound]
      result += splice.bytes
      done = splice.range.upperBound
    }
    return result + bytes[done...]
  }
}
