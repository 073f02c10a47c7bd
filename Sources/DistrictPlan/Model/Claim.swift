public import GeoJSONCoding

/// A testable part of a statement.
public struct Claim: Identifiable, Hashable, Sendable {
  /// The statement's key and the claim's place in it, such as `S004.1`.
  public let id: String
  /// The statement it belongs to.
  public let statement: String
  /// What is to be tested.
  public let test: ClaimTest
  /// When it was said: the claim's own date, else the document's.
  public let date: PartialDate
  /// The place in time among the documents.
  public let sequence: Int
  /// Where the claim stands.
  public let location: SourceLocation

  /// The word the claim is written with.
  public var kind: ClaimKind { test.kind }
}

/// The words that claims are written with.
public enum ClaimKind: String, Hashable, Sendable, CaseIterable {
  case count, members, area, follows, orientation
  case intersectsEach = "intersects-each"
  case joined, drains
  case deadEnd = "dead-end"
  case extends, direction, crosses, inside
  case overlapsNot = "overlaps-not"
  case near, `class`
  case statusAt = "status-at"
  case deadline, alias, unlocated, date
  case coverageShare = "coverage-share"
  case classes, connected, exists, sited
}

/// What a claim says must hold.
public enum ClaimTest: Hashable, Sendable {
  /// The structure has as many members as its slogan counts.
  case structureCount(structure: String)
  /// So many features exist, in all or inside each feature of `per`.
  case count(of: Reference, bounds: ClosedRange<Int>, per: Reference?)
  /// The part of the structure has these members by name.
  case structureMembers(structure: String, part: String, names: [String], isOpen: Bool)
  /// The features have these names; an open list may have more.
  case members(of: Reference, names: [String], isOpen: Bool)
  /// The area together, in square metres.
  case area(of: Reference, Quantity)
  /// The corridor runs along the line.
  case follows(of: Reference, along: Reference)
  /// The watercourses run north–south or east–west.
  case orientation(of: Reference, GridAxis)
  /// Every feature meets one of the others.
  case intersectsEach(of: Reference, with: Reference)
  /// Every lake shares a vertex with one of the lines.
  case joined(of: Reference, to: Reference)
  /// Everything flows to the outlet.
  case drains(of: Reference)
  /// The road dangles before the work and is joined after it.
  case deadEnd(of: Reference)
  /// The work starts at an end of its road and goes on.
  case extends(of: Reference)
  /// The work leads that way.
  case direction(of: Reference, Compass)
  /// The work crosses its barrier with a structure.
  case crosses(of: Reference)
  /// The features lie inside the others.
  case inside(of: Reference, in: Reference)
  /// No two of the features cover the same ground.
  case overlapsNot(of: Reference)
  /// The features come within the distance of the others.
  case near(of: Reference, to: Reference, within: Quantity)
  /// The roads are of this class or a higher one.
  case roadClass(of: Reference, atLeast: RoadClass)
  /// The features had come that far; or what of them is named, such as a design.
  case statusAt(of: Reference, Status, what: String?)
  /// The features, or what of them is named, were to come that far by the day.
  case deadline(of: Reference, Status, by: CalendarDay, what: String?)
  /// The feature is also called by the name.
  case alias(of: Reference, name: String)
  /// The features have no place yet.
  case unlocated(of: Reference)
  /// The document bears the date.
  case date(PartialDate, isInferred: Bool)
  /// The share of the roads' length, or of their junctions, that the works reach.
  case coverageShare(of: Reference, by: [WorkAction], junctions: Bool, atLeast: Double)
  /// Every feature has one of the values, and every value occurs.
  case classes(of: Reference, key: FeatureKey, values: [String])
  /// The lines and lakes form one network.
  case connected(of: Reference)
  /// The features are in the plan.
  case exists(of: Reference)
  /// Features introduced since the day lie inside the area or say why not.
  case sited(of: Reference, in: Reference, since: PartialDate)

  /// The word the claim is written with.
  public var kind: ClaimKind {
    switch self {
    case .structureCount, .count: .count
    case .structureMembers, .members: .members
    case .area: .area
    case .follows: .follows
    case .orientation: .orientation
    case .intersectsEach: .intersectsEach
    case .joined: .joined
    case .drains: .drains
    case .deadEnd: .deadEnd
    case .extends: .extends
    case .direction: .direction
    case .crosses: .crosses
    case .inside: .inside
    case .overlapsNot: .overlapsNot
    case .near: .near
    case .roadClass: .class
    case .statusAt: .statusAt
    case .deadline: .deadline
    case .alias: .alias
    case .unlocated: .unlocated
    case .date: .date
    case .coverageShare: .coverageShare
    case .classes: .classes
    case .connected: .connected
    case .exists: .exists
    case .sited: .sited
    }
  }

  /// Everything that the claim refers to, in the order in which it is written.
  public var references: [Reference] {
    switch self {
    case .structureCount, .structureMembers, .date: []
    case .count(let of, _, let per): [of] + (per.map { [$0] } ?? [])
    case .members(let of, _, _), .area(let of, _), .orientation(let of, _), .drains(let of),
      .deadEnd(let of), .extends(let of), .direction(let of, _), .crosses(let of),
      .overlapsNot(let of), .roadClass(let of, _), .statusAt(let of, _, _),
      .deadline(let of, _, _, _),
      .alias(let of, _), .unlocated(let of), .coverageShare(let of, _, _, _),
      .classes(let of, _, _), .connected(let of), .exists(let of):
      [of]
    case .follows(let of, let other), .intersectsEach(let of, let other),
      .joined(let of, let other),
      .inside(let of, let other), .near(let of, let other, _), .sited(let of, let other, _):
      [of, other]
    }
  }
}
