/// How the preview's own pages, its notes and its panel look (`/_etalase/preview.css`).
let previewStyle = """
  :host, .et-page {
    color-scheme: light dark;
    --ink: #23201c; --ink-2: #6a6158; --paper: #fffdf9; --paper-2: #f4efe7; --line: #ddd4c7;
    --accent: #8a3b12; --bad: #b3261e; --bad-2: #fdecea; --warn: #7a4f00; --warn-2: #fdf3dc;
    font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif;
  }
  @media (prefers-color-scheme: dark) {
    :host, .et-page {
      --ink: #f2ece3; --ink-2: #b9ada0; --paper: #1e1a17; --paper-2: #29231f; --line: #443b34;
      --accent: #f0a675; --bad: #ff9d94; --bad-2: #3c1d1a; --warn: #f0bd6a; --warn-2: #382a10;
    }
  }
  :host { all: initial; position: fixed; z-index: 2147483647; inset: auto 0 0 0; pointer-events: none; }
  @media print { :host { display: none; } }
  .et-layer {
    font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif; color: var(--ink);
    display: flex; flex-direction: column; align-items: stretch; gap: .5rem;
  }
  [hidden] { display: none !important; }
  :where(.et-layer, .et-page) :where(*) { box-sizing: border-box; margin: 0; }
  .et-page { margin: 0; background: var(--paper); color: var(--ink); }
  .et-page main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
  .et-overlay, .et-panel {
    pointer-events: auto; background: var(--paper); border-top: 3px solid var(--bad); padding: 1rem 1.25rem 1.25rem;
    max-height: 70vh; overflow: auto; overscroll-behavior: contain; box-shadow: 0 -8px 32px rgb(0 0 0 / .25);
    overflow-wrap: anywhere;
  }
  .et-panel { border-color: var(--accent); }
  .et-bar, .et-head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .5rem 1rem; }
  h1 { font-size: 1.75rem; line-height: 1.2; }
  h2 { font-size: 1.125rem; line-height: 1.3; }
  .et-page section { margin-top: 2rem; }
  .et-hint, .et-more, small, .et-number { color: var(--ink-2); }
  .et-hint { margin-top: .5rem; font-size: .9375rem; }
  .et-lead { font-size: 1.125rem; margin-top: 1.5rem; }
  .et-good::before { content: "✓ "; color: var(--accent); }
  a { color: var(--accent); }
  .et-search { display: flex; gap: .5rem; margin-top: 1rem; }
  .et-search input { flex: 1; min-width: 0; }
  .et-search input, .et-search button, .et-button {
    font: inherit; padding: .4375rem .75rem; border: 1px solid var(--ink-2); border-radius: .375rem;
    background: var(--paper); color: var(--ink);
  }
  .et-button { padding: .125rem .625rem; font-size: .875rem; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  .et-problems { list-style: none; padding: 0; margin-top: .75rem; display: grid; gap: .75rem; }
  .et-problem { background: var(--bad-2); border-left: 4px solid var(--bad); border-radius: .25rem; padding: .625rem .875rem; }
  .et-problem.et-warning { background: var(--warn-2); border-color: var(--warn); }
  .et-place { font-size: .875rem; color: var(--ink-2); unicode-bidi: isolate; }
  .et-message { font-weight: 600; }
  pre {
    font: .875rem/1.5 ui-monospace, "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace; white-space: pre-wrap;
    background: var(--paper); padding: .375rem .625rem; margin: .5rem 0; border-radius: .25rem; unicode-bidi: isolate;
  }
  mark { background: none; color: var(--bad); text-decoration: underline wavy; text-underline-offset: .2em; font-weight: 600; }
  .et-warning mark { color: var(--warn); }
  .et-pages { list-style: none; padding: 0; margin-top: .75rem; border-top: 1px solid var(--line); }
  .et-pages li {
    display: grid; grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 1.4fr); gap: 0 1rem; align-items: baseline;
    padding: .375rem 0; border-bottom: 1px solid var(--line);
  }
  .et-pages .et-badge { grid-column: 1; grid-row: 2; justify-self: start; }
  @media (max-width: 40rem) { .et-pages li { grid-template-columns: minmax(0, 1fr); } .et-pages .et-badge { grid-row: auto; } }
  small { font-size: .8125rem; }
  .et-count { font-weight: 400; color: var(--ink-2); font-size: .875rem; }
  .et-badge { background: var(--warn-2); color: var(--warn); border-radius: 1rem; padding: 0 .625rem; font-size: .8125rem; }
  p.et-badge { display: inline-block; margin-top: .5rem; }
  .et-pill {
    pointer-events: auto; display: inline-block; margin: .75rem; padding: .25rem .875rem; border: 0; border-radius: 1rem;
    background: var(--bad); color: var(--paper); font: inherit; font-size: .875rem; box-shadow: 0 2px 8px rgb(0 0 0 / .3);
  }
  dl { margin: .5rem 0; display: flex; flex-wrap: wrap; gap: .5rem 3rem; }
  dt { font-weight: 600; }
  dd { font-family: ui-monospace, "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace; font-size: .875rem; }

  """

/// The tab's picture of the preview's own pages: a shop window with its awning.
let previewIcon = """
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <path fill="#8a3b12" d="M5 4h22l3 9H2z"/><path fill="#f0a675" d="M9 4h4l-1 9H7zM19 4h4l2 9h-5z"/>
  <path fill="none" stroke="#8a3b12" stroke-width="3" d="M5.5 14v12.5h21V14"/>
  </svg>

  """
