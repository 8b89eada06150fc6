/** Signs at village offices and work groups of villages, counted down: figures, then one by one. */

import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { api, client } from '../../api/index.ts';
import { Field } from '../../forms/index.ts';
import { Button, Empty, Query, useAddress, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { signWords } from '../../words/signs.ts';
import { WorkFrame } from '../WorkFrame.tsx';
import { AddForm, LimitForm } from './forms.tsx';
import type { Signs } from './replies.ts';
import { SignFigures } from './SignFigures.tsx';
import { SignRegister } from './SignRegister.tsx';
import '../demands/demands.css';
import './signs.css';

/** Only whoever keeps the register has files: a village on its telephone loads none of it. */
const ListDeeds = lazy(async () => ({
  default: (await import('../demands/ListDeeds.tsx')).ListDeeds,
}));

export function SignsPage() {
  const w = useWords(signWords);
  const town = useTown();
  const { year } = useAddress().search;
  const asked = year !== undefined && /^[12]\d{3}$/.test(year) ? { year } : {};
  const query = useQuery(api.signs.list.queryOptions({ input: { town, ...asked } }));
  return (
    <WorkFrame
      here="signs"
      title={w.signs}
      state={query.data && <State signs={query.data} />}
      actions={query.data && <Deeds signs={query.data} />}
      filters={query.data && <Years signs={query.data} />}
    >
      <Query query={query} what={w.signs}>
        {(signs) =>
          signs.rows.length === 0 ? (
            <Empty what={w.none} why={w.noneWhy} />
          ) : (
            <div className="burden">
              <SignFigures signs={signs} />
              <SignRegister signs={signs} />
              <p className="soft">{w.internal}</p>
            </div>
          )
        }
      </Query>
    </WorkFrame>
  );
}

function State({ signs: { year, total, limits, isPart } }: { signs: Signs }) {
  const w = useWords(signWords);
  const kinds = ['sign', 'group'] as const;
  const said = kinds.map((kind) => {
    const limit = limits[kind];
    return limit ? w.limitOf(w[kind], limit.allowed, limit.document) : w.noLimit(w[kind]);
  });
  return (
    <>
      {w.state(year, total.sign, total.group)}
      {w.idleState(total.group.idle)}
      {isPart && w.part} <span className="soft">{said.join('；')}</span>
    </>
  );
}

function Deeds({ signs }: { signs: Signs }) {
  const w = useWords(signWords);
  const [open, setOpen] = useState<'add' | 'limit'>();
  const close = () => setOpen(undefined);
  return (
    <>
      {signs.mayAdd.villages.length > 0 && (
        <Button kind="main" onClick={() => setOpen('add')}>
          {w.add}
        </Button>
      )}
      {signs.mayKeep && (
        <>
          <Button onClick={() => setOpen('limit')}>{w.limit}</Button>
          <Suspense>
            <ListDeeds
              mayKeep
              fetchFile={client.signs.exportSigns}
              preview={client.signs.previewSigns}
              mark={client.signs.markSigns}
              take={client.signs.importSigns}
            />
          </Suspense>
        </>
      )}
      {open === 'add' && <AddForm signs={signs} onClose={close} />}
      {open === 'limit' && <LimitForm signs={signs} onClose={close} />}
    </>
  );
}

function Years({ signs: { year, years } }: { signs: Signs }) {
  const w = useWords(signWords);
  const { change } = useAddress();
  return (
    <Field label={w.year}>
      {(parts) => (
        <select {...parts} value={year} onChange={({ target }) => change({ year: target.value })}>
          {years.map((one) => (
            <option key={one} value={one}>
              {w.yearOf(one)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
