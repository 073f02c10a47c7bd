public import MapGeometry
public import Messages

/// Why positions could not be brought onto the plane or back.
public enum ProjectionError: WordedError, Hashable, Sendable {
  /// PROJ does not know the CRS; `reason` is its own text, which may be empty.
  case unknownCRS(definition: String, reason: String)
  /// The CRS has no plane: it is geographic, geocentric, vertical or local.
  case notProjected(name: String)
  /// The plane of the CRS is not measured in metres.
  case unitNotMetre(name: String, unit: String)
  /// A position that is nowhere on the ellipsoid.
  case outOfRange(GeoPosition)
  /// A position that the projection has no place for.
  case notProjectable(GeoPosition, crs: String)
  /// A point that the projection leads to nowhere.
  case notUnprojectable(PlanePoint, crs: String)
  /// The projected numbers are no geometry.
  case geometry(GeometryError)
  /// PROJ cannot be loaded; `reason` is what the system says.
  case missing(reason: String)
  /// PROJ failed for a reason of its own.
  case engine(reason: String)
}

extension ProjectionError {
  /// What is, in the words of a finding; what PROJ says is quoted.
  public var wording: Wording {
    switch self {
    case .unknownCRS(let definition, let reason):
      reason.isEmpty
        ? Wording("unknown CRS '\(definition)'", zh: "未知的坐标系“\(definition)”")
        : Wording(
          "unknown CRS '\(definition)': \(reason)",
          zh: "未知的坐标系“\(definition)”（PROJ 报告“\(reason)”）")
    case .notProjected(let name):
      Wording("CRS '\(name)' has no map plane", zh: "坐标系“\(name)”没有投影平面")
    case .unitNotMetre(let name, let unit):
      Wording(
        "CRS '\(name)' is measured in '\(unit)', not metres", zh: "坐标系“\(name)”以“\(unit)”为单位，不是米")
    case .outOfRange(let position):
      Wording(
        "longitude \(position.longitude)°, latitude \(position.latitude)° is not on the ellipsoid",
        zh: "经度 \(position.longitude)°、纬度 \(position.latitude)° 不在椭球面上")
    case .notProjectable(let position, let crs):
      Wording(
        "longitude \(position.longitude)°, latitude \(position.latitude)° has no place in CRS '\(crs)'",
        zh: "经度 \(position.longitude)°、纬度 \(position.latitude)° 无法投影到坐标系“\(crs)”")
    case .notUnprojectable(let point, let crs):
      Wording(
        "easting \(point.x) m, northing \(point.y) m has no position in CRS '\(crs)'",
        zh: "坐标系“\(crs)”中东坐标 \(point.x) m、北坐标 \(point.y) m 没有对应的经纬度")
    case .geometry(let error):
      Wording("the projected geometry \(error)", zh: "投影后的几何\(error.wording.chinese)")
    case .missing(let reason):
      Wording("PROJ cannot be loaded: \(reason)", zh: "无法加载 PROJ：\(reason)")
    case .engine(let reason):
      Wording("PROJ failed: \(reason)", zh: "PROJ 出错，报告“\(reason)”")
    }
  }

  /// Whether PROJ itself is not there: no definition of a CRS helps then.
  public var isOfLibrary: Bool { if case .missing = self { true } else { false } }

  /// What to do about it; `nil` when the wording says all there is.
  public var help: Wording? {
    switch self {
    case .unknownCRS(_, let reason) where reason.contains("proj.db"):
      Wording(
        "install the data files of PROJ (package 'proj-data'), or set PROJ_DATA to their folder",
        zh: "安装 PROJ 的数据文件（软件包 proj-data），或将 PROJ_DATA 设为其所在文件夹")
    case .unknownCRS:
      Wording(
        "name an EPSG code ('EPSG:4544'), a PROJ string or WKT",
        zh: "写 EPSG 代码（如 EPSG:4544）、PROJ 字符串或 WKT")
    case .notProjected, .unitNotMetre:
      Wording("choose a projected CRS in metres", zh: "选用以米为单位的投影坐标系")
    case .outOfRange(let position): Self.guess(at: position)
    case .notProjectable, .notUnprojectable:
      Wording(
        "choose the CRS of the data, or check the coordinates", zh: "选用数据本身的坐标系，或核对坐标")
    case .missing:
      Wording(
        "install the Debian packages libproj25 and proj-data, or Homebrew's proj",
        zh: "安装 Debian 软件包 libproj25 和 proj-data，或 Homebrew 的 proj")
    case .geometry, .engine: nil
    }
  }

  /// What numbers that are no longitude and latitude probably are.
  private static func guess(at position: GeoPosition) -> Wording? {
    guard position.isFinite else { return nil }
    if abs(position.longitude) <= 90, abs(position.latitude) <= 180 {
      return Wording(
        "latitude may stand before longitude; GeoJSON writes longitude first",
        zh: "纬度可能写在了经度之前；GeoJSON 先写经度")
    }
    if max(abs(position.longitude), abs(position.latitude)) > 1000 {
      return Wording(
        "these may be metres of a projected CRS; GeoJSON holds degrees",
        zh: "可能是投影坐标系中的米；GeoJSON 以度为单位")
    }
    return nil
  }
}
