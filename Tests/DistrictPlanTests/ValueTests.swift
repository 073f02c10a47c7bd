import DistrictPlan
import MapGeometry
import Testing

struct QuantityTests {
  @Test(arguments: [
    ("42 km2", 42e6, Quantity.Dimension.area), ("0.5 km²", 5e5, .area), ("3 ha", 3e4, .area),
    ("0.01 m2", 0.01, .area), ("300 m", 300, .length), ("300m", 300, .length),
    ("2 mm", 0.002, .length), ("7.6 km", 7600, .length), ("45 deg", 45, .angle),
    ("45°", 45, .angle), ("80 %", 0.8, .share), (".5 m", 0.5, .length), ("0 m", 0, .length),
  ])
  func aNumberIsReadInBaseUnits(text: String, value: Double, dimension: Quantity.Dimension) throws {
    let quantity = try #require(Quantity(text))
    #expect(abs(quantity.value - value) <= value * 1e-12)
    #expect(quantity.dimension == dimension)
    #expect(quantity.text == text)
  }

  @Test(arguments: [
    "", "42", "km2", "4 2 km2", "-5 m", "+5 m", "1.2.3 m", "1e3 m", "nan m", "inf m", "５ m", "5 M",
    "5 mu", "5 m m", ". m", "1,5 m",
  ])
  func whatIsNoQuantityIsRefused(text: String) {
    #expect(Quantity(text) == nil)
  }

  @Test func aNumberBeyondWhatADoubleHoldsIsRefused() {
    #expect(Quantity(String(repeating: "9", count: 400) + " m") == nil)
    #expect(Quantity("1" + String(repeating: "0", count: 305) + " km2") == nil)
  }
}

struct SloganTests {
  @Test(arguments: [
    ("一核三廊六大片区", "一核=1核 三廊=3廊 六大片区=6片区"),
    ("三片三廊、四纵五横", "三片=3片 三廊=3廊 四纵=4纵 五横=5横"),
    ("两谷一港一中心", "两谷=2谷 一港=1港 一中心=1中心"),
    ("一区十园", "一区=1区 十园=10园"),
    ("四大产业集聚区", "四大产业集聚区=4产业集聚区"),
    ("六大动能板块", "六大动能板块=6动能板块"),
    ("一轴两核四片区", "一轴=1轴 两核=2核 四片区=4片区"),
    ("十二景", "十二景=12景"), ("二十廊", "二十廊=20廊"), ("三十六湖", "三十六湖=36湖"),
    ("一核 三廊", "一核=1核 三廊=3廊"), ("四大“产业集聚区”", "四大产业集聚区=4产业集聚区"),
    ("构建一核、沿河三廊", "一核=1核 三廊=3廊"), ("三大", "三大=3大"),
  ])
  func aSloganCountsItsParts(text: String, parts: String) {
    let found = Slogan(text).parts.map { "\($0.word)=\($0.count)\($0.noun)" }
    #expect(found.joined(separator: " ") == parts)
  }

  @Test(arguments: ["", "科技新城", "三", "一二三", "百园", "十十园", "三十十园", "、、"])
  func whatCountsNothingHasNoParts(text: String) {
    #expect(Slogan(text).parts.isEmpty)
  }
}

struct StatusTests {
  @Test func theLadderRisesFromIntentToCompletion() {
    let ladder: [[Status]] = [
      [.conceived], [.applied, .prepared], [.launched], [.started, .settled], [.building], [.built],
    ]
    for (height, statuses) in ladder.enumerated() {
      for status in statuses { #expect(status.rung == height) }
    }
    #expect(Status.existing.rung == nil)
    #expect(Status.unknown.rung == nil)
  }

  @Test func theDocumentsWordsAreTheRawValues() {
    #expect(
      Status.allCases.map(\.rawValue)
        == ["谋划", "申建", "筹建", "启动", "开工", "落地", "在建", "建成", "现状", "未知"])
    #expect(Set(Status.allCases.map(\.englishName)).count == Status.allCases.count)
  }
}

struct DirectionTests {
  @Test func theFourDirectionsAreNinetyDegreesApart() {
    #expect(Compass.allCases.map(\.bearing.degrees) == [90, 180, 270, 0])
  }

  @Test func higherRoadClassesAreGreater() {
    #expect(RoadClass.allCases.sorted(by: >) == RoadClass.allCases)
  }

  @Test func onlyWorksThatAddALineLengthenTheNetwork() {
    #expect(WorkAction.allCases.filter(\.addsLine) == [.open, .extend, .cross])
  }
}
