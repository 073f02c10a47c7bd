internal import DistrictPlan
internal import Messages

/// The words of the data schema in English, for legends of English sheets.
enum SchemaWords {
  private static let english: [String: String] = [
    "快速路": "expressway", "主干路": "arterial road", "次干路": "secondary road", "支路": "local road",
    "慢行": "walking and cycling", "打通": "dead end opened", "延伸": "extension",
    "跨越": "crossing", "建设": "construction", "亮化": "lighting", "绿化": "greening",
    "河": "river", "渠": "canal", "铁路": "railway", "高铁": "high-speed railway", "车站": "station",
    "机关": "government", "专业园区": "specialised park", "街道园区": "sub-district park", "谷": "valley",
    "港": "port", "中心": "centre", "商业": "commerce", "居住": "housing", "医疗": "health",
    "科研": "research", "数据": "data", "基地": "base", "学校": "education", "公寓": "apartments",
    "其他": "other", "商务": "business", "休闲": "leisure", "桥": "bridge", "隧道": "tunnel",
    "立交": "grade separation",
    "东": "east", "南": "south", "西": "west", "北": "north",
  ]

  static func text(_ word: String, in language: Language) -> String {
    guard language == .english else { return word }
    return Status(rawValue: word)?.englishName ?? english[word] ?? word
  }

  /// A slot such as `纵三` as a letter and a number in English.
  static func slot(_ slot: String, ordinal: Int?, in language: Language) -> String {
    let letters: [Character: String] = ["片": "A", "廊": "C", "纵": "V", "横": "H", "园": "P"]
    guard language == .english, let ordinal, let letter = slot.first.flatMap({ letters[$0] })
    else { return slot }
    return "\(letter)\(ordinal)"
  }

  /// The values of a property in the order in which legends list them.
  static func order(of key: String) -> [String] {
    switch key {
    case "status": Status.allCases.map(\.rawValue)
    case "action": WorkAction.allCases.map(\.rawValue)
    case "class": FeatureKind.allCases.flatMap(\.classes)
    default: []
    }
  }
}
