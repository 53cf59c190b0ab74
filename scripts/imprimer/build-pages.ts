import { serve } from '../../src/hosting/serve.ts';
import { buildApart } from '../build-apart.ts';

/**
 * The printed pages of an observatory, built in `folder` and served: `address` is where they begin; `close` leaves
 * nothing behind.
 */
export interface BuiltPages {
  readonly address: string;
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** Builds the pages of src/print/pages, and serves them to the browser; gives why where there are none. */
export async function buildPages(
  environment: Readonly<Record<string, string>>,
  isDemonstration: boolean,
): Promise<BuiltPages | string> {
  const inside = isDemonstration ? 'demonstration' : '';
  const printed = {
    OBSERVATOIRE_IMPRESSION: '1',
    OBSERVATOIRE_BASE: '/',
    OBSERVATOIRE_DEMONSTRATION: isDemonstration ? '1' : '',
  };
  const built = await buildApart({ ...environment, ...printed }, inside);
  if (typeof built === 'string') return built;
  const { origin, close } = await serve(built.folder);
  return {
    address: `${origin}/${isDemonstration ? 'demonstration/' : ''}`,
    folder: built.folder,
    close: async () => {
      await close();
      built.sweep();
    },
  };
}
