internal import Messages

/// Which road works are taken as done.
///
/// The selection chooses geometry; which statuses are known at a date is another matter.
public enum WorksSelection: Hashable, Sendable {
  /// The roads as they were before any work.
  case none
  /// Every work done.
  case all
  /// These works done, by id.
  case only(Set<String>)

  /// Whether a work is taken as done.
  public func includes(_ work: PlanFeature) -> Bool {
    switch self {
    case .none: false
    case .all: true
    case .only(let ids): ids.contains(work.id)
    }
  }

  /// Reads `all`, `none` or ids separated by commas.
  ///
  /// - Throws: ``PlanError`` naming the id that is no work of the plan.
  public init(_ text: String, of plan: Plan) throws(PlanError) {
    switch text {
    case "all": self = .all
    case "none": self = .none
    default:
      let works = plan.features.filter { $0.kind == .roadWork }.map(\.id)
      let ids = text.split(separator: ",", omittingEmptySubsequences: false)
        .map { $0.filter { !$0.isWhitespace } }
      for id in ids where !works.contains(id) {
        let question = Suggestion.question(for: id, in: works)
        throw PlanError(
          message: Wording(
            "unknown work '\(id)'\(question.english)", zh: "没有名为“\(id)”的工程\(question.chinese)"),
          help: Wording("'gxq-map list works' names them", zh: "用 gxq-map list works 查看"))
      }
      self = .only(Set(ids))
    }
  }
}

extension Plan {
  /// The lines of the road network: every road, and every work that adds a line and is taken as done.
  public func roadLines(with works: WorksSelection) -> [PlanFeature] {
    features.filter { feature in
      feature.kind == .road
        || (feature.kind == .roadWork && feature.action?.addsLine == true
          && works.includes(feature))
    }
  }
}
