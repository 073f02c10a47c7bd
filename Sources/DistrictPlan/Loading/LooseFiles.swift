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
    var sources: [SourceText] = []
    for path in paths {
      guard let source = try read(path), !sources.contains(where: { $0.file == source.file })
      else { continue }
      sources.append(source)
    }
    try MemoryNeed.here.hold(sources.map(\.count))
    let (readers, longitudes, crs, transformer) = try readers(of: sources)
    var log = FaultLog()
    let names = Self.layerNames(of: readers.map(\.file.name))
    let repeated = Self.repeatedIDs(in: readers)
    let families = zip(readers, names).map { reader, name in
      reader.features(named: name, repeated: repeated, log: &log)
    }
    let features = families.count == 1 ? families[0] : families.flatMap { $0 }
    let layers = zip(readers.map(\.file.name), zip(names, families)).flatMap { file, found in
      Self.layers(of: file, name: found.0, features: found.1)
    }
    let plan = Plan(
      directory: ".",
      manifest: Plan.Manifest(
        title: names.joined(separator: ", "), precision: Self.precision, tolerance: tolerance,
        location: SourceLocation(file: paths.first ?? "", line: 1, column: 1)),
      crs: crs, transformer: transformer, layers: layers, rules: rules(layers),
      files: Dictionary(readers.map { ($0.file.name, $0.file) }) { first, _ in first },
      features: PlanLoader.ordered(features, log: &log), longitudes: longitudes)
    ReferenceCheck.run(on: plan, log: &log)
    return LoadedPlan(plan: plan, faults: log.faults)
  }

  /// Reads the files onto the plane.
  ///
  /// Where no plane was asked for, the longitudes of all features decide on it, which nobody knows before they
  /// are read. So they are guessed; where the guess was wrong, the files are read again.
  private func readers(
    of sources: [SourceText]
  ) throws(PlanError) -> ([LooseReader], ClosedRange<Double>?, CRS, Transformer) {
    let guess = Self.guessedLongitudes(in: sources)
    var (crs, transformer) = try workingCRS(for: guess)
    var readers = try Self.read(sources, on: transformer)
    let longitudes = ClosedRange.around(readers.compactMap(\.longitudes))
    if self.crs == nil, Self.zone(of: longitudes) != Self.zone(of: guess) {
      (crs, transformer) = try workingCRS(for: longitudes)
      readers = try Self.read(sources, on: transformer)
    }
    return (readers, longitudes, crs, transformer)
  }

  private static func read(
    _ sources: [SourceText], on transformer: Transformer
  ) throws(PlanError) -> [LooseReader] {
    var readers: [LooseReader] = []
    for (number, source) in sources.enumerated() {
      Progress.enter(
        ProgressStage(
          Wording("reading '\(source.file)'", zh: "读取“\(source.file)”"), number, of: sources.count))
      readers.append(try LooseReader(source, precision: precision, on: transformer))
    }
    return readers
  }

  private static func guessedLongitudes(in sources: [SourceText]) -> ClosedRange<Double>? {
    let some = sources.flatMap { GeoJSONReader.somePositions(in: $0) }
      .filter { abs($0.longitude) <= 180 && abs($0.latitude) <= 90 }.map(\.longitude)
    return .around(some.map { $0...$0 })
  }

  private static func zone(of longitudes: ClosedRange<Double>?) -> Int {
    gaussKrugerZone(forLongitude: longitudes.map(middle) ?? 0)
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
    for longitudes: ClosedRange<Double>?
  ) throws(PlanError) -> (CRS, Transformer) {
    do {
      let crs = try crs.map { try CRS($0) } ?? Self.defaultCRS(for: longitudes)
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
  private static func defaultCRS(for longitudes: ClosedRange<Double>?) throws -> CRS {
    try defaultGaussKrugerZone(forLongitude: longitudes.map(Self.middle) ?? 0)
  }

  private static func middle(of longitudes: ClosedRange<Double>) -> Double {
    (longitudes.lowerBound + longitudes.upperBound) / 2
  }

  /// In what a plan made of the files is measured, and why so.
  public func terms(of plan: Plan) -> MeasuringTerms {
    let middle = plan.longitudes.map(Self.middle)
    return MeasuringTerms(
      crs: plan.crs.code ?? plan.crs.definition,
      name: plan.crs.code == nil ? nil : plan.crs.name,
      reason: crs == nil ? middle.map { .nearest(longitude: $0) } ?? .anywhere : .asked,
      tolerance: plan.manifest.tolerance)
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
  private static func repeatedIDs(in readers: [LooseReader]) -> Set<String> {
    guard readers.count > 1 else { return [] }
    var files: [String: Int] = [:]
    for reader in readers {
      for id in reader.writtenIDs { files[id, default: 0] += 1 }
    }
    return Set(files.filter { $0.value > 1 }.keys)
  }

  private static func layers(of file: String, name: String, features: [PlanFeature]) -> [Layer] {
    let families = GeometryFamily.allCases.filter { family in
      features.contains { $0.plane?.family == family }
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
