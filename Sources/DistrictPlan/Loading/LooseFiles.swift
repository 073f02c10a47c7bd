public import GeoJSONCoding
internal import MapGeometry
internal import MapProjection
internal import Messages
public import PlanFindings
internal import Workforce

/// GeoJSON files that belong to no plan, read as if one plan declared them.
///
/// Every feature is of the open kind ``FeatureKind/feature``; each file is a layer, or one for each
/// family of geometries that it holds; its name then stands for all of them. Features without an id
/// get one from the file's name and their place in it, such as `parcels#12`; ids that stand in several
/// files get the file's name before them.
public struct LooseFiles {
  /// The paths as the user gave them; `-` is standard input.
  public let paths: [String]
  /// The projected CRS to measure in; `nil` for the 3° Gauss–Krüger zone in the middle of the data.
  public let crs: String?
  /// How near is the same, in metres.
  public let tolerance: Double

  /// Reads a path; `nil` for a file that is not there and need not be.
  private let read: (String) throws(PlanError) -> SourceText?

  /// How many decimals of a degree count: 0.1 mm, well below any tolerance in use.
  private static let precision = 9

  /// Creates a description of what to read from the file system.
  public init(paths: [String], crs: String? = nil, tolerance: Double = 0.002) {
    self.init(paths: paths, crs: crs, tolerance: tolerance, reading: Self.source)
  }

  /// Creates a description of what to read from somewhere else.
  ///
  /// - Parameter read: Gives the text of a path; `nil` for a file that is not there and need not be.
  public init(
    paths: [String], crs: String? = nil, tolerance: Double = 0.002,
    reading read: @escaping (String) throws(PlanError) -> SourceText?
  ) {
    self.paths = paths
    self.crs = crs
    self.tolerance = tolerance
    self.read = read
  }

  /// Reads the files.
  ///
  /// - Parameter rules: The rules for the layers that the files turn out to have.
  /// - Throws: ``PlanError`` when a file cannot be opened or is no JSON, or the CRS is unknown.
  public func load(rules: ([Layer]) -> [RuleDeclaration]) throws(PlanError) -> LoadedPlan {
    var collections: [(name: String, collection: GeoJSONCollection)] = []
    for (number, path) in paths.enumerated() {
      Progress.enter(
        ProgressStage(
          Wording("reading '\(path)'", zh: "读取“\(path)”"), number, of: paths.count))
      guard let source = try read(path),
        !collections.contains(where: { $0.name == source.file })
      else { continue }
      collections.append((source.file, try PlanLoader.collection(source)))
    }
    let (crs, transformer) = try workingCRS(for: collections.map(\.collection))
    var log = FaultLog()
    let names = Self.layerNames(of: collections.map(\.name))
    let repeated = Self.repeatedIDs(in: collections.map(\.collection))
    var features: [PlanFeature] = []
    for ((file, collection), name) in zip(collections, names) {
      var reader = FeatureReader(
        collection: collection, file: file, transformer: transformer, precision: Self.precision,
        identity: .loose(name: name, repeated: repeated), log: log)
      features += reader.features()
      log = reader.log
    }
    let layers = zip(collections.map(\.name), names).flatMap { file, name in
      Self.layers(of: file, name: name, features: features.filter { $0.file == file })
    }
    let plan = Plan(
      directory: ".",
      manifest: Plan.Manifest(
        title: names.joined(separator: ", "), precision: Self.precision, tolerance: tolerance,
        location: SourceLocation(file: paths.first ?? "", line: 1, column: 1)),
      crs: crs, transformer: transformer, layers: layers, rules: rules(layers),
      files: Dictionary(collections.map { ($0.name, $0.collection) }) { first, _ in first },
      features: PlanLoader.unique(features, log: &log).sorted { $0.id < $1.id })
    ReferenceCheck.run(on: plan, log: &log)
    return LoadedPlan(plan: plan, faults: log.faults)
  }

