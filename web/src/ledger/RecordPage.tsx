/** Recording one fact: found by clause or kind, with what may be the same thing beside it. */

import { useQuery } from '@tanstack/react-query';
import { api, useSession } from '../api/index.ts';
import { Query, useAddress, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerWords } from '../words/ledger.ts';
import { ledgerFormWords } from '../words/ledger-forms.ts';
import { LedgerFrame } from './LedgerFrame.tsx';
import { RecordForm } from './RecordForm.tsx';
import { draftOf, emptyDraft } from './record-draft.ts';
import type { Options } from './replies.ts';
import { useOptions } from './use-ledger.ts';

export function RecordPage() {
  const f = useWords(ledgerFormWords);
  const w = useWords(ledgerWords);
  const { entry } = useAddress().search;
  const options = useOptions();
  return (
    <LedgerFrame here="record" title={entry ? f.changeTitle : f.recordTitle} state={f.recordState}>
      <Query query={options} what={w.ledger}>
        {(data) =>
          entry ? <Changing key={entry} id={entry} options={data} /> : <Fresh options={data} />
        }
      </Query>
    </LedgerFrame>
  );
}

/** What is typed belongs to one person of one town. */
function useDraftKey(what: string): string {
  const town = useTown();
  const { data } = useSession();
  return `${town}.${data?.userName ?? ''}.ledger.${what}`;
}

function Fresh({ options }: { options: Options }) {
  const draftKey = useDraftKey('record');
  return <RecordForm options={options} draftKey={draftKey} start={emptyDraft} />;
}

function Changing({ id, options }: { id: string; options: Options }) {
  const w = useWords(ledgerWords);
  const town = useTown();
  const draftKey = useDraftKey(id);
  const query = useQuery(api.ledger.entry.queryOptions({ input: { town, entryId: id } }));
  return (
    <Query query={query} what={w.entries}>
      {({ entry }) => (
        <RecordForm
          key={entry.version}
          options={options}
          draftKey={draftKey}
          start={draftOf(entry)}
          entry={entry}
        />
      )}
    </Query>
  );
}
