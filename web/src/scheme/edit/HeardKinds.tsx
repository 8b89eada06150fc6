/** The kinds of fact that a clause or veto hears, in words; one of this draft can be changed right here. */

import type { FactKind } from '@oneneedle/kernel';
import { useWords } from '../../words/catalogue.ts';
import { schemeEditWords } from '../../words/scheme-edit.ts';
import { type PartProps, useEditing } from './edit-context.ts';
import { FieldRows } from './GroupPart.tsx';
import { membersOf } from './shape.ts';

interface HeardProps {
  /** The codes as they are written. */
  readonly on: PartProps['value'];
  /** The catalogue of the town and the kinds of the draft. */
  readonly kinds: readonly FactKind[];
}

export function HeardKinds({ on, kinds }: HeardProps) {
  const w = useWords(schemeEditWords);
  const codes = membersOf(on).filter((code) => typeof code === 'string' && code !== '');
  if (codes.length === 0) return null;
  return (
    <ul className="heard-kinds">
      {(codes as string[]).map((code) => {
        const kind = kinds.find((one) => one.kind === code);
        return (
          <li key={code}>
            {kind ? `${kind.name}（${code}）` : w.noKind(code)}
            {kind && <KindForm code={code} name={kind.name} />}
          </li>
        );
      })}
    </ul>
  );
}

/** What a draft describes itself; the catalogue of the town has a page of its own. */
function KindForm({ code, name }: { code: string; name: string }) {
  const w = useWords(schemeEditWords);
  const { forms, kindAt } = useEditing();
  const at = kindAt(code);
  const shape = forms.FactKind;
  if (!at || shape?.kind !== 'fields') return null;
  // Its code is what clauses name it by: it stays.
  const fields = shape.fields.filter(({ key }) => key !== 'kind');
  return (
    <details className="form-group">
      <summary>{w.changeKind(name)}</summary>
      <FieldRows path={at.path} value={at.value} fields={fields} />
    </details>
  );
}
