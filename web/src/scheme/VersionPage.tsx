/** A version of a scheme: its official text, its source with what is wrong in it, comments, differences. */

import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { api } from '../api/index.ts';
import { Loading, Page, Query, useAddress, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { schemeWords } from '../words/scheme.ts';
import { CommentsTab } from './CommentsTab.tsx';
import { CompareTab } from './CompareTab.tsx';
import { useHistory } from './edit/use-history.ts';
import { OfficialTab } from './OfficialTab.tsx';
import type { VersionRead } from './replies.ts';
import { SchemeLink } from './SchemeLink.tsx';
import { SourceTab } from './SourceTab.tsx';
import { useStageSentence } from './stage.ts';
import { useDraft } from './use-draft.ts';
import { useLint } from './use-lint.ts';
import { VersionDeeds } from './VersionDeeds.tsx';
import './scheme.css';

const tabs = ['official', 'edit', 'source', 'comments', 'compare'] as const;
type Tab = (typeof tabs)[number];

/** The form reads and edits the text here in the browser: only who writes loads it. */
const EditTab = lazy(async () => {
  (await import('./no-code-from-text.ts')).makeNoCodeFromText();
  return { default: (await import('./edit/EditTab.tsx')).EditTab };
});

export function VersionPage() {
  const w = useWords(schemeWords);
  const town = useTown();
  const { version: id = '' } = useParams({ strict: false }) as { version?: string };
  const query = useQuery(api.scheme.read.queryOptions({ input: { town, id } }));
  return (
    <Query query={query} what={w.what}>
      {(read) => <Version key={read.version.id} read={read} />}
    </Query>
  );
}

function Version({ read }: { read: VersionRead }) {
  const w = useWords(schemeWords);
  const { version, comments } = read;
  const sentence = useStageSentence(version, comments.open);
  const tab = useTab(read);
  const draft = useDraft(read);
  const lint = useLint({ text: draft.text, read, isOn: draft.mayWrite });
  const history = useHistory(draft, version.id);
  const { checked } = lint;
  return (
    <Page
      title={version.version ? `${version.name}（${version.version}）` : version.name}
      state={
        <>
          {sentence}
          {version.state === 'draft' && ` ${w.sentenceErrors(checked.errors, checked.warnings)}`}
        </>
      }
      actions={<SchemeLink to="">{w.backToList}</SchemeLink>}
      filters={<VersionDeeds read={read} />}
    >
      <TabLine read={read} tab={tab} />
      {tab === 'official' && <OfficialTab read={read} />}
      {tab === 'edit' && (
        <Suspense fallback={<Loading what={w.tabEdit} />}>
          <EditTab {...{ read, draft, lint, history }} />
        </Suspense>
      )}
      {tab === 'source' && <SourceTab {...{ read, draft, lint }} />}
      {tab === 'comments' && <CommentsTab read={read} />}
      {tab === 'compare' && <CompareTab read={read} />}
    </Page>
  );
}

/** The tab of the address; a text that cannot be read opens where it can be mended. */
function useTab(read: VersionRead): Tab {
  const { search } = useAddress();
  const { checked } = read;
  const wanted = tabs.find((one) => one === search.tab && isOpen(one, read));
  return wanted ?? (checked.official ? 'official' : 'source');
}

function TabLine({ read, tab }: { read: VersionRead; tab: Tab }) {
  const w = useWords(schemeWords);
  const { id } = read.version;
  const words: Record<Tab, string> = {
    official: w.tabOfficial,
    edit: w.tabEdit,
    source: w.tabSource,
    comments: read.comments.all > 0 ? `${w.tabComments} ${read.comments.all}` : w.tabComments,
    compare: w.tabCompare,
  };
  const shown = tabs.filter((one) => isOpen(one, read));
  return (
    <nav className="scheme-tabs" aria-label={w.tabs}>
      {shown.map((one) => (
        <SchemeLink
          key={one}
          to={id}
          search={{ tab: one }}
          className={one === tab ? 'is-here' : ''}
        >
          <span aria-current={one === tab ? 'true' : undefined}>{words[one]}</span>
        </SchemeLink>
      ))}
    </nav>
  );
}

/** A village reads no comments: it is shown none, whatever there is. The form is for who may write. */
function isOpen(tab: Tab, { version, comments, deeds }: VersionRead): boolean {
  if (tab === 'edit') return deeds.includes('write');
  if (tab !== 'comments') return true;
  return version.state === 'draft' || comments.all > 0 || deeds.includes('comment');
}
