/**
 * The habits of the house that a program can check. First every rule is shown a small bad text
 * that it must refuse and a good one that it must leave; then it reads the whole repository.
 */

import { describe, expect, it } from 'vitest';
import { checkDocstrings } from './tidy/docstrings.ts';
import { checkNoAny, checkNoSilencedTest, checkSuppressions } from './tidy/habits.ts';
import { checkDeclared, checkDoors, checkRooms, type Manifests } from './tidy/imports.ts';
import { checkLinks } from './tidy/links.ts';
import { checkNames } from './tidy/names.ts';
import {
  checkExactness,
  checkKernelGlobals,
  checkKernelImports,
  floatAllowances,
} from './tidy/purity.ts';
import { listPaths, readManifest, readSources, readTexts } from './tidy/repository.ts';
import { checkFileLength, checkFunctionLength } from './tidy/size.ts';
import { type Finding, findingText, parseSource, type Source } from './tidy/source.ts';
import { checkTraces } from './tidy/traces.ts';

const kernelFile = 'kernel/src/scheme/parse.ts';
const gradeFile = 'kernel/src/grade/bands.ts';
const lines = (count: number) => Array.from({ length: count }, () => '// line').join('\n');
const longBody = `{\n${lines(70)}\n}`;

const manifests: Manifests = {
  '': { name: 'oneneedle', devDependencies: { vitest: '1' } },
  kernel: { name: '@oneneedle/kernel', dependencies: { yaml: '1' } },
  server: { name: '@oneneedle/server', dependencies: { '@oneneedle/kernel': '1' } },
};

/** Runs one rule over one source text and gives the lines it refuses. */
function refusedLines(rule: (source: Source) => Finding[], path: string, text: string): number[] {
  return rule(parseSource(path, text)).map(({ line }) => line);
}

describe('kernel imports', () => {
  it.each([
    `import { readFile } from 'node:fs';`,
    `import { test } from 'vitest';`,
    `import '../../../server/src/main.ts';`,
    `export * from 'lodash';`,
    `type A = import('node:fs').Stats;`,
    `const module = await import(name);`,
    `import { sha256 } from '@noble/hashes';`,
  ])('refuses %s', (text) => {
    expect(refusedLines(checkKernelImports, kernelFile, text)).toEqual([1]);
  });

  it('leaves its own files and the pure packages', () => {
    const text = `import { parse } from 'yaml';
      import * as z from 'zod';
      import { sha256 } from '@noble/hashes/sha2.js';
      import { add } from '../number/rational.ts';
      export { add } from './add.ts';`;
    expect(refusedLines(checkKernelImports, kernelFile, text)).toEqual([]);
    expect(refusedLines(checkKernelImports, 'server/src/a.ts', `import 'node:fs';`)).toEqual([]);
  });
});

describe('kernel globals', () => {
  it.each([
    'const now = Date.now();',
    'const now = new Date();',
    'let day: Date;',
    'const n = Math.random();',
    `const n = Math['random']();`,
    'process.exit(1);',
    `console.log('x');`,
    `await fetch('x');`,
    'setTimeout(run, 10);',
    `const n = parseFloat('0.1');`,
    'globalThis.x = 1;',
    'const field = { process };',
    `names.sort((a, b) => a.localeCompare(b));`,
    'const text = n.toLocaleString();',
    'const path = import.meta.url;',
  ])('refuses %s', (text) => {
    expect(refusedLines(checkKernelGlobals, kernelFile, text)).toEqual([1]);
  });

  it('leaves fields and members that only share a name', () => {
    const text = `interface Row { process: string; Date: string }
      const row: Row = { process: 'a', Date: 'b' };
      const both = row.process + row.Date + random();`;
    expect(refusedLines(checkKernelGlobals, kernelFile, text)).toEqual([]);
    expect(refusedLines(checkKernelGlobals, 'server/src/a.ts', 'Date.now();')).toEqual([]);
  });
});

