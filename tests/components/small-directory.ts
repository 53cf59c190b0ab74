import type { Lieu } from '../../src/datasets/lieux.ts';
import type { Observatory } from '../../src/observatory/index.ts';

const EMPTY: Lieu = {
  id: 'lieu-a',
  nom: 'Lieu A',
  commune: 'Commune A1',
  code_insee: 'ZA001',
  latitude: null,
  longitude: null,
  position: null,
  types: [],
  forme_juridique: null,
  cercle: null,
  site_web: null,
  activite_citee: null,
  cite_comme: 'tiers-lieu',
  cite_le: null,
  source: 'https://example.org/lieux',
  verifie_le: null,
  retire_le: null,
};

/** A place of which only the name, the commune and the source are known, but for what is given. */
export function place(id: string, given: Partial<Lieu> = {}): Lieu {
  return { ...EMPTY, id, nom: `Lieu ${id}`, ...given };
}

type Directory = Pick<Observatory, 'lieux' | 'settings' | 'geography' | 'demonstration'>;

/** A directory of two territories and two cercles, each commune of the first in a list with its codes and former names. */
export function directoryOf(lieux: readonly Lieu[], settings: Partial<Observatory['settings']> = {}): Directory {
  const commune = (code: string, departement: string, nom: string) => [
    code,
    { code, nom, departement, codesPostaux: ['00100', '00110'], anciensNoms: [`${nom}-le-Vieux`] },
  ];
  return {
    lieux,
    demonstration: false,
    settings: {
      partition: 'departement',
      communes: 'officiel',
      adresse: 'https://example.org',
      region: { id: 'region', nom: 'Région d’essai', en: 'en région d’essai', de: 'de la région d’essai' },
      territoires: [
        { id: 'territoire-1', nom: 'Territoire 1', en: 'dans le Territoire 1', type: 'departement', code: 'T1' },
        { id: 'territoire-2', nom: 'Territoire 2', type: 'departement', code: 'T2' },
        { id: 'cercle-a', nom: 'A', type: 'cercle' },
        { id: 'cercle-b', nom: 'B', type: 'cercle' },
      ],
      ...settings,
    },
    geography: {
      communes: new Map([
        commune('ZA001', 'T1', 'Commune A1'),
        commune('ZA002', 'T1', 'Commune A2'),
        commune('ZB001', 'T2', 'Commune B1'),
      ] as never),
    },
  } as unknown as Directory;
}
