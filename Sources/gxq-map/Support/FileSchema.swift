internal import DistrictPlan
internal import FileShapes
internal import MapRender
internal import Messages
internal import PlanCheck
internal import PlanFindings

/// The schema of one of our files.
struct FileSchema {
  /// What the command line calls it.
  let name: String
  /// The file, as people call it.
  let file: String
  /// What the file is.
  let meaning: Wording
  private let shape: ValueShape
  private let scalars: JSONSchema.Scalars

  /// The schema as JSON.
  var text: String {
    JSONSchema.text(of: shape, name: name, title: file, meaning, scalars: scalars)
  }

  /// Every schema there is.
  static var all: [FileSchema] {
    [
      FileSchema(
        "plan", "plan.yaml", PlanShapes.manifest(rules: RuleShapes.declarations), .yaml),
      FileSchema("documents", "documents.yaml", PlanShapes.documents, .yaml),
      FileSchema("statements", "statements.yaml", PlanShapes.statements, .yaml),
      FileSchema("exceptions", "exceptions.yaml", PlanShapes.exceptions, .yaml),
      FileSchema("sheets", "sheets.yaml", SheetShapes.catalog, .yaml),
      FileSchema("features", "*.geojson", PlanShapes.features, .json),
      FileSchema("findings", "check --format json", FindingShapes.report, .json),
      FileSchema(
        "findings-line", "check --format ndjson", FindingShapes.line.meaning,
        .variants(FindingShapes.line), .json),
      FileSchema("baseline", "check --baseline", FindingShapes.baseline, .json),
    ]
  }

  private init(_ name: String, _ file: String, _ shape: ObjectShape, _ scalars: JSONSchema.Scalars)
  {
    self.init(name, file, shape.meaning, .object(shape), scalars)
  }

  private init(
    _ name: String, _ file: String, _ meaning: Wording, _ shape: ValueShape,
    _ scalars: JSONSchema.Scalars
  ) {
    self.name = name
    self.file = file
    self.meaning = meaning
    self.shape = shape
    self.scalars = scalars
  }
}
