import { escapeXml } from './escape.ts';

/** What a page that is sent holds; `body` is HTML, `style` is CSS. */
interface PageToSend {
  readonly title: string;
  readonly style: string;
  readonly body: string;
}

/** A page that is sent by mail and never published: no script, nothing fetched, nothing told to search engines or to the sites it links. */
export function writePageToSend({ title, style, body }: PageToSend): string {
  return `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${escapeXml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
