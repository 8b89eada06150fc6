/**
 * Draft items out of a speech, by fixed sentence patterns. Nothing is learned and nothing is guessed:
 * the same text always gives the same drafts, each saying by which pattern, and a person decides.
 */

import {
  clausesOf,
  dateIn,
  doerAt,
  inChinesePrint,
  isActor,
  lead,
  leaderIn,
  modal,
  outcome,
  type Place,
  quantityIn,
  trimmed,
} from './clauses.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { isExample, isTold, isToldClause, tellsOfPast } from './told.ts';
import {
  deedAtStart,
  deedsWithin,
  endsInFiller,
  endsInMind,
  endsInThing,
  endsVaguely,
  foundsAtStart,
  leansAtStart,
  stretchAtStart,
} from './words.ts';

/** What a sentence asks for; places are within the sentence. */
export interface ItemProposal {
  /** Number of the sentence, from 1. */
  readonly sentence: number;
  /** The deed and what it is done to. */
  readonly object: Place;
  readonly actor?: Place;
  readonly quantity?: Place;
  readonly date?: Place;
  /** `aside`: it demands, but what is to be done would have to be invented first. */
  readonly kind: 'task' | 'aside';
  /** By which pattern, a Chinese sentence. */
  readonly why: string;
}

/** The drafts of a text, in its order. */
export function proposeItems(text: string): ItemProposal[] {
  return proposalsOf(sentencesOf(text));
}

/** The drafts of sentences that were counted already. */
export function proposalsOf(sentences: readonly Sentence[]): ItemProposal[] {
  const proposals: ItemProposal[] = [];
  let quoted = 0;
  for (const [index, sentence] of sentences.entries()) {
    const isQuoted = quoted > 0;
    quoted = stillQuoted(sentence.text, quoted);
    if (sentence.isHeading || isQuoted || sentence.text.length > longestSentence) continue;
    if (isTold(inChinesePrint(sentence.text))) continue;
    if (isRunIn(sentence.text, sentences[index + 1])) continue;
    proposals.push(...inSentence(sentence));
  }
  return proposals;
}

/** Longer is no sentence of a speech, and would take its time from everybody else. */
const longestSentence = 1000;

/** For how many more sentences a quotation may go on: a quote that is never closed swallows no speech. */
function stillQuoted(text: string, left: number): number {
  const opened = text.lastIndexOf('“');
  const closed = text.lastIndexOf('”');
  if (opened > closed) return 3;
  return closed > -1 ? 0 : Math.max(0, left - 1);
}

/** What governs the clauses behind it until another comes. */
interface Governing {
  actor?: Place;
  date?: Place;
  /** The word that demands, as written; absent where only the heading does. */
  demand?: string;
}

function inSentence({ number, text: written, heading }: Sentence): ItemProposal[] {
  const text = inChinesePrint(written);
  const isPast = heading !== null && tellsOfPast(heading);
  const defects = defectsIn(text);
  if (defects)
    return [
      { sentence: number, object: defects, kind: 'task', why: '列出的问题都要求整改，作为一项。' },
    ];
  const governing: Governing = {};
  const proposals: ItemProposal[] = [];
  let topic: Place | undefined;
  for (const place of clausesOf(text)) {
    if (isExample(text.slice(...place))) break;
    if (continues(text, place, proposals.at(-1))) {
      proposals.push(...extended(proposals.pop(), place));
      continue;
    }
    if (isToldClause(text.slice(...place))) continue;
    if (/^(?:对|凡).*的$/.test(text.slice(...place))) {
      topic = place;
      continue;
    }
    const clause = readClause(text, place, governing);
    if (clause === undefined) continue;
    if (governing.demand === undefined && isPast) continue;
    const before = proposals.length;
    for (const part of partsOf(text, clause.object)) {
      const own = reaching(text, part, topic);
      const found = judged(text, own, clause, governing);
      if (found)
        proposals.push({
          sentence: number,
          object: own,
          ...partsSaid(text, part, governing),
          ...found,
        });
    }
    topic = proposals.length === before ? topicOf(text, place) : undefined;
  }
  return proposals;
}

/** Who, how many and when, as the sentence itself says it. */
function partsSaid(text: string, object: Place, { actor, date }: Governing) {
  const quantity = quantityIn(text, object);
  const day = dateIn(text, object) ?? date;
  return { ...(actor && { actor }), ...(quantity && { quantity }), ...(day && { date: day }) };
}

/** A clause that only says to what, by 对: the deed stands in the next. */
function topicOf(text: string, place: Place): Place | undefined {
  return /^(?:对|对于|凡)/.test(text.slice(...place)) ? place : undefined;
}

