/// The style sheet of an HTML report: light and dark, screen and paper, no scripts.
enum HTMLStyle {
  /// The sheet.
  ///
  /// Check boxes before the findings hide them by `:has()`; a browser without it shows everything.
  static let sheet = """
    :root{color-scheme:light dark;--ink:#1b1b1b;--soft:#595959;--line:#d9d9d6;--paper:#fff;--back:#f6f6f4;
    --error:#b3261e;--warning:#8a5300;--info:#0b5cab;--quiet:#595959}
    @media(prefers-color-scheme:dark){:root{--ink:#ececea;--soft:#b0b0ac;--line:#44443f;--paper:#232321;
    --back:#181817;--error:#ff8a7a;--warning:#ffb95e;--info:#7db8ff;--quiet:#b0b0ac}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--back);color:var(--ink);
    font:15px/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",
    sans-serif}
    .page{max-width:1080px;margin:0 auto;padding:24px 20px 48px}
    h1{font-size:24px;margin:0 0 2px}
    h2{font-size:18px;margin:32px 0 4px;display:flex;flex-wrap:wrap;gap:4px 10px;align-items:baseline}
    h3{font-size:15px;font-weight:600;margin:0 0 8px;overflow-wrap:anywhere}
    p{margin:4px 0}
    code,.mono{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"Noto Sans Mono","Noto Sans Mono CJK SC",monospace;
    font-size:13px;overflow-wrap:anywhere}
    h2 code{font-size:inherit}
    .soft,.count{color:var(--soft);font-weight:400}
    .tiles{display:flex;flex-wrap:wrap;gap:10px;margin:18px 0 8px;padding:0;border:0}
    .tiles legend{padding:0;margin-bottom:6px;color:var(--soft)}
    .tile{display:flex;align-items:center;gap:8px;padding:8px 14px;background:var(--paper);
    border:1px solid var(--line);border-radius:6px;border-left:4px solid var(--tone)}
    .tile b{font-size:20px;color:var(--tone)}
    .tile input{accent-color:var(--tone);width:16px;height:16px;margin:0}
    .error{--tone:var(--error)}.warning{--tone:var(--warning)}.info{--tone:var(--info)}
    .accepted,.known,.fixed{--tone:var(--quiet)}
    .finding{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:8px 20px;background:var(--paper);
    border:1px solid var(--line);border-left:4px solid var(--tone);border-radius:6px;padding:14px 16px;
    margin:10px 0;break-inside:avoid}
    .badge{color:var(--tone);font-weight:700;margin-right:6px}
    .parties{list-style:none;margin:0 0 8px;padding:0}
    .parties li{display:grid;grid-template-columns:22px minmax(0,1fr);gap:8px;margin:3px 0;align-items:center}
    .parties svg{display:block;background:#fbfbf9;border-radius:2px}
    dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:2px 14px;margin:0}
    dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
    details{margin:4px 0}summary{cursor:pointer;color:var(--soft)}
    .map{display:block;width:300px;height:200px;background:#fbfbf9;border:1px solid var(--line);border-radius:4px}
    .p{fill-opacity:.16;stroke-width:1.6;vector-effect:non-scaling-stroke;fill-rule:evenodd}
    .p1{fill:#0072b2;stroke:#0072b2}.p2{fill:#007a5a;stroke:#007a5a;stroke-dasharray:7 3}
    .p3{fill:#6b4fa0;stroke:#6b4fa0;stroke-dasharray:2 3}
    .p4{fill:#555;stroke:#555;stroke-dasharray:9 3 2 3}
    .l{fill:none;stroke-width:2.4}.dot{fill-opacity:1}
    .e{fill:url(#hatch);stroke:#c8102e;stroke-width:2;fill-rule:evenodd}
    .e.l{fill:none;stroke-width:4;stroke-opacity:.85}.e.dot{fill:#c8102e;stroke:#fff;stroke-width:1}
    .ring{fill:none;stroke:#c8102e;stroke-width:2}
    .bar{fill:none;stroke:#222;stroke-width:1.5}text.bar{fill:#222;stroke:none;font:11px system-ui,sans-serif}
    .key{fill:#fff}.frame{fill:none;stroke:#8a8a86}.here{fill:none;stroke:#c8102e;stroke-width:1.5}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;width:100%;margin:8px 0;font-size:13px}
    th,td{text-align:left;padding:3px 14px 3px 0;border-bottom:1px solid var(--line);vertical-align:top}
    th{color:var(--soft);font-weight:600}.n{text-align:right}
    footer{margin-top:36px;padding-top:10px;border-top:1px solid var(--line);color:var(--soft);font-size:13px}
    :focus-visible{outline:2px solid var(--info);outline-offset:2px}
    body:has(#show-error:not(:checked)) section.error,
    body:has(#show-warning:not(:checked)) section.warning,
    body:has(#show-info:not(:checked)) section.info,
    body:has(#show-accepted:not(:checked)) section.accepted,
    body:has(#show-known:not(:checked)) section.known,
    body:has(#show-fixed:not(:checked)) section.fixed{display:none}
    @media(max-width:720px){.finding{grid-template-columns:minmax(0,1fr)}}
    @media print{body{background:#fff}.page{max-width:none;padding:0}.tile input{display:none}}
    """
}
