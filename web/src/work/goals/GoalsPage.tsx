/** The goals of a year: the tree as a table, coverage, lists by village, reading in; one goal beside it. */

import { lazy, Suspense, useState } from 'react';
import { Field } from '../../forms/index.ts';
import { Button, Loading, Query, useAddress, useDrawer, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { goalWords } from '../../words/goals.ts';
import { WorkFrame } from '../WorkFrame.tsx';
import type { GoalList } from './replies.ts';
import { nextCode, useGoals } from './use-goals.ts';
import { VillageView } from './VillageView.tsx';
import './goals.css';

// A village on its telephone reads its own list; the tables come for who opens them.
const GoalTable = lazy(async () => ({ default: (await import('./GoalTable.tsx')).GoalTable }));
const CoverageView = lazy(async () => ({
  default: (await import('./CoverageView.tsx')).CoverageView,
}));
const GoalDrawer = lazy(async () => ({ default: (await import('./GoalDrawer.tsx')).GoalDrawer }));
const GoalForm = lazy(async () => ({ default: (await import('./GoalForm.tsx')).GoalForm }));
const ImportForm = lazy(async () => ({ default: (await import('./ImportForm.tsx')).ImportForm }));
const CopyForm = lazy(async () => ({ default: (await import('./CopyForm.tsx')).CopyForm }));
const FillView = lazy(async () => ({ default: (await import('./FillView.tsx')).FillView }));

const views = ['table', 'coverage', 'villages', 'fill'] as const;
type View = (typeof views)[number];

export function GoalsPage() {
  const w = useWords(goalWords);
  const query = useGoals();
  const drawer = useDrawer('goal');
  const { search } = useAddress();
  const list = query.data;
  const view: View = list?.isVillageView
    ? 'villages'
    : (views.find((one) => one === search.view) ?? 'table');
  return (
    <WorkFrame
      here="goals"
      title={w.goals}
      // The list of a village is printed: how the whole town stands is not its business.
      state={list && (view !== 'villages' || list.isVillageView) && <State list={list} />}
      filters={
        list && (
          <>
            <YearField list={list} />
            {!list.isVillageView && <Views here={view} list={list} />}
          </>
        )
      }
      actions={list && !list.isVillageView && <Deeds list={list} />}
    >
      <Query query={query} what={w.goals}>
        {(found) => (
          <Suspense fallback={<Loading what={w.goals} />}>
            <Part view={view} list={found} onOpen={drawer.open} openId={drawer.id} />
          </Suspense>
        )}
      </Query>
      {drawer.id !== undefined && (
        <Suspense fallback={null}>
          <GoalDrawer key={drawer.id} id={drawer.id} onClose={drawer.close} onOpen={drawer.open} />
        </Suspense>
      )}
    </WorkFrame>
  );
}

interface PartProps {
  view: View;
  list: GoalList;
  onOpen(id: string): void;
  openId: string | undefined;
}

function Part({ view, list, onOpen, openId }: PartProps) {
  switch (view) {
    case 'coverage':
      return <CoverageView list={list} onOpen={onOpen} />;
    case 'villages':
      return <VillageView list={list} onOpen={onOpen} />;
    case 'fill':
      return <FillView list={list} onOpen={onOpen} />;
    default:
      return <GoalTable list={list} onOpen={onOpen} openId={openId} />;
  }
}

/** How the year stands in a sentence; a village is told that it fills in nothing. */
function State({ list }: { list: GoalList }) {
  const w = useWords(goalWords);
  const leaves = list.rows.filter(({ isLeaf }) => isLeaf);
  if (list.isVillageView) return w.villageState(leaves.length);
  if (list.rows.length === 0) return null;
  const lit = (state: string) => leaves.filter(({ light }) => light.state === state).length;
  const gaps = list.findings.filter(({ severity }) => severity === 'error').length;
  return (
    <>
      {w.state(list.year, leaves.length, lit('behind'), lit('overdue'), lit('unread'))}
      {gaps > 0 ? w.open(gaps) : w.covered}
    </>
  );
}

function Views({ here, list }: { here: View; list: GoalList }) {
  const w = useWords(goalWords);
  const { change } = useAddress();
  const shown = views.filter((view) => view !== 'fill' || list.mayRead);
  return (
    <nav className="goal-views no-print" aria-label={w.views}>
      {shown.map((view) => (
        <button
          key={view}
          type="button"
          className="button button-plain"
          aria-pressed={view === here}
          onClick={() => change({ view: view === 'table' ? undefined : view }, 'push')}
        >
          {w[view]}
          {view === 'coverage' && list.findings.length > 0 && ` ${list.findings.length}`}
        </button>
      ))}
    </nav>
  );
}

function YearField({ list }: { list: GoalList }) {
  const w = useWords(goalWords);
  const { change } = useAddress();
  const now = Number(list.today.slice(0, 4));
  const years = [...new Set([now + 1, now, ...list.years, list.year])].sort((a, b) => b - a);
  return (
    <Field label={w.year}>
      {(parts) => (
        <select
          {...parts}
          value={list.year}
          onChange={({ target }) => change({ year: target.value, goal: undefined }, 'push')}
        >
          {years.map((year) => (
            <option key={year} value={year}>
              {w.yearText(year)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Deeds({ list }: { list: GoalList }) {
  const w = useWords(goalWords);
  const town = useTown();
  const drawer = useDrawer('goal');
  const [deed, setDeed] = useState<'make' | 'import' | 'copy'>();
  const close = () => setDeed(undefined);
  const { year, rows, mayManage } = list;
  const isCopied = rows.length === 0 && list.years.includes(year - 1);
  return (
    <>
      {rows.length > 0 && (
        <a href={`/api/towns/${town}/goals/export?year=${year}`}>{w.exportFile}</a>
      )}
      {mayManage && (
        <>
          {isCopied && <Button onClick={() => setDeed('copy')}>{w.copy}</Button>}
          <Button onClick={() => setDeed('import')}>{w.importFile}</Button>
          <Button kind="main" onClick={() => setDeed('make')}>
            {w.make}
          </Button>
        </>
      )}
      <Suspense fallback={null}>
        {deed === 'make' && (
          <GoalForm
            year={year}
            code={nextCode(rows.map(({ code }) => code))}
            onClose={close}
            onMade={drawer.open}
          />
        )}
        {deed === 'import' && <ImportForm year={year} onClose={close} />}
        {deed === 'copy' && <CopyForm from={year - 1} to={year} onClose={close} />}
      </Suspense>
    </>
  );
}
