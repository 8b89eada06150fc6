/** Which facts of the demonstration have a picture, and what stands in `evidence.yaml` about it. */

import { readShape } from '@oneneedle/kernel';
import { z } from 'zod';
import type { Draft } from './draft.ts';
import { flow } from './flow-yaml.ts';

const entryShape = z.strictObject({
  id: z.string(),
  /** Name of the file that the program draws. */
  file: z.string(),
  /** The fact that cites it. */
  fact: z.string(),
  sort: z.enum(['photo', 'document']),
  caption: z.string(),
  place: z.string(),
  on: z.string(),
});

/** A drawn picture: what `demoPhoto` draws, and what the pages say below it. */
export type DemoEvidence = Readonly<z.output<typeof entryShape>>;

/** The entries of an `evidence.yaml`; throws where it is none. */
export function readEvidence(source: string): DemoEvidence[] {
  const { value, findings } = readShape(source, z.array(entryShape));
  if (!value) throw new Error(findings.map(({ sentence }) => sentence).join('\n'));
  return value;
}

const wanted = 64;

/**
 * The drafts that get a picture, by their place in the list: every paper, what is told of, the latest of each village in
 * the last quarter, and of the rest an even part.
 */
export function pictured(drafts: readonly Draft[]): ReadonlySet<number> {
  const places = drafts.flatMap(({ picture, evidence }, index) =>
    picture && evidence && evidence.length > 0 ? [index] : [],
  );
  const isWanted = (index: number) =>
    drafts[index]?.picture?.sort === 'document' || drafts[index]?.key !== undefined;
  const isRecent = (index: number) => (drafts[index]?.on ?? '') >= '2026-10-01';
  const named = places.filter(isWanted);
  const recent = latestOfEach(
    drafts,
    places.filter((index) => isRecent(index) && !isWanted(index)),
  );
  const rest = places.filter((index) => !recent.includes(index) && !isWanted(index));
  const room = wanted - named.length - recent.length;
  const step = Math.max(1, Math.floor(rest.length / room));
  const spread = rest.filter((_, place) => place % step === 0).slice(0, room);
  return new Set([...named, ...recent, ...spread]);
}

/** The latest of each village that says what was found; of a village without one, what was cleared. */
function latestOfEach(drafts: readonly Draft[], places: readonly number[]): number[] {
  const isCleared = (index: number) => drafts[index]?.kind === 'rectified';
  const ordered = [...places.filter(isCleared), ...places.filter((index) => !isCleared(index))];
  return [...new Map(ordered.map((index) => [drafts[index]?.about, index])).values()];
}

/** The entry of a picture, numbered in the order of the facts. */
export function evidenceOf(draft: Draft, number: number, fact: string): DemoEvidence {
  const { picture, on = draft.recordedOn } = draft;
  if (!picture) throw new Error(`${fact} has no picture`);
  const id = `E-${String(number).padStart(4, '0')}`;
  return { id, file: `${id}.jpg`, fact, ...picture, on };
}

/** The text of `evidence.yaml`. */
export function evidenceText(entries: readonly DemoEvidence[]): string {
  return [
    '# 青禾镇的演示照片和扫描件 —— 演示数据，全部虚构',
    '# 本文件由 server/scripts/demo-town.ts 生成。图由程序按这里的字画出，每张都写明“演示”；仓库里没有图。',
    '# facts.yaml 里 evidence 写的编号就是这里的 id；没有图的事实，佐证写的是材料名称。',
    '',
    ...entries.map((entry) => `- ${flow(entry)}`),
    '',
  ].join('\n');
}
