/**
 * The text of a clause cut into parts that carry an amount each. Nothing is dropped: the parts of a
 * text, put together again, are the text.
 */

/** A text in one spelling for matching, with the place in the original of each of its characters. */
export interface Compact {
  readonly text: string;
  /** Where each character stood; one more than there are characters, for the end. */
  readonly places: readonly number[];
}

/** What one phrase between two commas says about points. */
export type PhraseKind = 'amount' | 'times' | 'bound' | 'limit' | 'score' | 'plain';

export interface Phrase {
  readonly kind: PhraseKind;
  readonly text: string;
}

/** A stretch of a sentence with at most one amount. */
export interface Part {
  /** Which sentence of the text, from 0. */
  readonly sentence: number;
  /** The words before the amount, phrase by phrase. */
  readonly conditions: readonly string[];
  /** The phrase with the amount, or with a score word without one; '' if there is none. */
  readonly amount: string;
  readonly kind: 'amount' | 'times' | 'score' | 'none';
  /** Bounds and limits right behind the amount. */
  readonly after: readonly Phrase[];
  /** Words behind the amount that belong to nothing. */
  readonly rest: readonly string[];
  /** The words of the original, up to the next part. */
  readonly words: string;
}

const spellings: Record<string, string> = {
  '％': '%',
  '．': '.',
  '－': '-',
  '—': '-',
  '–': '-',
  '―': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '﹣': '-',
  '~': '-',
  '～': '-',
  '〜': '-',
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '!': '！',
  '／': '/',
};

/** A line end that ends a sentence, although no full stop is printed. */
const lineEnd = '¶';

/** The text without spaces, in half-width digits and full-width punctuation. */
export function compacted(source: string): Compact {
  const places: number[] = [];
  let text = '';
  for (let at = 0; at < source.length; at += 1) {
    const spelled = spelling(source, at);
    if (spelled === '') continue;
    text += spelled;
    places.push(at);
  }
  return { text, places: [...places, source.length] };
}

function spelling(source: string, at: number): string {
  const character = source.charAt(at);
  if (character === '\n') return endsSentence(source, at) ? lineEnd : '';
  if (/\s/.test(character)) return '';
  if (/[０-９Ａ-Ｚａ-ｚ]/.test(character))
    return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
  const isPoint = /[.．]/.test(character);
  if (isPoint && !/[\d０-９A-Za-z]/.test(source.charAt(at + 1))) return '。';
  return spellings[character] ?? character;
}

/** A line that was cut in the middle of a sentence goes on; any other line end is an end. */
function endsSentence(source: string, at: number): boolean {
  const before = source.slice(0, at).trimEnd().at(-1) ?? '';
  return /[。；;！!：:分）)止]/.test(before);
}

/** Cuts a text into parts, in order. */
export function partsOf(source: string): Part[] {
  const { text, places } = compacted(source);
  const cut = (from: number, to: number) => source.slice(places[from], places[to]);
  const parts: Part[] = [];
  sentencesOf(text).forEach(([from, to], sentence) => {
    for (const part of sentenceParts(text, from, to)) {
      parts.push({ ...part.part, sentence, words: cut(part.from, part.to) });
    }
  });
  return parts;
}

interface Placed {
  readonly part: Omit<Part, 'sentence' | 'words'>;
  readonly from: number;
  readonly to: number;
}

/** From and to of each sentence, the mark at its end included. */
function sentencesOf(text: string): [number, number][] {
  const inside = bracketed(text);
  const sentences: [number, number][] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (inside[at] || !'。；！¶'.includes(text.charAt(at))) continue;
    let to = at + 1;
    while (to < text.length && '。；！¶'.includes(text.charAt(to))) to += 1;
    sentences.push([from, to]);
    from = to;
    at = to - 1;
  }
  if (from < text.length) sentences.push([from, text.length]);
  return sentences;
}

const pairs: Record<string, string> = { '）': '（', '》': '《', '”': '“', '」': '「', '】': '【' };

