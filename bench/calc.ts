/**
 * The kernel against LibreOffice Calc, in one run and on one township: the same facts under the same
 * rules, once as a scheme and once as a workbook of formulas without a single computed value.
 *
 * Calc has the easier half: it sums and ranks, while the kernel also keeps for every point the facts
 * it rests on. In return the kernel need not read a file where only the computation is compared.
 */

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Assessment, assess, type Book, calendarCN, readScheme } from '@oneneedle/kernel';
import { formulaWorkbook } from '../server/print/formula-workbook.ts';
import { csvOf, newFolder } from '../server/print/office.ts';
import { missingSentence, pathOf } from '../server/print/programs.ts';
import { factTable } from '../server/src/ledger/index.ts';
import { rosterSheets } from '../server/src/org/index.ts';
import { workbookBytes } from '../server/src/platform/index.ts';
import { ledgerOnly, type Township, townshipOf } from './calc-township.ts';
import type { Figure } from './run.ts';

const sizes = [5_000, 20_000, 50_000];
const rounds = 3;

/**
 * Milliseconds of both sides and their ratios, medians of three rounds that take turns.
 * Throws if one total or rank of Calc is not the kernel's: then there is nothing to compare.
 */
export async function* calcFigures(): AsyncIterable<Figure> {
  if (pathOf('soffice') === undefined) {
    yield { figure: 'calc-ratio', value: null, note: missingSentence('soffice') };
    return;
  }
  const folder = newFolder();
  const empty = join(folder, 'empty.xlsx');
  writeFileSync(empty, await formulaWorkbook([{ name: '空', rows: [['空']] }]));
  await csvOf(empty, folder); // the first start of all makes the profile: not measured
  for (const facts of sizes) {
    for (const figure of await figuresOf(facts, empty, folder)) yield { ...figure, facts };
  }
}

async function figuresOf(facts: number, empty: string, folder: string): Promise<Figure[]> {
  const township = townshipOf(facts);
  const book = bookOf(township);
  const assessed = mkdtempSync(join(folder, 'township-'));
  const whole = join(folder, 'workbook.xlsx');
  const ledger = join(folder, 'ledger.xlsx');
  writeFileSync(whole, await formulaWorkbook(township.workbook));
  writeFileSync(ledger, await formulaWorkbook(ledgerOnly(township)));
  await writeFiles(township, assessed);
  const result = resultOf(book);
  const agreeing = agreement(result, readFileSync(await csvOf(whole, folder), 'utf8'));
  const processed = join(folder, 'totals.csv');
  const time = await medians({
    assess: async () => resultOf(book),
    kernel: () => kernelProcess([assessed, processed]),
    calc: () => csvOf(whole, folder),
    ledger: () => csvOf(ledger, folder),
    kernelStart: () => kernelProcess([]),
    calcStart: () => csvOf(empty, folder),
  });
  requireSame(result, readFileSync(processed, 'utf8'));
  return [
    {
      figure: 'calc-agrees',
      value: agreeing,
      note: `of ${result.subjects.length} totals and ranks`,
    },
    ...figuresFrom(time),
  ];
}

type Time = Record<'assess' | 'kernel' | 'calc' | 'ledger' | 'kernelStart' | 'calcStart', number>;

function figuresFrom(time: Time): Figure[] {
  const recalculation = time.calc - time.ledger;
  const milliseconds = (figure: string, value: number, note: string): Figure => ({
    figure,
    value,
    unit: 'ms',
    note,
  });
  const ratio = (figure: string, kernel: number, calc: number, note: string): Figure => ({
    figure,
    value: ratioOf(kernel, calc),
    unit: 'kernel time : Calc time',
    note,
  });
  const [kernelWork, calcWork] = [time.kernel - time.kernelStart, time.calc - time.calcStart];
  return [
    milliseconds('kernel-process', time.kernel, 'start, read the ledger workbook, assess, write'),
    milliseconds('kernel-start', time.kernelStart, 'Node and the sources, without a folder'),
    milliseconds('kernel-assess', time.assess, 'in memory, with every explanation'),
    milliseconds('calc-process', time.calc, 'start, open the workbook, recalculate, write'),
    milliseconds('calc-start', time.calcStart, 'the same for a workbook of one cell'),
    milliseconds('calc-recalculation', recalculation, 'less the same sheets without formulas'),
    ratio('calc-ratio', time.kernel, time.calc, 'whole processes'),
    ratio('calc-ratio-without-start', kernelWork, calcWork, 'whole processes, less their start'),
    ratio('calc-ratio-computation', time.assess, recalculation, 'without reading and writing'),
  ];
}

