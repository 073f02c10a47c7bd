import DistrictPlan
import PlanTestSupport
import Testing

struct StatusHistoryTests {
  /// Three documents; the date of the second is known to the day only.
  private func plan(_ claims: [(document: String, claims: [String])]) throws -> Plan {
    var sample = SamplePlan(
      SamplePlan.road("road.a", (0, 0), (100, 0)), SamplePlan.road("road.b", (0, 9), (100, 9)))
    sample.documents = """
        - {id: D3, title: 丙, date: 2019-06-13, sequence: 3}
        - {id: D1, title: 甲, date: 2017-08-02, sequence: 1}
        - {id: D2, title: 乙, date: '2018-??-22', sequence: 2}

      """
    for (index, entry) in claims.enumerated() {
      sample.statements +=
        "  - id: S\(index)\n    document: \(entry.document)\n    says: 说\n    claims:\n"
        + entry.claims.map { "      - \($0)\n" }.joined()
    }
    return try sample.load().faultless()
  }

  private func status(_ word: String, _ more: String = "") -> String {
    "{claim: status-at, of: road.a, status: \(word)\(more)}"
  }

  private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

  @Test func wordsFollowTheOrderOfDocumentsNotOfTheFile() throws {
    let plan = try plan([
      ("D3", [status("在建")]), ("D1", [status("谋划")]), ("D2", [status("启动")]),
    ])
    #expect(plan.statusHistory()["road.a"]?.map(\.status) == [.conceived, .launched, .building])
    #expect(plan.statuses()["road.a"] == .building)
    #expect(plan.statuses()["road.b"] == nil)
  }

  @Test func wordsOfOneDocumentKeepTheOrderOfTheFile() throws {
    let words = ["谋划", "申建", "筹建", "启动", "开工", "落地", "在建", "建成", "在建", "启动", "开工", "谋划"]
    let plan = try plan([("D1", words.map { status($0) })])
    #expect(plan.statusHistory()["road.a"]?.map(\.status.rawValue) == words)
  }

  @Test func whatCanOnlyBeSaidLaterDoesNotCount() throws {
    let plan = try plan([
      ("D1", [status("谋划")]), ("D2", [status("启动")]), ("D3", [status("在建")]),
    ])
    #expect(try plan.statuses(asOf: day("2017-08-01"))["road.a"] == nil)
    #expect(try plan.statuses(asOf: day("2017-08-02"))["road.a"] == .conceived)
    #expect(try plan.statuses(asOf: day("2018-01-21"))["road.a"] == .conceived)
    // The 22nd of a month that is not stated may have been the 22nd of January.
    #expect(try plan.statuses(asOf: day("2018-01-22"))["road.a"] == .launched)
    #expect(try plan.statuses(asOf: day("2019-06-13"))["road.a"] == .building)
  }

  @Test func aClaimsOwnDateGoesBeforeTheDocuments() throws {
    let plan = try plan([("D3", [status("在建"), status("启动", ", at: '2016'")])])
    #expect(plan.statusHistory()["road.a"]?.map(\.status) == [.launched, .building])
    #expect(try plan.statuses(asOf: day("2016-12-31"))["road.a"] == .launched)
  }

  private let deadline = "{claim: deadline, of: [road.a, road.b], status: 建成, by: 2018-12-31}"

  private func overdue(
    _ claims: [(document: String, claims: [String])], asOf text: String? = nil
  ) throws -> [String] {
    let present = try text.map { try day($0) }
    return try plan(claims).overdueDeadlines(asOf: present).map(\.feature)
  }

  @Test func aDeadlineWithoutWordOfTheResultIsOverdue() throws {
    let claims = [("D1", [deadline]), ("D3", ["{claim: exists, of: roads}"])]
    #expect(try overdue(claims) == ["road.a", "road.b"])
    #expect(try plan(claims).statuses()["road.b"] == .unknown)
  }

  @Test func aDeadlineIsOverdueFromTheDayAfter() throws {
    #expect(try overdue([("D1", [deadline])], asOf: "2018-12-31") == [])
    #expect(try overdue([("D1", [deadline])], asOf: "2019-01-01") == ["road.a", "road.b"])
  }

  @Test func aLaterWordTellsTheResult() throws {
    #expect(try overdue([("D1", [deadline]), ("D3", [status("在建")])]) == ["road.b"])
  }

  @Test func aWordFromBeforeTheDeadlineTellsNothingOfTheResult() throws {
    #expect(try overdue([("D1", [deadline]), ("D2", [status("启动")])]) == ["road.a", "road.b"])
  }

  @Test func aGoalReachedEarlyIsNotOverdue() throws {
    #expect(try overdue([("D1", [deadline]), ("D2", [status("建成")])]) == ["road.b"])
  }

  @Test func wordsFromBeforeTheDeadlineWasSetDoNotCount() throws {
    let later = [
      ("D1", [status("建成")]), ("D2", [deadline]), ("D3", ["{claim: exists, of: roads}"]),
    ]
    #expect(try overdue(later) == ["road.a", "road.b"])
  }

  @Test func whatIsSaidOfADesignIsNotSaidOfTheFeature() throws {
    let design = "{claim: deadline, of: road.a, what: 设计, status: 建成, by: 2018-12-31}"
    let claims = [
      ("D1", [status("启动"), design]), ("D3", ["{claim: exists, of: roads}", status("在建")]),
    ]
    let plan = try plan(claims)
    #expect(plan.statuses()["road.a"] == .building)
    #expect(plan.overdueDeadlines().map(\.what) == ["设计"])
    #expect(plan.statusHistory()["road.a"]?.count == 2)
    #expect(try overdue(claims + [("D3", [status("建成", ", what: 设计")])]) == [])
    #expect(try self.plan([("D1", [status("启动", ", what: 设计")])]).statuses() == [:])
  }

  @Test func aDeadlineNotYetSetIsNotOverdue() throws {
    let late = "{claim: deadline, of: road.a, status: 建成, by: 2016-12-31}"
    #expect(try overdue([("D3", [late])], asOf: "2018-01-01") == [])
  }
}
