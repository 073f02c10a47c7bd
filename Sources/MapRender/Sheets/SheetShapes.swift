internal import DistrictPlan
package import FileShapes
internal import Messages
internal import PlanFindings

/// What `sheets.yaml` is made of: the reader holds the file against it, and a schema shows it.
package enum SheetShapes {
  /// The whole file.
  package static let catalog = ObjectShape(
    "sheets", Wording("the map sheets of a styles folder", zh: "样式文件夹的各张图纸"),
    [
      .required(
        "gxq_sheets", .either([.integer(1...1), .word(["1"])]),
        Wording("the version of the format", zh: "格式版本")),
      .optional(
        "themes", .texts,
        Wording("the looks to choose from, each a file in themes/", zh: "可选的主题，各为 themes/ 下的一个文件")),
      .optional(
        "palettes", .list(of: .text),
        Wording("files of colours that styles call by name", zh: "供样式按名引用的颜色文件")),
      .optional(
        "defaults", .object(sheet.partial),
        Wording("what holds of every sheet that does not say otherwise", zh: "各图纸的缺省值")),
      .required(
        "sheets", .list(of: .object(sheet.partial)), Wording("sheet by sheet", zh: "各张图纸")),
    ],
    [.filled(sheet.keys.filter(\.isRequired).map(\.name), in: "sheets", by: "defaults")],
    allowsEmpty: false)

  /// One sheet with the defaults filled in.
  static let sheet = ObjectShape(
    "sheet", Wording("a map sheet", zh: "一张图纸"),
    [
      .required(
        "id", .form(identifier), Wording("the id, also the name of its file", zh: "标识，也是文件名")),
      .required("title", .text, Wording("the title", zh: "图名")),
      .optional("title_en", .text, Wording("the title in English", zh: "英文图名")),
      .required("style", .text, Wording("the style file", zh: "样式文件")),
      .required("paper", .form(paper), Wording("the paper", zh: "纸张")),
      .optional(
        "design", .form(paper),
        Wording(
          "the paper that all other sizes are meant for; 'paper' unless given",
          zh: "其他尺寸所依的纸张，缺省同 paper")),
      .optional("bleed", .form(bleed), Wording("what is printed over the edge", zh: "出血")),
      .optional("crop_marks", .flag, Wording("whether to show where to cut", zh: "是否加裁切线")),
      .required("scale", .form(scale), Wording("the scale", zh: "比例尺")),
      .required(
        "extent", .texts,
        Wording("a layer or feature that must lie in the frame", zh: "须在图框内的图层或要素")),
      .optional(
        "works", .word(SheetWorks.self), Wording("the state of the road works", zh: "道路工程的状态")),
      .optional(
        "as_of", .form(CalendarDay.form), Wording("the day whose statuses it shows", zh: "所示状态的日期")),
      .optional(
        "labels", .word(LabelLanguage.self),
        Wording(
          "the language of the names on its maps; that of the sheet unless given",
          zh: "图上注记的语言，缺省与图纸相同")),
      .optional(
        "theme", .text, Wording("its look; the first theme unless given", zh: "主题，缺省为第一个")),
      .optional("panel", .object(panel), Wording("what stands beside the map", zh: "图旁的栏")),
      .optional(
        "numbered", .texts, Wording("layers that the register numbers", zh: "编入序号表的图层")),
      .optional("slogan", .text, Wording("the structure whose slogan it bears", zh: "所示口号的结构")),
      .optional(
        "graticule", .form(minutes),
        Wording("between graticule lines; 2 min unless given", zh: "经纬网间隔，缺省 2 分")),
      .optional(
        "grid", .form(spacing),
        Wording("between crosses of the working CRS's grid; none unless given", zh: "公里网间隔，缺省不画")),
      .optional(
        "furniture", .list(of: .word(Furniture.self)),
        Wording("what stands around the map; everything unless given", zh: "图廓要素，缺省为全部")),
      .optional("locator", .object(locator), locator.meaning),
      .optional("wind", .object(wind), wind.meaning),
      .optional("table", .object(table), table.meaning),
      .optional("atlas", .object(atlas), atlas.meaning),
      .optional("lint", .object(lint), lint.meaning),
      .optional("classification", .text, Wording("who may see it", zh: "密级")),
      .optional("classification_en", .text, Wording("the same in English", zh: "英文密级")),
      .optional("approval", .text, Wording("the number of the map's approval", zh: "审图号")),
      .optional("date", .text, Wording("when the sheet was made", zh: "编绘日期")),
      .optional("notes", .texts, Wording("remarks", zh: "附注")),
      .optional("notes_en", .texts, Wording("the remarks in English", zh: "英文附注")),
      .optional("imprint", .texts, Wording("lines of the title block", zh: "图签各行")),
      .optional("imprint_en", .texts, Wording("the lines in English", zh: "英文图签")),
    ], allowsEmpty: false)

  static let panel = ObjectShape(
    "panel", Wording("the panel with title, legend and imprint", zh: "图名、图例和图签所在的栏"),
    [
      .optional("side", .word(SheetPanel.Side.self), Wording("where it stands", zh: "位置")),
      .optional("size", .form(millimetres), Wording("its width or height", zh: "宽或高")),
      .optional("columns", .integer(1...8), Wording("columns of the legend", zh: "图例的列数")),
    ], allowsEmpty: false)

  /// How much the rules of sheets weigh.
  static let lint = ObjectShape(
    "lint",
    Wording(
      "how much findings of the rules of sheets weigh, or 'off'", zh: "图纸规则问题的级别，或 off（不检查）"),
    LintRegistry.all.map { rule in
      .optional(
        rule.guide.code, .word(Severity.allCases.map(\.rawValue) + ["off"]), rule.guide.summary)
    }, allowsEmpty: false)

  /// Ids become file names and XML ids.
  static let identifier = TextForm(
    "sheet-id",
    Wording("an id of lower-case letters, digits and '-'", zh: "由小写字母、数字和“-”组成的标识"),
    pattern: "^[a-z][a-z0-9-]*$",
    accepts: { text in text.wholeMatch(of: /[a-z][a-z0-9\-]*/) != nil })
}
