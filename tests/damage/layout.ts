import { append, type Damage, eachLine, headerOf, swap } from './damage.ts';

/** What happens to lines, columns and separators. */
export const layout: readonly Damage[] = [
  {
    name: 'en-tête sans aucune ligne',
    file: 'data/lieux/lieux.csv',
    spoil: (sound) => sound.slice(0, sound.indexOf('\n') + 1),
    outcome: 'lu autrement',
    said: `
data/lieux/lieux.csv : 1 avertissement
  Avertissement : aucune ligne sous l’en-tête
    attendu : une ligne par enregistrement : sans elles, le site se construit comme si ce fichier n’existait pas
    pour corriger : reprenez le fichier à sa source, ou retirez-le du dossier`,
  },
  {
    name: 'en-tête sans aucune ligne, à importer',
    file: 'scdl.csv',
    spoil: (sound) => sound.slice(0, sound.indexOf('\n') + 1),
    outcome: 'lu autrement',
    said: `
  0 ligne lue, 0 reprise
Aucune ligne à reprendre : rien à écrire.`,
  },
  {
    name: '21 lignes vides en bas',
    file: 'data/lieux/lieux.csv',
    spoil: append(...Array(21).fill(';'.repeat(16))),
    outcome: 'mêmes lignes',
    said: '',
  },
  {
    name: '21 lignes vides en bas, à importer',
    file: 'scdl.csv',
    spoil: append(...Array(21).fill(','.repeat(14))),
    outcome: 'mêmes lignes',
    said: `ligne vide, 21 lignes (5 à 25)`,
  },
  {
    name: 'colonnes vides au bout',
    file: 'data/lieux/lieux.csv',
    spoil: eachLine((line) => `${line};;;`),
    outcome: 'mêmes lignes',
    said: '',
  },
  {
    name: 'colonnes vides au bout, à importer',
    file: 'scdl.csv',
    spoil: eachLine((line) => `${line},,,`),
    outcome: 'mêmes lignes',
    said: `3 colonnes vides, laissées de côté`,
  },
  {
    name: 'colonne vide entre deux autres',
    file: 'scdl.csv',
    spoil: eachLine((line) => line.replace(',', ',,')),
    outcome: 'mêmes lignes',
    said: `1 colonne vide, laissée de côté`,
  },
  {
    name: 'colonne remplie, mais sans nom',
    file: 'data/lieux/lieux.csv',
    spoil: eachLine((line, index) => `${line};${index === 2 ? 'à revoir' : ''}`),
    outcome: 'mêmes lignes',
    said: `
data/lieux/lieux.csv : 1 avertissement
  Avertissement, cellule R3 : colonne sans nom
    lu : « à revoir »
    attendu : un nom de colonne dans la ligne d’en-tête
    pour corriger : donnez un nom à la colonne, ou supprimez-la`,
  },
  {
    name: 'titre au-dessus de l’en-tête',
    file: 'data/lieux/lieux.csv',
    spoil: (sound) => `Liste des tiers-lieux\nà jour en mars\n${sound}`,
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, ligne 1 : aucune colonne reconnue dans la ligne d’en-tête
    lu : « Liste des tiers-lieux »
    attendu : une première ligne avec les noms des colonnes : « id », « nom », « commune », « code_insee », « latitude », « longitude », « position », « types »…
    pour corriger : remettez la ligne des noms de colonnes en haut du fichier`,
  },
  {
    name: 'titre au-dessus de l’en-tête, à importer',
    file: 'opendatasoft.csv',
    spoil: (sound) => `Liste des tiers-lieux;;;;;;;;\n\n${sound}`,
    outcome: 'mêmes lignes',
    said: `ligne au-dessus de l’en-tête, 1 ligne (1) : « Liste des tiers-lieux »`,
  },
  {
    name: 'en-tête répété au milieu',
    file: 'data/lieux/lieux.csv',
    spoil: append(headerOf('data/lieux/lieux.csv')),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, ligne 5 : ligne d’en-tête répétée
    attendu : un enregistrement
    pour corriger : supprimez cette ligne`,
  },
  {
    name: 'en-tête répété au milieu, à importer',
    file: 'scdl.csv',
    spoil: append(headerOf('scdl.csv')),
    outcome: 'mêmes lignes',
    said: `
4 lignes lues, 3 reprises
  ligne d’en-tête répétée, 1 ligne (5)`,
  },
  {
    name: 'pas d’en-tête',
    file: 'data/lieux/lieux.csv',
    spoil: (sound) => sound.slice(sound.indexOf('\n') + 1),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, ligne 1 : aucune colonne reconnue dans la ligne d’en-tête
    lu : « lieu-a ; Lieu A ; Laon ; 02408 ; 49,5641 ; 3,6199 ; exacte ;… (202 caractères) »
    attendu : une première ligne avec les noms des colonnes : « id », « nom », « commune », « code_insee », « latitude », « longitude », « position », « types »…
    pour corriger : remettez la ligne des noms de colonnes en haut du fichier`,
  },
  {
    name: 'pas d’en-tête, à importer',
    file: 'opendatasoft.csv',
    spoil: (sound) => sound.slice(sound.indexOf('\n') + 1),
    outcome: 'refusé',
    said: `
opendatasoft.csv : 1 erreur
  Erreur, ligne 1 : pas de ligne d’en-tête : la première ligne est une ligne de données
    lu : « 49.5700, 3.6300 ; L’Atelier Imaginaire ; Fab lab ; Laon ; 02… (126 caractères) »
    attendu : une première ligne avec les noms des colonnes, telle que la source l’exporte
1 erreur dans 1 fichier. Rien n’est écrit.`,
  },
  {
    name: 'ligne de total',
    file: 'data/subventions/subventions-2025.csv',
    spoil: append('TOTAL;;;;;;;;20500.50;;;;;;;'),
    outcome: 'refusé',
    said: `
data/subventions/subventions-2025.csv : 1 erreur
  Erreur, ligne 4 : ligne de total
    attendu : un enregistrement : les totaux se recalculent
    pour corriger : supprimez cette ligne : elle serait lue comme un enregistrement`,
  },
  {
    name: 'ligne de total, à importer',
    file: 'scdl.csv',
    spoil: append('Total général,,,,,,,,"22 000,50 €",,,,,,'),
    outcome: 'mêmes lignes',
    said: `
4 lignes lues, 3 reprises
  ligne de total, 1 ligne (5)`,
  },
  {
    name: 'total sans le mot « total »',
    file: 'data/subventions/subventions-2025.csv',
    spoil: append(';;;;;;;;20500.50;;;;;;;'),
    outcome: 'refusé',
    said: `
data/subventions/subventions-2025.csv : 1 erreur
  Erreur, ligne 4 : ligne de nombres seuls : un total, ou un reste de calcul
    attendu : un enregistrement : les totaux se recalculent
    pour corriger : supprimez cette ligne : elle serait lue comme un enregistrement`,
  },
  {
    name: 'total sans le mot « total », à importer',
    file: 'scdl.csv',
    spoil: append(',,,,,,,,22000.50,,,,,,'),
    outcome: 'mêmes lignes',
    said: `
4 lignes lues, 3 reprises
  ligne de total, 1 ligne (5)`,
  },
  {
    name: 'total sans le mot « total », dans l’enquête',
    file: 'data/enquete/enquete-2026.csv',
    spoil: (sound) => {
      const at = sound.split('\n', 1)[0]!.split(';').indexOf('emplois_total');
      return `${sound}${';'.repeat(at)}8${';'.repeat(sound.split('\n', 1)[0]!.split(';').length - at - 1)}\n`;
    },
    outcome: 'refusé',
    said: `
data/enquete/enquete-2026.csv : 1 erreur
  Erreur, ligne 5 : ligne de nombres seuls : un total, ou un reste de calcul
    attendu : un enregistrement : les totaux se recalculent
    pour corriger : supprimez cette ligne : elle serait lue comme un enregistrement`,
  },
  {
    name: 'sous-totaux',
    file: 'scdl.csv',
    spoil: (sound) =>
      sound.replace(/(Collectivité A,.*A-3)/, 'Sous-total,,,,,,,,20500.50,,,,,,\n$1') +
      'Sous-total,,,,,,,,1500,,,,,,\nTotal,,,,,,,,22000.50,,,,,,\n',
    outcome: 'mêmes lignes',
    said: `
6 lignes lues, 3 reprises
  ligne de total, 3 lignes (4, 6, 7)`,
  },
  {
    name: 'virgules au lieu de points-virgules',
    file: 'data/subventions/subventions-2025.csv',
    spoil: (sound) => sound.replaceAll(';', ','),
    outcome: 'mêmes lignes',
    said: '',
  },
  {
    name: 'virgules au lieu de points-virgules, où la virgule est aussi celle des décimales',
    file: 'data/lieux/lieux.csv',
    spoil: (sound) => sound.replaceAll(';', ','),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 2 erreurs
  Erreur, ligne 2 : ligne trop longue : 19 cellules
    attendu : 17 cellules, comme dans la ligne d’en-tête
    pour corriger : cherchez un séparateur ou un retour à la ligne de trop, ou qui manque
  Erreur, ligne 3 : ligne trop longue : 19 cellules
    attendu : 17 cellules, comme dans la ligne d’en-tête
    pour corriger : cherchez un séparateur ou un retour à la ligne de trop, ou qui manque`,
  },
  {
    name: 'tabulations au lieu de points-virgules',
    file: 'data/lieux/lieux.csv',
    spoil: (sound) => sound.replaceAll(';', '\t'),
    outcome: 'mêmes lignes',
    said: '',
  },
  {
    name: 'barres verticales au lieu de points-virgules',
    file: 'data/reperes/reperes.csv',
    spoil: (sound) => sound.replaceAll(';', '|'),
    outcome: 'mêmes lignes',
    said: '',
  },
  {
    name: 'ligne « sep=; » d’Excel',
    file: 'data/lieux/lieux.csv',
    spoil: (sound) => `sep=;\n${sound}`,
    outcome: 'mêmes lignes',
    said: '',
  },
  {
    name: 'ligne « sep=, » d’Excel, à importer',
    file: 'scdl.csv',
    spoil: (sound) => `sep=,\r\n${sound}`,
    outcome: 'mêmes lignes',
    said: '',
  },
  {
    name: 'fins de ligne d’un vieux Mac',
    file: 'data/lieux/lieux.csv',
    spoil: (sound) => sound.replaceAll('\n', '\r'),
    outcome: 'mêmes lignes',
    said: '',
  },
  {
    name: 'fins de ligne mêlées',
    file: 'scdl.csv',
    spoil: (sound) => sound.replace('\n', '\r\n').replace('non,1\n', 'non,1\r'),
    outcome: 'mêmes lignes',
    said: '',
  },
  {
    name: 'guillemet jamais fermé',
    file: 'data/lieux/lieux.csv',
    spoil: swap('café associatif', '"café associatif'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, ligne 3 : guillemet ouvert et jamais refermé : la suite du fichier n’a pas pu être lue
    attendu : un guillemet de fermeture, ou des guillemets doublés dans le texte
    pour corriger : enregistrez à nouveau depuis le tableur : il place lui-même les guillemets`,
  },
  {
    name: 'guillemet jamais fermé, à importer',
    file: 'scdl.csv',
    spoil: swap('Travaux', '"Travaux'),
    outcome: 'refusé',
    said: `
  1 ligne lue, 1 reprise
scdl.csv : 1 erreur
  Erreur, ligne 3 : guillemet ouvert et jamais refermé : la suite du fichier n’a pas pu être lue
    attendu : un guillemet de fermeture, ou des guillemets doublés dans le texte
    pour corriger : enregistrez à nouveau depuis le tableur : il place lui-même les guillemets
1 erreur dans 1 fichier. Rien n’est écrit.`,
  },
  {
    name: 'texte après un guillemet fermé',
    file: 'data/lieux/lieux.csv',
    spoil: swap('café associatif', '"café" associatif'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, ligne 3 : guillemet suivi de texte dans une cellule entre guillemets
    attendu : des guillemets doublés ("") à l’intérieur du texte
    pour corriger : enregistrez à nouveau depuis le tableur : il place lui-même les guillemets`,
  },
  {
    name: 'guillemets au milieu d’un texte',
    file: 'data/lieux/lieux.csv',
    spoil: swap('café associatif', 'café "associatif"'),
    outcome: 'lu autrement',
    said: '',
  },
  {
    name: 'ligne trop courte',
    file: 'data/lieux/lieux.csv',
    spoil: swap('lieu-b;Lieu B;Lille;59350;50,6321;3,0577', 'lieu-b;Lieu B;Lille;59350'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, ligne 3 : ligne incomplète : 15 cellules
    attendu : 17 cellules, comme dans la ligne d’en-tête
    pour corriger : cherchez un séparateur ou un retour à la ligne de trop, ou qui manque`,
  },
  {
    name: 'ligne trop longue : un point-virgule dans un texte sans guillemets',
    file: 'data/lieux/lieux.csv',
    spoil: swap('café associatif', 'café ; cantine'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, ligne 3 : ligne trop longue : 18 cellules
    attendu : 17 cellules, comme dans la ligne d’en-tête
    pour corriger : cherchez un séparateur ou un retour à la ligne de trop, ou qui manque`,
  },
  {
    name: 'ligne trop longue, à importer',
    file: 'scdl.csv',
    spoil: swap('Travaux', 'Travaux, étage'),
    outcome: 'refusé',
    said: `
  3 lignes lues, 2 reprises
scdl.csv : 1 erreur
  Erreur, cellule P3 : cellule en trop : un séparateur dans un texte sans guillemets a décalé la ligne
    lu : « 1 »
    attendu : 15 cellules, comme dans la ligne d’en-tête
    pour corriger : mettez ce texte entre guillemets, ou rouvrez le fichier d’origine dans le tableur
1 erreur dans 1 fichier. Rien n’est écrit.
  corrigez ces cellules à la source, ou laissez leurs lignes de côté : --sans 3`,
  },
  {
    name: 'retour à la ligne dans une cellule sans guillemets',
    file: 'data/lieux/lieux.csv',
    spoil: swap('atelier de réparation', 'atelier\nde réparation'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, ligne 2 : ligne coupée en deux : sa suite est à la ligne 3
    attendu : un enregistrement par ligne, ou des guillemets autour du texte
    pour corriger : remettez les deux lignes bout à bout`,
  },
  {
    name: 'toute la ligne dans une seule cellule',
    file: 'data/lieux/lieux.csv',
    spoil: eachLine((line) => `"${line}"`),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, ligne 1 : toute la ligne d’en-tête est dans une seule cellule
    lu : « id;nom;commune;code_insee;latitude;longitude;position;types;… (153 caractères) »
    attendu : une première ligne avec les noms des colonnes : « id », « nom », « commune », « code_insee », « latitude », « longitude », « position », « types »…
    pour corriger : reprenez le fichier d’origine et ouvrez-le avec le bon séparateur`,
  },
  {
    name: 'colonne renommée',
    file: 'data/lieux/lieux.csv',
    spoil: swap('site_web', 'site internet'),
    outcome: 'lu autrement',
    said: `
data/lieux/lieux.csv : 1 avertissement
  Avertissement, cellule K1, colonne « site internet » : colonne renommée : elle n’est pas lue
    attendu : une colonne « site_web »
    le plus proche : « site_web »
    pour corriger : rendez à la colonne le nom attendu`,
  },
  {
    name: 'colonne obligatoire renommée',
    file: 'data/lieux/lieux.csv',
    spoil: swap('id;nom;', 'id;noms;'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule B1, colonne « noms » : colonne renommée : elle n’est pas lue
    attendu : une colonne « nom »
    le plus proche : « nom »
    pour corriger : rendez à la colonne le nom attendu`,
  },
  {
    name: 'colonne obligatoire absente',
    file: 'data/reperes/reperes.csv',
    spoil: eachLine((line) =>
      line
        .split(';')
        .filter((_, at) => at !== 4)
        .join(';'),
    ),
    outcome: 'refusé',
    said: `
data/reperes/reperes.csv : 1 erreur
  Erreur, ligne 1, colonne « libelle » : colonne obligatoire absente
    attendu : une colonne « libelle »
    pour corriger : ajoutez la colonne, ou rendez son nom à celle qui l’a perdu`,
  },
  {
    name: 'colonne obligatoire absente, à importer',
    file: 'scdl.csv',
    spoil: eachLine((line) =>
      line
        .split(',')
        .filter((_, at) => at !== 1)
        .join(','),
    ),
    outcome: 'refusé',
    said: `
  3 lignes lues, 0 reprise
scdl.csv : 1 erreur
  Erreur, ligne 1, colonne « idAttribuant » : colonne obligatoire absente
    attendu : une colonne « idAttribuant »
    pour corriger : ajoutez la colonne, ou rendez son nom à celle qui l’a perdu
1 erreur dans 1 fichier. Rien n’est écrit.`,
  },
  {
    name: 'colonne en double',
    file: 'data/lieux/lieux.csv',
    spoil: eachLine((line, index) => `${line};${index === 0 ? 'commune' : 'Laon'}`),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule R1, colonne « commune » : colonne en double : elle est déjà en C
    attendu : une seule colonne de ce nom
    pour corriger : gardez une seule des deux colonnes`,
  },
  {
    name: 'colonne en double, à importer',
    file: 'opendatasoft.csv',
    spoil: eachLine((line, index) => `${line};${index === 0 ? 'commune' : 'Laon'}`),
    outcome: 'mêmes lignes',
    said: `
Corrigé ou à regarder
  commune : colonne en double, laissée de côté : c’est la colonne D qui est lue, 1 cellule (J1)
1 colonne laissée de côté
  sans place dans notre schéma : commune`,
  },
  {
    name: 'colonne inconnue dans l’enquête',
    file: 'data/enquete/enquete-2026.csv',
    spoil: eachLine((line, index) => `${line};${index === 0 ? 'Remarques' : ''}`),
    outcome: 'refusé',
    said: `
data/enquete/enquete-2026.csv : 1 erreur
  Erreur, cellule BX1, colonne « Remarques » : colonne inconnue, refusée
    attendu : les colonnes du dictionnaire seulement
    pour corriger : supprimez la colonne, ou donnez-lui le nom du dictionnaire`,
  },
  {
    name: 'colonne inconnue dans l’annuaire',
    file: 'data/lieux/lieux.csv',
    spoil: eachLine((line, index) => `${line};${index === 0 ? 'photo' : 'oui'}`),
    outcome: 'mêmes lignes',
    said: `
data/lieux/lieux.csv : 1 avertissement
  Avertissement, cellule R1, colonne « photo » : colonne inconnue, ignorée
    attendu : les colonnes du dictionnaire seulement
    pour corriger : rien à faire si elle ne sert pas ; sinon, donnez-lui le nom du dictionnaire`,
  },
  {
    name: 'colonne inconnue, à importer',
    file: 'opendatasoft.csv',
    spoil: eachLine((line, index) => `${line};${index === 0 ? 'photo' : 'oui'}`),
    outcome: 'mêmes lignes',
    said: `
1 colonne laissée de côté
  sans place dans notre schéma : photo`,
  },
  {
    name: 'colonnes dans un autre ordre',
    file: 'data/lieux/lieux.csv',
    spoil: eachLine((line) => line.split(';').reverse().join(';')),
    outcome: 'mêmes lignes',
    said: '',
  },
];
