import type { Fault } from '../csv/fault.ts';
import { escapeXml } from '../text/escape.ts';
import { writePageToSend } from '../text/page-to-send.ts';
import { upperFirst } from '../text/sentence.ts';
import { type Block, type FileReport, type Group, gatherFaults } from './gather.ts';
import { type Detail, detailsOf, headBlock, nameGroup, tellCounts } from './terminal.ts';

const STYLE = `
:root { color-scheme: light; --ink: #1d1b26; --soft: #57536a; --line: #cfcbdb; --error: #a3172a; --warning: #7a4b00; --good: #0b5d3b; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 52rem; padding: 1.5rem 1rem 4rem; background: #fff; color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.15; }
h2 { margin: 2.5rem 0 .25rem; padding-top: .75rem; border-top: 3px solid var(--ink); font-size: 1.2rem; line-height: 1.25; }
h3 { margin: 1.5rem 0 .5rem; font-size: 1.05rem; }
p { margin: .25rem 0 1rem; }
.soft { color: var(--soft); }
ul { margin: 1rem 0; padding-left: 1.25rem; }
a { color: inherit; text-underline-offset: .2em; }
article { margin: 0 0 .75rem; padding: .6rem .9rem .7rem; border: 1px solid var(--line); border-left: 6px solid var(--error); border-radius: 4px; break-inside: avoid; }
article.avertissement { border-left-color: var(--warning); border-left-style: double; }
article p { margin: 0 0 .35rem; }
.level { color: var(--error); font-weight: 700; }
.avertissement .level { color: var(--warning); }
dl { display: grid; grid-template-columns: 8rem 1fr; gap: .15rem .75rem; margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; }
.advice { color: var(--good); font-weight: 600; }
.lines { white-space: pre-wrap; }
@media (max-width: 34rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .35rem; } }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } h2, h3 { break-after: avoid; } @page { margin: 15mm; } }
`;

/** How to read the cells' names, and who may. */
const READING = `<p class="soft">« D4 » est la cellule de la colonne D, ligne 4, dans un tableur. Cette page cite des cellules de vos fichiers, réponses à l’enquête comprises\u00a0: gardez-la dans l’équipe.</p>
`;

/** The faults as one page that can be sent by mail: no script, nothing fetched, made for telephones and paper too. */
export function writeHtml(faults: readonly Fault[], notes: readonly string[]): string {
  const { counts, files } = gatherFaults(faults);
  const verdict = faults.length === 0 ? 'Aucune erreur' : tellCounts(counts);
  const rule =
    counts.errors > 0
      ? 'Une erreur arrête la fabrication du site\u00a0: le site déjà en ligne ne bouge pas.'
      : 'Rien n’empêche de fabriquer le site.';
  const body = `<main>
<h1>${escapeXml(verdict)}</h1>
<p>${rule}</p>
${files.length > 0 ? READING : ''}${files.length > 1 ? listFiles(files) : ''}${files.map(describeFile).join('\n')}
${notes.map(describeNote).join('\n')}
</main>`;
  return writePageToSend({ title: `${verdict} – vérification des données`, style: STYLE, body });
}

function listFiles(files: readonly FileReport[]): string {
  const items = files.map(
    ({ file, counts }, index) =>
      `<li><a href="#fichier-${index + 1}">${escapeXml(file)}</a>\u00a0: ${tellCounts(counts)}</li>`,
  );
  return `<ul>\n${items.join('\n')}\n</ul>\n`;
}

function describeFile({ file, counts, groups }: FileReport, index: number): string {
  return `<section aria-labelledby="fichier-${index + 1}">
<h2 id="fichier-${index + 1}">${escapeXml(file)}</h2>
<p class="soft">${tellCounts(counts)}</p>
${groups.map(describeGroup).join('\n')}
</section>`;
}

function describeGroup(group: Group): string {
  const title = nameGroup(group) || 'le fichier entier';
  return `<h3>${escapeXml(upperFirst(title))}\u00a0: ${tellCounts(group.counts)}</h3>
${group.blocks.map(describeBlock).join('\n')}`;
}

function describeBlock(block: Block): string {
  const { level, problem } = block;
  const { label, where } = headBlock(block, {});
  const head = `<span class="level">${label}</span>${where && `, ${escapeXml(where)}`}`;
  return `<article${level === 'erreur' ? '' : ' class="avertissement"'}>
<p>${head}${problem ? `\u00a0: ${escapeXml(problem)}` : ''}</p>
<dl>
${detailsOf(block).map(describeDetail).join('\n')}
</dl>
</article>`;
}

function describeDetail({ label, text, helps }: Detail): string {
  return `<dt>${label}</dt><dd${helps ? ' class="advice"' : ''}>${escapeXml(text)}</dd>`;
}

/** The first line of a note is its title. */
function describeNote(note: string): string {
  const [title = '', ...lines] = note.split('\n');
  return `<section>\n<h2>${escapeXml(title)}</h2>\n<p class="lines">${escapeXml(lines.map((line) => line.trim()).join('\n'))}</p>\n</section>`;
}
