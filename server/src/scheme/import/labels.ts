/** Levels and other labels that a text lists beside its amounts. */

const levelWord =
  '(?:镇党委政府|乡镇级?|镇级|镇|县委县政府|县级|县区|县|区级|区|市级|市|省级|省|国家级|国家|全国|中央|京)';
const levelRun = new RegExp(`${levelWord}(?:(?:，|、|和|及|或|/)${levelWord})+`, 'gu');
const listRuns: readonly RegExp[] = [
  /[一二三四五](?:、[一二三四五])+(?=星级?)/gu,
  /[特一二三](?:、[特一二三])+(?=等奖)/gu,
  /A{1,5}级(?:、A{1,5}级)+/gu,
  /[特一二三]等奖(?:、[特一二三]等奖)+/gu,
];

/** The labels that words list, where they list exactly so many once; undefined otherwise. */
export function labelsOf(
  words: string,
  howMany: number,
): { field: string; labels: string[] } | undefined {
  const levels = [...words.matchAll(levelRun)];
  const run = levels[0]?.[0];
  const rest = words.replace(levelRun, '');
  if (levels.length === 1 && run !== undefined && !/[镇县市省]级以上|国家级/u.test(rest)) {
    const labels = run.split(/[，、和及或/]/u).map(levelName);
    return labels.length === howMany && isDistinct(labels) ? { field: '级别', labels } : undefined;
  }
  if (levels.length > 0) return undefined;
  const named = namedLabels(words, howMany);
  if (named) return { field: '情形', labels: named };
  const lists = listRuns.flatMap((pattern) => [...words.matchAll(pattern)].map((found) => found));
  const only = lists[0];
  if (lists.length !== 1 || !only) return undefined;
  const tail = /^(?:星级?|等奖)/u.exec(words.slice(only.index + only[0].length))?.[0] ?? '';
  const labels = only[0].split('、').map((label) => `${label}${tail}`);
  return labels.length === howMany && isDistinct(labels) ? { field: '档次', labels } : undefined;
}

const listVerb = /^(?:发生|出现|新增|获得?|获评|被?评为|创成|创建为?|达到)/u;

/** 发生一般事故、较大事故的: a verb and a list of things of one kind, and nothing else. */
function namedLabels(words: string, howMany: number): string[] | undefined {
  const last = (words.split('，').at(-1) ?? '').replace(/的$/u, '');
  if (!listVerb.test(last)) return undefined;
  const members = last.replace(listVerb, '').split('、');
  // 一星户、二星户、三星户 end alike in one character: three of them are no chance.
  const alike = members.length > 2 ? -1 : -2;
  const ends = new Set(members.map((member) => member.slice(alike)));
  const isList =
    members.length === howMany && howMany > 1 && ends.size === 1 && isDistinct(members);
  return isList && members.every((member) => member.length >= 2 && member.length <= 8)
    ? members
    : undefined;
}

/** The words without the list of levels: 好做法获县、市推广 is 好做法获推广. */
export function withoutLevels(words: string): string {
  return words.replace(levelRun, '');
}

/** Words for honours and reprimands, whose levels usually differ in points. */
export function isGraded(words: string): boolean {
  return /评|创|获|达到|通报|表彰|表扬|推广|曝光|批评|奖/u.test(words);
}

/** A single level that stands for itself: 市级. */
export function levelOf(words: string): string | undefined {
  return new RegExp(`^${levelWord}的?$`, 'u').test(words)
    ? levelName(words.replace(/的$/u, ''))
    : undefined;
}

function levelName(word: string): string {
  const short: Record<string, string> = { 镇党委政府: '镇', 县委县政府: '县', 县区: '县' };
  const name = short[word] ?? word;
  return /^(?:.*级|全国|中央|京)$/u.test(name) ? name : `${name}级`;
}

function isDistinct(labels: readonly string[]): boolean {
  return new Set(labels).size === labels.length;
}
