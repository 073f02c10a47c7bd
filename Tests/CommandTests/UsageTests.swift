import PlanTestSupport
import Testing

/// What the program says about itself, and to whoever mistypes.
struct UsageTests {
  private static let commands = [
    [], ["check"], ["export"], ["list"], ["trace"], ["fmt"], ["rules"], ["explain"], ["init"],
    ["render"], ["style"], ["style", "check"], ["style", "eval"],
  ]

  @Test(arguments: Thoroughness.chosen(of: commands, oneIn: 4))
  func helpGoesToStandardOutput(command: [String]) throws {
    let workspace = try Workspace()
    let outcome = try Program.run(command + ["--help"], in: workspace.root)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("USAGE: gxq-map"), "\(outcome)")
    #expect(outcome.errors.isEmpty)
  }

  @Test func helpNamesTheExitStatuses() throws {
    let outcome = try Workspace().run("--help")
    for words in ["0 clean", "1 findings", "2 input cannot be read", "64 wrong usage"] {
      #expect(outcome.output.contains(words), "\(outcome)")
    }
  }

  @Test func versionIsOneLine() throws {
    let outcome = try Workspace().run("--version")
    #expect(outcome.status == 0)
    #expect(outcome.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil, "\(outcome)")
  }

  @Test(arguments: [
    ["chek"], ["check", "--fromat", "json"], ["check", "--format", "jsno"],
    ["check", "--fail-on", "nothing"], ["check", "--as-of", "2018-13"], ["list", "--as-of", "x"],
    ["explain"], ["init"], ["check", "--plan"], ["check", "--today", "yesterday"],
    ["trace", "--format", "xml"], ["rules", "--lang", "fr"],
  ])
  func wrongUsageIsStatus64(arguments: [String]) throws {
    let workspace = try Workspace.withStarter()
    let outcome = try Program.run(arguments, in: workspace.path("plan"))
    #expect(outcome.status == 64, "\(outcome)")
    #expect(outcome.output.isEmpty)
    #expect(!outcome.errors.isEmpty)
  }

  @Test(arguments: [
    (
      ["check", "--rule", "D1O"],
      "gxq-map: error: unknown rule 'D1O'; did you mean 'D10'?"
    ),
    (
      ["check", "--skip", "file-hygeine"],
      "gxq-map: error: unknown rule 'file-hygeine'; did you mean 'file-hygiene'?"
    ),
    (["explain", "d10"], "gxq-map: error: unknown rule 'd10'; did you mean 'D10'?"),
    (
      ["export", "--layer", "distrcits"],
      "gxq-map: error: unknown layer 'distrcits'; did you mean 'districts'?"
    ),
    (
      ["check", "--works", "work.haichuan-cros"],
      "gxq-map: error: unknown work 'work.haichuan-cros'; did you mean 'work.haichuan-cross'?"
    ),
    (
      ["list", "road.haichaun"],
      "gxq-map: error: no layer, id or name 'road.haichaun' in the plan; did you mean 'road.haichuan'?"
    ),
    (
      ["trace", "road.haichaun"],
      "gxq-map: error: no statement or feature 'road.haichaun'; did you mean 'road.haichuan'?"
    ),
    (["trace", "S0O1"], "gxq-map: error: no statement or feature 'S0O1'; did you mean 'S001'?"),
  ])
  func unknownNameIsAskedBack(arguments: [String], message: String) throws {
    let workspace = try Workspace.withPlan()
    let outcome = try Program.run(arguments, in: workspace.root)
    #expect(outcome.status == 64, "\(outcome)")
    #expect(outcome.errorLines.first == message, "\(outcome)")
    #expect(outcome.output.isEmpty)
    #expect(workspace.files().allSatisfy { $0.hasPrefix("geodata/") })
  }

  @Test func standardOutputTakesOneLayer() throws {
    let workspace = try Workspace.withPlan()
    let outcome = try workspace.run("export", "--layer", "core", "--layer", "roads", "-o", "-")
    #expect(outcome.status == 64)
    #expect(
      outcome.errorLines == [
        "gxq-map: error: standard output takes one layer, asked for 2",
        "  help: name a folder with -o",
      ])
    #expect(outcome.output.isEmpty)
  }

  @Test func messagesFollowTheLanguage() throws {
    let workspace = try Workspace()
    let byFlag = try workspace.run("check", "--lang", "zh")
    let byLocale = try workspace.run("check", environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(byFlag.errors.hasPrefix("gxq-map: 错误: 此处及上级文件夹中没有 plan.yaml"), "\(byFlag)")
    #expect(byFlag.errors == byLocale.errors)
    let english = try workspace.run(
      "check", "--lang", "en", environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(english.errors.hasPrefix("gxq-map: error: no plan here or above"))
  }
}
