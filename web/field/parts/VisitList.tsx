/** The visits that name whoever is here, each with its sheets on this device; it works without a network. */

import type { FieldVisit } from '@oneneedle/contract';
import { usePreferences } from '../../src/shell/preferences.ts';
import { useWords } from '../../src/words/catalogue.ts';
import { dayText, momentText, subjectText } from '../answers.ts';
import { type Draft, newDraft, stepOf } from '../draft.ts';
import { newId } from '../network.ts';
import { opensOffline } from '../start-worker.ts';
import { addDraft } from '../store.ts';
import type { Field } from '../use-field.ts';
import { fieldWords } from '../words.ts';
import { DeviceDetails } from './DeviceDetails.tsx';

export function VisitList({ field }: { readonly field: Field }) {
  const w = useWords(fieldWords);
  const { language } = usePreferences();
  const { drafts, known } = field;
  const visits = known?.work?.visits ?? [];
  const listed = new Set(visits.map(({ id }) => id));
  // A visit that the town lists no more is shown as long as there is a sheet of it here.
  const gone = drafts.filter(({ visit }) => !listed.has(visit.id));
  const past = [...new Map(gone.map(({ visit }) => [visit.id, visit])).values()];
  return (
    <>
      <h1>{w.title}</h1>
      {known && (
        <p className="soft">
          {known.townName} {known.work?.me.name ?? known.userName}
          {field.isReading && known.work ? ` · ${w.reading}` : ''}
          {!field.isReading && known.readAt
            ? ` · ${w.readAt(momentText(known.readAt, language))}`
            : ''}
        </p>
      )}
      {!opensOffline() && <p className="notice">{w.insecure}</p>}
      <ClockNote field={field} />
      {!known?.work && field.isReading && <p className="soft">{w.reading}</p>}
      {!known?.work && !field.isReading && field.gate === 'open' && <p>{w.neverRead}</p>}
      {known?.work && visits.length === 0 && <p>{w.noVisits}</p>}
      {[...visits, ...past].map((visit) => (
        <VisitCard
          key={visit.id}
          visit={visit}
          field={field}
          drafts={drafts.filter((draft) => draft.visit.id === visit.id)}
        />
      ))}
      {/* Below the list, which would push it down when it comes. */}
      {(known?.work || !field.isReading) && <DeviceDetails field={field} />}
    </>
  );
}

interface CardProps {
  readonly visit: FieldVisit;
  readonly field: Field;
  readonly drafts: readonly Draft[];
}

function VisitCard({ visit, field, drafts }: CardProps) {
  const w = useWords(fieldWords);
  const { language } = usePreferences();
  const other = visit.sheets.find(({ isMine }) => !isMine);
  const isTeam = visit.template.sheets === 'team';
  return (
    <section className="card" data-visit={visit.id}>
      <h2>{subjectText(visit, w)}</h2>
      <p>
        {visit.template.name} · {visit.mode === 'open' ? w.open : w.unannounced}
        {visit.plannedOn ? ` · ${w.plannedOn(dayText(visit.plannedOn, language))}` : ''}
      </p>
      <p className="soft">{w.inspectors(visit.inspectors.map(({ name }) => name).join('、'))}</p>
      {visit.places.length > 0 && <p className="soft">{w.places(visit.places.join('、'))}</p>}
      {visit.households.length > 0 && (
        <p className="soft">{w.households(visit.households.join('、'))}</p>
      )}
      {other && isTeam && <p className="notice">{w.others(other.person.name)}</p>}
      {drafts.map((draft) => (
        <DraftRow key={draft.id} draft={draft} />
      ))}
      {drafts.length === 0 && <Begin visit={visit} field={field} />}
    </section>
  );
}

function DraftRow({ draft }: { readonly draft: Draft }) {
  const w = useWords(fieldWords);
  const { language } = usePreferences();
  const step = stepOf(draft);
  const all = draft.visit.template.lines.length;
  const done = draft.visit.template.lines.filter(({ code }) => draft.content.answers[code]).length;
  return (
    <div className="sheet-row">
      <p>
        <b>{w.step(step)}</b> · {w.answered(done, all)}
      </p>
      {draft.receipt && (
        <p className="soft">{w.sentAt(momentText(draft.receipt.sentAt, language))}</p>
      )}
      <a className="button main" href={`#/${draft.id}`}>
        {step === 'sent' ? w.look : w.goOn}
      </a>
    </div>
  );
}

function Begin({ visit, field }: Omit<CardProps, 'drafts'>) {
  const w = useWords(fieldWords);
  const { known } = field;
  const begin = async () => {
    if (!known?.work) return;
    const draft = newDraft(visit, {
      id: newId(),
      town: known.town,
      account: known.userName,
      person: known.work.me.person,
      origin: 'field',
      changedAt: new Date().toISOString(),
    });
    await addDraft(draft);
    window.location.hash = `#/${draft.id}`;
  };
  return (
    <button type="button" className="main" onClick={() => void begin()}>
      {w.begin}
    </button>
  );
}

/** A clock that is wrong does no harm here, but the photos carry its time. */
function ClockNote({ field: { known } }: { readonly field: Field }) {
  const w = useWords(fieldWords);
  if (!known?.work || !known.readAt) return null;
  const off = Math.round((Date.parse(known.readAt) - Date.parse(known.work.serverNow)) / 60_000);
  return Math.abs(off) > 10 ? <p className="notice">{w.clockWrong(Math.abs(off))}</p> : null;
}
