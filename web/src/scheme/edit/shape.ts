/** What a form shows of a part of a scheme: which fields, which way of writing, where findings go. Pure. */

import type { EditValue, FormField, FormShape } from '@oneneedle/kernel';

export type Forms = Readonly<Record<string, FormShape>>;
type MapValue = Readonly<Record<string, EditValue>>;

/** A form named by another is looked up, as often as it takes. */
export function resolved(shape: FormShape, forms: Forms): FormShape {
  const named = shape.kind === 'form' ? forms[shape.form] : shape;
  return named === undefined || named.kind !== 'form' ? (named ?? shape) : resolved(named, forms);
}

/** The place of what stands in a shape: that of the form it names, else the field's own. */
export function placeIn(shape: FormShape, place: string): string {
  return shape.kind === 'form' ? shape.form : place;
}

/** What is written when somebody begins a part: its required keys, empty, for nothing is guessed. */
export function blankOf(shape: FormShape, forms: Forms): EditValue {
  const here = resolved(shape, forms);
  switch (here.kind) {
    case 'flag':
      return true;
    case 'choice':
      return here.options.length === 1 ? (here.options[0] ?? '') : '';
    case 'list':
      return here.orOne && isPlain(here.item) ? '' : [blankOf(here.item, forms)];
    case 'record':
    case 'oneOf':
      return {};
    case 'fields':
      return Object.fromEntries(
        here.fields
          .filter(({ required }) => required)
          .map(({ key, shape: inner }) => [key, blankOf(inner, forms)]),
      );
    case 'either':
      return here.ways.some((way) => isPlain(resolved(way, forms))) ? '' : {};
    default:
      return '';
  }
}

/** One of several ways to write a value. */
export interface Way {
  /** `=zero` a word, `.count` a key, `#decimal` by its kind. */
  readonly id: string;
  readonly shape: FormShape;
  readonly place: string;
  /** What is written when it is chosen. */
  blank(): EditValue;
  /** The key under which it is written; absent where it stands by itself. */
  readonly field?: FormField;
}

/** All ways of a `oneOf` or `either`, those of the forms it names among them, in one row. */
export function waysOf(shape: FormShape, forms: Forms, place = ''): Way[] {
  const here = resolved(shape, forms);
  const inner = placeIn(shape, place);
  switch (here.kind) {
    case 'either':
      return here.ways.flatMap((way) => waysOf(way, forms, inner));
    case 'oneOf':
      return here.fields.map((field) => ({
        id: `.${field.key}`,
        shape: field.shape,
        place: field.place,
        blank: () => ({ [field.key]: blankOf(field.shape, forms) }),
        field,
      }));
    case 'choice':
      return here.options.map((option) => ({
        id: `=${option}`,
        shape: here,
        place: inner,
        blank: () => option,
      }));
    default:
      return [
        { id: `#${here.kind}`, shape: here, place: inner, blank: () => blankOf(here, forms) },
      ];
  }
}

/** The way in which a value is written; undefined where it is none of them, or still empty. */
export function wayOf(ways: readonly Way[], value: EditValue | undefined): Way | undefined {
  if (typeof value === 'object') {
    if (Array.isArray(value)) return ways.find(({ id }) => id === '#list');
    const keys = Object.keys(value);
    const keyed = ways.find(({ field }) => keys.length === 1 && field?.key === keys[0]);
    return keyed ?? ways.find(({ id }) => id === '#fields' || id === '#record');
  }
  if (value === undefined || value === '') return undefined;
  const word = ways.find(({ id }) => id === `=${value}`);
  if (word) return word;
  const lines = ways.filter(({ shape, field }) => field === undefined && isLine(shape));
  return lines.find(({ id }) => id === '#date' && isDay(value)) ?? lines.at(-1);
}

function isDay(value: EditValue): boolean {
  return typeof value === 'string' && /^\d{4}-/.test(value);
}

