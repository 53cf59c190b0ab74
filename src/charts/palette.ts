import type { Palette } from '../model/drawing.ts';

/** One scheme: every colour the site and its pictures use, by token. */
export interface Scheme extends Palette {
  /** Text in the colour of `own` and of each series, ≥ 4.5:1 on paper. */
  readonly ownText: string;
  readonly seriesText: readonly string[];
  /** Text over a surface of `own`, of each series, of each step of the ramp, of grey, ≥ 4.5:1. */
  readonly onOwn: string;
  readonly onSeries: readonly string[];
  readonly onRamp: readonly string[];
  readonly onGrey: string;
  readonly sea: string;
  /** What textures are drawn with, over series: nothing on a screen, where colours tell them. */
  readonly weave: string;
}

/** Series: blue, ochre, teal, slate, green, plum, in the order that keeps neighbours apart for colour-blind readers. */
const light: Scheme = {
  paper: '#FCFBF8',
  ink: '#1D1B1A',
  soft: '#5B5652',
  line: '#D9D4CC',
  faint: '#F1EDE6',
  sea: '#E6EDF1',
  weave: 'transparent',
  own: '#B5432F',
  ownText: '#A83C29',
  onOwn: '#FFFFFF',
  grey: '#76706A',
  onGrey: '#FFFFFF',
  series: ['#1F5A8A', '#B87A12', '#13828A', '#4A4541', '#2F7A55', '#7A4A86'],
  seriesText: ['#1F5A8A', '#8A5A08', '#0E6E75', '#4A4541', '#2A6E4C', '#7A4A86'],
  onSeries: ['#FFFFFF', '#1D1B1A', '#FFFFFF', '#FFFFFF', '#FFFFFF', '#FFFFFF'],
  ramp: ['#7A2618', '#B5432F', '#D67E68', '#E8B4A3', '#F4DACF'],
  onRamp: ['#FFFFFF', '#FFFFFF', '#1D1B1A', '#1D1B1A', '#1D1B1A'],
};

const dark: Scheme = {
  paper: '#1A1817',
  ink: '#F3EFE9',
  soft: '#B9B2AA',
  line: '#47423E',
  faint: '#272423',
  sea: '#1E2830',
  weave: 'transparent',
  own: '#E2705A',
  ownText: '#EE8A75',
  onOwn: '#1A1817',
  grey: '#9A938C',
  onGrey: '#1A1817',
  series: ['#6FA8DC', '#D9A03A', '#3FB3BA', '#CFC8C0', '#63B88C', '#C58AD6'],
  seriesText: ['#7FB2E2', '#DDA744', '#4DBCC3', '#CFC8C0', '#6FC096', '#CC98DB'],
  onSeries: ['#1A1817', '#1A1817', '#1A1817', '#1A1817', '#1A1817', '#1A1817'],
  ramp: ['#F2A493', '#E2705A', '#B24F3C', '#7F3A2D', '#552B23'],
  onRamp: ['#1A1817', '#1A1817', '#FFFFFF', '#FFFFFF', '#FFFFFF'],
};

/** Black and white: series keep apart by lightness, labels stand on the marks. */
const print: Scheme = {
  paper: '#FFFFFF',
  ink: '#000000',
  soft: '#3D3D3D',
  line: '#BDBDBD',
  faint: '#EFEFEF',
  sea: '#F4F4F4',
  weave: '#FFFFFF',
  own: '#2B2B2B',
  ownText: '#000000',
  onOwn: '#FFFFFF',
  grey: '#8C8C8C',
  onGrey: '#000000',
  series: ['#1A1A1A', '#8C8C8C', '#4D4D4D', '#757575', '#333333', '#949494'],
  seriesText: ['#000000', '#000000', '#000000', '#000000', '#000000', '#000000'],
  onSeries: ['#FFFFFF', '#000000', '#FFFFFF', '#FFFFFF', '#FFFFFF', '#000000'],
  ramp: ['#1A1A1A', '#595959', '#8C8C8C', '#BFBFBF', '#E6E6E6'],
  onRamp: ['#FFFFFF', '#FFFFFF', '#000000', '#000000', '#000000'],
};

/** A fictional region is not ours: its own colour is another one, so that nothing invented ever wears the real one's. */
const fictionalLight: Scheme = {
  ...light,
  own: '#57529A',
  ownText: '#4B4689',
  ramp: ['#2F2A63', '#57529A', '#8F8BC4', '#BDBADD', '#E2E0F0'],
};

const fictionalDark: Scheme = {
  ...dark,
  own: '#A9A4E0',
  ownText: '#B8B4E8',
  ramp: ['#C9C6F0', '#A9A4E0', '#726CB5', '#4A4585', '#332F5C'],
};

/** The schemes by name, as plain colours. */
export const schemes = { light, dark, fictionalLight, fictionalDark, print } as const;

