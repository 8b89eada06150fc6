/** What was sent is changed by another person of the office, with a reason. */

import { faultsIn, missingIn, type SheetAnswers } from '@oneneedle/kernel';
import { useEffect, useState } from 'react';
import { client } from '../../api/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { sheetWords } from '../../words/sheets.ts';
import { Line } from '../../work/WorkFields.tsx';
import { InspectionModal } from '../InspectionModal.tsx';
import { AnswerRows } from './AnswerRows.tsx';
import type { Sheet } from './sheet-words.ts';
import type { Typed } from './typed-answers.ts';

interface Change {
  readonly answers: SheetAnswers;
  readonly note: string;
}

export function ChangeForm({ sheet, onClose }: { sheet: Sheet; onClose(): void }) {
  const w = useWords(sheetWords);
  const town = useTown();
  const [change, setChange, forget] = useKeptChange(sheet);
  const { lines } = sheet.template;
  const content: Typed = { answers: change.answers, photos: sheet.photos };
  const faults = new Set(faultsIn(lines, change.answers).map(({ line }) => line));
  const left = missingIn(lines, content).filter(({ what }) => what !== 'photo');
  const isWhole = faults.size === 0 && left.length === 0 && change.note.trim().length > 1;
  return (
    <InspectionModal
      title={w.changeTitle}
      says={w.changeSays}
      action={w.change}
      wide
      call={client.sheets.change}
      input={
        isWhole
          ? {
              town,
              sheetId: sheet.id,
              version: sheet.version,
              answers: change.answers as Sheet['answers'],
              note: change.note,
            }
          : undefined
      }
      onDone={forget}
      onClose={onClose}
    >
      <AnswerRows<Typed>
        lines={lines}
        content={content}
        write={(written) =>
          setChange((old) => ({ ...old, answers: written(toContent(old)).answers }))
        }
        faults={faults}
      />
      <Line
        label={w.reason}
        value={change.note}
        onChange={(note) => setChange((old) => ({ ...old, note }))}
        required
      />
    </InspectionModal>
  );

  function toContent({ answers }: Change): Typed {
    return { answers, photos: sheet.photos };
  }
}

/** What is typed stays in this browser until it is saved; another writing of the sheet begins anew. */
function useKeptChange({ answers, id, version }: Sheet) {
  const place = `oneneedle.draft.sheet.${id}.${version}`;
  const [change, setChange] = useState<Change>(() => read(place) ?? { answers, note: '' });
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    try {
      if (isOver) localStorage.removeItem(place);
      else localStorage.setItem(place, JSON.stringify(change));
    } catch {
      // A full or closed store: what is typed stays on the page.
    }
  }, [place, change, isOver]);
  return [change, setChange, () => setOver(true)] as const;
}

function read(place: string): Change | undefined {
  try {
    return (JSON.parse(localStorage.getItem(place) ?? 'null') as Change | null) ?? undefined;
  } catch {
    return undefined;
  }
}
