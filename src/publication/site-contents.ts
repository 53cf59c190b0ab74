import { CHAPTERS } from '../components/chapters.ts';
import { describeSources } from '../components/describe-sources.ts';
import { metadataPath, TABLES_WORKBOOK } from '../components/download-paths.ts';
import { embedPath, oembedPath } from '../components/embed-places.ts';
import { yearsOf } from '../components/figure-years.ts';
import { homeContents } from '../components/home-contents.ts';
import { findLead } from '../components/lead-figure.ts';
import { mapFeatures } from '../components/map-features.ts';
import { type OpenFile, openFiles } from '../components/open-rows.ts';
import { PNG_WIDTHS } from '../components/png-widths.ts';
import { NUMBERS, type PortraitChapter, portraitContents, wholeChapter } from '../components/portrait-contents.ts';
import { pressFigures } from '../components/press-figures.ts';
import { territoryPath } from '../components/territories.ts';
import { ownPageOf } from '../components/text-places.ts';
import type { Resource } from '../datasets/datapackage.ts';
import { datasets } from '../datasets/index.ts';
import type { Lieu } from '../datasets/lieux.ts';
import { nameMillesime } from '../datasets/millesimes.ts';
import { publicRecords } from '../datasets/records.ts';
import type { Repere } from '../datasets/reperes.ts';
import { nameTerritory } from '../datasets/territories.ts';
import { tableFile } from '../model/table-file.ts';
import { type Book, type BookChapter, bindBook, findTarget, REFERENCES } from '../observatory/edition/book.ts';
import { nameOfSize, PHOTO_WIDTHS } from '../observatory/edition/photo-sizes.ts';
import type { EditionCard } from '../observatory/edition-cards.ts';
import type { Card, FigureView } from '../observatory/figure-view.ts';
import { judgeConformity } from '../observatory/self-check.ts';
import { type FigureParts, type PartsOf, rememberParts } from './figure-parts.ts';
import { errataOf, frozenAddresses, recordOf } from './frozen-addresses.ts';
import { partsOfDirectory, partsOfPlace } from './place-parts.ts';
import type { Side } from './side.ts';
import { partsOfCommunes, partsOfNearby, partsOfTerritories, partsOfTerritory } from './territory-parts.ts';
import { partsOfText } from './text-parts.ts';
import type { Part, Thing } from './thing.ts';

/** What stands at each address of an observatory; the first part is what the address is about. */
export type SiteContents = ReadonlyMap<string, readonly Part[]>;

interface Contents {
  readonly side: Side;
  readonly partsOf: PartsOf;
  /** Path under which the whole site lies: links bear it. */
  readonly base: string;
}

type Address = readonly [address: string, parts: readonly Part[]];

/**
 * Every address of an observatory whose bytes come from data or texts, with what it shows, read where the pages
 * themselves read it. A new page is a line here; tests/site/comparer.test.ts asks for it.
 */
export function siteContents(side: Side, base: string): SiteContents {
  const contents = { side, partsOf: rememberParts(), base };
  return new Map([
    ...sections(contents),
    ...figureAddresses(contents),
    ...territoryEmbeds(contents),
    ...placePages(contents),
    ...textPages(contents),
    ...editionPages(contents),
    ...files(contents),
    ...frozenAddresses(side, (address, parts) => page(address, contents, parts)),
    ...frozenOembed(contents),
  ]);
}

