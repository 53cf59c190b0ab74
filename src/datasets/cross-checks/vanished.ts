import { formatNumber } from '../../text/number.ts';
import { plural, pluralNoun } from '../../text/plural.ts';
import type { CrossCheck } from './rule.ts';
import { tellTogether } from './tell-together.ts';
import { wavesOf } from './waves.ts';

/**
 * The places of a wave that are not in the next: one warning a wave, at their lines in the former file. Nobody has
 * anything to mend in the demonstration.
 */
export const checkVanished: CrossCheck = ({ enquete: { rows, fault, isWhole } }, { demonstration }) => {
  if (!isWhole || demonstration) return [];
  const waves = wavesOf(rows);
  return waves.slice(1).flatMap((wave, index) => {
    const former = waves[index]!;
    const present = new Set(wave.rows.map(({ id_unite }) => id_unite));
    const absent = former.rows.filter(({ id_unite }) => !present.has(id_unite));
    const share = formatNumber((absent.length / former.rows.length) * 100, { decimals: 0 });
    const verb = pluralNoun(absent.length, 'n’est pas', 'ne sont pas');
    return tellTogether(absent, (row) =>
      fault(row, 'id_unite', {
        level: 'avertissement',
        problem: `${plural(absent.length, 'lieu', 'lieux')} de ${former.millesime} sur ${former.rows.length} (${share} %) ${verb} dans ${wave.millesime}`,
        expected: `le même identifiant en ${wave.millesime}, ou un lieu qui n’a pas répondu`,
      }),
    );
  });
};
