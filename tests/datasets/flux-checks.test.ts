import { describe, expect, test } from 'vitest';
import { describeFaults } from '../../src/report/terminal.ts';
import { plain } from '../plain.ts';
import { ledgerOf, loadLedger } from './ledgers.ts';

const told = async (...given: Parameters<typeof loadLedger>) => (await loadLedger(...given)).told;

/** What comes in goes out, and everybody agrees to be named. */
const SOUND = [
  'Financeur A > Dispositif A : 100',
  'Dispositif A > Action A : 100',
  'Action A > Association A : 60,50',
  'Action A > Salaires : 39,50',
];

test('un grand livre juste n’a ni faute ni avertissement', async () => {
  expect(await told(ledgerOf(...SOUND), { totaux: { verse: 100 } })).toEqual([]);
});

describe('ce qui entre et ce qui sort', () => {
  test('un dispositif et une action rendent ce qu’ils reçoivent, au centime près', async () => {
    const ledger = ledgerOf(
      'Financeur A > Dispositif A : 100',
      'Dispositif A > Action A : 120,01',
      'Action A > Salaires : 100',
    );
    expect(await told(ledger)).toEqual([
      'erreur, ligne 3, payeur « Dispositif A » : « Dispositif A » reçoit 100 € et donne 120,01 € (versé, numéraire, exercice 3001) : 20,01 € de trop → autant donné que reçu, ou une ligne de plus, d’un reste nommé (« Report », niveau « Reste ») à « Dispositif A » (Dispositif) : 20,01 €',
      'erreur, ligne 4, payeur « Action A » : « Action A » reçoit 120,01 € et donne 100 € (versé, numéraire, exercice 3001) : 20,01 € de moins → autant donné que reçu, ou une ligne de plus, de « Action A » (Action) à un reste nommé (« Reste à répartir », niveau « Reste ») : 20,01 €',
    ]);
  });

  test('ne rien rendre, ou rendre sans rien recevoir, est une faute aussi', async () => {
    expect(await told(ledgerOf('Financeur A > Action A : 100'))).toEqual([
      expect.stringContaining('« Action A » reçoit 100 € et donne 0 €'),
    ]);
    expect(await told(ledgerOf('Action A > Salaires : 100'))).toEqual([
      expect.stringContaining('« Action A » reçoit 0 € et donne 100 €'),
    ]);
  });

  test('un report et un reste à répartir disent la différence', async () => {
    const ledger = ledgerOf(
      'Financeur A > Action A : 100',
      'Report > Action A : 20',
      'Action A > Salaires : 90',
      'Action A > Reste à répartir : 30',
    );
    expect(await told(ledger)).toEqual([]);
  });

  test('le numéraire, les contributions et chaque statut se comptent à part', async () => {
    const ledger = ledgerOf(
      { flow: 'Financeur A > Action A : 10', nature: 'cvn' },
      'Financeur A > Action A : 5',
      'Action A > Salaires : 15',
    );
    expect(await told(ledger)).toEqual([
      expect.stringContaining('« Action A » reçoit 10 € et donne 0 € (versé, contribution volontaire en nature'),
      expect.stringContaining('« Action A » reçoit 5 € et donne 15 € (versé, numéraire'),
    ]);
  });

  test('tant qu’une cellule est fausse, rien n’est dit des sommes', async () => {
    const ledger = ledgerOf('Financeur A > Action A : cent', 'Action A > Salaires : 100');
    expect(await told(ledger)).toEqual([expect.stringMatching(/^erreur, ligne 2, montant « cent »/)]);
  });

  test('des statuts différents des deux côtés se disent une fois', async () => {
    const ledger = ledgerOf({ flow: 'Financeur A > Action A : 10', statut: 'notifie' }, 'Action A > Salaires : 10');
    expect(await told(ledger)).toEqual([
      'erreur, ligne 3, payeur « Action A » : statuts mêlés : « Action A » reçoit du « Notifié » et donne du « Versé » → le même statut des deux côtés : l’argent demandé, notifié et versé se compte à part',
    ]);
  });

  test('un total déclaré qui n’est pas celui des lignes est dit avec la différence', async () => {
    expect(await told(ledgerOf(...SOUND), { totaux: { verse: 99.5, notifie: 3 } })).toEqual([
      'erreur, resources.flux-3001.totaux.notifie « 3 € » : 3 € de plus que les lignes → 0 €, ce que donnent les financeurs en numéraire (notifié)',
      'erreur, resources.flux-3001.totaux.verse « 99,50 € » : 0,50 € de moins que les lignes → 100 €, ce que donnent les financeurs en numéraire (versé)',
    ]);
  });
});

