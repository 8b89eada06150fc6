/**
 * One step of a tour: a small popover that points at a real element of the page. Nothing is
 * covered or blocked; whoever goes elsewhere finds the way back in it.
 */

import { useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useId, useRef } from 'react';
import { Button } from '../shell/Button.tsx';
import { usePreferences } from '../shell/preferences.ts';
import { useTown } from '../shell/RoomLink.tsx';
import { useNarrow } from '../shell/use-narrow.ts';
import { useWords } from '../words/catalogue.ts';
import { helpWords } from '../words/help-page.ts';
import { type TourStep, tours } from '../words/tour.ts';
import { boxAround, isAt, placeBeside } from './tour-place.ts';
import { setTour, useTour } from './tour-state.ts';
import { useTarget } from './use-target.ts';

/** The open step of the tour. */
export function Tour() {
  const { name, step } = useTour();
  const shown = name && tours[name].steps[step];
  if (name === undefined || shown === undefined) return null;
  return <Step key={`${name} ${step}`} shown={shown} />;
}

function Step({ shown }: { shown: TourStep }) {
  const w = useWords(helpWords);
  const { language } = usePreferences();
  const isNarrow = useNarrow();
  const { name = 'recorder', step } = useTour();
  const { title, steps } = tours[name];
  const here = useRouterState({ select: ({ location }) => location.href });
  const isHere = isAt(here, shown.at);
  const target = useTarget(isHere ? shown.target : undefined);
  const box = useRef<HTMLElement>(null);
  const [heading, text] = [useId(), useId()];
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    if (isHere) setTour({ at: here });
  }, [isHere, here]);
  const said = isHere ? shown[language] : w.away;
  const isMissing = isHere && target.isMissing;
  return (
    <>
      {target.rect && <div className="tour-ring no-print" style={boxAround(target.rect)} />}
      <section
        ref={box}
        className="tour no-print"
        role="dialog"
        aria-labelledby={heading}
        aria-describedby={text}
        tabIndex={-1}
        style={isNarrow ? undefined : placeBeside(target.rect)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTour({ isOpen: false });
        }}
      >
        <h2 id={heading}>
          {title[language]} <span className="soft">{w.stepOf(step + 1, steps.length)}</span>
        </h2>
        <p id={text}>
          {said} {isMissing && w.notThere}
        </p>
        <StepDeeds shown={shown} isHere={isHere} element={target.element} />
      </section>
    </>
  );
}

interface StepDeedsProps {
  shown: TourStep;
  isHere: boolean;
  element: () => HTMLElement | undefined;
}

function StepDeeds({ shown, isHere, element }: StepDeedsProps) {
  const w = useWords(helpWords);
  const town = useTown();
  const { history } = useRouter();
  const { name = 'recorder', step, at, done } = useTour();
  const { steps } = tours[name];
  const go = (to: number) => {
    const next = steps[to];
    if (next === undefined) return;
    // A page that only a link of this one knows is reached by that link.
    const link = to > step && shown.follows ? element() : undefined;
    setTour({ step: to });
    if (link) link.click();
    else if (!isAt(history.location.href, next.at) && !next.at.includes('*')) {
      history.push(`/${town}${next.at}`);
    } else if (to < step) history.back();
  };
  const finish = () =>
    setTour({ step: 0, isOpen: false, done: [...done.filter((one) => one !== name), name] });
  if (!isHere) {
    return (
      <div className="tour-deeds">
        <Button kind="main" onClick={() => history.push(at ?? `/${town}${shown.at}`)}>
          {w.comeBack}
        </Button>
        <Button onClick={() => setTour({ isOpen: false })}>{w.leave}</Button>
      </div>
    );
  }
  const isLast = step === steps.length - 1;
  return (
    <div className="tour-deeds">
      {step > 0 && <Button onClick={() => go(step - 1)}>{w.back}</Button>}
      <Button kind="main" onClick={() => (isLast ? finish() : go(step + 1))}>
        {isLast ? w.finish : w.next}
      </Button>
      {!isLast && <Button onClick={() => setTour({ isOpen: false })}>{w.leave}</Button>}
    </div>
  );
}
