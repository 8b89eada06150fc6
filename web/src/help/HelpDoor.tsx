/** The door to help in the frame of every page; what is behind it loads when it is opened. */

import { lazy, Suspense, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '../shell/Button.tsx';
import { useWords } from '../words/catalogue.ts';
import { helpWords } from '../words/help-page.ts';
import { useTour } from './tour-state.ts';
import './help.css';

const HelpPanel = lazy(() =>
  import('./HelpPanel.tsx').then((found) => ({ default: found.HelpPanel })),
);
const Tour = lazy(() => import('./Tour.tsx').then((found) => ({ default: found.Tour })));

interface HelpDoorProps {
  /** What the person may do here: each has a tour of its own. */
  roles?: readonly string[] | undefined;
}

/** 帮助, and beside the page what it opens: the help of the page, and the tour. */
export function HelpDoor({ roles }: HelpDoorProps) {
  const w = useWords(helpWords);
  const [isOpen, setOpen] = useState(false);
  const door = useRef<HTMLDivElement>(null);
  const tour = useTour();
  const close = () => {
    setOpen(false);
    door.current?.querySelector('button')?.focus();
  };
  return (
    <div className="help-door" ref={door}>
      <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {w.help}
      </Button>
      {/* Beside the frame, not in its top line: what is fixed there stands under a drawer. */}
      {createPortal(
        <Suspense fallback={null}>
          {isOpen && <HelpPanel roles={roles ?? []} onClose={close} />}
          {tour.isOpen && roles !== undefined && <Tour />}
        </Suspense>,
        document.body,
      )}
    </div>
  );
}
