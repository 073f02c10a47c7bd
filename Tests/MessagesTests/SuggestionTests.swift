import Messages
import Testing

struct SuggestionTests {
  @Test(arguments: [
    ("nigth", ["day", "night"], "night"), ("distict", ["district", "core"], "district"),
    ("主干到", ["主干路", "次干路"], "主干路"), ("AXIS", ["axis"], "axis"), ("K99", ["K09", "K10"], "K09"),
    ("baa", ["bac", "bab"], "bab"),
  ])
  func theNearestWordIsProposed(word: String, candidates: [String], nearest: String) {
    #expect(Suggestion.nearest(to: word, in: candidates) == nearest)
    #expect(Suggestion.nearest(to: word, in: candidates.reversed()) == nearest)
  }

  @Test(arguments: [
    ("K19", ["D11", "A01"]), ("lake", ["road", "core"]), ("东", ["南", "西"]), ("x", []),
    ("", ["a", "ab"]), ("whatever", ["something"]),
  ])
  func nothingIsProposedForAWordUnlikeAll(word: String, candidates: [String]) {
    #expect(Suggestion.nearest(to: word, in: candidates) == nil)
  }

  @Test func theQuestionEndsAMessage() {
    let question = Suggestion.question(for: "nigth", in: ["night"])
    #expect(question.english == "; did you mean 'night'?")
    #expect(question.chinese == "；是否为“night”？")
    #expect(Suggestion.question(for: "x", in: []) == Wording("", zh: ""))
  }

  @Test func aMegabyteOfAKeyIsNotCompared() {
    let word = String(repeating: "a", count: 1_000_000)
    #expect(Suggestion.nearest(to: word, in: ["name", "kind", "basis"]) == nil)
  }
}
