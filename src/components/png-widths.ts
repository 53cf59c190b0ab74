/** The widths of a figure's PNG, px: the usual one is sharp on fine screens and on paper, the small one is for plain pages. */
export const PNG_WIDTHS = { usual: 1600, small: 800 } as const;
