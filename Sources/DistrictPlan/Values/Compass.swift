public import MapGeometry

/// One of the four directions that documents name works by.
public enum Compass: String, Hashable, Sendable, CaseIterable {
  case east = "东"
  case south = "南"
  case west = "西"
  case north = "北"

  /// The bearing of the direction.
  public var bearing: Bearing {
    switch self {
    case .north: Bearing(degrees: 0)
    case .east: Bearing(degrees: 90)
    case .south: Bearing(degrees: 180)
    case .west: Bearing(degrees: 270)
    }
  }

  /// The English word.
  public var englishName: String {
    switch self {
    case .north: "north"
    case .east: "east"
    case .south: "south"
    case .west: "west"
    }
  }
}

/// Which way a watercourse of a grid runs: 纵 or 横.
public enum GridAxis: String, Hashable, Sendable, CaseIterable {
  /// North to south.
  case vertical
  /// East to west.
  case horizontal

  /// The bearing of either end.
  public var bearing: Bearing {
    switch self {
    case .vertical: Bearing(degrees: 0)
    case .horizontal: Bearing(degrees: 90)
    }
  }
}