describe('exactness', () => {
  const check = (source: Source) => checkExactness(source, []);

  it.each([
    'const n = Number(text);',
    'const ns = texts.map(Number);',
    'const n = Number.parseFloat(text);',
    'const n = parseInt(text, 10);',
    'const n = +text;',
    'const n = 0.1;',
    'const n = 5e-1;',
    'const n = a / b;',
    'a /= b;',
    'const n = Math.round(a);',
    'const text = n.toFixed(2);',
  ])('refuses %s', (text) => {
    expect(refusedLines(check, gradeFile, text)).toEqual([1]);
  });

  it('leaves whole arithmetic, and other folders', () => {
    const text = 'const n = Math.max(2, 3) * 4 - 1 + (Number.isSafeInteger(x) ? 1 : 0);';
    expect(refusedLines(check, gradeFile, text)).toEqual([]);
    expect(refusedLines(check, 'kernel/src/time/dates.ts', 'const n = a / b;')).toEqual([]);
  });

  it('allows what is listed, and refuses an allowance that is not needed', () => {
    const allowances = [{ path: gradeFile, construct: '/', reason: 'BigInt' }];
    const listed = (source: Source) => checkExactness(source, allowances);
    expect(refusedLines(listed, gradeFile, 'const n = a / b;')).toEqual([]);
    expect(refusedLines(listed, gradeFile, 'const n = a * b;')).toEqual([1]);
  });
});

describe('size', () => {
  it('refuses a file of 501 lines, and leaves 500', () => {
    expect(refusedLines(checkFileLength, kernelFile, lines(501))).toEqual([501]);
    expect(refusedLines(checkFileLength, kernelFile, lines(500))).toEqual([]);
  });

  it('leaves a long file of nothing but data', () => {
    const data = `export const rows = [\n${'  [1, 2],\n'.repeat(600)}];`;
    expect(refusedLines(checkFileLength, kernelFile, data)).toEqual([]);
    expect(refusedLines(checkFileLength, kernelFile, `${data}\nrun();`)).toEqual([501]);
    const generated = 'server/src/platform/database/tables.generated.ts';
    expect(refusedLines(checkFileLength, generated, `${data}\nrun();`)).toEqual([]);
    const types = `interface A {\n${'  // a\n'.repeat(600)}}`;
    expect(refusedLines(checkFileLength, kernelFile, types)).toEqual([501]);
  });

  it.each([
    `function f() ${longBody}`,
    `const f = () => ${longBody};`,
    `class A { f() ${longBody} }`,
    `it('works', () => ${longBody});`,
  ])('refuses a function of 72 lines', (text) => {
    expect(refusedLines(checkFunctionLength, kernelFile, text)).toEqual([1]);
  });

  it('leaves a function of 70 lines and the callback of a describe', () => {
    const seventy = `function f() {\n${lines(68)}\n}`;
    expect(refusedLines(checkFunctionLength, kernelFile, seventy)).toEqual([]);
    const group = `describe.each(rows)('group', () => ${longBody});`;
    expect(refusedLines(checkFunctionLength, 'kernel/test/a.test.ts', group)).toEqual([]);
  });
});

describe('habits', () => {
  it.each(['let a: any;', 'const a = b as any;', 'type A = Record<string, any>;'])(
    'refuses %s',
    (text) => expect(refusedLines(checkNoAny, kernelFile, text)).toEqual([1]),
  );

  it('names the right line behind Chinese text', () => {
    const text = `const a = '考核办法';\n/* 一票否决 */\nlet b: any;`;
    expect(refusedLines(checkNoAny, kernelFile, text)).toEqual([3]);
  });

  it('leaves the word any in names, comments and texts', () => {
    const text = `const any = 'any'; // any`;
    expect(refusedLines(checkNoAny, kernelFile, text)).toEqual([]);
  });

  it.each([
    '// @ts-ignore',
    '/* @ts-nocheck */',
    '// @ts-expect-error: later',
    '// biome-ignore lint/suspicious/noShadow',
    '// biome-ignore lint/suspicious/noShadow: <explanation>',
    '// biome-ignore lint/suspicious/noShadow:',
    '/* biome-ignore-all lint: */',
  ])('refuses %s', (text) => {
    expect(refusedLines(checkSuppressions, kernelFile, text)).toEqual([1]);
  });

  it('leaves a suppression that says why', () => {
    const text = '// biome-ignore lint/suspicious/noShadow: the outer name is gone by now';
    expect(refusedLines(checkSuppressions, kernelFile, text)).toEqual([]);
    expect(refusedLines(checkSuppressions, kernelFile, `const a = '@ts-ignore';`)).toEqual([]);
  });

  it.each([
    `it.skip('x', run);`,
    `describe.only('x', run);`,
    `test.todo('x');`,
    `it.only.each(rows)('x', run);`,
    `it.each(rows).skip('x', run);`,
    `it.skipIf(windows)('x', run);`,
    `it('x', { skip: true }, run);`,
    `it('x', (context) => { context.skip(); });`,
  ])('refuses %s', (text) => {
    expect(refusedLines(checkNoSilencedTest, 'kernel/test/a.test.ts', text)).toEqual([1]);
  });

  it('leaves the same words where they belong to the matter', () => {
    const text = `expect(scheme.skip).toBe(reader.only({ skip: 1 }));`;
    expect(refusedLines(checkNoSilencedTest, 'kernel/test/a.test.ts', text)).toEqual([]);
  });
});

