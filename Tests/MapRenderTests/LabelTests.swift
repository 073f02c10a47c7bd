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
    #expect(outcome.placed.count + outcome.left.count == 500)
    #expect(outcome.placed.count > 440)
    #expect(outcome.left.allSatisfy { $0.reason == .crowded })
    #expect(outcome.objective < outcome.greedyObjective * 0.8)
    #expect(outcome.work < 10_000 * 500)
    print(
      "500 names, seed \(seed): \(outcome.placed.count) placed, objective \(outcome.objective),",
      "first come first served \(outcome.greedyObjective), \(outcome.work) steps")
    for (index, a) in outcome.placed.enumerated() {
      #expect(a.candidate.boxes.allSatisfy { frame.contains($0) })
      for b in outcome.placed.dropFirst(index + 1) {
        #expect(
          !a.candidate.boxes.contains { box in b.candidate.boxes.contains { $0.overlaps(box) } })
      }
    }
  }

  @Test func namesPiledUpInOneSpotAreNotEachHeldAgainstEachOther() {
    let requests = (0..<1500).map { index in
      request(
        "point.\(index)", "某地名称",
        .points([PaperPoint(x: 150 + Double(index % 7) * 0.1, y: 100)], clearance: 0.8))
    }
    let outcome = place(requests)
    #expect(outcome.placed.count + outcome.left.count == 1500)
    // Only the first few have a chance there, but those are placed.
    #expect(outcome.placed.count > 4)
    #expect(outcome.left.allSatisfy { $0.reason == .crowded })
    #expect(outcome.work < 10_000 * 1500)
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

  @Test func placementDoesNotDependOnTheOrderOfObstacles() {
    var random = SeededGenerator(seed: 4)
    let requests = crowd(150, seed: 3)
    let obstacles = (0..<400).map { index in
      ObstacleGrid.Obstacle(
        box: PaperBox(
          x: random.number(0...290), y: random.number(0...200), width: random.number(1...9),
          height: random.number(1...9)), weight: random.number(0...2), feature: "point.\(index)")
    }
    func texts(_ obstacles: [ObstacleGrid.Obstacle]) -> [String] {
      var grid = ObstacleGrid(frame: frame)
      for obstacle in obstacles { grid.insert(obstacle) }
      return LabelPlacer.place(requests, frame: frame, obstacles: grid).placed
        .map { "\($0.request.feature) \($0.candidate.runs)" }
    }
    let expected = texts(obstacles)
    for _ in 0..<2 { #expect(texts(obstacles.shuffled(using: &random)) == expected) }
  }

  @Test func aLongRiverSpreadsItsNameAndRepeatsItAtADistance() throws {
    let line = (0...280).map { PaperPoint(x: Double($0) + 5, y: 100 + 4 * sin(Double($0) / 25)) }
    let requests = (0..<3).map { part in
      var river = request("river", "大河", .lines([line]), offset: 2)
      river.part = part
      river.apart = 50
      river.spread = 3
      river.stretch = Double(part) / 3...Double(part + 1) / 3
      return river
    }
    let outcome = place(requests)
    #expect(outcome.placed.count == 3)
    let centers = outcome.placed.map(\.candidate.center.x).sorted()
    #expect(centers[1] - centers[0] > 50 && centers[2] - centers[1] > 50)
    for label in outcome.placed {
      let runs = label.candidate.runs
      #expect(runs[1].at.distance(to: runs[0].at) > 2.5 * 2.5)
      #expect(runs[1].at.distance(to: runs[0].at) < 2.5 * 5)
    }
  }

  @Test func theOtherLanguageStandsBelowAndSmaller() throws {
    var point = request("a", "高新区", .points([PaperPoint(x: 50, y: 50)], clearance: 1))
    point.second = "Gaoxin District"
    let line = [PaperPoint(x: 100, y: 100), PaperPoint(x: 180, y: 110)]
    var road = request("b", "海川路", .lines([line]))
    road.second = "Haichuan Road"
    for label in place([point, road]).placed {
      let parts = label.candidate.parts
      #expect(parts.count == 2)
      let (first, second) = (parts[0].runs, parts[1].runs)
      #expect(second.allSatisfy { run in first.allSatisfy { run.size < $0.size } })
      #expect(second.allSatisfy { run in first.allSatisfy { run.at.y > $0.at.y } })
    }
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
    #expect(outcome.left.map(\.reason) == [.outsideFrame])
  }
}
