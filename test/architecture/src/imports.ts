import ts from 'typescript';

/** One import of a file: from where, and the names as they are called there (`*` = all). */
export type Import = Readonly<{ specifier: string; names: readonly string[] }>;

/** Every import, export-from, `import()`, `require()` and import type of a TypeScript source, found by the compiler's own parser. */
export function importsOf(file: string, source: string): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier && ts.isStringLiteralLike(specifier)) found.push({ specifier: specifier.text, names: namesOf(node) });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return found;
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  return ts.isCallExpression(node) && loads(node.expression) ? node.arguments[0] : undefined;
}

/** `import(…)`, `require(…)` and `createRequire(…)(…)` */
const loads = (callee: ts.Expression): boolean =>
  callee.kind === ts.SyntaxKind.ImportKeyword ||
  (ts.isIdentifier(callee) && callee.text === 'require') ||
  (ts.isCallExpression(callee) && ts.isIdentifier(callee.expression) && callee.expression.text === 'createRequire');

function namesOf(node: ts.Node): string[] {
  if (ts.isImportDeclaration(node)) return namesOfClause(node.importClause);
  if (ts.isExportDeclaration(node)) return namesOfBindings(node.exportClause);
  if (ts.isImportTypeNode(node) && node.qualifier) return [node.qualifier.getText().split('.')[0] ?? '*'];
  return ['*'];
}

function namesOfClause(clause: ts.ImportClause | undefined): string[] {
  if (!clause) return [];
  const bindings = clause.namedBindings ? namesOfBindings(clause.namedBindings) : [];
  return clause.name ? ['default', ...bindings] : bindings;
}

const namesOfBindings = (bindings: ts.NamedImportBindings | ts.NamedExportBindings | undefined): string[] =>
  bindings && (ts.isNamedImports(bindings) || ts.isNamedExports(bindings))
    ? bindings.elements.map((each) => (each.propertyName ?? each.name).text)
    : ['*'];