/** The object with the clause before it, where the deed has nothing behind it. */
function reaching(text: string, object: Place, topic: Place | undefined): Place {
  const words = text.slice(behind(text, object[0], object[1]), object[1]);
  return topic !== undefined && words.length <= 4 && verbOf(words) ? [topic[0], object[1]] : object;
}

/** A list of what is wrong, and that all of it is to be put right: one task. */
function defectsIn(text: string): Place | undefined {
  const last = clausesOf(text).at(-1);
  if (last === undefined || last[1] - last[0] > 16 || !/有的|存在|个别/.test(text))
    return undefined;
  const isAsked = /(?:要|须|限期|立即|抓紧|马上)(?:坚决|认真|立即)?(?:整改|解决|改正|纠正)/.test(
    text.slice(...last),
  );
  return isAsked ? trimmed(text, [0, text.length]) : undefined;
}

/** Whether a clause only says where the deed before it reaches, or both are a slogan of a few characters. */
function continues(text: string, [from, to]: Place, before: ItemProposal | undefined): boolean {
  if (before === undefined || from - before.object[1] > 1) return false;
  const words = text.slice(from, to);
  if (/^(?:明确|落实|细化|分解|量化|具体|延伸|覆盖)到/.test(words)) return true;
  const isShort = to - from <= 6 && before.object[1] - before.object[0] <= 6;
  return isShort && before.kind === 'task' && deedAtStart.test(words);
}

function extended(before: ItemProposal | undefined, [, to]: Place): ItemProposal[] {
  return before === undefined ? [] : [{ ...before, object: [before.object[0], to] }];
}

/** A title of a few words in the flow of a paragraph, which the sentences behind it spell out. */
function isRunIn(text: string, next: Sentence | undefined): boolean {
  if (!text.endsWith('。') || next === undefined || next.isHeading) return false;
  const ordinal = /^(?:[一二三四五六七八九十]|第[一二三四五六七八九十]|首先|其次)(?:要|是)?/;
  const isNumbered = /^.[要是、，]/.test(text) && ordinal.test(text) && !ordinal.test(next.text);
  if (text.length <= 16 && isNumbered) return true;
  return text.length <= 9 && !modal.test(text) && next.text.length >= text.length * 2;
}

interface Clause {
  readonly object: Place;
  /** Whether the clause has a word of its own that demands. */
  readonly isAsked: boolean;
  /** Whether the object begins with what stood before that word, and no actor did. */
  readonly hasTopic: boolean;
}

/** Who, when and what a clause says; undefined where nothing is left to be asked. */
function readClause(text: string, place: Place, governing: Governing): Clause | undefined {
  let [from, to] = trimmed(text, place);
  from += lead.exec(text.slice(from, to))?.[0].length ?? 0;
  const day = dateIn(text, [from, to]);
  if (day) governing.date = day;
  if (day?.[0] === from) from = behind(text, day[1], to);
  const leader = leaderIn(text, [from, to]);
  if (leader) governing.actor = leader;
  const doer = doerAt(text, [from, to]);
  if (doer) {
    governing.actor = doer;
    governing.demand ??= text.slice(...doer);
    return { object: [behindDate(text, doer[1], to), to], isAsked: true, hasTopic: false };
  }
  const match = modal.exec(text.slice(from, to));
  if (match === null)
    return from < to ? { object: [from, to], isAsked: false, hasTopic: false } : undefined;
  const before = trimmed(text, [from, from + match.index]);
  const words = text.slice(...before).replace(/(?:都|也|还|更|均|就|则|同样|首先)+$/, '');
  const end = from + match.index + match[0].length;
  governing.demand = match[0];
  const named = actorBefore(words);
  const start = outcome.test(match[0]) ? from + match.index : behindDate(text, end, to);
  if (named !== undefined) {
    governing.actor = [before[0], before[0] + named];
    return { object: [start, to], isAsked: true, hasTopic: false };
  }
  const isAdverbial =
    words === '' || /^(?:在|以|按|对于|对照|围绕|作为|通过|随着|面对|为了|如果)/.test(words);
  return isAdverbial
    ? { object: [start, to], isAsked: true, hasTopic: false }
    : { object: [before[0], to], isAsked: true, hasTopic: true };
}

/** Behind the day that stands before a deed: it is the date of the draft, not a part of what is asked. */
function behindDate(text: string, from: number, to: number): number {
  const day = dateIn(text, [from, to]);
  if (day === undefined || !/^[在于到]?$/.test(text.slice(from, day[0]))) return from;
  const skipped = /^(?:之?前|以前|内)?/.exec(text.slice(day[1], to))?.[0].length ?? 0;
  return day[1] + skipped < to ? day[1] + skipped : from;
}

