import type { References } from '../csv/column.ts';
import type { Fault } from '../csv/fault.ts';
import { communeCode } from '../csv/kinds.ts';
import { findNearest } from '../csv/nearest.ts';
import type { Settings } from '../datasets/settings.ts';
import { foldName } from '../text/fold.ts';
import { type CommuneIndex, indexCommunes, type KnownCommune, loosen } from './commune-index.ts';
import { mendCell } from './mend-cell.ts';
import { bracketed, readCommuneName, readPostalCode } from './read-commune-name.ts';

/** What a file says of a place's commune. */
export interface WrittenCommune {
  readonly code?: string;
  readonly nom?: string;
  readonly codePostal?: string;
  /** By code or by name. */
  readonly departement?: string;
}

/** Something to tell about one of the texts. */
export interface CommuneRemark extends Pick<Fault, 'level' | 'problem' | 'expected' | 'nearest' | 'mended'> {
  readonly about: keyof WrittenCommune;
}

/** The commune that the texts name: its code and official name, or the texts themselves with the question to ask. */
export interface ResolvedCommune {
  readonly code: string;
  readonly nom: string;
  /** True where the texts name a commune of another département than the observatory's. */
  readonly isOutside: boolean;
  readonly remarks: readonly CommuneRemark[];
}

/** Longer texts name no commune. */
const LONGEST = 200;
/** Candidates named in a question. */
const ASKED = 8;
const CODE = communeCode({ title: 'code' });
const EXPECTED_DEPARTEMENT = 'un département, par son nom ou son code';

/**
 * Makes the function that finds communes from what files say of them. A valid code wins; then a name within its postal code or its
 * département. Among several it never chooses: it asks. Without references, only the form of the code is looked at.
 */
export function makeCommuneResolver(
  references: References | undefined,
  territoires: Settings['territoires'] = [],
): (written: WrittenCommune) => ResolvedCommune {
  if (!references) return ({ code, nom = '' }) => ({ ...mendCode(code ?? '', undefined), nom, isOutside: false });
  const index = indexCommunes(references, territoires);
  return (written) => {
    const texts = readTexts(written, index);
    const found = texts.code === '' ? findByName(texts, index) : findByCode(texts, index);
    return { ...found, remarks: [...texts.remarks, ...found.remarks] };
  };
}

/** The texts of a line, cleaned. */
interface Texts {
  readonly code: string;
  readonly nom: string;
  /** Ways to read the name, the likeliest first; those of one reading are equally likely. */
  readonly readings: readonly (readonly string[])[];
  readonly codePostal: string;
  /** Codes of the départements where the commune may lie, none of them perhaps the observatory's; undefined when nothing says it. */
  readonly departements: ReadonlySet<string> | undefined;
  readonly remarks: readonly CommuneRemark[];
}

function readTexts(written: WrittenCommune, index: CommuneIndex): Texts {
  const texts = [written.code, written.nom, written.codePostal, written.departement];
  const [code, nom, codePostal, departement] = texts.map((text = '') => text.slice(0, LONGEST)) as [
    string,
    string,
    string,
    string,
  ];
  if (code === '' && isKnown(nom, index)) return readTexts({ ...written, code: nom, nom: '' }, index);
  const { code: mended, remarks } = mendCode(code, index.references);
  const isPostal = !isKnown(mended, index) && index.byPostalCode.has(mended);
  const postal = readPostalCode(codePostal) || (isPostal ? mended : '') || readPostalCode(nom);
  const hinted =
    findDepartement(departement, index) ?? findDepartement(bracketed(nom), index) ?? departementsOf(postal, index);
  const isForeign = departement !== '' && index.departementNames.length > 0;
  const nearest = isForeign && !hinted ? findNearest(departement, index.departementNames) : undefined;
  return {
    code: isPostal ? '' : mended,
    nom,
    readings: readCommuneName(nom),
    codePostal: postal,
    departements: hinted ?? (isForeign ? new Set() : undefined),
    remarks: [
      ...(isPostal ? [remark('code', 'code postal à la place du code INSEE', CODE.expected)] : remarks),
      ...(nearest === undefined
        ? []
        : [remark('departement', 'département inconnu', EXPECTED_DEPARTEMENT, { level: 'erreur', nearest })]),
    ],
  };
}

function mendCode(code: string, references: References | undefined) {
  const { text, problem } = mendCell(code, CODE, { references });
  const remarks = problem === undefined ? [] : [remark('code', problem, CODE.expected, { mended: text })];
  return { code: text, remarks };
}

