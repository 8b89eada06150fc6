/** Where a slip comes from: the leader's instruction, a meeting, a document, the county. */

import { Choice, DateField, Field } from '../../forms/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { itemBookWords } from '../../words/item-book.ts';
import type { Booking } from './booking.ts';
import { PickField } from './deed-fields.tsx';
import { personOptions } from './PlanFields.tsx';
import type { ItemOptions } from './replies.ts';
import { useSourceText } from './use-items.ts';

interface SourceFieldsProps {
  options: ItemOptions;
  booking: Booking;
  onChange(part: Partial<Booking>): void;
}

const kinds = [
  'instruction',
  'meeting',
  'document',
  'upper',
  'telephone',
  'inspection',
  'other',
] as const;

export function SourceFields({ options, booking, onChange }: SourceFieldsProps) {
  const b = useWords(itemBookWords);
  const sourceText = useSourceText();
  const text = (label: string, name: 'document' | 'no' | 'upperNo' | 'sentence') => (
    <Field label={label}>
      {(parts) => (
        <input
          {...parts}
          maxLength={200}
          value={booking[name]}
          onChange={({ target }) => onChange({ [name]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <div className="item-pair">
        <PickField
          label={b.sourceKind}
          value={booking.kind as (typeof kinds)[number]}
          values={kinds}
          word={sourceText}
          onChange={(kind) => kind !== '' && onChange({ kind })}
        />
        <DateField label={b.on} value={booking.on} onChange={(on) => onChange({ on })} />
      </div>
      {booking.kind === 'instruction' ? (
        <Choice
          label={b.leader}
          options={personOptions(options.leaders)}
          value={booking.by}
          onChange={(by) => onChange({ by })}
        />
      ) : (
        <div className="item-pair">
          {text(b.document, 'document')}
          {text(b.documentNo, 'no')}
        </div>
      )}
      {text(b.sentence, 'sentence')}
      {booking.kind === 'upper' && text(b.upperNo, 'upperNo')}
    </>
  );
}