/** How many characters of the words name an actor; undefined where they name none. */
function actorBefore(words: string): number | undefined {
  if (isActor(words)) return words.length;
  const shorter = words.replace(
    /(?:回去|今天|会后|务必|一定|自己|共同|一起|可以|也可以|切实|带头|主动|认真)+$/,
    '',
  );
  return isActor(shorter) ? shorter.length : undefined;
}

/** Behind the adverbs that say nothing of what is asked. */
function behind(text: string, from: number, to: number): number {
  const adverbs =
    /^(?:[^，的、]{1,7}地(?=[制开建组完推落])|逐[村户项条个一](?:逐[村户项条个])?|第一时间|按时|按期|如期|定期|集中精力|向上|新(?=培|建|增)|积极|认真|切实|扎实|全面|进一步|大力|严格|尽快|及时|坚决|持续|不断|着力|努力|主动|充分|深入|牢牢|始终|真正|科学|统筹|有序|稳步|逐步|重点|全力|高度|广泛|坚持不懈|千方百计|持之以恒|立即|抓紧|立足|因地制宜|一如既往|毫不动摇|常态化|继续|再|要|都|也|还|并|前|之前|内|，)+/;
  const skipped = adverbs.exec(text.slice(from, to))?.[0].length ?? 0;
  return from + skipped < to ? from + skipped : from;
}

/** A chain by 、 of several deeds, each with a thing of its own, is several objects. */
function partsOf(text: string, object: Place): Place[] {
  const parts: Place[] = [];
  let from = object[0];
  let depth = 0;
  for (let at = object[0]; at < object[1]; at += 1) {
    const character = text.charAt(at);
    if ('“（《'.includes(character)) depth += 1;
    if ('”）》'.includes(character)) depth -= 1;
    if (character !== '、' || depth > 0) continue;
    const rest = text.slice(at + 1, object[1]);
    const verb = deedAtStart.exec(rest)?.[0] ?? stretchAtStart.exec(rest)?.[0] ?? '';
    const isPair = verb.length > 1 && /^[^、]{2,}/.test(rest.slice(verb.length));
    const hasOwn = at - from > 3 && verbOf(text.slice(from, at)) !== undefined;
    if (!isPair || !hasOwn) continue;
    parts.push([from, at]);
    from = at + 1;
  }
  parts.push([from, object[1]]);
  return parts;
}

type Judged = Pick<ItemProposal, 'kind' | 'why'>;

/** Whether what is asked can be closed one day; undefined where nothing is asked. */
function judged(
  text: string,
  object: Place,
  clause: Clause,
  governing: Governing,
): Judged | undefined {
  const words = text.slice(...object);
  const from = behind(text, object[0], object[1]);
  const core = text.slice(from, object[1]);
  const source = governing.demand ?? '';
  const asked = source === '' ? '标题下的直接要求' : `“${source}”之后的要求`;
  if (outcome.test(core)) return ofOutcome(core, text, object);
  const leaning = leansAtStart.exec(core)?.[0];
  if (leaning !== undefined)
    return endsInMind.test(core) || words.length < 4
      ? undefined
      : {
          kind: 'aside',
          why: `${asked}：“${leaning}”要的是一种态度，或者要别人去做，没有人能把它办结。`,
        };
  if (!clause.isAsked && isNoun(core)) return undefined;
  const verb =
    verbOf(core) ??
    (clause.isAsked || /^[把将对向按从给每]/.test(core)
      ? verbWithin(core, clause.hasTopic)
      : undefined);
  if (verb === undefined) return undefined;

  const before = clause.hasTopic || !verb.isAtStart ? core.slice(0, verb.at) : '';
  const tail = verb.tail === '' ? before : verb.tail;
  if (words.length < 4) return undefined;
  const hasNumber = quantityIn(text, object) !== undefined;
  const isPersonal = clause.isAsked && governing.actor !== undefined;
  const kind = hasNumber ? 'task' : kindOf(verb, tail, isPersonal);
  if (kind === undefined) return undefined;
  return kind === 'task'
    ? { kind, why: `${asked}：“${verb.word}”是能办结的动作或者对着具体的事物。` }
    : { kind, why: `${asked}：“${verb.word}”没有说出具体的事物，要先想清楚做什么。` };
}

/** A deed that is only the subject of its clause: 考核结果…, 检查将…. */
function isNoun(core: string): boolean {
  const deed = deedAtStart.exec(core)?.[0] ?? '';
  return (
    deed !== '' &&
    /^(?:结果|将|实行|坚持|情况|中|标准|不|与|既|也|要|对象)/.test(core.slice(deed.length))
  );
}

