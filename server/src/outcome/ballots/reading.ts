/** Counts as they are shown, and a table of them read without keeping anything. */

import { ballotFindings, isoDate, isQuorate } from '@oneneedle/kernel';
import { namesOf } from '../../org/index.ts';
import { type Ctx, halfWidth, readTables, type Sheet, withUploaded } from '../../platform/index.ts';
import { outcomeProblem } from '../problems.ts';
import { type OutcomeTown, outcomeTown } from '../town.ts';
import { type BallotKind, ballotKind, ballotKinds } from './kinds.ts';
import { allBallots, type BallotRow } from './store.ts';

/** The register of counts, and what may be counted. */
export async function listBallots(ctx: Ctx) {
  const town = await outcomeTown(ctx);
  const kinds = await ballotKinds(ctx.db);
  const byKind = new Map(kinds.map((one) => [one.kind, one]));
  return {
    today: town.today,
    mayImport: town.isProposer,
    kinds: kinds.map(({ kind, name, options, abstain, quorum, isPerson }) => ({
      kind,
      name,
      options: [...options],
      abstain: [...abstain],
      quorum,
      subjects: (isPerson ? town.roster.persons : town.roster.units).map(({ code, name: own }) => ({
        code,
        name: own,
      })),
    })),
    rows: (await allBallots(ctx.db)).map((row) => shownRow(row, byKind.get(row.kind), town)),
  };
}

function shownRow(row: BallotRow, kind: BallotKind | undefined, town: OutcomeTown) {
  const votes = row.votes as Record<string, number>;
  const abstained = (kind?.abstain ?? ['弃权']).reduce((sum, one) => sum + (votes[one] ?? 0), 0);
  const { id, eligible, present, issued, returned, invalid, tellers, supervisors } = row;
  return {
    id,
    subject: town.named(row.subject),
    kindName: kind?.name ?? row.kind,
    on: isoDate(row.voted_on),
    eligible,
    present,
    issued,
    returned,
    invalid,
    votes,
    valid: returned - invalid - abstained,
    isQuorate: isQuorate(row, kind?.quorum),
    tellers,
    supervisors,
    enteredBy: town.named(row.entered_by).name,
  };
}

const figures = {
  eligible: ['应到'],
  present: ['到会', '实到'],
  issued: ['发出', '发票'],
  returned: ['收回'],
  invalid: ['无效', '废票'],
} as const;
const subjectHeads = ['对象', '姓名', '村', '单位', '被测评人'];

/** Reads a workbook, a CSV file or what was pasted; what is wrong stands at its row. */
export async function readBallots(ctx: Ctx, { kind, file }: { kind: string; file: File }) {
  const known = await ballotKind(ctx.db, kind);
  const town = await outcomeTown(ctx);
  const sheet = await withUploaded(
    {
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
      otherwise: '计票.csv',
      refused: (why) => outcomeProblem('table-unreadable', { why }),
    },
    async (path) => (await readTables(path)).sheets[0],
  );
  return sheet ? rowsOf(sheet, known, town) : { rows: [], findings: ['表是空的。'] };
}

function rowsOf({ rows }: Sheet, kind: BallotKind, { roster }: OutcomeTown) {
  const texts = rows.map((row) => row.map(({ text }) => halfWidth(text).trim()));
  const at = texts.findIndex((row) => row.some((text) => subjectHeads.includes(text)));
  const head = texts[at] ?? [];
  const column = (titles: readonly string[]) => head.findIndex((text) => titles.includes(text));
  const columns = {
    subject: column(subjectHeads),
    ...(Object.fromEntries(
      Object.entries(figures).map(([key, titles]) => [key, column(titles)]),
    ) as Record<keyof typeof figures, number>),
  };
  const missing = [
    ...(at < 0 ? [subjectHeads[0] ?? ''] : []),
    ...(at < 0
      ? []
      : Object.entries(figures).flatMap(([, titles]) => (column(titles) < 0 ? [titles[0]] : []))),
    ...(at < 0
      ? []
      : kind.options.filter((one) => column([one]) < 0 && !kind.abstain.includes(one))),
  ];
  if (missing.length > 0) {
    return { rows: [], findings: [`表头里缺“${missing.join('”“')}”这几列，一行也没有读。`] };
  }
  const names = namesOf(roster);
  return {
    findings: [],
    rows: texts.slice(at + 1).flatMap((cells) => {
      const name = cells[columns.subject] ?? '';
      if (name === '') return [];
      const read = names.codeIn(name, kind.isPerson ? 'person' : 'unit');
      const bad: string[] = [];
      const number = (index: number, title: string) => {
        const text = index < 0 ? '' : (cells[index] ?? '');
        if (/^\d{1,6}$/.test(text) || text === '') return Number(text);
        bad.push(`“${title}”写的是“${text}”，不是张数。`);
        return 0;
      };
      const count = {
        eligible: number(columns.eligible, '应到'),
        present: number(columns.present, '到会'),
        issued: number(columns.issued, '发出'),
        returned: number(columns.returned, '收回'),
        invalid: number(columns.invalid, '无效'),
        votes: Object.fromEntries(kind.options.map((one) => [one, number(column([one]), one)])),
      };
      const isKnown = 'value' in read;
      return [
        {
          subject: isKnown ? read.value : name,
          name,
          ...count,
          eligible: Math.max(1, count.eligible),
          findings: [
            ...(isKnown ? [] : [`名册里没有“${name}”，或者不止一个。`]),
            ...bad,
            ...ballotFindings(count, kind.quorum),
          ],
        },
      ];
    }),
  };
}
