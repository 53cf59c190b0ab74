import { nameMillesime } from '../datasets/millesimes.ts';
import { currentFolders } from '../observatory/folders.ts';
import { observatory } from '../observatory/index.ts';
import { readJournal } from '../observatory/journal.ts';
import { plural } from '../text/plural.ts';
import { sentence } from '../text/sentence.ts';
import { editions } from './editions.ts';
import { tellErratum } from './erratum-words.ts';
import { errata, frozenStatesOf, frozenYears } from './frozen.ts';

/** Something new on the site, by the date that it bears itself. */
export interface News {
  /** What it is: "Données", "Édition 2025". */
  readonly kind: string;
  /** Where it is told; what follows # tells two of one page apart. */
  readonly page: string;
  readonly title: string;
  readonly summary: string;
  /** ISO: a day, a month or a year. */
  readonly date: string;
}

/** The page of this list. */
const NEWS = '/nouveautes/';

/** All there is to announce, newest first: data, editions, frozen years, errata, numbers revised, breaks in series, figures taken away. */
export function listNews(): readonly News[] {
  return [
    ...newData(),
    ...newEditions(),
    ...newPublications(),
    ...corrections(),
    ...revisions(),
    ...goneFigures(),
  ].sort((a, b) => b.date.localeCompare(a.date));
}

function newData(): readonly News[] {
  return observatory.resources.map(({ dataset, title, date, base }) => ({
    kind: 'Données',
    page: `/donnees/#${dataset}`,
    title,
    summary: base,
    date,
  }));
}

function newEditions(): readonly News[] {
  return editions.map(({ annee, title, description, dates }) => ({
    kind: `Édition ${nameMillesime(observatory.settings, annee)}`,
    page: `/editions/${annee}/`,
    title,
    summary: description,
    date: dates.debut,
  }));
}

function newPublications(): readonly News[] {
  return frozenYears.map(({ millesime, nom, date, figures }) => ({
    kind: `Publication ${nom}`,
    page: `/graphiques/${millesime}/`,
    title: 'des figures figées',
    summary: `${plural(figures.length, 'figure', 'figures')}, dont les nombres et les adresses ne changent plus.`,
    date,
  }));
}

function corrections(): readonly News[] {
  const together = Map.groupBy(errata.corrections, ({ date, millesime, figure }) =>
    [date, millesime, figure].join(' '),
  );
  return [...together.values()].map((own) => {
    const { date, millesime, figure } = own[0]!;
    return {
      kind: `Erratum, publication ${nameMillesime(observatory.settings, millesime)}`,
      // A number that stands on no page of its own is told apart by its id.
      page: hasPage(figure) ? `${pageOf(figure)}#errata-${millesime}` : `${NEWS}#errata-${millesime}-${figure}`,
      title: titleOf(figure),
      summary: own.map(tellErratum).join(' '),
      date,
    };
  });
}

/** What the journal tells: a number that jumped, a series that is no longer the same. */
function revisions(): readonly News[] {
  const { entries } = readJournal(currentFolders().content);
  return entries.map(({ date, quoi, rupture, explication }) => ({
    kind: rupture ? 'Rupture de série' : quoi.length > 1 ? 'Nombres revus' : 'Nombre revu',
    page: `${pageOf(quoi[0]!)}#${quoi.join('+')}`,
    title: [...new Set(quoi.map(titleOf))].join(' ; '),
    summary: sentence(explication),
    date,
  }));
}

function goneFigures(): readonly News[] {
  return errata.gone.map(({ figure, date, raison }) => ({
    kind: 'Figure retirée',
    page: `/graphiques/${figure}/`,
    title: titleOf(figure),
    summary: sentence(raison),
    date,
  }));
}

/** The page of a figure; the list of news for a number that has none. */
function pageOf(id: string): string {
  return hasPage(id) ? `/graphiques/${id}/` : NEWS;
}

function hasPage(id: string): boolean {
  return observatory.figure(id) !== undefined || frozenStatesOf(id).length > 0;
}

/** What readers call a figure, a number published elsewhere or an indicator; its id where nothing bears it any more. */
function titleOf(id: string): string {
  const repere = observatory.reperes.find((one) => `reperes/${one.id}` === id)?.libelle;
  return (
    observatory.figure(id)?.title ?? repere ?? frozenStatesOf(id)[0]?.titre ?? observatory.indicatorTitle(id) ?? id
  );
}
