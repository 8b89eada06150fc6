/**
 * The form of each part of the language, read off its shapes: whatever a clause may say has a field,
 * and a new key has one by itself. Words for people are given elsewhere, by the place of the field.
 */

import { z } from 'zod';
import { clause } from '../scheme/clause.ts';
import { factKind, node, scheme } from '../scheme/scheme.ts';

/**
 * How a value is put in.
 * - `text`, `code`, `decimal` (-0.5, 40%, 1/3), `whole` (a whole number from 1), `date`: one line.
 * - `flag`: yes or no.
 * - `choice`: one of the words of `options`.
 * - `list`: several of `item`; with `orOne` a single one is written without brackets.
 * - `record`: names that people choose, each with a value (`options: { 县: 2 }`).
 * - `fields`: a group of fields.
 * - `oneOf`: exactly one of the fields (`rule: { count: … }`).
 * - `either`: one of several ways to write it (a word of a list, or a number).
 * - `form`: another form by its name, which may contain this one again.
 */
export type FormShape =
  | { readonly kind: 'text' | 'code' | 'decimal' | 'whole' | 'date' | 'flag' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'list'; readonly item: FormShape; readonly orOne?: true }
  | { readonly kind: 'record'; readonly value: FormShape }
  | { readonly kind: 'fields' | 'oneOf'; readonly fields: readonly FormField[] }
  | { readonly kind: 'either'; readonly ways: readonly FormShape[] }
  | { readonly kind: 'form'; readonly form: string };

/** A key that may be written. */
export interface FormField {
  readonly key: string;
  /** Where it stands, for its words: `Clause.note`, `Rule.count.delta`, `Quantity.measure.take`. */
  readonly place: string;
  readonly required: boolean;
  readonly shape: FormShape;
}

/**
 * All forms by name: `Scheme` (without its tree and its kinds of fact), `Node` (without its members),
 * `Clause` and `FactKind`, and what they contain: `Veto`, `Grades`, `PayLine`, `Rule`, `Condition` and the like.
 */
export function schemeForms(): Readonly<Record<string, FormShape>> {
  const forms = new Map<string, FormShape>();
  const wanted: [string, Shape][] = [
    ['Clause', clause],
    ['Node', node],
    ['Scheme', scheme],
    ['FactKind', factKind],
  ];
  for (let next = wanted.shift(); next; next = wanted.shift()) {
    const [name, shape] = next;
    if (forms.has(name)) continue;
    const see = (form: string, inner: Shape) => wanted.push([form, inner]);
    forms.set(name, formOf(shape, { place: name, see, isTop: true }));
  }
  return Object.fromEntries(forms);
}

/** Every field of all forms, those inside of lists, records and groups too. */
export function formFields(forms: Readonly<Record<string, FormShape>>): FormField[] {
  const below = (shape: FormShape): FormField[] => {
    switch (shape.kind) {
      case 'list':
        return below(shape.item);
      case 'record':
        return below(shape.value);
      case 'either':
        return shape.ways.flatMap(below);
      case 'fields':
      case 'oneOf':
        return shape.fields.flatMap((field) => [field, ...below(field.shape)]);
      default:
        return [];
    }
  };
  return Object.values(forms).flatMap(below);
}

type Shape = z.core.$ZodType;

interface Definition {
  readonly type: string;
  readonly shape?: Record<string, Shape>;
  readonly element?: Shape;
  readonly valueType?: Shape;
  readonly options?: readonly Shape[];
  readonly innerType?: Shape;
  readonly getter?: () => Shape;
  readonly entries?: Record<string, string>;
  readonly values?: readonly unknown[];
}

interface Around {
  readonly place: string;
  readonly see: (form: string, shape: Shape) => void;
  /** The shape is the form itself, not a mention of it. */
  readonly isTop?: boolean;
}

/** Single values by the name of their shape. */
const lines: Readonly<Record<string, 'code' | 'decimal' | 'whole' | 'date'>> = {
  Code: 'code',
  Decimal: 'decimal',
  PositiveInteger: 'whole',
  Yuan: 'decimal',
  Day: 'date',
};

/** Members of an indicator are the tree itself; kinds of fact are made beside what hears them. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  Node: ['children', 'clauses'],
  Scheme: ['tree', 'kinds'],
};

function formOf(shape: Shape, around: Around): FormShape {
  const definition = shape._zod.def as unknown as Definition;
  const inner = definition.innerType ?? definition.getter?.();
  const meta = z.globalRegistry.get(shape) as { id?: string; minProperties?: number } | undefined;
  const line = lines[meta?.id ?? ''];
  if (line) return { kind: line };
  if (meta?.id !== undefined && !around.isTop) {
    around.see(meta.id, shape);
    return { kind: 'form', form: meta.id };
  }
  if (inner) return formOf(inner, around);
  switch (definition.type) {
    case 'string':
      return { kind: 'text' };
    case 'boolean':
      return { kind: 'flag' };
    case 'enum':
      return { kind: 'choice', options: Object.values(definition.entries ?? {}) };
    case 'literal':
      return { kind: 'choice', options: (definition.values ?? []).map(String) };
    case 'array':
      return { kind: 'list', item: formOf(definition.element as Shape, below(around)) };
    case 'record':
      return { kind: 'record', value: formOf(definition.valueType as Shape, below(around)) };
    case 'union':
      return eitherOf((definition.options ?? []).map((way) => formOf(way, below(around))));
    case 'object': {
      const fields = fieldsOf(definition.shape ?? {}, around);
      const isOneOf = meta?.minProperties === 1;
      return { kind: isOneOf ? 'oneOf' : 'fields', fields };
    }
    default:
      throw new Error(`the form knows no field for ${definition.type} at ${around.place}`);
  }
}

function fieldsOf(shape: Record<string, Shape>, around: Around): FormField[] {
  return Object.entries(shape)
    .filter(([key]) => !elsewhere[around.place]?.includes(key))
    .map(([key, value]) => {
      const place = `${around.place}.${key}`;
      const required = (value._zod.def as unknown as Definition).type !== 'optional';
      return { key, place, required, shape: formOf(value, { ...below(around), place }) };
    });
}

/** One or several is a list; a list of words beside one word are the words together. */
function eitherOf(ways: readonly FormShape[]): FormShape {
  const [one, several, ...others] = ways;
  if (one && several?.kind === 'list' && others.length === 0 && isSame(one, several.item)) {
    return { ...several, orOne: true };
  }
  return { kind: 'either', ways };
}

function isSame(a: FormShape, b: FormShape): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function below({ place, see }: Around): Around {
  return { place, see };
}
