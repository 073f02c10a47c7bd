public import GeoJSONCoding
public import MapProjection
public import Messages
internal import Workforce

/// A district's plan: documents, what they state, and the features that are drawn for it.
public struct Plan: Sendable {
  /// Title, CRS and the names of files; what stands at the top of `plan.yaml`.
  public struct Manifest: Hashable, Sendable {
    /// The Chinese title.
    public let title: String
    /// The English title.
    public let titleEnglish: String?
    /// Who signs the maps.
    public let author: String?
    /// The years planned for.
    public let period: String?
    /// The mark of maps that show assumed features, such as 示意.
    public let purpose: String?
    /// How many decimals of a degree the files carry.
    public let precision: Int
    /// How near is the same, in metres.
    public let tolerance: Double
    /// Where `plan.yaml` starts.
    public let location: SourceLocation

    init(
      title: String, titleEnglish: String? = nil, author: String? = nil, period: String? = nil,
      purpose: String? = nil, precision: Int, tolerance: Double, location: SourceLocation
    ) {
      self.title = title
      self.titleEnglish = titleEnglish
      self.author = author
      self.period = period
      self.purpose = purpose
      self.precision = precision
      self.tolerance = tolerance
      self.location = location
    }
  }

  /// The folder that holds `plan.yaml`.
  public let directory: String
  /// Title, precision, tolerance.
  public let manifest: Manifest
  /// The working CRS.
  public let crs: CRS
  /// From longitude and latitude to the working CRS and back.
  public let transformer: Transformer
  /// The documents in file order.
  public let documents: [Document]
  /// The statements in file order.
  public let statements: [Statement]
  /// Where documents disagree.
  public let conflicts: [Conflict]
  /// The structures that slogans count.
  public let structures: [Structure]
  /// The layers in drawing order of the manifest.
  public let layers: [Layer]
  /// The rules the plan asks for.
  public private(set) var rules: [RuleDeclaration]
  /// Accepted findings.
  public let exceptions: [ExceptionEntry]
  /// Which rung a document's verb stands for.
  public let statusWords: [String: Status]
  /// The GeoJSON files by name.
  public let files: [String: PlanFile]
  /// Every feature, ordered by id.
  public let features: [PlanFeature]
  /// The westernmost and the easternmost longitude of loose files; `nil` for a plan folder.
  let longitudes: ClosedRange<Double>?

  let indexByName: [String: [Int]]
  /// The features of each layer that somebody asked about; copies share it.
  private let membersByLayer = Guarded<[Layer: LayerMembers]>([:])

  private struct LayerMembers {
    /// Their places among the features of the plan.
    let places: [Int]
    let features: [PlanFeature]
  }

  /// Puts a plan together.
  ///
  /// - Parameter features: Ordered by id, each id once.
  init(
    directory: String, manifest: Manifest, crs: CRS, transformer: Transformer,
    documents: [Document] = [], statements: [Statement] = [], conflicts: [Conflict] = [],
    structures: [Structure] = [], layers: [Layer], rules: [RuleDeclaration],
    exceptions: [ExceptionEntry] = [], statusWords: [String: Status] = [:],
    files: [String: PlanFile], features: [PlanFeature], longitudes: ClosedRange<Double>? = nil
  ) {
    self.directory = directory
    self.manifest = manifest
    self.crs = crs
    self.transformer = transformer
    self.documents = documents
    self.statements = statements
    self.conflicts = conflicts
    self.structures = structures
    self.layers = layers
    self.rules = rules
    self.exceptions = exceptions
    self.statusWords = statusWords
    self.files = files
    self.features = features
    self.longitudes = longitudes
    var names: [String: [Int]] = [:]
    for (index, feature) in features.enumerated() where !feature.said.values.isEmpty {
      for name in Set([feature.name].compactMap { $0 } + feature.aliases) {
        names[name, default: []].append(index)
      }
    }
    indexByName = names
  }

