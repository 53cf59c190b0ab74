import { type Damage, swap } from './damage.ts';

/** What spreadsheets, tools and hands do to numbers, dates, numbers of establishments and answers. */
export const values: readonly Damage[] = [
  // Numbers
  {
    name: 'espace dans un nombre',
    file: 'data/enquete/enquete-2026.csv',
    spoil: swap('1200,5', '1 200,5'),
    outcome: 'mêmes lignes',
    said: '',
  },
  {
    name: 'espace insécable dans un nombre',
    file: 'data/enquete/enquete-2026.csv',
    spoil: swap('12500,00', '12\u00a0500,00'),
    outcome: 'mêmes lignes',
    said: '',
  },
  {
    name: 'espace fine insécable dans un montant, à importer',
    file: 'scdl.csv',
    spoil: swap('12500.50', '"12\u202f500,50"'),
    outcome: 'mêmes lignes',
    said: `montant : écriture hors norme, corrigée, 1 cellule (I2) : « 12 500,50 » lu comme « 12500.50 »`,
  },
  {
    name: 'signe € dans un montant',
    file: 'data/enquete/enquete-2026.csv',
    spoil: swap('12500,00', '12500,00 €'),
    outcome: 'mêmes lignes',
    said: '',
  },
  {
    name: 'signe € dans un montant, à importer',
    file: 'scdl.csv',
    spoil: swap('12500.50', '"12 500,50 €"'),
    outcome: 'mêmes lignes',
    said: `montant : écriture hors norme, corrigée, 1 cellule (I2) : « 12 500,50 € » lu comme « 12500.50 »`,
  },
  {
    name: 'unité dans un nombre',
    file: 'data/enquete/enquete-2026.csv',
    spoil: swap('1200,5', '1200,5 m²'),
    outcome: 'refusé',
    said: `
data/enquete/enquete-2026.csv : 1 erreur
  Erreur, cellule N2, colonne « surface » : « m² » de trop : l’unité ne s’écrit pas dans la cellule
    lu : « 1200,5 m² »
    attendu : un nombre entre 0 et 200 000
    le plus proche : « 1200,5 »
    pour corriger : n’écrivez que le nombre : l’unité est dans le nom de la colonne`,
  },
  {
    name: 'milliers d’euros abrégés',
    file: 'data/reperes/reperes.csv',
    spoil: swap('137825,5', '138 k€'),
    outcome: 'refusé',
    said: `
data/reperes/reperes.csv : 1 erreur
  Erreur, cellule H4, colonne « valeur » : nombre abrégé « k€ » : écrivez-le en entier
    lu : « 138 k€ »
    attendu : un nombre d’au moins 0
    pour corriger : n’écrivez que le nombre : l’unité est dans le nom de la colonne`,
  },
  {
    name: 'milliers séparés par des points',
    file: 'data/enquete/enquete-2026.csv',
    spoil: swap('12500,00', '12.500,00'),
    outcome: 'refusé',
    said: `
data/enquete/enquete-2026.csv : 1 erreur
  Erreur, cellule V2, colonne « loyer_annuel » : milliers séparés par des signes
    lu : « 12.500,00 »
    attendu : un montant en euros d’au moins 0 €, avec au plus deux décimales
    le plus proche : « 12500,00 »
    pour corriger : enlevez le signe entre les milliers : « 12500,50 » ou « 12 500,50 »`,
  },
  {
    name: 'milliers séparés par des points, à importer',
    file: 'scdl.csv',
    spoil: swap('12500.50', '"12.500,50"'),
    outcome: 'mêmes lignes',
    said: `montant : milliers séparés par des signes, 1 cellule (I2) : « 12.500,50 » lu comme « 12500.50 »`,
  },
  {
    name: 'nombre à l’anglaise',
    file: 'data/enquete/enquete-2026.csv',
    spoil: swap('12500,00', '12,500.00'),
    outcome: 'refusé',
    said: `
data/enquete/enquete-2026.csv : 1 erreur
  Erreur, cellule V2, colonne « loyer_annuel » : milliers séparés par des signes
    lu : « 12,500.00 »
    attendu : un montant en euros d’au moins 0 €, avec au plus deux décimales
    le plus proche : « 12500,00 »
    pour corriger : enlevez le signe entre les milliers : « 12500,50 » ou « 12 500,50 »`,
  },
  {
    name: 'nombre à l’anglaise, à importer',
    file: 'scdl.csv',
    spoil: swap('12500.50', '"12,500.50"'),
    outcome: 'mêmes lignes',
    said: `montant : milliers séparés par des signes, 1 cellule (I2) : « 12,500.50 » lu comme « 12500.50 »`,
  },
  {
    name: 'trois décimales, ou des milliers : « 12.500 »',
    file: 'data/enquete/enquete-2026.csv',
    spoil: swap('12500,00', '12.500'),
    outcome: 'refusé',
    said: `
data/enquete/enquete-2026.csv : 1 erreur
  Erreur, cellule V2, colonne « loyer_annuel » : des milliers ou des décimales : ce nombre se lit de deux façons
    lu : « 12.500 »
    attendu : un montant en euros d’au moins 0 €, avec au plus deux décimales
    pour corriger : enlevez le signe entre les milliers : « 12500,50 » ou « 12 500,50 »`,
  },
  {
    name: 'des milliers lus comme des décimales : « 4.000 » emplois',
    file: 'data/enquete/enquete-2026.csv',
    spoil: swap(';4;2;', ';4.000;2;'),
    outcome: 'refusé',
    said: `
data/enquete/enquete-2026.csv : 1 erreur
  Erreur, cellule AH2, colonne « emplois_total » : des milliers ou des décimales : ce nombre se lit de deux façons
    lu : « 4.000 »
    attendu : un nombre entier d’au moins 0
    pour corriger : enlevez le signe entre les milliers : « 12500,50 » ou « 12 500,50 »`,
  },
  {
    name: 'trois décimales, ou des milliers, dans une surface',
    file: 'data/enquete/enquete-2026.csv',
    spoil: swap('1200,5', '1.200'),
    outcome: 'lu autrement',
    said: `
data/enquete/enquete-2026.csv : 1 avertissement
  Avertissement, cellule N2, colonne « surface » : des milliers ou des décimales : ce nombre se lit de deux façons
    lu : « 1.200 »
    attendu : un nombre sans signe entre les milliers ; les trois derniers chiffres sont lus comme des décimales
    pour corriger : enlevez le signe entre les milliers : « 12500,50 » ou « 12 500,50 »`,
  },
  {
    name: 'milliers séparés par des points, sans décimales',
    file: 'data/reperes/reperes.csv',
    spoil: swap('137825,5', '1.137.825'),
    outcome: 'refusé',
    said: `
data/reperes/reperes.csv : 1 erreur
  Erreur, cellule H4, colonne « valeur » : milliers séparés par des signes
    lu : « 1.137.825 »
    attendu : un nombre d’au moins 0
    le plus proche : « 1137825 »
    pour corriger : enlevez le signe entre les milliers : « 12500,50 » ou « 12 500,50 »`,
  },
  {
    name: 'montant négatif d’une subvention',
    file: 'scdl.csv',
    spoil: swap('12500.50', '-12500.50'),
    outcome: 'lu autrement',
    said: `montant : montant négatif, qui se retranche des autres, 1 cellule (I2) : « -12500.50 »`,
  },
  {
    name: 'nombre négatif',
    file: 'data/enquete/enquete-2026.csv',
    spoil: swap(';800;', ';-800;'),
    outcome: 'refusé',
    said: `
data/enquete/enquete-2026.csv : 1 erreur
  Erreur, cellule N3, colonne « surface »
    lu : « -800 »
    attendu : un nombre entre 0 et 200 000`,
  },
  {
    name: 'pourcentage de 120',
    file: 'data/reperes/reperes.csv',
    spoil: swap('45,5', '120'),
    outcome: 'refusé',
    said: `
data/reperes/reperes.csv : 1 erreur
  Erreur, cellule H3, colonne « valeur »
    lu : « 120 »
    attendu : un pourcentage entre 0 et 100`,
  },
  {
    name: 'pourcentage avec son signe',
    file: 'data/reperes/reperes.csv',
    spoil: swap('45,5', '45,5 %'),
    outcome: 'refusé',
    said: `
data/reperes/reperes.csv : 1 erreur
  Erreur, cellule H3, colonne « valeur » : « % » de trop : l’unité ne s’écrit pas dans la cellule
    lu : « 45,5 % »
    attendu : un nombre d’au moins 0
    le plus proche : « 45,5 »
    pour corriger : n’écrivez que le nombre : l’unité est dans le nom de la colonne`,
  },
  {
    name: 'un détail plus grand que son total',
    file: 'data/enquete/enquete-2026.csv',
    spoil: (sound) => sound.replace(';4;2;', ';4;12;'),
    outcome: 'refusé',
    said: `
data/enquete/enquete-2026.csv : 1 erreur
  Erreur, cellule AI2, colonne « emplois_femmes » : plus que « Emplois directs »
    lu : « 12 »
    attendu : au plus 4
    pour corriger : vérifiez les deux nombres : l’un compte une partie de l’autre`,
  },
  {
    name: 'erreur de formule : « #REF! »',
    file: 'data/enquete/enquete-2026.csv',
    spoil: swap('1200,5', '#REF!'),
    outcome: 'refusé',
    said: `
data/enquete/enquete-2026.csv : 1 erreur
  Erreur, cellule N2, colonne « surface »
    lu : « #REF! »
    attendu : un nombre entre 0 et 200 000
    pour corriger : n’écrivez que des chiffres ; une case vide veut dire que nous ne savons pas`,
  },
  {
    name: 'colonne trop étroite : « ##### »',
    file: 'data/enquete/enquete-2026.csv',
    spoil: swap('1200,5', '#####'),
    outcome: 'refusé',
    said: `
data/enquete/enquete-2026.csv : 1 erreur
  Erreur, cellule N2, colonne « surface »
    lu : « ##### »
    attendu : un nombre entre 0 et 200 000
    pour corriger : n’écrivez que des chiffres ; une case vide veut dire que nous ne savons pas`,
  },
  {
    name: 'part de subvention en pour cent, à importer',
    file: 'scdl.csv',
    spoil: swap('2025-04-15,,non,1', '2025-04-15,,non,100'),
    outcome: 'refusé',
    said: `
  3 lignes lues, 2 reprises
scdl.csv : 1 erreur
  Erreur, cellule O2, colonne « pourcentageSubvention » : sans doute en pour cent : « 80 % » s’écrit « 0.8 »
    lu : « 100 »
    attendu : un nombre de 0.01 à 1, avec un point décimal
    pour corriger : divisez par 100 : la part de qui reçoit tout est 1
1 erreur dans 1 fichier. Rien n’est écrit.
  corrigez ces cellules à la source, ou laissez leurs lignes de côté : --sans 2`,
  },

  // Numbers of establishments
  {
    name: 'SIRET sans son zéro initial',
    file: 'data/subventions/subventions-2025.csv',
    spoil: swap('05000000100011', '5000000100011'),
    outcome: 'refusé',
    said: `
data/subventions/subventions-2025.csv : 1 erreur
  Erreur, cellule F2, colonne « idBeneficiaire » : zéro initial perdu
    lu : « 5000000100011 »
    attendu : un SIRET de 14 chiffres dont la clé est juste
    le plus proche : « 05000000100011 »
    pour corriger : mettez la colonne au format texte, puis ressaisissez`,
  },
  {
    name: 'SIRET sans son zéro initial, à importer',
    file: 'scdl.csv',
    spoil: swap('05000000100011', '5000000100011'),
    outcome: 'mêmes lignes',
    said: `idBeneficiaire : zéro initial perdu, 1 cellule (F2) : « 5000000100011 » lu comme « 05000000100011 »`,
  },
  {
    name: 'SIRET arrondi : « 4,50325E+13 »',
    file: 'data/subventions/subventions-2025.csv',
    spoil: swap('99000000200016', '4,50325E+13'),
    outcome: 'refusé',
    said: `
data/subventions/subventions-2025.csv : 1 erreur
  Erreur, cellule F3, colonne « idBeneficiaire » : SIRET arrondi par un tableur : les derniers chiffres sont perdus
    lu : « 4,50325E+13 »
    attendu : le SIRET de 14 chiffres, à reprendre à sa source dans une colonne de texte
    pour corriger : reprenez le numéro à sa source, dans une colonne au format texte`,
  },
  {
    name: 'SIRET arrondi, à importer',
    file: 'scdl.csv',
    spoil: swap('45032466000007', '"4,50325E+13"'),
    outcome: 'refusé',
    said: `
  3 lignes lues, 2 reprises
scdl.csv : 1 erreur
  Erreur, cellule F4, colonne « idBeneficiaire » : SIRET arrondi par un tableur : les derniers chiffres sont perdus
    lu : « 4,50325E+13 »
    attendu : le SIRET de 14 chiffres, à reprendre à sa source dans une colonne de texte
    pour corriger : reprenez le numéro à sa source, dans une colonne au format texte
1 erreur dans 1 fichier. Rien n’est écrit.
  corrigez ces cellules à la source, ou laissez leurs lignes de côté : --sans 4`,
  },
  {
    name: 'SIRET à décimale : « 45032466000000.0 »',
    file: 'scdl.csv',
    spoil: swap('45032466000007', '45032466000000.0'),
    outcome: 'refusé',
    said: `
  3 lignes lues, 2 reprises
scdl.csv : 1 erreur
  Erreur, cellule F4, colonne « idBeneficiaire » : SIRET arrondi par un tableur : les derniers chiffres sont perdus
    lu : « 45032466000000.0 »
    attendu : le SIRET de 14 chiffres, à reprendre à sa source dans une colonne de texte
    pour corriger : reprenez le numéro à sa source, dans une colonne au format texte
1 erreur dans 1 fichier. Rien n’est écrit.
  corrigez ces cellules à la source, ou laissez leurs lignes de côté : --sans 4`,
  },
  {
    name: 'SIRET arrondi, réécrit en entier : « 45032466000000 »',
    file: 'scdl.csv',
    spoil: swap('45032466000007', '45032466000000'),
    outcome: 'refusé',
    said: `
  3 lignes lues, 2 reprises
scdl.csv : 1 erreur
  Erreur, cellule F4, colonne « idBeneficiaire » : SIRET arrondi par un tableur : les derniers chiffres sont perdus
    lu : « 45032466000000 »
    attendu : le SIRET de 14 chiffres, à reprendre à sa source dans une colonne de texte
    pour corriger : reprenez le numéro à sa source, dans une colonne au format texte
1 erreur dans 1 fichier. Rien n’est écrit.
  corrigez ces cellules à la source, ou laissez leurs lignes de côté : --sans 4`,
  },
  {
    name: 'SIREN au lieu d’un SIRET',
    file: 'scdl.csv',
    spoil: swap('45032466000007', '450324660'),
    outcome: 'refusé',
    said: `
  3 lignes lues, 2 reprises
scdl.csv : 1 erreur
  Erreur, cellule F4, colonne « idBeneficiaire » : SIREN (9 chiffres) au lieu d’un SIRET
    lu : « 450324660 »
    attendu : un SIRET de 14 chiffres dont la clé est juste
    pour corriger : cherchez les 14 chiffres de l’établissement sur annuaire-entreprises.data.gouv.fr
1 erreur dans 1 fichier. Rien n’est écrit.
  corrigez ces cellules à la source, ou laissez leurs lignes de côté : --sans 4`,
  },
  {
    name: 'SIRET dont la clé est fausse',
    file: 'scdl.csv',
    spoil: swap('45032466000007', '45032466000008'),
    outcome: 'refusé',
    said: `
  3 lignes lues, 2 reprises
scdl.csv : 1 erreur
  Erreur, cellule F4, colonne « idBeneficiaire » : clé fausse
    lu : « 45032466000008 »
    attendu : un SIRET de 14 chiffres dont la clé est juste
    pour corriger : un chiffre est faux : reprenez le numéro à sa source
1 erreur dans 1 fichier. Rien n’est écrit.
  corrigez ces cellules à la source, ou laissez leurs lignes de côté : --sans 4`,
  },
  {
    name: 'SIRET écrit avec des espaces, à importer',
    file: 'scdl.csv',
    spoil: swap('45032466000007', '450 324 660 00007'),
    outcome: 'mêmes lignes',
    said: `idBeneficiaire : écriture hors norme, corrigée, 1 cellule (F4) : « 450 324 660 00007 » lu comme « 45032466000007 »`,
  },

  // Dates
  {
    name: 'date devenue un nombre',
    file: 'data/lieux/lieux.csv',
    spoil: swap('2024-05-13', '45425'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule N2, colonne « cite_le » : date devenue un nombre dans un tableur
    lu : « 45425 »
    attendu : une date AAAA, AAAA-MM ou AAAA-MM-JJ
    le plus proche : « 2024-05-13 »
    pour corriger : remettez la colonne au format date, année d’abord, puis enregistrez`,
  },
  {
    name: 'date devenue un nombre, à importer',
    file: 'scdl.csv',
    spoil: swap('2025-03-30,A-1', '45746,A-1'),
    outcome: 'mêmes lignes',
    said: `dateConvention : date devenue un nombre dans un tableur, 1 cellule (C2) : « 45746 » lu comme « 2025-03-30 »`,
  },
  {
    name: 'date à la française',
    file: 'data/lieux/lieux.csv',
    spoil: swap('2024-05-13', '13/05/2024'),
    outcome: 'mêmes lignes',
    said: '',
  },
  {
    name: 'date à la française, à importer',
    file: 'scdl.csv',
    spoil: swap('2025-03-30,A-1', '30/03/2025,A-1'),
    outcome: 'mêmes lignes',
    said: `dateConvention : écriture hors norme, corrigée, 1 cellule (C2) : « 30/03/2025 » lu comme « 2025-03-30 »`,
  },
  {
    name: 'date à l’américaine, mois impossible',
    file: 'data/lieux/lieux.csv',
    spoil: swap('2024-05-13', '05/13/2024'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule N2, colonne « cite_le » : cette date n’existe pas
    lu : « 05/13/2024 »
    attendu : une date AAAA, AAAA-MM ou AAAA-MM-JJ
    pour corriger : vérifiez le jour et le mois : un tableur en anglais les échange`,
  },
  {
    name: 'jour impossible',
    file: 'data/lieux/lieux.csv',
    spoil: swap('2024-05-13', '2024-02-30'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule N2, colonne « cite_le » : cette date n’existe pas
    lu : « 2024-02-30 »
    attendu : une date AAAA, AAAA-MM ou AAAA-MM-JJ
    pour corriger : vérifiez le jour et le mois : un tableur en anglais les échange`,
  },
  {
    name: 'jour impossible, à importer',
    file: 'scdl.csv',
    spoil: swap('2025-03-30,A-1', '2025-02-30,A-1'),
    outcome: 'refusé',
    said: `
  3 lignes lues, 2 reprises
scdl.csv : 1 erreur
  Erreur, cellule C2, colonne « dateConvention » : cette date n’existe pas
    lu : « 2025-02-30 »
    attendu : une date AAAA-MM-JJ
    pour corriger : vérifiez le jour et le mois : un tableur en anglais les échange
1 erreur dans 1 fichier. Rien n’est écrit.
  corrigez ces cellules à la source, ou laissez leurs lignes de côté : --sans 2`,
  },
  {
    name: 'année sur deux chiffres',
    file: 'data/lieux/lieux.csv',
    spoil: swap('2024-05-13', '13/05/24'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule N2, colonne « cite_le »
    lu : « 13/05/24 »
    attendu : une date AAAA, AAAA-MM ou AAAA-MM-JJ
    pour corriger : écrivez l’année d’abord : 2026, 2026-03 ou 2026-03-15`,
  },
  {
    name: 'mois en lettres',
    file: 'data/lieux/lieux.csv',
    spoil: swap('2024-05-13', 'mai-24'),
    outcome: 'refusé',
    said: `
data/lieux/lieux.csv : 1 erreur
  Erreur, cellule N2, colonne « cite_le » : mois écrit en lettres
    lu : « mai-24 »
    attendu : une date AAAA, AAAA-MM ou AAAA-MM-JJ
    le plus proche : « 2024-05 »
    pour corriger : écrivez le mois en chiffres`,
  },
  {
    name: 'année d’ouverture impossible',
    file: 'data/enquete/enquete-2026.csv',
    spoil: swap(';2015;', ';215;'),
    outcome: 'refusé',
    said: `
data/enquete/enquete-2026.csv : 1 erreur
  Erreur, cellule C2, colonne « ouverture »
    lu : « 215 »
    attendu : une date AAAA, AAAA-MM ou AAAA-MM-JJ, depuis 1900`,
  },
  {
    name: 'ouverture après l’enquête',
    file: 'data/enquete/enquete-2026.csv',
    spoil: swap(';2015;', ';2035;'),
    outcome: 'refusé',
    said: `
data/enquete/enquete-2026.csv : 1 erreur
  Erreur, cellule C2, colonne « ouverture » : après l’enquête
    lu : « 2035 »
    attendu : une année jusqu’à 2027
    pour corriger : vérifiez l’année`,
  },
  {
    name: 'période écrite avec un souligné, à importer',
    file: 'scdl.csv',
    spoil: swap('2025-04-15/2025-12-31', '2025/04/15_2025/12/31'),
    outcome: 'mêmes lignes',
    said: `datesPeriodeVersement : écriture hors norme, corrigée, 1 cellule (L3) : « 2025/04/15_2025/12/31 » lu comme « 2025-04-15/2025-12-31 »`,
  },
  {
    name: 'période à rebours',
    file: 'data/subventions/subventions-2025.csv',
    spoil: swap('2025-04-15/2025-12-31', '2025-12-31/2025-04-15'),
    outcome: 'lu autrement',
    said: `
data/subventions/subventions-2025.csv : 1 avertissement
  Avertissement, cellule L3, colonne « datesPeriodeVersement » : période à rebours
    lu : « 2025-12-31/2025-04-15 »
    attendu : une fin qui ne précède pas le début
    pour corriger : échangez le début et la fin, ou corrigez l’un des deux`,
  },
  {
    name: 'subvention d’une autre année que son fichier',
    file: 'data/subventions/subventions-2025.csv',
    spoil: swap('2025-03-30;A-1', '2024-03-30;A-1'),
    outcome: 'lu autrement',
    said: `
data/subventions/subventions-2025.csv : 1 avertissement
  Avertissement, cellule C2, colonne « dateConvention » : convention d’une autre année que celle du fichier, 2025
    lu : « 2024-03-30 »
    attendu : une date de 2025, ou la ligne dans le fichier de 2024
    pour corriger : corrigez la date, ou déplacez la ligne dans le fichier de cette année`,
  },

  // Answers
  {
    name: 'VRAI et FAUX',
    file: 'data/enquete/enquete-2026.csv',
    spoil: (sound) => sound.replace(';oui;', ';VRAI;').replace(';non;', ';FAUX;'),
    outcome: 'mêmes lignes',
    said: '',
  },
  {
    name: 'VRAI et FAUX, à importer',
    file: 'google-forms.csv',
    spoil: (sound) => sound.replace(',Oui', ',VRAI').replace(',Non', ',FAUX'),
    outcome: 'mêmes lignes',
    said: '',
  },
  {
    name: 'NC',
    file: 'data/enquete/enquete-2026.csv',
    spoil: swap('1200,5', 'NC'),
    outcome: 'refusé',
    said: `
data/enquete/enquete-2026.csv : 1 erreur
  Erreur, cellule N2, colonne « surface » : réponse inconnue : laissez la cellule vide
    lu : « NC »
    attendu : un nombre entre 0 et 200 000
    pour corriger : videz la cellule : une case vide veut dire que nous ne savons pas`,
  },
  {
    name: 'N/A, à importer',
    file: 'google-forms.csv',
    spoil: swap('"12500,50"', 'N/A'),
    outcome: 'lu autrement',
    said: `Loyer annuel : réponse inconnue : lue comme une cellule vide, 1 cellule (G2) : « N/A »`,
  },
  {
    name: 'tiret',
    file: 'data/enquete/enquete-2026.csv',
    spoil: swap(';2015;', ';-;'),
    outcome: 'refusé',
    said: `
data/enquete/enquete-2026.csv : 1 erreur
  Erreur, cellule C2, colonne « ouverture » : réponse inconnue : laissez la cellule vide
    lu : « - »
    attendu : une date AAAA, AAAA-MM ou AAAA-MM-JJ, depuis 1900
    pour corriger : videz la cellule : une case vide veut dire que nous ne savons pas`,
  },
  {
    name: 'point d’interrogation, à importer',
    file: 'google-forms.csv',
    spoil: swap(',Oui', ',?'),
    outcome: 'lu autrement',
    said: `Travaux prévus : réponse inconnue : lue comme une cellule vide, 1 cellule (I2) : « ? »`,
  },
  {
    name: 'réponse absente codée 0, à importer',
    file: 'cget.csv',
    spoil: swap('59000,Lille,59350', '0,Lille,59350'),
    outcome: 'mêmes lignes',
    said: `
Corrigé ou à regarder
  CP : valeur absente codée « 0 », 1 cellule (C3) : « 0 »`,
  },
  {
    name: 'réponse inconnue, mais proche',
    file: 'data/enquete/enquete-2026.csv',
    spoil: swap('Scic', 'Sicc'),
    outcome: 'refusé',
    said: `
data/enquete/enquete-2026.csv : 1 erreur
  Erreur, cellule D3, colonne « forme_juridique »
    lu : « Sicc »
    attendu : « Association », « SARL, SA ou SAS », « Organisme public », « Scic », « Scop », « Autre forme » ou « Collectif sans forme juridique »
    le plus proche : « Scic »`,
  },
  {
    name: 'réponse inconnue parmi plusieurs',
    file: 'data/enquete/enquete-2026.csv',
    spoil: swap('"Coworking; Fablab"', '"Coworking; Fabalb"'),
    outcome: 'refusé',
    said: `
data/enquete/enquete-2026.csv : 1 erreur
  Erreur, cellule W2, colonne « activites » : réponse inconnue « Fabalb »
    lu : « Coworking; Fabalb »
    attendu : une ou plusieurs réponses, séparées par « ; », parmi « Coworking », « Culture », « Fablab », « Ateliers artisanaux partagés », « Alimentation et cuisine partagée », « Café, cantine ou restaurant », « Accompagnement de projets », « Formation », « Médiation numérique », « Réemploi et réparation », « Jardin ou agriculture », « Résidences d’artistes »… (14 au total)
    le plus proche : « Fablab »
    pour corriger : choisissez dans la liste, ou prévenez l’équipe si une réponse y manque`,
  },
  {
    name: 'réponse inconnue, à importer',
    file: 'google-forms.csv',
    spoil: swap('"Coworking, Fablab"', '"Coworking, un four à pain"'),
    outcome: 'refusé',
    said: `
  2 lignes lues, 1 reprise
google-forms.csv : 1 erreur
  Erreur, cellule E2, colonne « Activités » : réponse inconnue « un four à pain »
    lu : « Coworking, un four à pain »
    attendu : une ou plusieurs réponses, séparées par « ; », parmi « Coworking », « Culture », « Fablab », « Ateliers artisanaux partagés », « Alimentation et cuisine partagée », « Café, cantine ou restaurant », « Accompagnement de projets », « Formation », « Médiation numérique », « Réemploi et réparation », « Jardin ou agriculture », « Résidences d’artistes »… (14 au total)
    pour corriger : choisissez dans la liste, ou prévenez l’équipe si une réponse y manque
1 erreur dans 1 fichier. Rien n’est écrit.
  corrigez ces cellules à la source, ou laissez leurs lignes de côté : --sans 2`,
  },
  {
    name: 'réponses séparées par des retours à la ligne, à importer',
    file: 'google-forms.csv',
    spoil: swap('"Coworking, Fablab"', '"Coworking\nFablab"'),
    outcome: 'mêmes lignes',
    said: '',
  },
  {
    name: 'la réponse et ses cases se contredisent',
    file: 'bdftl-activites.csv',
    spoil: swap('Coworking;1;0;0', 'Coworking;0;0;1'),
    outcome: 'mêmes lignes',
    said: `
bdftl-fiche.csv
bdftl-activites.csv
Activités : les cases cochées disent « Formation » : la cellule de réponses l’emporte, 1 cellule (C2) : « Coworking »`,
  },
  {
    name: 'case ni cochée ni vide',
    file: 'bdftl-activites.csv',
    spoil: swap('Coworking;1;0;0', 'Coworking;1;2;0'),
    outcome: 'refusé',
    said: `
  4 lignes lues dans 2 fichiers, 1 reprise
bdftl-activites.csv : 1 erreur
  Erreur, cellule E2, colonne « Fablab » : ni cochée ni vide
    lu : « 2 »
    attendu : « 1 » ou « 0 », « oui » ou « non », ou rien
1 erreur dans 1 fichier. Rien n’est écrit.
  corrigez ces cellules à la source, ou laissez leurs lignes de côté : --sans bdftl-activites.csv:2`,
  },
  {
    name: 'ID_UNIQUE absent d’une ligne',
    file: 'bdftl-activites.csv',
    spoil: swap('34;', ';'),
    outcome: 'lu autrement',
    said: `
bdftl-fiche.csv
ID_UNIQUE : identifiant absent de « bdftl-activites.csv » : ses réponses restent vides, 1 cellule (A3) : « 34 »
bdftl-activites.csv
ID_UNIQUE : ligne sans identifiant : laissée de côté, 1 cellule (A3)`,
  },
  {
    name: 'ID_UNIQUE absent d’un thème',
    file: 'bdftl-activites.csv',
    spoil: swap('34;Le Garage Fictif;Fablab;0;1;0\n', ''),
    outcome: 'lu autrement',
    said: `
3 lignes lues dans 2 fichiers, 2 reprises
  ID_UNIQUE : identifiant absent de « bdftl-activites.csv » : ses réponses restent vides, 1 cellule (A3) : « 34 »`,
  },
  {
    name: 'colonne ID_UNIQUE renommée',
    file: 'bdftl-activites.csv',
    spoil: swap('ID_UNIQUE', 'ID'),
    outcome: 'refusé',
    said: `
  2 lignes lues, 2 reprises
    71 questions de l’enquête absentes, lues comme vides : « Forme juridique, Vocation principale, Labels, Cercle territo… (1 584 caractères) »
bdftl-activites.csv : 1 erreur
  Erreur, ligne 1 : aucun format connu n’a cet en-tête
    lu : « ID ; NOM ; Activités ; Coworking ; Fablab et 1 autre »
    attendu : pour le format le plus proche, « Liste de lieux d’un tableur », il manque « commune »
    pour corriger : si ces colonnes portent d’autres noms, dites lesquels dans un fichier donné par --colonnes (data/LISEZMOI.md)
1 erreur dans 1 fichier. Rien n’est écrit.`,
  },
  {
    name: 'un lieu deux fois dans un thème',
    file: 'bdftl-activites.csv',
    spoil: swap('34;Le Garage Fictif;Fablab;0;1;0', '12;L’Atelier Imaginaire;Fablab;0;1;0'),
    outcome: 'refusé',
    said: `
  4 lignes lues dans 2 fichiers, 1 reprise
    ID_UNIQUE : identifiant absent de « bdftl-activites.csv » : ses réponses restent vides, 1 cellule (A3) : « 34 »
    VILLE : code INSEE absent, trouvé par le nom et le code postal, 1 cellule (C3) : « Lille » lu comme « 59350 »
bdftl-activites.csv : 2 erreurs
  Colonne A « ID_UNIQUE » : 2 erreurs
    Erreur, cellule A2 : même identifiant qu’à la ligne 3 : aucune réponse n’est choisie à votre place
      lu : « 12 »
      attendu : une ligne par lieu : corrigez l’identifiant, ou écartez une ligne avec --sans
    Erreur, cellule A3 : même identifiant qu’à la ligne 2 : aucune réponse n’est choisie à votre place
      lu : « 12 »
      attendu : une ligne par lieu : corrigez l’identifiant, ou écartez une ligne avec --sans
2 erreurs dans 1 fichier. Rien n’est écrit.
  corrigez ces cellules à la source, ou laissez leurs lignes de côté : --sans bdftl-activites.csv:2-3`,
  },
  {
    name: 'deux années dans un même formulaire',
    file: 'google-forms.csv',
    spoil: swap('2026/03/13', '2025/12/13'),
    outcome: 'refusé',
    said: `
  2 lignes lues, 0 reprise
google-forms.csv : 1 erreur
  Erreur, cellule A1, colonne « Horodateur » : réponses de plusieurs années : 2025 et 2026
    attendu : l’année de l’enquête, avec --millesime AAAA
1 erreur dans 1 fichier. Rien n’est écrit.
  à taper :
    npm run importer -- … --millesime AAAA`,
  },
  {
    name: 'subvention à une personne',
    file: 'data/subventions/subventions-2025.csv',
    spoil: swap('Association A', 'Mme Fictive Exemple'),
    outcome: 'refusé',
    said: `
data/subventions/subventions-2025.csv : 1 erreur
  Erreur, cellule E2, colonne « nomBeneficiaire » : subvention à une personne physique
    lu : « Mme F… E… »
    attendu : une structure : ce que reçoit une personne n’est pas publié ici
    pour corriger : supprimez la ligne ; si c’est une structure, écrivez le nom de celle-ci`,
  },
  {
    name: 'subvention deux fois',
    file: 'data/subventions/subventions-2025.csv',
    spoil: (sound) => `${sound + sound.trimEnd().split('\n').at(-1)}\n`,
    outcome: 'lu autrement',
    said: `
data/subventions/subventions-2025.csv : 1 avertissement
  Avertissement, cellule I4, colonne « montant » : subvention déjà comptée à une autre ligne
    lu : « 8000 »
    attendu : une seule ligne pour une décision, un objet et un bénéficiaire
    pour corriger : supprimez la ligne de trop ; si ce sont deux aides, corrigez la référence`,
  },
  {
    name: 'subvention deux fois, à importer',
    file: 'scdl.csv',
    spoil: (sound) => `${sound + sound.trimEnd().split('\n').at(-1)}\n`,
    outcome: 'lu autrement',
    said: `
  4 lignes lues, 4 reprises
    montant : subvention déjà comptée à une autre ligne, 1 cellule (I5) : « 1500 »
scdl.csv : 1 avertissement
  Avertissement, ligne 5 : même contenu que la ligne 4 : elle compterait deux fois
    attendu : chaque ligne une seule fois
data/subventions/subventions-2025.csv (nouveau) : 4 lignes`,
  },
  {
    name: 'cellule obligatoire vide',
    file: 'data/reperes/reperes.csv',
    spoil: swap('Part des lieux', ''),
    outcome: 'refusé',
    said: `
data/reperes/reperes.csv : 1 erreur
  Erreur, cellule E3, colonne « libelle » : cellule vide
    attendu : un texte d’au plus 80 caractères
    pour corriger : remplissez la cellule, ou supprimez la ligne si elle ne sert pas`,
  },
  {
    name: 'repère sans source',
    file: 'data/reperes/reperes.csv',
    spoil: swap('https://example.org/b', ''),
    outcome: 'refusé',
    said: `
data/reperes/reperes.csv : 1 erreur
  Erreur, cellule P4, colonne « url » : repère sans source
    attendu : une adresse ou, à défaut, une référence
    pour corriger : écrivez d’où vient ce nombre`,
  },
];