function ofOutcome(core: string, text: string, object: Place): Judged | undefined {
  const word = outcome.exec(core)?.[0] ?? '';
  const rest = core.slice(word.length);
  const behindDay = rest.slice(behind(rest, behindDate(rest, 0, rest.length), rest.length));
  if (rest.length < 3 || endsInMind.test(rest)) return undefined;
  const isGeneral = /各项|一切|全部工作/.test(rest) && !/按[时月期]|足额/.test(rest);
  const isChecked =
    !isGeneral &&
    (deedAtStart.test(behindDay) ||
      /^(?:不得|严禁|不准|禁止|杜绝|一律)/.test(word) ||
      quantityIn(text, object) !== undefined ||
      /率|不发生|不出现|零|按[时月期]|足额|全覆盖|完成|清零|达到|达标|到位|开工|竣工|投[用产]|位列|第[一二三]|前[三五十\d]/.test(
        rest,
      ));
  return isChecked
    ? { kind: 'task', why: `“${word}”后面的结果可以从外面核对。` }
    : { kind: 'aside', why: `“${word}”后面的结果说不清怎样算达到。` };
}

interface Verb {
  readonly word: string;
  /** Where it stands in what was read. */
  readonly at: number;
  readonly isDeed: boolean;
  readonly isAtStart: boolean;
  /** What it is done to, as far as it stands behind. */
  readonly tail: string;
}

/** Verbs that only say how fast or how well the deed behind them is to be done. */
const joins =
  /(?:加快|加速|抓好|抓紧|推进|推动|做好|带头|注重|积极|深入|配合|参与|完善|健全|规范|创新)$/;

/** The verb at the beginning; of several on one object, the one that can be closed counts. */
function verbOf(core: string): Verb | undefined {
  let rest = core;
  let word = '';
  let isDeed = false;
  for (;;) {
    const stretch = stretchAtStart.exec(rest)?.[0];
    const deed = longer(deedAtStart.exec(rest)?.[0], stretch);
    const next = deed ?? stretch;
    if (next === undefined || (word !== '' && (next.length < 2 || rest.length - next.length < 2)))
      break;
    const behindIt = rest.slice(next.length);
    if (word !== '' && !isDeed && deed !== undefined && !joins.test(word)) break;
    if (/^[的了]/.test(behindIt) || (word !== '' && behindIt.replace(endsInFiller, '') === ''))
      break;
    word += next;
    isDeed ||= deed !== undefined;
    rest = behindIt.replace(/^[、和与并及好]+/, '');
  }
  if (word === '') return undefined;
  return { word, at: 0, isDeed, isAtStart: true, tail: rest };
}

/** The deed, unless it is only the beginning of a word that stretches: 建 of 建设. */
function longer(deed: string | undefined, stretch: string | undefined): string | undefined {
  return deed !== undefined && deed.length < (stretch?.length ?? 0) ? undefined : deed;
}

/** A deed behind a few adverbs, or behind what 把, 将, 对 or a topic put before it. */
function verbWithin(core: string, hasTopic: boolean): Verb | undefined {
  const isInverted = hasTopic || /^(?:把|将|对|给|向|为|与|由|在|以|按|凡|从|每)/.test(core);
  const matches = [...core.matchAll(deedsWithin)].filter(
    ({ index, 0: word }) =>
      !/^[的等、和与及中办结情]/.test(core.slice(index + word.length)) &&
      !(isInverted && index === 0),
  );
  const match = isInverted
    ? (matches.find(({ 0: word }) => /进行|实行/.test(word)) ?? matches.at(-1))
    : matches[0];
  if (match === undefined) return undefined;
  const at = match.index;
  if (!isInverted && (at > 8 || core.slice(0, at).includes('的'))) return undefined;
  const tail = core.slice(at + match[0].length);
  return { word: match[0], at, isDeed: true, isAtStart: false, tail };
}

function kindOf(verb: Verb, object: string, isPersonal: boolean): ItemProposal['kind'] | undefined {
  const tail = object
    .replace(/并(?:抓好|做好|投入)?[^，]{0,2}(?:落实|使用|实施)$/, '')
    .replace(/(?:等等|等|的)+$/, '');
  if (tail === '') return verb.isDeed && isPersonal ? 'task' : undefined;
  if (endsInMind.test(tail)) return undefined;
  if (foundsAtStart.test(verb.word)) return 'task';
  const isAny = /^(?:各项|各类|相关|有关|一切|所有)/.test(tail);
  const bare = tail.replace(endsInFiller, '').replace(/等$/, '');
  if (endsInThing.test(tail) || endsInThing.test(bare))
    return isAny && !verb.isDeed ? 'aside' : 'task';
  if (bare !== tail || endsVaguely.test(tail)) return 'aside';
  return verb.isDeed ? 'task' : 'aside';
}