/** Which characters stand between brackets or quotation marks that are both opened and closed. */
function bracketed(text: string): boolean[] {
  const inside = new Array<boolean>(text.length).fill(false);
  const open: { mark: string; at: number }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (Object.values(pairs).includes(mark)) open.push({ mark, at });
    const opening = pairs[mark];
    if (opening === undefined) continue;
    const found = open.findLastIndex((one) => one.mark === opening);
    if (found === -1) continue;
    inside.fill(true, (open[found] as { at: number }).at, at + 1);
    open.length = found;
  }
  return inside;
}

function sentenceParts(text: string, from: number, to: number): Placed[] {
  const placed: Placed[] = [];
  let conditions: string[] = [];
  let start = from;
  let last: { part: Omit<Part, 'sentence' | 'words'>; from: number; to: number } | undefined;
  for (const phrase of phrasesOf(text, from, to)) {
    const follows = last && conditions.length === 0;
    if (follows && last && (phrase.kind === 'bound' || phrase.kind === 'limit')) {
      last = {
        ...last,
        part: { ...last.part, after: [...last.part.after, phrase] },
        to: phrase.to,
      };
      start = phrase.to;
      continue;
    }
    if (phrase.kind === 'plain' || phrase.kind === 'bound' || phrase.kind === 'limit') {
      conditions.push(phrase.text);
      continue;
    }
    if (last) placed.push(last);
    const part = { conditions, amount: phrase.text, kind: phrase.kind, after: [], rest: [] };
    last = { part, from: start, to: phrase.to };
    start = phrase.to;
    conditions = [];
  }
  if (last && conditions.length > 0) {
    last = { ...last, part: { ...last.part, rest: conditions } };
  }
  if (last) return [...placed, { ...last, to }];
  const none = { conditions, amount: '', kind: 'none', after: [], rest: [] } as const;
  return [{ part: none, from, to }];
}

interface PlacedPhrase extends Phrase {
  /** Behind the comma that ends it. */
  readonly to: number;
}

/** A bound that is written right behind an amount, without a comma. */
const boundStart = /^(?:最高|最多|累计|合计|总计|上限|扣完)/;

function phrasesOf(text: string, from: number, to: number): PlacedPhrase[] {
  const inside = bracketed(text);
  const phrases: PlacedPhrase[] = [];
  let start = from;
  const close = (end: number, next: number) => {
    const words = text.slice(start, end).replace(/[。；！¶，：]+$/, '');
    if (words !== '') phrases.push({ kind: kindOf(words), text: words, to: next });
    start = next;
  };
  for (let at = from; at < to; at += 1) {
    if (inside[at]) continue;
    if ('，：'.includes(text.charAt(at))) close(at, at + 1);
    else if (text.charAt(at) === '分' && /[\d一二两三四五六七八九十半]/.test(text.charAt(at - 1))) {
      if (boundStart.test(text.slice(at + 1, to))) close(at + 1, at + 1);
    }
  }
  close(to, to);
  return phrases;
}

const points = '(?:\\d+(?:\\.\\d+)?|[一二两三四五六七八九十半]{1,3})分(?![钟之类析])';
const hasPoints = new RegExp(`(?:\\d分(?![钟之类析]))|[扣加减奖得计记给罚][^，]{0,4}${points}`);
const boundWords = /最高|最多|不超过|不高于|上限|封顶|扣完|为限|不保底|保底/;
const limitWords =
  /除外|不在此列|就高|不就低|不重复|不累计|只计|取最高|参照|比照|同上|减免|免予|不予[扣加计]|不再[扣加计重]|不扣|不加分|不计/;
const scoreWords = /[扣加减计得记给奖]分(?![类析解布别工管])|扣完|否决/;

/** What a phrase says about points; the first that fits. */
function kindOf(text: string): PhraseKind {
  const outside = text.replace(/（[^（）]*）/g, '');
  const isBound =
    boundWords.test(outside) && !/每/.test(outside.replace(/^每(?:年|月|季度?|半年)/u, ''));
  if (isBound && (hasPoints.test(outside) || /扣完|封顶|保底/.test(outside))) return 'bound';
  if (/(?:加倍|双倍|翻倍|减半)(?:扣|加|计|减)?分?/.test(outside)) return 'times';
  if (hasPoints.test(outside)) return 'amount';
  if (limitWords.test(outside)) return 'limit';
  return scoreWords.test(outside) ? 'score' : 'plain';
}
