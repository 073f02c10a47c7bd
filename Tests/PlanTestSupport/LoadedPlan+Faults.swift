public import DistrictPlan
internal import GeoJSONCoding
internal import Messages

extension LoadedPlan {
  /// The faults as text: `map.geojson:2:1 D02 a feature has no id`; or what is wrong with their words.
  public var faultLines: [String] {
    faults.map { fault in
      fault.message.flaw ?? fault.help?.flaw
        ?? "\(fault.location) \(fault.code) \(fault.message.english)"
    }
  }
}
