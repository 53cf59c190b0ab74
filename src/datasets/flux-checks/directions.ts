import type { Fault } from '../../csv/fault.ts';
import type { Flux } from '../flux.ts';
import { payeeOf, payerOf } from '../flux-nodes.ts';
import { NIVEAUX, type Niveau } from '../flux-options.ts';
import { findLoops } from './loops.ts';
import type { LedgerCheck } from './rule.ts';
import { faultOfName, tellByFile } from './tell.ts';

const LEVELS = Object.keys(NIVEAUX) as Niveau[];

/** Money goes to a later level: funders only give, beneficiaries and expenses only get, a remainder does one or the other. */
export const checkDirections: LedgerCheck = (ledger) => {
  // A loop goes backwards too, and says more.
  const looping = new Set(findLoops(ledger.rows).flat());
  return [
    ...ledger.rows.flatMap((row) => (looping.has(row) ? [] : checkRow(row, ledger.fault))),
    ...checkRemainders(ledger),
  ];
};

function checkRow(row: Flux, fault: (row: Flux, column: keyof Flux & string, refusal: Told) => Fault): Fault[] {
  const { niveau_payeur: from, niveau_beneficiaire: to } = row;
  if (from === 'beneficiaire' || from === 'depense') {
    const problem = `${from === 'depense' ? 'une dépense' : 'un bénéficiaire'} ne fait que recevoir`;
    const expected = 'un financeur, un dispositif, une action, ou un reste qui est un report';
    return [fault(row, 'niveau_payeur', { problem, expected })];
  }
  const expected = `un niveau plus loin que ${quote(from)} : ${laterLevels(from).map(quote).join(', ')}`;
  const refuse = (problem: string) => [fault(row, 'niveau_beneficiaire', { problem, expected })];
  if (to === 'financeur') return refuse('un financeur ne fait que donner');
  if (from === 'reste') return to === 'reste' ? refuse('d’un reste à un reste') : [];
  if (from === to) return refuse('le payeur et le bénéficiaire sont du même niveau');
  return LEVELS.indexOf(to) < LEVELS.indexOf(from) ? refuse(`lien à rebours : de ${quote(from)} à ${quote(to)}`) : [];
}

interface Told {
  readonly problem: string;
  readonly expected: string;
}

/** What money may reach from a level. */
function laterLevels(from: Niveau): readonly Niveau[] {
  if (from === 'reste') return LEVELS.filter((level) => level !== 'financeur' && level !== 'reste');
  return LEVELS.slice(LEVELS.indexOf(from) + 1);
}

function quote(level: Niveau): string {
  return `« ${NIVEAUX[level]} »`;
}

function checkRemainders(ledger: Parameters<LedgerCheck>[0]): readonly Fault[] {
  const gets = new Set(
    ledger.rows.filter(({ niveau_beneficiaire }) => niveau_beneficiaire === 'reste').map((row) => inYear(row, payeeOf)),
  );
  const both = ledger.rows.filter((row) => row.niveau_payeur === 'reste' && gets.has(inYear(row, payerOf)));
  return tellByFile(both, (row) =>
    faultOfName(ledger, row, 'payeur', {
      problem: 'ce reste donne et reçoit',
      expected: 'deux noms : un report donne, un reste à répartir reçoit',
    }),
  );
}

function inYear(row: Flux, nodeOf: typeof payerOf): string {
  return `${row.millesime}/${nodeOf(row).id}`;
}
