import DistrictPlan
import Foundation
import MapGeometry
import MapProjection
import Testing

/// The plan in `geodata/`, read once.
enum ShippedPlan {
  static let directory = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("geodata").path

  static let loaded = Result { try PlanLoader.load(directory) }

  static var plan: Plan { get throws { try loaded.get().plan } }

  static func feature(_ id: String) throws -> PlanFeature { try #require(try plan.feature(id)) }

  static func plane(_ id: String) throws -> PlaneGeometry { try #require(try feature(id).plane) }

  static func point(_ longitude: Double, _ latitude: Double) throws -> PlanePoint {
    let position = GeoPosition(longitude: longitude, latitude: latitude)
    return try #require(try plan.transformer.project([position]).first)
  }
}
