import { defineDirectoryFormat } from './directory-format.ts';
import { simplify } from './simplify.ts';

/** Columns that the standard requires and that no other list has together. */
const TELLING = ['pivot', 'nom', 'commune', 'code_postal', 'adresse', 'date_maj'];

/** Places of digital mediation in the national standard 1.0.1, of which those that say they are tiers-lieux are taken. */
export const mediationNumerique = defineDirectoryFormat({
  id: 'mediation-numerique',
  title: 'Lieux de médiation numérique au standard national (1.0.1)',
  telling: TELLING,
  recognise: (header) => {
    const names = new Set(header.map(simplify));
    return TELLING.every((name) => names.has(simplify(name)));
  },
  isPlace: (typologie) => typologie.split('|').some((type) => type.trim() === 'TIERS_LIEUX'),
  sources: {
    numero: { names: ['id'], required: true },
    typologie: { names: ['typologie'], required: true },
    nom: { names: ['nom'], required: true },
    commune: { names: ['commune'], required: true },
    code_postal: { names: ['code_postal'], required: true },
    code_insee: { names: ['code_insee'] },
    latitude: { names: ['latitude'] },
    longitude: { names: ['longitude'] },
    site_web: { names: ['site_web'], convert: keepFirst },
    cite_le: { names: ['date_maj'], required: true },
  },
});

/** The standard allows several addresses, parted by `|`; a place has one site. */
function keepFirst(text: string) {
  const [first = '', ...others] = text.split('|').map((address) => address.trim());
  return others.length === 0 ? { text } : { text: first, problem: 'plusieurs adresses : la première est gardée' };
}
