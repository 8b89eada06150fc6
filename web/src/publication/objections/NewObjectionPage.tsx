/** Objecting: for oneself, or writing down what was said on paper, by telephone, in person. */

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, client, useSave } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { DateField } from '../../forms/index.ts';
import { Button, Query, SaveLine, useAddress, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { objectionWords } from '../../words/objections.ts';
import { Line, Lines, Pick } from '../../work/WorkFields.tsx';
import { ResultsFrame } from '../ResultsFrame.tsx';
import { useRefreshObjections } from './ObjectionModal.tsx';
import './objections.css';

type Matter = Awaited<ReturnType<typeof client.objections.matter>>;
type Way = 'paper' | 'telephone' | 'visit';

/** `/qinghe/results/objections/new?fact=2026-000012` */
export function NewObjectionPage() {
  const w = useWords(objectionWords);
  const town = useTown();
  const { fact, line, period, subject, clause } = useAddress().search;
  const given = { fact, line, period, subject, clause };
  const about = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Partial<Record<keyof typeof given, string>>;
  const query = useQuery(api.objections.matter.queryOptions({ input: { town, ...about } }));
  return (
    <ResultsFrame
      here="objections"
      title={query.data && query.data.as === undefined ? w.newBehalfTitle : w.newTitle}
      state={w.newState}
    >
      <Query query={query} what={w.newTitle}>
        {(found) => <Form found={found} about={about} />}
      </Query>
    </ResultsFrame>
  );
}

interface FormProps {
  found: Matter;
  about: Partial<Record<'fact' | 'line' | 'period' | 'subject' | 'clause', string>>;
}

function Form({ found, about }: FormProps) {
  const w = useWords(objectionWords);
  const town = useTown();
  const navigate = useNavigate();
  const refresh = useRefreshObjections();
  const [said, setSaid] = useState('');
  const { draft, write, behalf, isWhole } = useBehalf(found);
  const save = useSave(client.objections.receive, {
    onSaved: ({ objection }) => {
      refresh();
      void navigate({ to: `/${town}/results/objections/${objection.id}` });
    },
  });
  const isUnclear = found.matter.kind === 'unclear';
  const mayMake = found.as !== undefined || found.villages.length > 0;
  if (!mayMake) return <p className="prose">{w.notYours}</p>;
  const isReady = said.trim().length >= 5 && isWhole && !save.isBusy;
  return (
    <form
      className="objection"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void save.run({ town, ...about, said, ...(behalf ? { behalf } : {}) });
      }}
    >
      <About found={found} />
      {isUnclear && <p className="soft prose">{found.as ? w.unclearOwn : w.unclear}</p>}
      {found.as === undefined && <BehalfFields found={found} draft={draft} write={write} />}
      <Lines label={w.saidLabel} hint={w.saidHint} value={said} onChange={setSaid} required />
      <SaveLine save={save} />
      <p>
        <Button kind="main" type="submit" disabled={!isReady}>
          {found.as === undefined ? w.writeIn : w.send}
        </Button>
      </p>
    </form>
  );
}

function About({ found }: { found: Matter }) {
  const w = useWords(objectionWords);
  const format = useFormat();
  const { matter, as, objectUntil, answerBy } = found;
  return (
    <>
      {matter.kind !== 'unclear' && (
        <p>
          <strong>{matter.title}</strong>
        </p>
      )}
      <p className="prose">
        {[
          as ? w.asSelf(as.name) : '',
          objectUntil ? w.until(format.day(objectUntil)) : '',
          as ? w.answerUntil(format.day(answerBy)) : w.answerFromSaid,
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </>
  );
}

/** Nobody gave a name; no village has such a code. */
const nameless = '-';

interface Draft {
  readonly way: Way;
  /** '' until it is picked. */
  readonly of: string;
  readonly by: string;
  readonly saidOn: string;
  readonly confirmed: string;
}

/** What is written down for somebody else; for oneself nothing of it is asked. */
function useBehalf({ as, villages }: Matter) {
  const { today } = useFormat();
  const [draft, setDraft] = useState<Draft>({
    way: 'telephone',
    of: villages.length === 1 ? (villages[0]?.code ?? '') : '',
    by: '',
    saidOn: today,
    confirmed: '',
  });
  const { way, of, by, saidOn, confirmed } = draft;
  const behalf = {
    way,
    saidOn,
    confirmed,
    ...(of === nameless ? {} : { of }),
    ...(by.trim() === '' ? {} : { by }),
  };
  const isOwn = as !== undefined;
  return {
    draft,
    write: (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change })),
    behalf: isOwn ? undefined : behalf,
    isWhole: isOwn || (confirmed.trim() !== '' && saidOn !== '' && of !== ''),
  };
}

interface BehalfFieldsProps {
  found: Matter;
  draft: Draft;
  write(change: Partial<Draft>): void;
}

function BehalfFields({ found, draft, write }: BehalfFieldsProps) {
  const w = useWords(objectionWords);
  const { today } = useFormat();
  return (
    <>
      <Pick
        label={w.whose}
        options={[
          ['', w.pick],
          ...found.villages.map(({ code, name }) => [code, name] as const),
          [nameless, w.whoseNobody],
        ]}
        value={draft.of}
        onChange={(of) => write({ of })}
      />
      <Line
        label={w.whoSaid}
        hint={w.whoSaidHint}
        value={draft.by}
        onChange={(by) => write({ by })}
      />
      <Pick<Way>
        label={w.way}
        options={[
          ['telephone', w.telephone],
          ['visit', w.visit],
          ['paper', w.paper],
        ]}
        value={draft.way}
        onChange={(way) => write({ way })}
      />
      <DateField
        label={w.saidOn}
        value={draft.saidOn}
        max={today}
        onChange={(saidOn) => write({ saidOn })}
        required
      />
      <Line
        label={w.confirmedLabel}
        hint={w.confirmedHint}
        value={draft.confirmed}
        onChange={(confirmed) => write({ confirmed })}
        required
      />
    </>
  );
}
