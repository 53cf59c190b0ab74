import { nameMillesime } from '../datasets/millesimes.ts';
import { ALL_CELLS, type Erratum, NO_NUMBER } from '../observatory/errata.ts';
import { observatory } from '../observatory/index.ts';
import { formatDate } from '../text/date.ts';
import { sentence } from '../text/sentence.ts';
import { typo } from '../text/typography.ts';

/** What an erratum begins with: its day, and the publication that was wrong. */
export function headErratum({ date, millesime }: Erratum): string {
  return typo(`Erratum du ${formatDate(date)}, publication ${nameMillesime(observatory.settings, millesime)}.`);
}

/** What an erratum says, in sentences: which number was wrong, what is to be read, and why. */
export function tellErratum(erratum: Erratum): string {
  return typo(`${tellNumber(erratum)} ${sentence(erratum.raison)}`);
}

function tellNumber({ cellule, avant, apres }: Erratum): string {
  if (cellule === ALL_CELLS) return 'Les nombres de cette figure étaient faux.';
  if (apres === NO_NUMBER) return `« ${cellule} » : ${avant}, ce nombre n’est plus publié.`;
  if (avant === NO_NUMBER) return `« ${cellule} » : ce nombre manquait, il faut lire ${apres}.`;
  return `« ${cellule} » : au lieu de ${avant}, il faut lire ${apres}.`;
}
