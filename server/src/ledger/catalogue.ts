/** The kinds of facts by what a clerk calls them: names of sheets, of columns and of forms. */

import type { FactForm, FactKind } from '@oneneedle/kernel';
import type { Reading } from '../org/index.ts';
import {
  isCode,
  literal,
  literalOf,
  nearest,
  nearestOrPart,
  shown,
  writtenAs,
} from '../org/index.ts';

/** A kind as it is meant in a cell: its code as written, its entry where it has one. */
export interface KindMeant {
  readonly code: string;
  readonly kind: FactKind | undefined;
}

/** The kinds that sheets know. */
export interface Catalogue {
  /** Entries of the town's catalogue, then those that every town has. */
  readonly kinds: readonly FactKind[];
  entryOf(code: string): FactKind | undefined;
  /** The kind that a cell or the name of a sheet means. */
  kindIn(written: string): Reading<KindMeant>;
  /** How the code of a kind is written in a cell. */
  wordOf(code: string): string;
  /** The sheet of a kind; undefined where its name cannot be that of one sheet. */
  sheetOf(kind: FactKind): string | undefined;
}

/** The sheet for kinds that have none of their own. */
export const otherSheet = '其他事实';

/** The sheets that hold no facts. */
export const asides: ReadonlySet<string> = new Set(['说明', '填表说明', '填写说明', '目录']);

const clause = { type: 'text', required: true } as const;

/** Forms that need no entry: every town may write them down. */
const always: readonly FactKind[] = [
  { kind: 'reversal', name: '更正', form: 'event' },
  {
    kind: 'checked',
    name: '经查无',
    form: 'checked',
    about: 'none',
    fields: { line: { type: 'text' }, clause },
  },
  {
    kind: 'missing',
    name: '缺项说明',
    form: 'missing',
    fields: {
      clause,
      state: { type: 'label', options: ['不适用', '缺材料', '记零'], required: true },
      reason: { type: 'text', required: true },
    },
  },
  {
    kind: 'result',
    name: '考核结果',
    form: 'result',
    fields: {
      line: { type: 'text', required: true },
      total: { type: 'number' },
      full: { type: 'number' },
      rank: { type: 'rank' },
      subjects: { type: 'number' },
      grade: { type: 'label' },
      computedGrade: { type: 'label' },
      state: { type: 'label' },
      edition: { type: 'number' },
    },
  },
];

/** The catalogue of a town, or none, as sheets know it. */
export function catalogueOf(given: readonly FactKind[] | undefined): Catalogue {
  const own = given ?? [];
  const taken = new Set(
    own.flatMap(({ kind, name, formerly }) => [kind, name, ...(formerly ?? [])]),
  );
  const kinds = [
    ...own,
    ...always.filter(({ kind, name }) => !taken.has(kind) && !taken.has(name)),
  ];
  const byWord = new Map<string, KindMeant[]>();
  const learn = (word: string, meant: KindMeant) =>
    byWord.set(word, [...(byWord.get(word) ?? []), meant]);
  for (const kind of kinds) {
    learn(kind.kind, { code: kind.kind, kind });
    for (const code of kind.formerly ?? []) learn(code, { code, kind });
    if (kind.name !== kind.kind) learn(kind.name, { code: kind.kind, kind });
  }
  const entries = new Map(
    kinds.flatMap((kind) =>
      [...(kind.formerly ?? []), kind.kind].map((code) => [code, kind] as const),
    ),
  );
  const words = [...byWord.keys()];
  const known = { byWord, words, entryOf: (code: string) => entries.get(code) };
  const kindIn = (written: string) => kindMeant(written, known);
  return {
    kinds,
    entryOf: known.entryOf,
    kindIn,
    wordOf: (code) => {
      const names = kinds.flatMap(({ kind, name }) => (kind === code ? [name] : []));
      const read = (cell: string) => {
        const meant = kindIn(cell);
        return 'value' in meant ? meant.value.code : undefined;
      };
      return writtenAs(code, [...names, code], read, () => literal(code));
    },
    sheetOf: (kind) => sheetName(kind, kinds),
  };
}

interface Known {
  readonly byWord: ReadonlyMap<string, readonly KindMeant[]>;
  readonly words: readonly string[];
  readonly entryOf: (code: string) => FactKind | undefined;
}

function kindMeant(written: string, { byWord, words, entryOf }: Known): Reading<KindMeant> {
  const exact = literalOf(written);
  if (exact !== undefined) return { value: { code: exact, kind: entryOf(exact) } };
  const found = byWord.get(written) ?? [];
  const [only] = found;
  if (only && new Set(found.map(({ code }) => code)).size === 1) return { value: only };
  if (only) {
    const codes = found.map(({ code }) => code).join('、');
    return { problem: `叫“${written}”的事实有几种：${codes}；请改写编码。` };
  }
  const close = nearestOrPart(written, words);
  if (close === undefined && isCode(written)) return { value: { code: written, kind: undefined } };
  const advice = close === undefined ? '请写目录里的名称' : `是不是“${close}”？请改正`;
  return { problem: `事实目录里没有“${shown(written)}”；${advice}。` };
}

/** Names that Excel and WPS take for a sheet, each once. */
function sheetName(kind: FactKind, kinds: readonly FactKind[]): string | undefined {
  const { name } = kind;
  const isTaken = kinds.some(
    (other) => other !== kind && [other.name, other.kind].some((word) => sameSheet(word, name)),
  );
  const isUsable =
    name.length <= 31 &&
    name.trim() === name &&
    !/[:\\/?*[\]\p{C}〖〗]|^'|'$|^history$|^_/iu.test(name) &&
    !asides.has(name) &&
    name !== otherSheet;
  return isUsable && !isTaken ? name : undefined;
}

/** Sheets whose names differ by case alone cannot stand in one workbook. */
export function sameSheet(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

const formWords: readonly (readonly [FactForm, string])[] = [
  ['event', '事件'],
  ['measure', '数据'],
  ['status', '情况'],
  ['judgement', '评判'],
  ['decision', '决定'],
  ['tally', '计票'],
  ['result', '结果'],
  ['checked', '经查无'],
  ['missing', '缺项'],
];

/** A form as a cell says it. */
export function formWord(form: FactForm): string {
  return formWords.find(([name]) => name === form)?.[1] ?? form;
}

/** The form that a cell says, by its word or its code. */
export function formIn(written: string): Reading<FactForm> {
  const found = formWords.find((names) => names.includes(written as FactForm));
  if (found) return { value: found[0] };
  const close = nearest(
    written,
    formWords.map(([, word]) => word),
  );
  const advice = close === undefined ? '' : `，是不是“${close}”？`;
  const all = formWords.map(([, word]) => word).join('、');
  return { problem: `没有“${shown(written)}”这种形态${advice}；可以写 ${all}，不写按目录。` };
}
