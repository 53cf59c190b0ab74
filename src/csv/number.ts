const SPACES = '[ \\u00a0\\u202f\\u2009]';
const NUMBER = new RegExp(`^([+\\-−]?)${SPACES}*(\\d{1,3}(?:${SPACES}\\d{3})+|\\d+)(?:[.,](\\d+))?$`);

/** A French number taken apart; `digits` and `decimals` hold figures only. */
export interface NumberParts {
  readonly negative: boolean;
  readonly digits: string;
  readonly decimals: string;
}

/** Takes apart `-1 234,50` written with any French space and a comma or a point; undefined when it is not a number. */
export function splitNumber(text: string): NumberParts | undefined {
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const [, sign, digits = '', decimals = ''] = match;
  return { negative: sign === '-' || sign === '−', digits: digits.replace(/\D/g, ''), decimals };
}

const GROUPED = /^([+\-−]?)(?:(\d{1,3}(?:\.\d{3})+),(\d+)|(\d{1,3}(?:,\d{3})+)\.(\d+)|(\d{1,3}(?:[.,]\d{3}){2,}))$/;
/** `12.500`: twelve and a half, or twelve thousand five hundred. */
const EQUIVOCAL = /^[+\-−]?[1-9]\d{0,2}[.,]\d{3}$/;

/** `1.234,50`, `1,234.50` or `1.234.567` as we read it, where signs part the thousands; undefined for anything else. */
export function joinThousands(text: string): string | undefined {
  const [, sign = '', ...parts] = GROUPED.exec(text) ?? [];
  const [whole, decimals] = parts.filter((part) => part !== undefined);
  if (whole === undefined) return undefined;
  return `${sign}${whole.replace(/\D/g, '')}${decimals === undefined ? '' : `,${decimals}`}`;
}

/** What to say of a number whose thousands are parted by signs, or may be. */
export function describeThousands(text: string): { readonly problem?: string; readonly nearest?: string } {
  const joined = joinThousands(text);
  if (joined !== undefined) return { problem: 'milliers séparés par des signes', nearest: joined };
  return isEquivocal(text) ? { problem: 'des milliers ou des décimales : ce nombre se lit de deux façons' } : {};
}

/** True for a number whose one mark may part thousands or decimals. */
export function isEquivocal(text: string): boolean {
  return EQUIVOCAL.test(text);
}

/** What to say of a number written with its unit: "12 lieux", "50 %", "25 k€"; nothing where the cell is no number at all. */
export function describeUnit(text: string): { readonly problem?: string; readonly nearest?: string } {
  const [, written = '', unit = ''] = /^([+\-−]?[\d\s.,]*\d)\s*([\p{L}%€²][^\d+]*)$/u.exec(text) ?? [];
  const number = written.replace(/^[.,]/, '0,');
  if (!splitNumber(number)) return {};
  if (/^(?:[kM]|Md)(?:€|\b)/.test(unit)) return { problem: `nombre abrégé « ${unit} » : écrivez-le en entier` };
  return { problem: `« ${unit} » de trop : l’unité ne s’écrit pas dans la cellule`, nearest: number };
}

/** "entre 0 et 100", "au moins 0", "au plus 100" or nothing; `suffix` holds the unit. */
export function describeBounds(min: number | undefined, max: number | undefined, suffix = ''): string {
  const show = (bound: number) => `${new Intl.NumberFormat('fr-FR').format(bound)}${suffix}`;
  if (min !== undefined && max !== undefined) return ` entre ${show(min)} et ${show(max)}`;
  if (min !== undefined) return ` d’au moins ${show(min)}`;
  if (max !== undefined) return ` d’au plus ${show(max)}`;
  return '';
}

/** True when a number lies within both bounds, themselves allowed. */
export function isWithin(value: number, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY): boolean {
  return value >= min && value <= max;
}
