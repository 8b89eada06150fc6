/**
 * Sealing a period of a folder: the numbers as published go into `seals.yaml`, where no later fact
 * changes them, and become result facts that later schemes and years may read.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Assessment,
  type AssessOptions,
  assess,
  canonicalJson,
  type Fact,
  type Finding,
  type IsoDate,
  lastDay,
  type PeriodId,
  periodLabel,
  readSeals,
  resultFacts,
  type Seal,
  sealOf,
  sealRefusals,
} from '@oneneedle/kernel';
import { kindOf, Refusal, writeTogether } from '../platform/index.ts';
import type { Folder } from './folder.ts';
import { requireSound } from './sound.ts';

export interface SealingOptions {
  /** The decision by which a corrected edition replaces an earlier one. */
  readonly decisionNo?: string;
  /** The day of today, where it is known: a period that is not over is refused. */
  readonly today?: IsoDate;
  /** Replaces a file of the results' name also where it is not an earlier one of the same results. */
  readonly force?: boolean;
}

/** Why a period cannot be sealed yet: what, why, and what to do. */
export interface SealObstacle {
  readonly code: string;
  readonly sentence: string;
}

/** What sealing would write. Nothing is written yet. */
export interface Sealing {
  readonly seal: Seal;
  readonly result: Assessment;
  /** Empty if nothing keeps the period from being sealed. */
  readonly obstacles: readonly SealObstacle[];
  /** What is added at the end of `seals.yaml`. */
  readonly entry: string;
  /** The results as facts for the `facts.yaml` of schemes that read them, and a name for the file. */
  readonly results: { readonly name: string; readonly text: string };
}

/** The period in the file as it would be sealed, with everything that speaks against it. */
export function sealingOf(
  folder: Folder,
  { scheme, period }: Pick<AssessOptions, 'scheme' | 'period'>,
  { decisionNo, today }: SealingOptions = {},
): Sealing {
  requireSound(folder);
  const end = lastDay(period);
  const asOf = today !== undefined && today < end ? today : end;
  const result = assess(folder.book, { scheme, period, asOf });
  const decision = decisionNo === undefined ? {} : { decisionNo };
  const seal = sealOf(result, folder.book, decision);
  return {
    seal,
    result,
    obstacles: [
      ...sealRefusals(result, folder.book, decision),
      ...folderObstacles(folder),
      ...evidenceObstacles(result),
    ],
    entry: entryText(seal),
    results: {
      name: `results-${period}.yaml`,
      text: resultsText(resultFacts(result, seal, folder.scheme), { result, seal }),
    },
  };
}

/** A period that was sealed: where its seal and its results stand now. */
export interface Sealed extends Sealing {
  readonly written: {
    readonly seals: string;
    readonly results: string;
    /** Other results stood in the place of these. */
    readonly replaced: boolean;
  };
}

/**
 * Seals a period: adds an entry at the end of `seals.yaml`, leaves what is written there as it is,
 * and writes the results beside it; both or neither. Refuses with all reasons at once, and changes
 * nothing then.
 */
export async function sealPeriod(
  folder: Folder,
  options: Pick<AssessOptions, 'scheme' | 'period'>,
  sealing: SealingOptions = {},
): Promise<Sealed> {
  const planned = sealingOf(folder, options, sealing);
  const { obstacles } = planned;
  if (obstacles.length > 0) throw new SealRefusal(options.period, obstacles);
  const seals = join(folder.path, sealsFile);
  const bytes = sealsWith(folder, planned);
  const results = join(folder.path, planned.results.name);
  const old = oldResults(results, planned, sealing);
  await writeTogether(
    new Map([
      [results, Buffer.from(planned.results.text)],
      [seals, bytes],
    ]),
  );
  const replaced = old !== undefined && old !== planned.results.text;
  return { ...planned, written: { seals, results, replaced } };
}

const sealsFile = 'seals.yaml';

/** `seals.yaml` with the new entry; refuses a file that changed meanwhile or cannot take it. */
function sealsWith({ path, files, book }: Folder, { seal, entry }: Sealing): Uint8Array {
  const file = join(path, sealsFile);
  const before = files.get(sealsFile) ?? new Uint8Array();
  const onDisk = existsSync(file) ? readFileSync(file) : new Uint8Array();
  if (!Buffer.from(onDisk).equals(before)) {
    throw new Refusal(`${sealsFile} 在读取以后又有改动，没有封存。请再运行一次。`);
  }
  const bytes = appended(before, entry);
  requireReadable(bytes, [...book.seals, seal]);
  return bytes;
}

/** What stands where the results go; refuses a file that is something else. */
function oldResults(
  path: string,
  { results }: Sealing,
  { force = false }: SealingOptions,
): string | undefined {
  if (kindOf(path) !== 'file') return undefined;
  const old = readFileSync(path, 'utf8');
  if (force || editionless(old) === editionless(results.text)) return old;
  throw new Refusal(
    `已经有 ${path}，不是这一期以前的结果，没有封存，什么也没有写。请先把它移到别处或改名；不要了的，加 --force 覆盖。`,
  );
}

/** The title of a file of results but for its edition: the same in every edition of a period. */
function editionless(text: string): string {
  return (text.split('\n')[0] ?? '').trim().replace(/第 \d+ 版/, '');
}

