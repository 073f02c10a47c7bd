import Testing

@testable import MapRender

struct ObstacleCostsTests {
  private static let frame = PaperBox(x: 10, y: 20, width: 60, height: 30)

  /// Half a square of 10 mm lies in the box; the second weight is too much for the narrow table.
  @Test(arguments: [2.0, 2000])
  func aBoxCostsWhatItCovers(weight: Double) {
    var grid = ObstacleGrid(frame: Self.frame)
    grid.insert(
      ObstacleGrid.Obstacle(
        box: PaperBox(x: 34, y: 26, width: 10, height: 10), weight: weight, feature: nil))
    if weight > 1000 {
      for x in stride(from: 12.0, to: 30, by: 2) {
        grid.insert(
          ObstacleGrid.Obstacle(
            box: PaperBox(x: x, y: 22, width: 10, height: 26), weight: weight, feature: nil))
      }
    }
    let costs = ObstacleCosts(grid)
    let cost = costs.cost(of: PaperBox(x: 39.2, y: 25.4, width: 12, height: 12))
    #expect(abs(cost - 48 * weight) < 0.02 * weight)
  }

  @Test func symbolsMayNotBeCovered() {
    var grid = ObstacleGrid(frame: Self.frame)
    grid.insert(
      ObstacleGrid.Obstacle(
        box: PaperBox(x: 30, y: 30, width: 2, height: 2), weight: .infinity, feature: nil))
    let costs = ObstacleCosts(grid)
    #expect(costs.cost(of: PaperBox(x: 31, y: 31, width: 8, height: 3)) == .infinity)
    #expect(costs.cost(of: PaperBox(x: 33, y: 31, width: 8, height: 3)) == 0)
  }
}
