internal import Messages

/// What stands beside the style: a page that opens it, and how to use the folder.
struct WebMapPage {
  let title: String
  let language: Language
  /// What the sheet shows and the web map does not.
  let omissions: [Wording]
  /// Whether glyph files lie beside the style.
  let hasGlyphs: Bool

  var files: [WebMap.File] {
    [
      WebMap.File(path: "index.html", bytes: Array(page.utf8)),
      WebMap.File(path: "README.md", bytes: Array(guide.utf8)),
    ]
  }

  private var isChinese: Bool { language == .chinese }

  private var page: String {
    let missing =
      isChinese
      ? "缺少 maplibre-gl.js 和 maplibre-gl.css，请放到本页旁边"
      : "put maplibre-gl.js and maplibre-gl.css beside this page"
    return """
      <!doctype html>
      <html lang="\(isChinese ? "zh-CN" : "en")">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(Self.escaped(title))</title>
      <link rel="stylesheet" href="maplibre-gl.css">
      <style>html, body, #map { height: 100%; margin: 0 }</style>
      <div id="map"></div>
      <script src="maplibre-gl.js"></script>
      <script>
      if (!window.maplibregl) document.getElementById("map").textContent = "\(missing)";
      // MapLibre wants whole addresses of sprite and glyphs, and only the page knows where they lie.
      else fetch("style.json").then(answer => answer.json()).then(style => {
        const folder = new URL(".", location.href).href;
        if (style.sprite) style.sprite = folder + style.sprite;
        if (style.glyphs) style.glyphs = folder + style.glyphs;
        const map = new maplibregl.Map({container: "map", style, hash: true});
        map.addControl(new maplibregl.NavigationControl());
        map.addControl(new maplibregl.ScaleControl());
      });
      </script>
      </html>

      """
  }

  private var guide: String {
    let list = omissions.map { "- \($0[language])\n" }.joined()
    guard isChinese else {
      let fonts =
        hasGlyphs
        ? """
        `glyphs/` holds just the characters that stand on this map. For other texts, let MapLibre GL JS draw
        hanzi in a font of the machine: `localIdeographFontFamily: "Noto Sans CJK SC"`.
        """
        : """
        The fonts were not at hand, so there are no glyph files: MapLibre GL JS 5.11 and newer draws names in the
        fonts of the machine that shows the map. Older versions need `glyphs` in `style.json`, for hanzi
        `localIdeographFontFamily: "Noto Sans CJK SC"`.
        """
      return """
        # \(title)

        A web map: `style.json` (MapLibre Style Specification, version 8), its data in `data/`, icons in
        `sprite*`. Nothing here names an address on the network.

        1. Put `maplibre-gl.js` and `maplibre-gl.css` (MapLibre GL JS 5) beside `index.html`.
        2. Serve the folder, for example with `python3 -m http.server`, and open it.

        MapLibre takes only whole addresses for `sprite` and `glyphs`; `index.html` makes them of the names in
        `style.json`. A page of your own must do the same.

        \(fonts)
        \(list.isEmpty ? "" : "\nWhat the printed sheet shows and this map does not:\n\n" + list)
        """
    }
    let fonts =
      hasGlyphs
      ? "`glyphs/` 只含本图用到的字。其他文字可让 MapLibre GL JS 用显示端的字体绘制：`localIdeographFontFamily: \"Noto Sans CJK SC\"`。"
      : "导出时没有字体，因此没有字形文件：MapLibre GL JS 5.11 或更新用显示端的字体绘制文字；旧版本要在 `style.json` 中加 `glyphs`，汉字可用 `localIdeographFontFamily: \"Noto Sans CJK SC\"`。"
    return """
      # \(title)

      网页地图：`style.json`（MapLibre 样式规范第 8 版）、`data/` 中的数据和 `sprite*` 图标，不含任何网络地址。

      1. 把 `maplibre-gl.js` 和 `maplibre-gl.css`（MapLibre GL JS 5）放到 `index.html` 旁。
      2. 用任意网页服务器打开本文件夹，例如 `python3 -m http.server`。

      MapLibre 的 `sprite` 和 `glyphs` 只接受完整地址，`index.html` 由 `style.json` 中的名称得出；自己的网页也要这样做。

      \(fonts)
      \(list.isEmpty ? "" : "\n纸图上有而本图没有的：\n\n" + list)
      """
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }
}