function isKnown(code: string, { references }: CommuneIndex): boolean {
  return references.communes.has(code) || references.formerCommunes.has(code);
}

/** The observatory's département that a text names, or none of its own ("75"); undefined when it names no département. */
function findDepartement(text: string, index: CommuneIndex): ReadonlySet<string> | undefined {
  const [number] =
    /^(?:2[ab]|\d{1,3})$|(?<=\()(?:2[ab]|\d{2,3})(?=\))|^(?:2[ab]|\d{2,3})(?= *[-–:] )/i.exec(text) ?? [];
  const name = foldName(text.replace(/\(.*\)|^\S+ *[-–:] /g, ' ')).trim();
  const code = number
    ?.toUpperCase()
    .replace(/^0(?=\d\d$)/, '')
    .padStart(2, '0');
  const own = [text, code ?? ''].find((candidate) => index.departements.has(candidate));
  const found = own ?? index.departementsNamed.get(foldName(text)) ?? index.departementsNamed.get(name);
  if (found !== undefined) return new Set([found]);
  return code === undefined ? undefined : new Set([code]);
}

/** Where a postal code lies, by its beginning; nothing where the list of communes has no postal codes. */
function departementsOf(postal: string, { byPostalCode }: CommuneIndex): ReadonlySet<string> | undefined {
  if (postal === '' || byPostalCode.size === 0) return undefined;
  if (postal.startsWith('20')) return new Set(['2A', '2B']);
  return new Set([postal.slice(0, /^9[78]/.test(postal) ? 3 : 2)]);
}

function findByCode(texts: Texts, index: CommuneIndex): ResolvedCommune {
  const { references, departements } = index;
  const current = references.formerCommunes.get(texts.code);
  const code = current ?? texts.code;
  const commune = references.communes.get(code);
  if (!commune) {
    const isOutside = departements.size > 0 && !departements.has(departementOf(code)) && isSound(code);
    return { code, nom: texts.nom, isOutside, remarks: [] };
  }
  const merged = 'ancienne commune, fusionnée : le code est celui de la nouvelle';
  const remarks = [
    ...(current === undefined ? [] : [remark('code', merged, CODE.expected, { mended: code })]),
    ...compareName(texts, { ...commune, code }, index),
    ...comparePostalCode(texts, { ...commune, code }, index),
  ];
  return { code, nom: commune.nom, isOutside: false, remarks };
}

function isSound(code: string): boolean {
  return CODE.refine?.(code, undefined) === undefined;
}

function departementOf(code: string): string {
  return code.slice(0, /^9[78]/.test(code) ? 3 : 2);
}

function findByName(texts: Texts, index: CommuneIndex): ResolvedCommune {
  const { nom, readings, codePostal } = texts;
  const none = { code: '', nom, isOutside: false, remarks: [] };
  const postal = index.byPostalCode.get(codePostal) ?? [];
  if (readings.length === 0 && postal.length === 0 && codePostal === '') return none;
  const candidates = readings.length > 0 ? listNamed(texts, postal, index) : postal;
  const [commune, ...others] = candidates;
  if (commune && others.length > 0) {
    const expected = `l’une de ces communes : ${listCommunes(candidates)}`;
    return {
      ...none,
      remarks: [remark(aboutOf(texts), 'ambigu : écrivez le code INSEE', expected, { level: 'erreur' })],
    };
  }
  if (!commune && texts.remarks.some(({ level }) => level === 'erreur')) return none;
  if (!commune && isElsewhere(texts, index)) return { ...none, isOutside: true };
  if (!commune) return { ...none, remarks: [askCommune(texts, index)] };
  const by = readings.length === 0 ? 'le code postal' : `le nom${describeHelp(texts, postal, commune)}`;
  const remarks = [
    remark(aboutOf(texts), `code INSEE absent, trouvé par ${by}`, CODE.expected, { mended: commune.code }),
    ...compareName(texts, commune, index),
    ...comparePostalCode(texts, commune, index),
  ];
  return { code: commune.code, nom: commune.nom, isOutside: false, remarks };
}

