/** Booking: an oral task in one line, a slip with its source, or rows from Excel. */

import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { client, useSave } from '../../api/index.ts';
import { Choice, Field } from '../../forms/index.ts';
import { Button, Empty, Query, SaveLine, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { itemBookWords } from '../../words/item-book.ts';
import { itemWords } from '../../words/items.ts';
import { DueField } from '../DueField.tsx';
import { WorkFrame } from '../WorkFrame.tsx';
import { asksVillages } from './asks-villages.ts';
import { type Booking, bookInput, emptyBooking } from './booking.ts';
import { PickField } from './deed-fields.tsx';
import { PasteRows } from './PasteRows.tsx';
import { PlanFields, personOptions } from './PlanFields.tsx';
import type { ItemOptions, MadeItem } from './replies.ts';
import { SourceFields } from './SourceFields.tsx';
import { useItemOptions, useRefreshItems } from './use-items.ts';
import './items.css';

export function BookPage() {
  const b = useWords(itemBookWords);
  const options = useItemOptions();
  return (
    <WorkFrame here="book" title={b.title} state={b.state}>
      <Query query={options} what={b.title}>
        {(data) =>
          data.mayBook ? (
            <>
              <BookForm options={data} />
              <PasteRows />
            </>
          ) : (
            <Empty what={b.notYours} why={b.notYoursWhy} />
          )
        }
      </Query>
    </WorkFrame>
  );
}

function BookForm({ options }: { options: ItemOptions }) {
  const b = useWords(itemBookWords);
  const town = useTown();
  const refresh = useRefreshItems();
  const [booking, setBooking] = useState<Booking>(emptyBooking);
  const [made, setMade] = useState<MadeItem>();
  const set = (part: Partial<Booking>) => setBooking((old) => ({ ...old, ...part }));
  const save = useSave(client.items.create, {
    onSaved: (reply) => {
      refresh();
      setMade(reply);
      setBooking({ ...emptyBooking, form: booking.form });
    },
  });
  const isSlip = booking.form === 'supervised';
  const isGated = asksVillages(booking.plan, options);
  const verb = {
    false: isGated ? b.bookFirst : b.book,
    draft: b.draft,
    registered: b.register,
    assigned: isGated ? b.registerFirst : b.assignNow,
  };
  const until = isSlip ? untilOf(booking, options) : 'false';
  const input = bookInput(booking, until === 'false' ? undefined : until);
  return (
    <form
      className="item-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (input && !save.isBusy) void save.run({ town, ...input });
      }}
    >
      <PickField
        label={b.form}
        value={booking.form}
        values={['oneLine', 'supervised']}
        word={(one) => b[one]}
        onChange={(form) => form !== '' && set({ form })}
      />
      <Field label={b.what} required>
        {(parts) => (
          <input
            {...parts}
            maxLength={200}
            value={booking.title}
            onChange={({ target }) => set({ title: target.value })}
          />
        )}
      </Field>
      {isSlip ? (
        <>
          <SourceFields options={options} booking={booking} onChange={set} />
          {options.mayRegister && (
            <PlanFields plan={booking.plan} onChange={(plan) => set({ plan })} />
          )}
        </>
      ) : (
        <OneLine options={options} booking={booking} set={set} />
      )}
      {isGated && <p className="item-notice">{b.gateFirst}</p>}
      <div className="item-deeds">
        <Button kind="main" type="submit" disabled={!input || save.isBusy}>
          {verb[until]}
        </Button>
        <SaveLine save={save} />
      </div>
      {made && <Made {...made} />}
    </form>
  );
}

/** A slip with a whole plan is assigned at once; without one it is registered, or sent on. */
function untilOf({ plan }: Booking, { mayRegister }: ItemOptions) {
  if (!mayRegister) return 'draft' as const;
  const isWhole = plan.lead !== '' && plan.accountable !== '' && plan.dueOn !== '';
  return isWhole ? ('assigned' as const) : ('registered' as const);
}

interface OneLineProps {
  options: ItemOptions;
  booking: Booking;
  set(part: Partial<Booking>): void;
}

function OneLine({ options, booking: { plan }, set }: OneLineProps) {
  const b = useWords(itemBookWords);
  return (
    <>
      <div className="item-pair">
        <Choice
          label={b.who}
          hint={b.whoHint}
          options={personOptions(options.persons)}
          value={plan.accountable}
          onChange={(accountable) => set({ plan: { ...plan, accountable } })}
        />
        <Choice
          label={b.office}
          options={options.offices.map(({ code, name }) => ({ value: code, label: name }))}
          value={plan.lead}
          onChange={(lead) => set({ plan: { ...plan, lead } })}
        />
      </div>
      <DueField
        shortcuts
        label={b.until}
        value={plan.dueOn}
        min={options.today}
        onChange={(dueOn) => set({ plan: { ...plan, dueOn } })}
      />
    </>
  );
}

function Made({ id, no = '', state }: MadeItem) {
  const b = useWords(itemBookWords);
  const w = useWords(itemWords);
  const town = useTown();
  return (
    <p role="status">
      {b.booked(no === '' ? w.draft : no)} <Link to={`/${town}/work/items/${id}`}>{b.see}</Link>{' '}
      {state === 'proposed' && (
        <Link to={`/${town}/work/demands/new`} search={{ item: id } as never}>
          {w.toGate}
        </Link>
      )}
    </p>
  );
}