describe('le sens de l’argent', () => {
  test('une boucle s’épelle', async () => {
    const ledger = ledgerOf(
      { flow: 'A > B : 10', levels: ['dispositif', 'action'] },
      { flow: 'B > A : 10', levels: ['action', 'dispositif'] },
    );
    expect(await told(ledger)).toEqual([
      'erreur, ligne 3, beneficiaire « A » : boucle : « A → B → A » → de l’argent qui ne revient pas à qui l’a donné ; sinon, deux noms distincts',
    ]);
  });

  test('une boucle se voit d’un niveau à l’autre, et sous une autre casse', async () => {
    const ledger = ledgerOf(
      { flow: 'Commune A1 > Dispositif A : 10', levels: ['financeur', 'dispositif'] },
      'Dispositif A > Action A : 10',
      'Action A > COMMUNE A1 : 10',
    );
    const [loop] = await told(ledger);
    expect(loop).toContain('boucle : « Commune A1 → Dispositif A → Action A → COMMUNE A1 »');
  });

  test('les boucles se disent une fois chacune, aussi nombreuses que soient les lignes', async () => {
    const ledger = ledgerOf(
      ...Array.from({ length: 200 }, (_, index) => `Financeur A > Action ${index} : 10`),
      ...Array.from({ length: 200 }, (_, index) => `Action ${index} > Salaires : 10`),
      { flow: 'X > Y : 1', levels: ['dispositif', 'action'] as const },
      { flow: 'Y > X : 1', levels: ['action', 'beneficiaire'] as const },
    );
    expect((await told(ledger)).filter((one) => one.includes('boucle'))).toHaveLength(1);
  });

  test('un lien va toujours à un niveau plus loin', async () => {
    const ledger = ledgerOf(
      'Action A > Dispositif A : 10',
      'Action B > Action C : 10',
      'Financeur A > Financeur B : 10',
      'Salaires > Association A : 10',
      'Association B > Locaux : 10',
      'Report > Reste : 5',
    );
    expect((await told(ledger)).filter((one) => one.includes(', niveau_'))).toEqual([
      'erreur, ligne 2, niveau_beneficiaire « dispositif » : lien à rebours : de « Action » à « Dispositif » → un niveau plus loin que « Action » : « Bénéficiaire », « Dépense », « Reste »',
      'erreur, ligne 3, niveau_beneficiaire « action » : le payeur et le bénéficiaire sont du même niveau → un niveau plus loin que « Action » : « Bénéficiaire », « Dépense », « Reste »',
      'erreur, ligne 4, niveau_beneficiaire « financeur » : un financeur ne fait que donner → un niveau plus loin que « Financeur » : « Dispositif », « Action », « Bénéficiaire », « Dépense », « Reste »',
      'erreur, ligne 5, niveau_payeur « depense » : une dépense ne fait que recevoir → un financeur, un dispositif, une action, ou un reste qui est un report',
      'erreur, ligne 6, niveau_payeur « beneficiaire » : un bénéficiaire ne fait que recevoir → un financeur, un dispositif, une action, ou un reste qui est un report',
      'erreur, ligne 7, niveau_beneficiaire « reste » : d’un reste à un reste → un niveau plus loin que « Reste » : « Dispositif », « Action », « Bénéficiaire », « Dépense »',
    ]);
  });

  test('un reste donne ou reçoit', async () => {
    const ledger = ledgerOf('Financeur A > Action A : 10', 'Report > Action A : 5', 'Action A > Report : 15');
    expect(await told(ledger)).toEqual([
      'erreur, ligne 3, payeur « Report » : ce reste donne et reçoit → deux noms : un report donne, un reste à répartir reçoit',
    ]);
  });
});

