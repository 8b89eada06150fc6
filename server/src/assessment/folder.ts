/** A folder with a scheme, a roster and facts, read into a book. */

import { dirname, join } from 'node:path';
import {
  type Book,
  calendarCN,
  type FactKind,
  type Finding,
  factKind,
  readFacts,
  readRoster,
  readScheme,
  readSeals,
  readShape,
  type Scheme,
} from '@oneneedle/kernel';
import {
  findingText,
  inFile,
  kindOf,
  megabytesOf,
  Refusal,
  readText,
  slowMegabytes,
} from '../platform/index.ts';

/** Told of work that takes longer than a moment, in a sentence. */
export type Progress = (sentence: string) => void;

export interface Folder {
  readonly path: string;
  readonly scheme: Scheme;
  readonly kinds: readonly FactKind[] | undefined;
  readonly book: Book;
}

const required = ['scheme.yaml', 'roster.yaml', 'facts.yaml'];

/** Reads a folder, or refuses with every mistake in its files. */
export async function readFolder(path: string, progress: Progress): Promise<Folder> {
  requireFiles(path);
  const size = megabytesOf(join(path, 'facts.yaml'));
  if (size > slowMegabytes) {
    progress(`facts.yaml 有 ${size.toFixed(1)} MB，读取和计算要几十秒，请稍候。`);
  }
  const scheme = readScheme(readText(join(path, 'scheme.yaml')));
  const roster = readRoster(readText(join(path, 'roster.yaml')));
  const facts = readFacts(listText(join(path, 'facts.yaml')));
  const seals = readSeals(listText(join(path, 'seals.yaml')));
  const kinds = readKinds(join(path, 'kinds.yaml'));
  refuse([
    ...scheme.findings.map((finding) => inFile('scheme.yaml', finding)),
    ...roster.findings.map((finding) => inFile('roster.yaml', finding)),
    ...facts.findings.map((finding) => inFile('facts.yaml', finding)),
    ...seals.findings.map((finding) => inFile('seals.yaml', finding)),
    ...kinds.findings.map((finding) => inFile('kinds.yaml', finding)),
  ]);
  if (!scheme.value) throw new Refusal('scheme.yaml 是空的，请先写入考核办法。');
  const catalogue = kinds.value ?? scheme.value.kinds;
  const book: Book = {
    schemes: [scheme.value],
    roster: roster.roster,
    facts: facts.facts,
    calendar: calendarCN,
    seals: seals.seals,
    ...(catalogue ? { kinds: catalogue } : {}),
  };
  return { path, scheme: scheme.value, kinds: catalogue, book };
}

/** The catalogue of fact kinds, where the file exists. */
export function readKinds(path: string) {
  if (kindOf(path) === 'nothing') return { findings: [] as readonly Finding[] };
  return readShape(readText(path), factKind.array());
}

function requireFiles(path: string): void {
  const kind = kindOf(path);
  if (kind === 'nothing') {
    throw new Refusal(
      `没有找到文件夹“${path}”。请核对路径；第一次用的，可以复制 schemes 里的一个示例再改。`,
    );
  }
  if (kind === 'file') {
    throw new Refusal(
      `“${path}”是一个文件，这里要写它所在的文件夹：${dirname(path)}（里面有 ${required.join('、')}）。`,
    );
  }
  const missing = required.filter((name) => kindOf(join(path, name)) === 'nothing');
  if (missing.length === 0) return;
  throw new Refusal(
    `文件夹“${path}”里没有 ${missing.join('、')}，不能计分。办法 scheme.yaml、名册 roster.yaml、事实 facts.yaml 三个文件都要有，文件名也要一致；请补上，或复制 schemes 里的一个示例再改。`,
  );
}

/** A list that may be empty or absent: nothing but remarks is a list without rows. */
function listText(path: string): string {
  if (kindOf(path) === 'nothing') return '[]';
  const text = readText(path);
  return text.split('\n').every((line) => /^\s*(?:#.*|---)?\s*$/.test(line)) ? '[]' : text;
}

const shownMistakes = 40;

function refuse(findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const sentences = findings.map(findingText);
  const rest = sentences.length - shownMistakes;
  throw new Refusal(
    [
      `有 ${sentences.length} 处写法不对，没有计分。请逐处改正后再运行：`,
      ...sentences.slice(0, shownMistakes),
      ...(rest > 0 ? [`……另有 ${rest} 处，改正以上各处后会再列出`] : []),
    ].join('\n'),
  );
}
