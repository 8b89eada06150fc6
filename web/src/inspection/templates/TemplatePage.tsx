/** One check sheet: its lines by group, what makes points of them, its versions. */

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, client } from '../../api/index.ts';
import { Button, Query, useAddress, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { inspectionWords } from '../../words/inspection.ts';
import { templateWords } from '../../words/templates.ts';
import { InspectionFrame } from '../InspectionFrame.tsx';
import { InspectionModal } from '../InspectionModal.tsx';
import type { TemplatePageData } from '../replies.ts';
import { LineTable } from './LineTable.tsx';
import './templates.css';

export function TemplatePage() {
  const w = useWords(templateWords);
  const { templates } = useWords(inspectionWords);
  const town = useTown();
  const { template: code = '' } = useParams({ strict: false });
  const { search } = useAddress();
  const { version } = search;
  const query = useQuery(
    api.templates.one.queryOptions({
      input: { town, code, ...(version === undefined ? {} : { version }) },
    }),
  );
  const template = query.data?.template;
  return (
    <InspectionFrame
      here="templates"
      title={template?.name ?? templates}
      state={
        template &&
        w.pageState(template.officeName, w[template.cadence], w[template.mode], w[template.sheets])
      }
      actions={query.data && <Actions data={query.data} />}
    >
      <Query query={query} what={templates}>
        {(data) => (
          <>
            <How template={data.template} />
            <LineTable lines={data.template.lines} clauses={data.clauses} />
            <Versions data={data} />
          </>
        )}
      </Query>
    </InspectionFrame>
  );
}

/** Which version this is, where it goes, what is drawn. */
function How({ template }: { template: TemplatePageData['template'] }) {
  const w = useWords(templateWords);
  const states = { inUse: w.isInUse, draft: w.isDraft, retired: w.isRetired };
  const { version, state, subjects, route, places, households } = template;
  return (
    <p className="prose">
      {w[subjects]}
      {w.comma}
      {w.version(version)}
      {w.comma}
      {states[state]}
      {route !== '' && <> · {w.route(route)}</>}
      {places + households > 0 && <> · {w.drawn(places, households)}</>}
    </p>
  );
}

function Versions({ data: { template, versions } }: { data: TemplatePageData }) {
  const w = useWords(templateWords);
  const town = useTown();
  const states = { inUse: w.isInUse, draft: w.isDraft, retired: w.isRetired };
  return (
    <section className="template-versions no-print">
      <h2>{w.versions}</h2>
      <p className="soft">{w.versionsSays}</p>
      <ul>
        {versions.map(({ version, state }) => (
          <li key={version}>
            <Link
              to={`/${town}/inspection/templates/${template.code}`}
              search={{ version: String(version) } as never}
              aria-current={version === template.version ? 'page' : undefined}
            >
              {w.version(version)}
            </Link>{' '}
            <span className="soft">{states[state]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Actions({ data: { template, versions, may } }: { data: TemplatePageData }) {
  const w = useWords(templateWords);
  const town = useTown();
  const { change } = useAddress();
  const [deed, setDeed] = useState<'release' | 'retire'>();
  const close = () => setDeed(undefined);
  const { code, name, version, revision } = template;
  const navigate = useNavigate();
  const write = () =>
    void navigate({
      to: '/$town/inspection/write',
      params: { town },
      search: { sheet: code } as never,
    });
  const hasDraft = versions.some(({ state }) => state === 'draft');
  return (
    <>
      <Link to={`/${town}/inspection/templates`}>{w.back}</Link>
      <Button onClick={() => window.print()}>{w.print}</Button>
      {may.retire && <Button onClick={() => setDeed('retire')}>{w.retire}</Button>}
      {may.write && <Button onClick={write}>{hasDraft ? w.editDraft : w.edit}</Button>}
      {may.release && (
        <Button kind="main" onClick={() => setDeed('release')}>
          {w.release}
        </Button>
      )}
      {deed === 'release' && (
        <InspectionModal
          title={w.release}
          says={w.releaseSays(name, version)}
          action={w.release}
          call={client.templates.release}
          input={{ town, code, revision }}
          onClose={close}
          onDone={() => change({ version: undefined })}
        />
      )}
      {deed === 'retire' && (
        <InspectionModal
          title={w.retire}
          says={w.retireSays(name)}
          action={w.retire}
          call={client.templates.retire}
          input={{ town, code }}
          onClose={close}
        />
      )}
    </>
  );
}
