/** Asking something of villages: the form, and what the gate says of it while one types. */

import { useMemo } from 'react';
import { Empty, Query, useAddress } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { demandWords } from '../../words/demands.ts';
import { WorkFrame } from '../WorkFrame.tsx';
import { startOf } from './demand-draft.ts';
import { GateForm } from './GateForm.tsx';
import type { Options } from './replies.ts';
import { useDemandOptions } from './use-demands.ts';
import './demands.css';

export function GatePage() {
  const w = useWords(demandWords);
  const { item } = useAddress().search;
  const query = useDemandOptions(item);
  const about = query.data?.item;
  return (
    <WorkFrame
      here="demands"
      title={w.gateTitle}
      state={about ? w.gateItem(about.title) : w.gateState}
    >
      <Query query={query} what={w.demands}>
        {(options) =>
          !mayAsk(options) ? (
            <Empty
              what={w.notYours}
              why={options.item?.office ? w.officeAsks(options.item.office.name) : w.notYoursWhy}
            />
          ) : (
            <Fresh key={item ?? ''} options={options} />
          )
        }
      </Query>
    </WorkFrame>
  );
}

/** Whoever asks for some office, and where an item says which, for that one. */
function mayAsk({ offices, item }: Options): boolean {
  if (item?.office === undefined) return offices.length > 0;
  return offices.some(({ code }) => code === item.office?.code);
}

/** The form begins once, with what was known then: reading the options anew wipes nothing. */
function Fresh({ options }: { options: Options }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed outlives a new reading
  const start = useMemo(() => startOf(options), []);
  return <GateForm options={options} start={start} />;
}
