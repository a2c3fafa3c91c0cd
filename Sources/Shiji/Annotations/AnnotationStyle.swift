import ChineseText

/// The style sheet of the page: quiet colours of equal weight, names filled, values underlined,
/// references to names dashed; light or dark as the reader's system is.
enum AnnotationStyle {
  /// The hue of each type, in degrees, far apart for those that stand side by side.
  private static func hue(_ kind: MentionKind) -> Int {
    switch kind {
    case .company: 258
    case .organization: 292
    case .person: 148
    case .product: 335
    case .place: 80
    case .title: 170
    case .money: 27
    case .percent: 5
    case .count: 58
    case .round: 315
    case .time: 205
    }
  }

  static let sheet = layout + kinds

  private static let kinds: String = {
    var sheet = ""
    for kind in MentionKind.allCases {
      let name = kind.rawValue
      sheet += ".\(name) { --hue: \(hue(kind)) }\n"
      let hidden = "body:has(#show-\(name):not(:checked)) section mark.\(name)"
      sheet += "\(hidden) { \(unmarked) }\n\(hidden)::after { content: none }\n"
    }
    let values = MentionKind.allCases.filter { !$0.isEntity && $0 != .title }
    let names = values.map { ".\($0.rawValue)" }.joined(separator: ", ")
    sheet += "mark:is(\(names)) { \(underlined) }\n"
    return sheet + "mark:is(\(names))::after { white-space: nowrap }\n"
  }()

  private static let underlined =
    "background: none; border-bottom-color: oklch(var(--edge) var(--hue)); border-radius: 0; "
    + "padding: .1em 0; margin: 0 .1em; font-weight: inherit"

  private static let unmarked =
    "background: none; border-color: transparent; color: inherit; font-weight: inherit; "
    + "cursor: inherit"

  private static let layout = """
    :root {
      color-scheme: light dark;
      --page: #faf9f6; --sheet: #ffffff; --ink: #23211d; --faint: #78736a; --line: #e6e2d9;
      --fill: 95% 0.035; --edge: 62% 0.13; --word: 38% 0.11;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --page: #16171a; --sheet: #1d1f23; --ink: #dedbd4; --faint: #8f8b83; --line: #33353a;
        --fill: 33% 0.06; --edge: 68% 0.12; --word: 87% 0.07;
      }
    }
    * { box-sizing: border-box }
    body {
      margin: 0; padding: 2rem 1.5rem; background: var(--page); color: var(--ink);
      display: grid; grid-template-columns: minmax(0, 46rem) 15rem; gap: 2rem;
      justify-content: center; align-items: start;
      font: 1rem/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
        "Source Han Sans SC", sans-serif;
    }
    section {
      background: var(--sheet); border: 1px solid var(--line); border-radius: .75rem;
      padding: 2rem 2.25rem; margin-bottom: 1.5rem; unicode-bidi: isolate;
    }
    h1, h2 { margin: 0; line-height: 1.5 }
    h1 { font-size: 1rem }
    h2 { font-size: 1.5rem; overflow-wrap: anywhere }
    header { border-bottom: 1px solid var(--line); margin-bottom: 1.25rem }
    header p { margin: .4rem 0 1rem; color: var(--faint); font-size: .875rem }
    header i { margin: 0 .5em; font-style: normal }
    a { color: inherit }
    .text { font-size: 1.0625rem; line-height: 2.05; overflow-wrap: anywhere }
    .text p { margin: 0 0 1em; white-space: pre-wrap; unicode-bidi: isolate }
    .text p:last-child { margin-bottom: 0 }
    mark {
      background: oklch(var(--fill) var(--hue)); color: oklch(var(--word) var(--hue));
      border-bottom: 2px solid transparent; border-radius: .25em; padding: .1em .2em;
      margin: 0 .05em; cursor: help; font-weight: 500; background-clip: padding-box;
      -webkit-box-decoration-break: clone; box-decoration-break: clone;
    }
    mark.title { --fill: 95% 0.012; --word: 42% 0.05 }
    mark.reference {
      background: none; border-radius: 0; font-weight: inherit; padding: .1em 0; margin: 0 .1em;
      border-bottom: 2px dashed oklch(var(--edge) var(--hue));
    }
    h2 mark { font-weight: inherit !important }
    body:has(#values:checked) section mark[data-value]::after {
      content: attr(data-value); font-size: .72em; margin-left: .4em; color: var(--faint);
      font-weight: 400; font-variant-numeric: tabular-nums;
    }
    aside {
      position: sticky; top: 2rem; background: var(--sheet); border: 1px solid var(--line);
      border-radius: .75rem; padding: 1.25rem 1.5rem; font-size: .875rem;
    }
    aside p { margin: .1rem 0 .75rem; color: var(--faint) }
    aside p:last-child { margin: .3rem 0 0; font-size: .75rem }
    aside label {
      display: flex; align-items: center; gap: .5rem; padding: .2rem 0; cursor: pointer;
    }
    aside mark { cursor: pointer }
    aside span { color: var(--faint); font-size: .75rem }
    aside b { margin-left: auto; font-variant-numeric: tabular-nums; font-weight: 500 }
    aside input { margin: 0; accent-color: var(--faint) }
    .values { border-top: 1px solid var(--line); margin-top: .6rem; padding-top: .8rem !important }
    .none { color: var(--faint); text-align: center }
    @media (prefers-color-scheme: dark) {
      mark.title { --fill: 31% 0.015; --word: 84% 0.04 }
    }
    @media (max-width: 56rem) {
      body { grid-template-columns: minmax(0, 1fr); padding: 1rem; gap: 1rem }
      aside { position: static; grid-row: 1; display: flex; flex-wrap: wrap; gap: .1rem 1.1rem }
      aside h1, aside p, .values { width: 100% }
      section { padding: 1.25rem }
    }
    @media print {
      body { display: block; padding: 0; background: none }
      section, aside { border: 0; padding: 0; position: static }
    }

    """
}
