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
  private let shape: ObjectShape
  private let scalars: JSONSchema.Scalars

  /// What the file is.
  var meaning: Wording { shape.meaning }

  /// The schema as JSON.
  var text: String {
    JSONSchema.text(of: .object(shape), title: file, meaning, scalars: scalars)
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
      FileSchema("baseline", "check --baseline", FindingShapes.baseline, .json),
    ]
  }

  private init(_ name: String, _ file: String, _ shape: ObjectShape, _ scalars: JSONSchema.Scalars)
  {
    self.name = name
    self.file = file
    self.shape = shape
    self.scalars = scalars
  }
}
