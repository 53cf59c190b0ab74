import type { Fault } from '../../src/csv/fault.ts';
import { plain } from '../plain.ts';
import { describeFile, loadWith } from './folders.ts';

/** Columns of the ledgers that tests write, in order. */
const HEADER =
  'id;payeur;niveau_payeur;beneficiaire;niveau_beneficiaire;montant;nature;statut;convention;debut;fin;lieu;siret;accord';

/** A line of a ledger: "Financeur A > Action A : 100" and what else it says; levels are the first words of the names. */
interface Line {
  readonly flow: string;
  readonly levels?: readonly [from: string, to: string];
  readonly nature?: string;
  readonly statut?: string;
  readonly convention?: string;
  readonly debut?: string;
  readonly fin?: string;
  readonly lieu?: string;
  readonly siret?: string;
  readonly accord?: string;
}

const LEVELS: readonly (readonly [start: RegExp, level: string])[] = [
  [/^Financeur/, 'financeur'],
  [/^Dispositif/, 'dispositif'],
  [/^Action/, 'action'],
  [/^(?:Salaires|Locaux|Prestations)/, 'depense'],
  [/^Re(?:ste|port)/, 'reste'],
];

/** A ledger as CSV, from lines; a text alone is a line of money paid, whose payee agrees to be named. */
export function ledgerOf(...lines: (string | Line)[]): string {
  const records = lines.map((line, index) => {
    const { flow, levels, ...said } = typeof line === 'string' ? { flow: line } : line;
    const [, payer = '', payee = '', amount = ''] = /^(.+) > (.+) : (.+)$/.exec(flow) ?? [];
    const [from, to] = levels ?? [levelOf(payer), levelOf(payee)];
    const row = { nature: 'numeraire', statut: 'verse', accord: to === 'beneficiaire' ? 'oui' : '', ...said } as Line;
    return [
      `f${index + 1}`, payer, from, payee, to, amount, row.nature, row.statut, row.convention, row.debut, row.fin,
      row.lieu, row.siret, row.accord,
    ].join(';'); // biome-ignore format: in the order of the header
  });
  return `${[HEADER, ...records].join('\n')}\n`;
}

function levelOf(name: string): string {
  return LEVELS.find(([start]) => start.test(name))?.[1] ?? 'beneficiaire';
}

/** What a ledger stands beside: other exercices, the order of content/flux.yaml, totals declared for 3001. */
interface Beside {
  readonly exercices?: Readonly<Record<string, string>>;
  readonly order?: string;
  readonly totaux?: Readonly<Record<string, number>>;
  readonly files?: Readonly<Record<string, string>>;
}

/** Loads the small observatory of tests with a ledger of the exercice 3001. */
export async function loadLedger(csv: string, { exercices = {}, order, totaux, files = {} }: Beside = {}) {
  const ledgers = Object.entries({ 3001: csv, ...exercices });
  const described = ledgers.map(([year]) => ({
    ...describeFile(`flux-${year}`, `flux/flux-${year}.csv`),
    ...(year === '3001' && totaux ? { totaux } : {}),
  }));
  const { data, faults } = await loadWith({
    'data/datapackage.json': JSON.stringify({
      name: 'essai',
      title: 'Essai',
      resources: [
        describeFile('lieux', 'lieux/lieux.csv'),
        describeFile('reperes', 'reperes/reperes.csv'),
        ...described,
      ],
    }),
    ...Object.fromEntries(ledgers.map(([year, text]) => [`data/flux/flux-${year}.csv`, text])),
    ...(order === undefined ? {} : { 'content/flux.yaml': order }),
    ...files,
  });
  return { data, faults, told: faults.map(tell) };
}

/** "erreur, ligne 3, Convention « X » : problem → expected (nearest)", spaces plain. */
function tell({ level, line, also = [], columnName, value, problem, expected, nearest }: Fault): string {
  const lines = [line, ...also.map((place) => place.line)].filter((one) => one !== undefined);
  const where = [level, ...(lines.length > 0 ? [`ligne ${lines.join(' et ')}`] : []), columnName].join(', ');
  const what = [value && `« ${value} »`, problem && `: ${problem}`].filter(Boolean).join(' ');
  const text = `${where} ${what} → ${expected}${nearest ? ` (${nearest})` : ''}`;
  return plain(text).replace(/ {2,}/g, ' ');
}
