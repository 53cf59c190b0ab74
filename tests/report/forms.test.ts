import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/csv/fault.ts';
import { integer, oneOf, severalOf, slug, text } from '../../src/csv/kinds.ts';
import { readCsv } from '../../src/csv/read.ts';
import { forms } from '../../src/report/forms.ts';
import { gatherFaults } from '../../src/report/gather.ts';
import { describeFaults } from '../../src/report/terminal.ts';
import { plain } from '../plain.ts';

const columns = {
  id: slug({ title: 'id', required: true, unique: true }),
  nom: text({ title: 'nom', required: true }),
  forme: oneOf({ asso: 'Association', scic: 'Scic' }, { title: 'forme' }),
  publics: severalOf({ tous: 'Tout public', jeunes: 'Jeunes' }, { title: 'publics' }),
  surface: integer({ title: 'surface', min: 0 }),
};
const csv = [
  'id;nom;forme;publics;surface',
  'a;Lieu A;Asociation;Tout public;120',
  ...[1, 2, 3, 4, 5, 6].map((n) => `b${n};Lieu B${n};Scic;Tout public;${n}0 m²`),
  'c;"demander Julie, 06 12 34 56 78 ou julie@example.org";Scic;julie@example.org;12',
  'd;Lieu D;Scic;100 %, « 12:30 »;12',
].join('\n');
const yaml: Fault = {
  level: 'erreur',
  file: 'content/observatoire.yaml',
  line: 4,
  columnName: 'resau',
  problem: 'clé inconnue',
  expected: '« nom », « reseau »',
  nearest: 'reseau',
};
const doubt: Fault = {
  level: 'avertissement',
  file: 'data/lieux, et autres/100%.csv',
  line: 9,
  record: 9,
  character: 12,
  also: [
    { line: 10, record: 10 },
    { line: 11, record: 11 },
    { line: 20, record: 19 },
  ],
  columnLetter: 'AB',
  columnName: 'surface',
  value: '<b>12:00, "un" & 50%</b>\nsuite',
  problem: 'environ 12 fois plus',
  expected: 'une réponse du même ordre',
};
const faults: readonly Fault[] = [
  ...readCsv(new TextEncoder().encode(csv), { file: 'data/lieux/lieux.csv', columns }).faults,
  yaml,
  doubt,
];

test('au terminal, une faute seule se lit avec son compte ; aucune, le compte seul', () => {
  const alone = plain(forms.terminal([doubt], [], { width: 80 }));
  expect(alone).toContain('  Avertissement, ');
  expect(alone.trimEnd().split('\n\n').at(-1)).toBe('1 avertissement dans 1 fichier.');
  expect(forms.terminal([], [], { width: 80 }).trim().split('\n')).toHaveLength(1);
});

test('au terminal : par fichier et par colonne, une ligne d’écran de 80 signes', () => {
  expect(plain(forms.terminal(faults, [], { width: 80 }))).toMatchInlineSnapshot(`
    "data/lieux/lieux.csv : 10 erreurs

      Erreur, cellule B9, colonne « nom » : personne à contacter
        lu : « … J… … 06… … j…@… »
        attendu : un texte sans adresse électronique, ni téléphone, ni personne à
          contacter
        pour corriger : effacez ce qui permet de joindre quelqu’un

      Erreur, cellule C2, colonne « forme »
        lu : « Asociation »
        attendu : « Association » ou « Scic »
        le plus proche : « Association »

      Colonne D « publics » : 2 erreurs

        Erreur, cellule D9 : réponse inconnue « j…@… »
          lu : « j…@… »
          attendu : une ou plusieurs réponses, séparées par « ; », parmi « Tout
            public » ou « Jeunes »
          pour corriger : choisissez dans la liste, ou prévenez l’équipe si une
            réponse y manque

        Erreur, cellule D10 : réponse inconnue « 100 % »
          lu : « 100 %, « 12:30 » »
          attendu : une ou plusieurs réponses, séparées par « ; », parmi « Tout
            public » ou « Jeunes »
          pour corriger : choisissez dans la liste, ou prévenez l’équipe si une
            réponse y manque

      Erreur, 6 cellules, colonne « surface » : « m² » de trop : l’unité ne s’écrit
        pas dans la cellule
        où : E3 à E8
        lu : « 10 m² » → « 10 », « 20 m² » → « 20 », « 30 m² » → « 30 », « 40 m² » →
          « 40 », « 50 m² » → « 50 », « 60 m² » → « 60 »
        attendu : un nombre entier d’au moins 0
        pour corriger : n’écrivez que le nombre : l’unité est dans le nom de la
          colonne

    content/observatoire.yaml : 1 erreur

      Erreur, ligne 4, clé « resau » : clé inconnue
        attendu : « nom », « reseau »
        le plus proche : « reseau »
        pour corriger : corrigez le nom de la clé, ou supprimez la ligne

    data/lieux, et autres/100%.csv : 1 avertissement

      Avertissement, 4 cellules, colonne « surface » : environ 12 fois plus
        où : AB9 à AB11, AB19
        lu : « <b>12:00, "un" & 50%</b>⏎suite »
        attendu : une réponse du même ordre
        pour corriger : vérifiez l’unité et les zéros ; si la réponse est juste,
          rien à faire

    11 erreurs et 1 avertissement dans 3 fichiers.
    "
  `);
});