/** A period that cannot be sealed yet, with its obstacles one by one for a program. */
class SealRefusal extends Refusal {
  readonly findings: readonly Finding[];

  constructor(period: PeriodId, obstacles: readonly SealObstacle[]) {
    super(
      [
        `${periodLabel(period)}还不能封存，有 ${obstacles.length} 个原因，都办好以后再封存；什么也没有写：`,
        ...obstacles.map(({ sentence }, index) => `${index + 1}. ${sentence}`),
      ].join('\n'),
    );
    this.findings = obstacles.map(({ code, sentence }) => {
      return { code, severity: 'error', path: '', sentence };
    });
  }
}

function folderObstacles({ leftOut, unnumbered, origins, path }: Folder): SealObstacle[] {
  const format = origins.facts.endsWith('.csv') ? 'csv' : 'xlsx';
  return [
    ...(leftOut.length === 0
      ? []
      : [
          {
            code: 'rows-left-out',
            sentence: `${origins.facts} 里有 ${leftOut.length} 行因为有错没有计入，封存以后再补就算到下一期了；请先改正，全部计入以后再封存。`,
          },
        ]),
    ...(unnumbered === 0
      ? []
      : [
          {
            code: 'rows-unnumbered',
            sentence: `${origins.facts} 里有 ${unnumbered} 行没有“序号”，封存以后分不清哪些是后来登记的；请给每一行编上序号（登记的先后，往后接着编），或用 npx oneneedle export ${path} --to ${format} 换一份编好序号的，再封存。`,
          },
        ]),
  ];
}

/** Facts of the result that rest on nothing: a seal must wait for them. */
export function evidenceObstacles({ notices }: Assessment): SealObstacle[] {
  return notices
    .filter(({ code }) => code === 'no-evidence')
    .map(({ sentence }) => ({ code: 'no-evidence', sentence }));
}

/** The bytes that stand there, a line break if the last line has none, and the entry. */
function appended(before: Uint8Array, entry: string): Uint8Array {
  const text = new TextDecoder().decode(before);
  const isWindows = text.includes('\r\n');
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  const added = `${gap}${entry}`.replaceAll('\n', isWindows ? '\r\n' : '\n');
  return Buffer.concat([before, new TextEncoder().encode(added)]);
}

/** What will be read there is what was read before, and the new seal. */
function requireReadable(bytes: Uint8Array, wanted: readonly Seal[]): void {
  const { seals, findings } = readSeals(new TextDecoder().decode(bytes));
  if (findings.length === 0 && canonicalJson(seals) === canonicalJson(wanted)) return;
  throw new Refusal(
    `${sealsFile} 的写法接不上新的一条，没有封存，文件没有动。请把它改成一条一段、每条以“- line:”开头的写法（见 docs/reference/facts.md 的“封存”），再封存。`,
  );
}

/** The text of a whole `seals.yaml`. */
export function sealsYaml(seals: readonly Seal[]): string {
  return seals.map(entryText).join('');
}

function entryText(seal: Seal): string {
  const { line, period, edition, atSeq, decisionNo, printed } = seal;
  return [
    `# ${periodLabel(period)} 第 ${edition} 版；公布的数，以后不再改动`,
    `- line: ${scalar(line)}`,
    `  period: ${scalar(period)}`,
    `  edition: ${edition}`,
    `  atSeq: ${atSeq}`,
    ...(decisionNo === undefined ? [] : [`  decisionNo: ${scalar(decisionNo)}`]),
    ...(Object.keys(printed).length === 0 ? ['  printed: {}'] : ['  printed:']),
    ...Object.entries(printed).map(([code, own]) => {
      const numbers = Object.entries(own).map(([key, milli]) => `${scalar(key)}: ${milli}`);
      return `    ${scalar(code)}: { ${numbers.join(', ')} }`;
    }),
    '',
  ].join('\n');
}

/** One line a fact; without `seq`, which is the row's number in the file it goes into. */
function resultsText(
  facts: readonly Fact[],
  { result, seal }: { result: Assessment; seal: Seal },
): string {
  const title = `${result.schemeName} ${periodLabel(seal.period)} 第 ${seal.edition} 版的结果`;
  return [
    `# ${title.replace(/[\r\n]+/g, ' ')}`,
    '# 读这些结果的办法（连续几期的规则、年度办法、下一年）：把下面各行接到它的 facts.yaml 末尾。',
    ...facts.map((fact) => {
      const { id, kind, form, about, period, values, doc, note } = fact;
      const own = Object.entries(values).map(
        ([key, value]) => `${scalar(key)}: ${scalar(`${value}`)}`,
      );
      const fields = [
        `id: ${scalar(id)}`,
        `kind: ${scalar(kind)}`,
        `form: ${form}`,
        `about: ${scalar(about[0]?.subject ?? '')}`,
        ...(period === undefined ? [] : [`period: ${scalar(period)}`]),
        `values: { ${own.join(', ')} }`,
        ...(doc === undefined ? [] : [`doc: { no: ${scalar(doc.no)} }`]),
        ...(note === undefined ? [] : [`note: ${scalar(note)}`]),
      ];
      return `- { ${fields.join(', ')} }`;
    }),
    '',
  ].join('\n');
}

/** A text as YAML reads it back: plain where it is plainly a word or a number, else in quotes. */
function scalar(text: string): string {
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{N}._/〔〕-]*$/u.test(text);
  return isPlain && !/^(?:true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
