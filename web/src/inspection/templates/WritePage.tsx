/** Writing a check sheet: a new one from a ready one or an empty one, or the next version of one that is there. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, useSession } from '../../api/index.ts';
import { Query, useAddress, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { templateWords } from '../../words/templates.ts';
import { Pick } from '../../work/WorkFields.tsx';
import { InspectionFrame } from '../InspectionFrame.tsx';
import type { TemplateOptions } from '../replies.ts';
import { type Begun, WriteForm } from './WriteForm.tsx';

export function WritePage() {
  const w = useWords(templateWords);
  const town = useTown();
  const { search } = useAddress();
  const { data: session } = useSession();
  const query = useQuery(api.templates.options.queryOptions({ input: { town } }));
  return (
    <InspectionFrame
      here="templates"
      title={w.writeTitle}
      state={w.writeState}
      actions={<Link to={`/${town}/inspection/templates`}>{w.back}</Link>}
    >
      <Query query={query} what={w.writeTitle}>
        {(options) =>
          search.sheet === undefined ? (
            <NewSheet options={options} user={session?.userName ?? ''} />
          ) : (
            <NextVersion
              key={search.sheet}
              code={search.sheet}
              options={options}
              user={session?.userName ?? ''}
            />
          )
        }
      </Query>
    </InspectionFrame>
  );
}

interface WriterProps {
  options: TemplateOptions;
  user: string;
}

/** Which sheet a new one begins with is in the address; each keeps a draft of its own. */
function NewSheet({ options, user }: WriterProps) {
  const w = useWords(templateWords);
  const town = useTown();
  const { search, change } = useAddress();
  const ready = options.ready.find(({ code }) => code === search.ready);
  const [office] = options.offices;
  const begun: Begun = ready
    ? { ...ready, office: office?.code ?? '' }
    : { ...emptySheet, office: office?.code ?? '' };
  return (
    <>
      <div className="page-filters">
        <Pick
          label={w.begin}
          options={[
            ['', w.beginEmpty] as const,
            ...options.ready.map(({ code, name }) => [code, name] as const),
          ]}
          value={ready?.code ?? ''}
          onChange={(code) => change({ ready: code === '' ? undefined : code })}
        />
      </div>
      <p className="soft">{w.beginHint}</p>
      <WriteForm
        key={ready?.code ?? ''}
        options={options}
        begun={begun}
        isNew
        draftKey={`template.${town}.${user}.new.${ready?.code ?? ''}`}
      />
    </>
  );
}

const emptySheet: Omit<Begun, 'office'> = {
  code: '',
  name: '',
  subjects: 'village',
  cadence: 'month',
  mode: 'unannounced',
  sheets: 'team',
  route: '',
  places: 0,
  households: 0,
  lines: [],
};

/** Goes on with the draft where there is one, else from the version in use. */
function NextVersion({ code, options, user }: WriterProps & { code: string }) {
  const w = useWords(templateWords);
  const town = useTown();
  const first = useQuery(api.templates.one.queryOptions({ input: { town, code } }));
  const draft = first.data?.versions.find(({ state }) => state === 'draft');
  const query = useQuery({
    ...api.templates.one.queryOptions({
      input: { town, code, ...(draft ? { version: String(draft.version) } : {}) },
    }),
    enabled: first.data !== undefined,
  });
  return (
    <Query query={query} what={w.writeTitle}>
      {({ template }) => (
        <WriteForm
          key={`${template.version} ${template.revision}`}
          options={options}
          begun={template}
          isNew={false}
          draftKey={`template.${town}.${user}.${code}.${template.version}`}
          {...(template.state === 'draft' ? { revision: template.revision } : {})}
        />
      )}
    </Query>
  );
}
