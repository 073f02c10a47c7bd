internal import ArgumentParser
internal import DistrictPlan
internal import Foundation
internal import GeoJSONCoding
internal import MapRender
internal import Messages
internal import PlanCheck
internal import PlanFindings

struct CheckCommand: ParsableCommand {
  enum Threshold: String, ExpressibleByArgument, CaseIterable {
    case error, warning, never
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Hold the plan against its rules and its documents.",
    discussion: """
      Files without a plan are checked by what they hold: areas must not overlap or leave gaps, lines \
      must form a network, points must be apart. A layer is called as its file.

      Formats: text for people; json and ndjson for programs; sarif, junit, github, gitlab for CI; \
      markdown for a pull request; geojson for a GIS; html, one page with a map of each finding, for \
      everybody. With several formats each goes to its own file, and one may go to standard output. \
      In a GitHub job the format github also writes the job summary. SARIF names the page about the \
      program that GXQ_HOME_PAGE holds, where there is one.

      What is right as it is goes into the plan's exceptions file: --suggest-exceptions prints the \
      entries. To start with a plan that has many findings, write a baseline; later checks with \
      --baseline count only what is new.

      With --sheets the map sheets are looked over instead: names, sizes, contrast, legend, frame. A \
      plain check does not draw anything.

      Examples:
        gxq-map check
        gxq-map check --sheets
        gxq-map check --sheets structure works --theme dark --fail-on warning
        gxq-map check --format text -o sarif=findings.sarif -o html=findings.html
        gxq-map check --write-baseline known.json
        gxq-map check --baseline known.json --fail-on warning
        gxq-map check --rule A01 --suggest-exceptions
        gxq-map check --since origin/main --format github
        gxq-map check --fix --diff
        gxq-map check parcels.geojson roads.geojson --min-area '1 m2'
        gxq-map check parcels.geojson zone.geojson --rule '{rule: A08, on: parcels, with: zone}'
      """)

  @Argument(
    help: """
      Folders that hold a plan, or GeoJSON files; else the plan found here. With --sheets, ids of sheets.
      """)
  var paths: [String] = []

  @OptionGroup var options: PlanOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var files: FileOptions
  @OptionGroup var since: SinceOptions
  @OptionGroup var fixes: FixOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var sheetCheck: SheetCheckOptions
  @OptionGroup var work: JobOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Run only this rule, or this declaration '{rule: …}'; may repeat.", valueName: "code"))
  var rule: [String] = []

