/** A kind of fact: read by everybody, written by the assessment office. */

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { Field } from '../forms/index.ts';
import { Button, Drawer, SaveLine, useConfirm, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { factKindWords } from '../words/fact-kinds.ts';
import { KindFields } from './KindFields.tsx';
import { formOf, type KindForm, kindOf, newKindForm } from './kind-form.ts';
import type { CatalogueRow } from './replies.ts';

interface DrawerProps {
  /** Absent for a new kind. */
  row: CatalogueRow | undefined;
  mayWrite: boolean;
  onClose(): void;
  /** The kind is known by another code now. */
  onRenamed(code: string): void;
}

export function FactKindDrawer({ row, mayWrite, onClose, onRenamed }: DrawerProps) {
  const w = useWords(factKindWords);
  const town = useTown();
  const queries = useQueryClient();
  const [form, setForm] = useState(() => (row ? formOf(row.kind) : newKindForm));
  const save = useSave(client.scheme.writeKind, {
    onSaved: ({ kind }) => {
      void queries.invalidateQueries({ queryKey: api.scheme.key() });
      if (kind.kind !== row?.kind.kind) onRenamed(kind.kind);
    },
  });
  const code = row?.kind.kind ?? form.kind.trim();
  const isWhole = form.kind.trim() !== '' && form.name.trim() !== '';
  const send = () => void save.run({ town, code, kind: kindOf(form, row?.kind.formerly) as never });
  const actions = mayWrite && (
    <>
      <Button kind="main" disabled={!isWhole || save.isBusy} onClick={send}>
        {w.save}
      </Button>
      {row && <Remove row={row} onRemoved={onClose} />}
      <SaveLine save={save} />
    </>
  );
  return (
    <Drawer title={row?.kind.name ?? w.newTitle} onClose={onClose} wide actions={actions}>
      <fieldset className="kind-form" disabled={!mayWrite}>
        <Plain form={form} change={setForm} isNew={row === undefined} />
        <KindFields form={form} change={setForm} />
      </fieldset>
      {row && <Heard row={row} />}
    </Drawer>
  );
}

const forms = [
  'event',
  'measure',
  'status',
  'judgement',
  'decision',
  'tally',
  'result',
  'checked',
  'missing',
] as const;

interface PartProps {
  form: KindForm;
  change(form: KindForm): void;
}

function Plain({ form, change, isNew }: PartProps & { isNew: boolean }) {
  const w = useWords(factKindWords);
  const line = (key: 'kind' | 'name' | 'owner' | 'source' | 'parts', label: string, hint = '') => (
    <Field label={label} {...(hint ? { hint } : {})} required={key === 'kind' || key === 'name'}>
      {(parts) => (
        <input
          {...parts}
          value={form[key]}
          onChange={({ target }) => change({ ...form, [key]: target.value })}
        />
      )}
    </Field>
  );
  const about = {
    unit: w.aboutUnit,
    person: w.aboutPerson,
    unitOrPerson: w.aboutEither,
    none: w.aboutNone,
  };
  return (
    <>
      {line('name', w.name)}
      {line('kind', w.code, isNew ? w.codeHint : w.codeChangeHint)}
      <Field label={w.form} hint={w.formHint}>
        {(parts) => (
          <select
            {...parts}
            value={form.form}
            onChange={({ target }) =>
              change({ ...form, form: forms.find((one) => one === target.value) ?? 'event' })
            }
          >
            {forms.map((one) => (
              <option key={one} value={one}>
                {w[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={w.about}>
        {(parts) => (
          <select
            {...parts}
            value={form.about}
            onChange={({ target }) => change({ ...form, about: target.value as KindForm['about'] })}
          >
            {Object.entries(about).map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </select>
        )}
      </Field>
      {line('owner', w.owner)}
      {line('source', w.source)}
      {line('parts', w.parts, w.partsHint)}
    </>
  );
}

function Heard({ row: { kind, heardBy } }: { row: CatalogueRow }) {
  const w = useWords(factKindWords);
  return (
    <dl className="kind-heard">
      <dt>{w.heardBy}</dt>
      <dd>
        {heardBy.length === 0
          ? w.notHeard
          : heardBy.map(({ scheme, clause }) => `${scheme} ${clause}`).join('；')}
      </dd>
      {kind.formerly && (
        <>
          <dt>{w.formerly}</dt>
          <dd>{kind.formerly.join('、')}</dd>
        </>
      )}
    </dl>
  );
}

function Remove({ row, onRemoved }: { row: CatalogueRow; onRemoved(): void }) {
  const w = useWords(factKindWords);
  const town = useTown();
  const confirm = useConfirm();
  const queries = useQueryClient();
  const save = useSave(client.scheme.removeKind, {
    onSaved: () => {
      onRemoved();
      void queries.invalidateQueries({ queryKey: api.scheme.key() });
    },
  });
  const { kind: code, name } = row.kind;
  const ask = async () => {
    const question = { title: w.removeTitle(name), body: w.removeBody, action: w.remove };
    if (await confirm(question)) await save.run({ town, code });
  };
  return (
    <>
      <Button disabled={save.isBusy} onClick={() => void ask()}>
        {w.remove}
      </Button>
      <SaveLine save={save} />
    </>
  );
}
