import { type Document, isMap, isNode } from 'yaml';
import { z } from 'zod';
import type { Fault } from '../csv/fault.ts';
import { findNearest } from '../csv/nearest.ts';
import { expectedOf, isZods } from './expected.ts';
import { parseYaml, plainOf, type YamlError } from './yaml.ts';

/** The value of a YAML or JSON file, or its faults with their lines. */
export type DocumentReading<T> =
  | { readonly value: T; readonly faults: readonly [] }
  | { readonly value: null; readonly faults: readonly Fault[] };

type Path = readonly PropertyKey[];

/** Reads YAML (JSON is a part of it) and checks it against a schema; every fault has its line and its key. */
export function readDocument<T>(text: string, file: string, schema: z.ZodType<T>): DocumentReading<T> {
  const { document, errors, lineOf: lineAt } = parseYaml(text);
  if (errors.length > 0) {
    const faults = errors.map(
      ({ line, kind }): Fault => ({ level: 'erreur', file, line, ...describeSyntax(kind, file.endsWith('.json')) }),
    );
    return {
      value: null,
      faults: faults.filter(({ line }, i) => faults.findIndex((other) => other.line === line) === i),
    };
  }
  const content = plainOf(document);
  const result = schema.safeParse(content);
  if (result.success) return { value: result.data, faults: [] };
  const lineOf = (path: Path) => lineAt(offsetOf(document, path));
  return {
    value: null,
    faults: result.error.issues.flatMap((issue) => describeIssue(issue, content, schema, file, lineOf)),
  };
}

function describeSyntax(kind: YamlError['kind'], isJson: boolean): Pick<Fault, 'problem' | 'expected'> {
  switch (kind) {
    case 'double':
      return { problem: 'clé en double', expected: 'chaque clé une seule fois' };
    case 'document':
      return {
        problem: 'un deuxième document commence ici, et rien ne le lirait',
        expected: 'un seul document : tout à la suite, sans ligne « --- » entre deux',
      };
    default:
      return {
        problem: 'syntaxe incorrecte',
        expected: isJson
          ? 'une virgule entre deux éléments, guillemets, crochets et accolades fermés'
          : 'des lignes « clé: valeur », bien alignées, guillemets et crochets fermés',
      };
  }
}

function describeIssue(
  issue: z.core.$ZodIssue,
  content: unknown,
  schema: z.ZodType,
  file: string,
  lineOf: (path: Path) => number,
): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysAt(schema, issue.path);
    const list = allowed.map((name) => `« ${name} »`).join(', ');
    return issue.keys.map((key) => ({
      level: 'erreur',
      file,
      line: lineOf([...issue.path, key]),
      columnName: [...issue.path, key].join('.'),
      problem: 'clé inconnue',
      expected: isZods(issue.message) ? list : `dans ${issue.message}, ${list}`,
      nearest: findNearest(key, allowed),
    }));
  }
  const value = valueAt(content, issue.path);
  const expected = expectedOf(issue);
  const named = issue.path.length === 0 ? {} : { columnName: issue.path.join('.') };
  const fault: Fault = { level: 'erreur', file, line: lineOf(issue.path), ...named, expected };
  if (issue.path.length === 0) return [{ ...fault, problem: 'contenu illisible' }];
  if (value === undefined) return [{ ...fault, problem: 'clé absente' }];
  return [typeof value === 'object' ? fault : { ...fault, value: String(value) }];
}

/** Where a key stands in the text, or the deepest of its parents that is there. */
function offsetOf(document: Document, path: Path): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = document.getIn(path.slice(0, depth - 1), true) ?? document.contents;
    const name = path[depth - 1];
    const pair = isMap(parent) ? parent.items.find(({ key }) => String(key) === String(name)) : undefined;
    if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function valueAt(content: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    content,
  );
}

function keysAt(schema: z.ZodType, path: Path): string[] {
  const inner = unwrap(schema);
  if (path.length === 0) return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
  const [key, ...rest] = path;
  const next = memberOf(inner, key!);
  return next ? keysAt(next as z.ZodType, rest) : [];
}

function memberOf(schema: z.ZodType, key: PropertyKey): unknown {
  if (schema instanceof z.ZodObject) return schema.shape[String(key)];
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodTuple) return schema.def.items[Number(key)];
  return schema instanceof z.ZodRecord ? schema.valueType : undefined;
}

function unwrap(schema: z.ZodType): z.ZodType {
  const wrapped = schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault;
  return wrapped ? unwrap(schema.unwrap() as z.ZodType) : schema;
}
