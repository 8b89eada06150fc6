/** Points of a level: a full mark, or only the most that may be added or deducted. */

import { compacted } from './sentences.ts';

/** Points as a document prints them for a level. */
export interface Points {
  readonly value: string;
  /** 最高5分: no full mark, only how far it may go. */
  readonly isBound: boolean;
  /** Which way, where the words say it: 最多扣6分. */
  readonly side?: 'plus' | 'minus';
  /** The bound to the other side, where two are printed: （最多扣40分）（最多加20分）. */
  readonly other?: string;
  /** 平原村 40, 山区村 —: where groups differ, what each of them has; absent where it has none. */
  readonly groups?: readonly GroupPoints[];
}

/** The full mark of a group. */
export interface GroupPoints {
  readonly group: string;
  readonly value?: string;
}

const value = '(\\d+(?:\\.\\d+)?)';
const lead = '(?:累计|合计|总计)?(加|扣|奖)?分?(?:累计|合计|总计)?';
const most = `${lead}(?:最高|最多|至多|上限|限|不超过|封顶)(?:可)?(加|扣|奖|得)?分?(?:不超过|为|至)?：?`;
const boundAhead = new RegExp(`^${most}${value}分?(?:封顶|为限|为止)?$`, 'u');
const boundBehind = new RegExp(`^${lead}${value}分?(?:封顶|为限|为止|以内|以下)$`, 'u');
const boundInBrackets = new RegExp(`（${most}${value}分(?:封顶|为限|为止)?）`, 'u');

/** The points in a cell of the column of points; undefined for anything else than one number. */
export function pointsOf(cell: string): Points | undefined {
  const full = /^[（(]?\s*(\d+(?:\.\d+)?)\s*分?\s*[）)]?$/u.exec(cell.trim())?.[1];
  if (full !== undefined) return { value: full, isBound: false };
  const words = compacted(cell).text.replace(/^（(.*)）$/u, '$1');
  const ahead = boundAhead.exec(words);
  if (ahead) return bound(ahead[3] ?? '', ahead[1] ?? ahead[2]);
  const behind = boundBehind.exec(words);
  return behind ? bound(behind[2] ?? '', behind[1]) : undefined;
}

/** （最高加10分） in a name: where it stands and what it says. */
export function boundWithin(
  text: string,
): { points: Points; index: number; length: number } | undefined {
  const found = boundInBrackets.exec(text);
  if (!found) return undefined;
  const points = bound(found[3] ?? '', found[1] ?? found[2]);
  return { points, index: found.index, length: found[0].length };
}

const groupMark = `[^（），、；\\d]{2,12}?：?${value}分`;
const groupsInBrackets = new RegExp(`（(${groupMark}(?:[，、；]${groupMark})+)）`, 'u');

/** （平原村16分，山区村10分） in a name: where it stands and what each group has. */
export function groupsWithin(
  text: string,
): { points: Points; index: number; length: number } | undefined {
  const found = groupsInBrackets.exec(text);
  const groups = (found?.[1] ?? '').split(/[，、；]/u).map((one): GroupPoints => {
    const [, group = '', mark = ''] = new RegExp(`^(.*?)：?${value}分$`, 'u').exec(one) ?? [];
    return { group, value: mark };
  });
  const points = groupPoints(groups);
  return found && points ? { points, index: found.index, length: found[0].length } : undefined;
}

/** What several groups have, as one thing; undefined where none of them has points. */
export function groupPoints(groups: readonly GroupPoints[]): Points | undefined {
  const first = groups.find((one) => one.value !== undefined)?.value;
  if (first === undefined) return undefined;
  const isSame = groups.every((one) => one.value === first);
  return { value: first, isBound: false, ...(isSame ? {} : { groups }) };
}

function bound(printed: string, deed: string | undefined): Points {
  const sides: Record<string, Points['side']> = { 加: 'plus', 奖: 'plus', 扣: 'minus' };
  const side = sides[deed ?? ''];
  return { value: printed, isBound: true, ...(side ? { side } : {}) };
}