/** The communes of a name that the postal code allows, else those that the département allows. */
function listNamed(
  { readings, departements }: Texts,
  postal: readonly KnownCommune[],
  index: CommuneIndex,
): readonly KnownCommune[] {
  const inPostalCode = (commune: KnownCommune) => postal.includes(commune);
  const inDepartement = ({ departement }: KnownCommune) =>
    departement === undefined || departements === undefined || departements.has(departement);
  for (const isAllowed of [inPostalCode, inDepartement]) {
    for (const names of readings) {
      for (const list of [index.named, index.alsoNamed]) {
        const keys = list === index.named ? names : names.flatMap((name) => [name, loosen(name)]);
        const found = new Set(keys.flatMap((name) => list.get(name) ?? []).filter(isAllowed));
        if (found.size > 0) return [...found];
      }
    }
  }
  return [];
}

function describeHelp({ departements }: Texts, postal: readonly KnownCommune[], commune: KnownCommune): string {
  if (postal.includes(commune)) return ' et le code postal';
  return departements === undefined ? ' seul' : ' et le département';
}

/** True when the département is known, and not one of the observatory's. */
function isElsewhere({ departements: written }: Texts, { departements }: CommuneIndex): boolean {
  return written !== undefined && departements.size > 0 && [...written].every((code) => !departements.has(code));
}

/** The question that a name asks: of which of two places it speaks, or what it means. */
function askCommune(texts: Texts, { known, named, byPostalCode }: CommuneIndex): CommuneRemark {
  const { nom, readings, codePostal, departements } = texts;
  const about = aboutOf(texts);
  const elsewhere = readings.flat().flatMap((name) => named.get(name) ?? []);
  if (elsewhere.length > 0) {
    const problem = 'aucune commune de ce nom dans le département ou le code postal écrit';
    const expected = `un nom et un département de la même commune ; ailleurs : ${listCommunes(elsewhere)}`;
    return remark(about, problem, expected, { level: 'erreur' });
  }
  const allowed = known.filter(({ departement }) => departements === undefined || departements.has(departement ?? ''));
  const nearest = findNamed(nom, byPostalCode.get(codePostal) ?? []) ?? findNamed(nom, allowed);
  const problem = nom === '' ? 'code postal inconnu du territoire' : 'commune inconnue du territoire';
  const expected = 'une commune de la liste officielle, ou son code INSEE';
  return remark(about, problem, expected, { level: 'erreur', nearest: nearest && listCommunes([nearest]) });
}

/** The commune whose name is nearest. */
function findNamed(nom: string, communes: readonly KnownCommune[]): KnownCommune | undefined {
  const close = findNearest(
    nom,
    communes.map((commune) => commune.nom),
  );
  return communes.find((commune) => commune.nom === close);
}

function aboutOf({ readings }: Texts): 'nom' | 'codePostal' {
  return readings.length > 0 ? 'nom' : 'codePostal';
}

/** What there is to tell of a name that is not the official one. */
function compareName(
  { nom, readings }: Texts,
  commune: KnownCommune,
  { named, alsoNamed }: CommuneIndex,
): readonly CommuneRemark[] {
  if (nom === '' || nom === commune.nom) return [];
  const isSame = readings
    .flat()
    .some((name) =>
      [named.get(name), alsoNamed.get(name), alsoNamed.get(loosen(name))].some((list) =>
        list?.some(({ code }) => code === commune.code),
      ),
    );
  const expected = `« ${commune.nom} », nom officiel de la commune ${commune.code}`;
  const problem = isSame
    ? 'commune écrite autrement'
    : 'le nom n’est pas celui de la commune du code : le code l’emporte';
  return [remark('nom', problem, expected, { mended: commune.nom })];
}

function comparePostalCode(
  { codePostal }: Texts,
  { code, nom, codesPostaux = [] }: KnownCommune,
  { byPostalCode }: CommuneIndex,
) {
  const others = byPostalCode.get(codePostal);
  if (!others || others.some((other) => other.code === code)) return [];
  return [
    remark('codePostal', 'code postal d’une autre commune', `un code postal de ${nom} : ${codesPostaux.join(', ')}`),
  ];
}

/** "59350 Lille (59), 62041 Arras (62)". */
function listCommunes(communes: readonly KnownCommune[]): string {
  const told = communes
    .slice(0, ASKED)
    .map(({ code, nom, departement }) => `${code} ${nom}${departement === undefined ? '' : ` (${departement})`}`);
  const more = communes.length - told.length;
  return told.join(', ') + (more > 0 ? ` et ${more} autres` : '');
}

function remark(
  about: CommuneRemark['about'],
  problem: string,
  expected: string,
  more: Partial<Pick<CommuneRemark, 'level' | 'nearest' | 'mended'>> = {},
): CommuneRemark {
  return { level: 'avertissement', about, problem, expected, ...more };
}
