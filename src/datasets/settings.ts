import { z } from 'zod';
import { slug, url, words } from './text-schemas.ts';

const folderPath = z
  .string()
  .regex(/^(?!.*(?:^|\/)\.\.(?:\/|$))[^/\\:][^\\:]*$/, 'un chemin dans le dossier des données, sans « .. »');
/** Null is a slot: known to be unknown; the publication waits for it. */
const slot = words.nullable().default(null);

const territoire = z.strictObject({
  id: slug,
  nom: words,
  /** The name in a sentence, "dans le Territoire 1", where the settings say it. */
  en: words.optional(),
  type: slug,
  code: words.optional(),
});

const point = {
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
};

const ville = z.strictObject({
  nom: words,
  ...point,
  rang: z.union([z.literal(1), z.literal(2), z.literal(3)]),
});

/** What content/observatoire.yaml may say; everything regional is there. */
export const settingsSchema = z
  .strictObject({
    nom: words,
    region: z.strictObject({ id: slug, nom: words, en: words, de: words }),
    reseau: z.strictObject({ nom: words, url: url.nullable().default(null) }),
    metropole: z.strictObject({ nom: words, sigle: words }).optional(),
    demonstration: z.boolean().default(false),
    adresse: z
      .string()
      .regex(/^https:\/\/[a-z0-9.-]+(?::\d+)?$/i, 'une adresse https:// sans chemin ni « / » final')
      .nullable()
      .default(null),
    base: z
      .string()
      .regex(/^\/(?:[\w~-][\w.~-]*\/)*$/, 'un chemin qui commence et finit par « / »')
      .default('/'),
    mentions: z.strictObject({ editeur: slot, directeurPublication: slot, hebergeur: slot, contact: slot }),
    secret: z.strictObject({
      unitesMinimum: z.int().min(3),
      partMaximale: z.number().gt(0.5).max(0.85),
    }),
    effectifMinimum: z.int().min(1),
    partition: slug,
    communes: z.union([z.literal('officiel'), folderPath]),
    contours: folderPath.nullable().default(null),
    // Who drew the contours: said under every map.
    fondDeCarte: z
      .array(
        z.strictObject({ source: words, url: url.optional(), millesime: words.optional(), licence: words.optional() }),
      )
      .default([]),
    projection: z.enum(['conique', 'plan']).default('conique'),
    territoires: z.array(territoire).min(1),
    villes: z.array(ville).default([]),
    mers: z.array(z.strictObject({ nom: words, ...point })).default([]),
    // The crowded spot that maps of places enlarge, its radius in km.
    loupe: z.strictObject({ ...point, rayon: z.number().gt(0).max(200) }).optional(),
    millesimes: z
      .record(
        z.string().regex(/^\d{4}$/, 'un millésime, en quatre chiffres'),
        z.strictObject({ libelle: words, questionnaire: z.int() }),
      )
      .default({}),
    // From this movement on, a share of what the number was (points for a percentage), the team says why in journal.yaml.
    comparaison: z.strictObject({ seuil: z.number().gt(0).max(1) }).default({ seuil: 0.1 }),
    contribuer: z.strictObject({ texte: words, url: url.nullable().default(null) }),
  })
  .superRefine(({ territoires, partition }, context) => {
    const ids = territoires.map(({ id }) => id);
    for (const [index, id] of ids.entries()) {
      if (ids.indexOf(id) < index)
        refuse(['territoires', index, 'id'], `un identifiant que n’a aucun autre territoire`);
    }
    if (!territoires.some(({ type }) => type === partition)) {
      refuse(
        ['partition'],
        `le type d’un des territoires : ${[...new Set(territoires.map(({ type }) => type))].join(', ')}`,
      );
    }
    function refuse(path: (string | number)[], message: string) {
      context.addIssue({ code: 'custom', path, message });
    }
  });

/** An observatory's settings, as in content/observatoire.yaml. */
export type Settings = z.infer<typeof settingsSchema>;

/** A part of the region that figures and pages may be about. */
export type Territoire = Settings['territoires'][number];

/** A town written on maps. */
export type Ville = Settings['villes'][number];
