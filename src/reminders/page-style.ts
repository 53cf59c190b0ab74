import { schemes } from '../charts/palette.ts';

const { light, dark, print } = schemes;

/** The style of the private page, whole: nothing is fetched. Empty squares are for ticking on paper. */
export const style = `
:root{color-scheme:light dark;--paper:${light.paper};--ink:${light.ink};--soft:${light.soft};--line:${light.line};--own:${light.ownText};--banner:${light.own};--on-banner:${light.onOwn}}
@media (prefers-color-scheme:dark){:root{--paper:${dark.paper};--ink:${dark.ink};--soft:${dark.soft};--line:${dark.line};--own:${dark.ownText};--banner:${dark.own};--on-banner:${dark.onOwn}}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.45 "Source Sans 3","Source Sans Pro",system-ui,sans-serif;overflow-wrap:anywhere}
.banner{position:sticky;top:0;z-index:1;margin:0;padding:.5rem 1rem;background:var(--banner);color:var(--on-banner);font-weight:700;text-align:center}
main{max-width:62rem;margin:0 auto;padding:1rem 1rem 4rem}
h1{margin:.5rem 0;font-size:clamp(1.6rem,6vw,2.4rem);line-height:1.1}
h2{margin:2em 0 .3rem;padding-top:.6rem;border-top:2px solid var(--ink);font-size:1.3em;line-height:1.2}
h3{margin:1.2em 0 .3rem;font-size:1em}
h2,h3,section{scroll-margin-top:3rem}
.count,.soft{color:var(--soft)}.count{font-weight:400;white-space:nowrap}
.soft{margin:.2rem 0 .6rem}
a{color:var(--own)}
.insecable{white-space:nowrap}
.numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.6rem;margin:1rem 0;padding:0;list-style:none}
.numbers a{display:block;height:100%;padding:.6rem .8rem;border:1px solid var(--line);color:inherit;text-decoration:none}
.numbers a:is(:hover,:focus-visible){border-color:var(--ink)}
.numbers b{display:block;font-size:1.8rem;line-height:1.1}
.places{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,18rem),1fr));gap:0 1.5rem;margin:0;padding:0;list-style:none}
.places li{position:relative;padding:.45rem 0 .45rem 1.9rem;border-top:1px solid var(--line);break-inside:avoid}
.places li::before{content:"";position:absolute;left:.1rem;top:.65rem;width:1rem;height:1rem;border:1.5px solid var(--soft)}
.repondu .places li,#inconnus .places li{padding-left:0}.repondu .places li::before,#inconnus .places li::before{content:none}
.places b,.places span:not(.insecable){display:block}.places span{color:var(--soft);font-size:.92em}
.wide{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;min-width:min(100%,22rem)}
caption{padding-bottom:.3rem;font-weight:700;text-align:left}
th,td{padding:.3rem .8rem .3rem 0;border-bottom:1px solid var(--line);font-weight:400;text-align:left;vertical-align:bottom}
thead th{color:var(--soft);font-size:.92em}
tbody tr:last-child>*{font-weight:700}
.number{text-align:right;font-variant-numeric:tabular-nums}
@media print{
:root{--paper:${print.paper};--ink:${print.ink};--soft:${print.soft};--line:${print.line};--own:${print.ownText}}
@page{margin:14mm}
body{font-size:10pt}main{max-width:none;padding:0}
.banner{position:static;border:2px solid var(--ink);background:none;color:var(--ink)}
.numbers a{border-color:var(--ink)}h2,h3{break-after:avoid}.places{display:block;columns:2}tr{break-inside:avoid}
}
`;
