import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { filterLikeWordpress } from './wordpress-filter.ts';

/** A figure that a host page shows. */
export interface Shown {
  readonly id: string;
  /** Whole address of its page to embed. */
  readonly address: string;
  /** The code to copy, with whole addresses. */
  readonly code: string;
}

/** A way to show figures in a page: its HTML in a column `width` px wide, as people write it for this kind of host. */
export type Host = (figures: readonly Shown[]) => string;

const require = createRequire(import.meta.url);
const PYM = readFileSync(require.resolve('pym.js/dist/pym.v1.min.js'), 'utf8');
const RESIZER = readFileSync(require.resolve('@iframe-resizer/parent/index.umd.js'), 'utf8');

/** WordPress gives a frame no more, px. */
export const WORDPRESS_MOST = 1000;

const frame = ({ id, address }: Shown, attributes = '') =>
  `<iframe id="${id}" src="${address}" title="${id}" width="100%" height="150" scrolling="no" frameborder="0" ${attributes}></iframe>`;

const framesWith =
  (script: string): Host =>
  (figures) =>
    `<script>${script}</script>${figures.map((figure) => frame(figure)).join('')}`;

/** Whoever listens does it as its documentation, or the code that it gives to copy, says. */
export const hosts: Readonly<Record<string, Host>> = {
  'le code à copier, un cadre ajouté plus tard': ([first, second]) =>
    `${first!.code}<div id="tard"></div><script>
setTimeout(() => { document.getElementById('tard').innerHTML = ${JSON.stringify(second!.code.replace(/<script.*?<\/script>/, ''))}; }, 400);
</script>`,

  'Datawrapper, par la source du message': framesWith(`
addEventListener('message', function (a) {
  if (void 0 !== a.data['datawrapper-height']) {
    var e = document.querySelectorAll('iframe');
    for (var t in a.data['datawrapper-height']) for (var r, i = 0; (r = e[i]); i++)
      if (r.contentWindow === a.source) r.style.height = a.data['datawrapper-height'][t] + 'px';
  }
});`),

  'Datawrapper, par l’adresse du cadre': framesWith(`
addEventListener('message', function (a) {
  if (void 0 !== a.data['datawrapper-height']) for (var e in a.data['datawrapper-height']) {
    var t = document.getElementById('datawrapper-chart-' + e) || document.querySelector("iframe[src*='" + e + "']");
    if (t) t.style.height = a.data['datawrapper-height'][e] + 'px';
  }
});`),

  AMP: framesWith(`
addEventListener('message', ({ data, source }) => {
  if (data.sentinel !== 'amp' || data.type !== 'embed-size') return;
  for (const each of document.querySelectorAll('iframe')) if (each.contentWindow === source) each.style.height = data.height + 'px';
});`),

  'Embedly et Medium, par l’adresse exacte': framesWith(`
addEventListener('message', ({ data }) => {
  let said; try { said = JSON.parse(data); } catch { return; }
  if (said.context !== 'iframe.resize') return;
  document.querySelector('iframe[src="' + said.src + '"]').height = said.height;
});`),

  Pym: (figures) =>
    `<script>${PYM}</script>${figures.map(({ id }) => `<div id="${id}"></div>`).join('')}<script>
${figures.map(({ id, address }) => `new pym.Parent('${id}', '${address}', {});`).join('\n')}
</script>`,

  'iframe-resizer 5': (figures) =>
    `${figures.map((figure) => frame(figure)).join('')}<script>${RESIZER}</script><script>
iframeResize({ license: 'GPLv3', log: false, warningTimeout: 0 }, 'iframe');
</script>`,

  // Version 4 as its protocol was: one greeting with the frame's name and sixteen settings, then measures.
  'iframe-resizer 4': (figures) =>
    `<script>
addEventListener('message', ({ data, source }) => {
  if (typeof data !== 'string' || !data.startsWith('[iFrameSizer]')) return;
  const [id, height, width, type] = data.slice(13).split(':');
  if (!/^\\d+$/.test(height) || !/^\\d+$/.test(width) || !type) throw new Error(data);
  const each = document.getElementById(id);
  if (each.contentWindow === source) each.style.height = height + 'px';
});
const greet = (each) => each.contentWindow.postMessage(
  '[iFrameSizer]' + each.id + ':8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true', '*');
</script>${figures.map((figure) => frame(figure, 'onload="greet(this)"')).join('')}`,

  // From 5.9 on, its script is there only where an article embeds another WordPress; elsewhere the height of the code stays.
  'WordPress, bac à sable et secret': (figures) =>
    `${figures
      .map(({ id, code }, index) =>
        filterLikeWordpress({ type: 'rich', html: code.split('\n')[0]!, title: id }, `aZ3aZ3aZ3${index}`),
      )
      .join('')}<script>
addEventListener('message', (e) => {
  const data = e.data;
  if (!(data && data.secret && data.message && data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return;
  for (const source of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) {
    if (e.source !== source.contentWindow) continue;
    source.removeAttribute('style');
    if (data.message === 'height') source.height = Math.min(${WORDPRESS_MOST}, Math.max(200, parseInt(data.value, 10)));
    if (data.message === 'link' && new URL(data.value).host === new URL(source.src).host && document.activeElement === source)
      window.asked = data.value;
  }
});
addEventListener('DOMContentLoaded', () => {
  for (const source of document.querySelectorAll('iframe.wp-embedded-content'))
    source.contentWindow.postMessage({ message: 'ready', secret: source.dataset.secret }, '*');
});
</script>`,
};

/** A page of another site, in whose only column a host shows figures; it counts the messages that it gets. */
export function hostPage(width: number, inside: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Un autre site</title>
<script>window.said = 0; addEventListener('message', () => { window.said++; });</script>
<style>body{margin:0;font:16px serif}main{width:${width}px}iframe{display:block;box-sizing:content-box}</style><main>${inside}</main>`;
}