describe('une subvention comptée deux fois', () => {
  test('sur deux lignes', async () => {
    const ledger = ledgerOf(
      { flow: 'Financeur A > Action A : 10', convention: 'X 1' },
      { flow: 'Financeur A > Action A : 10', convention: 'x 1' },
      'Action A > Salaires : 20',
    );
    expect(await told(ledger)).toEqual([
      'erreur, ligne 3, convention « x 1 » : subvention déjà comptée à la ligne 2 → une seule ligne pour un payeur, un bénéficiaire, une convention et un statut : les acomptes s’additionnent',
    ]);
  });

  test('une fois par un dispositif, une fois tout droit', async () => {
    const ledger = ledgerOf(
      { flow: 'Financeur A > Dispositif A : 10', convention: 'X' },
      { flow: 'Financeur A > Action A : 10', convention: 'X' },
      'Dispositif A > Action A : 10',
      'Action A > Salaires : 20',
    );
    expect(await told(ledger)).toEqual([
      'erreur, ligne 3, convention « X » : subvention comptée deux fois : à la ligne 2, elle passe par « Dispositif A » → un seul chemin ; deux parts d’une même subvention portent deux références',
    ]);
  });

  test('la même référence chez un autre payeur, ou dans un autre statut, est une autre ligne', async () => {
    const statuses = ['demande', 'notifie', 'verse'].flatMap((statut) => [
      { flow: 'Financeur A > Action A : 10', convention: 'X', statut },
      { flow: 'Financeur B > Action A : 10', convention: 'X', statut },
      { flow: 'Action A > Reste : 20', statut },
    ]);
    expect(await told(ledgerOf(...statuses))).toEqual([]);
  });

  test('sans référence, deux lignes pareilles sont douteuses', async () => {
    const ledger = ledgerOf(
      'Financeur A > Action A : 10',
      'Financeur A > Action A : 10',
      'Financeur A > Action A : 11',
      'Action A > Salaires : 31',
    );
    expect(await told(ledger)).toEqual([
      'avertissement, ligne 3, montant « 10 » : tout comme la ligne 2 → une convention ou une période qui les distingue, ou une seule des deux lignes',
    ]);
  });

  test('plus notifié que demandé, plus versé que notifié, tous exercices ensemble', async () => {
    const ledger = ledgerOf(
      { flow: 'Financeur A > Action A : 10', convention: 'X', statut: 'demande' },
      { flow: 'Action A > Reste : 10', statut: 'demande' },
      { flow: 'Financeur A > Action A : 11', convention: 'X', statut: 'notifie' },
      { flow: 'Action A > Reste : 11', statut: 'notifie' },
      { flow: 'Financeur A > Action A : 6', convention: 'X' },
      'Action A > Salaires : 6',
    );
    const next = ledgerOf({ flow: 'Financeur A > Action A : 6', convention: 'X' }, 'Action A > Salaires : 6');
    expect(await told(ledger, { exercices: { 3002: next } })).toEqual([
      'avertissement, ligne 4, montant « 11 » : convention « X » : 11 € en « Notifié » pour 10 € en « Demandé » → au plus 10 €, ou la ligne « Demandé » qui manque',
      'avertissement, ligne 2, montant « 6 » : convention « X » : 12 € en « Versé » pour 11 € en « Notifié » → au plus 11 €, ou la ligne « Notifié » qui manque',
    ]);
  });
});

describe('la période', () => {
  const flow = (said: object) => [
    { flow: 'Financeur A > Action A : 10', ...said },
    { flow: 'Action A > Reste : 10', ...('statut' in said ? { statut: String(said.statut) } : {}) },
  ];

  test.each([
    [
      { debut: '3001-06-02', fin: '3001-06-01' },
      'erreur, ligne 2, fin « 3001-06-01 » : période à rebours → une fin qui ne précède pas le début',
    ],
    [
      { debut: '3002', fin: '3003' },
      'erreur, ligne 2, debut « 3002 » : période hors de l’exercice 3001 → une période qui touche à 3001, ou la ligne dans le fichier d’un autre exercice',
    ],
    [
      { debut: '2999', fin: '3000', statut: 'notifie' },
      'erreur, ligne 2, fin « 3000 » : période hors de l’exercice 3001 → une période qui touche à 3001, ou la ligne dans le fichier d’un autre exercice',
    ],
    [
      { debut: '2999', fin: '3000-12' },
      'avertissement, ligne 2, fin « 3000-12 » : versé après la fin de la période → une période qui touche à 3001, ou la ligne dans le fichier d’un autre exercice',
    ],
  ])('%o', async (said, expected) => {
    expect(await told(ledgerOf(...flow(said)))).toEqual([expected]);
  });

  test('qui touche à l’exercice, même d’un mois ou d’une année, est juste', async () => {
    for (const said of [
      { debut: '3001', fin: '3001' },
      { debut: '3001-12', fin: '3003' },
      { debut: '2999-05-02', fin: '3001-01' },
      { debut: '3001-06', fin: '3001' },
      { fin: '3001-01-01' },
    ])
      expect(await told(ledgerOf(...flow(said)))).toEqual([]);
  });
});

