import { schemes } from '../charts/palette.ts';

const { paper, ink, soft, line, faint } = schemes.light;
const [blue] = schemes.light.series;

/** The style of a page of comparison: light only, as its pictures are; made for telephones and paper too. */
export const COMPARISON_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 70rem; padding: 1.5rem 1rem 4rem; background: ${paper}; color: ${ink}; font: 1rem/1.5 "Source Sans 3", "Source Sans Pro", system-ui, "Segoe UI", Roboto, sans-serif; overflow-wrap: break-word; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.insecable, .side { white-space: nowrap; }
h1 { margin: 0; font-size: 1.9rem; line-height: 1.15; text-wrap: balance; }
h2 { margin: 0 0 .25rem; font-size: 1.4rem; line-height: 1.2; }
h3 { margin: 0 0 .5rem; font-size: 1.15rem; line-height: 1.25; text-wrap: balance; }
p { margin: .25rem 0 .75rem; max-width: 44rem; }
.soft, .kind, figcaption, caption, dt { color: ${soft}; }
.lead { font-size: 1.1rem; }
code, pre, .address, .addresses { font-family: ui-monospace, "DejaVu Sans Mono", Consolas, monospace; font-size: .85em; }
pre { margin: 0; padding: .75rem 1rem; background: ${paper}; white-space: pre-wrap; }
.observatory { margin-top: 2.5rem; padding-top: 1rem; border-top: 4px solid ${ink}; }
.alert { margin-top: 1.5rem; padding: 1rem; border: 3px solid ${ink}; background: ${faint}; }
.contents { margin: 1rem 0; padding-left: 1.5rem; columns: 22rem; }
a { color: inherit; text-underline-offset: .2em; }
article { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid ${line}; }
.kind { margin: 0; }
.badge { display: inline-block; margin: 0 0 .75rem; padding: .1rem .6rem; background: ${ink}; color: ${paper}; font-weight: 700; }
.told { padding-left: .75rem; border-left: 4px double ${ink}; }
dl { margin: 0 0 1rem; }
.words { margin-bottom: .75rem; max-width: 56rem; }
dt { font-size: .9rem; }
dd { margin: 0; }
.words dd { display: grid; grid-template-columns: 3.5rem 1fr; align-items: baseline; }
.side { font-size: .9rem; color: ${soft}; }
del { text-decoration: line-through; text-decoration-thickness: 1px; background: ${faint}; }
ins { font-weight: 700; text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .15em; background: ${faint}; text-decoration-color: ${blue}; }
.pair { display: grid; gap: 1.5rem; margin: 1rem 0; }
figure { margin: 0; padding: .75rem; border: 1px solid ${line}; background: ${paper}; break-inside: avoid; }
figcaption { margin-bottom: .5rem; font-weight: 700; }
figure svg { display: block; width: 100%; max-width: 27rem; height: auto; }
table { width: 100%; margin: 1rem 0; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-size: .9rem; }
th, td { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid ${line}; text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid ${ink}; }
tbody th { font-weight: 400; }
.jump { background: ${faint}; }
.jump th::before { content: "▶ "; }
.jump td:nth-child(3), strong { font-weight: 700; }
.address { display: inline-block; margin-right: .75rem; overflow-wrap: anywhere; }
.addresses { columns: 20rem; padding-left: 1.25rem; overflow-wrap: anywhere; }
summary { cursor: pointer; margin-top: 1.5rem; }
@media (min-width: 46rem) { .pair { grid-template-columns: 1fr 1fr; } .showings { display: grid; grid-template-columns: 6rem 1fr; } }
@media (max-width: 34rem) {
  thead { position: absolute; clip-path: inset(50%); }
  table, caption, tbody, tr, th, td { display: block; }
  tr { padding: .5rem 0; border-bottom: 1px solid ${line}; }
  th, td { border: 0; padding: 0 .25rem; }
  tbody th { font-weight: 600; }
  td:empty { display: none; }
  td::before { content: attr(data-label) " : "; color: ${soft}; font-weight: 400; }
}
@media print { :root { font-size: 10pt; } body { max-width: none; padding: 0; } h2, h3, header { break-after: avoid; } tr { break-inside: avoid; } .pair { grid-template-columns: 1fr 1fr; } @page { margin: 15mm; } }
`;
