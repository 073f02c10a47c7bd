internal import FileShapes
public import GeoJSONCoding
public import Messages

/// Findings that were there on a day, so that later checks count only new ones.
public struct Baseline: Hashable, Sendable {
  /// A finding by what stays the same when unrelated lines change.
  public struct Entry: Hashable, Sendable {
    /// The finding's fingerprint.
    public let fingerprint: String
    /// The rule's code.
    public let code: String
    /// The ids of everyone involved.
    public let ids: [String]

    /// Creates an entry.
    public init(fingerprint: String, code: String, ids: [String]) {
      self.fingerprint = fingerprint
      self.code = code
      self.ids = ids
    }
  }

  /// The entries, ordered by code, ids and fingerprint.
  public let entries: [Entry]

  /// Creates a baseline.
  public init(_ entries: [Entry]) {
    self.entries = entries.sorted { a, b in
      if a.code != b.code { return a.code < b.code }
      if a.ids != b.ids { return a.ids.lexicographicallyPrecedes(b.ids) }
      return a.fingerprint < b.fingerprint
    }
  }

  /// The open findings of a report.
  public init(of report: CheckReport) {
    self.init(
      report.items.filter(\.isOpen).map { item in
        Entry(
          fingerprint: item.fingerprint, code: item.finding.code,
          ids: item.finding.parties.map(\.id))
      })
  }

  /// The baseline as a file, an entry a line.
  public var text: String {
    let lines = entries.map { entry in
      let value = JSONValue.object([
        JSONMember("fingerprint", .string(entry.fingerprint)),
        JSONMember("code", .string(entry.code)),
        JSONMember("ids", .array(entry.ids.map { .string($0) })),
      ])
      return "    \(value)"
    }
    let list = lines.isEmpty ? "[]" : "[\n\(lines.joined(separator: ",\n"))\n  ]"
    return "{\n  \"gxq_map_baseline\": 1,\n  \"findings\": \(list)\n}\n"
  }
}

extension Baseline {
  /// Reads a baseline.
  ///
  /// - Throws: What is not as ``text`` writes it, and where.
  public init(reading source: SourceText) throws(BaselineError) {
    let root: JSONValue
    do {
      root = try JSONParser.parse(source)
    } catch {
      throw BaselineError(location: error.location, message: error.message)
    }
    guard root["gxq_map_baseline"]?.integer == 1, let list = root["findings"]?.array else {
      throw BaselineError(
        location: source.location(at: root.offset),
        message: Wording("the file is no baseline of gxq-map", zh: "该文件不是 gxq-map 的基线"))
    }
    if let flaw = FindingShapes.baseline.flaw(in: root) {
      throw BaselineError(location: source.location(at: flaw.offset), message: flaw.message)
    }
    self.init(
      list.compactMap { value in
        guard let fingerprint = value["fingerprint"]?.text, let code = value["code"]?.text,
          let ids = value["ids"]?.array
        else { return nil }
        return Entry(fingerprint: fingerprint, code: code, ids: ids.compactMap(\.text))
      })
  }
}

/// Why a file is no baseline.
public struct BaselineError: Error, Hashable, Sendable {
  /// Where it is not.
  public let location: SourceLocation
  /// What is.
  public let message: Wording
}

/// What came of the comparison of a report with a baseline.
public struct BaselineComparison: Hashable, Sendable {
  /// What the baseline has and the check no longer finds.
  public let fixed: [Baseline.Entry]

  /// Creates a comparison.
  public init(fixed: [Baseline.Entry]) { self.fixed = fixed }
}
