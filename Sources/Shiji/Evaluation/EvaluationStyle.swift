/// The style sheet of the page: light or dark as the reader's system is.
enum EvaluationStyle {
  static let sheet = """
    :root {
      color-scheme: light dark;
      --page: #faf9f6; --sheet: #ffffff; --ink: #23211d; --faint: #78736a; --line: #e6e2d9;
      --bar: oklch(72% 0.09 205); --miss: oklch(55% 0.13 27); --odd: oklch(55% 0.12 58);
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --page: #16171a; --sheet: #1d1f23; --ink: #dedbd4; --faint: #8f8b83; --line: #33353a;
        --bar: oklch(50% 0.08 205); --miss: oklch(72% 0.12 27); --odd: oklch(76% 0.11 58);
      }
    }
    * { box-sizing: border-box }
    body {
      margin: 0; padding: 2rem 1.5rem; background: var(--page); color: var(--ink);
      font: .9375rem/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
        "Source Han Sans SC", sans-serif;
    }
    main { max-width: 60rem; margin: 0 auto }
    h1, h2 { margin: 0; line-height: 1.4; overflow-wrap: anywhere }
    h1 { font-size: 1.5rem }
    h2 { font-size: 1rem; margin-bottom: .6rem }
    header p, header ul { color: var(--faint); margin: .3rem 0 .8rem; padding: 0 }
    header ul { list-style: none; font-size: .875rem }
    section, .cards div {
      background: var(--sheet); border: 1px solid var(--line); border-radius: .75rem;
    }
    section { padding: 1.25rem 1.5rem; margin-bottom: 1.25rem; overflow-x: auto }
    .cards { display: grid; gap: .75rem; margin-bottom: 1.25rem;
      grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr)) }
    .cards div { padding: .8rem 1rem; display: flex; flex-direction: column }
    .cards span, .cards small, small { color: var(--faint); font-size: .75rem }
    .cards b { font-size: 1.5rem; font-weight: 600; font-variant-numeric: tabular-nums }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
    th, td { text-align: right; padding: .15rem .6rem; white-space: nowrap; font-weight: 400 }
    tr:first-child th { color: var(--faint); font-size: .75rem; border-bottom: 1px solid var(--line) }
    tr > th:first-child { text-align: left; padding-left: 0; width: 34% }
    .group > * { border-top: 1px solid var(--line); font-weight: 600 }
    .role > th { padding-left: 1.2rem !important; color: var(--faint) }
    .bar { width: 22%; padding-right: 0; min-width: 5rem }
    .bar i { display: block; height: .55rem; border-radius: .2rem; background: var(--bar) }
    details { border-top: 1px solid var(--line); padding: .3rem 0 }
    summary { cursor: pointer }
    summary span { color: var(--faint); margin-left: .4rem; font-variant-numeric: tabular-nums }
    summary b { display: inline-block; min-width: 5.5rem; font-weight: 600; color: var(--odd) }
    summary b.missing { color: var(--miss) }
    .errors ul { list-style: none; margin: .4rem 0 .8rem; padding: 0 0 0 1.1rem }
    .errors li { margin-bottom: .7rem; overflow-wrap: anywhere; white-space: normal }
    .errors li small { margin-left: .7rem }
    q { display: block; quotes: none; color: var(--faint); border-left: 2px solid var(--line);
      padding-left: .7rem; margin-top: .1rem }
    @media print { body { padding: 0; background: none } section { border: 0 } }

    """
}
