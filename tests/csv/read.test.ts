import { describe, expect, test } from 'vitest';
import { amount, integer, oneOf, severalOf, slug, text } from '../../src/csv/kinds.ts';
import { readText, tellFaults } from './read-text.ts';

const columns = {
  id: slug({ title: 'Identifiant', required: true, unique: true }),
  nom: text({ title: 'Nom du lieu', required: true, aliases: ['lieu'] }),
  forme: oneOf({ asso: 'Association', scic: 'Scic' }, { title: 'Forme juridique' }),
  activites: severalOf({ bureau: 'Bureau', atelier: 'Atelier' }, { title: 'Activités' }),
  budget: amount({ title: 'Budget', unit: '€' }),
};
const HEADER = 'Identifiant;Nom du lieu;Forme juridique;Activités;Budget';
const lines = (...records: string[]) => [HEADER, ...records].join('\n');

describe('rows', () => {
  test('are plain objects, one property a column', () => {
    const { rows, faults } = readText(lines('epi;L’Épi;Scic;Bureau;"1 234,50 €"', 'gare;La Gare;;;'), columns);
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      { id: 'epi', nom: 'L’Épi', forme: 'scic', activites: ['bureau'], budget: 123_450 },
      { id: 'gare', nom: 'La Gare', forme: null, activites: [], budget: null },
    ]);
    expect(rows.filter((row) => row.forme === 'scic')).toHaveLength(1);
  });

  test('bear the constants of their file', () => {
    const { rows } = readText(
      'id;nom\na;A',
      { id: columns.id, nom: columns.nom },
      { constants: { millesime: '3001' } },
    );
    expect(rows).toEqual([{ millesime: '3001', id: 'a', nom: 'A' }]);
  });

  test.each([
    ['commas', 'id,nom,forme,activites,budget\na,A,Scic,"Bureau,Atelier","1,5"'],
    ['tabs', 'id\tnom\tforme\tactivites\tbudget\na\tA\tScic\tBureau|Atelier\t1,5'],
    ['a declared separator', 'sep=,\nid,nom,forme,activites,budget\na,A,Scic,"Bureau,Atelier","1,5"'],
    ['CRLF', 'id;nom;forme;activites;budget\r\na;A;Scic;"Bureau;Atelier";1,5\r\n'],
    ['CR', 'id;nom;forme;activites;budget\ra;A;Scic;Bureau|Atelier;1,5\r'],
    ['mixed line ends', 'id;nom;forme;activites;budget\r\na;A;Scic;"Bureau\nAtelier";1,5\n\r'],
    [
      'titles in capitals, without accents, spaced',
      ' IDENTIFIANT ; lieu;FORME  JURIDIQUE;ACTIVITES;budget\na;A;Scic;Bureau,Atelier;1,5',
    ],
    [
      'blank lines and empty trailing rows',
      '\nid;nom;forme;activites;budget\n\na;A;Scic;Bureau,Atelier;1,5\n;;;;\n   ;;;;\n\n',
    ],
    ['every cell quoted', '"id";"nom";"forme";"activites";"budget"\n"a";"A";"Scic";"Bureau;Atelier";"1,5"'],
  ])('are the same with %s', (_, csv) => {
    const { rows, faults } = readText(csv, columns);
    expect(faults).toEqual([]);
    expect(rows).toEqual([{ id: 'a', nom: 'A', forme: 'scic', activites: ['bureau', 'atelier'], budget: 150 }]);
  });

  test('quotes are undone', () => {
    const { rows } = readText('id;nom\na;"Dit ""la Gare"" ; ici"\nb;sans "guillemets" autour', {
      id: columns.id,
      nom: columns.nom,
    });
    expect(rows.map(({ nom }) => nom)).toEqual(['Dit "la Gare" ; ici', 'sans "guillemets" autour']);
  });

  test('a refused optional cell reads as empty; a refused required cell makes no row; both are not sound', () => {
    const { rows, soundRows } = readText(lines('a;A;???;;', ';B;;;', 'c;C;;;'), columns);
    expect(rows.map(({ id, forme }) => [id, forme])).toEqual([
      ['a', null],
      ['c', null],
    ]);
    expect(soundRows.map(({ id }) => id)).toEqual(['c']);
  });
});

