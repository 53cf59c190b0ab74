import { type Damage, swap, windows1252 } from './damage.ts';

const BOM = [0xef, 0xbb, 0xbf];
const startingWith = (...bytes: readonly number[]) => Uint8Array.from([...bytes, 0x14, 0, 0, 0, 0x08, 0]);

/** What bytes can be instead of a text in UTF-8. */
export const encodings: readonly Damage[] = [
  {
    name: 'ancien encodage de Windows',
    file: 'data/lieux/lieux.csv',
    spoil: windows1252,
    outcome: 'mêmes lignes',
    said: `
data/lieux/lieux.csv : 1 avertissement
  Avertissement : encodage windows-1252 : lu quand même
    attendu : un fichier en UTF-8
    pour corriger : dans le tableur : « Enregistrer sous », puis « CSV UTF-8 »`,
  },
  {
    name: 'ancien encodage de Windows, à importer',
    file: 'opendatasoft.csv',
    spoil: windows1252,
    outcome: 'mêmes lignes',
    said: `
Corrigé ou à regarder
  encodage windows-1252 : lu quand même`,
  },
  {
    name: 'marque UTF-8 devant l’ancien encodage de Windows',
    file: 'scdl.csv',
    spoil: (sound) => Uint8Array.from([...BOM, ...windows1252(sound)]),
    outcome: 'mêmes lignes',
    said: `encodage windows-1252 malgré une marque UTF-8 : lu quand même`,
  },
  {
    name: 'UTF-16, petits octets d’abord (« texte Unicode »)',
    file: 'data/lieux/lieux.csv',
    spoil: (sound) => Buffer.from(`\ufeff${sound}`, 'utf16le'),
    outcome: 'mêmes lignes',
    said: `
data/lieux/lieux.csv : 1 avertissement
  Avertissement : encodage UTF-16 : lu quand même
    attendu : un fichier en UTF-8
    pour corriger : dans le tableur : « Enregistrer sous », puis « CSV UTF-8 »`,
  },
  {
    name: 'UTF-16, grands octets d’abord',
    file: 'scdl.csv',
    spoil: (sound) => Buffer.from(`\ufeff${sound}`, 'utf16le').swap16(),
    outcome: 'mêmes lignes',
    said: `encodage UTF-16 : lu quand même`,
  },
  {
    name: 'UTF-8 lu comme du Windows, puis enregistré : « Ã© »',
    file: 'data/lieux/lieux.csv',
    spoil: (sound) => Buffer.from(Buffer.from(sound).toString('latin1')),
    outcome: 'mêmes lignes',
    said: `
data/lieux/lieux.csv : 1 avertissement
  Avertissement : encodage UTF-8 écrit deux fois (« Ã© » pour « é ») : lu quand même
    attendu : un fichier en UTF-8
    pour corriger : dans le tableur : « Enregistrer sous », puis « CSV UTF-8 »`,
  },
  {
    name: 'UTF-8 lu comme du Windows, à importer',
    file: 'opendatasoft.csv',
    spoil: (sound) => new TextDecoder('windows-1252').decode(Buffer.from(sound)),
    outcome: 'mêmes lignes',
    said: `
Corrigé ou à regarder
  encodage UTF-8 écrit deux fois (« Ã© » pour « é ») : lu quand même`,
  },
  {
    name: 'une cellule collée d’un texte « Ã© »',
    file: 'data/lieux/lieux.csv',
    spoil: swap('réparation', 'rÃ©paration'),
    outcome: 'lu autrement',
    said: `
data/lieux/lieux.csv : 1 avertissement
  Avertissement, cellule L2, colonne « activite_citee » : accent abîmé par une conversion (« Ã© »)
    lu : « atelier de rÃ©paration »
    attendu : le texte d’origine
    le plus proche : « atelier de réparation »
    pour corriger : rouvrez le fichier d’origine en choisissant « UTF-8 », ou ressaisissez le texte`,
  },
  {
    name: 'une ligne collée dans un autre encodage',
    file: 'data/lieux/lieux.csv',
    spoil: (sound) =>
      Buffer.concat([
        Buffer.from(sound),
        windows1252('lieu-d;Lieu Créé;;;;;;;;;;;tiers-lieu;2024;https://example.org/liste;;\n'),
      ]),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, ligne 5 : fichier en UTF-8 dont certains caractères sont dans un autre encodage
    attendu : un fichier entièrement en UTF-8
    pour corriger : dans le tableur : « Enregistrer sous », puis « CSV UTF-8 »`,
  },
  {
    name: 'caractère perdu (�) par un programme',
    file: 'data/lieux/lieux.csv',
    spoil: (sound) => sound.replace('réparation', 'r\ufffdparation'),
    outcome: 'lu autrement',
    said: `
data/lieux/lieux.csv : 1 avertissement
  Avertissement, cellule L2, colonne « activite_citee » : caractère perdu lors d’une conversion (�)
    lu : « atelier de r�paration »
    attendu : le caractère d’origine
    pour corriger : ressaisissez le texte à la main, sans le coller`,
  },
  {
    name: 'octets nuls',
    file: 'scdl.csv',
    spoil: (sound) => sound.replace('Travaux', 'Tra\0vaux'),
    outcome: 'refusé',
    said: `
scdl.csv : 1 erreur
  Erreur : il contient des octets nuls
    attendu : un fichier CSV (texte) : dans le tableur, « Enregistrer sous », CSV UTF-8
    pour corriger : ouvrez-le dans le tableur, puis « Enregistrer sous », « CSV UTF-8 »
1 erreur dans 1 fichier. Rien n’est écrit.`,
  },
  {
    name: 'classeur nommé .csv',
    file: 'data/lieux/lieux.csv',
    spoil: () => startingWith(0x50, 0x4b, 0x03, 0x04),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur : c’est un classeur (.xlsx ou .ods)
    attendu : un fichier CSV (texte) : dans le tableur, « Enregistrer sous », CSV UTF-8
    pour corriger : ouvrez-le dans le tableur, puis « Enregistrer sous », « CSV UTF-8 »`,
  },
  {
    name: 'classeur nommé .csv, à importer',
    file: 'opendatasoft.csv',
    spoil: () => startingWith(0x50, 0x4b, 0x03, 0x04),
    outcome: 'refusé',
    said: `
opendatasoft.csv : 1 erreur
  Erreur : c’est un classeur (.xlsx ou .ods)
    attendu : un fichier CSV (texte) : dans le tableur, « Enregistrer sous », CSV UTF-8
    pour corriger : ouvrez-le dans le tableur, puis « Enregistrer sous », « CSV UTF-8 »
1 erreur dans 1 fichier. Rien n’est écrit.`,
  },
  {
    name: 'ancien classeur (.xls) nommé .csv',
    file: 'scdl.csv',
    spoil: () => startingWith(0xd0, 0xcf, 0x11, 0xe0),
    outcome: 'refusé',
    said: `
scdl.csv : 1 erreur
  Erreur : c’est un classeur Excel (.xls)
    attendu : un fichier CSV (texte) : dans le tableur, « Enregistrer sous », CSV UTF-8
    pour corriger : ouvrez-le dans le tableur, puis « Enregistrer sous », « CSV UTF-8 »
1 erreur dans 1 fichier. Rien n’est écrit.`,
  },
  {
    name: 'PDF nommé .csv',
    file: 'data/lieux/lieux.csv',
    spoil: () => '%PDF-1.7\n%…\n1 0 obj',
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur : c’est un PDF
    attendu : un fichier CSV (texte) : dans le tableur, « Enregistrer sous », CSV UTF-8
    pour corriger : ouvrez-le dans le tableur, puis « Enregistrer sous », « CSV UTF-8 »`,
  },
  {
    name: 'page web enregistrée à la place du fichier',
    file: 'opendatasoft.csv',
    spoil: () => '<!DOCTYPE html>\n<html lang="fr"><head><title>Connexion</title></head></html>\n',
    outcome: 'refusé',
    said: `
opendatasoft.csv : 1 erreur
  Erreur : c’est une page web
    attendu : un fichier CSV (texte) : dans le tableur, « Enregistrer sous », CSV UTF-8
    pour corriger : téléchargez le fichier à nouveau, au format CSV ; la page demande peut-être de se connecter
1 erreur dans 1 fichier. Rien n’est écrit.`,
  },
  {
    name: 'JSON enregistré à la place du CSV',
    file: 'opendatasoft.csv',
    spoil: () => '[{"nom": "L’Atelier Imaginaire", "commune": "Laon"}]\n',
    outcome: 'refusé',
    said: `
opendatasoft.csv : 1 erreur
  Erreur : c’est un fichier JSON
    attendu : un fichier CSV (texte) : dans le tableur, « Enregistrer sous », CSV UTF-8
    pour corriger : téléchargez le fichier à nouveau, au format CSV ; la page demande peut-être de se connecter
1 erreur dans 1 fichier. Rien n’est écrit.`,
  },
  {
    name: 'fichier vide',
    file: 'data/lieux/lieux.csv',
    spoil: () => '',
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur : fichier vide
    attendu : une ligne d’en-tête, puis une ligne par enregistrement
    pour corriger : reprenez le fichier à sa source, ou retirez-le du dossier`,
  },
  {
    name: 'fichier vide, à importer',
    file: 'scdl.csv',
    spoil: () => '',
    outcome: 'refusé',
    said: `
scdl.csv : 1 erreur
  Erreur : fichier vide
    attendu : une ligne d’en-tête, puis une ligne par enregistrement
    pour corriger : reprenez le fichier à sa source, ou retirez-le du dossier
1 erreur dans 1 fichier. Rien n’est écrit.`,
  },
  {
    name: 'fichier de lignes blanches',
    file: 'data/lieux/lieux.csv',
    spoil: () => '\n \n;;;\n',
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur : fichier vide
    attendu : une ligne d’en-tête, puis une ligne par enregistrement
    pour corriger : reprenez le fichier à sa source, ou retirez-le du dossier`,
  },
  {
    name: 'fichier de lignes blanches, à importer',
    file: 'scdl.csv',
    spoil: () => '\n \n,,,\n',
    outcome: 'refusé',
    said: `
scdl.csv : 1 erreur
  Erreur : fichier vide
    attendu : une ligne d’en-tête, puis une ligne par enregistrement
    pour corriger : reprenez le fichier à sa source, ou retirez-le du dossier
1 erreur dans 1 fichier. Rien n’est écrit.`,
  },
  {
    name: 'dossier nommé .csv',
    file: 'data/lieux/lieux.csv',
    spoil: () => null,
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur : c’est un dossier
    attendu : le fichier de données, décrit par datapackage.json
    pour corriger : déplacez le dossier, ou donnez ce nom à un fichier`,
  },
  {
    name: 'fichier coupé au milieu d’une ligne',
    file: 'data/lieux/lieux.csv',
    spoil: (sound) => sound.slice(0, sound.indexOf('Saint-Omer') + 5),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, ligne 4 : ligne incomplète : 3 cellules
    attendu : 17 cellules, comme dans la ligne d’en-tête
    pour corriger : cherchez un séparateur ou un retour à la ligne de trop, ou qui manque`,
  },
  {
    name: 'fichier coupé au milieu d’une ligne, à importer',
    file: 'scdl.csv',
    spoil: (sound) => sound.slice(0, sound.lastIndexOf('numéraire')),
    outcome: 'refusé',
    said: `
  3 lignes lues, 2 reprises
scdl.csv : 1 erreur
  Erreur, ligne 4 : ligne incomplète : 10 cellules
    attendu : 15 cellules, comme dans la ligne d’en-tête
    pour corriger : cherchez un séparateur ou un retour à la ligne de trop, ou qui manque
1 erreur dans 1 fichier. Rien n’est écrit.
  corrigez ces cellules à la source, ou laissez leurs lignes de côté : --sans 4`,
  },
  {
    name: 'fichier coupé au milieu d’un « é »',
    file: 'data/lieux/lieux.csv',
    spoil: (sound) => Buffer.from(sound).subarray(0, Buffer.from(sound).lastIndexOf('é') + 1),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, ligne 4 : fichier coupé : sa dernière lettre n’est pas entière
    attendu : le fichier entier
    pour corriger : reprenez le fichier à sa source : le début seul est arrivé`,
  },
];