describe('une personne physique', () => {
  test('est refusée quand le nom le dit, signalée quand il y ressemble, et jamais nommée', async () => {
    const given = await loadLedger(
      ledgerOf(
        'Financeur A > Action A : 50',
        'Action A > Mme Camille Exemple : 10',
        { flow: 'Action A > Camille EXEMPLE : 10', convention: 'X' },
        { flow: 'Action A > Camille EXEMPLE : 10', convention: 'X' },
        'Action A > Exemple Camille EI : 10',
        'Action A > La Fabrique Exemple : 10',
      ),
    );
    expect(given.told).toEqual([
      expect.stringContaining('subvention déjà comptée à la ligne 4'),
      'erreur, ligne 3, beneficiaire « Mme C… E… » : personne physique → une structure : ce que donne ou reçoit une personne n’est pas écrit ici',
      'avertissement, ligne 4 et 5, beneficiaire « C… E… » : peut-être une personne physique → une structure ; son SIRET, ou son identifiant dans l’annuaire, lève le doute',
      'erreur, ligne 6, beneficiaire « E… C… EI » : personne physique → une structure : ce que donne ou reçoit une personne n’est pas écrit ici',
    ]);
    expect(JSON.stringify(given.faults)).not.toMatch(/Camille|Exemple/i);
  });

  test('le doute tombe avec un SIRET ou un lieu de l’annuaire', async () => {
    const ledger = ledgerOf(
      'Financeur A > Action A : 20',
      { flow: 'Action A > Camille Exemple : 10', siret: '73282932000074' },
      { flow: 'Action A > Exemple Camille : 10', lieu: 'a' },
    );
    expect(await told(ledger)).toEqual([]);
  });

  test('un financeur aussi', async () => {
    const ledger = ledgerOf(
      { flow: 'Monsieur Exemple > Action A : 10', levels: ['financeur', 'action'] },
      'Action A > Salaires : 10',
    );
    expect(await told(ledger)).toEqual([expect.stringContaining('payeur « Monsieur E… » : personne physique')]);
  });
});

describe('les noms', () => {
  test('écrits de deux façons', async () => {
    const ledger = ledgerOf(
      { flow: 'Région > Action A : 10', levels: ['financeur', 'action'] },
      { flow: 'Region > Action A : 11', levels: ['financeur', 'action'] },
      'Action A > Association Exemple : 10',
      'Action A > Association Exemples : 11',
    );
    expect(await told(ledger)).toEqual([
      'avertissement, ligne 3, payeur « Region » : nom écrit de deux façons → un même nom, toujours écrit pareil, ou deux noms bien distincts (Région)',
      'avertissement, ligne 5, beneficiaire « Association Exemples » : nom écrit de deux façons → un même nom, toujours écrit pareil, ou deux noms bien distincts (Association Exemple)',
    ]);
  });

  test('une lettre ou un nombre à la fin suffit à les distinguer, ou l’ordre de l’auteur', async () => {
    const ledger = ledgerOf(
      'Financeur A > Action Nord : 10',
      'Financeur B > Action Nords : 11',
      'Action Nord > Association 1 : 10',
      'Action Nords > Association 2 : 11',
    );
    expect(await told(ledger)).toEqual([]);
    const order = 'niveaux:\n  action:\n    - { nom: Action Lointaine }\n    - { nom: Action Lointaines }\n';
    expect(await told(ledger.replaceAll('Nord', 'Lointaine'), { order })).toEqual([]);
  });

  test('à deux niveaux', async () => {
    const ledger = ledgerOf(
      { flow: 'Financeur A > Numérique : 10', levels: ['financeur', 'dispositif'] },
      { flow: 'Numérique > Action A : 10', levels: ['dispositif', 'action'] },
      'Action A > Salaires : 10',
      { flow: 'Financeur A > Numérique : 1', levels: ['financeur', 'action'] },
      { flow: 'Numérique > Salaires : 1', levels: ['action', 'depense'] },
    );
    expect(await told(ledger)).toEqual([
      'avertissement, ligne 5, beneficiaire « Numérique » : le même nom est à deux niveaux : « Dispositif » et « Action » → un niveau pour un nom, ou deux noms distincts',
    ]);
  });

  test('que l’ordre des flux ne donne pas, aux niveaux qu’il ordonne', async () => {
    const order =
      'niveaux:\n  action:\n    - { nom: Action B }\n  financeur:\n    - { nom: Financeur A, type: etat }\n';
    const [stranger, ...others] = await told(ledgerOf(...SOUND), { order });
    expect(stranger?.replace(/\S+\/content/, 'content')).toBe(
      'avertissement, ligne 3 et 4 et 5, beneficiaire « Action A » : absent de content/flux.yaml, donc dessiné après les autres → un nom que ce fichier donne au niveau « Action » (Action B)',
    );
    expect(others).toEqual([]);
  });
});

