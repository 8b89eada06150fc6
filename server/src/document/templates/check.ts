/** What is wrong with a template, before anybody uses it: which placeholder, in which paragraph. */

import type { Field } from '../fields.ts';
import { columnWords } from '../fields.ts';
import { commonFields, type DocumentKind, kindTable } from '../kinds.ts';
import type { OpenTemplate } from './open.ts';
import { isUnclosed, type Paragraph, placeholdersIn, placesIn } from './places.ts';

/** One thing about a template. With an `error` it cannot be kept. */
export interface TemplateFinding {
  readonly severity: 'error' | 'notice';
  readonly sentence: string;
  /** The beginning of the paragraph that it stands in; absent where something is missing. */
  readonly paragraph?: string;
}

/** The placeholders of a kind: words of its own, and those of columns with the lines they belong to. */
export function wordsOf(kind: DocumentKind) {
  const fields: readonly Field[] = Object.values(kindTable(kind).fields);
  const columns = new Map(
    fields.flatMap((field) =>
      field.shape === 'rows'
        ? Object.keys(field.columns).map((name) => [columnWords(field, name), field.label] as const)
        : [],
    ),
  );
  const of = (shape: Field['shape']) =>
    new Set(fields.filter((field) => field.shape === shape).map(({ label }) => label));
  const texts = of('text');
  for (const { label } of Object.values(commonFields)) texts.add(label);
  const required = [
    ...fields.filter(({ isRequired }) => isRequired),
    ...Object.values(commonFields).filter(({ isRequired }) => isRequired),
  ].map(({ label }) => label);
  return {
    texts,
    blocks: of('blocks'),
    columns,
    required,
    all: [...texts, ...of('blocks'), ...columns.keys()],
  };
}

type Words = ReturnType<typeof wordsOf>;

/** Everything about a template at once; without an error it can be kept. */
export function checkTemplate(kind: DocumentKind, { parts }: OpenTemplate): TemplateFinding[] {
  const words = wordsOf(kind);
  const used = new Set<string>();
  const findings = [...parts].flatMap(([part, xml]) =>
    placesIn(xml).paragraphs.flatMap((paragraph) => {
      const found = placeholdersIn(paragraph.text);
      for (const one of found) used.add(words.columns.get(one) ?? one);
      return aboutParagraph(paragraph, { found, words, isBody: part === 'word/document.xml' });
    }),
  );
  const missing = words.required.filter((one) => !used.has(one));
  const left = words.all.filter((one) => !used.has(words.columns.get(one) ?? one));
  const optional = left.filter((one) => !missing.includes(words.columns.get(one) ?? one));
  return [
    ...findings,
    ...missing.map(
      (one): TemplateFinding => ({
        severity: 'error',
        sentence: `缺少“【${rowWords(one, words)}】”：这类公文必须写明，请在 Word 里补上。`,
      }),
    ),
    ...(optional.length === 0
      ? []
      : [
          {
            severity: 'notice',
            sentence: `没有用到：${optional.map((one) => `【${one}】`).join('')}。不需要的可以不管。`,
          } as const,
        ]),
  ];
}

/** A placeholder by which lines are asked for: that of their first column. */
function rowWords(label: string, { columns }: Words): string {
  return [...columns].find(([, of]) => of === label)?.[0] ?? label;
}

interface Around {
  readonly found: readonly string[];
  readonly words: Words;
  readonly isBody: boolean;
}

function aboutParagraph(
  { text, row }: Paragraph,
  { found, words, isBody }: Around,
): TemplateFinding[] {
  const findings: TemplateFinding[] = [];
  const say = (sentence: string) =>
    findings.push({ severity: 'error', sentence, paragraph: text.trim().slice(0, 60) });
  if (isUnclosed(text))
    say(
      '有一个“【”或“】”不成对。占位符要在同一段里写完整，例如【标题】；不是占位符的方括号请改用〔〕。',
    );
  for (const one of found.filter((each) => !words.all.includes(each)))
    say(
      `“【${one}】”不是这类公文的占位符。能用的是：${words.all.map((each) => `【${each}】`).join('')}；不是占位符的方括号请改用〔〕。`,
    );
  for (const one of found.filter((each) => words.blocks.has(each))) {
    if (text.trim() !== `【${one}】` || row || !isBody)
      say(
        `“【${one}】”由好几段组成，要在正文里单独占一段，同一段里不能有别的字，也不能放在表格、页眉、页脚里。`,
      );
  }
  const groups = new Set(found.flatMap((each) => words.columns.get(each) ?? []));
  for (const group of groups) {
    const others = row?.paragraphs.flatMap((each) => placeholdersIn(each.text)) ?? [];
    const all = new Set(others.flatMap((each) => words.columns.get(each) ?? []));
    const cells = new Set(
      row?.texts.filter(({ start, end }) => end > start).map(({ cell }) => cell),
    );
    if (!row) say(`“【${group}.…】”要放在表格的一行里：有几条，这一行就重复几次。`);
    else if (all.size > 1) say('一行里只能有一组“【….…】”：请分成两行。');
    else if (cells.size < 2)
      say(`“【${group}.…】”所在的一行至少要有两格有字，才能一行一行地重复。`);
  }
  return findings;
}
