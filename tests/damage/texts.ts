import { type Damage, eachLine, swap } from './damage.ts';

/** What texts hold that may not be published, or not be shown. */
export const texts: readonly Damage[] = [
  // Personal data
  {
    name: 'adresse électronique dans un texte',
    file: 'data/lieux/lieux.csv',
    spoil: swap('café associatif', 'café associatif, ecrire a contact@example.org'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule L3, colonne « activite_citee » : adresse électronique
    lu : « … c…@… »
    attendu : un texte sans adresse électronique, ni téléphone, ni personne à contacter
    pour corriger : effacez ce qui permet de joindre quelqu’un`,
  },
  {
    name: 'téléphone dans un texte',
    file: 'data/lieux/lieux.csv',
    spoil: swap('café associatif', 'café associatif, 00 00 00 00 00 puis 01 23 45 67 89'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule L3, colonne « activite_citee » : numéro de téléphone
    lu : « … 01… »
    attendu : un texte sans adresse électronique, ni téléphone, ni personne à contacter
    pour corriger : effacez ce qui permet de joindre quelqu’un`,
  },
  {
    name: 'personne à contacter dans un texte',
    file: 'data/lieux/lieux.csv',
    spoil: swap('café associatif', 'café associatif, contacter Mme Exemple'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule L3, colonne « activite_citee » : personne à contacter
    lu : « … E… »
    attendu : un texte sans adresse électronique, ni téléphone, ni personne à contacter
    pour corriger : effacez ce qui permet de joindre quelqu’un`,
  },
  {
    name: 'téléphone dans un texte, à importer',
    file: 'opendatasoft.csv',
    spoil: swap('Le Garage Fictif', 'Le Garage Fictif (01 23 45 67 89)'),
    outcome: 'refusé',
    said: `
  3 lignes lues, 2 reprises
opendatasoft.csv : 1 erreur
  Erreur, cellule B3, colonne « nom » : numéro de téléphone
    lu : « … 01… … »
    attendu : un texte sans adresse électronique, ni téléphone, ni personne à contacter
    pour corriger : effacez ce qui permet de joindre quelqu’un
1 erreur dans 1 fichier. Rien n’est écrit.
  corrigez ces cellules à la source, ou laissez leurs lignes de côté : --sans 3`,
  },
  {
    name: 'adresse électronique d’un bénéficiaire, à importer',
    file: 'scdl.csv',
    spoil: swap('Travaux', 'Travaux (tresorier@example.org)'),
    outcome: 'refusé',
    said: `
  3 lignes lues, 2 reprises
scdl.csv : 1 erreur
  Erreur, cellule H3, colonne « objet » : adresse électronique
    lu : « … t…@… … »
    attendu : un texte sans adresse électronique, ni téléphone, ni personne à contacter
    pour corriger : effacez ce qui permet de joindre quelqu’un
1 erreur dans 1 fichier. Rien n’est écrit.
  corrigez ces cellules à la source, ou laissez leurs lignes de côté : --sans 3`,
  },
  {
    name: 'colonnes personnelles, à importer',
    file: 'google-forms.csv',
    spoil: eachLine(
      (line, index) =>
        `${line},${index === 0 ? 'Adresse e-mail,Téléphone du responsable' : 'a@example.org,01 23 45 67 89'}`,
    ),
    outcome: 'mêmes lignes',
    said: `
3 colonnes laissées de côté
  données personnelles : Horodateur, Adresse e-mail, Téléphone du responsable`,
  },
  {
    name: 'colonne personnelle dans l’enquête',
    file: 'data/enquete/enquete-2026.csv',
    spoil: eachLine((line, index) => `${line};${index === 0 ? 'courriel' : 'a@example.org'}`),
    outcome: 'refusé',
    said: `
data/enquete/enquete-2026.csv : 1 erreur
  Erreur, cellule BX1, colonne « courriel » : colonne inconnue, refusée
    attendu : les colonnes du dictionnaire seulement
    pour corriger : supprimez la colonne, ou donnez-lui le nom du dictionnaire`,
  },

  // Addresses
  {
    name: 'adresse web sans son début',
    file: 'data/lieux/lieux.csv',
    spoil: swap('https://a.example.org/', 'a.example.org'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule K2, colonne « site_web » : début de l’adresse absent
    lu : « a.example.org »
    attendu : une adresse web complète, https://…
    le plus proche : « https://a.example.org »
    pour corriger : ajoutez « https:// » devant l’adresse`,
  },
  {
    name: 'adresse web sans son début, à importer',
    file: 'opendatasoft.csv',
    spoil: swap('https://imaginaire.example.org/', 'imaginaire.example.org/'),
    outcome: 'mêmes lignes',
    said: `
Corrigé ou à regarder
  site_web : début de l’adresse absent, 1 cellule (H2) : « imaginaire.example.org/ » lu comme « https://imaginaire.example.org/ »`,
  },
  {
    name: 'adresse web qui exécute un programme',
    file: 'data/lieux/lieux.csv',
    spoil: swap('https://a.example.org/', 'javascript:alert(1)'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule K2, colonne « site_web » : adresse qui exécute un programme
    lu : « javascript:alert(1) »
    attendu : une adresse web complète, https://…`,
  },

  // Hostile
  {
    name: 'formule de tableur',
    file: 'data/lieux/lieux.csv',
    spoil: swap('café associatif', '=cmd|calc'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule L3, colonne « activite_citee » : formule de tableur (commence par « = »)
    lu : « =cmd|calc »
    attendu : un texte simple
    pour corriger : ressaisissez le texte à la main, sans le coller`,
  },
  {
    name: 'balise HTML',
    file: 'data/lieux/lieux.csv',
    spoil: swap('Lieu B', 'Lieu B<script>'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule B3, colonne « nom » : balise HTML
    lu : « Lieu B<script> »
    attendu : un texte simple
    pour corriger : ressaisissez le texte à la main, sans le coller`,
  },
  {
    name: 'formule de tableur, à importer',
    file: 'opendatasoft.csv',
    spoil: swap('Le Garage Fictif', '=HYPERLINK(1)'),
    outcome: 'refusé',
    said: `
  3 lignes lues, 2 reprises
opendatasoft.csv : 1 erreur
  Erreur, cellule B3, colonne « nom » : formule de tableur (commence par « = »)
    lu : « =HYPERLINK(1) »
    attendu : un texte simple
    pour corriger : ressaisissez le texte à la main, sans le coller
1 erreur dans 1 fichier. Rien n’est écrit.
  corrigez ces cellules à la source, ou laissez leurs lignes de côté : --sans 3`,
  },
  {
    name: 'caractère sans largeur',
    file: 'data/lieux/lieux.csv',
    spoil: swap('Lieu B', 'Lieu\u200b B'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule B3, colonne « nom » : caractère invisible U+200B
    lu : « Lieu[U+200B] B »
    attendu : un texte simple
    pour corriger : ressaisissez le texte à la main, sans le coller`,
  },
  {
    name: 'caractère sans largeur, à importer',
    file: 'opendatasoft.csv',
    spoil: swap('Le Garage Fictif', 'Le Garage\u200b Fictif'),
    outcome: 'mêmes lignes',
    said: `
Corrigé ou à regarder
  nom : caractère invisible, retiré, 1 cellule (B3) : « Le Garage[U+200B] Fictif » lu comme « Le Garage Fictif »`,
  },
  {
    name: 'caractère qui renverse le sens de lecture',
    file: 'data/lieux/lieux.csv',
    spoil: swap('Lieu B', 'Lieu \u202eB'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule B3, colonne « nom » : caractère invisible qui renverse le sens de lecture U+202E
    lu : « Lieu [U+202E]B »
    attendu : un texte simple
    pour corriger : ressaisissez le texte à la main, sans le coller`,
  },
  {
    name: 'texte de 100 000 caractères',
    file: 'data/lieux/lieux.csv',
    spoil: swap('café associatif', 'a'.repeat(100_000)),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule L3, colonne « activite_citee » : 100 000 caractères
    lu : « aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa… (100 000 caractères) »
    attendu : un texte d’au plus 200 caractères
    pour corriger : raccourcissez le texte`,
  },
  {
    name: 'texte de plus d’un million de caractères',
    file: 'data/lieux/lieux.csv',
    spoil: swap('café associatif', 'a'.repeat(1_200_000)),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, ligne 3 : ligne de plus d’un million de signes
    attendu : un fichier CSV (texte) : dans le tableur, « Enregistrer sous », CSV UTF-8
    pour corriger : vérifiez que c’est le bon fichier : celui-ci n’est pas un tableau`,
  },
  {
    name: 'cellule de plusieurs lignes',
    file: 'data/lieux/lieux.csv',
    spoil: swap('café associatif', '"café\nassociatif"'),
    outcome: 'lu autrement',
    said: '',
  },
  {
    name: 'nom sur plusieurs lignes, à importer',
    file: 'opendatasoft.csv',
    spoil: swap('Le Garage Fictif', '"Le Garage\nFictif"'),
    outcome: 'mêmes lignes',
    said: `
Corrigé ou à regarder
  nom : retour à la ligne dans une cellule, 1 cellule (B3) : « Le Garage⏎Fictif » lu comme « Le Garage Fictif »`,
  },
  {
    name: 'émoji dans un nom : rien à redire',
    file: 'data/lieux/lieux.csv',
    spoil: swap('Lieu B', 'Lieu B 🌻'),
    outcome: 'lu autrement',
    said: '',
  },
  {
    name: 'accents décomposés : rien à redire',
    file: 'data/lieux/lieux.csv',
    spoil: swap('café', 'cafe\u0301'),
    outcome: 'mêmes lignes',
    said: '',
  },
  {
    name: 'espaces autour d’un texte : rien à redire',
    file: 'data/lieux/lieux.csv',
    spoil: swap('Lieu B;Lille', ' Lieu B ; Lille '),
    outcome: 'mêmes lignes',
    said: '',
  },
];
