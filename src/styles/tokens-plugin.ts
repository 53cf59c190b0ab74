import type { Plugin } from 'vite';
import { cssTokens } from '../charts/palette.ts';

/** Fills `styles/tokens.css` with the palette's CSS variables, so that pages and pictures share one list of colours. */
export function tokensPlugin(fictional: boolean): Plugin {
  return {
    name: 'observatoire:tokens',
    enforce: 'pre',
    transform: (_code, id) =>
      id.split('?')[0]?.endsWith('/styles/tokens.css') ? { code: cssTokens(fictional), map: null } : undefined,
  };
}