  @Option(name: .long, help: ArgumentHelp("Leave this rule out; may repeat.", valueName: "code"))
  var skip: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Hold every term of a statement against the documents' texts in this folder.",
      valueName: "dir"))
  var documents: String?

  @Option(name: .long, help: "What makes the exit status 1: error, warning or never.")
  var failOn: Threshold = .error

  @Flag(name: .long, help: "Leave with status 0 whatever is found.")
  var exitZero = false

  @Option(
    name: .long,
    help: ArgumentHelp("Count only findings that this file does not know.", valueName: "file"))
  var baseline: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write the open findings there, for --baseline; they do not count.", valueName: "file"))
  var writeBaseline: String?

  @Flag(
    name: .long,
    help: """
      Print entries for the exceptions file instead of a report: for errors and warnings, and for \
      whatever the rules in --rule find.
      """)
  var suggestExceptions = false

  @Option(
    name: .long,
    help: ArgumentHelp("The day on which exceptions expire or not.", valueName: "YYYY-MM-DD"))
  var today: CalendarDay?

  @Flag(name: .long, help: "Show accepted findings, and those that the baseline knows, too.")
  var accepted = false

  @Flag(name: .long, help: "Print how long each rule took to standard error, slowest first.")
  var timings = false

  func run() throws {
    let language = options.language
    try reporting(language) {
      try work.apply()
      ProgressBar.show(language)
      MemoryWatch.start(language)
      guard !sheetCheck.isUsed else { return try checkSheets(language) }
      let input = CheckInput(
        paths: paths, plan: options, files: files, rules: rule, since: since.since,
        reach: try since.distance())
      let chosen = try RuleChoice(only: input.named, skipped: skip)
      let targets = try suggestExceptions ? [] : reports.targets()
      try fixes.validate(for: paths)
      if fixes.fix, try fixed(input, language) { return }
      let checked = try input.load().map {
        try check(
          $0, named: input.named, namesReplacements: targets.contains { $0.format == .sarif })
      }
      Kept.keep(checked)
      try refuseInputs(targets.map(\.path) + [writeBaseline].compactMap { $0 }, of: checked)
      if timings {
        let runs = checked.flatMap(\.report.summary.runs)
        for line in Timings.text(of: runs, language).split(separator: "\n") {
          Terminal.note(String(line))
        }
      }
      guard !suggestExceptions else { return try suggest(for: checked, language) }
      var report = CheckReport(checked.map(\.report))
      if let baseline {
        let known = try BaselineFile.read(baseline)
        // A check of a part cannot say that anything is mended.
        let isWhole = time.asOf == nil && time.works == nil && since.since == nil
        report.compare(with: known) { isWhole && chosen.contains($0) }
      }
      try write(report, to: targets, language)
      if let writeBaseline {
        try OutputFile.write(Array(Baseline(of: report).text.utf8), to: writeBaseline)
      }
      if isFailure(report) { throw Status.findings }
    }
  }

  /// Makes the fixes, or prints the patch.
  ///
  /// - Returns: Whether that was all there is to do.
  private func fixed(_ input: CheckInput, _ language: Language) throws -> Bool {
    var patch: [UInt8] = []
    for item in try input.load() {
      let checked = try check(item, named: input.named, namesReplacements: false)
      let run = FixRun(plan: checked.plan, findings: checked.report.open, language: language)
      if fixes.diff { patch += run.patch() } else { try run.write() }
    }
    guard fixes.diff else { return false }
    try OutputFile.write(patch, toFileOrStream: reports.file(for: "--diff"))
    if !patch.isEmpty { throw Status.findings }
    return true
  }

  /// - Parameter namesReplacements: Whether a report says what fixes would replace, as SARIF alone does.
  private func check(
    _ item: CheckInput.Item, named: [String], namesReplacements: Bool
  ) throws -> CheckedPlan {
    var check = CheckOptions()
    check.asOf = time.asOf
    check.works = try time.selection(of: item.plan.plan)
    if let documents { try requireFolder(documents) }
    if let documents { check.documents = try DocumentTexts(of: item.plan.plan, in: documents) }
    check.only = named.count == rule.count ? Set(named) : []
    check.skipped = Set(skip)
    check.today = day
    check.since = item.earlier
    check.sheetRules = LintRegistry.all.map(\.guide)
    return CheckedPlan(
      plan: item.plan.plan, result: CheckRunner.check(item.plan, options: check),
      terms: item.terms, namesReplacements: namesReplacements, options.language)
  }

  /// Looks the sheets over and reports as of the plan.
  private func checkSheets(_ language: Language) throws {
    try refuseWithSheets()
    let rules = try SheetRuleChoice(only: rule, skipped: skip)
    let targets = try suggestExceptions ? [] : reports.targets()
    let folder = try options.directory()
    let plan = try PlanLoader.load(folder).faultless()
    let check = SheetCheck(
      plan: plan, folder: folder, options: sheetCheck, ids: paths, rules: rules,
      render: RenderOptions(
        asOf: time.asOf, works: try time.selection(of: plan), language: options.lang ?? .chinese),
      today: day)
    var report = try check.report(language)
    let checked = CheckedPlan(plan: plan, report: report)
    try refuseInputs(targets.map(\.path) + [writeBaseline].compactMap { $0 }, of: [checked])
    guard !suggestExceptions else { return try suggest(for: [checked], language) }
    if let baseline {
      report.compare(with: try BaselineFile.read(baseline)) {
        paths.isEmpty && sheetCheck.look.theme == nil && rules.contains($0)
      }
    }
    try write(report, to: targets, language)
    if let writeBaseline {
      try OutputFile.write(Array(Baseline(of: report).text.utf8), to: writeBaseline)
    }
    if isFailure(report) { throw Status.findings }
  }

  /// Refuses what sheets do not have.
  private func refuseWithSheets() throws(UsageError) {
    guard sheetCheck.sheets else {
      throw UsageError(
        Wording("--styles and --theme are for sheets", zh: "--styles 和 --theme 用于图纸"),
        help: Wording("add --sheets", zh: "加上 --sheets"))
    }
    let other = [
      ("--since", since.since != nil), ("--fix", fixes.fix || fixes.diff),
      ("--documents", documents != nil), ("--timings", timings), ("--crs", files.isUsed),
    ].first { $0.1 }
    guard let other else { return }
    throw UsageError(
      Wording("\(other.0) is not for --sheets", zh: "\(other.0) 不能与 --sheets 同用"),
      help: Wording("leave it out", zh: "去掉它"))
  }

  /// Refuses a folder of texts that is not there; documents without a text would pass unseen.
  private func requireFolder(_ path: String) throws(PlanError) {
    var isDirectory: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
    guard !exists || !isDirectory.boolValue else { return }
    throw PlanError(
      message: Wording("no folder '\(path)'", zh: "没有文件夹“\(path)”"),
      help: Wording(
        "name the folder that holds the documents' texts", zh: "指定存放文件文本的文件夹"))
  }

  /// Writes every report; what is read by a person or a pipe comes last.
  private func write(
    _ report: CheckReport, to targets: [ReportTarget], _ language: Language
  ) throws {
    var style = ReportStyle(
      language: language, showsAll: accepted, threshold: failOn == .warning ? .warning : .error,
      exitStatus: isFailure(report) ? 1 : 0)
    // Everything is made before anything is written.
    let texts = targets.map { target in
      style.isColored = target.path == "-" && Terminal.isColored
      return (target.path, target.format.text(of: report, style))
    }
    if report.items.count > SARIFReporter.limit, targets.contains(where: { $0.format == .sarif }) {
      let limit = SARIFReporter.limit
      Terminal.note(
        language == .chinese
          ? "SARIF 只写入前 \(limit) 项发现，GitHub 不接受更多"
          : "SARIF holds the first \(limit) findings; GitHub takes no more")
    }
    if let summary = GitHubJob.summaryPath, targets.contains(where: { $0.format == .github }) {
      let text = ReportFormat.markdown.text(of: report, style)
      try OutputFile.append(Array(text.utf8), to: summary)
    }
    for (path, text) in texts where path != "-" { try OutputFile.write(Array(text.utf8), to: path) }
    for (path, text) in texts where path == "-" { Terminal.output(text) }
  }

  private func suggest(for checked: [CheckedPlan], _ language: Language) throws {
    guard checked.contains(where: \.report.takesExceptions) else {
      throw UsageError(
        Wording("files without a plan have no exceptions", zh: "不属于规划的文件没有例外"),
        help: Wording(
          "'--write-baseline FILE' makes their findings known", zh: "用 --write-baseline 文件 记为已知"))
    }
    let file = try reports.file(for: "--suggest-exceptions")
    let parts = checked.filter(\.report.takesExceptions).map { one in
      let findings = one.report.open.filter { $0.severity > .info || !rule.isEmpty }
      let text = ExceptionSuggestion.text(for: findings, of: one.plan, today: day, language)
      let home = one.exceptionsFile
      let head =
        language == .chinese
        ? "# 粘贴到 \(home) 的 exceptions: 之下，并写明理由"
        : "# paste below 'exceptions:' in \(home), and say why"
      return text.isEmpty ? "" : PlainText.line(head) + "\n" + text
    }.filter { !$0.isEmpty }
    guard !parts.isEmpty else {
      return Terminal.note(language == .chinese ? "没有需要接受的发现" : "nothing to accept")
    }
    try OutputFile.write(Array(parts.joined(separator: "\n").utf8), toFileOrStream: file)
  }

  /// Refuses to write over a file that the plan was read from.
  private func refuseInputs(_ paths: [String], of checked: [CheckedPlan]) throws(UsageError) {
    let inputs = Set(checked.flatMap(\.inputs).map(PlanFolder.displayPath))
    // Standard output is not the standard input that a file was read from.
    guard
      let path = paths.first(where: { $0 != "-" && inputs.contains(PlanFolder.displayPath($0)) })
    else {
      return
    }
    throw UsageError(
      Wording("'\(path)' is a file of the plan", zh: "“\(path)”是规划自身的文件"),
      help: Wording("write to another file", zh: "请写入其他文件"))
  }

  private func isFailure(_ report: CheckReport) -> Bool {
    guard !exitZero, writeBaseline == nil else { return false }
    return switch failOn {
    case .error: report.count(.error) > 0
    case .warning: report.count(.error) + report.count(.warning) > 0
    case .never: false
    }
  }

  private var day: CalendarDay? { today ?? Self.systemDay }

  /// `SOURCE_DATE_EPOCH` where set, so that builds repeat; else the day it is.
  private static var systemDay: CalendarDay? {
    let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap(Double.init)
    let date = epoch.map { Date(timeIntervalSince1970: $0) } ?? Date()
    var calendar = Calendar(identifier: .gregorian)
    if let zone = TimeZone(secondsFromGMT: 0), epoch != nil { calendar.timeZone = zone }
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }
}
