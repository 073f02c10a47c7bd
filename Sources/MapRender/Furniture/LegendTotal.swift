internal import MapStyle
internal import Messages
internal import PlanFindings

extension LegendBuilder {
  /// What the features of a group or of an entry come to; each counts once.
  struct Total {
    /// `count`, `km` or `km2`.
    let measure: String
    private(set) var features: [MapFeature] = []
    private var seen: Set<String> = []

    init(measure: String, features: [MapFeature] = []) {
      self.measure = measure
      add(features)
    }

    mutating func add(_ more: [MapFeature]) {
      features += more.filter { seen.insert($0.id).inserted }
    }

    /// For a heading: how many, how many of them have no place yet, and how much together.
    func text(in language: Language) -> String {
      let isChinese = language == .chinese
      var parts = [isChinese ? "\(features.count) 项" : "\(features.count)"]
      let open = features.filter { !$0.isLocated }.count
      if open > 0 { parts.append(isChinese ? "选址未定 \(open)" : "\(open) site open") }
      if let sum { parts.append(sum) }
      return parts.joined(separator: " · ")
    }

    /// For one entry: how much, or how many.
    func amount(in language: Language) -> String {
      sum ?? (language == .chinese ? "\(features.count) 项" : "\(features.count)")
    }

    private var sum: String? {
      func sum(_ key: String) -> String {
        let value = features.reduce(0) { $0 + ($1.style.property(key)?.number ?? 0) }
        return DecimalText.fixed(value, decimals: 1)
      }
      return switch measure {
      case "km": "\(sum("length_km")) km"
      case "km2": "\(sum("area_km2")) km²"
      default: nil
      }
    }
  }
}