/** Written on one line, in one field. */
export function isLine({ kind }: FormShape): boolean {
  return ['text', 'code', 'decimal', 'whole', 'date'].includes(kind);
}

/** A single value: a line, a word of a list, a yes or no. */
export function isPlain(shape: FormShape): boolean {
  return isLine(shape) || shape.kind === 'choice' || shape.kind === 'flag';
}

/** The fields that are drawn, and those that can be begun. */
export function fieldsOf(
  fields: readonly FormField[],
  value: EditValue | undefined,
  always: ReadonlySet<string>,
): { shown: FormField[]; others: FormField[] } {
  const isShown = ({ key, place, required }: FormField) =>
    required || always.has(place) || keyOf(value, key) !== undefined;
  return { shown: fields.filter(isShown), others: fields.filter((field) => !isShown(field)) };
}

/** What stands under a key of a map. */
export function keyOf(value: EditValue | undefined, key: string): EditValue | undefined {
  if (typeof value !== 'object' || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, key) ? (value as MapValue)[key] : undefined;
}

/** The members of a list, also where a single one is written without brackets. */
export function membersOf(value: EditValue | undefined): readonly EditValue[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** A line of several: 处数、人次 is two. */
export function pieces(text: string): string[] {
  return text
    .split(/[、，,;；]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

/** The path of a key below another; at the top of a text it stands alone. */
export function under(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** What stands at a path like those of findings; undefined where nothing does. */
export function valueAt(root: EditValue | undefined, path: string): EditValue | undefined {
  const steps = path.match(/[^.[\]]+/g) ?? [];
  return steps.reduce<EditValue | undefined>((value, step) => {
    if (Array.isArray(value)) return (value as readonly EditValue[])[Number(step)];
    return keyOf(value, step);
  }, root);
}

/**
 * For each finding the innermost place of a form that shows it: the path of a field that is drawn,
 * or of the row itself.
 */
export function drawnAt(path: string, drawn: ReadonlySet<string>, row: string): string {
  let here = path;
  while (here.length > row.length && !drawn.has(here)) {
    const above = here.replace(/(?:\.[^.[\]]*|\[\d+\])$/, '');
    here = above === here ? row : above;
  }
  return here.length < row.length ? row : here;
}

/** The paths of everything that is drawn of a value, the value's own first. */
export function drawnPaths(part: {
  readonly shape: FormShape;
  readonly value: EditValue | undefined;
  readonly path: string;
  readonly forms: Forms;
  readonly always: ReadonlySet<string>;
}): string[] {
  const { shape, value, path, forms, always } = part;
  const below = (inner: FormShape, at: string, now: EditValue | undefined) =>
    drawnPaths({ ...part, shape: inner, path: at, value: now });
  const here = resolved(shape, forms);
  if (here.kind === 'fields') {
    const { shown } = fieldsOf(here.fields, value, always);
    return [
      path,
      ...shown.flatMap(({ key, shape: inner }) =>
        below(inner, under(path, key), keyOf(value, key)),
      ),
    ];
  }
  if (here.kind === 'list' && !isPlain(resolved(here.item, forms))) {
    const isList = Array.isArray(value);
    return [
      path,
      ...membersOf(value).flatMap((one, index) =>
        below(here.item, isList ? `${path}[${index}]` : path, one),
      ),
    ];
  }
  if (here.kind === 'record') {
    const names = typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : [];
    return [
      path,
      ...names.flatMap((name) => below(here.value, under(path, name), keyOf(value, name))),
    ];
  }
  if (here.kind === 'oneOf' || here.kind === 'either') {
    const way = wayOf(waysOf(here, forms), value);
    if (!way) return [path];
    const { field } = way;
    return field
      ? [path, ...below(field.shape, under(path, field.key), keyOf(value, field.key))]
      : [path, ...below(way.shape, path, value)];
  }
  return [path];
}
