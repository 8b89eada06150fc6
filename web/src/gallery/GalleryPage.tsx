/** Every building block in every state, for those who write pages. Served while developing only. */

import { useMemo } from 'react';
import { Button, Frame, Page, useAddress } from '../shell/index.ts';
import { BlocksPart } from './BlocksPart.tsx';
import { SheetPart } from './SheetPart.tsx';
import { TablePart } from './TablePart.tsx';

const parts = { blocks: '状态与版式', table: '5,000 行表', sheet: '可填的表' };

/** `?part=table&rows=5000`, `?part=sheet`, `?part=blocks`. */
export function GalleryPage() {
  const { search, change } = useAddress();
  const part = search.part ?? 'blocks';
  const sources = useMemo(
    () => [
      {
        name: '单位',
        find: (text: string) =>
          ['东溪村', '西岗村', '河口村']
            .filter((title) => title.includes(text))
            .map((title) => ({ title, kind: '村', address: `/gallery?part=table&q=${title}` })),
      },
    ],
    [],
  );
  return (
    <Frame
      townName="青禾镇"
      period="2026年第一季度"
      personName="周明"
      sources={sources}
      onSignOut={() => window.location.assign('/sign-in')}
      notice={search.notice}
    >
      <Page
        title="样张"
        state="20 个村已打分 17 个，缺 3 个，11月5日（周四）前应完成。"
        filters={Object.entries(parts).map(([id, name]) => (
          <Button
            key={id}
            kind={id === part ? 'main' : 'plain'}
            aria-pressed={id === part}
            onClick={() => change({ part: id }, 'push')}
          >
            {name}
          </Button>
        ))}
      >
        {part === 'table' && <TablePart rows={Number(search.rows ?? 5000)} />}
        {part === 'sheet' && <SheetPart />}
        {part === 'blocks' && <BlocksPart />}
      </Page>
    </Frame>
  );
}
