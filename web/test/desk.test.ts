import { describe, expect, it } from 'vitest';
import { type DeskLine, deskOrder } from '../src/desk/desk-order.ts';
import { linesOnPaper } from '../src/desk/paper-lines.ts';

function line(title: string, light: DeskLine['light'], days?: number): DeskLine {
  return {
    id: '00000000-0000-4000-8000-000000000000',
    room: 'ledger',
    kind: 'review',
    title,
    detail: '',
    why: '',
    contact: [],
    light,
    address: '/ledger',
    openedAt: '2026-04-10T02:00:00.000Z',
    ...(days === undefined ? {} : { days }),
  };
}

const rows = [
  line('没有期限', 'open'),
  line('超期', 'overdue', -2),
  line('今天', 'near', 0),
  // Due on a day of rest: the next workday is what counts.
  { ...line('顺延', 'near', 1), dueOn: '2026-10-04', movedTo: '2026-10-08' },
  line('后天', 'near', 2),
  line('下月', 'open', 26),
];

describe('the one list', () => {
  it('is time: past its day, due today, to come, without a day last', () => {
    const titles = (lines: readonly DeskLine[]) => lines.map(({ title }) => title);
    const { overdue, today, coming } = deskOrder(rows);
    expect(titles(overdue)).toEqual(['超期']);
    expect(titles(today)).toEqual(['今天']);
    expect(titles(coming)).toEqual(['顺延', '后天', '下月', '没有期限']);
  });

  it('is printed on one sheet: fewer lines where the sentences are long, the first ones always', () => {
    const many = Array.from({ length: 60 }, (_, at) => line(`第${at + 1}件`, 'open', at));
    const short = linesOnPaper(many);
    const long = linesOnPaper(many.map((row) => ({ ...row, title: '长'.repeat(80) })));
    expect(short.map(({ title }) => title).slice(0, 2)).toEqual(['第1件', '第2件']);
    expect(short).toHaveLength(34);
    expect(long).toHaveLength(10);
    expect(linesOnPaper(many.slice(0, 3))).toHaveLength(3);
  });
});
