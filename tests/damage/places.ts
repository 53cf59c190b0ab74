import { append, type Damage, swap } from './damage.ts';

/** What happens to ids, communes and points. */
export const places: readonly Damage[] = [
  {
    name: 'code INSEE sans son zéro initial',
    file: 'data/lieux/lieux.csv',
    spoil: swap('02408', '2408'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule D2, colonne « code_insee » : zéro initial perdu
    lu : « 2408 »
    attendu : un code INSEE de commune (5 caractères)
    le plus proche : « 02408 (Laon) »
    pour corriger : mettez la colonne au format texte, puis ressaisissez`,
  },
  {
    name: 'code INSEE sans son zéro initial, à importer',
    file: 'opendatasoft.csv',
    spoil: swap('02408', '2408'),
    outcome: 'mêmes lignes',
    said: `
Corrigé ou à regarder
  code_insee : zéro initial perdu, 1 cellule (E2) : « 2408 » lu comme « 02408 »`,
  },
  {
    name: 'code postal sans son zéro initial, à importer',
    file: 'opendatasoft.csv',
    spoil: swap('02408;02000', ';2000'),
    outcome: 'mêmes lignes',
    said: `
Corrigé ou à regarder
  commune : code INSEE absent, trouvé par le nom et le code postal, 1 cellule (D2) : « Laon » lu comme « 02408 »`,
  },
  {
    name: 'code INSEE à décimale, à importer',
    file: 'opendatasoft.csv',
    spoil: swap('02408', '2408.0'),
    outcome: 'mêmes lignes',
    said: `
Corrigé ou à regarder
  code_insee : code pris pour un nombre à décimales, 1 cellule (E2) : « 2408.0 » lu comme « 02408 »`,
  },
  {
    name: 'code postal à la place du code INSEE',
    file: 'data/lieux/lieux.csv',
    spoil: swap('59350', '59800'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule D3, colonne « code_insee » : code postal à la place du code INSEE
    lu : « 59800 »
    attendu : un code INSEE de commune (5 caractères)
    le plus proche : « 59350 (Lille) »
    pour corriger : cherchez le code sur geo.api.gouv.fr ou sur insee.fr`,
  },
  {
    name: 'code postal à la place du code INSEE, à importer',
    file: 'opendatasoft.csv',
    spoil: swap('59350;59000', '59000;'),
    outcome: 'mêmes lignes',
    said: `
Corrigé ou à regarder
  code_insee : code postal à la place du code INSEE, 1 cellule (E3) : « 59000 »
  commune : code INSEE absent, trouvé par le nom et le code postal, 1 cellule (D3) : « Lille » lu comme « 59350 »`,
  },
  {
    name: 'code d’une commune fusionnée',
    file: 'data/lieux/lieux.csv',
    spoil: swap('Laon;02408', 'Aizy-Jouy;02394'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule D2, colonne « code_insee » : ancienne commune, fusionnée
    lu : « 02394 »
    attendu : un code INSEE de commune (5 caractères)
    le plus proche : « 02008 (Aizy-Jouy) »
    pour corriger : prenez le code de la commune nouvelle`,
  },
  {
    name: 'code d’une commune fusionnée, à importer',
    file: 'opendatasoft.csv',
    spoil: swap('Laon;02408;02000', 'Aizy-Jouy;02394;'),
    outcome: 'lu autrement',
    said: `
Corrigé ou à regarder
  code_insee : ancienne commune, fusionnée : le code est celui de la nouvelle, 1 cellule (E2) : « 02394 » lu comme « 02008 »`,
  },
  {
    name: 'nom de commune à la place du code',
    file: 'data/lieux/lieux.csv',
    spoil: swap('Laon;02408', 'Laon;Laon'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule D2, colonne « code_insee » : nom de commune au lieu du code
    lu : « Laon »
    attendu : un code INSEE de commune (5 caractères)
    le plus proche : « 02408 (Laon) »
    pour corriger : cherchez le code sur geo.api.gouv.fr ou sur insee.fr`,
  },
  {
    name: 'commune sans son code, trouvée, à importer',
    file: 'opendatasoft.csv',
    spoil: swap('Laon;02408;02000', 'Laon;;'),
    outcome: 'mêmes lignes',
    said: `
Corrigé ou à regarder
  commune : code INSEE absent, trouvé par le nom et le département, 1 cellule (D2) : « Laon » lu comme « 02408 »`,
  },
  {
    name: 'commune abrégée et en capitales, à importer',
    file: 'opendatasoft.csv',
    spoil: swap('Saint-Omer;62765', 'ST OMER;'),
    outcome: 'mêmes lignes',
    said: `
Corrigé ou à regarder
  commune : code INSEE absent, trouvé par le nom et le code postal, 1 cellule (D4) : « ST OMER » lu comme « 62765 »
  commune : commune écrite autrement, 1 cellule (D4) : « ST OMER » lu comme « Saint-Omer »`,
  },
  {
    name: 'commune qui existe deux fois, à importer',
    file: 'opendatasoft.csv',
    spoil: swap('Laon;02408;02000;Aisne', 'Beaurieux;;;'),
    outcome: 'refusé',
    said: `
  3 lignes lues, 2 reprises
opendatasoft.csv : 1 erreur
  Erreur, cellule D2, colonne « commune » : ambigu : écrivez le code INSEE
    lu : « Beaurieux »
    attendu : l’une de ces communes : 02058 Beaurieux (02), 59062 Beaurieux (59)
1 erreur dans 1 fichier. Rien n’est écrit.
  corrigez ces cellules à la source, ou laissez leurs lignes de côté : --sans 2`,
  },
  {
    name: 'commune mal écrite, à importer',
    file: 'opendatasoft.csv',
    spoil: swap('Laon;02408;02000', 'Lanon;;'),
    outcome: 'refusé',
    said: `
  3 lignes lues, 2 reprises
opendatasoft.csv : 1 erreur
  Erreur, cellule D2, colonne « commune » : commune inconnue du territoire
    lu : « Lanon »
    attendu : une commune de la liste officielle, ou son code INSEE
    le plus proche : « 02408 Laon (02) »
    pour corriger : cherchez le code sur geo.api.gouv.fr ou sur insee.fr
1 erreur dans 1 fichier. Rien n’est écrit.
  corrigez ces cellules à la source, ou laissez leurs lignes de côté : --sans 2`,
  },
  {
    name: 'nom d’une autre commune que celle du code',
    file: 'data/lieux/lieux.csv',
    spoil: swap('Laon;02408', 'Lille;02408'),
    outcome: 'lu autrement',
    said: `
data/lieux/lieux.csv : 1 avertissement
  Avertissement, cellule C2, colonne « commune » : le code INSEE 02408 est celui d’une autre commune
    lu : « Lille »
    attendu : le nom officiel de la commune
    le plus proche : « Laon »
    pour corriger : corrigez le nom ou le code : l’un des deux est faux`,
  },
  {
    name: 'nom d’une autre commune que celle du code, à importer',
    file: 'opendatasoft.csv',
    spoil: swap('Laon;02408', 'Lille;02408'),
    outcome: 'mêmes lignes',
    said: `
Corrigé ou à regarder
  commune : le nom n’est pas celui de la commune du code : le code l’emporte, 1 cellule (D2) : « Lille » lu comme « Laon »`,
  },
  {
    name: 'commune hors de la région',
    file: 'data/lieux/lieux.csv',
    spoil: swap('Lille;59350', 'Paris;75056'),
    outcome: 'lu autrement',
    said: `
data/lieux/lieux.csv : 1 avertissement
  Avertissement, cellule D3, colonne « code_insee » : commune hors de la région : Paris (75)
    lu : « 75056 »
    attendu : une commune de la région, sauf exception
    pour corriger : vérifiez le code ; un lieu d’une autre région n’entre dans aucun territoire`,
  },
  {
    name: 'commune hors de la région, dans l’enquête',
    file: 'data/enquete/enquete-2026.csv',
    spoil: swap('59350', '75056'),
    outcome: 'refusé',
    said: `
data/enquete/enquete-2026.csv : 1 erreur
  Erreur, cellule G3, colonne « code_insee » : commune hors de la région : Paris (75)
    lu : « 75056 »
    attendu : une commune de la région : une réponse ne compte que dans un de ses territoires
    pour corriger : vérifiez le code ; un lieu d’une autre région n’entre dans aucun territoire`,
  },
  {
    name: 'commune hors de la région, à importer',
    file: 'opendatasoft.csv',
    spoil: swap('Lille;59350;59000;Nord', 'Paris;75056;75001;Paris'),
    outcome: 'lu autrement',
    said: `
  3 lignes lues, 2 reprises
    1 lieu hors du territoire
data/lieux/lieux.csv (nouveau) : 2 lignes`,
  },
  {
    name: 'commune inconnue',
    file: 'data/lieux/lieux.csv',
    spoil: swap('Laon;02408', 'Laon;02999'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule D2, colonne « code_insee » : commune inconnue du territoire
    lu : « 02999 »
    attendu : un code INSEE de commune (5 caractères)
    pour corriger : cherchez le code sur geo.api.gouv.fr ou sur insee.fr`,
  },
  {
    name: 'cercle inconnu',
    file: 'data/lieux/lieux.csv',
    spoil: swap('cercle-1', 'cercle-2'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule J2, colonne « cercle »
    lu : « cercle-2 »
    attendu : l’identifiant d’un territoire de type « cercle » d’observatoire.yaml
    le plus proche : « cercle-1 »`,
  },
  {
    name: 'latitude et longitude échangées',
    file: 'data/lieux/lieux.csv',
    spoil: swap('49,5641;3,6199', '3,6199;49,5641'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule E2, colonne « latitude » : latitude et longitude échangées
    lu : « 3,6199 »
    attendu : la latitude, puis la longitude
    le plus proche : « 49,5641 et 3,6199 »
    pour corriger : échangez les deux cellules`,
  },
  {
    name: 'latitude et longitude échangées, à importer',
    file: 'opendatasoft.csv',
    spoil: swap('49.5700, 3.6300', '3.6300, 49.5700'),
    outcome: 'refusé',
    said: `
opendatasoft.csv : 1 erreur
  Erreur, ligne 2, colonne « latitude » : une fois importé : latitude et longitude échangées
    lu : « 3,63 »
    attendu : la latitude, puis la longitude
    le plus proche : « 49,57 et 3,63 »
    pour corriger : échangez les deux cellules
1 erreur dans 1 fichier. Rien n’est écrit.
  corrigez ces cellules à la source, ou laissez leurs lignes de côté : --sans 2`,
  },
  {
    name: 'point loin de sa commune',
    file: 'data/lieux/lieux.csv',
    spoil: swap('49,5641;3,6199', '43,3;5,4'),
    outcome: 'lu autrement',
    said: `
data/lieux/lieux.csv : 1 avertissement
  Avertissement, cellule E2, colonne « latitude » : le point est à 618 km de « Aisne »
    lu : « 43,3 »
    attendu : un point à 5 km au plus
    pour corriger : vérifiez l’adresse, le code de la commune et le point`,
  },
  {
    name: 'point loin de sa commune, à importer',
    file: 'opendatasoft.csv',
    spoil: swap('49.5700, 3.6300', '43.3, 5.4'),
    outcome: 'lu autrement',
    said: `
opendatasoft.csv : 1 avertissement
  Avertissement, ligne 2, colonne « latitude » : une fois importé : le point est à 618 km de « Aisne »
    lu : « 43,3 »
    attendu : un point à 5 km au plus
    pour corriger : vérifiez l’adresse, le code de la commune et le point`,
  },
  {
    name: 'point décimal au lieu de la virgule',
    file: 'data/lieux/lieux.csv',
    spoil: swap('49,5641;3,6199', '49.5641;3.6199'),
    outcome: 'mêmes lignes',
    said: '',
  },
  {
    name: 'virgule décimale perdue',
    file: 'data/lieux/lieux.csv',
    spoil: swap('49,5641;3,6199', '495641;36199'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 2 erreurs
  Erreur, cellule E2, colonne « latitude » : virgule décimale perdue
    lu : « 495641 »
    attendu : une latitude en degrés, entre -90 et 90
    pour corriger : remettez la virgule, comme dans « 50,63 »
  Erreur, cellule F2, colonne « longitude » : virgule décimale perdue
    lu : « 36199 »
    attendu : une longitude en degrés, entre -180 et 180
    pour corriger : remettez la virgule, comme dans « 50,63 »`,
  },
  {
    name: 'une seule coordonnée',
    file: 'data/lieux/lieux.csv',
    spoil: swap('49,5641;3,6199', '49,5641;'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule F2, colonne « longitude »
    attendu : les deux coordonnées ou aucune`,
  },
  {
    name: 'point « 0, 0 », à importer',
    file: 'opendatasoft.csv',
    spoil: swap('49.5700, 3.6300', '0, 0'),
    outcome: 'lu autrement',
    said: `
Corrigé ou à regarder
  geo_point_2d : point absent codé « 0, 0 », 1 cellule (A2) : « 0, 0 »`,
  },
  {
    name: 'point illisible, à importer',
    file: 'opendatasoft.csv',
    spoil: swap('49.5700, 3.6300', 'au centre'),
    outcome: 'refusé',
    said: `
  3 lignes lues, 2 reprises
opendatasoft.csv : 1 erreur
  Erreur, cellule A2, colonne « geo_point_2d » : point illisible
    lu : « au centre »
    attendu : « latitude, longitude » en degrés, par exemple « 48.85, 2.35 »
1 erreur dans 1 fichier. Rien n’est écrit.
  corrigez ces cellules à la source, ou laissez leurs lignes de côté : --sans 2`,
  },
  {
    name: 'identifiant en double',
    file: 'data/lieux/lieux.csv',
    spoil: swap('lieu-b;Lieu B', 'lieu-a;Lieu B'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule A3, colonne « id » : valeur déjà présente à la ligne 2
    lu : « lieu-a »
    attendu : une valeur différente à chaque ligne
    pour corriger : gardez une seule des lignes, ou donnez à chacune sa valeur`,
  },
  {
    name: 'identifiant en capitales',
    file: 'data/lieux/lieux.csv',
    spoil: swap('lieu-b;Lieu B', 'Lieu-B;Lieu B'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule A3, colonne « id »
    lu : « Lieu-B »
    attendu : un identifiant en minuscules sans accent, chiffres et traits d’union, d’au plus 80 caractères
    le plus proche : « lieu-b »`,
  },
  {
    name: 'lieu deux fois dans l’annuaire',
    file: 'data/lieux/lieux.csv',
    spoil: append('lieu-d;LIEU A;Laon;02408;;;;;;;;;tiers-lieu;2024;https://example.org/liste;;'),
    outcome: 'lu autrement',
    said: `
data/lieux/lieux.csv : 1 avertissement
  Avertissement, cellule B5, colonne « nom » : même nom et même commune que « lieu-a »
    lu : « LIEU A »
    attendu : un lieu une seule fois
    pour corriger : si c’est le même lieu, gardez une seule des deux lignes`,
  },
  {
    name: 'lieu deux fois, le nom un peu changé, à importer',
    file: 'opendatasoft.csv',
    spoil: append('49.5701, 3.6300;Atelier Imaginaire (association);Fab lab;Laon;02408;02000;Aisne;;2025-03-01'),
    outcome: 'lu autrement',
    said: `
  4 lignes lues, 4 reprises
1 doublon probable, que l’import ne fusionne pas
  nom proche, même commune
    ligne 2 : « L’Atelier Imaginaire », Laon
      ligne 5 : « Atelier Imaginaire (association) », Laon, à 11 m
    pour laisser de côté la seconde ligne de chaque paire : --sans 5
data/lieux/lieux.csv (nouveau) : 4 lignes`,
  },
  {
    name: 'deux lieux à la même porte, à importer',
    file: 'opendatasoft.csv',
    spoil: append('49.5701, 3.6300;Le Chantier Supposé;Fab lab;Laon;02408;02000;Aisne;;2025-03-01'),
    outcome: 'lu autrement',
    said: `
  4 lignes lues, 4 reprises
1 doublon probable, que l’import ne fusionne pas
  autre nom, même endroit : souvent deux lieux sous un toit
    ligne 2 : « L’Atelier Imaginaire », Laon
      ligne 5 : « Le Chantier Supposé », Laon, à 11 m
    pour laisser de côté la seconde ligne de chaque paire : --sans 5
data/lieux/lieux.csv (nouveau) : 4 lignes`,
  },
];
