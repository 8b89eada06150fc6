/** Points that a clause leaves to be chosen: inside its bounds, with a reason the village understands. */

import { Field } from '../forms/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerFormWords } from '../words/ledger-forms.ts';
import type { RecordFieldsProps } from './RecordFields.tsx';

/** Stands only where the chosen clause, or the only ones that hear the kind, leave points to choose. */
export function DiscretionFields({ draft, write, options, kind, errors }: RecordFieldsProps) {
  const f = useWords(ledgerFormWords);
  const open = options.special.filter(
    ({ line, code, kinds, discretion }) =>
      discretion !== undefined &&
      kinds.includes(kind.kind) &&
      (draft.clause === '' || (line === draft.line && code === draft.clause)),
  );
  const [first] = open;
  if (!first?.discretion) return null;
  const { bands, body } = first.discretion;
  const print = (points: string) => points.replace('-', '−');
  const words = bands.map(({ from, to }) => f.band(print(from), print(to))).join(f.or);
  const hints = [
    ...(words === '' ? [] : [f.pointsHint(words)]),
    ...(body === undefined ? [] : [f.pointsBody(body)]),
  ];
  const error = errors.get('chosen');
  // Points are chosen under one clause: the first that leaves them, unless one was looked up.
  const own = { line: first.line, clause: first.code };
  return (
    <div className="ledger-pair">
      <Field
        label={`${f.points}（${first.code}）`}
        hint={hints.join(f.semicolon)}
        {...(error ? { error } : {})}
        required
      >
        {(parts) => (
          <input
            {...parts}
            inputMode="decimal"
            maxLength={20}
            value={draft.points}
            onChange={(event) => write({ ...own, points: event.target.value })}
          />
        )}
      </Field>
      <Field label={f.reason} hint={f.reasonHint} required>
        {(parts) => (
          <textarea
            {...parts}
            rows={2}
            maxLength={2000}
            value={draft.reason}
            onChange={(event) => write({ ...own, reason: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