function sections(contents: Contents): readonly Address[] {
  const { side } = contents;
  const { figures, cards, resources, settings } = side.observatory;
  const text = (name: string) => textOf(`pages/${name}`, contents);
  const home = homeContents(side.observatory);
  const portrait = portraitContents(side.observatory);
  const hasFinancements = side.texts.some(({ name }) => name === 'pages/financements');
  return [
    page('/', contents, [
      ...text('accueil'),
      ...[home.lead, home.map].flatMap((figure) => (figure ? wholeFigure(figure, contents) : [])),
      ...home.findings.flatMap((figure) => listed(figure, 'pictured', contents)),
      ...home.cards.map(question),
      contribution(contents),
    ]),
    page('/portrait/', contents, [
      ...text('portrait'),
      ...textOf(NUMBERS, contents),
      ...[portrait.opening, portrait.squares].flatMap((figure) => (figure ? wholeFigure(figure, contents) : [])),
      ...portrait.chapters.flatMap((one) => chapter(one, contents)),
      ...partsOfTerritories(side.observatory),
      contribution(contents),
    ]),
    ...settings.territoires.map((territoire) =>
      page(territoryPath(territoire.id), contents, partsOfTerritory(territoire, side, contents.partsOf)),
    ),
    page('/pres-de-chez-moi/', contents, [...text('pres-de-chez-moi'), ...partsOfNearby(side.observatory)]),
    page('/financements/', contents, [
      ...text('financements'),
      ...(hasFinancements ? [] : chapter(wholeChapter('moyens', side.observatory), contents)),
      contribution(contents),
    ]),
    page('/lieux/', contents, [...text('lieux'), ...partsOfDirectory(side.observatory, contents.partsOf)]),
    page('/graphiques/', contents, [
      ...text('graphiques'),
      ...figures.flatMap((figure) => listed(figure, 'pictured', contents)),
      ...cards.map(question),
      contribution(contents),
    ]),
    page('/donnees/', contents, [
      ...text('donnees'),
      ...resources.map((resource) => described(resource, resources)),
      part(SETTINGS, [settings.contribuer, settings.adresse]),
    ]),
    page('/editions/', contents, [
      ...text('editions'),
      ...side.editions.map((card) =>
        part({ kind: 'edition', id: card.annee }, [
          wholeCard(card),
          settings.reseau.nom,
          nameMillesime(settings, card.annee),
        ]),
      ),
    ]),
    page('/nouveautes/', contents, announcements(contents)),
    page('/presse/', contents, [...text('presse'), ...pressNotes(contents)]),
    page('/rechercher/', contents, []),
    page('/404.html', contents, text('404')),
  ];
}

/** The page, the embed and the files of each figure. */
function figureAddresses(contents: Contents): readonly Address[] {
  const { figures, settings } = contents.side.observatory;
  const publisher = part(SETTINGS, [settings.nom, settings.region.en, settings.adresse, contents.base]);
  return figures.flatMap((figure): readonly Address[] => {
    const { id, theme, tables } = figure;
    const parts = contents.partsOf(figure);
    const one = (shown: string): readonly Part[] => [{ thing: { kind: 'figure', id }, shown }];
    const neighbours = figures.filter((other) => other.theme === theme && other.id !== id);
    return [
      page(`/graphiques/${id}/`, contents, [
        ...one(parts.whole),
        ...recordOf(id, contents.side),
        ...neighbours.flatMap((other) => listed(other, 'finding', contents)),
      ]),
      [`/integrer/${id}/`, [...one(parts.embed), ...errataOf(id, contents.side), frame(contents)]],
      [`/graphiques/${id}/carte-sociale.png`, [...one(parts.card), publisher]],
      ...oembedAddress(embedPath(figure), one(parts.whole), contents),
      [`/graphiques/${id}.svg`, [...one(parts.picture), publisher]],
      [`/graphiques/${id}.png`, [...one(parts.image), publisher]],
      [`/graphiques/${id}-${PNG_WIDTHS.small}.png`, [...one(parts.image), publisher]],
      [`/graphiques/${id}.json`, [...one(parts.json), publisher]],
      [`/graphiques/${id}.xlsx`, [...one(parts.workbook), ...licences(contents), publisher]],
      ...mapAddress(figure, contents),
      ...Object.keys(tables).flatMap((name): readonly Address[] => [
        [csvOf(id, name), one(parts.csv[name]!)],
        [metadataPath(csvOf(id, name)), [toldOf(figure, name, contents), ...licences(contents), publisher]],
      ]),
    ];
  });
}

