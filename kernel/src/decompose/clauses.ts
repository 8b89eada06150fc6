/** A sentence as clauses, and what a clause says besides its deed: who, until when, how many. */

/** From and to (not included) within the sentence, in UTF-16 units, as `slice` takes them. */
export type Place = readonly [from: number, to: number];

const openers = '“「『（(《〈';
const closers = '”」』）)》〉';
const breaks = '，：';
const ends = '。！？； 　';

/** The same text with the marks of Chinese print, character for character: places stay what they are. */
export function inChinesePrint(sentence: string): string {
  return sentence.replaceAll(/[,;:()!?]/g, (mark) =>
    '，；：（）！？'.charAt(',;:()!?'.indexOf(mark)),
  );
}

/** The clauses of a sentence, parted at its commas and colons; none inside of quotes or brackets. */
export function clausesOf(sentence: string): Place[] {
  const places: Place[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < sentence.length; at += 1) {
    const character = sentence.charAt(at);
    if (openers.includes(character)) depth += 1;
    else if (closers.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && breaks.includes(character)) {
      places.push([from, at]);
      from = at + 1;
    }
  }
  places.push([from, sentence.length]);
  return places.map((place) => trimmed(sentence, place)).filter(([start, end]) => start < end);
}

/** The place without stops and spaces at its end and spaces at its beginning. */
export function trimmed(sentence: string, [from, to]: Place): Place {
  let start = from;
  let end = to;
  while (start < end && ' 　'.includes(sentence.charAt(start))) start += 1;
  while (end > start && ends.includes(sentence.charAt(end - 1))) end -= 1;
  return [start, end];
}

/** What stands before a demand: an ordinal, a word that ties it to the sentence before. */
export const lead =
  /^(?:(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])|(?:第?[一二三四五六七八九十](?:是要|是|要(?=[^求点]))[，,]?)|(?:首先|其次|再次|最后|同时|此外|另外|因此|所以|而且|并且|并|从而|下一步|下步|接下来|今后|近期|当前|目前|这就要求|为此|总之|也|还|又|再|更|就|且|或者|或|以及|但|但是|特别是|尤其是|重点是|关键是|主要是|对此|会议要求|会议强调|会议决定|会议明确|要求|即|其中))+/;

/** The word that makes a demand of what follows. */
export const modal =
  /(?:可以(?=建|组织|开展|制定|成立|设|尝试|借鉴|试)|一定要|务必要?|必须要?|需要|应当|应该|须(?=[^知])|应(?=[于在由尽将及以把对组按])|请(?=[各大你将把于在按])|力争|争取(?=[在于年明今\d])|确保|务求|一律|不得|严禁|不准|禁止|杜绝|严防|(?<![重主需只首必概简摘提紧险切想])要(?![求是么素点害事情务紧闻件道塞领义职地挟旨]))/;

/** Modals that forbid, or say what must be true in the end: their words belong to the object. */
export const outcome = /^(?:确保|力争|务求|不得|严禁|不准|禁止|杜绝|严防|一律)/;

const actorEnd =
  /(?:村|社区|镇街|乡镇|街道|单位|部门|办|室|站|所|中心|院|校|局|专班|村委会?|党支部|支部|党委|纪委|党组织|我镇|本镇|全镇上下|镇村|两委”?|干部|党员|书记|主任|班子|班子成员|同志们?|人员|成员|队员|网格员|护林员|指导员|专干|联络员|[组队站所镇村河林格]长|企业|大家|我们|负责人|领导|小组|政府|学校|医院|公司|合作社|委员|代表|户|牵头单位|责任单位|战线|方面|口|线)$/;

/** Whether words before a demand name somebody who could be asked; undefined where they do not. */
export function isActor(words: string): boolean {
  const bare = words.replace(/（[^）]*）$/, '');
  return bare.length > 0 && bare.length <= 40 && actorEnd.test(bare) && !/[是的了]/.test(bare);
}

const led =
  /(?:由)?([^，。由]{2,30}?)(?:具体|全程|统一|共同|分别|总)?(?:牵头负责|牵头抓总|牵头|负总责|负责(?![人制任同]))/;

