/** One sheet whole: its head, each line with photos, what the village said, its course, and changing it. */

import { useState } from 'react';
import { useFormat } from '../../format/index.ts';
import { Button } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { sheetWords } from '../../words/sheets.ts';
import { ChangeForm } from './ChangeForm.tsx';
import { SheetCourse } from './SheetCourse.tsx';
import { SheetLines, Shots } from './SheetLines.tsx';
import { type Sheet, useStanding } from './sheet-words.ts';

export function SheetWhole({ sheet }: { sheet: Sheet }) {
  const w = useWords(sheetWords);
  const [isChanging, setChanging] = useState(false);
  const { isSpare, may, person, state } = sheet;
  const kind = isSpare ? w.spare : w.counts;
  return (
    <section className="sheet-whole" id={sheet.id}>
      <h2>{`${person.name} · ${kind}`}</h2>
      {isSpare && <p className="sheet-notice">{state === 'draft' ? w.spareDraft : w.spareWhy}</p>}
      <Head sheet={sheet} />
      <SheetLines sheet={sheet} />
      <Village sheet={sheet} />
      <Paper sheet={sheet} />
      <SheetCourse sheet={sheet} />
      {may.change && !isSpare && <Button onClick={() => setChanging(true)}>{w.change}</Button>}
      {!may.change && !isSpare && state === 'sent' && <p className="soft no-print">{w.mayNot}</p>}
      {isChanging && <ChangeForm sheet={sheet} onClose={() => setChanging(false)} />}
    </section>
  );
}

function Head({ sheet }: { sheet: Sheet }) {
  const w = useWords(sheetWords);
  const format = useFormat();
  const standing = useStanding();
  const { clockAhead, course, inspectors, plannedOn, sentAt, template } = sheet;
  const minutes = Math.round(Math.abs(clockAhead ?? 0) / 60);
  const sentFirst = course.findIndex(({ deed }) => deed === 'send');
  const isChanged = course.some(
    ({ answersBefore }, index) => answersBefore !== undefined && index > sentFirst,
  );
  const rows: readonly (readonly [string, string])[] = [
    [w.round, `${format.period(sheet.period)} ${sheet.mode === 'open' ? w.open : w.unannounced}`],
    [w.version, w.versionOf(template.name, template.version)],
    [w.day, plannedOn ? format.day(plannedOn) : w.noDay],
    [w.inspectors, inspectors.map(({ name }) => name).join('、')],
    [w.origin, useCame(sheet)],
    // The village is told of the sheet that counts alone.
    [w.standing, sheet.isSpare && sentAt ? w.sentSpare : standing(sheet)],
    ...(sentAt ? [[w.sentAt, format.moment(sentAt)] as const] : []),
    ...(clockAhead === undefined
      ? []
      : [[w.clock, clockAhead > 0 ? w.ahead(minutes) : w.behind(minutes)] as const]),
    ...(sentAt ? [[w.receipt, sheet.digest] as const] : []),
  ];
  return (
    <>
      <dl className="sheet-head">
        {rows.map(([head, text]) => (
          <div key={head}>
            <dt>{head}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {isChanged && <p className="soft">{w.changedSince}</p>}
    </>
  );
}

/** On which way it came, and by whom where that is somebody else than who was there. */
function useCame({ course, origin, person }: Sheet): string {
  const w = useWords(sheetWords);
  const sender = course.find(({ deed }) => deed === 'send')?.person;
  const isOther = sender !== undefined && sender.code !== person.code;
  return isOther ? w.by(w[origin], sender.name) : w[origin];
}

/** Nobody of the village is called to an unannounced visit. */
function Village({ sheet }: { sheet: Sheet }) {
  const w = useWords(sheetWords);
  if (sheet.mode !== 'open') return null;
  const signatures = {
    none: w.unsigned,
    signed: w.signed,
    paper: w.signedPaper,
    refused: w.refused,
  };
  return (
    <section>
      <h3>{w.village}</h3>
      <p>{`${w.statement}：${sheet.statement === '' ? w.noStatement : sheet.statement}`}</p>
      <p>
        {`${w.signature}：${signatures[sheet.signature]}`}
        <Shots photos={sheet.photos.filter(({ of }) => of === 'signature')} what={w.signature} />
      </p>
    </section>
  );
}

function Paper({ sheet }: { sheet: Sheet }) {
  const w = useWords(sheetWords);
  const photos = sheet.photos.filter(({ of }) => of === 'paper');
  if (photos.length === 0) return null;
  return (
    <section>
      <h3>{w.paperPhotos}</h3>
      <Shots photos={photos} what={w.paperPhotos} />
    </section>
  );
}
