import { USUAL_LICENCE } from '../../src/components/licence.ts';

/** The files of an edition that begins, by path inside its folder: what is not known is left empty, and each component is shown once. */
export function skeletonOf(annee: string): ReadonlyMap<string, string> {
  return new Map([
    ['edition.yaml', cardOf(annee)],
    ['01-ouverture.mdx', OPENING],
    ['02-programme.mdx', PROGRAMME],
    ['03-glossaire.mdx', GLOSSARY],
    ['04-colophon.mdx', COLOPHON],
  ]);
}

const cardOf = (
  annee: string,
) => `# L’édition ${annee}. Un champ vide veut dire que l’on ne sait pas encore : ne le devinez pas.

# Tant qu’un de ces cinq champs est vide, l’édition est un brouillon : elle se vérifie, mais ne se publie pas.
title:            # le titre du livre, entre guillemets s’il contient « : »
description:      # une phrase, que les moteurs de recherche reprennent
theme:            # le thème de la rencontre
dates:            # { debut: "${annee}-11-05", fin: "${annee}-11-06" }
lieu:             # où la rencontre s’est tenue

# Le reste peut attendre.
brouillon: true   # retirez cette ligne quand tout est prêt
evenement:        # le nom de la rencontre
commune:
source:           # https://… la page qui établit tout cela
credits:          # - { role: Textes, noms: [Prénom Nom] }
isbn:
licence:          # sans elle : ${USUAL_LICENCE.nom}. Sinon { nom: …, url: https://… }
# Les couleurs de la couverture : region, encre, papier, gris, bleu, ocre, turquoise, ardoise, vert ou prune.
couleurs: { fond: papier, texte: encre, briques: region }
impression:       # { format: A5, papier: "…", epaisseur: 110 } ; l’épaisseur d’une feuille, en millièmes de millimètre
`;

const OPENING = `---
title: Ouverture
description: Ce que dit ce chapitre, en une phrase.
brouillon: true
---

{/* Retirez « brouillon: true » quand le chapitre est prêt. Une remarque comme celle-ci ne se publie pas. */}

<Ouverture>

Une ou deux phrases pour entrer dans le sujet.<Note id="source">Source : la page qui l’établit.</Note>

</Ouverture>

## Un intertitre

Un paragraphe par idée, une ligne vide entre deux. Un mot difficile mène au glossaire : <Terme id="tiers-lieu">tiers-lieu</Terme>.

{/* Une photographie, déposée dans le dossier « photos », avec son texte de remplacement et son crédit :
    <Photo fichier="pleniere.jpg" alt="Ce que l’on voit." credit="Photo : Prénom Nom" legende="Ce qu’il faut en savoir." /> */}

<Retenir>

- ce que le lecteur emporte, en trois points au plus.

</Retenir>

<AApporter>

Ce que l’équipe doit encore apporter. Cet encadré se voit avec « npm run dev », et jamais sur le site.

</AApporter>
`;

const PROGRAMME = `---
title: Le programme
description: Les temps de la rencontre, heure par heure.
brouillon: true
---

<Ouverture>

Le sujet est présenté au <Renvoi chapitre="ouverture" />.

</Ouverture>

## Le premier jour

<Seance heure="9 h" titre="Accueil" format="Café" lieu="La salle" intervenants="Qui parle">

Une phrase, si l’heure et le titre ne suffisent pas.

</Seance>
`;

const GLOSSARY = `---
title: Glossaire
description: Les mots de ce livre, définis une fois.
brouillon: true
---

<Glossaire>

<Definition id="tiers-lieu" terme="Tiers-lieu">Une définition, en une ou deux phrases.</Definition>

</Glossaire>
`;

const COLOPHON = `---
title: Remerciements et colophon
description: Celles et ceux sans qui ce livre n’existerait pas, et comment il est fait.
brouillon: true
---

## Remerciements

<Remerciements>

À celles et ceux que vous voulez remercier, avec leur accord.

</Remerciements>

## Colophon

<Colophon />
`;
