/** A sheet of twenty villages and every type of cell, saved into nothing. */

import { useState } from 'react';
import { Button } from '../shell/index.ts';
import { EditableGrid, type SheetColumn, useSheet } from '../table/index.ts';

interface Line {
  code: string;
  values: Record<string, string>;
}

const villages = ['东溪村', '西岗村', '河口村', '石门坎彝族苗族自治示范村', '上坝', '李家湾村'];

const columns: readonly SheetColumn<Line>[] = [
  {
    id: 'name',
    title: '村',
    type: 'fixed',
    width: 11,
    value: ({ values }) => values.name ?? '',
  },
  {
    id: 'points',
    title: '扣分',
    unit: '分',
    type: 'number',
    kind: 'number',
    group: ['环境整治'],
    value: ({ values }) => values.points ?? '',
    check: (value) => (value.length > 4 ? '扣分不能超过四位，请核对。' : undefined),
    locked: ({ code }) =>
      code === 'v4' ? '本月已封存，不能再改；确需更正的请走更正。' : undefined,
  },
  {
    id: 'day',
    title: '检查日期',
    type: 'date',
    group: ['环境整治'],
    value: ({ values }) => values.day ?? '',
  },
  {
    id: 'done',
    title: '已整改',
    type: 'choice',
    choices: ['是', '否'],
    width: 6,
    value: ({ values }) => values.done ?? '',
  },
  {
    id: 'note',
    title: '说明',
    type: 'text',
    width: 20,
    value: ({ values }) => values.note ?? '',
  },
];

/** Saving takes what is right; the row 上坝 is sealed. */
export function SheetPart() {
  const [rows, setRows] = useState<readonly Line[]>(() =>
    Array.from({ length: 20 }, (_, index) => ({
      code: `v${index}`,
      values: { name: villages[index] ?? `第${index + 1}村`, points: String(index), done: '是' },
    })),
  );
  const sheet = useSheet({ draftKey: 'gallery', rows, rowKey: keyOf, columns });
  const save = () => {
    const good = sheet.edits.filter((edit) => !sheet.faulty.includes(edit));
    setRows((before) =>
      before.map((line) => ({
        ...line,
        values: {
          ...line.values,
          ...Object.fromEntries(
            good.filter(({ row }) => row === line.code).map(({ column, value }) => [column, value]),
          ),
        },
      })),
    );
    sheet.saved(good);
  };
  return (
    <EditableGrid
      label="环境整治扣分"
      sheet={sheet}
      actions={
        <Button kind="main" disabled={sheet.edits.length === 0} onClick={save}>
          存下
        </Button>
      }
    />
  );
}

function keyOf({ code }: Line): string {
  return code;
}
