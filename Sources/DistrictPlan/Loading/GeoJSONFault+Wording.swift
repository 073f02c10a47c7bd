internal import GeoJSONCoding
internal import Messages

extension GeoJSONFault {
  /// The message in both languages; the details are the same in both.
  var wording: Wording { Wording(message, zh: "\(kind.chineseTitle)（\(message)）") }

  /// The help in both languages.
  var helpWording: Wording? {
    help.map { Wording($0, zh: kind.isTolerable ? "运行 gxq-map fmt 可更正" : "更正此处（\($0)）") }
  }
}

extension GeoJSONFault.Kind {
  fileprivate var chineseTitle: String {
    switch self {
    case .structure: "成员缺失或位置不对"
    case .wrongType: "值的类型不对"
    case .nesting: "坐标嵌套层数不对"
    case .tooFewPositions: "坐标点过少"
    case .unclosedRing: "环未闭合"
    case .hugeNumber: "数值过大"
    case .duplicateKey: "键重复"
    case .boundingBox: "bbox 不合规"
    case .foreignCRS: "坐标系不是 WGS84 经纬度"
    case .crsMember: "含有 RFC 7946 没有的 crs 成员"
    case .tooManyOrdinates: "坐标的数值过多"
    case .windingOrder: "环的方向不对"
    case .emptyCoordinates: "没有坐标"
    case .nestedCollection: "几何集合嵌套"
    case .lostMember: "含有不会保留的成员"
    case .bom: "文件开头有字节顺序标记"
    case .carriageReturn: "行尾有回车符"
    }
  }
}