test('en couleurs, le texte est le même', () => {
  const coloured = describeFaults(faults, { width: 80, colour: true });
  expect(coloured).toContain('\u001b[31mErreur');
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(describeFaults(faults, { width: 80 }));
});

test('en JSON : les mêmes blocs, chaque lieu nommé', () => {
  expect(JSON.parse(plain(forms.json([...faults.slice(0, 1), doubt], ['Rien d’autre.'])))).toMatchInlineSnapshot(`
    {
      "avertissements": 1,
      "erreurs": 1,
      "fichiers": [
        {
          "avertissements": 0,
          "colonnes": [
            {
              "avertissements": 0,
              "erreurs": 1,
              "fautes": [
                {
                  "attendu": "« Association » ou « Scic »",
                  "lieux": [
                    {
                      "cellule": "C2",
                      "ligneDuFichier": 2,
                      "ligneDuTableur": 2,
                      "signe": 10,
                    },
                  ],
                  "lu": [
                    {
                      "plusProche": "Association",
                      "valeur": "Asociation",
                    },
                  ],
                  "niveau": "erreur",
                },
              ],
              "genre": "colonne",
              "lettre": "C",
              "nom": "forme",
            },
          ],
          "erreurs": 1,
          "fichier": "data/lieux/lieux.csv",
        },
        {
          "avertissements": 1,
          "colonnes": [
            {
              "avertissements": 1,
              "erreurs": 0,
              "fautes": [
                {
                  "attendu": "une réponse du même ordre",
                  "lieux": [
                    {
                      "cellule": "AB9",
                      "ligneDuFichier": 9,
                      "ligneDuTableur": 9,
                      "signe": 12,
                    },
                    {
                      "cellule": "AB10",
                      "ligneDuFichier": 10,
                      "ligneDuTableur": 10,
                    },
                    {
                      "cellule": "AB11",
                      "ligneDuFichier": 11,
                      "ligneDuTableur": 11,
                    },
                    {
                      "cellule": "AB19",
                      "ligneDuFichier": 20,
                      "ligneDuTableur": 19,
                    },
                  ],
                  "lu": [
                    {
                      "valeur": "<b>12:00, "un" & 50%</b>⏎suite",
                    },
                  ],
                  "niveau": "avertissement",
                  "pourCorriger": "vérifiez l’unité et les zéros ; si la réponse est juste, rien à faire",
                  "probleme": "environ 12 fois plus",
                },
              ],
              "genre": "colonne",
              "lettre": "AB",
              "nom": "surface",
            },
          ],
          "erreurs": 0,
          "fichier": "data/lieux, et autres/100%.csv",
        },
      ],
      "remarques": [
        "Rien d’autre.",
      ],
    }
  `);
});

