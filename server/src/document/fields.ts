/** What stands in a document of a kind: fields with the words by which a template asks for them. */

import type { Block, OfficialDocument } from './model.ts';

/** A line or more of text. */
interface TextField {
  readonly shape: 'text';
  readonly label: string;
  readonly example: string;
  readonly isRequired: boolean;
}

/** Lines of a table: a template writes one row, which is repeated. */
interface RowsField {
  readonly shape: 'rows';
  readonly label: string;
  /** The words of the columns, by their names. */
  readonly columns: Readonly<Record<string, string>>;
  readonly example: readonly Readonly<Record<string, string>>[];
  readonly isRequired: boolean;
}

/** Headings, paragraphs and tables as the engine sets them. */
interface BlocksField {
  readonly shape: 'blocks';
  readonly label: string;
  readonly example: readonly Block[];
  readonly isRequired: boolean;
}

export type Field = TextField | RowsField | BlocksField;
export type Fields = Readonly<Record<string, Field>>;

/** The data of fields. */
export type DataOf<F extends Fields> = {
  readonly [Name in keyof F]: F[Name] extends RowsField
    ? readonly { readonly [Column in keyof F[Name]['columns']]: string }[]
    : F[Name] extends BlocksField
      ? readonly Block[]
      : string;
};

/** What stands in place of the placeholders of a template, by their words. */
export type Filling = Readonly<
  Record<string, string | readonly Readonly<Record<string, string>>[] | readonly Block[]>
>;

/** A field of text that must be in every template. */
export function text(label: string, example: string) {
  return { shape: 'text', label, example, isRequired: true } as const;
}

/** A field of text that may be empty, and that a template may leave out. */
export function optional(label: string, example: string) {
  return { shape: 'text', label, example, isRequired: false } as const;
}

/** A field of lines of a table. */
export function rows<C extends Readonly<Record<string, string>>>(
  label: string,
  columns: C,
  example: readonly { readonly [Column in keyof C]: string }[],
) {
  return { shape: 'rows', label, columns, example, isRequired: true } as const;
}

/** A field of headings, paragraphs and tables. */
export function blocks(label: string, example: readonly Block[], isRequired = true) {
  return { shape: 'blocks', label, example, isRequired } as const;
}

/** `【主送】`: how a template asks for what the words name. */
export function placeholder(words: string): string {
  return `【${words}】`;
}

/** `问题.部位`: a column of lines. */
export function columnWords(field: RowsField, column: string): string {
  return `${field.label}.${field.columns[column] ?? column}`;
}

/** The kind as the room keeps it, whatever its data are. */
export interface KindTable<D> {
  /** 督办单: also the first word of its numbers. */
  readonly label: string;
  readonly fields: Fields;
  readonly example: D;
  /** Phrases of the title of one document. */
  readonly title: (data: D) => readonly string[];
  /** The default: the layout of official documents, without its source. */
  readonly document: (data: D) => OfficialDocument;
  /** The default with placeholders in place of data. */
  readonly blank: () => OfficialDocument;
  readonly filling: (data: D) => Filling;
}

/** A kind whose data are its fields. */
export function form<F extends Fields>({
  label,
  fields,
  title,
  document,
}: {
  label: string;
  fields: F;
  title: (data: DataOf<F>) => readonly string[];
  document: (data: DataOf<F>) => OfficialDocument;
}): KindTable<DataOf<F>> {
  const entries = Object.entries(fields);
  const made = (of: (field: Field) => unknown) =>
    Object.fromEntries(entries.map(([name, field]) => [name, of(field)])) as DataOf<F>;
  return {
    label,
    fields,
    title,
    document,
    example: made(({ example }) => example),
    blank: () => document(made(blankOf)),
    filling: (data) =>
      Object.fromEntries(
        entries.map(([name, field]) => {
          const value = data[name as keyof F] as Filling[string];
          return [field.label, field.shape === 'rows' ? inWords(field, value) : value];
        }),
      ),
  };
}

function blankOf(field: Field): unknown {
  if (field.shape === 'text') return placeholder(field.label);
  if (field.shape === 'blocks') return [{ kind: 'text', text: placeholder(field.label) }];
  const names = Object.keys(field.columns);
  return [Object.fromEntries(names.map((name) => [name, placeholder(columnWords(field, name))]))];
}

/** Lines by the words of their columns, as placeholders name them. */
function inWords(field: RowsField, value: Filling[string]): Filling[string] {
  const lines = value as readonly Readonly<Record<string, string>>[];
  return lines.map((line) =>
    Object.fromEntries(
      Object.keys(field.columns).map((name) => [columnWords(field, name), line[name] ?? '']),
    ),
  );
}
