/**
 * The kernel against LibreOffice Calc, in one run and on one township: the same facts under the same
 * rules, once as a scheme and once as a workbook of formulas without a single computed value.
 *
 * Calc has the easier half: it sums and ranks, while the kernel also keeps for every point the facts
 * it rests on. In return the kernel need not read a file where only the computation is compared.
 */

import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Assessment, assess, type Book, calendarCN, readScheme } from '@oneneedle/kernel';
import { formulaWorkbook } from '../server/print/formula-workbook.ts';
import { csvOf, newFolder } from '../server/print/office.ts';
import { missingSentence, pathOf } from '../server/print/programs.ts';
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
  const start = await medians({
    calc: () => csvOf(empty, folder),
    kernel: () => kernelProcess([]),
  });
  yield { figure: 'calc-start', value: start.calc, unit: 'ms', note: 'a workbook of one cell' };
  yield { figure: 'kernel-start', value: start.kernel, unit: 'ms', note: 'Node and the sources' };
  for (const facts of sizes) {
    for (const figure of await figuresOf(facts, start, folder)) yield { ...figure, facts };
  }
}

interface Milliseconds {
  readonly calc: number;
  readonly kernel: number;
}

async function figuresOf(facts: number, start: Milliseconds, folder: string): Promise<Figure[]> {
  const township = townshipOf(facts);
  const book = bookOf(township);
  const whole = join(folder, 'workbook.xlsx');
  const ledger = join(folder, 'ledger.xlsx');
  writeFileSync(whole, await formulaWorkbook(township.workbook));
  writeFileSync(ledger, await formulaWorkbook(ledgerOnly(township)));
  writeFolder(township, folder);
  const result = resultOf(book);
  const agreeing = agreement(result, readFileSync(await csvOf(whole, folder), 'utf8'));
  const processed = join(folder, 'totals.csv');
  const time = await medians({
    assess: async () => resultOf(book),
    kernel: () => kernelProcess([folder, processed]),
    calc: () => csvOf(whole, folder),
    ledger: () => csvOf(ledger, folder),
  });
  requireSame(result, readFileSync(processed, 'utf8'));
  const recalculation = time.calc - time.ledger;
  const unit = 'kernel : Calc';
  return [
    {
      figure: 'calc-agrees',
      value: agreeing,
      note: `of ${result.subjects.length} totals and ranks`,
    },
    {
      figure: 'kernel-process',
      value: time.kernel,
      unit: 'ms',
      note: 'start, read, assess, write',
    },
    {
      figure: 'calc-process',
      value: time.calc,
      unit: 'ms',
      note: 'start, open, recalculate, write',
    },
    {
      figure: 'kernel-assess',
      value: time.assess,
      unit: 'ms',
      note: 'in memory, with explanations',
    },
    {
      figure: 'calc-recalculation',
      value: recalculation,
      unit: 'ms',
      note: 'less the same sheets without formulas',
    },
    { figure: 'calc-ratio', value: ratio(time.kernel, time.calc), unit, note: 'whole processes' },
    {
      figure: 'calc-ratio-without-start',
      value: ratio(time.kernel - start.kernel, time.calc - start.calc),
      unit,
      note: 'whole processes, less what each needs to start',
    },
    {
      figure: 'calc-ratio-computation',
      value: ratio(time.assess, recalculation),
      unit,
      note: 'nothing read or written: assess in memory, recalculation alone',
    },
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

/** The same township as the three files that the command reads. */
function writeFolder({ scheme, roster, facts }: Township, folder: string): void {
  const units = roster.units.map(
    ({ code, group }) => `  - { code: ${code}, name: ${code}, group: ${group} }`,
  );
  const rows = facts.map(({ id, kind, about, on, values }) => {
    const pairs = Object.entries(values).map(([name, value]) => `${name}: ${value}`);
    return `- { id: ${id}, kind: ${kind}, about: ${about[0]?.subject}, on: ${on}, values: { ${pairs.join(', ')} } }`;
  });
  writeFileSync(join(folder, 'scheme.yaml'), scheme);
  writeFileSync(join(folder, 'roster.yaml'), ['units:', ...units, ''].join('\n'));
  writeFileSync(join(folder, 'facts.yaml'), [...rows, ''].join('\n'));
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
function ratio(kernel: number, calc: number): number | null {
  if (kernel <= 0 || calc <= 0) return null;
  return Number((kernel / calc).toPrecision(2));
}
