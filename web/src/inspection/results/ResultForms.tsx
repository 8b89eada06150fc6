/** Deeds on a result: telling it, confirming it or objecting, settling what was objected. */

import { useState } from 'react';
import { client } from '../../api/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { resultWords } from '../../words/results.ts';
import { Lines, Pick } from '../../work/WorkFields.tsx';
import { InspectionModal } from '../InspectionModal.tsx';
import type { ResultData } from '../replies.ts';
import { isWrongAnswer, soundAnswer } from './result-words.ts';

interface ResultFormProps {
  data: ResultData;
  onClose(): void;
}

export function TellForm({ data: { row }, onClose }: ResultFormProps) {
  const w = useWords(resultWords);
  const town = useTown();
  return (
    <InspectionModal
      title={w.tell}
      says={w.tellSays}
      action={w.tell}
      call={client.results.tell}
      input={{ town, sheetId: row.id, version: row.version }}
      onClose={onClose}
    />
  );
}

type How = 'telephone' | 'inPerson' | 'paper';

export function AnswerForm({
  data: { row },
  says,
  onClose,
}: ResultFormProps & { says: 'confirm' | 'object' }) {
  const w = useWords(resultWords);
  const town = useTown();
  const [note, setNote] = useState('');
  const [how, setHow] = useState<How>('telephone');
  const isBehalf = row.may.answer === 'behalf';
  const isWhole = says === 'confirm' || note.trim().length > 1;
  return (
    <InspectionModal
      title={says === 'confirm' ? w.confirm : w.object}
      says={says === 'confirm' ? w.confirmSays : w.objectSays}
      action={says === 'confirm' ? w.confirm : w.object}
      call={client.results.answer}
      input={
        isWhole
          ? {
              town,
              sheetId: row.id,
              version: row.version,
              says,
              note,
              ...(isBehalf ? { how } : {}),
            }
          : undefined
      }
      onClose={onClose}
    >
      {isBehalf && (
        <Pick<How>
          label={w.how}
          options={[
            ['telephone', w.telephone],
            ['inPerson', w.inPerson],
            ['paper', w.paper],
          ]}
          value={how}
          onChange={setHow}
        />
      )}
      <Lines label={w.note} value={note} onChange={setNote} required={says === 'object'} />
    </InspectionModal>
  );
}

export function SettleForm({ data: { row, sheet }, onClose }: ResultFormProps) {
  const w = useWords(resultWords);
  const town = useTown();
  const [note, setNote] = useState('');
  const [unfounded, setUnfounded] = useState<readonly string[]>([]);
  const wrong = sheet.template.lines.flatMap((line) => {
    const answer = sheet.answers[line.code];
    return answer && isWrongAnswer(line, answer) ? [{ line, answer }] : [];
  });
  const cleared = wrong.filter(({ line }) => unfounded.includes(line.code));
  const answers = {
    ...sheet.answers,
    ...Object.fromEntries(
      cleared.map(({ line, answer }) => [line.code, soundAnswer(line, answer)]),
    ),
  };
  const toggle = (code: string) =>
    setUnfounded((old) =>
      old.includes(code) ? old.filter((one) => one !== code) : [...old, code],
    );
  return (
    <InspectionModal
      title={w.settle}
      says={w.settleSays}
      action={w.settle}
      call={client.results.settle}
      input={
        note.trim().length > 1
          ? {
              town,
              sheetId: row.id,
              version: row.version,
              note,
              ...(cleared.length > 0 ? { answers } : {}),
            }
          : undefined
      }
      onClose={onClose}
    >
      {wrong.map(({ line }) => (
        <label key={line.code} className="result-tick">
          <input
            type="checkbox"
            checked={unfounded.includes(line.code)}
            onChange={() => toggle(line.code)}
          />
          {w.unfounded(line.group)}
        </label>
      ))}
      <Lines label={w.reason} value={note} onChange={setNote} required />
    </InspectionModal>
  );
}
