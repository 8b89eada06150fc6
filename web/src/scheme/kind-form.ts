/** A kind of fact as a form holds it: every list as text, every field a row. Pure. */

import type { FactKind } from './replies.ts';

export type FieldType = NonNullable<FactKind['fields']>[string]['type'];

export interface FieldRow {
  /** Only for telling rows apart while they are written. */
  id: number;
  name: string;
  type: FieldType;
  unit: string;
  options: string;
  required: boolean;
}

export interface KindForm {
  kind: string;
  name: string;
  form: FactKind['form'];
  about: NonNullable<FactKind['about']>;
  parts: string;
  owner: string;
  source: string;
  fields: FieldRow[];
}

export const newKindForm: KindForm = {
  kind: '',
  name: '',
  form: 'event',
  about: 'unit',
  parts: '',
  owner: '',
  source: '',
  fields: [],
};

/** The form of a kind that exists. */
export function formOf(kind: FactKind): KindForm {
  return {
    kind: kind.kind,
    name: kind.name,
    form: kind.form,
    about: kind.about ?? 'unit',
    parts: joined(kind.parts),
    owner: kind.owner ?? '',
    source: kind.source ?? '',
    fields: Object.entries(kind.fields ?? {}).map(([name, field], id) => ({
      id,
      name,
      type: field.type,
      unit: field.unit ?? '',
      options: joined(field.options),
      required: field.required ?? false,
    })),
  };
}

/** The kind that a form says; what is left empty is left out. Former codes are the server's to keep. */
export function kindOf(form: KindForm, formerly: readonly string[] = []): FactKind {
  const { kind, name, form: shape, about, owner, source } = form;
  const fields = form.fields.filter((field) => field.name.trim() !== '').map(fieldOf);
  const parts = pieces(form.parts);
  return {
    kind: kind.trim(),
    name: name.trim(),
    form: shape,
    about,
    ...(parts.length > 0 ? { parts } : {}),
    ...(fields.length > 0 ? { fields: Object.fromEntries(fields) } : {}),
    ...(owner.trim() ? { owner: owner.trim() } : {}),
    ...(source.trim() ? { source: source.trim() } : {}),
    ...(formerly.length > 0 ? { formerly: [...formerly] } : {}),
  };
}

/** A new, empty row below the others. */
export function withField(form: KindForm): KindForm {
  const id = Math.max(0, ...form.fields.map((field) => field.id + 1));
  const row: FieldRow = { id, name: '', type: 'number', unit: '', options: '', required: true };
  return { ...form, fields: [...form.fields, row] };
}

function fieldOf({ name, type, unit, options, required }: FieldRow) {
  const listed = type === 'label' ? pieces(options) : [];
  const field = {
    type,
    ...(unit.trim() ? { unit: unit.trim() } : {}),
    ...(listed.length > 0 ? { options: listed } : {}),
    ...(required ? { required } : {}),
  };
  return [name.trim(), field] as const;
}

/** Apart by the marks that people use for lists. */
function pieces(text: string): string[] {
  return text
    .split(/[、,，;；\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

function joined(list: readonly string[] | undefined): string {
  return (list ?? []).join('、');
}
