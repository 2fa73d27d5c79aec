import { colourNames, colours } from '@isegoria/widgets/contracts';

const tokens = colourNames.map((name) => `--${name}: var(--isegoria-${name}, light-dark(${colours[name].join(', ')}));`).join('\n');

const css = `
:host { display: block; container-type: inline-size; ${tokens} }
:host([hidden]) { display: none; }
* { box-sizing: border-box; margin: 0; }
.card { display: grid; gap: 0.75rem; padding: 1.25rem 1.375rem; border: 1px solid var(--line); border-radius: var(--isegoria-radius, 10px);
  background: var(--surface); color: var(--ink); font-family: var(--isegoria-font, inherit); font-size: 1rem; font-weight: 400; line-height: 1.45; text-align: start; overflow-wrap: anywhere; }
a { color: var(--accent); text-underline-offset: 0.15em; }
.label { color: var(--quiet); font-size: 0.8125rem; font-weight: 650; }
.title { font-family: var(--isegoria-title-font, var(--isegoria-font, inherit)); font-size: 1.25rem; font-weight: 600; line-height: 1.25; text-wrap: balance; }
.title a { color: inherit; text-decoration-thickness: 1px; }
.lead { font-size: 0.9375rem; }
.figures { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; }
.figures div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.figures dt, .small { color: var(--quiet); font-size: 0.875rem; }
.figures dd { color: var(--accent); font-size: 1.5rem; font-weight: 650; line-height: 1.15; font-variant-numeric: lining-nums tabular-nums; }
.bars { display: grid; gap: 0.375rem 0.875rem; font-size: 0.875rem; }
.bars dt { font-weight: 600; }
.bars dd { display: grid; grid-template-columns: minmax(0, 1fr) fit-content(7.5rem); align-items: center; gap: 0.75rem; margin-block-end: 0.375rem; color: var(--quiet); }
svg { display: block; inline-size: 100%; block-size: 0.75rem; border-radius: 4px; background: color-mix(in srgb, var(--ink) 12%, var(--surface)); }
.share rect { fill: var(--accent); }
.scale rect:nth-child(1) { fill: #b2431f; }
.scale rect:nth-child(2) { fill: #dd8a62; }
.scale rect:nth-child(3) { fill: #d8cdb6; }
.scale rect:nth-child(4) { fill: #3f7fc0; }
.scale rect:nth-child(5) { fill: light-dark(#08325f, #7db4f2); }
.items { display: grid; gap: 0.625rem; padding: 0; list-style: none; }
.items li { display: grid; gap: 0.125rem; }
.act { display: inline-grid; place-items: center; justify-self: start; min-block-size: 44px; padding: 0.5rem 1.125rem; border: 0; border-radius: min(var(--isegoria-radius, 6px), 1.375rem);
  background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 650; text-decoration: none; cursor: pointer; }
.act:hover { text-decoration: underline; }
.said:empty { margin-block-end: -0.75rem; }
.said { font-weight: 600; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.listen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
@container (min-width: 26rem) {
  .bars { grid-template-columns: fit-content(13rem) minmax(0, 1fr); align-items: center; }
  .bars dd { margin: 0; }
}
@media (forced-colors: active) { svg, .act { forced-color-adjust: none; } }
`;

let sheet: CSSStyleSheet | null = null;

/** The one sheet of all widgets. Constructed, so that a host's policy against inline styles has nothing to refuse. */
export function widgetStyles(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}
