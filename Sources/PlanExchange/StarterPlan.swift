/// A small valid plan to start from, as texts by file name.
///
/// Two districts along a road, one statement that counts them, and the rules that hold them together.
/// It lies on the equator at the central meridian of its CRS, so that nobody mistakes it for a place.
public enum StarterPlan {
  /// The files of the plan folder.
  public static let files: [(name: String, text: String)] = [
    ("plan.yaml", plan), ("documents.yaml", documents), ("statements.yaml", statements),
    ("exceptions.yaml", exceptions), ("layout.geojson", layout), ("roads.geojson", roads),
  ]

  private static let plan = """
    # The plan: what it is called, how its layers are formed, which rules hold.
    gxq_map: 1
    title: 我的规划
    title_en: My plan
    author: ''
    # Transverse Mercator about the sample; name the EPSG code of your own zone here.
    crs: +proj=tmerc +lat_0=0 +lon_0=0 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m
    precision: 8
    tolerance: 0.002 m
    purpose: 示意
    documents: documents.yaml
    statements: statements.yaml
    exceptions: exceptions.yaml

    structures:
      - id: layout
        slogan: 两片区
        parts:
          - {word: 两片区, of: districts}

    layers:
      - {id: zone,      file: layout.geojson, kind: zone,     title: 范围, title_en: Zone}
      - {id: districts, file: layout.geojson, kind: district, title: 片区, title_en: Districts}
      - {id: roads,     file: roads.geojson,  kind: road,     title: 道路, title_en: Roads}

    rules:
      - {rule: G02}
      - {rule: A01, on: districts}
      - {rule: A02, on: districts, within: zone}
      - {rule: A04, on: districts}
      - {rule: N01, on: roads}
      - {rule: D01}
      - {rule: D02}
      - {rule: D03}
      - {rule: D08}
      - {rule: D10}
      - {rule: K01}
      - {rule: K24}
      - {rule: K25}

    """

  private static let documents = """
    documents:
      - {id: D1, title: 规划文件, date: '2026-01-01', sequence: 1}

    """

  private static let statements = """
    statements:
      - id: S001
        document: D1
        says: 规划分为东西两个片区
        terms: [两片区]
        claims:
          - {claim: count, structure: layout}

    """

  private static let exceptions = """
    # Findings that someone has looked at and accepts: rule, features, reason, owner, date.
    exceptions: []

    """

  private static let layout = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","id":"district.east","properties":{"id":"district.east","kind":"district","name":"东片区","name_en":"East","basis":"assumed","why":["S001"],"note":"示例"},"geometry":{"type":"Polygon","coordinates":[[[0,-0.004],[0.004,-0.004],[0.004,0.004],[0,0.004],[0,-0.004]]]}},
    {"type":"Feature","id":"district.west","properties":{"id":"district.west","kind":"district","name":"西片区","name_en":"West","basis":"assumed","why":["S001"],"note":"示例"},"geometry":{"type":"Polygon","coordinates":[[[-0.004,-0.004],[0,-0.004],[0,0.004],[-0.004,0.004],[-0.004,-0.004]]]}},
    {"type":"Feature","id":"zone.sample","properties":{"id":"zone.sample","kind":"zone","name":"示例区","name_en":"Sample zone","basis":"assumed","why":["S001"],"note":"示例"},"geometry":{"type":"Polygon","coordinates":[[[-0.004,-0.004],[0,-0.004],[0.004,-0.004],[0.004,0.004],[0,0.004],[-0.004,0.004],[-0.004,-0.004]]]}}
    ]}

    """

  private static let roads = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","id":"road.middle","properties":{"id":"road.middle","kind":"road","name":"中路","name_en":"Middle Road","class":"主干路","start":"边界","end":"边界","basis":"assumed","why":["S001"],"note":"示例"},"geometry":{"type":"LineString","coordinates":[[0,-0.004],[0,0],[0,0.004]]}},
    {"type":"Feature","id":"road.north","properties":{"id":"road.north","kind":"road","name":"北路","name_en":"North Road","class":"次干路","start":"边界","end":"边界","basis":"assumed","why":["S001"],"note":"示例"},"geometry":{"type":"LineString","coordinates":[[-0.004,0],[0,0],[0.004,0]]}}
    ]}

    """
}
