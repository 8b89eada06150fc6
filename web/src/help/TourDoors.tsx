/** The tours that fit what the person does here: to begin, to go on with, or to see once more. */

import { useRouter } from '@tanstack/react-router';
import { Button } from '../shell/Button.tsx';
import { usePreferences } from '../shell/preferences.ts';
import { useTown } from '../shell/RoomLink.tsx';
import { useWords } from '../words/catalogue.ts';
import { helpWords } from '../words/help-page.ts';
import { tours } from '../words/tour.ts';
import { type TourName, tourNames } from './tour-names.ts';
import { setTour, useTour } from './tour-state.ts';

interface TourDoorsProps {
  roles: readonly string[];
  onStart(): void;
}

/** Nothing for whoever has no tour, such as a village that only reads. */
export function TourDoors({ roles, onStart }: TourDoorsProps) {
  const w = useWords(helpWords);
  const names = tourNames.filter((name) => roles.includes(name));
  if (names.length === 0) return null;
  return (
    <section className="tour-doors">
      <h3>{w.tourTitle}</h3>
      <p className="soft">{w.tourSays}</p>
      {names.map((name) => (
        <TourDoor key={name} name={name} onStart={onStart} />
      ))}
    </section>
  );
}

function TourDoor({ name, onStart }: { name: TourName; onStart(): void }) {
  const w = useWords(helpWords);
  const { language } = usePreferences();
  const { history } = useRouter();
  const town = useTown();
  const state = useTour();
  const { title, steps } = tours[name];
  const isBegun = state.name === name && state.step > 0;
  const begin = () => {
    const [first] = steps;
    const address = isBegun && state.at ? state.at : `/${town}${first?.at ?? '/desk'}`;
    if (isBegun) setTour({ isOpen: true });
    else setTour({ name, step: 0, at: address, isOpen: true });
    onStart();
    history.push(address);
  };
  const word = isBegun
    ? w.resume(title[language], state.step + 1, steps.length)
    : (state.done.includes(name) ? w.again : w.start)(title[language]);
  return (
    <p>
      <Button onClick={begin}>{word}</Button>
    </p>
  );
}
