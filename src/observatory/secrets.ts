import type { Column } from '../csv/column.ts';
import type { Data } from '../datasets/data.ts';
import { datasets } from '../datasets/index.ts';
import { publicRecords } from '../datasets/records.ts';
import { contactsIn, type Secrets } from '../secrecy/inspect-artefact.ts';
import { secretAmounts } from '../secrecy/secret-amounts.ts';
import type { FigureView } from './figure-view.ts';
import { keysOf, printedNumbers } from './printed-numbers.ts';
import type { Observatory } from './view.ts';

/** Ids of the places that answered the survey: they are in no artefact. */
export function unitsOf({ enquete }: Pick<Data, 'enquete'>): ReadonlySet<string> {
  return new Set(enquete.map(({ id_unite }) => id_unite));
}

/** Keys of the numbers in rows that anyone may read: the directory, reference numbers, the accounts as they were opened. */
export function openNumbers({ lieux, reperes, flux, subventions }: Observatory): ReadonlySet<string> {
  return new Set([
    ...keysOf([...lieux, ...reperes].flatMap((row) => Object.values(row).map(String))),
    ...keysOf(publicRecords(datasets.flux, flux).flat().map(String)),
    ...keysOf(publicRecords(datasets.subventions, subventions).flat().map(String)),
  ]);
}

/**
 * What nothing printed may say: who answered, the amounts that they answered and no table publishes, e-mail addresses and
 * telephone numbers but those of the settings.
 */
export function secretsOf(data: Data, view: Observatory): Secrets {
  const { figures, settings } = view;
  const drawn: readonly FigureView[] = [...figures, ...settings.territoires.flatMap(({ id }) => view.figuresOf(id))];
  const published = new Set([
    ...printedNumbers(drawn.flatMap(({ tables }) => Object.values(tables))),
    ...keysOf(drawn.flatMap(({ heading, subtitle, summary, reading }) => [heading, subtitle, summary, reading])),
    ...openNumbers(view),
  ]);
  return {
    secretTexts: unitsOf(data),
    secretNumbers: secretAmounts(answeredAmounts(data), published),
    contacts: contactsIn(JSON.stringify(settings)),
  };
}

/** Every amount of the survey, in euros. */
function answeredAmounts({ enquete }: Data): readonly number[] {
  const amounts = Object.entries<Column<unknown>>(datasets.enquete.columns).filter(([, { kind }]) => kind === 'amount');
  return enquete.flatMap((row) =>
    amounts.flatMap(([id]) => {
      const cents = (row as Readonly<Record<string, unknown>>)[id];
      return typeof cents === 'number' ? [cents / 100] : [];
    }),
  );
}
