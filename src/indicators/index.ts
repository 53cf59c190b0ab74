import type { ObservatoryIndicator } from './define.ts';

/** Every indicator that prose may quote with `<Value id>`. */
export const indicators: readonly ObservatoryIndicator[] = [];
