internal import ArgumentParser
internal import DistrictPlan
internal import GeoJSONCoding
internal import MapStyle
internal import Messages

struct StyleEvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Evaluate one expression, on one feature where it asks for one.",
    discussion: """
      Examples:
        gxq-map style eval '["*", 2, ["get", "lanes"]]' --properties '{"lanes": 2}'
        gxq-map style eval '["zoom"]' --scale 1:25000 --latitude 35.4
        gxq-map style eval '["==", "class", "rail"]' --property filter --feature roads.geojson#r1

      Exit status: 0 a value, 1 none for this feature, 2 no expression or no such feature.
      """)

  @Argument(help: "The expression as JSON; '-' reads it from standard input.")
  var expression: String

  @OptionGroup var feature: StyleFeatureOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Read it as this paint or layout property would, or as 'filter'.", valueName: "name"))
  var property: String?

  @Option(name: .long, help: "text or json.")
  var format = StyleFormat.text

  @Option(name: .long, help: "Language of messages: zh or en; else from the locale.")
  var lang: Language?

  func run() throws {
    let language = Terminal.language(lang)
    try reporting(language) {
      if let property, !LoneExpression.properties.contains(property) {
        let question = Suggestion.question(for: property, in: LoneExpression.properties)
        throw UsageError(
          Wording(
            "unknown property '\(property)'\(question.english)",
            zh: "未知的属性“\(property)”\(question.chinese)"))
      }
      let source = try text()
      let faultText = StyleFaultText(source: source, language: language)
      let place = try feature.read(language)
      let compiled: LoneExpression
      do throws(StyleFaults) {
        compiled = try LoneExpression(source, for: property)
      } catch {
        for fault in error.all { Terminal.note(faultText.block(for: fault)) }
        throw Status.unreadable
      }
      do throws(StyleError) {
        let value = try compiled.value(for: place.feature, zoom: place.zoom)
        let answer = StyleAnswer(expression: compiled, value: value, zoom: place.zoom)
        Terminal.output(format == .json ? answer.json : answer.text(language))
      } catch {
        Terminal.note(faultText.block(for: error))
        throw Status.findings
      }
    }
  }

  private func text() throws(PlanError) -> SourceText {
    guard expression == "-" else {
      return SourceText(file: "expression", expression)
    }
    do throws(SourceFileError) {
      return try SourceFile.readStandardInput()
    } catch {
      throw PlanError(message: error.wording)
    }
  }
}

/// What an expression gave.
private struct StyleAnswer {
  let expression: LoneExpression
  let value: StyleValue
  let zoom: Double?

  /// The value, its type, and what it depends on, a line each.
  func text(_ language: Language) -> String {
    let isChinese = language == .chinese
    let needs = expression.dependencies.joined(separator: ", ")
    var lines = [
      (isChinese ? "值：" : "value: ") + shown,
      (isChinese ? "类型：" : "type: ") + value.typeName,
    ]
    if !needs.isEmpty { lines.append((isChinese ? "取决于：" : "depends on: ") + needs) }
    return lines.map { $0 + "\n" }.joined()
  }

  private var shown: String {
    if let number = value.number, !number.isFinite {
      return number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity"
    }
    return "\(value.written)"
  }

  var json: String {
    var members = [
      JSONMember("value", value.written), JSONMember("type", .string(value.typeName)),
      JSONMember("declared", .string(expression.type)),
      JSONMember("constant", .bool(expression.constant != nil)),
      JSONMember("depends-on", .array(expression.dependencies.map { .string($0) })),
    ]
    if let zoom { members.append(JSONMember("zoom", .number(zoom))) }
    return "\(JSONValue.object(members))\n"
  }
}
