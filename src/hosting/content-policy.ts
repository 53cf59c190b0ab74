/** What a page may do: run scripts, and a compiled program beside them. */
export interface PageNeeds {
  readonly script: boolean;
  /** True where a compiled program may run. */
  readonly engine?: boolean;
}

/** What a browser may load and run for a page, as its Content-Security-Policy; the page bears it, and a host may send it. */
export function contentPolicy({ script, engine = false }: PageNeeds): string {
  return [
    "default-src 'none'",
    `script-src ${script ? "'self'" : "'none'"}${engine ? " 'wasm-unsafe-eval'" : ''}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
