import type { NamedCommune, References } from '../csv/column.ts';
import type { Fault } from '../csv/fault.ts';
import { fold, foldName } from '../csv/fold.ts';
import { communeCode } from '../csv/kinds.ts';
import { findNearest } from '../csv/nearest.ts';
import type { Settings } from '../datasets/settings.ts';
import { mendCell } from './mend-cell.ts';

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

/** Candidates named in a question. */
const ASKED = 8;
const CODE = communeCode({ title: 'code' });

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

/** A commune with its code. */
interface Known extends NamedCommune {
  readonly code: string;
}

/** All the ways to communes. */
interface Index {
  readonly references: References;
  readonly known: readonly Known[];
  /** By the folded official name. */
  readonly named: ReadonlyMap<string, readonly Known[]>;
  /** By the name of a part of it, or by a looser writing. */
  readonly alsoNamed: ReadonlyMap<string, readonly Known[]>;
  readonly byPostalCode: ReadonlyMap<string, readonly Known[]>;
  /** Codes of the observatory's départements. */
  readonly departements: ReadonlySet<string>;
  /** The same, by folded name or id. */
  readonly departementsNamed: ReadonlyMap<string, string>;
}

function indexCommunes(references: References, territoires: Settings['territoires']): Index {
  const known = [...references.communes].map(([code, commune]): Known => ({ ...commune, code }));
  const departements = new Set(known.flatMap(({ departement }) => departement ?? []));
  const names = territoires.flatMap(({ id, nom, code }) =>
    code !== undefined && departements.has(code) ? [id, nom].map((name) => [foldName(name), code] as const) : [],
  );
  return {
    references,
    known,
    named: groupByEach(known, ({ nom }) => [foldName(nom)]),
    alsoNamed: groupByEach(known, listOtherNames),
    byPostalCode: groupByEach(known, ({ codesPostaux = [] }) => codesPostaux),
    departements,
    departementsNamed: new Map(names),
  };
}

function groupByEach<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

/** The names of its parts ("Hellemmes-Lille" is also "Hellemmes"), and its own without an article. */
function listOtherNames({ nom, anciensNoms = [] }: Known): readonly string[] {
  const suffix = ` ${foldName(nom)}`;
  const parts = anciensNoms.map(foldName);
  const alone = parts.filter((part) => part.endsWith(suffix)).map((part) => part.slice(0, -suffix.length));
  return [foldName(nom), ...parts, ...alone].map(loosen).concat(parts, alone);
}

/** A folded name without its article and its spaces, and with one spelling of « lès ». */
function loosen(name: string): string {
  return name
    .replace(/^(?:la|le|les|l) /, '')
    .replace(/ lez /g, ' les ')
    .replace(/ /g, '');
}

/** The texts of a line, cleaned. */
interface Texts {
  readonly code: string;
  readonly nom: string;
  /** Ways to read the name, the likeliest first; those of one reading are equally likely. */
  readonly readings: readonly (readonly string[])[];
  readonly codePostal: string;
  /** Codes of the départements where the commune may lie; undefined when nothing says it. */
  readonly departements: ReadonlySet<string> | undefined;
  readonly remarks: readonly CommuneRemark[];
}

function readTexts({ code = '', nom = '', codePostal = '', departement = '' }: WrittenCommune, index: Index): Texts {
  const { code: mended, remarks } = mendCode(code || (isKnown(nom, index) ? nom : ''), index.references);
  const isPostal = !isKnown(mended, index) && index.byPostalCode.has(mended);
  const postal = readPostalCode(codePostal) || (isPostal ? mended : '') || readPostalCode(nom);
  const named = departement === '' ? undefined : findDepartement(departement, index);
  return {
    code: isPostal ? '' : mended,
    nom,
    readings: readName(nom),
    codePostal: postal,
    departements: named ?? findDepartement(bracketed(nom), index) ?? departementsOf(postal, index),
    remarks: [
      ...(isPostal ? [remark('code', 'code postal à la place du code INSEE', CODE.expected)] : remarks),
      ...(departement !== '' && !named ? [askDepartement(departement, index)] : []),
    ],
  };
}

function mendCode(code: string, references: References | undefined) {
  const { text, problem } = mendCell(code, CODE, { references });
  const remarks = problem === undefined ? [] : [remark('code', problem, CODE.expected, { mended: text })];
  return { code: text, remarks };
}

function isKnown(code: string, { references }: Index): boolean {
  return references.communes.has(code) || references.formerCommunes.has(code);
}

/** Five figures, whatever stands around them; a lost zero comes back. */
function readPostalCode(text: string): string {
  const [code] = /(?<!\d)\d{2} ?\d{3}(?!\d)/.exec(text) ?? (/^\d{4}$/.test(text) ? [`0${text}`] : []);
  return code?.replace(' ', '') ?? '';
}

function bracketed(text: string): string {
  return /\(([^)]*)\)/.exec(text)?.[1]?.trim() ?? '';
}

/** "59000 LILLE CEDEX 9", "Paris 11e", "Lille (Hellemmes)", "Condé s/ l'Escaut" as names that lists have. */
function readName(written: string): readonly (readonly string[])[] {
  const cleaned = fold(written)
    .replace(/\bcedex\b(?: *\d+)?/g, ' ')
    .replace(/(?<!\d)\d{2} ?\d{3}(?!\d)/g, ' ')
    .replace(/, *france *$/, '')
    .replace(/&/g, ' et ');
  const inside = bracketed(cleaned);
  const outside = cleaned.replace(/\([^)]*\)/g, ' ').trim();
  const readings = /^(?:la|le|les|l')$/.test(inside) ? [`${inside} ${outside}`] : [outside, inside];
  return readings.map(spellOut).filter((names) => names.length > 0);
}

