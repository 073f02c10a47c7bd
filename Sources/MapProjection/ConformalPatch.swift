import MapGeometry

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A conformal projection within one square degree, as a short power series.
///
/// A conformal projection is an analytic function of ψ + iλ, where ψ is the isometric latitude and λ the
/// longitude. Its Taylor series about the middle of the patch is read off PROJ's own values on a circle
/// (Cauchy's formula), and held against PROJ all over the patch before it is used: projecting then
/// costs two polynomials instead of a dozen transcendental functions.
struct ConformalPatch: Sendable {
  /// The series and PROJ must agree to this, in metres, all over the patch.
  static let agreement = 1e-6

  private static let terms = 10
  private static let half = 0.5  // degrees

  private let middle: GeoPosition
  /// ψ − ψ(middle) by powers of the degrees north of the middle.
  private let isometric: [Double]
  /// Metres north (`x`) and east (`y`) by powers of ψ + iλ from the middle.
  private let series: [SIMD2<Double>]

  /// The patch around a position's square degree; `nil` where the projection is not conformal or reaches
  /// its limits.
  init?(
    around middle: GeoPosition, on ellipsoid: Ellipsoid,
    projecting project: ([GeoPosition]) throws(ProjectionError) -> [PlanePoint]
  ) {
    guard abs(middle.latitude) < 85, abs(middle.longitude) < 179 else { return nil }
    let latitude = IsometricLatitude(ellipsoid)
    let center = latitude.isometric(middle.latitude)
    let reach =
      1.5
      * max(
        abs(latitude.isometric(middle.latitude + Self.half) - center), Self.half * .pi / 180)
    let samples = 32
    let turns = (0..<samples).map { 2 * Double.pi * Double($0) / Double(samples) }
    let circle = turns.map { turn in
      GeoPosition(
        longitude: middle.longitude + reach * sin(turn) * 180 / .pi,
        latitude: latitude.geodetic(center + reach * cos(turn)))
    }
    guard let images = try? project(circle) else { return nil }
    var power = 1.0
    series = (0..<Self.terms).map { term in
      var sum = SIMD2<Double>.zero
      for (turn, image) in zip(turns, images) {
        let (c, s) = (cos(Double(term) * turn), sin(Double(term) * turn))
        sum += SIMD2(image.y * c + image.x * s, image.x * c - image.y * s)
      }
      defer { power *= reach }
      return sum / (Double(samples) * power)
    }
    self.middle = middle
    isometric = latitude.powers(around: middle.latitude, within: Self.half, count: Self.terms)
    guard agrees(with: project) else { return nil }
  }

  /// Where a position of the patch lies on the plane.
  @inline(__always)
  func point(_ position: GeoPosition) -> PlanePoint {
    let north = position.latitude - middle.latitude
    let east = (position.longitude - middle.longitude) * (.pi / 180)
    let psi = isometric.withUnsafeBufferPointer { powers in
      var value = powers[Self.terms - 1]
      for index in stride(from: Self.terms - 2, through: 0, by: -1) {
        value = value * north + powers[index]
      }
      return value
    }
    return series.withUnsafeBufferPointer { series in
      var (a, b) = (series[Self.terms - 1].x, series[Self.terms - 1].y)
      for index in stride(from: Self.terms - 2, through: 0, by: -1) {
        (a, b) = (a * psi - b * east + series[index].x, a * east + b * psi + series[index].y)
      }
      return PlanePoint(x: b, y: a)
    }
  }

  /// Where positions of the patch lie on the plane.
  ///
  /// Four are worked out side by side; each has the same digits as by itself.
  func project(
    _ positions: UnsafeBufferPointer<GeoPosition>, into points: UnsafeMutablePointer<PlanePoint>
  ) {
    var index = 0
    while index + 4 <= positions.count {
      let (p, q, r, s) = (
        positions[index], positions[index + 1], positions[index + 2], positions[index + 3]
      )
      let north = SIMD4(p.latitude, q.latitude, r.latitude, s.latitude) - middle.latitude
      let east =
        (SIMD4(p.longitude, q.longitude, r.longitude, s.longitude) - middle.longitude)
        * (.pi / 180)
      let (x, y) = project(north, east)
      for lane in 0..<4 {
        (points + index + lane).initialize(to: PlanePoint(x: x[lane], y: y[lane]))
      }
      index += 4
    }
    while index < positions.count {
      (points + index).initialize(to: point(positions[index]))
      index += 1
    }
  }