/** So much of the text's own colour, the rest of the page's: readers who force colours choose only these two. */
const inked = (share: number): string => `color-mix(in srgb,CanvasText ${share}%,Canvas)`;

/** For readers who force the colours of their system: light and dark tell series apart, textures and words do the rest. */
const forced: Scheme = {
  paper: 'Canvas',
  ink: 'CanvasText',
  soft: 'CanvasText',
  line: inked(40),
  faint: 'Canvas',
  sea: 'Canvas',
  weave: 'Canvas',
  own: 'Highlight',
  ownText: 'CanvasText',
  onOwn: 'HighlightText',
  grey: inked(65),
  onGrey: 'Canvas',
  series: ['CanvasText', inked(65), 'CanvasText', inked(65), 'CanvasText', inked(65)],
  seriesText: ['CanvasText', 'CanvasText', 'CanvasText', 'CanvasText', 'CanvasText', 'CanvasText'],
  onSeries: ['Canvas', 'Canvas', 'Canvas', 'Canvas', 'Canvas', 'Canvas'],
  ramp: ['CanvasText', inked(80), inked(65), inked(30), inked(15)],
  onRamp: ['Canvas', 'Canvas', 'Canvas', 'CanvasText', 'CanvasText'],
};

/** Name of a token's CSS variable: `onOwn` → `--on-own`; lists are numbered from 1. */
const nameOf = (token: string): string => `--${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

function variables(scheme: Scheme): [name: string, colour: string][] {
  return Object.entries(scheme).flatMap(([token, value]): [string, string][] =>
    typeof value === 'string'
      ? [[nameOf(token), value]]
      : (value as readonly string[]).map((colour, i) => [`${nameOf(token)}-${i + 1}`, colour]),
  );
}

const asVariables = (scheme: Scheme): Scheme =>
  Object.fromEntries(
    Object.entries(scheme).map(([token, value]) => [
      token,
      typeof value === 'string'
        ? `var(${nameOf(token)})`
        : (value as readonly string[]).map((_, i) => `var(${nameOf(token)}-${i + 1})`),
    ]),
  ) as unknown as Scheme;

/** The palette of pages and embeds: CSS variables, which follow the reader's scheme. */
export const pagePalette: Scheme = asVariables(light);

/** Plain colours, light: for files (.svg, .png, social cards) of the real observatory or of a fictional one. */
export function filePaletteOf(fictional: boolean): Scheme {
  return fictional ? fictionalLight : light;
}

/**
 * The tokens as CSS custom properties: light on `:root`, dark for readers who ask for it (or `data-theme="dark"`),
 * the system's own colours where readers force them, black and white when printed. The style sheet sets `--font-title` beside them, which drawings use for big numbers.
 */
export function cssTokens(fictional: boolean): string {
  const [day, night] = fictional ? [fictionalLight, fictionalDark] : [light, dark];
  const declare = (scheme: Scheme) =>
    variables(scheme)
      .map(([name, value]) => `${name}:${value}`)
      .join(';');
  return [
    `:root{color-scheme:light dark;${declare(day)}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme="light"]){${declare(night)}}}`,
    `@media screen{:root[data-theme="dark"]{color-scheme:dark;${declare(night)}}}`,
    `@media screen and (forced-colors:active){:root:root{${declare(forced)}}}`,
    `@media print{:root{${declare(print)}}}`,
  ].join('\n');
}

/** The same for sheets that are printed in colour: plain, whatever the reader's scheme. */
export function sheetTokens(fictional: boolean): string {
  const declared = variables(filePaletteOf(fictional)).map(([name, value]) => `${name}:${value}`);
  return `:root{${declared.join(';')}}`;
}

/** The paint for text over a surface painted with a colour of the palette; ink over anything unknown. */
export function textOver(fill: string, palette: Palette): string {
  const scheme = palette as Scheme;
  if (fill === palette.own) return scheme.onOwn;
  if (fill === palette.grey) return scheme.onGrey;
  const series = palette.series.indexOf(fill);
  if (series >= 0) return scheme.onSeries[series]!;
  const step = palette.ramp.indexOf(fill);
  if (step >= 0) return scheme.onRamp[step]!;
  return fill === palette.ink ? palette.paper : palette.ink;
}

/** The paint for text that bears a colour's meaning on paper: darker (or lighter) than the surface's own colour. */
export function textIn(fill: string, palette: Palette): string {
  const scheme = palette as Scheme;
  if (fill === palette.own) return scheme.ownText;
  const series = palette.series.indexOf(fill);
  return series >= 0 ? scheme.seriesText[series]! : palette.ink;
}

/** The paint of the sea on maps. */
export const seaOf = (palette: Palette): string => (palette as Scheme).sea;

/** The paint of textures over series; undefined where it would never be seen. */
export const weaveOf = (palette: Palette): string | undefined => {
  const { weave } = palette as Scheme;
  return weave === 'transparent' ? undefined : weave;
};
