import { embedPathsOfGone } from '../components/embed-places.ts';
import { frozenFilesOf } from '../observatory/frozen-years.ts';
import { isWithdrawn } from '../observatory/withdrawn.ts';
import type { Side } from './side.ts';
import type { Part } from './thing.ts';

type Address = readonly [address: string, parts: readonly Part[]];

/** Embeds stand in pages; the card is for the command. */
const UNADDRESSED = /(?:\.html|\/publication\.json)$/;

/** The addresses of frozen years, and of figures that are no longer published; `page` puts a page between header and footer. */
export function frozenAddresses(
  side: Side,
  page: (address: string, parts: readonly Part[]) => Address,
): readonly Address[] {
  const { frozen, lock, errata, observatory } = side;
  const requests = { retraits: observatory.retraits, withdrawals: errata.withdrawals };
  return [
    ...frozen.flatMap((year) => [
      page(`/graphiques/${year.millesime}/`, [part(`publication ${year.millesime}`, [year, errata])]),
      ...year.figures.map(({ id }) => page(`/integrer/${year.millesime}/${id}/`, recordOf(id, side))),
    ]),
    ...lock
      .filter(({ path }) => !UNADDRESSED.test(path))
      .map(({ path, sha256 }): Address => {
        const [millesime, name = ''] = path.split('/') as [string, string];
        const year = frozen.find((one) => one.millesime === millesime);
        const figure = year?.figures.find((one) => frozenFilesOf(one).includes(name));
        const isGone = figure !== undefined && isWithdrawn(figure, millesime, requests);
        return [`/graphiques/${path}`, [part(path, isGone ? 'retiré' : sha256)]];
      }),
    ...errata.gone
      .filter(({ figure }) => !observatory.figure(figure))
      .flatMap(({ figure }) => [
        page(`/graphiques/${figure}/`, recordOf(figure, side)),
        ...embedPathsOfGone(figure, observatory.settings.territoires).map((path) => page(path, recordOf(figure, side))),
      ]),
  ];
}

/** What stands beside a figure of its frozen states: which there are, and what was said of them since. */
export function recordOf(id: string, { frozen, errata, observatory }: Side): readonly Part[] {
  const states = frozen.flatMap(({ millesime, nom, date, figures }) =>
    figures.filter((figure) => figure.id === id).map((figure) => [millesime, nom, date, figure]),
  );
  const said = [errata.corrections, errata.gone, errata.withdrawals].map((list) =>
    list.filter(({ figure }) => figure === id),
  );
  if (states.length === 0 && said.every((list) => list.length === 0)) return [];
  const live = observatory.figure(id);
  return [part(`figée ${id}`, [states, said, live?.year, live?.millesime, live?.modified, live?.tables])];
}

/** What stands under a figure to embed: the errata about it. */
export function errataOf(id: string, { errata }: Side): readonly Part[] {
  const own = errata.corrections.filter(({ figure }) => figure === id);
  return own.length === 0 ? [] : [part(`errata ${id}`, own)];
}

function part(id: string, shown: unknown): Part {
  return { thing: { kind: 'page', id }, shown: JSON.stringify(shown) };
}
