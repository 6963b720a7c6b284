import { isTest, libraries, whyNot } from '@kithline/infra/boundaries.mjs';
import { importsOf } from './imports.ts';
import { filesBelow, jsonOf, projectsIn, textOf } from './tree.ts';

/** What is wrong with the imports of a source, were it in that file. */
const violations = (file: string, source: string): string[] =>
  importsOf(file, source).flatMap(({ specifier, names }) => whyNot(file, specifier, [...names]) ?? []);

describe('A planted violation', () => {
  it.each([
    ['libs/touchpoints/src/x.ts', "import { type Recorded } from '@kithline/log'", 'touchpoints may not import log'],
    ['libs/touchpoints/src/x.ts', "import { Injectable } from '@nestjs/common'", '@nestjs/common may be imported in apps/api/ only'],
    ['libs/touchpoints/src/x.ts', "import { readFileSync } from 'node:fs'", 'touchpoints is pure: no node:fs there'],
    ['libs/touchpoints/src/x.spec.ts', "import { line } from '@kithline/examples'", 'examples are made of touchpoints'],
    ['libs/log/src/x.ts', "import type { GraphStore } from '@kithline/graph'", 'log may not import graph'],
    ['libs/log/src/x.ts', "import Database from 'better-sqlite3'", 'better-sqlite3 may be imported in libs/log/src/sqlite/ only'],
    ['libs/log/src/in-memory/x.ts', "const client = await import('@eventstore/db-client')", 'libs/log/src/eventstoredb/ only'],
    ['libs/log/src/x.ts', "import Ajv from 'ajv/dist/2020.js'", 'ajv may be imported in libs/touchpoints/src/ only'],
    ['libs/log/src/x.ts', "import { DAY } from '../../touchpoints/src/time.ts'", 'belongs to another project'],
    ['libs/log/src/x.ts', "import { DAY } from '@kithline/touchpoints/src/time.ts'", 'a library is imported by its name alone'],
    ['libs/graph/src/x.ts', "import type { Id, TouchpointEvent } from '@kithline/touchpoints'", 'not TouchpointEvent'],
    ['libs/graph/src/x.ts', "import * as all from '@kithline/touchpoints'", 'not *'],
    ['libs/graph/src/x.ts', "type E = import('@kithline/touchpoints').TouchpointEvent", 'not TouchpointEvent'],
    ['libs/graph/src/x.ts', "import type { Recorded } from '@kithline/log'", 'graph may not import log'],
    ['libs/graph/src/referral-graph.ts', "import neo4j from 'neo4j-driver'", 'neo4j-driver may be imported in libs/graph/src/neo4j/ only'],
    ['libs/projection/src/x.ts', "import { retention } from '@kithline/metrics'", 'projection may not import metrics'],
    ['libs/projection/src/x.ts', "import { xoroshiro128plus } from 'pure-rand'", 'pure-rand may be imported in libs/metrics/src/ only'],
    ['libs/metrics/src/x.ts', "export { type EventLog } from '@kithline/log'", 'metrics may not import log'],
    ['libs/metrics/src/x.ts', "export * from '@kithline/projection'", 'metrics may not import projection'],
    ['libs/metrics/src/x.ts', "export * from '@kithline/network/reading'", 'metrics may not import network'],
    ['libs/metrics/src/x.ts', "import { wireType } from '@kithline/touchpoints'", 'not wireType'],
    ['libs/metrics/src/x.ts', "import { theBookClub } from '@kithline/examples'", 'examples are for specs, test/ and apps/cli'],
    ['libs/metrics/src/x.ts', "import fc from 'fast-check'", 'fast-check is for specs only'],
    ['libs/metrics/src/x.ts', "import _ from 'lodash'", 'lodash has no home in libs/metrics'],
    ['libs/metrics/src/x.ts', "import { behavesLikeAGraph } from './graph.contract.ts'", 'is for specs only'],
    ['libs/examples/src/x.ts', "import { openLog } from '@kithline/log'", 'examples may not import log'],
    ['apps/cli/src/x.ts', "import Database from 'better-sqlite3'", 'better-sqlite3 may be imported in'],
    ['apps/cli/src/x.ts', "import neo4j from 'neo4j-driver'", 'neo4j-driver may be imported in'],
    ['apps/cli/src/x.ts', "import { NestFactory } from '@nestjs/core'", '@nestjs/core may be imported in apps/api/ only'],
    ['apps/projector/src/x.ts', "import { IsString } from 'class-validator'", 'class-validator may be imported in apps/api/ only'],
    ['apps/projector/src/x.ts', "import { createServer } from 'node:http'", 'may be imported in apps/projector/src/health/ only'],
    ['apps/projector/src/x.ts', "import { line } from '@kithline/examples'", 'examples are for specs, test/ and apps/cli'],
    ['apps/api/src/x.ts', "import { createElement } from 'react'", 'react may be imported in apps/web/ only'],
    ['apps/web/src/x.tsx', "import { render } from '@testing-library/react'", 'is not among the dependencies of apps/web/package.json'],
    ['apps/cli/src/x.ts', "import chalk from 'chalk'", 'chalk is not among the dependencies of apps/cli/package.json'],
    ['apps/cli/src/x.ts', "import { x } from '@kithline/everything'", 'there is no library everything'],
    ['apps/cli/src/x.ts', "createRequire(import.meta.url)('better-sqlite3')", 'better-sqlite3 may be imported in'],
    ['apps/cli/src/x.ts', "require('better-sqlite3')", 'better-sqlite3 may be imported in'],
  ])('in %s is caught: %s', (file, source, reason) => {
    expect(violations(file, source)).toEqual([expect.stringContaining(reason)]);
  });
});