/** What a name may stand for: « s/ » is « sur » or « sous », and an arrondissement is no commune. */
function spellOut(reading: string): readonly string[] {
  const whole = reading.replace(/\s\d{1,2} *(?:er|e|eme)?(?: arr\S*)?$/, '');
  const spelled = ['sur', 'sous'].map((word) => whole.replace(/(?<=\s)s *\/ */g, `${word} `));
  const names = spelled.map((name) => foldName(name.replace(/[,;./]+/g, ' ')).trim());
  return [...new Set(names)].filter(Boolean);
}

/** The observatory's département that a text names, or none of its own ("75"); undefined when it names no département. */
function findDepartement(text: string, index: Index): ReadonlySet<string> | undefined {
  const [number] =
    /^(?:2[ab]|\d{2,3})$|(?<=\()(?:2[ab]|\d{2,3})(?=\))|^(?:2[ab]|\d{2,3})(?= *[-–:] )/i.exec(text) ?? [];
  const name = foldName(text.replace(/\(.*\)|^\S+ *[-–:] /g, ' ')).trim();
  const code = number?.toUpperCase().replace(/^0(?=\d\d$)/, '');
  const own = [text, code ?? ''].find((candidate) => index.departements.has(candidate));
  const found = own ?? index.departementsNamed.get(foldName(text)) ?? index.departementsNamed.get(name);
  if (found !== undefined) return new Set([found]);
  return code === undefined ? undefined : new Set([code]);
}

/** Where a postal code lies, by its beginning; nothing where the list of communes has no postal codes. */
function departementsOf(postal: string, { byPostalCode }: Index): ReadonlySet<string> | undefined {
  if (postal === '' || byPostalCode.size === 0) return undefined;
  if (postal.startsWith('20')) return new Set(['2A', '2B']);
  return new Set([postal.slice(0, /^9[78]/.test(postal) ? 3 : 2)]);
}

function askDepartement(departement: string, { departementsNamed }: Index): CommuneRemark {
  const nearest = findNearest(departement, departementsNamed.keys());
  return remark('departement', 'département inconnu du territoire', 'un département, par son nom ou son code', {
    nearest,
  });
}

function findByCode(texts: Texts, index: Index): ResolvedCommune {
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

function findByName(texts: Texts, index: Index): ResolvedCommune {
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
  if (!commune)
    return isElsewhere(texts, index) ? { ...none, isOutside: true } : { ...none, remarks: [askCommune(texts, index)] };
  const by = readings.length === 0 ? 'le code postal' : `le nom${describeHelp(texts, postal, commune)}`;
  const remarks = [
    remark(aboutOf(texts), `code INSEE absent, trouvé par ${by}`, CODE.expected, { mended: commune.code }),
    ...compareName(texts, commune, index),
    ...comparePostalCode(texts, commune, index),
  ];
  return { code: commune.code, nom: commune.nom, isOutside: false, remarks };
}

/** The communes of a name that the postal code allows, else those that the département allows. */
function listNamed({ readings, departements }: Texts, postal: readonly Known[], index: Index): readonly Known[] {
  const inPostalCode = (commune: Known) => postal.includes(commune);
  const inDepartement = ({ departement }: Known) =>
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

function describeHelp({ departements }: Texts, postal: readonly Known[], commune: Known): string {
  if (postal.includes(commune)) return ' et le code postal';
  return departements === undefined ? ' seul' : ' et le département';
}

/** True when the département is known, and not one of the observatory's. */
function isElsewhere({ departements: written }: Texts, { departements }: Index): boolean {
  return written !== undefined && departements.size > 0 && [...written].every((code) => !departements.has(code));
}

function askCommune(texts: Texts, { known, byPostalCode }: Index): CommuneRemark {
  const { nom, codePostal, departements } = texts;
  const allowed = known.filter(({ departement }) => departements === undefined || departements.has(departement ?? ''));
  const around = byPostalCode.get(codePostal) ?? allowed;
  const close =
    findNearest(
      nom,
      around.map((commune) => commune.nom),
    ) ??
    findNearest(
      nom,
      allowed.map((commune) => commune.nom),
    );
  const nearest = allowed.find((commune) => commune.nom === close);
  const problem = nom === '' ? 'code postal inconnu du territoire' : 'commune inconnue du territoire';
  const expected = 'une commune de la liste officielle, ou son code INSEE';
  return remark(aboutOf(texts), problem, expected, { level: 'erreur', nearest: nearest && listCommunes([nearest]) });
}

function aboutOf({ readings }: Texts): 'nom' | 'codePostal' {
  return readings.length > 0 ? 'nom' : 'codePostal';
}

/** What there is to tell of a name that is not the official one. */
function compareName({ nom, readings }: Texts, commune: Known, { named, alsoNamed }: Index): readonly CommuneRemark[] {
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

function comparePostalCode({ codePostal }: Texts, { code, nom, codesPostaux = [] }: Known, { byPostalCode }: Index) {
  const others = byPostalCode.get(codePostal);
  if (!others || others.some((other) => other.code === code)) return [];
  return [
    remark('codePostal', 'code postal d’une autre commune', `un code postal de ${nom} : ${codesPostaux.join(', ')}`),
  ];
}

/** "59350 Lille (59), 62041 Arras (62)". */
function listCommunes(communes: readonly Known[]): string {
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
