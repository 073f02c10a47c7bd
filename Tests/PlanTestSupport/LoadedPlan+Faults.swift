public import DistrictPlan
internal import GeoJSONCoding
internal import Messages

extension LoadedPlan {
  /// The faults as text: `map.geojson:2:1 D02 a feature has no id`.
  public var faultLines: [String] {
    faults.map { "\($0.location) \($0.code) \($0.message.english)" }
  }
}
