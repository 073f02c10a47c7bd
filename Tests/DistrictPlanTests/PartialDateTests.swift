import DistrictPlan
import Testing

struct PartialDateTests {
  @Test(arguments: [
    ("2018", "2018-01-01", "2018-12-31"),
    ("2018-10", "2018-10-01", "2018-10-31"),
    ("2018-02", "2018-02-01", "2018-02-28"),
    ("2020-02", "2020-02-01", "2020-02-29"),
    ("2018-10-02", "2018-10-02", "2018-10-02"),
    ("2018-??-22", "2018-01-22", "2018-12-22"),
  ])
  func aDateStandsForTheDaysItCanMean(text: String, earliest: String, latest: String) throws {
    let date = try #require(PartialDate(text))
    #expect(date.text == text)
    #expect(date.earliest.description == earliest)
    #expect(date.latest.description == latest)
  }

  @Test func aDayThatFewMonthsHaveFallsInOneOfThem() throws {
    let date = try #require(PartialDate("2018-??-31"))
    #expect(date.earliest.description == "2018-01-31")
    #expect(date.latest.description == "2018-12-31")
  }

  @Test(arguments: [
    "", "18", "2018-", "2018-1", "2018-001", "2018-0010", "2018-00", "2018-13", "2018-??",
    "2018-??-32", "2018-??-00", "2018-02-29", "2018-04-31", "2018-10-2", "2018-10-0002",
    "2018-10-02-03", "2018/10/02", "+018-10", "２０１８", "2018-1०", "abcd-10-02", " 2018",
    "2018-??-??",
  ])
  func whatIsNoDateIsRefused(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test func onlyAWholeDateIsADay() {
    #expect(CalendarDay("2018-10-02")?.description == "2018-10-02")
    #expect(CalendarDay("2018-10") == nil)
    #expect(CalendarDay("2018-??-22") == nil)
  }

  @Test func leapYearsFollowTheGregorianCalendar() {
    #expect(CalendarDay(year: 2000, month: 2, day: 29) != nil)
    #expect(CalendarDay(year: 2024, month: 2, day: 29) != nil)
    #expect(CalendarDay(year: 1900, month: 2, day: 29) == nil)
    #expect(CalendarDay(year: 2023, month: 2, day: 29) == nil)
  }

  @Test func daysAreOrderedByTime() throws {
    let days = try ["2018-12-31", "2018-02-01", "2019-01-01", "2018-02-02"]
      .map { try #require(CalendarDay($0)) }
    #expect(
      days.sorted().map(\.description) == ["2018-02-01", "2018-02-02", "2018-12-31", "2019-01-01"])
  }
}
