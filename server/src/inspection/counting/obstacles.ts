/** What keeps a round from being counted, and what to know before it is: each in a sentence. */

import { evidenceOf } from '../../evidence/index.ts';
import type { Ctx } from '../../platform/index.ts';
import { heedsOf } from './heeds.ts';
import type { LineOfRound, RoundToCount } from './reading.ts';

/** Both, without repetition, in the order of the places and lines. */
export async function obstaclesOf(
  ctx: Pick<Ctx, 'db'>,
  book: RoundToCount,
): Promise<{ inTheWay: string[]; heeds: string[] }> {
  const gone = await photosGone(ctx, book);
  const inTheWay = [
    ...ofRound(book),
    ...ofVisits(book),
    ...book.lines.flatMap((line) => [...ofJudge(line), ...ofLedger(line), ...ofPhotos(line, gone)]),
  ];
  return { inTheWay: [...new Set(inTheWay)], heeds: [...new Set(await heedsOf(ctx, book))] };
}

/** A round that did not take place leaves nothing behind, and never a zero. */
function ofRound({ round, results, sheets }: RoundToCount): string[] {
  if (round.state === 'missed') return ['这一轮没有开展，没有事实可记；没有去的不记到村里。'];
  if (round.state === 'withdrawn') return ['这一轮已经撤销，没有事实可记。'];
  return results.isSettled && sheets.length === 0 ? ['没有一张现场表，没有事实可记。'] : [];
}

function isOver(state: string): boolean {
  return state === 'missed' || state === 'withdrawn';
}

const unsent = '还没有送出现场表，也没有写明没有去';
const waits: Readonly<Record<string, string>> = {
  sent: '的现场表还没有告诉村里',
  toConfirm: '还在确认期，村里还没有确认',
  objected: '有不同意见还没有处理',
};

/** Every place is settled first: a round is counted once. */
function ofVisits({ round, results }: RoundToCount): string[] {
  if (results.isSettled || isOver(round.state)) return [];
  const places = new Map<string, string[]>();
  for (const { state, subject, sheets } of results.visits) {
    if (isOver(state)) continue;
    const whys =
      sheets.length === 0 ? [unsent] : sheets.flatMap((sheet) => waits[sheet.state] ?? []);
    for (const why of new Set(whys)) places.set(why, [...(places.get(why) ?? []), subject.name]);
  }
  const said = [...places].map(([why, names]) => `${namesOf(names)}${why}。`);
  return said.length > 0 ? said : ['还有结果没有落定。'];
}

/** 东溪村、河口村等 8 处 */
function namesOf(names: readonly string[]): string {
  const few = names.slice(0, 5).join('、');
  return names.length > 5 ? `${few}等${names.length}处` : few;
}

/** Marks of several inspectors are told apart by their judge. */
function ofJudge({ told, judged }: LineOfRound): string[] {
  const isForeign = judged?.findings.some(
    ({ field, severity }) => field === 'judge' && severity === 'error',
  );
  if (told.judge === undefined || !isForeign) return [];
  return [
    `第${told.number}行由每人各打一个分，“${judged?.kindName}”却没有“评委”（judge）这个字段，分不清谁打的；请在事实目录里加上。`,
  ];
}

function ofLedger({ counted, told, judged }: LineOfRound): string[] {
  return (judged?.findings ?? []).flatMap(({ field, severity, sentence }) =>
    severity === 'error' && !(field === 'judge' && told.judge !== undefined)
      ? [`${counted.place}第${told.number}行“${told.line.group}”：${sentence}`]
      : [],
  );
}

function ofPhotos({ counted, told }: LineOfRound, gone: ReadonlySet<string>): string[] {
  const lost = told.words === undefined ? [] : told.photos.filter((id) => gone.has(id));
  return lost.length === 0
    ? []
    : [
        `${counted.place}第${told.number}行“${told.line.group}”的照片有${lost.length}张已经不在系统里；请写表的人把原片补传上来。`,
      ];
}

/** The photos that are cited and not there any more. */
async function photosGone({ db }: Pick<Ctx, 'db'>, { lines }: RoundToCount) {
  const cited = lines.flatMap(({ told }) => (told.words ? told.photos : []));
  const there = new Set((await evidenceOf(db, cited)).map(({ id }) => id));
  return new Set(cited.filter((id) => !there.has(id)));
}
