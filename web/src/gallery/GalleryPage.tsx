import { useMemo } from 'react';
import { pointsText } from '../format/index.ts';
import { Drawer, Frame, Page, useDrawer } from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';

interface Row {
  code: string;
  name: string;
  group: string;
  parts: number[];
}
export function GalleryPage() {
  const rows = useMemo(
    () =>
      Array.from(
        { length: 5000 },
        (_, i): Row => ({
          code: `v${i}`,
          name: `东溪村${i}组`,
          group: ['平原村', '山区村', '城郊村'][i % 3] ?? '',
          parts: Array.from({ length: 18 }, (_, k) => ((i * 7919 + k * 104729) % 20000) - 2000),
        }),
      ),
    [],
  );
  const drawer = useDrawer();
  const columns = useMemo<Column<Row>[]>(
    () => [
      { id: 'name', title: '村', text: (r) => r.name, width: 12 },
      { id: 'group', title: '类组', text: (r) => r.group, filter: true, width: 6 },
      ...Array.from(
        { length: 18 },
        (_, k): Column<Row> => ({
          id: `p${k}`,
          title: `指标${k + 1}`,
          unit: '分',
          kind: 'number',
          group:
            k < 6
              ? ['共同性考核', '党的建设']
              : k < 12
                ? ['共同性考核', '乡村治理']
                : ['差异化考核'],
          text: (r) => pointsText(r.parts[k] ?? 0),
          total: 'sum',
        }),
      ),
    ],
    [],
  );
  return (
    <Frame townName="青禾镇" period="2026年第一季度" personName="周明" onSignOut={() => {}}>
      <Page title="得分名次" state="20 个村已打分 17 个，缺 3 个，11月5日（周四）前应完成。">
        <DataTable
          name="gallery"
          label="得分"
          rows={rows}
          rowKey={(r) => r.code}
          columns={columns}
          onOpen={(r) => drawer.open(r.code)}
          openKey={drawer.id}
        />
        {drawer.id && (
          <Drawer title={drawer.id} onClose={drawer.close}>
            …
          </Drawer>
        )}
      </Page>
    </Frame>
  );
}
