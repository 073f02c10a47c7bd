import DistrictPlan
import Foundation
import GeoJSONCoding
import MapGeometry
import Messages
import PlanFindings
import PlanTestSupport
import Testing

struct ClaimReadingTests {
  private func plan(_ claims: [String]) throws -> LoadedPlan {
    var sample = SamplePlan(SamplePlan.road("road.a", (0, 0), (100, 0), more: "\"name\":\"甲路\""))
    sample.manifest = """
      status_words: {推进: 启动}
      structures:
        - {id: layout, slogan: 一核, parts: [{word: 一核, of: roads}]}
      """
    sample.statements =
      "  - id: S1\n    document: D1\n    says: 说\n    claims:\n"
      + claims.map { "      - \($0)\n" }.joined()
    return try sample.load()
  }

  /// One claim of each kind as `DATA` agrees to write it.
  static let wellFormed: [(kind: ClaimKind, text: String)] = [
    (.count, "{claim: count, structure: layout}"),
    (.count, "{claim: count, of: roads, is: 3}"),
    (.count, "{claim: count, of: roads, at_least: 1, at_most: 4, per: roads}"),
    (.members, "{claim: members, structure: layout, part: 一核, names: [甲路]}"),
    (.members, "{claim: members, of: roads, names: [甲路], open: true}"),
    (.area, "{claim: area, of: roads, is: 42 km2}"),
    (.follows, "{claim: follows, of: road.a, along: 甲路}"),
    (.orientation, "{claim: orientation, of: roads, is: vertical}"),
    (.intersectsEach, "{claim: intersects-each, of: roads, with: [roads, road.a]}"),
    (.joined, "{claim: joined, of: roads, to: roads}"),
    (.drains, "{claim: drains, of: roads}"),
    (.deadEnd, "{claim: dead-end, of: road.a}"),
    (.extends, "{claim: extends, of: road.a}"),
    (.direction, "{claim: direction, of: road.a, is: 北}"),
    (.crosses, "{claim: crosses, of: road.a}"),
    (.inside, "{claim: inside, of: road.a, in: roads}"),
    (.overlapsNot, "{claim: overlaps-not, of: roads}"),
    (.near, "{claim: near, of: road.a, to: roads, within: 800 m}"),
    (.class, "{claim: class, of: roads, at_least: 主干路}"),
    (.statusAt, "{claim: status-at, of: roads, status: 在建, at: '2020-07'}"),
    (.statusAt, "{claim: status-at, of: roads, word: 推进}"),
    (.deadline, "{claim: deadline, of: roads, status: 建成, by: 2020-12-31}"),
    (.deadline, "{claim: deadline, of: roads, what: 设计, status: 建成, by: 2020-12-31}"),
    (.alias, "{claim: alias, of: road.a, name: 乙路}"),
    (.unlocated, "{claim: unlocated, of: road.a}"),
    (.date, "{claim: date, is: '2020-06', inferred: true}"),
    (.coverageShare, "{claim: coverage-share, of: roads, by: [亮化, 绿化], at_least: 100 %}"),
    (.coverageShare, "{claim: coverage-share, of: roads, by: 绿化, junctions: true, at_least: 80 %}"),
    (.classes, "{claim: classes, of: roads, key: class, values: [主干路, 支路]}"),
    (.connected, "{claim: connected, of: roads}"),
    (.exists, "{claim: exists, of: roads, note: 注}"),
    (.sited, "{claim: sited, of: roads, in: road.a, since: '2017-08'}"),
  ]

  @Test(arguments: wellFormed)
  func aWellFormedClaimIsRead(kind: ClaimKind, text: String) throws {
    let loaded = try plan([text])
    #expect(loaded.faultLines == [])
    #expect(loaded.plan.claims.map(\.kind) == [kind])
    #expect(loaded.plan.claims.map(\.id) == ["S1.1"])
  }

  @Test func everyKindOfClaimHasAnExample() {
    #expect(Set(Self.wellFormed.map(\.kind)) == Set(ClaimKind.allCases))
  }

