/** Before sending: what is missing, the village's word on an open visit, sending, and the file. */

import { missingIn, type SheetContent, type SheetSignature } from '@oneneedle/kernel';
import { useWords } from '../../src/words/catalogue.ts';
import { subjectText } from '../answers.ts';
import { type Draft, stepOf } from '../draft.ts';
import { fileOf } from '../sheet-file.ts';
import { askBackground } from '../start-worker.ts';
import { dropDraft, keeper } from '../store.ts';
import type { Field } from '../use-field.ts';
import type { Write } from '../use-sheet.ts';
import { fieldWords } from '../words.ts';
import { Choice } from './AnswerField.tsx';
import { Photos } from './Photos.tsx';
import { SignaturePad } from './SignaturePad.tsx';
import { TextField } from './TextField.tsx';

interface EndProps {
  readonly draft: Draft;
  readonly field: Field;
  readonly write: Write;
  readonly isReadOnly: boolean;
  /** Shows the line of that place in the sheet, where one is shown at a time. */
  readonly goTo?: (at: number) => void;
}

export function EndPart(props: EndProps) {
  const w = useWords(fieldWords);
  const { draft, isReadOnly, write } = props;
  return (
    <section className="end">
      <h2>{w.endTitle}</h2>
      <MissingList {...props} />
      {draft.visit.mode === 'open' ? <Village {...props} /> : <p>{w.unannouncedEnd}</p>}
      {draft.origin !== 'field' && (
        <>
          <p>{w.paperPhoto}</p>
          <Photos {...{ draft, write, isReadOnly }} of={{ of: 'paper' }} what={w.paperPhoto} />
        </>
      )}
      <Sending {...props} />
    </section>
  );
}

function MissingList({ draft, goTo }: EndProps) {
  const w = useWords(fieldWords);
  const { lines } = draft.visit.template;
  const missing = missingIn(lines, draft.content);
  const of = (what: string) => missing.filter((one) => one.what === what).map(({ line }) => line);
  const named = [
    [w.missingAnswers, of('answer')],
    [w.missingReasons, of('reason')],
    [w.missingPhotos, of('photo')],
  ] as const;
  if (missing.length === 0) return <p>{w.allAnswered}</p>;
  return named.map(([words, codes]) =>
    codes.length === 0 ? null : (
      <div key={words(0)} className="notice">
        <p>{words(codes.length)}</p>
        <ul>
          {codes.map((code) => {
            const at = lines.findIndex((line) => line.code === code);
            const name = `${at + 1} ${lines[at]?.group ?? code}`;
            return (
              <li key={code}>
                {goTo ? (
                  <button type="button" className="quiet" onClick={() => goTo(at)}>
                    {name}
                  </button>
                ) : (
                  name
                )}
              </li>
            );
          })}
        </ul>
      </div>
    ),
  );
}

const signatures: readonly SheetSignature[] = ['none', 'signed', 'paper', 'refused'];

/** A drawing is kept only as long as it is the signature. */
function signedBy(content: SheetContent, signature: SheetSignature): SheetContent {
  const photos = content.photos.filter(({ of }) => of !== 'signature' || signature === 'signed');
  return { ...content, signature, photos };
}

/** On an open visit the representative reads the result on the spot; nobody must sign. */
function Village({ draft, isReadOnly, write }: EndProps) {
  const w = useWords(fieldWords);
  const { content } = draft;
  return (
    <div className="village">
      <h2>{w.villageTitle}</h2>
      <p>{w.villageHint}</p>
      <TextField
        label={w.statement}
        value={content.statement}
        rows={3}
        most={2000}
        isReadOnly={isReadOnly}
        onText={(statement) => void write((one) => ({ ...one, statement }))}
      />
      <fieldset>
        <legend>{w.signature}</legend>
        <div className="choices column">
          {signatures.map((signature) => (
            <Choice
              key={signature}
              isChosen={content.signature === signature}
              isReadOnly={isReadOnly}
              onChoose={() => void write((one) => signedBy(one, signature))}
            >
              {w.signatures(signature)}
            </Choice>
          ))}
        </div>
      </fieldset>
      {content.signature === 'signed' && <SignaturePad {...{ draft, write, isReadOnly }} />}
    </div>
  );
}

function Sending({ draft, field, isReadOnly, write: _ }: EndProps) {
  const w = useWords(fieldWords);
  const step = stepOf(draft);
  const send = async () => {
    await keeper.change(draft.id, ({ trouble: __, ...one }) => ({ ...one, wantsSend: true }));
    // Whoever closes the page now is not asked to open it again.
    void askBackground();
    await field.sendAll();
  };
  const stop = () => void keeper.change(draft.id, (one) => ({ ...one, wantsSend: false }));
  const save = async () => {
    const file = await fileOf(draft);
    if (!file) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  const drop = async () => {
    if (step !== 'sent' && !window.confirm(w.dropDraftSure(subjectText(draft.visit, w)))) return;
    window.location.hash = '#/';
    await dropDraft(draft.id);
  };
  const isWaiting = step === 'waiting';
  const lacks = missingIn(draft.visit.template.lines, draft.content);
  const isWhole = lacks.every(({ what }) => what === 'photo');
  return (
    <div className="sending">
      {!isReadOnly && !isWaiting && (
        <>
          <button type="button" className="main" disabled={!isWhole} onClick={() => void send()}>
            {step === 'trouble' ? w.tryAgain : w.send}
          </button>
          <p className="soft">{w.sendHint}</p>
        </>
      )}
      {isWaiting && (
        <>
          <p role="status">{field.moving?.sheet === draft.id ? w.sending : w.step('waiting')}</p>
          <button type="button" onClick={stop}>
            {w.stopSending}
          </button>
        </>
      )}
      {step !== 'sent' && (
        <>
          <button type="button" onClick={() => void save()}>
            {w.saveFile}
          </button>
          <p className="soft">{w.saveFileHint}</p>
        </>
      )}
      <button type="button" className="quiet" onClick={() => void drop()}>
        {step === 'sent' ? w.dropSent : w.dropDraft}
      </button>
    </div>
  );
}
