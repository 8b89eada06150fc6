/** Lists that were kept by the first versions of the program are shown in today's shape. */

import { describe, expect, it } from 'vitest';
import { shownStandings } from './period-store.ts';

const list = { asOf: '2026-03-31', upTo: 9, decimals: 2, rows: [] };
const plain = { code: 'plain', name: '平原村' };
const hill = { code: 'hill', name: '山区村' };
const columns = [{ code: '1', name: '人居环境', full: '40' }];

describe('a list that was kept with every notice', () => {
  it('gives their number, and no full mark that might be of another group', () => {
    const notices = [{ code: 'fact-late' }, { code: 'fact-late' }];
    expect(shownStandings({ ...list, groups: [plain, hill], columns, notices })).toEqual({
      ...list,
      groups: [plain, hill],
      columns: [{ code: '1', name: '人居环境' }],
      noticeCount: 2,
    });
    expect(shownStandings({ ...list, groups: [plain], columns, notices }).columns).toEqual(columns);
  });

  it('is shown as it is when it was kept in the present shape', () => {
    const kept = { ...list, groups: [plain, hill], columns, noticeCount: 3 };
    expect(shownStandings(kept)).toEqual(kept);
  });
});