  @Test func aClaimIsMadeWhenItsDocumentSpeaksUnlessItSaysOtherwise() throws {
    let dates = try plan([
      "{claim: exists, of: roads}", "{claim: exists, of: roads, at: '2019'}",
    ]).plan.claims.map(\.date.text)
    #expect(dates == ["2020-06", "2019"])
  }

  @Test func aVerbStandsForItsRung() throws {
    let claims = try plan(["{claim: status-at, of: roads, word: 推进}"]).plan.claims
    guard case .statusAt(_, let status, _)? = claims.first?.test else {
      Issue.record("no status claim")
      return
    }
    #expect(status == .launched)
  }

  @Test(arguments: [
    ("{of: roads}", "9 D01 the key 'claim' is missing"),
    ("{claim: cuont}", "17 D01 unknown value 'cuont'; did you mean 'count'?"),
    ("{claim: exists, of: roads, fo: 1}", "36 D01 unknown key 'fo'; did you mean 'of'?"),
    (
      "{claim: area, of: roads, is: 42}",
      "38 D01 expected an area with its unit, such as '0.5 km2', found '42'; did you mean '42 m2'?"
    ),
    ("{claim: count, of: roads}", "9 D01 a count needs one of 'is', 'at_least', 'at_most'"),
    (
      "{claim: count, of: roads, is: -1}",
      "39 D01 expected a whole number from 0 to 1000000, found '-1'"
    ),
    (
      "{claim: count, of: roads, at_least: 5, at_most: 2}",
      "57 D01 expected a whole number from 5 to 1000000, found '2'"
    ),
    ("{claim: count, of: roads, is: 2, at_most: 3}", "51 D01 'at_most' stands beside 'is'"),
    ("{claim: count, structure: layout, is: 2}", "47 D01 'is' stands beside 'structure'"),
    (
      "{claim: status-at, of: roads, status: 在建, word: 推进}",
      "57 D01 'word' stands beside 'status'"
    ),
    ("{claim: status-at, of: roads}", "9 D01 the key 'word' is missing"),
    ("{claim: status-at, of: roads, word: 推近}", "45 D01 unknown value '推近'; did you mean '推进'?"),
    (
      "{claim: deadline, of: roads, status: 建成, by: '2018-12'}",
      "54 D01 expected a day such as '2018-10-02', found '2018-12'"
    ),
    ("{claim: direction, of: roads, is: 东北}", "43 D01 unknown value '东北'; did you mean '东'?"),
    (
      "{claim: exists, of: roads, at: 昨天}",
      "40 D01 expected a date such as '2018', '2018-10' or '2018-10-02', found '昨天'"
    ),
    (
      "{claim: connected, of: road}",
      "32 D03 no layer, id or name 'road' in the plan; did you mean 'roads'?"
    ),
    (
      "{claim: count, structure: layuot}",
      "9 D03 claim 'S1.1' names the unknown structure 'layuot'; did you mean 'layout'?"
    ),
  ])
  func aMalformedClaimIsReportedWhereItStands(text: String, message: String) throws {
    #expect(try plan([text]).faultLines == ["statements.yaml:6:\(message)"])
  }

  @Test func aMalformedClaimDoesNotHideItsNeighbours() throws {
    let loaded = try plan(["{claim: exists}", "{claim: exists, of: roads}"])
    #expect(loaded.plan.claims.map(\.id) == ["S1.2"])
  }
}

struct StatementReadingTests {
  private func faults(_ statements: String) throws -> [String] {
    var sample = SamplePlan()
    sample.statements = statements
    return try sample.load().faultLines
  }

