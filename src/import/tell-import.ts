import type { Fault } from '../csv/fault.ts';
import { countFaults, describeFaults, type Layout } from '../report/terminal.ts';
import { enumerate } from '../text/list.ts';
import { plural } from '../text/plural.ts';
import type { Missing } from './describe-file.ts';
import type { ForeignTable } from './foreign-table.ts';
import type { Import } from './index.ts';
import { type LeftRows, nameRows } from './left-rows.ts';
import { isChanging, PACKAGE, type Plan } from './plan.ts';
import { tellDoubles } from './tell-doubles.ts';
import { layParagraphs, type Paragraph } from './tell-line.ts';
import { tellSource } from './tell-source.ts';
import { tellTarget } from './tell-target.ts';

/** An import, worked out and judged. */
export interface ToldImport {
  readonly imports: readonly Import[];
  readonly tables: readonly ForeignTable[];
  readonly plan: Plan | undefined;
  /** Errors of the files and of what they would become; none when everything can be written. */
  readonly errors: readonly Fault[];
  readonly left: LeftRows;
  /** True: nothing is written, whatever is found. */
  readonly trial: boolean;
  /** What was typed, as it would be typed again. */
  readonly call: string;
  /** What the observatory would find strange in the lines that come in. */
  readonly doubts?: readonly Fault[];
  /** What else was done, a sentence each. */
  readonly notes?: readonly string[];
  /** How a path of the data folder is told. */
  name(path: string): string;
}

