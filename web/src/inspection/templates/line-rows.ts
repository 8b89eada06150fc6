/** Lines of a check sheet as rows of cells, and back: what is typed becomes lines or faults at their cells. Pure. */

import type { TemplateOptions } from '../replies.ts';
import type { Line } from './template-words.ts';

/** The cells of a line that are filled in, in the order of their columns. */
export const cellIds = [
  'group',
  'standard',
  'asked',
  'choices',
  'due',
  'photo',
  'hint',
  'kind',
  'field',
  'sampledField',
] as const;

export type CellId = (typeof cellIds)[number];
export type Cells = Readonly<Record<CellId, string>>;

/** A row of the sheet; `line` is what is saved there, none where the row is empty. */
export interface LineRow {
  readonly key: string;
  readonly line: Line | undefined;
}

/** What can be wrong with a cell. */
export type LineFault =
  | 'needGroup'
  | 'needStandard'
  | 'needAsked'
  | 'needDue'
  | 'needChoices'
  | 'noChoices'
  | 'sameChoice'
  | 'needField'
  | 'needSampled'
  | 'noField'
  | { readonly foreignField: string }
  | { readonly tooLong: number };

/** A cell that keeps its row from being a line. */
export interface FaultyCell {
  readonly row: string;
  readonly column: CellId;
  readonly fault: LineFault;
}

/** What cells say in the language of the reader, and which line it means. */
export interface CellWords {
  readonly asks: Readonly<Record<Line['asks'], string>>;
  readonly due: Readonly<Record<Line['severity'], string>>;
  readonly photo: Readonly<Record<Line['photo'], string>>;
  readonly kinds: TemplateOptions['kinds'];
}

type Kind = TemplateOptions['kinds'][number];

const most = { group: 40, standard: 300, hint: 200 } as const;
/** Answers of a choice, and how long one may be: as the contract has it. */
const answers = { least: 2, most: 8, length: 80 } as const;

/** What each cell of a line says. */
export function cellsOf(line: Line | undefined, words: CellWords): Cells {
  return {
    group: line?.group ?? '',
    standard: line?.standard ?? '',
    asked: line ? words.asks[line.asks] : '',
    choices: (line?.choices ?? []).map(({ text }) => text).join('；'),
    due: line ? words.due[line.severity] : '',
    photo: line ? words.photo[line.photo] : '',
    hint: line?.hint ?? '',
    kind: words.kinds.find(({ code }) => code === line?.kind)?.name ?? '',
    field: line?.field ?? '',
    sampledField: line?.sampledField ?? '',
  };
}

/** The lines that the rows say, in their order; a row without a word is none. */
export function linesOf(
  rows: readonly LineRow[],
  cells: (row: LineRow) => Cells,
  words: CellWords,
): { lines: Line[]; faults: FaultyCell[] } {
  const codes = new Set(rows.flatMap(({ line }) => line?.code ?? []));
  const lines: Line[] = [];
  const faults: FaultyCell[] = [];
  for (const row of rows) {
    const said = cells(row);
    if (cellIds.every((id) => said[id] === '')) continue;
    const found = faultsOf(said, words);
    faults.push(...found.map((one) => ({ row: row.key, ...one })));
    if (found.length > 0) continue;
    const code = row.line?.code ?? freeCode(codes);
    codes.add(code);
    lines.push(lineOf(code, said, row.line, words));
  }
  return { lines, faults };
}

/** Lines of a ready check sheet without the kinds that the town's catalogue lacks. */
export function withoutUnknownKinds(
  lines: readonly Line[],
  kinds: readonly Kind[],
): { lines: Line[]; dropped: string[] } {
  const dropped: string[] = [];
  const kept = lines.map((line) => {
    if (line.kind === undefined || kinds.some(({ code }) => code === line.kind)) return line;
    dropped.push(line.standard);
    const { kind: _, field: __, sampledField: ___, ...rest } = line;
    return rest;
  });
  return { lines: kept, dropped };
}

