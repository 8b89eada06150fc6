/** A table of any number of rows and twenty columns, with everything a table can do. */

import { useMemo } from 'react';
import { pointsText, signedPointsText } from '../format/index.ts';
import { Drawer, Empty, Knot, Light, type LightState, Thread, useDrawer } from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';

interface Village {
  code: string;
  name: string;
  group: string;
  rank: number;
  parts: readonly number[];
  light: LightState;
}

const names = ['东溪村', '西岗村', '河口村', '石门坎彝族苗族自治示范村', '上坝', '李家湾村'];
const groups = ['平原村', '山区村', '城郊村'];
const lights: readonly LightState[] = ['normal', 'near', 'overdue', 'waiting', 'done'];
const matters = [
  '党建引领',
  '基层组织',
  '党员教育',
  '农村人居环境整治与生活垃圾分类收集转运处置',
  '河长制',
  '秸秆禁烧',
  '安全生产',
  '信访',
  '综治',
];

/** Rows made by a rule, so that every look at it is the same. */
export function TablePart({ rows: count }: { rows: number }) {
  const rows = useMemo(() => Array.from({ length: count }, (_, index) => village(index)), [count]);
  const drawer = useDrawer();
  const { open } = drawer;
  const columns = useMemo(() => columnsOf(open), [open]);
  const shown = rows.find(({ code }) => code === drawer.id);
  return (
    <>
      <DataTable
        name="gallery"
        label="各村得分"
        rows={rows}
        rowKey={keyOf}
        columns={columns}
        onOpen={({ code }) => open(code)}
        openKey={drawer.id}
        empty={<Empty what="本季度还没有得分。" why="第一件事实入账以后，这里就有了。" />}
      />
      {shown && (
        <Drawer title={`${shown.name} 得分的由来`} onClose={drawer.close}>
          <Tree village={shown} />
        </Drawer>
      )}
    </>
  );
}

function Tree({ village: { parts } }: { village: Village }) {
  return (
    <Thread label="得分的由来">
      <Knot
        title="总分"
        figure={pointsText(parts.reduce((sum, part) => sum + part, 0))}
        kind="today"
      >
        <Thread label="共同性考核">
          {matters.map((title, index) => (
            <Knot key={title} title={title} figure={signedPointsText(parts[index] ?? 0)}>
              3月6日（周五）检查发现河道边有垃圾堆放，照片 2 张。
            </Knot>
          ))}
        </Thread>
      </Knot>
    </Thread>
  );
}

function keyOf({ code }: Village): string {
  return code;
}

function village(index: number): Village {
  return {
    code: `v${index}`,
    name: `${names[index % names.length]}${index < names.length ? '' : `第${index}组`}`,
    group: groups[index % 3] ?? '',
    rank: ((index * 7919) % 5003) + 1,
    light: lights[index % 5] ?? 'normal',
    parts: Array.from({ length: 16 }, (_, part) => ((index * 7919 + part * 104729) % 20000) - 2000),
  };
}

function columnsOf(open: (code: string) => void): Column<Village>[] {
  return [
    { id: 'name', title: '村', width: 11, text: ({ name }) => name },
    { id: 'group', title: '类组', width: 6, filter: true, text: ({ group }) => group },
    { id: 'rank', title: '名次', width: 5, kind: 'number', text: ({ rank }) => String(rank) },
    {
      id: 'light',
      title: '整改',
      width: 10,
      text: ({ light }) => light,
      cell: ({ light }) => <Light state={light} days={light === 'near' ? 3 : undefined} />,
    },
    ...Array.from({ length: 16 }, (_, part): Column<Village> => {
      const group = part < 9 ? ['共同性考核', part < 3 ? '党的建设' : '乡村治理'] : ['差异化考核'];
      return {
        id: `part-${part}`,
        title: matters[part] ?? `指标${part + 1}`,
        unit: '分',
        group,
        kind: 'number',
        text: ({ parts, rank }) => (rank % 97 === 0 ? '缺材料' : pointsText(parts[part] ?? 0)),
        open: part === 0 ? ({ code }) => open(code) : undefined,
        total: 'sum',
        optional: part === 15,
      };
    }),
  ];
}
