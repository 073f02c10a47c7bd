import Testing

@testable import PlanCheck

/// Which names are two spellings of one.
struct StreetNameTests {
  @Test(arguments: [
    ("Harbour Road", "Harbor Road", 1), ("Haichuan Lu", "Haichaun Lu", 1), ("澜河路", "谰河路", 1),
    ("海川路", "海川街", 1), ("Main Street", "Mian Stret", 2), ("滨河大道", "滨河达道", 1),
  ])
  func aFewLettersAreASpelling(a: String, b: String, edits: Int) {
    #expect(StreetName(a).likeness(to: StreetName(b), atMost: 2) == .spelling(edits))
    #expect(StreetName(b).likeness(to: StreetName(a), atMost: 2) == .spelling(edits))
  }

  @Test(arguments: [
    ("MAIN STREET", "Main Street"), ("滨河大道", "滨河 大道"), ("Ｇ１０５", "G105"), ("St. Mary’s", "St Marys"),
    ("滨河大道", "滨河大道 "),
  ])
  func caseWidthAndSpacesAreAWriting(a: String, b: String) {
    #expect(StreetName(a).likeness(to: StreetName(b), atMost: 2) == .writing)
  }

  @Test(arguments: [
    ("滨河东路", "滨河西路"), ("滨河路", "滨河东路"), ("经一路", "经二路"), ("5th Street", "6th Street"),
    ("North Street", "South Street"), ("Street A", "Street B"), ("Ring II", "Ring III"),
    ("G105", "G106"), ("滨河大道", "滨河大道"), ("人民东路", "解放大道"), ("", ""),
  ])
  func sistersAndStrangersAreNot(a: String, b: String) {
    #expect(StreetName(a).likeness(to: StreetName(b), atMost: 2) == nil)
  }
}
