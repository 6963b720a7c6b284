import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { serve } from '../testing/served.ts';
import { openApi } from './document.ts';

type Node = Readonly<Record<string, unknown>>;
const document = JSON.parse(JSON.stringify(openApi())) as Readonly<{
  paths: Record<string, Record<string, Node>>;
  components: Record<string, Node>;
}>;

/** Every property of every schema, by its place. */
function fieldsIn(node: unknown, path = ''): [string, Node][] {
  if (typeof node !== 'object' || node === null) return [];
  const { properties } = node as Node;
  const own = Object.entries((typeof properties === 'object' ? properties : {}) as Record<string, Node>);
  const inner = Object.entries(node).filter(([name]) => !['examples', 'example', 'default'].includes(name));
  return [
    ...own.map(([name, field]): [string, Node] => [`${path}/${name}`, field]),
    ...inner.flatMap(([name, value]) => fieldsIn(value, `${path}/${name}`)),
  ];
}

describe('The OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(document)) as Record<string, unknown>);
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('says of every field what it is, with an example', () => {
    const fields = fieldsIn(document);
    expect(fields.length).toBeGreaterThan(400);
    const silent = fields.filter(([, field]) => typeof field !== 'object' || !('description' in field) || !('examples' in field));
    expect(silent.map(([path]) => path)).toEqual([]);
  });

  it('says of every operation and parameter what it is, with an example', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    for (const { operationId, description, parameters = [], responses } of operations) {
      expect([operationId, typeof description]).toEqual([operationId, 'string']);
      for (const parameter of parameters as Node[])
        expect('$ref' in parameter || ('description' in parameter && 'example' in parameter)).toBe(true);
      for (const response of Object.values(responses as Record<string, Node>))
        expect('$ref' in response || 'description' in response).toBe(true);
    }
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has every route of the server, and no other', async () => {
    const api = await serve();
    await api.close();
    const routes = api.routes.map((route) => route.replaceAll(/:(\w+)/g, '{$1}')).filter((route) => !/^(HEAD|OPTIONS) /.test(route));
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(routes.sort()).toEqual(described.sort());
  });

  it('is what is committed: `npm run openapi` writes it anew', () => {
    expect(JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8'))).toEqual(document);
  });

  it('is served', async () => {
    const api = await serve();
    expect(await (await api.fetch('/v1/openapi.json')).json()).toEqual(document);
    await api.close();
  });
});