describe('l’ordre des flux', () => {
  test('dit ses fautes avec leur ligne', async () => {
    const order =
      'niveaux:\n  actions:\n    - { nom: Action B }\n  financeur:\n    - { nom: Financeur A, type: pays }\n  depense:\n    - { nom: Salaires, type: etat }\n';
    expect(await told(ledgerOf(...SOUND), { order })).toEqual([
      'erreur, ligne 5, niveaux.financeur.0.type « pays » → « europe » ou « etat » ou « region » ou « departement » ou « intercommunalite » ou « commune » ou « organisme-public » ou « fondation » ou « entreprise » ou « propre » ou « autre »',
      'erreur, ligne 7, niveaux.depense.0.type : clé inconnue → « nom », « court »',
      'erreur, ligne 2, niveaux.actions : clé inconnue → « financeur », « dispositif », « action », « beneficiaire », « depense », « reste » (action)',
    ]);
  });

  test('ne nomme pas deux fois la même chose', async () => {
    const order =
      'niveaux:\n  financeur:\n    - { nom: Financeur A, type: etat }\n    - { nom: FINANCEUR A, type: region }\n';
    expect(await told(ledgerOf(...SOUND), { order })).toEqual([
      'erreur, ligne 4, niveaux.financeur.1.nom « FINANCEUR A » → un nom que ce niveau n’a pas encore',
    ]);
  });
});