test('pour GitHub : sur le fichier et la ligne, les signes à lui échappés', () => {
  expect(plain(forms.github(faults))).toMatchInlineSnapshot(`
    "::error file=data/lieux/lieux.csv,line=9,col=3,title=Erreur%2C cellule B9%2C colonne « nom »::personne à contacter%0Alu : « … J… … 06… … j…@… »%0Aattendu : un texte sans adresse électronique, ni téléphone, ni personne à contacter%0Apour corriger : effacez ce qui permet de joindre quelqu’un
    ::error file=data/lieux/lieux.csv,line=2,col=10,title=Erreur%2C cellule C2%2C colonne « forme »::lu : « Asociation »%0Aattendu : « Association » ou « Scic »%0Ale plus proche : « Association »
    ::error file=data/lieux/lieux.csv,line=9,col=62,title=Erreur%2C cellule D9%2C colonne « publics »::réponse inconnue « j…@… »%0Alu : « j…@… »%0Aattendu : une ou plusieurs réponses, séparées par « ; », parmi « Tout public » ou « Jeunes »%0Apour corriger : choisissez dans la liste, ou prévenez l’équipe si une réponse y manque
    ::error file=data/lieux/lieux.csv,line=10,col=15,title=Erreur%2C cellule D10%2C colonne « publics »::réponse inconnue « 100 %25 »%0Alu : « 100 %25, « 12:30 » »%0Aattendu : une ou plusieurs réponses, séparées par « ; », parmi « Tout public » ou « Jeunes »%0Apour corriger : choisissez dans la liste, ou prévenez l’équipe si une réponse y manque
    ::error file=data/lieux/lieux.csv,line=3,col=29,title=Erreur%2C 6 cellules%2C colonne « surface »::« m² » de trop : l’unité ne s’écrit pas dans la cellule%0Aoù : E3 à E8%0Alu : « 10 m² » → « 10 », « 20 m² » → « 20 », « 30 m² » → « 30 », « 40 m² » → « 40 », « 50 m² » → « 50 », « 60 m² » → « 60 »%0Aattendu : un nombre entier d’au moins 0%0Apour corriger : n’écrivez que le nombre : l’unité est dans le nom de la colonne
    ::error file=content/observatoire.yaml,line=4,title=Erreur%2C ligne 4%2C clé « resau »::clé inconnue%0Aattendu : « nom », « reseau »%0Ale plus proche : « reseau »%0Apour corriger : corrigez le nom de la clé, ou supprimez la ligne
    ::warning file=data/lieux%2C et autres/100%25.csv,line=9,col=12,title=Avertissement%2C 4 cellules%2C colonne « surface »::environ 12 fois plus%0Aoù : AB9 à AB11, AB19%0Alu : « <b>12:00, "un" & 50%25</b>⏎suite »%0Aattendu : une réponse du même ordre%0Apour corriger : vérifiez l’unité et les zéros ; si la réponse est juste, rien à faire
    11 erreurs et 1 avertissement dans 3 fichiers.
    "
  `);
});

describe('la page à envoyer', () => {
  const page = forms.html(faults, ['Secret statistique\n  Territoire <1> : 3 réponses']);

  test('dit ce que dit le terminal', () => {
    const [, body = ''] = forms.html([...faults.slice(0, 1), doubt], ['Secret\n  Territoire <1> : 3']).split('<main>');
    expect(plain(body)).toMatchInlineSnapshot(`
      "
      <h1>1 erreur et 1 avertissement</h1>
      <p>Une erreur arrête la fabrication du site : le site déjà en ligne ne bouge pas.</p>
      <p class="soft">« D4 » est la cellule de la colonne D, ligne 4, dans un tableur. Cette page cite des cellules de vos fichiers, réponses à l’enquête comprises : gardez-la dans l’équipe.</p>
      <ul>
      <li><a href="#fichier-1">data/lieux/lieux.csv</a> : 1 erreur</li>
      <li><a href="#fichier-2">data/lieux, et autres/100%.csv</a> : 1 avertissement</li>
      </ul>
      <section aria-labelledby="fichier-1">
      <h2 id="fichier-1">data/lieux/lieux.csv</h2>
      <p class="soft">1 erreur</p>
      <h3>Colonne C « forme » : 1 erreur</h3>
      <article>
      <p><span class="level">Erreur</span>, cellule C2</p>
      <dl>
      <dt>lu</dt><dd>« Asociation »</dd>
      <dt>attendu</dt><dd>« Association » ou « Scic »</dd>
      <dt>le plus proche</dt><dd class="advice">« Association »</dd>
      </dl>
      </article>
      </section>
      <section aria-labelledby="fichier-2">
      <h2 id="fichier-2">data/lieux, et autres/100%.csv</h2>
      <p class="soft">1 avertissement</p>
      <h3>Colonne AB « surface » : 1 avertissement</h3>
      <article class="avertissement">
      <p><span class="level">Avertissement</span>, 4 cellules : environ 12 fois plus</p>
      <dl>
      <dt>où</dt><dd>AB9 à AB11, AB19</dd>
      <dt>lu</dt><dd>« &lt;b&gt;12:00, &quot;un&quot; &amp; 50%&lt;/b&gt;⏎suite »</dd>
      <dt>attendu</dt><dd>une réponse du même ordre</dd>
      <dt>pour corriger</dt><dd class="advice">vérifiez l’unité et les zéros ; si la réponse est juste, rien à faire</dd>
      </dl>
      </article>
      </section>
      <section>
      <h2>Secret</h2>
      <p class="lines">Territoire &lt;1&gt; : 3</p>
      </section>
      </main>
      </body>
      </html>
      "
    `);
  });

  test('ne demande rien au dehors et n’exécute rien', () => {
    expect(page).not.toMatch(/<script|https?:|\ssrc=|url\(|@import|<link|<img|\son\w+=/i);
    expect(page).toContain("default-src 'none'");
  });

  test.each([
    ['avec des fautes', page],
    ['sans faute', forms.html([], [])],
  ])('est du HTML correct et accessible, %s', async (_, html) => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:a11y'],
      rules: { 'no-raw-characters': 'off', 'tel-non-breaking': 'off', 'long-title': 'off' },
    });
    const { results } = await validator.validateString(html);
    expect(results.flatMap(({ messages }) => messages.map(({ line, ruleId }) => `${line} ${ruleId}`))).toEqual([]);
  });
});

