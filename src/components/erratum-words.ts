import { nameMillesime } from '../datasets/millesimes.ts';
import { ALL_CELLS, type Erratum } from '../observatory/errata.ts';
import { observatory } from '../observatory/index.ts';
import { formatDate } from '../text/date.ts';
import { sentence } from '../text/sentence.ts';
import { typo } from '../text/typography.ts';

/** What an erratum begins with: its day, and the publication that was wrong. */
export function headErratum({ date, millesime }: Erratum): string {
  return typo(`Erratum du ${formatDate(date)}, publication ${nameMillesime(observatory.settings, millesime)}.`);
}

/** What an erratum says, in sentences: which number was wrong, what is to be read, and why. */
export function tellErratum({ cellule, avant, apres, raison }: Erratum): string {
  const what =
    cellule === ALL_CELLS
      ? 'Les nombres de cette figure étaient faux.'
      : `« ${cellule} » : au lieu de ${avant}, il faut lire ${apres}.`;
  return typo(`${what} ${sentence(raison)}`);
}
