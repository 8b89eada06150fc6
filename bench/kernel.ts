/** The reference evaluator on a county's year: 200 villages × 60 indicators × 12 months. */

import { assess, type Book, calendarCN, type Fact, isoDate, readScheme } from '@oneneedle/kernel';
import type { Figure } from './run.ts';

const villages = 200;
const indicators = 60;
const months = 12;

/** Facts per second over the twelve monthly assessments, and the peak memory of the process. */
export function* kernelFigures(): Iterable<Figure> {
  const book = yearBook();
  const facts = book.facts.length;
  const started = process.hrtime.bigint();
  let checksum = 0;
  for (let month = 1; month <= months; month += 1) {
    const result = assess(book, { scheme: 'bench', period: `2026-${two(month)}` });
    for (const subject of result.subjects) checksum += subject.totalMilli;
  }
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const note = `${villages} villages × ${indicators} indicators × ${months} months, ${facts} facts`;
  yield { figure: 'facts per second', value: Math.round(facts / seconds), unit: 'facts/s', note };
  yield { figure: 'twelve assessments', value: Math.round(seconds * 1000), unit: 'ms' };
  const memory = process.resourceUsage().maxRSS;
  yield { figure: 'peak memory', value: Math.round(memory / 1024), unit: 'MiB' };
  yield { figure: 'checksum of all totals', value: checksum, unit: 'milli' };
}

function yearBook(): Book {
  const read = readScheme(schemeSource());
  if (!read.value) throw new Error(JSON.stringify(read.findings));
  const units = Array.from({ length: villages }, (_, index) => ({
    code: `V${index}`,
    name: `第${index}村`,
    type: 'village',
    group: `g${index % 4}`,
    aliases: [],
    tags: [],
    sizes: {},
  }));
  const roster = { units, persons: [], posts: [], pairings: [] };
  return { schemes: [read.value], roster, facts: yearFacts(), calendar: calendarCN, seals: [] };
}

/** Every village has a fact under every indicator in every month; values follow a fixed rule. */
function yearFacts(): Fact[] {
  const facts: Fact[] = [];
  for (let month = 1; month <= months; month += 1) {
    for (let village = 0; village < villages; village += 1) {
      for (let indicator = 0; indicator < indicators; indicator += 1) {
        const seq = facts.length + 1;
        facts.push({
          id: `f${seq}`,
          kind: `k${indicator}`,
          form: 'event',
          about: [{ subject: `V${village}`, as: '' }],
          on: isoDate(`2026-${two(month)}-${two(1 + (seq % 28))}`),
          values: { places: String(seq % 7), value: `${90 + (seq % 10)}%`, level: '县' },
          tags: [],
          evidence: [],
          matter: `m${village}-${seq % 5}`,
          seq,
        });
      }
    }
  }
  return facts;
}

/** Sixty indicators in the mix of real schemes: counts mostly, some rates, tables and bonuses. */
function schemeSource(): string {
  const lines = ['line: bench', 'name: bench', 'version: "1"', 'subject: { kind: unit }'];
  lines.push('period: month', 'tree:');
  for (let index = 0; index < indicators; index += 1) {
    const start = `  - { code: n${index}, name: 指标${index}, full: 10, clauses: [ { code: c${index}, text: 条款${index}`;
    lines.push(`${start}, ${clauseBody(index)} } ] }`);
  }
  return lines.join('\n');
}

function clauseBody(index: number): string {
  const kind = `k${index}`;
  if (index % 10 === 7) {
    return `rule: { linear: { of: { measure: { kind: ${kind} } }, reference: "95%", per: "1%", delta: "-0.5", side: below, in: points } }`;
  }
  if (index % 10 === 8) {
    return `on: ${kind}, span: year, sameMatter: highest, rule: { choice: { by: level, options: { 县: "0.1" } } }`;
  }
  if (index % 10 === 9) {
    return `rule: { table: { of: { sum: { kind: ${kind}, field: places } }, rows: [ { below: 3, points: 0 }, { from: 3, points: -1 } ] } }`;
  }
  return `on: ${kind}, rule: { count: { of: places, delta: "-0.5" } }`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