describe('imports', () => {
  const declared = (source: Source) => checkDeclared(source, manifests);

  it.each([
    [kernelFile, `import 'zod';`],
    [kernelFile, `import 'vitest';`],
    ['server/src/a.ts', `import 'yaml';`],
    ['server/bin/a.js', `import('vitest');`],
    ['bench/run.ts', `import 'yaml';`],
    ['vitest.config.ts', `import 'fs';`],
  ])('%s may not say %s', (path, text) => {
    expect(refusedLines(declared, path, text)).toEqual([1]);
  });

  it.each([
    [kernelFile, `import 'yaml/util';`],
    ['kernel/test/a.test.ts', `import 'vitest';`],
    ['server/src/a.test.ts', `import 'vitest/config'; import 'node:fs';`],
    ['server/src/a.ts', `import '@oneneedle/kernel';`],
    ['bench/run.ts', `import '@oneneedle/kernel';`],
  ])('%s may say %s', (path, text) => {
    expect(refusedLines(declared, path, text)).toEqual([]);
  });

  it.each([
    ['server/src/a.ts', `import '@oneneedle/kernel/src/number/points.ts';`],
    ['server/src/a.ts', `import '../../kernel/src/index.ts';`],
    ['bench/run.ts', `await import('../kernel/src/index.ts');`],
    [kernelFile, `import '@oneneedle/server';`],
    ['kernel/test/a.test.ts', `import '../../server/src/main.ts';`],
  ])('%s finds no door at %s', (path, text) => {
    expect(refusedLines(checkDoors, path, text)).toEqual([1]);
  });

  it('leaves the one door, and the inside of the kernel to the kernel', () => {
    expect(refusedLines(checkDoors, 'bench/run.ts', `import '@oneneedle/kernel';`)).toEqual([]);
    const inside = `import '../src/number/points.ts'; import '@oneneedle/kernel';`;
    expect(refusedLines(checkDoors, 'kernel/test/a.test.ts', inside)).toEqual([]);
  });
});

describe('rooms', () => {
  it.each([
    ['server/src/document/index.ts', `import '../assessment/index.ts';`],
    ['server/src/assessment/a.ts', `import '../document/docx.ts';`],
    ['server/src/platform/a.ts', `import '../strange/index.ts';`],
    ['server/src/ledger/a.ts', `import '../cli/main.ts';`],
  ])('refuses %s with %s', (path, text) => {
    expect(refusedLines(checkRooms, path, text)).toEqual([1]);
  });

  it('leaves the doors of rooms before, the own room, and what is no room', () => {
    const text = `import '../document/index.ts'; import './b.ts'; import '@oneneedle/kernel';`;
    expect(refusedLines(checkRooms, 'server/src/assessment/a.ts', text)).toEqual([]);
    const inside = `import '../src/cli/main.ts';`;
    expect(refusedLines(checkRooms, 'server/test/a.test.ts', inside)).toEqual([]);
  });
});

describe('names', () => {
  it.each(['kernel/src/parseScheme.ts', 'kernel/src/a_b.ts', 'Docs/a.md', '考核/a.yaml'])(
    'refuses %s',
    (path) => expect(checkNames([path])).toHaveLength(1),
  );

  it.each([
    '.ci/run',
    '.gitignore',
    'README.md',
    'README.zh-CN.md',
    'LICENSE',
    'web/src/VisitPage.tsx',
    'a-1.b.ts',
  ])('leaves %s', (path) => expect(checkNames([path])).toEqual([]));
});

describe('docstrings', () => {
  it.each([
    'export function f() {}',
    'export const f = () => 1;',
    'export const f = (() => 1) satisfies F;',
    'export default function () {}',
    'function f() {}\nexport { f };',
    '// a line comment\nexport function f() {}',
    '/* no docstring */\nexport function f() {}',
    '/** */\nexport function f() {}',
    '/** The file. */\nimport "./a.ts";\nexport function f() {}',
  ])('refuses %s', (text) => {
    expect(refusedLines(checkDocstrings, kernelFile, text)).toHaveLength(1);
  });

  it('leaves what is documented, private or not a function', () => {
    const text = `/** Reads. */
      export function read(a: string): string;
      export function read(a: number): string;
      export function read(a: unknown) { return String(a); }
      /** Writes. */
      export const write = () => 1;
      /** Listed. */
      function listed() {}
      function hidden() {}
      export { listed };
      export { other } from './other.ts';
      export const one = 1;`;
    expect(refusedLines(checkDocstrings, kernelFile, text)).toEqual([]);
  });
});

