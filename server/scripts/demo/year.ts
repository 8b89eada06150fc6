/** A whole year of 青禾镇: the facts in the order they were entered, three quarters sealed on the way. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readScheme } from '@oneneedle/kernel';
import { readFolder, sealingOf } from '../../src/assessment/index.ts';
import { checkedDrafts } from './checked.ts';
import { correctionDrafts } from './corrections.ts';
import { lastRecorded } from './days.ts';
import { type Draft, line } from './draft.ts';
import { economyDrafts } from './economy.ts';
import { environmentDrafts } from './environment.ts';
import { farmingDrafts } from './farming.ts';
import { flow } from './flow-yaml.ts';
import { generalDrafts } from './general.ts';
import { partyDrafts } from './party.ts';
import { type DemoEvidence, evidenceOf, pictured } from './pictures.ts';
import { sealDays } from './posting.ts';
import { safetyDrafts } from './safety.ts';
import { societyDrafts } from './society.ts';

export interface Year {
  readonly facts: string;
  readonly seals: string;
  readonly evidence: readonly DemoEvidence[];
}

/** What else a folder needs to be assessed. */
export interface Sources {
  readonly scheme: string;
  readonly kinds: string;
  readonly roster: string;
}

/**
 * Writes the year and seals it quarter by quarter, as a clerk would: what is entered after a seal is
 * not known to it, and the results of the seal follow as facts. Throws where a quarter cannot be sealed.
 */
export async function yearOf(sources: Sources): Promise<Year> {
  const { rows, evidence } = numbered(ordered(sources));
  const folder = mkdtempSync(join(tmpdir(), 'oneneedle-demo-'));
  try {
    let facts = factsHead;
    let seals = sealsHead;
    let month = '';
    const enter = ({ recordedOn, text }: Row) => {
      const own = recordedOn.slice(0, 7);
      const remark = own === month ? '' : `\n# ${Number(own.slice(5))} 月登记\n`;
      month = own;
      facts += `${remark}- ${text}\n`;
    };
    let before = '';
    for (const [period, day] of Object.entries(sealDays)) {
      for (const row of rows.filter((one) => before < one.recordedOn && one.recordedOn <= day)) {
        enter(row);
      }
      const sealed = await sealIn(folder, { ...sources, facts, seals }, period);
      seals += `\n${sealed.entry}`;
      facts += `\n# ${period} 封存，结果记作事实\n${sealed.results}`;
      before = day;
      month = '';
    }
    for (const row of rows.filter(({ recordedOn }) => recordedOn > before)) enter(row);
    return { facts, seals, evidence };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Row {
  readonly recordedOn: string;
  readonly text: string;
}

/** All drafts in the order of the day they were entered; of one day, in the order of the offices. */
function ordered({ scheme }: Sources): Draft[] {
  const read = readScheme(scheme).value;
  if (!read) throw new Error('the scheme is not sound');
  const all = [
    ...environmentDrafts(),
    ...partyDrafts(),
    ...farmingDrafts(),
    ...societyDrafts(),
    ...safetyDrafts(),
    ...economyDrafts(),
    ...generalDrafts(),
    ...correctionDrafts(),
    ...checkedDrafts(read),
  ];
  const late = all.filter(
    ({ recordedOn, on = recordedOn }) => recordedOn > lastRecorded || on > lastRecorded,
  );
  if (late.length > 0) throw new Error(`${late[0]?.kind} ${late[0]?.recordedOn} is after the end`);
  return all
    .map((draft, index) => ({ draft, index }))
    .sort((a, b) => order(a.draft.recordedOn, b.draft.recordedOn) || a.index - b.index)
    .map(({ draft }) => draft);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function numbered(drafts: readonly Draft[]): { rows: Row[]; evidence: DemoEvidence[] } {
  const idOf = (index: number) => `D-${String(index + 1).padStart(4, '0')}`;
  const byKey = new Map(drafts.flatMap(({ key }, index) => (key ? [[key, idOf(index)]] : [])));
  const chosen = pictured(drafts);
  const evidence: DemoEvidence[] = [];
  const rows = drafts.map((draft, index): Row => {
    const id = idOf(index);
    const drawn = chosen.has(index) ? evidenceOf(draft, evidence.length + 1, id) : undefined;
    if (drawn) evidence.push(drawn);
    const {
      recordedOn,
      key: _,
      picture: __,
      reverses,
      kind,
      form,
      about,
      on,
      period,
      ...rest
    } = draft;
    const { values, matter, doc, chosen: points, evidence: named, by, reviewedBy, ...last } = rest;
    const text = flow({
      id,
      kind,
      form,
      about,
      on,
      period,
      values,
      matter,
      doc,
      chosen: points,
      reverses: reverses === undefined ? undefined : byKey.get(reverses),
      evidence: drawn ? [drawn.id] : named,
      by,
      reviewedBy,
      ...last,
    });
    return { recordedOn, text };
  });
  return { rows, evidence };
}

/** The entry of a seal and its results, worked out by the program's own room. */
async function sealIn(
  folder: string,
  files: Sources & { readonly facts: string; readonly seals: string },
  period: string,
): Promise<{ entry: string; results: string }> {
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, `${name}.yaml`), text);
  }
  const { entry, results, obstacles } = sealingOf(await readFolder(folder), {
    scheme: line,
    period,
  });
  if (obstacles.length > 0) {
    throw new Error(obstacles.map(({ sentence }) => sentence).join('\n'));
  }
  const facts = results.text.split('\n').filter((one) => one.startsWith('- '));
  return { entry, results: `${facts.join('\n')}\n` };
}

const factsHead = `# 青禾镇村日常工作事实，2026 年 1 月 1 日至 11 月 20 日 —— 演示数据，全部虚构
# 本文件由 server/scripts/demo-town.ts 生成，要改的改那里。
# 一行一条事实，按登记先后排列；行号就是登记顺序。写错的不改，另记一条更正（reverses）。
# by 是登记人，reviewedBy 是复核人，写“站所 姓名”，都在名册里；考核结果由封存产生，没有登记人。
`;

const sealsHead = `# 青禾镇已封存的各季度 —— 演示数据，全部虚构
# 本文件由 server/scripts/demo-town.ts 生成：逐季用程序自己的封存算出，没有手填的数。
`;