  @Test func aStatementIsTestedOrSaysWhyNot() throws {
    #expect(
      try faults("  - {id: S1, document: D1, says: 说}\n") == [
        "statements.yaml:2:5 D01 statement 'S1' has neither claims nor out_of_scope"
      ])
    #expect(
      try faults("  - {id: S1, document: D1, says: 说, claims: []}\n") == [
        "statements.yaml:2:5 D01 statement 'S1' has neither claims nor out_of_scope"
      ])
    let scope = "out_of_scope: {because: none, note: 无}"
    #expect(
      try faults(
        "  - {id: S1, document: D1, says: 说, \(scope), claims: [{claim: exists, of: roads}]}\n")
        == ["statements.yaml:2:5 D01 statement 'S1' has both claims and out_of_scope"])
  }

  @Test func anUnknownDocumentIsReported() throws {
    #expect(
      try faults("  - {id: S1, document: D7, says: 说}\n") == [
        "statements.yaml:2:24 D03 statement 'S1' names the unknown document 'D7'; did you mean 'D1'?"
      ])
  }

  @Test func aConflictNamesKnownStatements() throws {
    #expect(
      try faults("conflicts:\n  - {id: C1, statements: [S9], about: 甲, treatment: 乙}\n") == [
        "statements.yaml:3:26 D03 conflict 'C1' names the unknown statement 'S9'"
      ])
  }

  @Test func boundsOfADateAreInOrder() throws {
    var sample = SamplePlan()
    sample.documents =
      "  - {id: D1, title: 甲, date: '2018-??-22', earliest: 2018-10-01, latest: 2018-01-22}\n"
      + "  - {id: D2, title: 乙, date: '2018-??-22', earliest: 2018-02-22, latest: 2018-09-22}\n"
    let loaded = try sample.load()
    #expect(
      loaded.faultLines == [
        "documents.yaml:2:54 D01 'earliest' is 2018-10-01, after 'latest', which is 2018-01-22"
      ])
    #expect(loaded.plan.document("D2")?.date.earliest.description == "2018-02-22")
    #expect(loaded.plan.document("D2")?.date.latest.description == "2018-09-22")
  }

  @Test(arguments: [
    ("reason: ''", "D01 expected why the finding is accepted, found ''"),
    ("reason: ' '", "D01 expected why the finding is accepted, found ' '"),
    ("reason: ", "D01 the key 'reason' is missing"),
    (
      "reason: 因, area: [1, 2, 3]",
      "D01 expected [west, south, east, north] in degrees, found a list"
    ),
    (
      "reason: 因, area: [3, 2, 1, 4]",
      "D01 expected [west, south, east, north] in degrees, found a list"
    ),
    (
      "reason: 因, area: [1, 2, 3, 91]",
      "D01 expected [west, south, east, north] in degrees, found a list"
    ),
    (
      "reason: 因, area: [1, 2, nan, 4]",
      "D01 expected [west, south, east, north] in degrees, found a list"
    ),
    ("reason: 因, area: here", "D01 expected [west, south, east, north] in degrees, found 'here'"),
  ])
  func anExceptionWithoutReasonOrWithAWrongAreaAcceptsNothing(entry: String, fault: String) throws {
    var sample = SamplePlan()
    sample.exceptions = "  - {rule: K13, features: [a], \(entry)}\n"
    let loaded = try sample.load()
    #expect(loaded.plan.exceptions.isEmpty)
    #expect(loaded.faults.map { "\($0.code) \($0.message.english)" } == [fault])
  }

  @Test func anExceptionMayHoldForAnArea() throws {
    var sample = SamplePlan()
    sample.exceptions = "  - {rule: K13, features: a, reason: 因, area: [116.5, 35, 117, 35.5]}\n"
    let area = try #require(sample.load().plan.exceptions.first?.area)
    #expect(area.minimum == GeoPosition(longitude: 116.5, latitude: 35))
    #expect(area.maximum == GeoPosition(longitude: 117, latitude: 35.5))
  }

  @Test func anExceptionNamesWhoItIsFor() throws {
    var sample = SamplePlan()
    sample.exceptions = "  - {rule: K13, features: [], reason: 因}\n  - {rule: K13, reason: 因}\n"
    #expect(
      try sample.load().faultLines == [
        "exceptions.yaml:2:27 D01 expected the ids that the finding names, found an empty list",
        "exceptions.yaml:3:5 D01 the key 'features' is missing",
      ])
  }
}
