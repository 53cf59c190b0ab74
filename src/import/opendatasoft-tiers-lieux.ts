import { defineDirectoryFormat } from './directory-format.ts';
import { hasColumn } from './mapped-columns.ts';
import { mediationNumerique } from './mediation-numerique.ts';

/** What such portals call a point, and nobody else. */
const POINTS = ['geo_point_2d', 'geo_point', 'geopoint'];
const SHAPES = ['geo_shape'];
/** What a point is called by people, who may mean a place by it too. */
const OTHER_POINTS = ['coordonnees_geo', 'coordonnees_geographiques', 'geolocalisation', 'geo', 'localisation'];
const NAMES = ['nom', 'nom_du_lieu', 'nom_lieu', 'nom_usuel', 'nom_du_tiers_lieu', 'nom_tiers_lieu'];
const KINDS = ['type', 'typologie', 'type_de_lieu', 'type_de_tiers_lieu', 'types', 'categorie'];

/**
 * A list of tiers-lieux exported from an Opendatasoft portal, under labels or ids. The columns of the known sets are not documented:
 * these are the names that such lists usually have, and what is missing is told by name.
 */
export const opendatasoftTiersLieux = defineDirectoryFormat({
  id: 'opendatasoft-tiers-lieux',
  title: 'Liste de tiers-lieux d’un portail Opendatasoft',
  telling: ['geo_point_2d', 'nom', 'type', 'commune'],
  recognise: (header) => {
    if (mediationNumerique.recognise(header)) return false;
    const isList = hasColumn(header, NAMES) && hasColumn(header, KINDS);
    return hasColumn(header, [...POINTS, ...SHAPES]) || (isList && hasColumn(header, OTHER_POINTS));
  },
  isKnownByTypes: true,
  sources: {
    numero: { names: ['id', 'identifiant', 'objectid', 'recordid', 'fid'] },
    nom: { names: NAMES, required: true },
    types: { names: KINDS, required: true },
    commune: { names: ['commune', 'ville', 'nom_commune', 'nom_de_la_commune', 'com_nom', 'libelle_commune'] },
    code_insee: { names: ['code_insee', 'insee', 'code_commune', 'com_insee', 'insee_com', 'code_commune_insee'] },
    code_postal: { names: ['code_postal', 'cp', 'codepostal'] },
    departement: { names: ['departement', 'code_departement', 'dep'] },
    point: { names: [...POINTS, ...OTHER_POINTS] },
    forme_geo: { names: SHAPES },
    latitude: { names: ['latitude', 'lat'], missing: ['0', '0.0'] },
    longitude: { names: ['longitude', 'lon', 'long', 'lng'], missing: ['0', '0.0'] },
    site_web: { names: ['site_web', 'site_internet', 'url', 'site', 'lien', 'web', 'adresse_web'] },
    cite_le: {
      names: [
        'date_maj',
        'date_mise_a_jour',
        'date_de_mise_a_jour',
        'date_de_maj',
        'datemiseajour',
        'maj',
        'last_update',
        'record_timestamp',
      ],
      convert: keepDay,
    },
  },
});

/** The day of a time that a portal writes with its offset: a day there, wherever it is read. */
function keepDay(text: string) {
  return { text: /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}/.exec(text)?.[1] ?? text };
}