test('aucune forme ne répète une donnée personnelle', () => {
  const leaky: Fault = { ...yaml, value: 'x', nearest: 'julie@example.org', columnName: 'julie@example.org' };
  for (const form of Object.values(forms)) {
    const told = form([...faults, leaky], [], {});
    expect(told).not.toMatch(/julie|12 34 56|12.?34.?56/i);
    expect(told).toContain('j…@…');
  }
});

test('une colonne inconnue est dite à part, trente ensemble', () => {
  const unknown = (names: readonly string[]) =>
    readCsv(new TextEncoder().encode(`id;nom;forme;publics;surface;${names.join(';')}\na;Lieu A`), {
      file: 'data/lieux/lieux.csv',
      columns,
    }).faults;
  const told = (names: readonly string[]) =>
    gatherFaults(unknown(names)).files[0]!.groups.flatMap(({ blocks }) =>
      blocks.filter(({ problem = '' }) => problem.startsWith('colonne inconnue')),
    );
  expect(told(['zzz'])).toMatchObject([{ places: [{ cell: 'F1' }] }]);
  const names = Array.from({ length: 30 }, (_, at) => `zzz ${at}`);
  expect(told(names)).toMatchObject([{ names, places: { length: 30 } }]);
});

test('une remarque se coupe à l’écran, derrière sa marge', () => {
  const note = 'Remarque\n  une ligne plus longue que les quarante colonnes d’un écran étroit';
  expect(forms.terminal([], [note], { width: 40 })).toBe(
    'Aucune erreur.\n\nRemarque\n  une ligne plus longue que les quarante\n    colonnes d’un écran étroit\n',
  );
});

test('rien à dire', () => {
  expect(forms.terminal([], [], {})).toBe('Aucune erreur.\n');
  expect(forms.github([])).toBe('Aucune erreur.\n');
  expect(JSON.parse(forms.json([], []))).toEqual({ erreurs: 0, avertissements: 0, fichiers: [], remarques: [] });
});

test('deux cents fautes d’une sorte sont un bloc, soixante colonnes absentes aussi', () => {
  const zeros = Array.from({ length: 200 }, (_, at): Fault => {
    const line = at < 150 ? at + 2 : at * 2;
    const code = String(2400 + (at % 7));
    const nearest = `0${code}`;
    return { ...doubt, also: [], line, record: line, value: code, nearest, problem: 'zéro initial perdu' };
  });
  const absent = Array.from({ length: 60 }, (_, at): Fault => {
    const { level, file } = doubt;
    const columnName = `question ${at}`;
    return {
      level,
      file,
      line: 1,
      record: 1,
      columnName,
      problem: 'colonne absente',
      expected: `une colonne « ${at} »`,
    };
  });
  expect(gatherFaults([...zeros, ...absent]).files[0]!.groups.flatMap(({ blocks }) => blocks)).toHaveLength(2);
  expect(plain(describeFaults([...zeros, ...absent], { width: 80 }))).toMatchInlineSnapshot(`
    "data/lieux, et autres/100%.csv : 260 avertissements

      Avertissement, ligne 1 : colonne absente
        colonnes : « question 0 », « question 1 », « question 2 », « question 3 »,
          « question 4 », « question 5 », « question 6 », « question 7 » et 52
          autres
        attendu : une colonne « 0 », etc.
        pour corriger : rien à faire si la question n’a pas été posée ; sinon,
          rendez son nom à la colonne

      Avertissement, 200 cellules, colonne « surface » : zéro initial perdu
        où : AB2 à AB151, AB300, AB302, AB304, AB306, AB308, AB310, AB312 et 43
          autres
        lu : « 2400 » → « 02400 », « 2401 » → « 02401 », « 2402 » → « 02402 »,
          « 2403 » → « 02403 », « 2404 » → « 02404 », « 2405 » → « 02405 », « 2406 »
          → « 02406 »
        attendu : une réponse du même ordre
        pour corriger : mettez la colonne au format texte, puis ressaisissez"
  `);
});