/** The figures of territories have no files, but other sites may show them. */
function territoryEmbeds(contents: Contents): readonly Address[] {
  const { observatory } = contents.side;
  return observatory.settings.territoires.flatMap((territoire) => {
    const named = part(SETTINGS, nameTerritory(territoire, observatory));
    return observatory.figuresOf(territoire.id).flatMap((figure): readonly Address[] => {
      const thing = { kind: 'figure', id: figure.id } as const;
      const parts = contents.partsOf(figure);
      return [
        [embedPath(figure), [{ thing, shown: parts.embed }, named, frame(contents)]],
        ...oembedAddress(embedPath(figure), [{ thing, shown: parts.whole }, named], contents),
      ];
    });
  });
}

/** What a page to embed says of itself to other sites. */
function oembedAddress(embed: string, parts: readonly Part[], { side, base }: Contents): readonly Address[] {
  const { nom, region, adresse, demonstration } = side.observatory.settings;
  if (!adresse || demonstration) return [];
  return [[oembedPath(embed), [...parts, part(SETTINGS, [nom, region.en, adresse, base])]]];
}

function frozenOembed(contents: Contents): readonly Address[] {
  const { side } = contents;
  return side.frozen.flatMap(({ millesime, figures }) =>
    figures.flatMap(({ id }) => oembedAddress(`/integrer/${millesime}/${id}/`, recordOf(id, side), contents)),
  );
}

function placePages(contents: Contents): readonly Address[] {
  const { observatory } = contents.side;
  const { lieux, retraits } = observatory;
  return [
    ...lieux.map((lieu) => page(`/lieux/${lieu.id}/`, contents, partsOfPlace(lieu, observatory))),
    ...retraits.map(({ id, retire_le }) =>
      page(`/lieux/${id}/`, contents, [part({ kind: 'lieu', id }, ['retiré', retire_le])]),
    ),
  ];
}

function textPages(contents: Contents): readonly Address[] {
  return contents.side.texts.flatMap(({ name }) => {
    const address = pageOfText(name);
    const declared = name === 'pages/accessibilite' ? [part(SETTINGS, contents.side.selfCheck)] : [];
    return address ? [page(address, contents, [...textOf(name, contents), ...declared])] : [];
  });
}

function editionPages(contents: Contents): readonly Address[] {
  const { side } = contents;
  return side.editions.flatMap((card) => {
    const { annee } = card;
    const home = `/editions/${annee}/`;
    const book = bindBook(annee, side.texts, { drafts: false });
    const own = (shown: unknown) => part({ kind: 'edition', id: annee }, shown);
    const titled = ({ name, title, description }: BookChapter, whole: boolean) =>
      part({ kind: 'texte', id: name }, [title, ...(whole ? [description] : [])]);
    const cover = own([
      wholeCard(card),
      side.observatory.settings.reseau.nom,
      nameMillesime(side.observatory.settings, annee),
    ]);
    const textOfChapter = (chapter: BookChapter) => [
      ...textOf(chapter.name, contents),
      own([nameMillesime(side.observatory.settings, annee), numbersIn(chapter, book)]),
      ...photosIn(chapter, book).map((file) => own([file, side.photos.get(`${annee}/${file}`)])),
      ...(chapter.pieces.some(({ name }) => name === 'Colophon') ? [cover] : []),
    ];
    return [
      page(home, contents, [cover, ...book.chapters.map((chapter) => titled(chapter, true))]),
      page(`${home}livre/`, contents, [cover, ...book.chapters.flatMap(textOfChapter)]),
      ...book.chapters.map((chapter, index) =>
        page(`${home}${chapter.slug}/`, contents, [
          ...textOfChapter(chapter),
          ...[book.chapters[index - 1], book.chapters[index + 1]].flatMap((other) =>
            other ? [titled(other, false)] : [],
          ),
        ]),
      ),
      ...[...new Set(book.photos.map(({ file }) => file))].flatMap((file) =>
        PHOTO_WIDTHS.map(
          (width): Address => [
            `${home}photos/${nameOfSize(file, width)}`,
            [own([file, side.photos.get(`${annee}/${file}`)])],
          ],
        ),
      ),
    ];
  });
}

