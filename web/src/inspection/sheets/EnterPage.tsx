/** Entering sheets at the office: what is not sent yet on this computer, visits to type from paper, files of phones. */

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { type Draft, newDraft } from '../../../field/draft.ts';
import { newId } from '../../../field/network.ts';
import { addDraft, allDrafts, onChange } from '../../../field/store.ts';
import { api, useSession } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Empty, Query, useTown } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { sheetWords } from '../../words/sheets.ts';
import { InspectionFrame } from '../InspectionFrame.tsx';
import type { FieldVisit } from '../replies.ts';
import { useStanding } from './sheet-words.ts';
import { TakeFiles } from './TakeFiles.tsx';
import './sheets.css';

export function EnterPage() {
  const w = useWords(sheetWords);
  const town = useTown();
  const query = useQuery(api.sheets.work.queryOptions({ input: { town, at: 'office' } }));
  return (
    <InspectionFrame here="rounds" title={w.enter} state={w.enterState}>
      <Drafts />
      <Query query={query} what={w.enter}>
        {({ visits }) => <Visits visits={visits} />}
      </Query>
      <TakeFiles />
    </InspectionFrame>
  );
}

/** What this account began here and did not send. */
function useOwnDrafts(): readonly Draft[] {
  const town = useTown();
  const { data: session } = useSession();
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  useEffect(() => {
    const read = () => void allDrafts().then(setDrafts);
    read();
    return onChange(read);
  }, []);
  return drafts.filter(
    (draft) =>
      draft.town === town && draft.account === session?.userName && draft.receipt === undefined,
  );
}

function Drafts() {
  const w = useWords(sheetWords);
  const town = useTown();
  const format = useFormat();
  const drafts = useOwnDrafts();
  if (drafts.length === 0) return null;
  return (
    <section>
      <h2>{w.drafts}</h2>
      <ul className="typing-drafts">
        {drafts.map(({ changedAt, content, id, visit }) => {
          const { lines } = visit.template;
          const done = lines.filter(({ code }) => content.answers[code] !== undefined).length;
          return (
            <li key={id}>
              <Link to="/$town/inspection/sheets/$sheet" params={{ town, sheet: id }}>
                {`${w.goOn} ${visit.subject.name}`}
              </Link>{' '}
              {`${visit.template.name} · ${w.typed(done, lines.length)} · `}
              {w.changedAt(format.moment(changedAt))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Those that lack a sheet; the others on demand, for a second sheet of a visit counts nothing. */
function Visits({ visits }: { visits: readonly FieldVisit[] }) {
  const w = useWords(sheetWords);
  const town = useTown();
  const [isAll, setAll] = useState(false);
  const lacking = visits.filter(lacksSheet);
  const navigate = useNavigate();
  const { data: session } = useSession();
  const columns = useColumns();
  const drafts = useOwnDrafts();
  const type = async (visit: FieldVisit) => {
    const begun = drafts.find((draft) => draft.visit.id === visit.id);
    const person = personOf(visit);
    if (!session || person === undefined) return;
    const draft =
      begun ??
      (await addDraft(
        newDraft(visit, {
          id: newId(),
          town,
          account: session.userName,
          person,
          origin: 'paper',
          changedAt: new Date().toISOString(),
        }),
      ));
    await navigate({ to: '/$town/inspection/sheets/$sheet', params: { town, sheet: draft.id } });
  };
  return (
    <>
      {lacking.length < visits.length && (
        <label className="typing-all">
          <input
            type="checkbox"
            checked={isAll}
            onChange={({ target }) => setAll(target.checked)}
          />{' '}
          {w.showAll(visits.length - lacking.length)}
        </label>
      )}
      <DataTable
        name="visits-to-enter"
        label={w.visits}
        rows={isAll ? visits : lacking}
        rowKey={({ id }) => id}
        columns={columns}
        onOpen={(visit) => void type(visit)}
        empty={<Empty what={w.noVisits} why={w.noVisitsWhy} />}
      />
    </>
  );
}

/** One sheet of a team, or one of each who was sent. */
function lacksSheet({ inspectors, sheets, template }: FieldVisit): boolean {
  const sent = sheets.filter(({ isSpare, state }) => !isSpare && state !== 'draft').length;
  return sent < (template.sheets === 'each' ? Math.max(1, inspectors.length) : 1);
}

/** The first who was sent there and has no sheet yet; nobody where nobody was drawn. */
function personOf({ inspectors, sheets }: FieldVisit): string | undefined {
  const written = new Set(sheets.map(({ person }) => person.code));
  return (inspectors.find(({ code }) => !written.has(code)) ?? inspectors[0])?.code;
}

function useColumns(): readonly Column<FieldVisit>[] {
  const w = useWords(sheetWords);
  const format = useFormat();
  const standing = useStanding();
  return useMemo(
    (): readonly Column<FieldVisit>[] => [
      { id: 'subject', title: w.place, width: 8, text: ({ subject }) => subject.name },
      {
        id: 'round',
        title: w.round,
        width: 16,
        text: ({ period, template }) => `${format.period(period)} ${template.name}`,
        filter: true,
      },
      {
        id: 'day',
        title: w.day,
        width: 8,
        text: ({ plannedOn }) => (plannedOn ? format.day(plannedOn) : w.noDay),
        sortBy: ({ plannedOn }) => plannedOn ?? '',
      },
      {
        id: 'inspectors',
        title: w.inspectors,
        width: 10,
        text: ({ inspectors }) => inspectors.map(({ name }) => name).join('、') || w.noInspectors,
      },
      {
        id: 'sheets',
        title: w.sheets,
        width: 16,
        text: ({ sheets }) =>
          sheets.map((sheet) => `${sheet.person.name} ${standing(sheet)}`).join('；'),
      },
    ],
    [w, format, standing],
  );
}
