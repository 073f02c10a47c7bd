#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Scales of printed maps as zoom levels of web styles.
///
/// A web map of 512 pixel tiles shows the equator in 512 · 2^zoom pixels. With the pixel of 0.28 mm
/// that the Web Map Tile Service takes for standard, its scale at a latitude is
///
///     denominator = 559 082 264.028 · cos(latitude) / 2^(zoom + 1)
public enum MapScale {
  /// The denominator at zoom −1 on the equator.
  private static let whole = 559_082_264.028

  /// The zoom that stands for a scale at a latitude in degrees.
  public static func zoom(denominator: Double, latitude: Double) -> Double {
    log2(whole * cos(latitude * .pi / 180) / denominator) - 1
  }

  /// The denominator of the scale that a zoom stands for at a latitude in degrees.
  public static func denominator(zoom: Double, latitude: Double) -> Double {
    whole * cos(latitude * .pi / 180) / exp2(zoom + 1)
  }
}
