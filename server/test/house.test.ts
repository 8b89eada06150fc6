/** What the house asks of its rooms that only a look at all of them together can tell. */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '@oneneedle/contract';
import { describe, expect, it } from 'vitest';
import { problemTables } from '../src/platform/index.ts';
import { policies } from '../src/program.ts';

const checkout = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(checkout, path), 'utf8');
const paths = (pattern: string) => globSync(pattern, { cwd: checkout }).sort();
const glossary = read('docs/glossary.md');

/** The room that made each table, by the name of its migration: `0006-ledger.sql`. */
const ownerOf = new Map(
  paths('server/migrations/*.sql').flatMap((path) => {
    const room = /\d{4}-([a-z]+)/.exec(path)?.[1] ?? '';
    const tables = [...read(path).matchAll(/^create table ([\w.]+) \(/gm)];
    return tables.map(([, table = '']) => [table, room] as const);
  }),
);

describe('a table', () => {
  it('has its word in the glossary, under the name that it has', () => {
    expect(ownerOf.size).toBeGreaterThan(20);
    const missing = [...ownerOf.keys()].filter(
      (table) => !glossary.toLowerCase().includes(`\`${table}\``),
    );
    expect(missing).toEqual([]);
  });

  it('is asked only by the room that made it; the others ask that room', () => {
    const foreign = paths('server/src/*/**/*.ts')
      .filter((path) => !path.endsWith('.test.ts') && !path.endsWith('.generated.ts'))
      .flatMap((path) => {
        const room = path.split('/')[2] ?? '';
        return tablesIn(read(path))
          .filter((table) => !isOwn(table, room))
          .map((table) => `${path}: ${table}`);
      });
    expect([...new Set(foreign)]).toEqual([]);
  });
});

function isOwn(table: string, room: string): boolean {
  const owner = ownerOf.get(table);
  return owner === undefined || owner === room || owner === 'platform'; // under every room
}

/** The tables that queries name, in methods or in SQL. */
function tablesIn(text: string): string[] {
  const methods = /(?:selectFrom|insertInto|updateTable|deleteFrom|[a-z]+Join)\(\s*'([a-z_]+)/g;
  const sql = /\b(?:from|join|into|update) ([a-z_]+)\b/g;
  const written = [...text.matchAll(/sql(?:<[^`]*>)?`([^`]*)`/g)].map(([, body = '']) => body);
  return [
    ...[...text.matchAll(methods)].map(([, table = '']) => table),
    ...written.flatMap((body) => [...body.matchAll(sql)].map(([, table = '']) => table)),
  ];
}

describe('an address', () => {
  it('is made of words of the glossary, and of deeds', () => {
    const nouns = new Set(glossary.toLowerCase().match(/[a-z]+/g));
    const isKnown = (word: string) =>
      nouns.has(word) || nouns.has(word.replace(/s$/, '')) || nouns.has(word.replace(/ies$/, 'y'));
    const parts = Object.values(contract).flatMap((room) =>
      Object.values(room as Readonly<Record<string, Procedure>>).flatMap(pathOf),
    );
    expect(parts.length).toBeGreaterThan(200);
    const unknown = parts.filter((part) => !deeds.has(part) && !part.split('-').every(isKnown));
    expect([...new Set(unknown)].sort()).toEqual([]);
    expect([...deeds].filter((deed) => !parts.includes(deed))).toEqual([]);
  });
});

interface Procedure {
  readonly '~orpc': { readonly route: { readonly path?: string } };
}

function pathOf(procedure: Procedure): string[] {
  const { path = '' } = procedure['~orpc'].route;
  return path.split('/').filter((part) => part !== '' && !part.startsWith('{'));
}

/** Words of addresses that are no nouns of the trade: what is done, or of the protocol itself. */
const deeds: ReadonlySet<string> = new Set([
  'health',
  'live',
  'ready',
  'public',
  'auth',
  'admit',
  'confirm',
  'disable',
  'enable',
  'unlock',
  'erase',
  'export',
  'finish',
  'lint',
  'marked',
  'merge',
  'next',
  'options',
  'preview',
  'related',
]);

describe('a problem', () => {
  const codes = [...problemTables].flatMap(([room, kinds]) =>
    Object.keys(kinds).map((code) => ({ room, code })),
  );

  it('belongs to a room with addresses', () => {
    expect(codes.length).toBeGreaterThan(150);
    const rooms = new Set([...Object.keys(policies), 'gate']);
    expect(codes.filter(({ room }) => !rooms.has(room))).toEqual([]);
  });

  it('can happen: a deed throws it, or a constraint of the database stands for it', () => {
    const sources = paths('server/src/**/*.ts')
      .filter((path) => !/\.test\.ts$|problems\.ts$|problem-kinds\.ts$/.test(path))
      .map(read)
      .join('\n');
    const dead = codes.filter(
      ({ room, code }) =>
        !sources.includes(`'${code}'`) && problemTables.get(room)?.[code]?.constraint === undefined,
    );
    expect(dead).toEqual([]);
  });

  it('is provoked by a test', () => {
    const tests = paths('server/{src,test}/**/*.ts').filter(
      (path) => /\/test\/|\.test\.ts$/.test(path) && !path.endsWith('house.test.ts'),
    );
    const texts = tests.map((path) => ({ path, text: read(path) }));
    const isProvoked = ({ room, code }: { room: string; code: string }) => {
      const constraint = problemTables.get(room)?.[code]?.constraint;
      return texts.some(
        ({ path, text }) =>
          text.includes(`'${room}.${code}'`) ||
          (path.includes(room) && text.includes(`'${code}'`)) ||
          (constraint !== undefined && text.includes(`'${constraint}'`)),
      );
    };
    expect(codes.filter((one) => !isProvoked(one))).toEqual([]);
  });
});
