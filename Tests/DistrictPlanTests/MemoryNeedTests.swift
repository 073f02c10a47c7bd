import Messages
import Testing

@testable import DistrictPlan

struct MemoryNeedTests {
  @Test func whatDoesNotFitIsRefusedBeforehand() throws {
    let need = MemoryNeed(available: 10_000_000_000)
    try need.hold([2_500_000_000, 2_500_000_000])
    let error = #expect(throws: PlanError.self) { try need.hold([5_000_000_000, 5_000_000_000]) }
    #expect(
      error?.message.english
        == "the files hold 10.0 GB, for which about 14.0 GB of memory are needed, and 10.0 GB are free"
    )
    #expect(error?.message.chinese == "文件共 10.0 GB，约需内存 14.0 GB，可用内存 10.0 GB")
  }

  @Test func whereNobodySaysWhatIsFreeNothingIsRefused() throws {
    try MemoryNeed(available: nil).hold([.max / 10])
  }

  @Test func thisMachineHasMemory() throws {
    #if os(Linux)
      #expect((MemoryNeed.here.available ?? 0) > 1 << 20)
      let held = try #require(SystemMemory.held)
      #expect(held > 4 << 20 && held < 1 << 40)
    #endif
  }

  @Test func onlyWhoTakesMuchIsToldThatMemoryRunsOut() {
    let error = MemoryNeed.shortage(free: 100_000_000, held: 9_000_000_000)
    #expect(
      error?.message.english
        == "memory runs out: 9.0 GB are taken, and no more than 0.1 GB are free")
    #expect(MemoryNeed.shortage(free: 1_000_000_000, held: 9_000_000_000) == nil)
    #expect(MemoryNeed.shortage(free: 100_000_000, held: 50_000_000) == nil)
    #expect(MemoryNeed.shortage(free: nil, held: 9_000_000_000) == nil)
  }
}