describe('traces', () => {
  const host = ['registry', 'example', 'org'].join('.'); // not written out, or this file is a find
  const lines = (path: string, text: string) => checkTraces({ path, text }).map((f) => f.line);

  it.each([
    ['package-lock.json', `{\n  "resolved": "https://example.org/a.tgz" }`, [2]],
    ['docs/a.md', `the address is https://${host}/a`, [1]],
    ['docs/a.md', `see /${'root'}/notes.txt`, [1]],
    ['kernel/src/a.ts', `const a = '/${'home'}/li/a';`, [1]],
    ['docs/a.md', `log in /${'tmp'}/bash_1/stdout`, [1]],
    ['docs/a.md', `cd /${'work'}/main`, [1]],
  ])('%s may not say %s', (path, text, expected) => {
    expect(lines(path, text)).toEqual(expected);
  });

  it('leaves workspaces in the lock file, web addresses and relative paths', () => {
    expect(lines('package-lock.json', '"resolved": "kernel", "link": true')).toEqual([]);
    expect(lines('docs/a.md', 'https://example.org/root/a server/src/work/main.ts')).toEqual([]);
  });
});

describe('links', () => {
  const paths = ['docs/a.md', 'docs/decisions/0001-x.md', 'README.md'];
  const links = (text: string) => checkLinks({ path: 'docs/a.md', text }, paths).map((f) => f.line);

  it.each([
    '[x](b.md)',
    '![x](../pictures/x.png)',
    '[x](decisions/0002-y.md#top)',
    '[x](/LICENSE)',
    'See [x].\n\n[x]: b.md',
    '[x](b.md "title")',
  ])('refuses %s', (text) => {
    expect(links(text)).toHaveLength(1);
  });

  it('leaves what exists, other sites, places in the page, and code', () => {
    const text = `[a](decisions/0001-x.md#context) [b](../README.md) [c](/docs/a.md) [d](decisions/)
      [e](https://example.org) [f](mailto:a@example.org) [g](#top) \`[h](none.md)\`
\`\`\`md
[i](none.md)
\`\`\`
`;
    expect(links(text)).toEqual([]);
  });
});

describe('the repository', () => {
  const paths = listPaths();
  const texts = readTexts(paths);
  const sources = readSources(texts);
  const documents = texts.filter(({ path }) => path.endsWith('.md'));
  const workspaces = Object.fromEntries(
    ['', 'kernel', 'contract', 'server', 'web'].map((folder) => [folder, readManifest(folder)]),
  );

  const rules: Record<string, () => Finding[]> = {
    'kernel imports': () => sources.flatMap(checkKernelImports),
    'kernel globals': () => sources.flatMap(checkKernelGlobals),
    exactness: () => sources.flatMap((source) => checkExactness(source, floatAllowances)),
    'file length': () => sources.flatMap(checkFileLength),
    'function length': () => sources.flatMap(checkFunctionLength),
    'no any': () => sources.flatMap(checkNoAny),
    suppressions: () => sources.flatMap(checkSuppressions),
    'silenced tests': () => sources.flatMap(checkNoSilencedTest),
    'declared packages': () => sources.flatMap((source) => checkDeclared(source, workspaces)),
    doors: () => sources.flatMap(checkDoors),
    rooms: () => sources.flatMap(checkRooms),
    names: () => checkNames(paths),
    docstrings: () => sources.flatMap(checkDocstrings),
    traces: () => texts.flatMap(checkTraces),
    links: () => documents.flatMap((document) => checkLinks(document, paths)),
  };

  it('is seen: the rules have something to read', () => {
    expect(sources.some(({ path }) => path.startsWith('kernel/src/'))).toBe(true);
    expect(documents.map(({ path }) => path)).toContain('CHANGELOG.md');
  });

  it.each(Object.keys(rules))('keeps the rule: %s', (rule) => {
    expect((rules[rule]?.() ?? []).map(findingText)).toEqual([]);
  });

  it('allows floats only with a reason, in files that exist', () => {
    for (const { path, reason } of floatAllowances) {
      expect(paths).toContain(path);
      expect(reason.length).toBeGreaterThan(20);
    }
  });
});
