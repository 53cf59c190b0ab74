import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const SOURCE = join(import.meta.dirname, '../../src');

/** Every problem that the code of some rooms words, as it is written there; what is only known when it runs reads "2". */
export function saidProblems(rooms: readonly string[]): readonly string[] {
  return readRooms(rooms, (node) => (isProblem(node) ? readTexts(node.initializer) : []));
}

/** Every text of the code of some rooms: a problem may be worded far from where it is told. */
export function saidTexts(rooms: readonly string[]): readonly string[] {
  return readRooms(rooms, (node) => readTexts(node as ts.Expression));
}

function readRooms(rooms: readonly string[], read: (node: ts.Node) => readonly string[]): readonly string[] {
  const readAll = (node: ts.Node): readonly string[] => [...read(node), ...node.getChildren().flatMap(readAll)];
  const texts = rooms
    .flatMap(listFiles)
    .flatMap((path) => readAll(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)));
  return [...new Set(texts)];
}

function listFiles(room: string): readonly string[] {
  return readdirSync(join(SOURCE, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(SOURCE, room, name));
}

/** `problem: …` and `const problem = …`. */
function isProblem(node: ts.Node): node is ts.PropertyAssignment | ts.VariableDeclaration {
  return (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) && node.name.getText() === 'problem';
}

/** The texts that an expression may be worth. */
function readTexts(node: ts.Expression | undefined): readonly string[] {
  if (!node) return [];
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...readTexts(node.whenTrue), ...readTexts(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return readTexts(node.expression);
  if (ts.isTemplateExpression(node)) {
    return node.templateSpans.reduce<readonly string[]>(
      (starts, { expression, literal }) =>
        starts.flatMap((start) => readHole(expression).map((hole) => start + hole + literal.text)),
      [node.head.text],
    );
  }
  return [];
}

/** What stands in a template: words where the code has some, a number where it has not. */
function readHole(node: ts.Expression): readonly string[] {
  if (ts.isCallExpression(node) && node.expression.getText() === 'plural') {
    return node.arguments.slice(1).flatMap((word) => readTexts(word).map((text) => `2 ${text}`));
  }
  const texts = readTexts(node);
  return texts.length > 0 ? texts : ['2'];
}