describe('An allowed import', () => {
  it.each([
    ['libs/touchpoints/src/x.ts', "import Ajv from 'ajv/dist/2020.js'"],
    ['libs/log/src/x.ts', "import type { TouchpointEvent } from '@kithline/touchpoints'"],
    ['libs/log/src/sqlite/x.ts', "import Database from 'better-sqlite3'"],
    ['libs/log/src/eventstoredb/x.ts', "import { EventStoreDBClient } from '@eventstore/db-client'"],
    ['libs/graph/src/x.ts', "import { type Id, DAY, parseInstant, type Purpose } from '@kithline/touchpoints'"],
    ['libs/graph/src/neo4j/x.ts', "import neo4j from 'neo4j-driver'"],
    ['libs/projection/src/x.ts', "import type { EventLog } from '@kithline/log'"],
    ['libs/metrics/src/x.ts', "import type { ReferralGraph } from '@kithline/graph'"],
    ['libs/metrics/src/x.ts', "import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'"],
    ['libs/metrics/src/x.spec.ts', "import { theBookClub } from '@kithline/examples'"],
    ['libs/metrics/src/x.spec.ts', "import fc from 'fast-check'"],
    ['apps/cli/src/x.ts', "import { generate } from '@kithline/examples'"],
    ['apps/cli/src/x.ts', "import { Command } from 'commander'"],
    ['apps/cli/src/x.ts', "import { readLines } from '@kithline/network/reading'"],
    ['apps/api/src/main.ts', "import { NestFactory } from '@nestjs/core'"],
    ['apps/web/src/x.tsx', "import { useState } from 'react'"],
    ['apps/web/src/x.spec.tsx', "import { render } from '@testing-library/react'"],
    ['apps/web/vite.config.ts', "import { defineConfig } from 'vite'"],
    ['test/stories/src/x.spec.ts', "import { openLog } from '@kithline/log'"],
  ])('in %s passes: %s', (file, source) => {
    expect(violations(file, source)).toEqual([]);
  });
});

const sources = ['apps', 'libs', 'test'].flatMap(filesBelow).filter((file) => /\.tsx?$/.test(file) && !file.startsWith('test/bench/'));

describe('The whole tree', () => {
  it('is read at all', () => {
    expect(sources).toContain('libs/log/src/event-log.ts');
  });

  it('imports only what it may', () => {
    expect(sources.flatMap((file) => violations(file, textOf(file)).map((why) => `${file}: ${why}`))).toEqual([]);
  });

  it('has its libraries in the table, and no others', () => {
    expect(projectsIn('libs').sort()).toEqual(
      Object.keys(libraries)
        .map((name) => `libs/${name}`)
        .sort(),
    );
  });

  it.each(projectsIn('libs'))('tags %s with its name, which the rule of Nx goes by', (project) => {
    expect(jsonOf<{ nx: { tags: string[] } }>(`${project}/package.json`).nx.tags).toEqual([
      'type:lib',
      `lib:${project.slice('libs/'.length)}`,
    ]);
  });

  it.each(projectsIn('libs'))('lists among the dependencies of %s only what it may import', (project) => {
    const { dependencies = {} } = jsonOf<{ dependencies?: Record<string, string> }>(`${project}/package.json`);
    const mine = Object.keys(libraries[project.slice('libs/'.length)] ?? {});
    const named = Object.keys(dependencies).filter((name) => name.startsWith('@kithline/'));
    expect(mine.map((name) => `@kithline/${name}`)).toEqual(expect.arrayContaining(named));
  });

  it('calls a file a test only when no build has it', () => {
    const excluded = ['src/**/*.spec.ts', 'src/**/*.contract.ts', 'src/**/testing/**'];
    for (const project of projectsIn('libs'))
      expect(jsonOf<{ exclude: string[] }>(`${project}/tsconfig.build.json`).exclude).toEqual(expect.arrayContaining(excluded));
    expect(['libs/log/src/x.spec.ts', 'libs/log/src/x.contract.ts', 'libs/log/src/testing/x.ts', 'libs/log/src/x.ts'].map(isTest)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
