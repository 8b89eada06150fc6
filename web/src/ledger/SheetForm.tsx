/** The cells of a score sheet that several fill in; rows are sent for review from what all typed. */

import { useCallback, useMemo, useState } from 'react';
import { client, useSave, useSession } from '../api/index.ts';
import { DateField, Field } from '../forms/index.ts';
import { Button, Loading, SaveLine, useTown } from '../shell/index.ts';
import { headText, type SheetColumn, SheetGrid } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerFormWords } from '../words/ledger-forms.ts';
import { sharedSheetWords } from '../words/shared-sheet.ts';
import { Findings } from './EntryDrawer.tsx';
import type { Finding, SheetReply, SheetRow } from './replies.ts';
import { SharedLine } from './SharedLine.tsx';
import { SheetConflicts } from './SheetConflicts.tsx';
import { columnOf } from './sheet-rows.ts';
import { useRefresh } from './use-ledger.ts';
import { type SharedCells, useSharedSheet } from './use-shared-sheet.ts';
import { useSheetColumns } from './use-sheet-columns.ts';

export function SheetForm({ sheet }: { sheet: SheetReply }) {
  const f = useWords(ledgerFormWords);
  const { data: session } = useSession();
  // Whoever typed stays the one who typed when the session ends; only another person takes the place.
  const [userName, setUserName] = useState(session?.userName);
  if (session && session.userName !== userName) setUserName(session.userName);
  if (userName === undefined) return <Loading what={f.sheetTitle} />;
  return <SharedForm key={userName} {...{ reply: sheet, userName }} />;
}

interface Common {
  on: string;
  evidence: string;
}

function SharedForm({ reply, userName }: { reply: SheetReply; userName: string }) {
  const f = useWords(ledgerFormWords);
  const { clause, mayWrite } = reply;
  const columns = useSheetColumns(reply);
  const sheet = useSharedSheet(reply, { columns, userName });
  const [common, setCommon] = useState<Common>({ on: '', evidence: '' });
  const sending = useSending(reply, sheet, { common, userName });
  const { shared } = sheet;
  const stand = useCallback(
    ({ subject }: SheetRow, { id }: SheetColumn<SheetRow>) => shared.stand({ subject, column: id }),
    [shared],
  );
  return (
    <>
      <p className="prose">
        {clause.code} {clause.text}
      </p>
      {!mayWrite && <p className="ledger-notice">{f.readOnly}</p>}
      {reply.isSealed && <p className="ledger-notice">{f.sealed}</p>}
      {mayWrite && <CommonFields {...{ reply, common, setCommon }} />}
      <SheetConflicts sheet={sheet} />
      <Others sheet={sheet} />
      <SheetGrid
        label={f.sheetTitle}
        sheet={sheet}
        mark={useOtherMarks(sheet)}
        onStand={stand}
        line={(selection) => (
          <SharedLine {...{ sheet, selection }} actions={mayWrite && <SendButton {...sending} />} />
        )}
      />
      <SaveLine save={sending.save} />
      {sending.told !== '' && <p role="status">{sending.told}</p>}
      <Findings findings={sending.warnings} />
    </>
  );
}

interface CommonFieldsProps {
  reply: SheetReply;
  common: Common;
  setCommon(common: Common): void;
}

function CommonFields({ reply, common, setCommon }: CommonFieldsProps) {
  const f = useWords(ledgerFormWords);
  const isPeriodical = ['measure', 'status', 'tally'].includes(reply.kinds[0]?.form ?? '');
  return (
    <div className="page-filters no-print">
      {!isPeriodical && (
        <DateField
          label={f.commonDay}
          value={common.on}
          onChange={(on) => setCommon({ ...common, on })}
          min={reply.from}
          max={reply.to}
        />
      )}
      <Field label={f.commonEvidence}>
        {(parts) => (
          <input
            {...parts}
            maxLength={200}
            value={common.evidence}
            onChange={({ target }) => setCommon({ ...common, evidence: target.value })}
          />
        )}
      </Field>
    </div>
  );
}

/** Who else is on the sheet, and at which cell, in words. */
function Others({ sheet: { view, rows, columns } }: { sheet: SharedCells }) {
  const w = useWords(sharedSheetWords);
  const people = view.others.map(({ name, at }) => {
    const row = rows.find(({ subject }) => subject === at?.subject);
    const column = columns.find(({ id }) => id === at?.column);
    return row && column ? w.otherAt(name, row.name, headText(column)) : name;
  });
  return <p className="soft no-print">{people.length === 0 ? w.alone : w.others(people)}</p>;
}

/** Cells where others stand, and cells that others typed. */
function useOtherMarks({ view: { others, cells } }: SharedCells) {
  return useMemo(() => {
    const places = new Set(others.map(({ at }) => (at ? `${at.subject} ${at.column}` : '')));
    const typed = new Set(
      [...cells.known.values()]
        .filter(({ isPending, isMine }) => isPending && !isMine)
        .map(({ subject, column }) => `${subject} ${column}`),
    );
    return ({ subject }: SheetRow, { id }: SheetColumn<SheetRow>) => {
      const place = `${subject} ${id}`;
      return [places.has(place) && 'cell-visited', typed.has(place) && 'cell-of-other']
        .filter(Boolean)
        .join(' ');
    };
  }, [others, cells]);
}

function SendButton({ rows, why, send, save }: ReturnType<typeof useSending>) {
  const w = useWords(sharedSheetWords);
  return (
    <>
      {why !== '' && <span className="soft">{why}</span>}
      <Button kind="main" disabled={rows === 0 || why !== '' || save.isBusy} onClick={send}>
        {w.send(rows)}
      </Button>
    </>
  );
}

/** Sends the rows that anybody typed into, and brings back what became of each. */
function useSending(
  reply: SheetReply,
  sheet: SharedCells,
  { common, userName }: { common: Common; userName: string },
) {
  const w = useWords(sharedSheetWords);
  const town = useTown();
  const refresh = useRefresh();
  const [told, setTold] = useState('');
  const [warnings, setWarnings] = useState<readonly Finding[]>([]);
  const own = [...sheet.view.cells.own.values()];
  const subjects = reply.rows
    .map(({ subject }) => subject)
    .filter((subject) => sheet.pending.has(subject));
  const save = useSave(client.ledger.sendSheet, {
    onSaved: ({ saved, rows }) => {
      const bad = rows.filter(({ isSaved }) => !isSaved);
      sheet.refused(
        bad.flatMap(({ subject, findings }) =>
          findings
            .filter(({ severity }) => severity === 'error')
            .map(({ field, sentence }) => ({ subject, column: columnOf(field), sentence })),
        ),
      );
      setTold([w.sent(saved), ...(bad.length > 0 ? [w.left(bad.length)] : [])].join(''));
      const good = rows.filter(({ isSaved }) => isSaved);
      setWarnings(good.flatMap(({ findings }) => findings).slice(0, 5));
      sheet.shared.hurry();
      refresh();
    },
  });
  const send = () => {
    setTold('');
    const { line, clause, period } = reply;
    const [on, evidence] = [common.on, common.evidence.trim()];
    void save.run({
      ...{ town, line, clause: clause.code, period, userName, subjects },
      revision: sheet.view.revision,
      ...(on === '' ? {} : { on }),
      ...(evidence === '' ? {} : { evidence }),
    });
  };
  const why = own.some(({ theirs }) => theirs) ? w.sendChoose : own.length > 0 ? w.sendWaits : '';
  return { save, send, told, warnings, rows: subjects.length, why };
}
