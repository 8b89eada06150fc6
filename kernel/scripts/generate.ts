/**
 * Writes the files that are made from the source: `npm run gen`. With `--check` nothing is written;
 * a file that differs from what would be written is named, and the exit code is 1.
 *
 * - `docs/reference/*.schema.json`: the shapes for editors, which then complete keys and words.
 * - `docs/reference/findings.md`: every code of the check.
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { factShape, rosterShape } from '../src/book/read.ts';
import { catalogue, type FindingCode } from '../src/check/catalogue.ts';
import { type Severity, severitiesOf } from '../src/check/finding.ts';
import { findingTitles } from '../src/check/titles.ts';
import { factKind, scheme } from '../src/scheme/scheme.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The generated files by path, each with the function that makes its text. */
export const outputs: Record<string, () => string> = {
  'docs/reference/scheme.schema.json': () => editorSchema(scheme, '考核办法'),
  'docs/reference/kinds.schema.json': () => editorSchema(z.array(factKind), '事实目录'),
  'docs/reference/facts.schema.json': () => editorSchema(z.array(factShape), '事实'),
  'docs/reference/roster.schema.json': () => editorSchema(rosterShape, '名册'),
  'docs/reference/findings.md': findingsPage,
};

type Json = z.core.JSONSchema.BaseSchema;

/**
 * The shape as JSON Schema of draft 7, which the YAML language servers of editors know best. What
 * the reader takes as text may be written as a number: `delta: -0.5`, `code: 1.1`.
 */
function editorSchema(shape: z.ZodType, title: string): string {
  const schema = z.toJSONSchema(shape, {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema }) => acceptNumbers(jsonSchema as Json),
  });
  return formatted('schema.json', JSON.stringify({ ...schema, title }));
}

function acceptNumbers(schema: Json): void {
  if (schema.type !== 'string') return;
  // Not every editor reads a pattern as Unicode; without that \p{L} would refuse every code.
  if (schema.pattern?.includes('\\p{')) delete schema.pattern;
  const words = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (!words) {
    schema.type = ['string', 'number'] as never;
    return;
  }
  const digits = words.flatMap((word) => (/^\d+$/.test(String(word)) ? [Number(word)] : []));
  if (digits.length === 0) return;
  schema.type = ['string', 'number'] as never;
  schema.enum = [...words, ...digits];
}

const severityWords: Record<Severity, string> = { error: '错误', warning: '警告', hint: '提示' };

function findingsPage(): string {
  const rows = (Object.keys(catalogue) as FindingCode[]).map((code) => {
    const { about, example } = catalogue[code];
    const severities = severitiesOf(code).map((severity) => severityWords[severity]);
    return `| \`${code}\` | ${severities.join('、')} | ${about} | ${cell(example)} | ${findingTitles[code]} |`;
  });
  return `<!-- Written by npm run gen from kernel/src/check/catalogue.ts; do not edit. -->

# 办法检查的全部发现

检查一次列出全部发现，每条写明位置（文件第几行、哪一条款）、为什么、怎么办。**错误**：算出的数会不对，办法不能用；**警告**：由人决定，可以继续；**提示**：值得知道，印在口径页上。一个代号有几种程度的，按情形而定。以 fact- 开头的说的是事实清单，其余的说的是办法。例句是真实检查的原文；英文标题给只读英文的人，原句不译。

| 代号 | 程度 | 说的是什么 | 例句 | English |
|---|---|---|---|---|
${rows.join('\n')}
`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** The layout of the house, so that the lint of the repository finds nothing to say. */
function formatted(name: string, text: string): string {
  const biome = join(repository, 'node_modules/@biomejs/biome/bin/biome');
  const arguments_ = [biome, 'format', `--stdin-file-path=docs/reference/${name}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, arguments_, {
    cwd: repository,
    input: text,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`biome could not format ${name}:\n${stderr}`);
  return stdout;
}

/** The paths whose committed text is not what would be written. */
export function stale(): string[] {
  return Object.entries(outputs).flatMap(([path, text]) =>
    committed(path) === text() ? [] : [path],
  );
}

function committed(path: string): string | undefined {
  try {
    return readFileSync(join(repository, path), 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}

function write(): void {
  for (const [path, text] of Object.entries(outputs)) {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), text());
  }
}

if (import.meta.main) {
  if (process.argv.includes('--check')) {
    const paths = stale();
    for (const path of paths) console.error(`${path} is not what npm run gen would write`);
    process.exitCode = paths.length > 0 ? 1 : 0;
  } else {
    write();
  }
}
