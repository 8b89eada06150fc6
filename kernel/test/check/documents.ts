/**
 * Good and bad documents with the findings they must get. The comments at the head of a file say
 * why it is there and then list them: `# error code @ path`, and under it the sentence.
 *
 * `x.roster.yaml` and `x.other.yaml` beside `x.yaml` are the roster and another scheme that the
 * check may see; `x.facts.yaml` is read as facts, and held against `x.facts.kinds.yaml` and
 * `x.facts.roster.yaml` where they stand beside it.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readFacts, readRoster } from '../../src/book/read.ts';
import { check } from '../../src/check/check.ts';
import { checkFacts } from '../../src/check/facts.ts';
import type { Finding } from '../../src/check/finding.ts';
import type { CheckContext } from '../../src/check/view.ts';
import { readScheme, readShape } from '../../src/scheme/read.ts';
import { factKind } from '../../src/scheme/scheme.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Nearly every small scheme has these; they are compared only where a file lists them. */
const ambient = ['switch-default', 'proof-missing'];

export interface Document {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** `error code @ path` and the sentence, one finding a line. */
  readonly expected: readonly string[];
}

/** The documents of a folder, companions left out, by name. */
export function documentsIn(folder: 'good' | 'bad'): Document[] {
  const names = readdirSync(join(here, folder)).sort();
  return names
    .filter((name) => !/\.(?:roster|other|kinds)\.yaml$/.test(name))
    .map((name) => {
      const path = join(here, folder, name);
      const text = readFileSync(path, 'utf8');
      return { name, path, text, expected: expectedIn(text) };
    });
}

/** All findings of a document, whatever it is. */
export function findingsOf({ path, text }: Document): readonly Finding[] {
  if (path.endsWith('.facts.yaml')) return factFindings(path, text);
  const { value, findings } = readScheme(text);
  return value ? check(value, contextOf(path)) : findings;
}

function factFindings(path: string, text: string): readonly Finding[] {
  const { facts, findings } = readFacts(text);
  const kinds = textBeside(path, 'kinds');
  if (kinds === undefined || findings.length > 0) return findings;
  const { roster } = contextOf(path);
  const read = readShape(kinds, z.array(factKind));
  return checkFacts(facts, { kinds: read.value ?? [], ...(roster ? { roster } : {}) });
}

function textBeside(path: string, kind: string): string | undefined {
  const beside = path.replace(/\.yaml$/, `.${kind}.yaml`);
  return existsSync(beside) ? readFileSync(beside, 'utf8') : undefined;
}

/** What the check may see beside a document. */
export function contextOf(path: string): CheckContext {
  const [other, roster] = [textBeside(path, 'other'), textBeside(path, 'roster')];
  const scheme = other === undefined ? undefined : readScheme(other).value;
  return {
    ...(scheme ? { otherSchemes: [scheme] } : {}),
    ...(roster === undefined ? {} : { roster: readRoster(roster).roster }),
  };
}

/** The findings as the head of the document lists them. */
export function actualOf(document: Document): string[] {
  const listed = document.expected.join('\n');
  return findingsOf(document)
    .filter(({ code }) => !ambient.includes(code) || listed.includes(` ${code} @ `))
    .map(lineOf);
}

/** `error code @ path: sentence`. */
export function lineOf({ severity, code, path, sentence }: Finding): string {
  return `${severity} ${code} @ ${path}: ${sentence}`;
}

function expectedIn(text: string): string[] {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const head = end < 0 ? lines : lines.slice(0, end);
  const expected: string[] = [];
  head.forEach((line, index) => {
    const next = head[index + 1] ?? '';
    if (!/^# (?:error|warning|hint) [a-z-]+ @ /.test(line)) return;
    expected.push(`${line.slice(2).trimEnd()}: ${next.replace(/^# +/, '')}`);
  });
  return expected;
}