describe('les bénéficiaires', () => {
  const payees = ['A', 'B', 'C'];

  test('un accord qui manque se dit une fois par fichier', async () => {
    const ledger = ledgerOf(
      'Financeur A > Action A : 30',
      ...payees.map((name) => ({ flow: `Action A > Association ${name} : 10`, accord: '' })),
    );
    expect(await told(ledger)).toEqual([
      'avertissement, ligne 3 et 4 et 5, accord : accord non dit pour 3 bénéficiaires → « oui » ou « non » ; sans réponse, un bénéficiaire n’est pas nommé',
    ]);
  });

  test('deux réponses différentes valent non', async () => {
    const { told: said, data } = await loadLedger(
      ledgerOf(
        'Financeur A > Action A : 41',
        { flow: 'Action A > Association A : 10', accord: 'oui' },
        { flow: 'Action A > Association A : 11', accord: 'non' },
        'Action A > Association B : 10',
        'Action A > Association C : 10',
      ),
    );
    expect(said).toEqual([
      'avertissement, ligne 3 et 4, accord « oui » : accord dit de deux façons pour un même bénéficiaire → la même réponse à chaque ligne ; d’ici là, il n’est pas nommé',
    ]);
    expect(JSON.stringify(data?.flux)).not.toContain('Association A');
  });

  test('un lieu absent de l’annuaire, et un lieu retiré, que plus rien ne nomme', async () => {
    const directory = `id;nom;source;cite_comme;retire_le\na;Un;https://example.org;tiers-lieu;2026-05-04\n`;
    const { told: said, data } = await loadLedger(
      ledgerOf(
        'Financeur A > Action A : 40',
        { flow: 'Action A > Association A : 10', lieu: 'a' },
        { flow: 'Action A > Association B : 10', lieu: 'b' },
        'Action A > Association C : 10',
        'Action A > Association D : 10',
      ),
      { files: { 'data/lieux/lieux.csv': directory } },
    );
    expect(said.filter((one) => one.includes(', lieu '))).toEqual([
      'avertissement, ligne 3, lieu « a » : lieu retiré de l’annuaire le 4 mai 2026 → un lieu qui y figure ; celui-ci est compté sans être nommé',
      'avertissement, ligne 4, lieu « b » : lieu absent de l’annuaire → l’identifiant d’un lieu de l’annuaire, ou rien (a)',
    ]);
    expect(JSON.stringify(data?.flux)).not.toContain('Association A');
  });

  test('un lieu retiré n’est nommé à aucune ligne, même à celles qui ne disent que son nom', async () => {
    const directory = `id;nom;source;cite_comme;retire_le\na;Association A;https://example.org;tiers-lieu;2026-05-04\nb;Un autre;https://example.org;tiers-lieu;2026-05-04\n`;
    const { data } = await loadLedger(
      ledgerOf(
        'Financeur A > Action A : 60',
        'Action A > Association A : 10',
        { flow: 'Action A > Association B : 20', lieu: 'b' },
        'Action A > Association C : 30',
      ),
      {
        exercices: {
          3003: ledgerOf('Financeur A > Association B : 10', 'Financeur A > Salaires : 9', 'Financeur A > Locaux : 8'),
        },
        files: { 'data/lieux/lieux.csv': directory },
      },
    );
    expect(data!.flux).toHaveLength(3);
    expect(JSON.stringify(data!.flux)).not.toMatch(/Association [AB]/);
  });

  test('sous deux noms comptent pour deux : une faute quand l’un d’eux ne veut pas être nommé', async () => {
    const lines = (accord: string) =>
      ledgerOf(
        'Financeur A > Action A : 60',
        { flow: 'Action A > Association A : 10', siret: '73282932000074', lieu: 'a' },
        { flow: 'Action A > Maison des bois : 20', siret: '73282932000074', accord },
        { flow: 'Action A > Grange des lacs : 15', lieu: 'a' },
        { flow: 'Action A > ASSOCIATION A : 15', siret: '73282932000074', lieu: 'a' },
      );
    const about = async (accord: string) => (await told(lines(accord))).filter((one) => one.includes('sous deux noms'));
    const expected = '→ un seul nom pour un bénéficiaire, sinon il compte pour deux (Association A)';
    const place = `avertissement, ligne 5, lieu « a » : un même lieu sous deux noms ${expected}`;
    const number = `ligne 4, siret « 73282932000074 » : un même SIRET sous deux noms ${expected}`;
    expect(await about('oui')).toEqual([place, `avertissement, ${number}`]);
    expect(await about('non')).toEqual([place, `erreur, ${number}`]);
  });

  test('un bénéficiaire que rien ne peut taire arrête la fabrication', async () => {
    const ledger = ledgerOf('Financeur A > Action A : 30', {
      flow: 'Action A > Association A : 30',
      accord: 'non',
    });
    const { told: said, data } = await loadLedger(ledger);
    expect(said).toEqual([
      'erreur, ligne 3, payeur « Action A » : trop peu de flux pour taire les bénéficiaires qui n’ont pas donné leur accord → leur accord, ou un payeur d’au moins trois bénéficiaires dont aucun n’a presque tout',
    ]);
    expect(data?.flux).toEqual([]);
  });
});

test('dix actions déséquilibrées : dix fois la différence, dans le rapport aussi', async () => {
  const lines = Array.from({ length: 10 }, (_, index) => [
    `Financeur A > Action ${index} : 100`,
    `Action ${index} > Salaires : ${101 + index}`,
  ]);
  const { faults } = await loadLedger(ledgerOf(...lines.flat()));
  const report = plain(describeFaults(faults));
  for (let index = 0; index < 10; index++)
    expect(report).toContain(`« Action ${index} » reçoit 100 € et donne ${101 + index} €`);
});
