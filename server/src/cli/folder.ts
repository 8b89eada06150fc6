/** A folder with a scheme, a roster and facts, read into a book. */

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Book,
  calendarCN,
  type FactKind,
  type Finding,
  factKind,
  isIsoDate,
  isPeriodId,
  lastFactDay,
  periodOf,
  readFacts,
  readRoster,
  readScheme,
  readSeals,
  readShape,
  type Scheme,
  unitOf,
} from '@oneneedle/kernel';
import { findingText } from './findings.ts';
import { Refusal } from './refusal.ts';

export interface Folder {
  readonly path: string;
  readonly scheme: Scheme;
  readonly kinds: readonly FactKind[] | undefined;
  readonly book: Book;
}

/** Reads a folder, or refuses with every mistake in its files. */
export function readFolder(path: string): Folder {
  if (!existsSync(path) || !statSync(path).isDirectory()) {
    throw new Refusal(`没有找到文件夹“${path}”。请核对路径，或先复制 schemes 里的示例再改。`);
  }
  const scheme = readScheme(readText(path, 'scheme.yaml'));
  const roster = readRoster(readText(path, 'roster.yaml'));
  const facts = readFacts(readText(path, 'facts.yaml'));
  const seals = existsSync(join(path, 'seals.yaml'))
    ? readSeals(readText(path, 'seals.yaml'))
    : { seals: [], findings: [] };
  const kinds = readKinds(join(path, 'kinds.yaml'));
  refuse([
    ...inFile('scheme.yaml', scheme.findings),
    ...inFile('roster.yaml', roster.findings),
    ...inFile('facts.yaml', facts.findings),
    ...inFile('seals.yaml', seals.findings),
    ...inFile('kinds.yaml', kinds.findings),
  ]);
  if (!scheme.value) throw new Refusal('scheme.yaml 是空的，请先写入考核办法。');
  const book: Book = {
    schemes: [scheme.value],
    roster: roster.roster,
    facts: facts.facts,
    calendar: calendarCN,
    seals: seals.seals,
    ...(kinds.value ? { kinds: kinds.value } : {}),
  };
  return { path, scheme: scheme.value, kinds: kinds.value, book };
}

/** The catalogue of fact kinds, where the file exists. */
export function readKinds(path: string) {
  if (!existsSync(path)) return { findings: [] as readonly Finding[] };
  return readShape(readFileSync(path, 'utf8'), factKind.array());
}

/** The period asked for, or the one of the last fact that is not itself a result. */
export function chosenPeriod(folder: Folder, asked: string | undefined): string {
  if (asked !== undefined) {
    if (!isPeriodId(asked)) {
      throw new Refusal(`期间“${asked}”写法不对，应写成 2026、2026-H1、2026-Q1 或 2026-03。`, 2);
    }
    if (unitOf(asked) !== folder.scheme.period) {
      const example = examples[folder.scheme.period];
      throw new Refusal(
        `期间“${asked}”与本办法的考核周期不符，本办法${periodWords[folder.scheme.period]}考核，应写成 ${example}。`,
      );
    }
    return asked;
  }
  const day = lastFactDay(folder.book.facts.filter((fact) => fact.form !== 'result'));
  if (!day) throw new Refusal('facts.yaml 里还没有带日期的事实，请用 --period 写明要算哪一期。');
  return periodOf(day, folder.scheme.period);
}

/** The day asked for, or undefined. */
export function chosenDay(asked: string | undefined) {
  if (asked === undefined) return undefined;
  if (!isIsoDate(asked)) throw new Refusal(`日期“${asked}”写法不对，应写成 2026-03-31。`, 2);
  return asked;
}

const periodWords = { month: '按月', quarter: '按季', halfYear: '按半年', year: '按年' };
const examples = { month: '2026-03', quarter: '2026-Q1', halfYear: '2026-H1', year: '2026' };

function readText(folder: string, name: string): string {
  const path = join(folder, name);
  if (!existsSync(path)) {
    throw new Refusal(`文件夹“${folder}”里没有 ${name}。办法、名册、事实三个文件都要有。`);
  }
  return readFileSync(path, 'utf8');
}

function inFile(name: string, findings: readonly Finding[]): string[] {
  return findings.map((finding) => `${name} ${findingText(finding)}`);
}

function refuse(sentences: readonly string[]): void {
  if (sentences.length === 0) return;
  const shown = sentences.slice(0, 40);
  const rest =
    sentences.length > shown.length ? `\n……还有 ${sentences.length - shown.length} 处` : '';
  throw new Refusal(`有 ${sentences.length} 处写法不对，没有计分：\n${shown.join('\n')}${rest}`);
}