describe('faults', () => {
  test('tell file, line, column, value, what was expected and the nearest value, all at once', () => {
    const csv = lines('epi;L’Épi;Asociation;Bureau;abc', '../x;<b>Gare</b>;Scic;Bureau,Cuizine;', 'epi;;Scic;;1,234');
    expect(tellFaults(csv, columns)).toMatchInlineSnapshot(`
      "lieux.csv : 8 erreurs

        Colonne A « Identifiant » : 2 erreurs

          Erreur, cellule A3 : chemin de fichier
            lu : « ../x »
            attendu : un identifiant en minuscules sans accent, chiffres et traits d’union, d’au plus 80 caractères
            le plus proche : « x »

          Erreur, cellule A4 : valeur déjà présente à la ligne 2
            lu : « epi »
            attendu : une valeur différente à chaque ligne
            pour corriger : gardez une seule des lignes, ou donnez à chacune sa valeur

        Colonne B « Nom du lieu » : 2 erreurs

          Erreur, cellule B3 : balise HTML
            lu : « <b>Gare</b> »
            attendu : un texte simple
            pour corriger : ressaisissez le texte à la main, sans le coller

          Erreur, cellule B4 : cellule vide
            attendu : un texte d’au plus 2 000 caractères
            pour corriger : remplissez la cellule, ou supprimez la ligne si elle ne sert pas

        Erreur, cellule C2, colonne « Forme juridique »
          lu : « Asociation »
          attendu : « Association » ou « Scic »
          le plus proche : « Association »

        Erreur, cellule D3, colonne « Activités » : réponse inconnue « Cuizine »
          lu : « Bureau,Cuizine »
          attendu : une ou plusieurs réponses, séparées par « ; », parmi « Bureau » ou « Atelier »
          pour corriger : choisissez dans la liste, ou prévenez l’équipe si une réponse y manque

        Colonne E « Budget » : 2 erreurs

          Erreur, cellule E2
            lu : « abc »
            attendu : un montant en euros, avec au plus deux décimales
            pour corriger : n’écrivez que des chiffres ; une case vide veut dire que nous ne savons pas

          Erreur, cellule E4 : des milliers ou des décimales : ce nombre se lit de deux façons
            lu : « 1,234 »
            attendu : un montant en euros, avec au plus deux décimales
            pour corriger : enlevez le signe entre les milliers : « 12500,50 » ou « 12 500,50 »"
    `);
  });

  test('lines count those inside cells, rows of the spreadsheet do not', () => {
    const csv = lines('a;"La\nGare";;;', '', 'b;"L’\r\n\r\nÉpi";;;x', 'c;C;;;y');
    expect(readText(csv, columns).faults).toMatchObject([
      { line: 5, record: 4, value: 'x' },
      { line: 8, record: 5, value: 'y' },
    ]);
    expect(tellFaults(csv, columns)).toContain('Erreur, cellule E5 (ligne 8 du fichier)\n      lu : « y »');
  });

  test('a quote that is never closed is told where it opens', () => {
    const { rows, faults } = readText(lines('a;A;;;', 'b;"B;;;', 'c;C;;;'), columns);
    expect(rows.map(({ id }) => id)).toEqual(['a']);
    expect(faults).toEqual([
      {
        level: 'erreur',
        file: 'lieux.csv',
        line: 3,
        record: 3,
        problem: 'guillemet ouvert et jamais refermé : la suite du fichier n’a pas pu être lue',
        expected: 'un guillemet de fermeture, ou des guillemets doublés dans le texte',
      },
    ]);
  });

  test('text after a closing quote', () => {
    expect(tellFaults(lines('a;"A" bis;;;'), columns)).toContain(
      'ligne 2 : guillemet suivi de texte dans une cellule entre guillemets',
    );
  });

  test('records too short or too long', () => {
    expect(tellFaults(lines('a;A;;', 'b;B;;;;oups', 'c;C;;;;'), columns)).toMatchInlineSnapshot(`
      "lieux.csv : 2 erreurs

        Erreur, ligne 2 : ligne incomplète : 4 cellules
          attendu : 5 cellules, comme dans la ligne d’en-tête
          pour corriger : cherchez un séparateur ou un retour à la ligne de trop, ou qui manque

        Erreur, ligne 3 : ligne trop longue : 6 cellules
          attendu : 5 cellules, comme dans la ligne d’en-tête
          pour corriger : cherchez un séparateur ou un retour à la ligne de trop, ou qui manque"
    `);
  });

  test('hostile values are shown harmless and short', () => {
    const told = tellFaults(lines(`a;A\u202eB\u0007${'x'.repeat(10_000)};;;`), columns);
    expect(told).toContain('lu : « A[U+202E]B[U+0007]xxxxx');
    expect(told).toContain('x… (10 004 caractères) »');
    expect(told).not.toMatch(/[\u202e\u0007]/);
  });

  test('the same fault in a column is told once, with its lines', () => {
    const csv = lines(...Array.from({ length: 12 }, (_, index) => `l${index};L;SCOP;;`));
    expect(tellFaults(csv, columns)).toMatchInlineSnapshot(`
      "lieux.csv : 12 erreurs

        Erreur, 12 cellules, colonne « Forme juridique »
          où : C2 à C13
          lu : « SCOP »
          attendu : « Association » ou « Scic »"
    `);
  });

  test('a column that is wrong throughout is told once, with some of its values', () => {
    const csv = lines(...Array.from({ length: 12 }, (_, index) => `l${index};L;;;${index} k€`));
    expect(tellFaults(csv, columns)).toMatchInlineSnapshot(`
      "lieux.csv : 12 erreurs

        Erreur, 12 cellules, colonne « Budget »
          où : E2 à E13
          lu : « 0 k€ », « 1 k€ », « 2 k€ », « 3 k€ », « 4 k€ », « 5 k€ », « 6 k€ », « 7 k€ »…
          attendu : un montant en euros, avec au plus deux décimales
          pour corriger : n’écrivez que des chiffres ; une case vide veut dire que nous ne savons pas"
    `);
  });
});