function bookOf({ scheme, roster, facts }: Township): Book {
  const read = readScheme(scheme);
  if (!read.value) throw new Error(JSON.stringify(read.findings));
  return { schemes: [read.value], roster, facts: [...facts], calendar: calendarCN, seals: [] };
}

function resultOf(book: Book): Assessment {
  return assess(book, { scheme: 'bench-township', period: '2026' });
}

/** The same township as the files that the command reads; roster and ledger are workbooks too. */
async function writeFiles({ scheme, roster, facts }: Township, folder: string): Promise<void> {
  const ledger = factTable(facts, { kinds: undefined, roster });
  writeFileSync(join(folder, 'scheme.yaml'), scheme);
  writeFileSync(join(folder, 'roster.xlsx'), await workbookBytes(rosterSheets(roster)));
  writeFileSync(join(folder, 'facts.xlsx'), await workbookBytes([ledger]));
}

/** How many totals of the sheet are the kernel's; throws where a total or a rank is not. */
function agreement({ subjects }: Assessment, csv: string): number {
  const rows = new Map(
    csv
      .trim()
      .split('\n')
      .map((line) => [line.split(',')[0], line.split(',')]),
  );
  const differing = subjects.filter(({ code, totalMilli, rank }) => {
    const [total, place] = rows.get(code)?.slice(-2) ?? [];
    return milliOf(total) !== totalMilli || Number(place) !== rank;
  });
  if (differing.length === 0) return subjects.length;
  const sentences = differing.map(
    ({ code, totalMilli, rank }) => `${code}: ${totalMilli}, rank ${rank}; Calc ${rows.get(code)}`,
  );
  throw new Error(`Calc and the kernel differ:\n${sentences.join('\n')}`);
}

/** The totals of the child process are those of this one; its file has thousandths already. */
function requireSame({ subjects }: Assessment, csv: string): void {
  const lines = subjects.map(({ code, totalMilli, rank }) => `${code},${totalMilli},${rank ?? ''}`);
  const expected = ['村,总分,名次', ...lines, ''].join('\n');
  if (csv !== expected) throw new Error(`the kernel's own process differs:\n${csv}`);
}

/** "95.215" as 95215; undefined for a text that is no number of at most three decimals. */
function milliOf(text: string | undefined): number | undefined {
  const [, sign, whole, decimals = ''] = /^(-?)(\d+)(?:\.(\d{1,3}))?$/.exec(text ?? '') ?? [];
  if (whole === undefined) return undefined;
  return Number(`${sign}${whole}${decimals.padEnd(3, '0')}`);
}

async function kernelProcess(args: readonly string[]): Promise<void> {
  const script = fileURLToPath(new URL('calc-process.ts', import.meta.url));
  await promisify(execFile)(process.execPath, [script, ...args]);
}

/** The median of each work's milliseconds; the works take turns, so that a busy moment hits all. */
async function medians<Name extends string>(
  works: Readonly<Record<Name, () => Promise<unknown>>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[];
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const started = process.hrtime.bigint();
      await works[name]();
      times.get(name)?.push(Number(process.hrtime.bigint() - started) / 1e6);
    }
  }
  const median = (values: readonly number[]) =>
    Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<
    Name,
    number
  >;
}

/** To two significant places; null where the difference is lost in the noise of starting. */
function ratioOf(kernel: number, calc: number): number | null {
  if (kernel <= 0 || calc <= 0) return null;
  return Number((kernel / calc).toPrecision(2));
}
