/// <reference types="astro/client" />

declare module 'virtual:prose' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

  /** True while one writes: drafts are seen. */
  export const drafts: boolean;
  /** Every MDX file of the content folder by its path without ending. */
  export const modules: Readonly<
    Record<string, { readonly frontmatter?: Record<string, unknown>; readonly Content: AstroComponentFactory }>
  >;
}
