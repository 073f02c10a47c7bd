import Foundation
import Testing

@testable import MapRender

struct LabelTests {
  private let frame = PaperBox(minX: 0, minY: 0, maxX: 297, maxY: 210)

  private func look(_ size: Double = 2.5) -> LabelRequest.Look {
    LabelRequest.Look(face: .sansRegular, size: size, ink: .black, halo: .white, haloWidth: 0.6)
  }

  private func request(
    _ id: String, _ text: String, _ place: LabelRequest.Place, offset: Double = 0
  ) -> LabelRequest {
    var request = LabelRequest(
      feature: id, styleLayer: "names", layer: "things", text: text, place: place, look: look(),
      priority: 0, isRequired: true)
    request.offset = offset
    return request
  }

  private func crowd(_ count: Int, seed: UInt64) -> [LabelRequest] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { index in
      let point = PaperPoint(x: random.number(5...290), y: random.number(5...205))
      return request(
        "point.\(index)", String("某地名称很长之处".prefix(Int.random(in: 2...8, using: &random))),
        .points([point], clearance: 0.8))
    }
  }

  private func place(_ requests: [LabelRequest]) -> LabelPlacer.Outcome {
    LabelPlacer.place(requests, frame: frame, obstacles: ObstacleGrid(frame: frame))
  }

  @Test func aLoneLabelStandsAtTheRightOfItsPoint() throws {
    let outcome = place([request("a", "车站", .points([PaperPoint(x: 50, y: 50)], clearance: 1))])
    let run = try #require(outcome.placed.first?.candidate.runs.first)
    #expect(run.at.x > 51 && abs(run.at.y - 50) < 2)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func fiveHundredLabelsOnA4NeverOverlapAndAreAllAccountedFor(seed: UInt64) {
    let requests = crowd(500, seed: seed)
    let outcome = place(requests)
    #expect(outcome.placed.count + outcome.unplaced.count == 500)
    #expect(outcome.placed.count > 400)
    for (index, a) in outcome.placed.enumerated() {
      #expect(a.candidate.boxes.allSatisfy { frame.contains($0) })
      for b in outcome.placed.dropFirst(index + 1) {
        #expect(
          !a.candidate.boxes.contains { box in b.candidate.boxes.contains { $0.overlaps(box) } })
      }
    }
  }

  @Test func placementDoesNotDependOnTheOrderOfRequests() {
    let requests = crowd(120, seed: 9)
    var random = SeededGenerator(seed: 10)
    func texts(_ outcome: LabelPlacer.Outcome) -> [String] {
      outcome.placed.map { "\($0.request.feature) \($0.candidate.runs)" }.sorted()
    }
    let expected = texts(place(requests))
    for _ in 0..<3 { #expect(texts(place(requests.shuffled(using: &random))) == expected) }
  }

  @Test(arguments: (0..<24).map { Double($0) * 15 })
  func hanziAlongALineAreNeverTurnedByMoreThan45Degrees(degrees: Double) throws {
    let turn = degrees * .pi / 180
    let line = (0...40).map { step in
      let along = Double(step) * 2 - 40
      let across = 3 * sin(Double(step) / 4)
      return PaperPoint(
        x: 140 + along * cos(turn) - across * sin(turn),
        y: 100 + along * sin(turn) + across * cos(turn))
    }
    let outcome = place([request("river", "大河流水", .lines([line]))])
    let runs = try #require(outcome.placed.first?.candidate.runs)
    #expect(runs.allSatisfy { abs($0.rotation) <= 45 })
    // Read left to right, or from top to bottom.
    guard runs.count == 4 else { return }
    let first = runs[0].at
    let last = runs[3].at
    #expect(last.x - first.x > 0 || last.y - first.y > abs(last.x - first.x) * 0.5)
  }

  @Test func anAreaSmallerThanItsNameGetsItOutside() throws {
    let ring = PaperBox(x: 100, y: 100, width: 2, height: 2).ring
    let outcome = place([request("lot", "很长的地块名称", .areas([[ring]]))])
    #expect(outcome.unplaced.isEmpty)
    let box = try #require(outcome.placed.first?.candidate.boxes.first)
    #expect(!PaperBox(x: 100, y: 100, width: 2, height: 2).contains(box))
  }

  @Test func labelsKeepOffWhatMustNotBeCovered() {
    var obstacles = ObstacleGrid(frame: frame)
    let symbol = PaperBox(x: 51, y: 46, width: 12, height: 8)
    obstacles.insert(ObstacleGrid.Obstacle(box: symbol, weight: .infinity, feature: "other"))
    let outcome = LabelPlacer.place(
      [request("a", "车站", .points([PaperPoint(x: 50, y: 50)], clearance: 1))], frame: frame,
      obstacles: obstacles)
    #expect(outcome.placed.count == 1)
    #expect(outcome.placed.allSatisfy { !$0.candidate.boxes.contains { $0.overlaps(symbol) } })
  }

  @Test func aNameWithoutRoomIsReported() {
    let narrow = PaperBox(minX: 0, minY: 0, maxX: 4, maxY: 4)
    let outcome = LabelPlacer.place(
      [request("a", "放不下的名称", .points([PaperPoint(x: 2, y: 2)], clearance: 1))],
      frame: narrow, obstacles: ObstacleGrid(frame: narrow))
    #expect(outcome.placed.isEmpty)
    #expect(outcome.unplaced.map(\.feature) == ["a"])
  }
}
