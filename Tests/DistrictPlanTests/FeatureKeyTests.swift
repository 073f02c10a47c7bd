import Testing

@testable import DistrictPlan

struct FeatureKeyTests {
  @Test func numbersCountTheKeysInTheirOrder() {
    #expect(FeatureKey.allCases.map(\.number) == Array(FeatureKey.allCases.indices))
  }
}