/** Who leads or answers by the words 由…牵头 or …负责. */
export function leaderIn(sentence: string, [from, to]: Place): Place | undefined {
  const match = led.exec(sentence.slice(from, to));
  const named = match?.[1];
  if (match === null || named === undefined || !isActor(named)) return undefined;
  const start = from + match.index + match[0].indexOf(named);
  return [start, start + named.length];
}

const doing =
  /^[^，]{1,14}?(?:办|办公室|站|所|中心|局|委|组|队|村|社区|单位|政府|我镇|本镇|（社区）)(?=对|每[月周季年]|会同|将[从对把]|从[^，]*进行|定期|负责)/;

/** Who is named at the beginning of a clause that says what they do, without a word that demands. */
export function doerAt(sentence: string, [from, to]: Place): Place | undefined {
  const words = doing.exec(sentence.slice(from, to))?.[0];
  return words !== undefined && isActor(words) ? [from, from + words.length] : undefined;
}

const number = '(?:\\d+(?:\\.\\d+)?|[一二两三四五六七八九十百千万]+)';
const day = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const date = new RegExp(
  [
    `(?:(?:\\d{4}|今|明|本)年)?(?:年)?${day}月(?:份|底|末|初|上旬|中旬|下旬|${day}[日号])?(?:之?前|以前|底前)?`,
    `(?:到|至)?\\d{4}年(?:底|末)?(?:之?前)?`,
    '(?:今|明|本|全|当)年(?:年底|底|末)?(?:之?前|内)?',
    '(?:年|月|季度?|周)(?:底|末|终|中)(?:之?前)?|年内|月内|季内|周内|当[日天月]',
    '每(?:半年|季度?|月|周|年|天|日|个?月|个?季度)|逐月|按月|按季度?',
    '(?:上|下|本|这|当)(?:半年|个?月|季度|周)(?:底|内)?(?:之?前)?',
    '[一二三四]季度(?:末|底)?(?:前|内)?',
    `(?:${number})(?:个)?(?:工作日|天|日|周|月|小时|年)(?:之?内|以内)`,
    '(?:会后|会前|节前|春节前|元旦前|清明前|中秋前|国庆节?前|汛期前|入汛前|入冬前|春耕前|秋收前|换届前)',
  ].join('|'),
  'g',
);

/** The first day or period that a clerk could name; what is told of the past is none. */
export function dateIn(sentence: string, [from, to]: Place): Place | undefined {
  for (const match of sentence.slice(from, to).matchAll(date)) {
    const end = match.index + match[0].length;
    if (!/^(?:以来|来|的时间|度)/.test(sentence.slice(from + end, to)))
      return [from + match.index, from + end];
  }
  return undefined;
}

const units =
  '(?:余|多)?(?:万|亿)?(?:个百分点|个以上|人次|平方米|平方公里|立方米|公里|千米|公斤|万元|亿元|[个名人户家处条亩项次场座吨元套份支件辆台盏眼棵株米间所本部篇期批轮组队])';
const quantity = new RegExp(
  `(?:[零〇\\d]+(?:\\.\\d+)?|[二两三四五六七八九十百千万]+)${units}|一(?:套|次|场|座|份|支|处|条|名|家|户|本|篇)|\\d+(?:\\.\\d+)?%(?:以上|以内)?|百分之[一二三四五六七八九十百零点]+|零(?:发生|事故|上访|增长)|全覆盖|清零`,
  'g',
);

/** The first number with its unit that is to be reached; numbers in a name and “five aspects” are none. */
export function quantityIn(sentence: string, [from, to]: Place): Place | undefined {
  for (const match of sentence.slice(from, to).matchAll(quantity)) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (/^(?:全覆盖|清零)$/.test(match[0]) || isQuoted(sentence, start)) continue;
    if (
      !/^(?:方面|环节|层面|维度|统一|坚持|重点|问题|着力|关系|结合|字|一|班子|大的|代表|考核办法)/.test(
        sentence.slice(end),
      )
    )
      return [start, end];
  }
  return undefined;
}

/** How many numbers with units a sentence has: many of them tell what was reached. */
export function numbersIn(sentence: string): number {
  return [...sentence.matchAll(quantity)].length;
}

function isQuoted(sentence: string, at: number): boolean {
  const before = sentence.slice(0, at);
  return (
    before.lastIndexOf('“') > before.lastIndexOf('”') ||
    before.lastIndexOf('《') > before.lastIndexOf('》')
  );
}