function lineOf(code: string, said: Cells, before: Line | undefined, words: CellWords): Line {
  const asks = keyOf(words.asks, said.asked) ?? 'count';
  const kind = words.kinds.find(({ name }) => name === said.kind)?.code;
  return {
    code,
    group: said.group,
    standard: said.standard,
    asks,
    ...(asks === 'choice' ? { choices: choicesOf(said.choices, before) } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(said.field === '' ? {} : { field: said.field }),
    ...(said.sampledField === '' ? {} : { sampledField: said.sampledField }),
    severity: keyOf(words.due, said.due) ?? 'seven',
    photo: keyOf(words.photo, said.photo) ?? 'none',
    hint: said.hint,
  };
}

function faultsOf(said: Cells, words: CellWords): Omit<FaultyCell, 'row'>[] {
  const faults: Omit<FaultyCell, 'row'>[] = [];
  const say = (column: CellId, fault: LineFault) => faults.push({ column, fault });
  if (said.group === '') say('group', 'needGroup');
  if (said.standard.length < 2) say('standard', 'needStandard');
  const asks = keyOf(words.asks, said.asked);
  if (asks === undefined) say('asked', 'needAsked');
  if (keyOf(words.due, said.due) === undefined) say('due', 'needDue');
  for (const [id, length] of Object.entries(most) as [keyof typeof most, number][]) {
    if (said[id].length > length) say(id, { tooLong: length });
  }
  const choices = choiceFault(said.choices, asks);
  if (choices !== undefined) say('choices', choices);
  for (const { column, fault } of fieldFaults(said, asks, words)) say(column, fault);
  return faults;
}

function choiceFault(said: string, asks: Line['asks'] | undefined): LineFault | undefined {
  const texts = textsOf(said);
  if (asks !== 'choice') return texts.length > 0 ? 'noChoices' : undefined;
  if (texts.length < answers.least || texts.length > answers.most) return 'needChoices';
  if (texts.some((text) => text.length > answers.length)) return { tooLong: answers.length };
  return new Set(texts).size < texts.length ? 'sameChoice' : undefined;
}

function fieldFaults(
  { kind: name, field, sampledField }: Cells,
  asks: Line['asks'] | undefined,
  { kinds }: CellWords,
): Omit<FaultyCell, 'row'>[] {
  const kind = kinds.find((one) => one.name === name);
  const named = { field, sampledField } as const;
  const columns = ['field', 'sampledField'] as const;
  if (kind === undefined) {
    return columns.flatMap((column) =>
      named[column] === '' ? [] : [{ column, fault: 'noField' as const }],
    );
  }
  const foreign = columns.flatMap((column) =>
    named[column] === '' || kind.fields.includes(named[column])
      ? []
      : [{ column, fault: { foreignField: kind.fields.join('、') } }],
  );
  const needsField = asks === 'choice' || asks === 'mark' || asks === 'sample';
  return [
    ...foreign,
    ...(needsField && field === '' ? [{ column: 'field', fault: 'needField' } as const] : []),
    ...(asks === 'sample' && sampledField === ''
      ? [{ column: 'sampledField', fault: 'needSampled' } as const]
      : []),
  ];
}

/** The answers of a choice: one that was there keeps its code, whatever place it has now. */
function choicesOf(said: string, before: Line | undefined): NonNullable<Line['choices']> {
  const codes = new Set(before?.choices?.map(({ code }) => code));
  return textsOf(said).map((text) => {
    const code = before?.choices?.find((one) => one.text === text)?.code ?? freeCode(codes);
    codes.add(code);
    return { code, text };
  });
}

function textsOf(said: string): string[] {
  return said.split(/[；;]/).flatMap((text) => text.trim() || []);
}

function freeCode(taken: ReadonlySet<string>): string {
  let number = taken.size + 1;
  while (taken.has(`line-${number}`)) number += 1;
  return `line-${number}`;
}

function keyOf<Key extends string>(
  words: Readonly<Record<Key, string>>,
  said: string,
): Key | undefined {
  return (Object.keys(words) as Key[]).find((key) => words[key] === said);
}
