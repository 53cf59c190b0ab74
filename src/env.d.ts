/// <reference types="astro/client" />

declare module 'virtual:prose' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

  /** Every MDX file of the content folder by its path without ending. */
  export const modules: Readonly<
    Record<string, { readonly frontmatter?: Record<string, unknown>; readonly Content: AstroComponentFactory }>
  >;
}
