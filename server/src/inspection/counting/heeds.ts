/** What to know before a round is counted; none of it keeps anybody from counting. */

import { clausesOf } from '../../ledger/index.ts';
import type { Ctx, Queries } from '../../platform/index.ts';
import { schemesInForce } from '../../scheme/index.ts';
import type { LineOfRound, RoundToCount } from './reading.ts';

/** In the order of the places and lines. */
export async function heedsOf({ db }: Pick<Ctx, 'db'>, book: RoundToCount): Promise<string[]> {
  const sizes = await sampleSizes(db, book);
  return [
    ...ofJudges(book),
    ...book.lines.flatMap((line) => [...ofSample(line, sizes), ...ofLedger(line)]),
  ];
}

/** Where each inspector writes a sheet, the mean is of those who did. */
function ofJudges({ sheets, template, town, visits }: RoundToCount): string[] {
  if (template.sheets !== 'each') return [];
  return visits.flatMap((visit) => {
    const own = sheets.filter((one) => one.visit.id === visit.id);
    const writers = new Set(own.map(({ sheet }) => sheet.person));
    const others = visit.inspectors.filter((person) => !writers.has(person));
    if (own.length === 0 || others.length === 0) return [];
    const names = others.map((person) => town.named(person).name).join('、');
    return [`${town.named(visit.subject).name}的${names}没有交表，只按交了的${own.length}个人计。`];
  });
}

/** A clause that wants more than were looked at counts only where all there are were looked at. */
function ofSample({ counted, told }: LineOfRound, sizes: ReadonlyMap<string, Sample>): string[] {
  const { answer, line, number, words } = told;
  const wanted = words && sizes.get(`${counted.on} ${words.kind}`);
  if (!wanted || answer.asks !== 'sample' || answer.looked >= wanted.size) return [];
  const { population } = wanted;
  const how = population === undefined ? '' : `；确实只有这些的，计入后在待记里补写“${population}”`;
  return [
    `${counted.place}第${number}行“${line.group}”只抽查了${answer.looked}，第${wanted.clause}条要${wanted.size}，不够的这一条缺材料${how}。`,
  ];
}

/** In which later period it counts, and whatever else the ledger lets pass with a word. */
function ofLedger({ judged }: LineOfRound): string[] {
  return (judged?.findings ?? []).flatMap(({ severity, sentence }) =>
    severity === 'error' ? [] : [sentence],
  );
}

interface Sample {
  readonly clause: string;
  readonly size: number;
  /** Field that says how many there are. */
  readonly population?: string | undefined;
}

/** How many each clause in force wants to be looked at, by day and kind of fact. */
async function sampleSizes(db: Queries, { sheets }: RoundToCount): Promise<Map<string, Sample>> {
  const found = new Map<string, Sample>();
  for (const on of new Set(sheets.map((one) => one.on))) {
    for (const { scheme } of await schemesInForce(db, { on })) {
      for (const { code: clause, on: kinds = [], rule } of clausesOf(scheme)) {
        if (!('sampled' in rule)) continue;
        const { population, size } = rule.sampled;
        for (const kind of [kinds].flat()) {
          found.set(`${on} ${kind}`, { clause, size: Number(size), population });
        }
      }
    }
  }
  return found;
}
