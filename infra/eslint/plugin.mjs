/** The two rules that no stock rule can express. */
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { whyNot } from '../boundaries.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const nameOf = (node) => node.name ?? node.value;
const namesOf = (node) =>
  node.specifiers.map((each) =>
    each.type === 'ImportDefaultSpecifier'
      ? 'default'
      : each.type === 'ImportNamespaceSpecifier'
        ? '*'
        : nameOf(each.imported ?? each.local),
  );

/** Asks the table of infra/boundaries.mjs about every import, export-from, `import()` and import type. */
const whoMayImportWhom = {
  meta: { type: 'problem', schema: [], messages: { no: '{{why}}.' } },
  create(context) {
    const file = relative(root, context.filename).split(sep).join('/');
    const check = (node, source, names) => {
      const why = typeof source?.value === 'string' && whyNot(file, source.value, names);
      if (why) context.report({ node, messageId: 'no', data: { why } });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source, namesOf(node)),
      ExportNamedDeclaration: (node) => check(node, node.source, namesOf(node)),
      ExportAllDeclaration: (node) => check(node, node.source, ['*']),
      ImportExpression: (node) => check(node, node.source, ['*']),
      TSImportType: (node) => check(node, node.source, [node.qualifier ? (node.qualifier.left ?? node.qualifier).name : '*']),
    };
  },
};

/** `eslint-disable` says why after ` -- `. */
const reasonToDisable = {
  meta: { type: 'problem', schema: [], messages: { no: 'Say why after " -- ": what makes the rule wrong here?' } },
  create(context) {
    const silent = (comment) => /^\s*eslint-disable/.test(comment.value) && !/\s--\s+\S/.test(comment.value);
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments().filter(silent)) context.report({ loc: comment.loc, messageId: 'no' });
      },
    };
  },
};

export default { rules: { 'who-may-import-whom': whoMayImportWhom, 'reason-to-disable': reasonToDisable } };
