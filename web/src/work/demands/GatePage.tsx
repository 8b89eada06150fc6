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
          options.offices.length === 0 ? (
            <Empty what={w.notYours} why={w.notYoursWhy} />
          ) : (
            <Fresh key={item ?? ''} options={options} />
          )
        }
      </Query>
    </WorkFrame>
  );
}

/** The form begins once, with what was known then: reading the options anew wipes nothing. */
function Fresh({ options }: { options: Options }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed outlives a new reading
  const start = useMemo(() => startOf(options), []);
  return <GateForm options={options} start={start} />;
}
