import DistrictPlan
import PlanCheck
import PlanReport
import PlanTestSupport
import Testing

/// The second plan, read and checked once for every report on it.
enum SecondPlan {
  static let loaded = Result { try PlanLoader.load(from: PlanTexts(folder: Repository.secondPlan)) }

  static func plan() throws -> Plan { try loaded.get().faultless() }

  static func trace() throws -> Trace {
    Trace(
      try plan(), checked: CheckRunner.check(try loaded.get()),
      sheets: ["district.beihu": ["structure", "overview"], "lake.yunze": ["water"]])
  }
}

struct PlanReportGoldens {
  static let goldens = Goldens([
    "list.txt", "list.zh.txt", "list.json", "trace-summary.txt", "trace.txt", "trace.json",
  ])

  @Test func everyGoldenIsUsed() {
    #expect(Self.goldens.strays == [])
  }
}
