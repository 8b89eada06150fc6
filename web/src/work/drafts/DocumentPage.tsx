/** One document on the bench: the text by sentences, and beside it the draft that is worked on. */

import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Query, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { draftWords } from '../../words/drafts.ts';
import { WorkFrame } from '../WorkFrame.tsx';
import { AsideList } from './AsideList.tsx';
import { DraftPanel } from './DraftPanel.tsx';
import type { DocumentData } from './replies.ts';
import { type Chosen, SentenceList } from './SentenceList.tsx';
import { useBench } from './use-bench.ts';
import './drafts.css';

export function DocumentPage() {
  const w = useWords(draftWords);
  const format = useFormat();
  const town = useTown();
  const { document: id = '' } = useParams({ strict: false }) as { document?: string };
  const query = useQuery(api.drafts.one.queryOptions({ input: { town, id } }));
  const document = query.data?.document;
  const from = document && [document.dated && format.day(document.dated), document.source];
  return (
    <WorkFrame
      here="drafts"
      title={document?.title ?? w.bench}
      state={
        document && (
          <>
            {document.isWithheld && w.withheld}
            {w.documentState(document.open, document.claimed, document.aside)}{' '}
            <span className="soft">{from?.filter(Boolean).join('　')}</span>
          </>
        )
      }
    >
      <Query query={query} what={w.what}>
        {(data) => <Bench data={data} />}
      </Query>
    </WorkFrame>
  );
}

function Bench({ data }: { data: DocumentData }) {
  const bench = useBench(data);
  const [chosen, setChosen] = useState<Chosen>();
  return (
    <div className="bench">
      <SentenceList bench={bench} onChoose={setChosen} />
      <div className="bench-side">
        <DraftPanel
          bench={bench}
          chosen={chosen}
          onAdd={(place) => {
            setChosen(undefined);
            bench.act({ deed: 'add', ...place });
          }}
        />
        <AsideList bench={bench} />
      </div>
    </div>
  );
}