  private static func source(_ path: String) throws(PlanError) -> SourceText? {
    do {
      return path == "-"
        ? try SourceFile.readStandardInput()
        : try SourceFile.read(path, as: PlanFolder.displayPath(path))
    } catch {
      throw PlanError(
        location: nil, message: Wording(of: error),
        help: Wording("name a plan folder or GeoJSON files", zh: "指定规划文件夹或 GeoJSON 文件"))
    }
  }

  private func workingCRS(
    for collections: [GeoJSONCollection]
  ) throws(PlanError) -> (CRS, Transformer) {
    do {
      let crs = try crs.map { try CRS($0) } ?? Self.defaultCRS(of: collections)
      return (crs, try Transformer(to: crs))
    } catch {
      throw PlanError(
        location: nil, message: Wording(of: error),
        help: Wording(
          "name a projected CRS in metres with --crs, such as 'EPSG:4547'",
          zh: "用 --crs 写明以米为单位的投影坐标系，例如 EPSG:4547"))
    }
  }

  /// The zone in the middle of what lies on Earth; longitude 0 when nothing does.
  private static func defaultCRS(of collections: [GeoJSONCollection]) throws -> CRS {
    try defaultGaussKrugerZone(forLongitude: middleLongitude(of: collections) ?? 0)
  }

  /// In what a plan made of the files is measured, and why so.
  public func terms(of plan: Plan) -> MeasuringTerms {
    let middle = Self.middleLongitude(of: Array(plan.files.values))
    return MeasuringTerms(
      crs: plan.crs.code ?? plan.crs.definition,
      name: plan.crs.code == nil ? nil : plan.crs.name,
      reason: crs == nil ? middle.map { .nearest(longitude: $0) } ?? .anywhere : .asked,
      tolerance: plan.manifest.tolerance)
  }

  /// The longitude halfway between the westernmost and the easternmost position on Earth; `nil` where
  /// there is none.
  private static func middleLongitude(of collections: [GeoJSONCollection]) -> Double? {
    var west = Double.infinity
    var east = -Double.infinity
    for feature in collections.lazy.flatMap(\.features) {
      feature.geometry?.forEachRun { run in
        for position in run where abs(position.longitude) <= 180 && abs(position.latitude) <= 90 {
          west = min(west, position.longitude)
          east = max(east, position.longitude)
        }
      }
    }
    return west <= east ? (west + east) / 2 : nil
  }

  /// A short name for each file: its last component without the extension, numbered where repeated.
  private static func layerNames(of files: [String]) -> [String] {
    var seen: [String: Int] = [:]
    return files.map { file in
      let last = file.split(separator: "/").last.map(String.init) ?? file
      let stem = last.split(separator: ".").first.map(String.init) ?? last
      seen[stem, default: 0] += 1
      let count = seen[stem] ?? 1
      return count == 1 ? stem : "\(stem)-\(count)"
    }
  }

  /// The ids that stand in more than one file.
  private static func repeatedIDs(in collections: [GeoJSONCollection]) -> Set<String> {
    var files: [String: Int] = [:]
    for collection in collections {
      for id in Set(collection.features.compactMap(\.looseIdentifier)) {
        files[id, default: 0] += 1
      }
    }
    return Set(files.filter { $0.value > 1 }.keys)
  }

  private static func layers(of file: String, name: String, features: [PlanFeature]) -> [Layer] {
    let families = GeometryFamily.allCases.filter { family in
      features.contains { $0.geometry?.family == family }
    }
    let start = SourceLocation(file: file, line: 1, column: 1)
    guard families.count > 1 else {
      return [Layer(id: name, file: file, kind: .feature, family: families.first, location: start)]
    }
    return families.map {
      Layer(
        id: "\(name)-\($0.rawValue)s", file: file, kind: .feature, family: $0, group: name,
        location: start)
    }
  }
}

extension GeoJSONFeature {
  /// The id of a feature that no schema governs: the member, else the property `id`.
  var looseIdentifier: String? {
    identifier?.text ?? self[FeatureKey.id.rawValue].flatMap(GeoJSONIdentifier.init)?.text
  }
}