  @inline(__always)
  private func project(
    _ north: SIMD4<Double>, _ east: SIMD4<Double>
  ) -> (x: SIMD4<Double>, y: SIMD4<Double>) {
    let psi = isometric.withUnsafeBufferPointer { powers in
      var value = SIMD4(repeating: powers[Self.terms - 1])
      for index in stride(from: Self.terms - 2, through: 0, by: -1) {
        value = value * north + powers[index]
      }
      return value
    }
    return series.withUnsafeBufferPointer { series in
      var a = SIMD4(repeating: series[Self.terms - 1].x)
      var b = SIMD4(repeating: series[Self.terms - 1].y)
      for index in stride(from: Self.terms - 2, through: 0, by: -1) {
        (a, b) = (a * psi - b * east + series[index].x, a * east + b * psi + series[index].y)
      }
      return (b, a)
    }
  }

  /// Whether the series says what PROJ says, on a grid over the patch.
  private func agrees(
    with project: ([GeoPosition]) throws(ProjectionError) -> [PlanePoint]
  ) -> Bool {
    let shares = (0...8).map { Self.half * (Double($0) / 4 - 1) }
    var grid: [GeoPosition] = []
    for north in shares {
      for east in shares {
        grid.append(
          GeoPosition(longitude: middle.longitude + east, latitude: middle.latitude + north))
      }
    }
    guard let images = try? project(grid), images.count == grid.count else { return false }
    for (position, image) in zip(grid, images) {
      let point = point(position)
      guard abs(point.x - image.x) <= Self.agreement, abs(point.y - image.y) <= Self.agreement
      else { return false }
    }
    return true
  }
}

/// The latitude in which meridians and parallels form squares: that of Mercator's chart.
private struct IsometricLatitude {
  private let eccentricity: Double

  init(_ ellipsoid: Ellipsoid) {
    let flattening = ellipsoid.inverseFlattening > 0 ? 1 / ellipsoid.inverseFlattening : 0
    eccentricity = (flattening * (2 - flattening)).squareRoot()
  }

  /// In radians, of a geodetic latitude in degrees.
  func isometric(_ degrees: Double) -> Double {
    let sine = sin(degrees * .pi / 180)
    return atanh(sine) - eccentricity * atanh(eccentricity * sine)
  }

  /// In degrees, of an isometric latitude in radians.
  func geodetic(_ psi: Double) -> Double {
    var sine = tanh(psi)
    for _ in 0..<20 {
      let next = tanh(psi + eccentricity * atanh(eccentricity * sine))
      if next == sine { break }
      sine = next
    }
    return asin(sine) * 180 / .pi
  }

  /// The isometric latitude from that of the middle, by powers of the degrees north of it: Newton's
  /// divided differences at Chebyshev's nodes, multiplied out.
  func powers(around middle: Double, within half: Double, count: Int) -> [Double] {
    let nodes = (0..<count).map { half * cos(.pi * (Double($0) + 0.5) / Double(count)) }
    let center = isometric(middle)
    var differences = nodes.map { isometric(middle + $0) - center }
    for level in 1..<count {
      for index in stride(from: count - 1, through: level, by: -1) {
        differences[index] =
          (differences[index] - differences[index - 1]) / (nodes[index] - nodes[index - level])
      }
    }
    var powers = [Double](repeating: 0, count: count)
    for index in stride(from: count - 1, through: 0, by: -1) {
      for place in stride(from: count - 1, through: 1, by: -1) {
        powers[place] = powers[place - 1] - nodes[index] * powers[place]
      }
      powers[0] = differences[index] - nodes[index] * powers[0]
    }
    return powers
  }
}
