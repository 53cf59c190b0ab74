import { contentPolicy } from './content-policy.ts';

/** Headers that go with an answer, by name. */
export type ResponseHeaders = Readonly<Record<string, string>>;

/** The addresses of one folder, in each observatory. */
interface Section {
  readonly folder: string;
  readonly headers: ResponseHeaders;
}

/** Asked again each time, and answered "not modified": a withdrawal of consent, an erratum is read at once. */
const ASKED_AGAIN = 'public, max-age=0, must-revalidate';

/** No other page may show this one in a frame; browsers read it in a header alone, never in a page's meta. */
const UNFRAMED = "frame-ancestors 'none'";

/**
 * Sent with every response. Everything here is public and knows no reader: any site may read the data, and a figure
 * shown in a sandbox, where it has no origin, may read its fonts.
 */
export const EVERYWHERE: ResponseHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** The folders that differ from the rest; no header of theirs is in `EVERYWHERE`: some hosts would send both. */
export const SECTIONS: readonly Section[] = [
  // The name of each file there changes with its bytes.
  { folder: '_astro', headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
  // No frame-ancestors at all: « * » would refuse the pages opened from a disk and the frames of a sandbox.
  {
    folder: 'integrer',
    headers: { 'Content-Security-Policy': contentPolicy({ script: true }), 'Cache-Control': ASKED_AGAIN },
  },
  {
    folder: 'rechercher',
    headers: {
      'Content-Security-Policy': `${contentPolicy({ script: true, engine: true })}; ${UNFRAMED}`,
      'Cache-Control': ASKED_AGAIN,
    },
  },
];

/** What every other address adds. */
export const ELSEWHERE: ResponseHeaders = {
  'Content-Security-Policy': `${contentPolicy({ script: true })}; ${UNFRAMED}`,
  'Cache-Control': ASKED_AGAIN,
};

/** The folder of the other observatory: its addresses follow the same rules. */
export const SECOND = 'demonstration';

/** What the address adds to `EVERYWHERE`; `path` is inside the site: "graphiques/partenaires.csv". */
export function ownHeadersOf(path: string): ResponseHeaders {
  const [folder, ...rest] = path.split('/');
  if (folder === SECOND) return ownHeadersOf(rest.join('/'));
  return SECTIONS.find((section) => section.folder === folder && rest.length > 0)?.headers ?? ELSEWHERE;
}

/** All the headers of an address inside the site. */
export function headersOf(path: string): ResponseHeaders {
  return { ...EVERYWHERE, ...ownHeadersOf(path) };
}
