/** The one-time set-up of an empty installation, step by step. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api, client, problemOf, useLeaveGuard, useSave } from '../api/index.ts';
import { Button, Empty, Query, SaveLine } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { setUpWords } from '../words/set-up.ts';
import { OutsidePage } from './OutsidePage.tsx';
import { AdministratorStep, KeyStep, PlaceStep } from './SetUpSteps.tsx';
import { UnitsStep } from './SetUpUnits.tsx';
import { forgetSetUpDraft, type SetUpDraft, useSetUpDraft } from './set-up-draft.ts';

export function SetUpPage() {
  const w = useWords(setUpWords);
  const query = useQuery({ ...api.setUp.state.queryOptions(), retry: false });
  const problem = problemOf(query.error);
  const isClosed = problem?.status === 410 || problem?.status === 404;
  return (
    <OutsidePage title={w.title} state={isClosed ? undefined : w.state}>
      {isClosed ? (
        <Empty
          what={w.closed}
          why={problem.detail}
          action={<Link to="/sign-in">{w.toSignIn}</Link>}
        />
      ) : (
        <Query query={query} what={w.title}>
          {() => <Steps />}
        </Query>
      )}
    </OutsidePage>
  );
}

type Step = 'key' | 'place' | 'units' | 'administrator' | 'found';

function Steps() {
  const w = useWords(setUpWords);
  const [draft, change] = useSetUpDraft();
  const [step, setStep] = useState<Step>('key');
  const isFounded = useRef(false);
  useLeaveGuard(() => draft.password !== '' && !isFounded.current);
  const steps: Step[] =
    draft.kind === 'county'
      ? ['key', 'place', 'administrator', 'found']
      : ['key', 'place', 'units', 'administrator', 'found'];
  const words: Record<Step, string> = {
    key: w.stepKey,
    place: w.stepPlace,
    units: w.stepUnits,
    administrator: w.stepAdministrator,
    found: w.stepFound,
  };
  const at = steps.indexOf(step);
  const go = (by: number) => setStep(steps[at + by] ?? step);
  const parts = { draft, change, onNext: () => go(1), onBack: () => go(-1) };
  return (
    <>
      <Heading step={step}>{w.step(at + 1, steps.length, words[step])}</Heading>
      {step === 'key' && <KeyStep {...parts} />}
      {step === 'place' && <PlaceStep {...parts} />}
      {step === 'units' && <UnitsStep {...parts} />}
      {step === 'administrator' && <AdministratorStep {...parts} />}
      {step === 'found' && (
        <FoundStep
          draft={draft}
          onFounded={() => {
            isFounded.current = true;
          }}
          onBack={() => go(-1)}
        />
      )}
    </>
  );
}

/** Focus goes to the name of a new step, so that it is read aloud and the keyboard goes on there. */
function Heading({ step, children }: { step: Step; children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step says when, the text does not
  useEffect(() => {
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [step]);
  return (
    <h2 ref={heading} tabIndex={-1} className="step-name">
      {children}
    </h2>
  );
}

interface FoundStepProps {
  draft: SetUpDraft;
  /** Nothing typed is left to lose. */
  onFounded(): void;
  onBack(): void;
}

/** Says in words what will be founded, founds it, and signs its administrator in. */
function FoundStep({ draft, onFounded, onBack }: FoundStepProps) {
  const w = useWords(setUpWords);
  const router = useRouter();
  const queries = useQueryClient();
  const { key, kind, name, code, userName, password } = draft;
  const units = kind === 'town' ? [...draft.units] : [];
  const signIn = useSave(client.auth.signIn, {
    onSaved: () => {
      queries.clear();
      router.history.push(kind === 'county' ? `/${code}/settings/towns` : `/${code}/org`);
    },
  });
  const found = useSave(client.setUp.found, {
    onSaved: () => {
      forgetSetUpDraft();
      onFounded();
      void signIn.run({ userName, password });
    },
  });
  return (
    <>
      <p>{kind === 'county' ? w.foundCounty(name) : w.foundTown(name, units.length)}</p>
      <p>{w.foundWho(userName)}</p>
      <p>{w.foundWhere(`${window.location.origin}/${code}`)}</p>
      <p className="soft">{w.onlyOnce}</p>
      <div className="form-deeds">
        <Button
          kind="main"
          disabled={found.isBusy || signIn.isBusy}
          onClick={() => void found.run({ key, kind, name, code, units, userName, password })}
        >
          {w.foundDeed}
        </Button>
        <Button disabled={found.isBusy} onClick={onBack}>
          {w.back}
        </Button>
        {found.step === 'saved' ? <SaveLine save={signIn} /> : <SaveLine save={found} />}
      </div>
    </>
  );
}
