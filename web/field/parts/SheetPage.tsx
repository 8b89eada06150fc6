/** One sheet: a line a screen or the whole of it, then what is left before it is sent. */

import { useState } from 'react';
import { usePreferences } from '../../src/shell/preferences.ts';
import { useWords } from '../../src/words/catalogue.ts';
import { momentText, subjectText } from '../answers.ts';
import { type Draft, stepOf } from '../draft.ts';
import type { Field } from '../use-field.ts';
import { useSheet, type Write } from '../use-sheet.ts';
import { fieldWords } from '../words.ts';
import { EndPart } from './EndPart.tsx';
import { LineCard } from './LineCard.tsx';
import { TwoVersions } from './TwoVersions.tsx';

interface SheetProps {
  readonly draft: Draft;
  readonly field: Field;
}

export function SheetPage({ draft, field }: SheetProps) {
  const w = useWords(fieldWords);
  const write = useSheet(draft.id);
  const [isWhole, setWhole] = useState(readWhole);
  const choose = (whole: boolean) => {
    setWhole(whole);
    keepWhole(whole);
  };
  const step = stepOf(draft);
  const isReadOnly = step === 'sent' || step === 'twoVersions';
  return (
    <>
      <a className="button quiet" href="#/">
        ← {w.back}
      </a>
      <h1>{subjectText(draft.visit, w)}</h1>
      <p className="soft">
        {draft.visit.template.name} · {w.step(step)}
      </p>
      <Notices draft={draft} field={field} />
      {draft.other && <TwoVersions draft={draft} field={field} />}
      {isWhole ? (
        <Whole {...{ draft, field, write, isReadOnly }} turn={() => choose(false)} />
      ) : (
        <OneByOne {...{ draft, field, write, isReadOnly }} turn={() => choose(true)} />
      )}
    </>
  );
}

function Notices({ draft, field }: SheetProps) {
  const w = useWords(fieldWords);
  const { language } = usePreferences();
  const { receipt, trouble, visit } = draft;
  const now = field.known?.work?.visits.find(({ id }) => id === visit.id);
  const isOld = now !== undefined && now.template.version !== draft.content.templateVersion;
  return (
    <>
      {isOld && <p className="notice">{w.oldTemplate(draft.content.templateVersion)}</p>}
      {receipt && <p className="notice">{w.sentAt(momentText(receipt.sentAt, language))}</p>}
      {receipt?.isSpare && <p className="notice">{w.spare}</p>}
      {trouble && (
        <p role="alert">
          {trouble.code === 'field.photo-lost' ? w.photoLost : w.trouble(trouble.text)}
        </p>
      )}
    </>
  );
}

interface PartProps extends SheetProps {
  readonly write: Write;
  readonly isReadOnly: boolean;
  /** Shows the sheet the other way; where the thumb is, as all that leads on. */
  readonly turn: () => void;
}

function Whole({ draft, field, isReadOnly, turn, write }: PartProps) {
  const w = useWords(fieldWords);
  return (
    <>
      <p className="soft">{w.reminder}</p>
      {draft.visit.template.lines.map((line) => (
        <LineCard key={line.code} {...{ draft, line, write, isReadOnly }} />
      ))}
      <EndPart {...{ draft, field, write, isReadOnly }} />
      <nav className="steps">
        <button type="button" onClick={turn}>
          {w.oneByOne}
        </button>
      </nav>
    </>
  );
}

function OneByOne({ draft, field, isReadOnly, turn, write }: PartProps) {
  const w = useWords(fieldWords);
  const { lines } = draft.visit.template;
  const unanswered = lines.findIndex(({ code }) => draft.content.answers[code] === undefined);
  // Whoever comes back goes on where they stopped.
  const [at, setAt] = useState(unanswered < 0 ? lines.length : unanswered);
  const line = lines[at];
  const go = (to: number) => {
    setAt(to);
    window.scrollTo(0, 0);
  };
  return (
    <>
      {line && (
        <>
          <p className="soft">{w.lineOf(at + 1, lines.length)}</p>
          <LineCard key={line.code} {...{ draft, line, write, isReadOnly }} />
          {at === 0 && <p className="soft">{w.reminder}</p>}
        </>
      )}
      {!line && <EndPart {...{ draft, field, write, isReadOnly }} goTo={go} />}
      <nav className="steps">
        <button type="button" disabled={at === 0} onClick={() => go(at - 1)}>
          {w.previousLine}
        </button>
        <button type="button" onClick={turn}>
          {w.whole}
        </button>
        {line && (
          <button type="button" className="main" onClick={() => go(at + 1)}>
            {at + 1 < lines.length ? w.nextLine : w.toEnd}
          </button>
        )}
      </nav>
    </>
  );
}

const wholePlace = 'oneneedle.field.whole';

function readWhole(): boolean {
  try {
    return localStorage.getItem(wholePlace) === 'yes';
  } catch {
    return false;
  }
}

function keepWhole(isWhole: boolean): void {
  try {
    localStorage.setItem(wholePlace, isWhole ? 'yes' : 'no');
  } catch {
    // A browser that keeps nothing asks again the next time.
  }
}
