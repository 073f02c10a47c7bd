import Messages
import Testing

@testable import Workforce

struct ProgressTests {
  private let title = Wording("reading", zh: "读取")

  @Test
  func stagesShareTheWork() {
    let shares = (0..<4).map { number in
      var stage = ProgressStage(title, number, of: 4, movedByPieces: false)
      stage.reach(0.5)
      stage.reach(0.25)
      stage.work(3, of: 3)
      return stage.share
    }
    #expect(shares == [0.125, 0.375, 0.625, 0.875])
  }

  @Test
  func piecesMoveAStageAlongAndLeaveRoomForWhatFollows() {
    var stage = ProgressStage(title, 1, of: 2)
    var shares = [stage.share]
    for _ in 0..<2 {
      for done in [0, 2, 1, 3, 4] {
        stage.work(done, of: 4)
        shares.append(stage.share)
      }
    }
    #expect(shares == [0.5, 0.5, 0.625, 0.625, 0.6875, 0.75, 0.75, 0.8125, 0.8125, 0.84375, 0.875])
  }
}
