/**
 * Writes what a reviewer of the API reads: the OpenAPI document, who may use which address, and
 * every refusal with its sentence. With `--check` nothing is written, a difference is named.
 */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ProblemKind, problemTables, type Rule, roles } from '../src/platform/index.ts';
import { openapiText, policies, rulesOf } from '../src/program.ts';

const folder = join(import.meta.dirname, '../../docs/reference/api');

const outputs: Readonly<Record<string, string>> = {
  'openapi.generated.json': `${JSON.stringify(JSON.parse(await openapiText('http://127.0.0.1:8080')), null, 1)}\n`,
  'permissions.md': permissions(),
  'problems.md': problems(),
};

/** A cell says yes with ●; an empty one is refused with 403, or 404 where the town is not one's own. */
function permissions(): string {
  const rules = rulesOf(policies);
  const columns = ['public', 'account', ...roles];
  const rows = [...rules].map(([deed, rule]) => [
    `\`${deed}\``,
    ...columns.map((column) => (permits(rule, column) ? '●' : '')),
  ]);
  return [
    '# Who may use which address',
    '',
    'Generated from the policies of the rooms: `npm run gen`. What has no row is denied. `public` is anybody, `account` whoever is',
    'signed in; the others are roles held in the town of the address. Narrower limits (own office, own entry) are judged by the deed.',
    '',
    `| deed | ${columns.join(' | ')} |`,
    `|---|${columns.map(() => ':-:').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n');
}

function permits(rule: Rule, column: string): boolean {
  if (rule === 'public') return true;
  if (rule === 'account') return column !== 'public';
  if (rule === 'member') return column !== 'public' && column !== 'account';
  return (rule as readonly string[]).includes(column);
}

/** The sentences with their data's names in braces. */
function problems(): string {
  const rows = [...problemTables].flatMap(([room, kinds]) =>
    Object.entries(kinds).map(([code, kind]) => {
      const { status, zh, en } = kind as unknown as ProblemKind<unknown>;
      return `| \`${room}.${code}\` | ${status} | ${sentence(zh)} | ${sentence(en)} |`;
    }),
  );
  return [
    '# Refusals',
    '',
    'Generated from the problems of the rooms: `npm run gen`. Each is answered as `application/problem+json` with this code.',
    '',
    '| code | status | 中文 | English |',
    '|---|---|---|---|',
    ...rows.sort(),
    '',
  ].join('\n');
}

/** Any datum that a sentence asks for answers with its own name; one that must be an instant is one. */
function sentence(words: (data: unknown) => string): string {
  const told = wordsWith(words, `{name}`) ?? wordsWith(words, '2026-03-06T08:30:00.000Z') ?? '';
  return told.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function wordsWith(words: (data: unknown) => string, form: string): string | undefined {
  try {
    return words(named('', form));
  } catch {
    return undefined;
  }
}

/** Something that has every property and can be called, joined and walked through. */
function named(name: string, form: string): unknown {
  const text = form.replace('name', name);
  return new Proxy(() => text, {
    get: (_target, key) => {
      if (key === Symbol.toPrimitive || key === 'toString') return () => text;
      if (key === 'join' || key === 'map' || key === 'slice') return () => named(name, form);
      if (key === Symbol.iterator) return function* () {};
      return named(String(key), form);
    },
  });
}

const stale = Object.entries(outputs).filter(([name, text]) => committed(name) !== text);
if (!process.argv.includes('--check')) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of stale) writeFileSync(join(folder, name), text);
} else if (stale.length > 0) {
  for (const [name] of stale) console.error(`docs/reference/api/${name} is stale: npm run gen`);
  process.exitCode = 1;
}

function committed(name: string): string | undefined {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch {
    return undefined;
  }
}