  /// The same plan under other rules.
  func replacing(rules: [RuleDeclaration]) -> Plan {
    var plan = self
    plan.rules = rules
    return plan
  }

  /// The feature with an id.
  public func feature(_ id: String) -> PlanFeature? { index(ofID: id).map { features[$0] } }

  /// The place of a feature; they are in order of ids.
  func index(ofID id: String) -> Int? {
    var (low, high) = (0, features.count)
    while low < high {
      let middle = (low + high) / 2
      if features[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < features.count && features[low].id == id ? low : nil
  }

  /// The layer with an id.
  public func layer(_ id: String) -> Layer? { layers.first { $0.id == id } }

  /// The document with an id.
  public func document(_ id: String) -> Document? { documents.first { $0.id == id } }

  /// The structure with an id.
  public func structure(_ id: String) -> Structure? { structures.first { $0.id == id } }

  /// The claims of all statements in order.
  public var claims: [Claim] { statements.flatMap(\.claims) }

  /// The features of a layer, ordered by id.
  public func features(in layer: Layer) -> [PlanFeature] { members(of: layer).features }

  /// The features of a layer; looked for once, as many ask again and again.
  private func members(of layer: Layer) -> LayerMembers {
    if let known = membersByLayer.withLock({ $0[layer] }) { return known }
    let places = features.indices.filter { layer.contains(features[$0]) }
    let found = LayerMembers(
      places: places,
      features: places.count == features.count ? features : places.map { features[$0] })
    membersByLayer.withLock { $0[layer] = found }
    return found
  }

  /// The features that no layer holds, ordered by id.
  public var featuresOfNoLayer: [PlanFeature] {
    var isHeld = Array(repeating: false, count: features.count)
    for layer in layers {
      for place in members(of: layer).places { isHeld[place] = true }
    }
    return isHeld.indices.filter { !isHeld[$0] }.map { features[$0] }
  }

  /// What to write above the features of a layer: the part of a slogan that they fill, else its title.
  public func heading(ofLayer id: String) -> Wording? {
    guard let title = layer(id)?.wording else { return nil }
    let part = structures.flatMap(\.parts).first { $0.members.names == [id] }
    return Wording(part?.wordEnglish ?? title.english, zh: part?.word ?? title.chinese)
  }

  /// The features that a reference names, each once, ordered by id.
  ///
  /// Names that resolve to nothing contribute nothing; loading has reported them.
  public func features(_ reference: Reference) -> [PlanFeature] {
    if reference.names.count == 1 {
      if let layer = layer(reference.names[0]) { return features(in: layer) }
      return (resolve(reference.names[0]) ?? []).map { features[$0] }
    }
    var indices: Set<Int> = []
    for name in reference.names { indices.formUnion(resolve(name) ?? []) }
    return indices.sorted().map { features[$0] }
  }

  /// Whether the names of a reference stand for no feature.
  public func isEmpty(_ reference: Reference) -> Bool {
    reference.names.allSatisfy { resolve($0)?.isEmpty ?? true }
  }

  /// The indices of the features that a name stands for; `nil` when it stands for nothing.
  func resolve(_ name: String) -> [Int]? {
    if let layer = layer(name) { return members(of: layer).places }
    let group = layers.filter { $0.group == name }
    if !group.isEmpty { return Set(group.flatMap { members(of: $0).places }).sorted() }
    if let index = index(ofID: name) { return [index] }
    if let indices = indexByName[name], indices.count == 1 { return indices }
    return nil
  }

  /// Whether a name in a reference stands for something.
  public func canResolve(_ name: String) -> Bool {
    layer(name) != nil || layers.contains { $0.group == name } || index(ofID: name) != nil
      || indexByName[name]?.count == 1
  }

  /// Every word that a reference could have meant.
  public var referableNames: [String] {
    layers.map(\.id) + layers.compactMap(\.group) + features.map(\.id) + indexByName.keys
  }
}
