internal import GeoJSONCoding
internal import Messages

extension RuleDeclaration {
  /// Reads a declaration as `plan.yaml` would hold it: `{rule: A08, on: parcels, with: zone}`.
  ///
  /// - Parameter name: What to call the text in messages.
  /// - Throws: ``PlanError`` when the text is no YAML or no declaration.
  public init(parsing text: String, named name: String) throws(PlanError) {
    var log = FaultLog()
    let root = try YAMLFile.root(of: SourceText(file: name, bytes: Array(text.utf8)))
    let declaration = ManifestReader.rule(root, log: &log)
    if let fault = log.faults.first { throw PlanError(fault) }
    guard let declaration else {
      throw PlanError(
        location: root.location, message: Wording("no rule is declared", zh: "没有声明规则"),
        help: Wording("write {rule: CODE, on: LAYER}", zh: "写作 {rule: 代码, on: 图层}"))
    }
    self = declaration
  }
}
