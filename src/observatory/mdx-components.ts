/** What a text may write for a component: the attributes that it knows, and where it may stand. */
export interface MdxComponent {
  readonly attributes: readonly string[];
  /** It numbers, refers or names something of a book: on an ordinary page it would have no meaning. */
  readonly edition?: true;
}

/** Every component that texts may use without an import; `components/mdx.ts` gives each one its looks. */
export const MDX_COMPONENTS: Readonly<Record<string, MdxComponent>> = {
  Card: { attributes: ['id'] },
  Chapeau: { attributes: [] },
  Chiffre: { attributes: ['id', 'millesime', 'territoire', 'phrase', 'figure'] },
  Chiffres: { attributes: [] },
  Citation: { attributes: ['auteur', 'role'] },
  Encadre: { attributes: ['titre'] },
  Figure: { attributes: ['id'] },
  FondDeCarte: { attributes: [] },
  Mention: { attributes: ['nom'] },
  Seuil: { attributes: ['nom'] },
  Value: { attributes: ['id', 'millesime', 'territoire'] },
  AApporter: { attributes: [], edition: true },
  Colophon: { attributes: [], edition: true },
  Definition: { attributes: ['id', 'terme'], edition: true },
  Exergue: { attributes: [], edition: true },
  Glossaire: { attributes: [], edition: true },
  Nombre: { attributes: ['source', 'url'], edition: true },
  Note: { attributes: ['id'], edition: true },
  Ouverture: { attributes: ['photo', 'alt', 'credit', 'legende'], edition: true },
  Photo: { attributes: ['fichier', 'alt', 'credit', 'legende'], edition: true },
  PortraitLieu: { attributes: ['id', 'nom', 'commune', 'type', 'photo', 'alt', 'credit'], edition: true },
  Remerciements: { attributes: [], edition: true },
  Renvoi: { attributes: ['figure', 'chapitre', 'note'], edition: true },
  Retenir: { attributes: ['titre'], edition: true },
  Seance: { attributes: ['titre', 'heure', 'format', 'intervenants', 'lieu'], edition: true },
  Terme: { attributes: ['id'], edition: true },
};
