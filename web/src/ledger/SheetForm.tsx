/** The cells of a score sheet, saved row by row; what the server refuses stands at its cell. */

import { useMemo, useState } from 'react';
import { client, useSave, useSession } from '../api/index.ts';
import { DateField, Field } from '../forms/index.ts';
import { Button, SaveLine, useTown } from '../shell/index.ts';
import { EditableGrid, type Sheet, useSheet } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerFormWords } from '../words/ledger-forms.ts';
import { Findings } from './EntryDrawer.tsx';
import type { Finding, SheetReply, SheetRow } from './replies.ts';
import { columnOf, rowInput } from './sheet-rows.ts';
import { useRefresh } from './use-ledger.ts';
import { useSheetColumns } from './use-sheet-columns.ts';

export function SheetForm({ sheet: reply }: { sheet: SheetReply }) {
  const f = useWords(ledgerFormWords);
  const town = useTown();
  const { data: session } = useSession();
  const columns = useSheetColumns(reply);
  const { line, clause, period } = reply;
  const sheet = useSheet({
    draftKey: `${town}.${session?.userName ?? ''}.ledger.sheet.${line}.${clause.code}.${period}`,
    rows: reply.rows,
    rowKey: subjectOf,
    columns,
  });
  const [common, setCommon] = useState({ on: '', evidence: '' });
  const saving = useSaving(reply, sheet, common);
  const isPeriodical = ['measure', 'status', 'tally'].includes(reply.kinds[0]?.form ?? '');
  return (
    <>
      <p className="prose">
        {clause.code} {clause.text}
      </p>
      {!reply.mayWrite && <p className="ledger-notice">{f.readOnly}</p>}
      {reply.isSealed && <p className="ledger-notice">{f.sealed}</p>}
      {reply.mayWrite && (
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
      )}
      <EditableGrid
        label={f.sheetTitle}
        sheet={sheet}
        actions={
          reply.mayWrite && (
            <Button
              kind="main"
              disabled={saving.rows === 0 || saving.save.isBusy}
              onClick={saving.send}
            >
              {f.saveSheet(saving.rows)}
            </Button>
          )
        }
      />
      <SaveLine save={saving.save} />
      {saving.told !== '' && <p role="status">{saving.told}</p>}
      <Findings findings={saving.warnings} />
    </>
  );
}

function subjectOf({ subject }: SheetRow): string {
  return subject;
}

/** Sends the rows that were typed into, and brings back what became of each. */
function useSaving(
  reply: SheetReply,
  sheet: Sheet<SheetRow>,
  common: { on: string; evidence: string },
) {
  const f = useWords(ledgerFormWords);
  const town = useTown();
  const refresh = useRefresh();
  const [told, setTold] = useState('');
  const [warnings, setWarnings] = useState<readonly Finding[]>([]);
  const touched = useMemo(() => new Set(sheet.edits.map(({ row }) => row)), [sheet.edits]);
  const save = useSave(client.ledger.saveSheet, {
    onSaved: ({ saved, rows }) => {
      const good = new Set(rows.filter(({ isSaved }) => isSaved).map(({ subject }) => subject));
      sheet.saved(sheet.edits.filter(({ row }) => good.has(row)));
      const bad = rows.filter(({ isSaved }) => !isSaved);
      sheet.refused(
        bad.flatMap(({ subject, findings }) =>
          findings
            .filter(({ severity }) => severity === 'error')
            .map(({ field, sentence }) => ({ row: subject, column: columnOf(field), sentence })),
        ),
      );
      setTold([f.savedRows(saved), ...(bad.length > 0 ? [f.leftRows(bad.length)] : [])].join(''));
      setWarnings(
        rows
          .filter(({ isSaved }) => isSaved)
          .flatMap(({ findings }) => findings)
          .slice(0, 5),
      );
      refresh();
    },
  });
  const byId = new Map(sheet.columns.map((column) => [column.id, column]));
  const send = () => {
    setTold('');
    const rows = sheet.rows.filter(({ subject }) => touched.has(subject));
    const input = rows.map((row) => {
      const cell = (id: string) => {
        const column = byId.get(id);
        return column ? sheet.value(row, column) : '';
      };
      const own = rowInput(row, cell, reply);
      return {
        ...own,
        ...(own.on === undefined && common.on !== '' ? { on: common.on } : {}),
        ...(own.evidence.length === 0 && common.evidence.trim() !== ''
          ? { evidence: [common.evidence.trim()] }
          : {}),
      };
    });
    const { line, clause, period, kinds } = reply;
    const kind = kinds[0]?.kind ?? '';
    void save.run({ town, line, clause: clause.code, period, kind, rows: input });
  };
  return { save, send, told, warnings, rows: touched.size };
}