/** Everything that an import has to say, in the order in which it matters: what came, what was mended, what is written, what is next. */
export function tellImport(told: ToldImport, layout: Layout): string {
  const { imports, tables, plan, errors, left, trial } = told;
  const files = tables.map(({ file }) => file);
  const warnings = [...(plan?.faults ?? []), ...(told.doubts ?? [])].filter(({ level }) => level === 'avertissement');
  const parts = [
    layParagraphs(trial ? [[{ indent: 0, text: 'Essai\u00a0: rien n’est écrit.', style: 'bold' }]] : [], layout),
    layParagraphs(
      imports.flatMap((one) => tellSource(one, tables)),
      layout,
    ),
    describeFaults(warnings, layout),
    layParagraphs(
      [...tellDoubles(plan?.doubles ?? [], left, files), ...(errors.length > 0 ? [] : tellWriting(told))],
      layout,
    ),
    describeFaults(errors, layout),
    layParagraphs([(told.notes ?? []).map((text) => ({ indent: 0, text })), tellEnd(told)], layout),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** More rows than this are not listed: the file wants mending first. */
const MOST_ROWS = 30;

/** What to type for each thing that only a person knows. */
const ASKED: Readonly<Record<Missing, { readonly what: string; readonly option: string }>> = {
  source: { what: 'qui publie ces données', option: '--source "…"' },
  licence: { what: 'leur licence', option: '--licence etalab-2.0' },
  date: { what: 'leur date', option: '--date AAAA' },
};

/** The faults of new files whose description lacks what only a person knows: one for all those that lack the same. */
export function tellMissing({ described: { missing } }: Plan, packageFile: string): readonly Fault[] {
  return [...Map.groupBy(missing, ({ options }) => options.join()).values()].map((alike) => {
    const [{ name, options }, ...others] = alike as [(typeof missing)[number]];
    const files = others.length === 0 ? 'ce nouveau fichier' : `ces ${alike.length} nouveaux fichiers`;
    return {
      level: 'erreur',
      file: packageFile,
      columnName: `resources.${name}`,
      problem: `pour décrire ${files}, il manque ${enumerate(options.map((option) => ASKED[option].what))}`,
      expected: enumerate(options.map((option) => `l’option ${ASKED[option].option}`)),
    };
  });
}

/** What becomes of our files; nothing when there are errors, for nothing then does. */
function tellWriting(told: ToldImport): readonly Paragraph[] {
  return [...(told.plan?.targets.map((target) => tellTarget(target, told.trial)) ?? []), ...tellPackage(told)];
}

function tellPackage({ plan, name }: ToldImport): readonly Paragraph[] {
  if (!plan?.files.has(PACKAGE)) return [];
  const todo = plan.described.incomplete.map((entry) => ({
    indent: 2,
    text: `à compléter\u00a0: « univers » de « ${entry} », le nombre de lieux connus\u00a0; sans lui, pas de taux de réponse`,
  }));
  const fresh = plan.targets.filter((target) => target.isNew && isChanging(target));
  const files = plural(fresh.length, 'fiche ajoutée', 'fiches ajoutées');
  const text = fresh.length > 0 ? files : 'une source ajoutée à une fiche';
  return [[{ indent: 0, text: `${name(PACKAGE)}\u00a0: ${text}`, style: 'bold' }, ...todo]];
}

function tellEnd(told: ToldImport): Paragraph {
  const { plan, errors, trial, call, name, imports } = told;
  if (errors.length > 0 || !plan) return tellRefusal(told);
  const isNothing = plan.files.size === 0;
  const isRead = imports.some(({ imported }) => imported && imported.lines.length > 0);
  if (isNothing) {
    const text = isRead ? 'Tout y est déjà\u00a0: rien à écrire.' : 'Aucune ligne à reprendre\u00a0: rien à écrire.';
    return [{ indent: 0, text, style: 'bold' }];
  }
  if (trial) return tellCommand('pour l’écrire', call);
  const former = plan.targets.filter((target) => !target.isNew && isChanging(target)).map(({ path }) => path);
  const kept = [...former, ...(plan.files.has(PACKAGE) ? [PACKAGE] : [])].map((path) => `${name(path)}.avant-import`);
  return [
    { indent: 0, text: 'C’est écrit.', style: ['bold', 'green'] },
    { indent: 2, text: `l’ancien est gardé\u00a0: ${kept.join(', ')}` },
    { indent: 2, text: 'ensuite\u00a0: npm run verifier, puis npm run comparer' },
  ];
}

/** An option that an error asks for, with what stands for its value: "--millesime AAAA". */
const OPTION = /--(?:millesime|source|licence|date) (?:"[^"]*"|[\w.-]+)/g;

/** Why nothing is written, and what to type when options answer it. */
function tellRefusal({ errors, call, left, tables }: ToldImport): Paragraph {
  const asked = errors.flatMap(({ expected }) => expected.match(OPTION) ?? []);
  const options = [...new Map(asked.map((option) => [option.split(' ')[0], option])).values()];
  const rows = listRows(errors, tables);
  const files = tables.map(({ file }) => file);
  const sans = rows.length <= MOST_ROWS ? `\u00a0: --sans\u00a0${nameRows(left, files, rows)}` : ', avec --sans';
  return [
    { indent: 0, text: `${countFaults(errors)} Rien n’est écrit.`, style: ['bold', 'red'] },
    ...(options.length > 0 ? tellCommand('à taper', addOptions(call, options)) : []),
    ...(rows.length > 0
      ? [{ indent: 2, text: `corrigez ces cellules à la source, ou laissez leurs lignes de côté${sans}` }]
      : []),
  ];
}

/** The call with these options, each in the place of its own if it was there. */
function addOptions(call: string, options: readonly string[]): string {
  const kept = options.reduce(
    (text, option) => text.replace(new RegExp(` ${option.split(' ')[0]} (?:"[^"]*"|\\S+)`), ''),
    call,
  );
  return [kept, ...options].join(' ');
}

/** A command, on a line of its own that nothing cuts. */
function tellCommand(what: string, command: string): Paragraph {
  return [
    { indent: 2, text: `${what}\u00a0:` },
    { indent: 4, text: command, style: 'bold', long: 'whole' },
  ];
}

/** The rows under the headers at which errors stand. */
function listRows(errors: readonly Fault[], tables: readonly ForeignTable[]) {
  const headers = new Map(tables.map(({ file, header }) => [file, header.record]));
  // Behind a quote that is never closed there is no line to leave out.
  const standing = errors.filter(({ problem = '' }) => !problem.startsWith('guillemet ouvert'));
  return standing.flatMap(({ file, record = 0, also = [] }) =>
    [record, ...also.map((other) => other.record ?? other.line)]
      .filter((row) => row > (headers.get(file) ?? Number.POSITIVE_INFINITY))
      .map((row) => ({ file, record: row })),
  );
}