/** What a chapter says that other chapters decide: its own number, its figures' numbers, where its references lead. */
function numbersIn({ slug, number, pieces }: BookChapter, book: Book) {
  return [
    number,
    book.figures.filter(({ chapter }) => chapter === slug).map((figure) => figure.number),
    pieces.flatMap(({ name, attributes }): readonly unknown[] => {
      if (name === 'Terme') return [book.terms.find(({ id }) => id === attributes.id)?.chapter];
      const kind = name === 'Renvoi' ? REFERENCES.find((candidate) => attributes[candidate] !== undefined) : undefined;
      const target = kind && findTarget(book, kind, attributes[kind]!);
      return target
        ? [target.label, target.anchor, book.chapters.find((other) => other.slug === target.chapter)?.number]
        : [];
    }),
  ];
}

function photosIn({ slug }: BookChapter, { photos }: Book): readonly string[] {
  return photos.filter(({ chapter }) => chapter === slug).map(({ file }) => file);
}

/** Files that are not a figure's. */
function files(contents: Contents): readonly Address[] {
  const { side, base } = contents;
  const { settings, demonstration, resources, figures } = side.observatory;
  const { nom, region, adresse, reseau, mentions } = settings;
  const lead = findLead(figures);
  const site = part(SETTINGS, [nom, region.id, region.nom, region.en, adresse, base]);
  const opened = openFiles(side.observatory);
  const catalogued = [
    ...figures.map((figure) => downloaded(figure, contents)),
    ...resources.map((resource) => packaged(resource, resources)),
    ...opened.flatMap(recordParts),
    ...frontmatterOf('pages/donnees', side),
    site,
  ];
  const announced: readonly Address[] = demonstration
    ? []
    : [
        ['/sitemap.xml', [site, ...announcedPages(contents)]],
        [
          '/flux.xml',
          [
            ...announcements(contents),
            ...frontmatterOf('pages/accueil', side),
            part(SETTINGS, [nom, region.en, adresse, base, reseau.nom]),
          ],
        ],
        ...(adresse
          ? ([
              [
                '/catalogue.jsonld',
                [
                  ...catalogued,
                  ...frontmatterOf('pages/accueil', side),
                  part(SETTINGS, [mentions.editeur, mentions.contact]),
                ],
              ],
            ] satisfies Address[])
          : []),
      ];
  return [
    ...opened.flatMap((file): readonly Address[] => {
      const csv = `/donnees/${file.resource.name}.csv`;
      return [
        [csv, recordParts(file)],
        [
          metadataPath(csv),
          [...recordParts(file), dated(file.resource), part(SETTINGS, [nom, region.en, adresse, base])],
        ],
      ];
    }),
    ['/pres-de-chez-moi/communes.json', partsOfCommunes(side.observatory)],
    ['/datapackage.json', catalogued],
    ['/presse/images.zip', [...packed(contents), site]],
    [
      TABLES_WORKBOOK,
      [
        ...figures.map((figure) => part({ kind: 'figure', id: figure.id }, contents.partsOf(figure).sheets)),
        ...licences(contents),
        site,
      ],
    ],
    [
      '/carte-sociale.png',
      [
        ...(lead ? [part({ kind: 'figure', id: lead.id }, lead.heading)] : []),
        part(SETTINGS, lead ? [nom, region.nom] : [nom, region.nom, 'sans figure']),
      ],
    ],
    ['/robots.txt', [part(SETTINGS, adresse && [adresse, base])]],
    ...announced,
  ];
}

/** The pictures that newsrooms take together, with their legends. */
function packed({ side, partsOf }: Contents): readonly Part[] {
  return pressFigures(side.observatory).map((figure) => ({
    thing: { kind: 'figure', id: figure.id },
    shown: partsOf(figure).packed,
  }));
}

/** What the press page says of the pictures and of the observatory itself. */
function pressNotes({ side }: Contents): readonly Part[] {
  const { nom, region, adresse, mentions, contribuer } = side.observatory.settings;
  return [
    ...pressFigures(side.observatory).map(({ id, heading }) => part({ kind: 'figure', id }, heading)),
    part(SETTINGS, [nom, region.en, adresse, mentions.contact, contribuer.url]),
    ...(side.frozen.length > 0 ? [part(RECORD, side.frozen)] : []),
  ];
}

