/** The page of a village on paper, from an empty one to the fullest, as Chromium prints it. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VillagePageShown } from '@oneneedle/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { villageSheet } from '../src/home/index.ts';
import { pdfOfHtml, widthsOf } from './browser.ts';
import { newFolder } from './office.ts';
import { type PrintedPage, pagesOf } from './pages.ts';

const empty: VillagePageShown = {
  today: '2026-11-23',
  code: '东溪村',
  name: '东溪村',
  households: '660',
  hamlets: 7,
  chain: [
    { post: '挂点领导', names: ['顾远山'] },
    { post: '包村干部', names: ['祝桐', '邓楷'] },
    { post: '村党组织书记', names: ['陈广田'] },
  ],
  waiting: { all: 0, overdue: 0, rows: [] },
  results: [],
  objections: [],
};

const matter = (index: number): VillagePageShown['waiting']['rows'][number] => ({
  id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  title: `${'村口公示栏统一更换，和老粮站后墙根的垃圾一起清走，'.repeat(1 + (index % 2))}第 ${index} 件`,
  dueOn: '2026-12-11',
  light: 'open',
  ask: ['城建和自然资源办公室', '周砚'],
});

const moved = (index: number): VillagePageShown['results'][number]['moved'][number] => ({
  clause: `7.1.${index}`,
  value: '−1.500',
  milli: -1500,
  sentence:
    '扣 1.5 分：第三季度集体经济季度表 收入 18.15 万元、计划 27.5 万元、开支预算 3.1 万元（第 7.1.2 条，0.66 × 8 = 5.28），系统导出表，登记 康榕，复核 孙若。',
  factIds: ['D-1'],
});

/** A result with so many lines. */
const result = (lines: number): VillagePageShown['results'][number] => ({
  line: 'qinghe-village-daily',
  schemeName: '青禾镇村日常工作差异化考核办法',
  period: '2026-Q3',
  label: '2026年第三季度',
  edition: 1,
  total: '83.670',
  full: '100.000',
  rank: 6,
  ranked: 6,
  notes: ['等次 基本合格：得分 83.67 分，不低于 75 分且低于 85 分，评为基本合格'],
  receiptCode: '8JBS-38CJ-8Q3D-P262-HRXS',
  moved: Array.from({ length: lines }, (_, index) => moved(index)),
  objection: ['村在公示期（5 个工作日）内提出，口头、书面都可以，说明哪一条、哪件事即可。'],
  money: [
    '与结果挂钩的报酬：季度绩效（云组〔2026〕8号），按期发放；分档奖（云组〔2026〕9号），发放时间见报酬表。数额以审定的报酬表为准，每一笔都有算式。',
    '2026年第三季度季度绩效：10月20日审定，10月28日发放。',
    '2026年第三季度分档奖：10月20日审定，有缓发的；放行要由有权的机关决定。',
    '2026年第二季度季度绩效、分档奖：7月20日审定补差，10月28日发放。',
  ],
});

const objection = (index: number): VillagePageShown['objections'][number] => ({
  id: `00000000-0000-4000-9000-${String(index).padStart(12, '0')}`,
  no: `异议2026-${index}`,
  title: '2026年第三季度东溪村：第 7.1.2 条，−1.500 分',
  state: 'assigned',
  receivedOn: '2026-11-18',
  answerBy: '2026-11-27',
  isOverdue: false,
});

const cases: readonly [string, VillagePageShown, number][] = [
  ['empty', empty, 1],
  [
    'usual',
    {
      ...empty,
      waiting: { all: 6, overdue: 1, rows: [1, 2, 3, 4, 5, 6].map(matter) },
      results: [result(14)],
      objections: [objection(1)],
    },
    1,
  ],
  [
    'full',
    {
      ...empty,
      waiting: {
        all: 40,
        overdue: 9,
        rows: Array.from({ length: 12 }, (_, index) => matter(index)),
      },
      objections: [objection(1), objection(2), objection(3)],
      results: [result(30), { ...result(30), line: 'b' }, { ...result(30), line: 'c' }],
    },
    2,
  ],
];

describe.each(cases)('a village page that is %s', (name, page, count) => {
  let pages: readonly PrintedPage[] = [];
  let widths: [number, number][] = [];

  beforeAll(async () => {
    const path = join(newFolder(), `${name}.html`);
    writeFileSync(path, new Uint8Array(await villageSheet(page, '青禾镇').arrayBuffer()));
    pages = await pagesOf(await pdfOfHtml(path));
    widths = (await widthsOf([path], [390, 1280])).get(path) ?? [];
  });

  it('prints on as many sheets of A4 as it says, nothing off the paper', () => {
    expect(pages).toHaveLength(count);
    for (const { width, height, lines } of pages) {
      expect(width).toBeCloseTo(210, 0);
      expect(height).toBeCloseTo(297, 0);
      expect(
        lines.filter(({ left, right, bottom }) => left < 10 || right > 200 || bottom > 292),
      ).toEqual([]);
    }
    const foot = pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join('');
    expect(foot).toContain(`共 ${count} 页`);
  });

  it('needs no scrolling sideways on a telephone or a desk', () => {
    expect(widths.map(([shown, needed]) => needed <= shown)).toEqual([true, true]);
  });
});
