import type { FigureView } from '../observatory/index.ts';
import { territoryPath } from './territories.ts';

/** The path of a figure's page to embed, inside its observatory; without redirection, for hosts compare it to the letter. */
export function embedPath({ id, territoire }: Pick<FigureView, 'id' | 'territoire'>): string {
  return territoire ? `/integrer/${territoire}/${id}/` : `/integrer/${id}/`;
}

/** The paths where a figure that left may still be framed: nothing remembers which territories had one, so that each does. */
export function embedPathsOfGone(id: string, territoires: readonly { readonly id: string }[]): readonly string[] {
  return [embedPath({ id }), ...territoires.map((territoire) => embedPath({ id, territoire: territoire.id }))];
}

/** The path where a figure is read whole: its own page, or its place in its territory's. */
export function pageOf({ id, territoire }: Pick<FigureView, 'id' | 'territoire'>): string {
  return territoire ? `${territoryPath(territoire)}#${id}` : `/graphiques/${id}/`;
}

/** The path of what oEmbed says of a page to embed, from the path of that page: "/integrer/t/x/" gives "/oembed/t/x.json". */
export function oembedPath(embed: string): string {
  return `${embed.replace('/integrer/', '/oembed/').slice(0, -1)}.json`;
}
