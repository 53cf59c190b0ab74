import { defineDirectoryFormat } from './directory-format.ts';

/** Appended by uMap under these very names, whatever the map's own columns. */
const TELLING = ['name', 'Latitude', 'Longitude'];

/** How far into a description an address is looked for, in characters. */
const LONGEST = 10_000;

/** A map's CSV as uMap exports it. */
export const umap = defineDirectoryFormat({
  id: 'umap',
  title: 'Carte uMap exportée en CSV',
  telling: TELLING,
  recognise: (header) => TELLING.every((name) => header.includes(name)),
  sources: {
    nom: { names: ['name'], required: true },
    latitude: { names: ['Latitude'], required: true },
    longitude: { names: ['Longitude'], required: true },
    commune: { names: ['commune', 'ville'] },
    code_insee: { names: ['code_insee', 'insee'] },
    code_postal: { names: ['code_postal', 'cp'] },
    departement: { names: ['departement', 'département'] },
    types: { names: ['type', 'types', 'typologie', 'categorie'] },
    site_web: { names: ['site_web', 'site', 'url', 'site_internet', 'lien'] },
    presentation: {
      names: ['description'],
      convert: findLink,
      partly: 'texte libre, laissé de côté : seule une adresse web en est reprise',
    },
    cite_le: { names: ['date_maj', 'date_mise_a_jour'] },
  },
});

/** The only web address of a description, written as HTML or in uMap's own marks (`[[https://…|texte]]`); pictures are none. */
function findLink(text: string) {
  const links =
    text
      .slice(0, LONGEST)
      .replace(/\{\{.*?\}\}|<img\b[^>]*>/gs, ' ')
      .match(/https?:\/\/[^\s"'<>[\]{}|()]+/g) ?? [];
  const [link = '', ...others] = new Set(links.map((found) => found.replace(/[.,;:!?]+$/, '')));
  return { text: others.length === 0 ? link : '' };
}
