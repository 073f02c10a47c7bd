import DistrictPlan
import Testing

struct CalendarArithmeticTests {
  @Test func daysFollowOneAnotherThroughFourCenturies() throws {
    var day = try #require(CalendarDay("1898-12-30"))
    let first = day
    for count in 0..<150_000 {
      #expect(first.days(until: day) == count)
      let next = day.next
      guard next.previous == day, day < next else {
        Issue.record("\(day) is followed by \(next), which follows \(next.previous)")
        return
      }
      day = next
    }
    #expect(day.year == 2309)
  }

  @Test(arguments: [
    ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
    ("2024-05-01", 12, "2025-05-01"), ("2024-02-29", 12, "2025-02-28"),
    ("2024-11-15", 3, "2025-02-15"), ("2024-01-15", -1, "2023-12-15"),
    ("2024-03-31", 60, "2029-03-31"), ("2024-06-10", 0, "2024-06-10"),
  ])
  func monthsKeepTheDayWhereTheMonthHasIt(from: String, months: Int, to: String) throws {
    #expect(try #require(CalendarDay(from)).adding(months: months).description == to)
  }
}