/** What is new, as the page and the feed tell it. */
function announcements({ side }: Contents): readonly Part[] {
  const { observatory, editions, journal, errata, frozen } = side;
  return [
    ...observatory.resources.map(({ name, dataset, title, date, base }) =>
      part({ kind: 'fichier', id: name }, [dataset, title, date, base]),
    ),
    ...editions.map(({ annee, title, description, dates }) =>
      part({ kind: 'edition', id: annee }, [title, description, dates.debut]),
    ),
    ...(journal.length > 0 ? [part(RECORD, journal)] : []),
    ...(frozen.length > 0 ? [part(RECORD, [errata, frozen])] : []),
  ];
}

const SETTINGS: Thing = { kind: 'reglages', id: 'observatoire' };

/** What was published and what was said of it since. */
const RECORD: Thing = { kind: 'page', id: '/nouveautes/' };

function recordParts({ dataset, resource, rows }: OpenFile): readonly Part[] {
  const [, ...records] = publicRecords(datasets[dataset], rows);
  return records.map((record, index) => part(thingOfRow(resource, rows[index]!), record));
}

/** A published number and a place have an id of their own; other rows are known by their file. */
function thingOfRow({ dataset, name }: Resource, row: object): Thing {
  if (dataset === 'reperes') return { kind: 'valeur', id: `reperes/${(row as Repere).id}` };
  if (dataset === 'lieux') return { kind: 'lieu', id: (row as Lieu).id };
  return { kind: 'fichier', id: name };
}

function announcedPages({ side }: Contents): readonly Part[] {
  const { figures, lieux, settings } = side.observatory;
  return [
    ...side.texts.flatMap(({ name }) => (hasOwnPage(name) ? [part({ kind: 'texte', id: name }, 'annoncé')] : [])),
    part(
      SETTINGS,
      settings.territoires.map(({ id }) => id),
    ),
    ...figures.map(({ id }) => part({ kind: 'figure', id }, 'annoncée')),
    ...lieux.map(({ id }) => part({ kind: 'lieu', id }, 'annoncé')),
    ...side.editions.map(({ annee }) => part({ kind: 'edition', id: annee }, 'annoncée')),
  ];
}

function hasOwnPage(text: string): boolean {
  return pageOfText(text) !== undefined || text.startsWith('editions/');
}

function pageOfText(text: string): string | undefined {
  return text.startsWith('pages/') ? ownPageOf(text.slice('pages/'.length)) : undefined;
}

function chapter({ theme, lead, others, cards, text }: PortraitChapter, contents: Contents): readonly Part[] {
  return [
    ...textOf(text, contents),
    ...[...(lead ? [lead] : []), ...others].flatMap((figure) => wholeFigure(figure, contents)),
    ...cards.map(question),
  ].map((each) => ({ ...each, chapter: CHAPTERS[theme].title }));
}

/** A page between header and footer, which name the site and say what else there is. */
function page(address: string, contents: Contents, parts: readonly Part[]): Address {
  return [address, [...parts, frame(contents)]];
}

function frame({ side, base }: Contents): Part {
  const { state } = judgeConformity(side.selfCheck);
  const { settings, cards } = side.observatory;
  const { nom, region, reseau, adresse } = settings;
  const about = ['methode', 'accessibilite', 'mentions-legales'].filter((name) =>
    side.texts.some((text) => text.name === `pages/${name}`),
  );
  return part(SETTINGS, [
    nom,
    region,
    reseau,
    adresse,
    base,
    about,
    state,
    cards.some(({ demonstration }) => demonstration),
  ]);
}

function wholeFigure(figure: FigureView, { partsOf }: Contents): readonly Part[] {
  return [{ thing: { kind: 'figure', id: figure.id }, shown: partsOf(figure).whole }];
}