describe('une ligne en faute le dit une fois', () => {
  test('trop courte ou trop longue, quoi que disent ses cellules', () => {
    expect(tellFaults(lines('a;A;;;', ';SCOP;x', 'b;B;;;;oups', 'c;C;;;;'), columns)).toMatchInlineSnapshot(`
      "lieux.csv : 2 erreurs

        Erreur, ligne 3 : ligne incomplète : 3 cellules
          attendu : 5 cellules, comme dans la ligne d’en-tête
          pour corriger : cherchez un séparateur ou un retour à la ligne de trop, ou qui manque

        Erreur, ligne 4 : ligne trop longue : 6 cellules
          attendu : 5 cellules, comme dans la ligne d’en-tête
          pour corriger : cherchez un séparateur ou un retour à la ligne de trop, ou qui manque"
    `);
  });

  test('l’en-tête répété et la ligne de total sont nommés', () => {
    const csv = lines('a;A;Scic;Bureau;12', HEADER, 'b;B;Scic;Bureau;30', 'Total général;;;;42');
    expect(readText(csv, columns).rows.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(tellFaults(csv, columns)).toMatchInlineSnapshot(`
      "lieux.csv : 2 erreurs

        Erreur, ligne 3 : ligne d’en-tête répétée
          attendu : un enregistrement
          pour corriger : supprimez cette ligne

        Erreur, ligne 5 : ligne de total
          attendu : un enregistrement : les totaux se recalculent
          pour corriger : supprimez cette ligne : elle serait lue comme un enregistrement"
    `);
  });

  test('un lieu peut s’appeler « Total »', () => {
    expect(readText(lines('total;Total;Scic;Bureau;x'), columns).faults).toMatchObject([{ columnName: 'Budget' }]);
  });
});

describe('un fichier abîmé en entier dit d’abord sa cause', () => {
  test('des nombres réécrits à l’anglaise', () => {
    const csv = lines(...[1, 2, 3, 4].map((n) => `l${n};L;;;"${n},234.50"`), 'm;M;;;beaucoup').replaceAll(';', ',');
    expect(tellFaults(csv, columns)).toMatchInlineSnapshot(`
      "lieux.csv : 2 erreurs

        Erreur, 4 lignes : nombres écrits à l’anglaise, dans 4 cellules de 1 colonne
          où : 2 à 5
          lu : « 1,234.50 »
          attendu : des nombres à la française : « 1 234,56 » ou « 1234,56 »
          pour corriger : rouvrez le fichier d’origine dans un tableur en français, puis enregistrez-le

        Erreur, cellule E6, colonne « Budget »
          lu : « beaucoup »
          attendu : un montant en euros, avec au plus deux décimales
          pour corriger : n’écrivez que des chiffres ; une case vide veut dire que nous ne savons pas"
    `);
  });

  test('le séparateur laissé nu dans les textes', () => {
    const csv = lines(...[1, 2, 3, 4, 5].map((n) => `l${n};L;ici;Scic;Bureau;12`), 'm;M;;;');
    expect(tellFaults(csv, columns)).toMatchInlineSnapshot(`
      "lieux.csv : 1 erreur

        Erreur, 5 lignes : lignes de longueurs différentes de celle de l’en-tête, 5 sur 6
          où : 2 à 6
          attendu : 5 cellules par ligne : dans un texte, le séparateur se met entre guillemets
          pour corriger : mettez entre guillemets les textes qui contiennent le séparateur"
    `);
  });

  test('des lignes entières entre guillemets, en-tête compris ou non', () => {
    const records = ['a;A;Scic;Bureau;12', 'b;B;Scic;Bureau;12', 'c;C;Scic;Bureau;12'].map((line) => `"${line}"`);
    expect(tellFaults(lines(...records), columns)).toMatchInlineSnapshot(`
      "lieux.csv : 1 erreur

        Erreur, 3 lignes : lignes entières dans une seule cellule, 3 sur 3
          où : 2 à 4
          attendu : 5 cellules par ligne, sans guillemets autour de la ligne entière
          pour corriger : reprenez le fichier d’origine et ouvrez-le avec le bon séparateur"
    `);
    expect(readText([`"${HEADER}"`, ...records].join('\n'), columns).faults).toMatchObject([
      { line: 1, problem: 'toute la ligne d’en-tête est dans une seule cellule' },
    ]);
  });
});

describe('the header', () => {
  test('a required column that is missing, with the header that comes closest', () => {
    expect(tellFaults('id;Non du lieu;forme;activites;budget\na;A;;;', columns)).toMatchInlineSnapshot(`
      "lieux.csv : 1 erreur

        Erreur, cellule B1, colonne « Non du lieu » : colonne renommée : elle n’est pas lue
          attendu : une colonne « Nom du lieu » (ou « nom »)
          le plus proche : « Nom du lieu »
          pour corriger : rendez à la colonne le nom attendu"
    `);
  });

  test('an unknown column is an error or a warning, as the dataset asks', () => {
    const csv = `${HEADER};Courriel\na;A;;;;x@exemple.fr`;
    expect(readText(csv, columns, { unknownColumn: 'erreur' }).faults).toMatchObject([
      { level: 'erreur', columnLetter: 'F', columnName: 'Courriel', problem: 'colonne inconnue, refusée' },
    ]);
    const { rows, faults } = readText(csv, columns, { unknownColumn: 'avertissement' });
    expect(faults).toMatchObject([{ level: 'avertissement', problem: 'colonne inconnue, ignorée' }]);
    expect(Object.keys(rows[0]!)).toEqual(Object.keys(columns));
  });

  test('a column that stands twice, by title and by id', () => {
    expect(readText(`${HEADER};budget\na;A;;;;`, columns).faults).toMatchObject([
      { level: 'erreur', columnLetter: 'F', columnName: 'budget', problem: 'colonne en double : elle est déjà en E' },
    ]);
  });

  test('a missing optional column warns, unless the questionnaire did not ask it yet', () => {
    const since = { id: columns.id, surface: integer({ title: 'Surface', since: 2026 }) };
    const told = (questionnaire: number) =>
      readText('id\na', since, { questionnaire }).faults.map(({ level, problem }) => `${level} : ${problem}`);
    expect(told(2026)).toEqual(['avertissement : colonne absente, lue comme vide']);
    expect(told(2023)).toEqual([]);
  });

  test('a nameless column is told only when something stands in it', () => {
    expect(readText(`${HEADER};\na;A;;;;`, columns).faults).toEqual([]);
    expect(readText(`${HEADER};\na;A;;;;\nb;B;;;;x`, columns).faults).toMatchObject([
      { line: 3, columnLetter: 'F', value: 'x', problem: 'colonne sans nom' },
    ]);
  });

  test('a file without header, or without anything', () => {
    expect(readText('a;A;;;\nb;B;;;', columns).faults).toMatchObject([
      { line: 1, problem: 'aucune colonne reconnue dans la ligne d’en-tête' },
    ]);
    expect(readText(' \n;;\n', columns).faults).toMatchObject([{ problem: 'fichier vide' }]);
    expect(readText('', columns).faults).toMatchObject([{ problem: 'fichier vide' }]);
  });

  test('two columns that share a name are a bug', () => {
    expect(() => readText('a', { a: text({ title: 'Nom' }), b: text({ title: 'nom' }) })).toThrow('share the name');
  });
});

test('faultAt says where the cell of a row stands', () => {
  const { rows, faultAt } = readText(lines('a;A;;;12'), columns);
  expect(faultAt(rows[0]!, 'budget', { expected: 'moins' })).toEqual({
    level: 'erreur',
    file: 'lieux.csv',
    line: 2,
    record: 2,
    character: 7,
    columnLetter: 'E',
    columnName: 'Budget',
    value: '12',
    expected: 'moins',
  });
  expect(() => faultAt({ ...rows[0]! }, 'budget', { expected: 'moins' })).toThrow('not read from this file');
});
