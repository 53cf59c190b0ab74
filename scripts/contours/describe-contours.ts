import type { GeometryCollection } from 'topojson-specification';
import { formatNumber, NO_BREAK } from '../../src/text/number.ts';
import { plural } from '../../src/text/plural.ts';
import { typo } from '../../src/text/typography.ts';
import { wrap } from '../../src/text/wrap.ts';
import type { Built } from './build-contours.ts';
import type { Settled } from './settle-communes.ts';

interface Told {
  readonly file: string;
  readonly bytes: number;
  readonly read: number;
  readonly settled: Settled;
  readonly built: Built;
  readonly target: string;
  readonly seconds: number;
  readonly isWritten: boolean;
  readonly limit: number;
  /** The file as `contours` names it in the settings; undefined where it is not in the data folder. */
  readonly setting: string | undefined;
  readonly inUse: string | null;
}

/** Columns of a terminal. */
const WIDTH = 80;
/** Communes named where many are alike. */
const LISTED = 30;

/** What was read, what became of each commune, what is written, and what is left for a person to do. */
export function describeContours(told: Told): string {
  const paragraphs = [
    tellReading(told),
    tellCommunes(told.settled),
    tellFile(told),
    told.isWritten ? tellNext(told) : ['Essai : rien n’est écrit. Tapez la même commande sans --essai.'],
  ];
  return `${paragraphs.map((lines) => lines.flatMap(fold).join('\n')).join('\n\n')}\n`;
}

function tellReading({ file, bytes, read, settled }: Told): readonly string[] {
  const [drawn, missing] = [settled.contours.size, settled.missing.length];
  return [
    `${plural(read, 'contour de commune', 'contours de communes')} dans ${file} (${weigh(bytes)}).`,
    missing === 0
      ? `Les ${formatNumber(drawn)} communes de la liste d’aujourd’hui ont toutes un contour.`
      : `${formatNumber(drawn)} des ${formatNumber(drawn + missing)} communes de la liste d’aujourd’hui ont un contour.`,
  ];
}

function tellCommunes({ merged, outside, unknown, missing }: Settled): readonly string[] {
  const name = ({ nom, code }: { nom: string; code: string }) => `${nom} (${code})`;
  return [
    ...list(
      merged.map(({ from, into }) => `${name(from)} dans ${name(into)}`),
      ['commune du fichier, réunie depuis à une autre', 'communes du fichier, réunies depuis à une autre'],
    ),
    ...list(missing.map(name), [
      'commune de la liste sans contour : elle manque à la carte',
      'communes de la liste sans contour : elles manquent à la carte',
    ]),
    ...list(unknown.map(name), [
      'commune du fichier qu’aucune liste ne connaît, laissée de côté',
      'communes du fichier qu’aucune liste ne connaît, laissées de côté',
    ]),
    ...list(outside.map(name), [
      'commune du fichier hors de la région, laissée de côté',
      'communes du fichier hors de la région, laissées de côté',
    ]),
  ];
}

function list(names: readonly string[], [one, many]: readonly [string, string]): readonly string[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, LISTED).map((name) => `  ${name}`);
  const more = names.length - shown.length;
  return [`${plural(names.length, one, many)} :`, ...shown, ...(more > 0 ? [`  et ${formatNumber(more)} autres`] : [])];
}

function tellFile({ built, target, seconds, isWritten, limit, settled }: Told): readonly string[] {
  const { objects } = built.contours;
  const count = (name: string) => (objects[name] as GeometryCollection | undefined)?.geometries.length ?? 0;
  const [kept, drawn] = [built.kept.size, settled.contours.size];
  const parts = [
    plural(count('territoires'), 'territoire', 'territoires'),
    count('voisins') > 0 ? `${plural(count('voisins'), 'voisin', 'voisins')}, repris du fond de carte en place` : '',
    count('epci') > 0 ? plural(count('epci'), 'intercommunalité', 'intercommunalités') : 'aucune intercommunalité',
    plural(kept, 'commune', 'communes'),
  ].filter(Boolean);
  return [
    `${isWritten ? 'Écrit' : 'À écrire'} : ${target}, ${weigh(Buffer.byteLength(built.text))}, en ${formatNumber(seconds)}${NO_BREAK}s.`,
    ...parts.map((part) => `  ${part}`),
    ...(kept < drawn
      ? [
          `Toutes les communes pèseraient ${weigh(built.whole)}, pour ${weigh(limit)} au plus : sont gardées celles où l’annuaire a un lieu, puis les plus peuplées. Les autres sont dans leur intercommunalité et leur territoire. « --toutes » les garde toutes.`,
        ]
      : []),
  ];
}

function tellNext({ setting, inUse }: Told): readonly string[] {
  if (setting === undefined)
    return ['Ce fichier n’est pas dans le dossier des données : les cartes n’en changent pas.'];
  const isNew = setting !== inUse;
  return [
    isNew
      ? 'Pour s’en servir, dans content/observatoire.yaml :'
      : 'C’est le fond de carte en place. Dans content/observatoire.yaml :',
    ...(isNew ? [`  contours: ${setting}`] : []),
    '  fondDeCarte:',
    '    - { source: "IGN et Etalab, contours des communes", millesime: "AAAA", licence: Licence Ouverte 2.0 }',
    ...(inUse === null ? [] : ['    et gardez la source des voisins, qui viennent du fond de carte d’avant.']),
    'Remplacez AAAA par l’année des contours : chaque carte dit cette source. Elle est aussi à écrire dans LICENCES.md, et dans les pages qui disent d’où vient le fond de carte (méthode, mentions légales).',
  ];
}

/** A file's size as systems print it. */
function weigh(bytes: number): string {
  return bytes >= 1e6
    ? `${formatNumber(bytes / 1e6)}${NO_BREAK}Mo`
    : `${formatNumber(Math.round(bytes / 1000))}${NO_BREAK}ko`;
}

/** A line as it was indented, broken at words; lines to be copied stay whole. */
function fold(line: string): readonly string[] {
  const [indent = ''] = /^ */.exec(line) ?? [];
  if (/^ +(?:contours:|fondDeCarte:|- \{)/.test(line)) return [line];
  return wrap(
    indent + typo(line.trimStart()),
    WIDTH,
    `${indent}  `.slice(0, indent.length > 0 ? indent.length + 2 : 0),
  );
}