function listed(
  figure: FigureView,
  as: keyof FigureParts & ('finding' | 'pictured'),
  { partsOf }: Contents,
): readonly Part[] {
  return [{ thing: { kind: 'figure', id: figure.id }, shown: partsOf(figure)[as] }];
}

/** The file of a figure that is a map. */
function mapAddress(figure: FigureView, contents: Contents): readonly Address[] {
  const { id, heading, subtitle, champ, sources, modified } = figure;
  const { settings, geography } = contents.side.observatory;
  const features = mapFeatures(figure, geography);
  if (!features) return [];
  const told = [heading, subtitle, champ, describeSources(sources), yearsOf(figure), modified, features];
  const publisher = [settings.nom, settings.region.en, settings.adresse];
  return [
    [
      `/graphiques/${id}.geojson`,
      [part({ kind: 'figure', id }, told), ...licences(contents), part(SETTINGS, publisher)],
    ],
  ];
}

/** What a figure's CSV is said to be beside it. */
function toldOf(figure: FigureView, name: string, { partsOf }: Contents): Part {
  const { id, title, subtitle, champ, sources, modified, tables } = figure;
  const cited = sources.map(({ label, url }) => [label, url]);
  const shown = [title, tables[name]!.title, subtitle, champ, cited, yearsOf(figure), modified];
  return part({ kind: 'figure', id }, [shown, partsOf(figure).csv[name]]);
}

/** What a data file is said to be beside its CSV. */
function dated({ name, title, base, sources, licenses, date }: Resource): Part {
  return part({ kind: 'fichier', id: name }, [title, base, sources, licenses, date]);
}

/** The licences under which figures' tables go out: those of all data. */
function licences({ side }: Contents): readonly Part[] {
  return side.observatory.resources.map(({ name, licenses }) => part({ kind: 'fichier', id: name }, licenses));
}

function downloaded(figure: FigureView, { partsOf }: Contents): Part {
  const { id, title, subtitle, champ, sources } = figure;
  const cited = sources.map(({ label, url }) => [label, url]);
  return part({ kind: 'figure', id }, [title, subtitle, champ, cited, partsOf(figure).csv]);
}

function textOf(name: string, { side, partsOf }: Contents): readonly Part[] {
  return partsOfText(name, side, partsOf);
}

function frontmatterOf(name: string, { texts }: Side): readonly Part[] {
  const text = texts.find((candidate) => candidate.name === name);
  return text ? [part({ kind: 'texte', id: name }, text.frontmatter.description)] : [];
}

function question({ id, ...card }: Card): Part {
  return part({ kind: 'figure', id }, card);
}

function contribution({ side }: Contents): Part {
  return part(SETTINGS, side.observatory.cards.length > 0 ? side.observatory.settings.contribuer.url : null);
}

/** What readers see of the card; the rest of it is for the team. */
function wholeCard({ annee: _, ...told }: EditionCard) {
  return told;
}

/** What the dictionary says of a data file; its title where the dataset has several. */
function described(resource: Resource, all: readonly Resource[]): Part {
  const { name, title, base, univers, declaratif, date, sources, licenses } = resource;
  const shown = [isAlone(resource, all) ? '' : title, base, univers, declaratif, date, sources, licenses];
  return part({ kind: 'fichier', id: name }, shown);
}

/** What the data package says of a data file: of one whose rows stay inside, the licence and the date. */
function packaged(resource: Resource, all: readonly Resource[]): Part {
  const { name, title, base, date, sources, licenses, access } = resource;
  const latest = all.every((other) => other.date <= date) ? date : '';
  const told = access === 'public' ? [title, base, sources] : [];
  return part({ kind: 'fichier', id: name }, [...told, licenses, latest]);
}

function isAlone({ dataset }: Resource, all: readonly Resource[]): boolean {
  return all.filter((other) => other.dataset === dataset).length === 1;
}

function csvOf(figure: string, table: string): string {
  return `/graphiques/${tableFile(figure, table)}.csv`;
}

function part(thing: Thing, shown: unknown): Part {
  return { thing, shown: JSON.stringify(shown) ?? '' };
}
