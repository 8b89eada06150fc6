import { describe, expect, it } from 'vitest';
import { changesWithin } from '../src/assessment/changes-within.ts';
import { groupedNotices, noticeWord } from '../src/assessment/notice-kinds.ts';
import { byLine, countsOf, knotOf, nextOf, stepsFrom } from '../src/assessment/period-steps.ts';
import { placeFrom, searchOf } from '../src/assessment/place.ts';
import { cellsInOrder, dutiesOf, noticesOnly, obstacleCount } from '../src/assessment/readiness.ts';
import type {
  EmptyCell,
  Line,
  Obstacle,
  Part,
  Period,
  Standing,
  TriedSubject,
} from '../src/assessment/replies.ts';
import { clauseName, mostChangedFirst, movesOf } from '../src/assessment/sandbox.ts';
import {
  fullText,
  inOrder,
  meanText,
  partText,
  progressOf,
  totalText,
} from '../src/assessment/standings-rows.ts';
import {
  allPaths,
  clauseOf,
  codesIn,
  isQuiet,
  openAtFirst,
  placeOfFact,
  placesOf,
  placesOfFact,
  stateOf,
  sumText,
  toldAndQuiet,
  wayTo,
} from '../src/assessment/tree.ts';
import { assessmentWords } from '../src/words/assessment.ts';
import { readinessWords } from '../src/words/readiness.ts';

const zh = assessmentWords.zh;

function period(change: Partial<Period>): Period {
  return {
    line: 'daily',
    schemeName: '村日常工作考核办法',
    schemeVersion: '2026.1',
    period: '2026-Q1',
    label: '2026年第一季度',
    from: '2026-01-01',
    to: '2026-03-31',
    state: 'open',
    ...change,
  };
}

describe('how far a period has come', () => {
  it.each([
    ['2025-12-31', { kind: 'coming' }, 'coming'],
    ['2026-01-01', { kind: 'running', days: 89 }, 'today'],
    ['2026-03-31', { kind: 'running', days: 0 }, 'today'],
    ['2026-04-02', { kind: 'over', days: 2 }, 'today'],
  ] as const)('an open one on %s', (today, next, knot) => {
    expect(nextOf(period({}), today)).toEqual(next);
    expect(knotOf(nextOf(period({}), today))).toBe(knot);
  });

  it('a sealed one is past, whatever the day', () => {
    expect(knotOf(nextOf(period({ state: 'sealed' }), '2026-02-01'))).toBe('past');
  });

  it('moves one step at a time; the seal is no step, and nothing leads back from it', () => {
    expect(stepsFrom('open')).toEqual({ forward: 'scoring' });
    expect(stepsFrom('scoring')).toEqual({ forward: 'checking', back: 'open' });
    expect(stepsFrom('checking')).toEqual({ back: 'scoring' });
    expect(stepsFrom('sealed')).toEqual({});
  });

  it('stands by scheme line, the latest period first, and is counted by where it stands', () => {
    const rows = [
      period({ state: 'sealed' }),
      period({ period: '2026-Q2', from: '2026-04-01', to: '2026-06-30', state: 'checking' }),
      period({ line: 'staff', period: '2026', to: '2026-12-31' }),
    ];
    expect(
      byLine(rows).map(({ line, periods }) => [line, ...periods.map((one) => one.period)]),
    ).toEqual([
      ['daily', '2026-Q2', '2026-Q1'],
      ['staff', '2026'],
    ]);
    expect(countsOf(rows, '2026-07-10')).toEqual({ running: 1, waiting: 1, sealed: 1 });
  });
});

function standing(code: string, milli: number, change: Partial<Standing> = {}): Standing {
  const points = (value: number) => ({ milli: value, text: (value / 1000).toFixed(2) });
  return {
    code,
    name: code,
    total: points(milli),
    full: points(100_000),
    state: 'scored',
    isProvisional: false,
    isTied: false,
    parts: [],
    ...change,
  };
}

describe('the list', () => {
  it('stands by group as the scheme orders them, best first, without a rank last', () => {
    const rows = [
      standing('乙', 90_000, { group: 'hill', rank: 1 }),
      standing('丁', 99_000, { group: 'plain', isProvisional: true }),
      standing('甲', 80_000, { group: 'plain', rank: 2 }),
      standing('丙', 95_000, { group: 'plain', rank: 1 }),
    ];
    const groups = [
      { code: 'plain', name: '平原村' },
      { code: 'hill', name: '山区村' },
    ];
    expect(inOrder({ rows, groups }).map(({ code }) => code)).toEqual(['丙', '甲', '丁', '乙']);
  });

  it('names the full mark of all, of each group in their order, or of the chosen group', () => {
    const groups = [
      { code: 'plain', name: '平原村' },
      { code: 'hill', name: '山区村' },
      { code: 'suburb', name: '城郊村' },
    ];
    const fullByGroup = { plain: '40', hill: '30' };
    expect(fullText({ full: '12' }, groups)).toBe('12');
    expect(fullText({ fullByGroup }, groups)).toBe('40／30／—');
    expect(fullText({ fullByGroup }, groups, '山区村')).toBe('30');
    expect(fullText({ fullByGroup }, groups, '城郊村')).toBe('');
    expect(fullText({}, groups)).toBe('');
  });

  it('counts what is settled, provisional, missing and away', () => {
    const rows = [
      standing('甲', 1),
      standing('乙', 1, { isProvisional: true }),
      standing('丙', 1, { state: 'missing' }),
      standing('丁', 0, { notAssessed: '撤并' }),
    ];
    expect(progressOf(rows)).toEqual({
      subjects: 4,
      settled: 1,
      provisional: 2,
      missing: 1,
      away: 1,
    });
  });

  it('marks a provisional total, and gives none to who is not assessed', () => {
    expect(totalText(standing('甲', 83_290), zh)).toBe('83.29');
    expect(totalText(standing('甲', 83_290, { isProvisional: true }), zh)).toBe('83.29 暂');
    expect(totalText(standing('甲', 0, { notAssessed: '撤并' }), zh)).toBe('—');
  });

  it.each([
    ['scored', 24_250, '24.250'],
    ['notDue', 0, '未到期'],
    ['notDue', 4_000, '4.000 未到期'],
    ['notApplicable', 0, '不适用'],
    ['missing', 0, '0.000 缺材料'],
    ['zeroed', 0, '0.000 记零'],
  ] as const)('a part that is %s says which kind of empty it is', (state, milli, text) => {
    const part: Part = { code: '1', milli, text: (milli / 1000).toFixed(3), state };
    expect(partText(part, standing('甲', 0), zh)).toBe(text);
  });

  it('takes the mean of settled totals exactly, halves away from zero', () => {
    const total = ({ total: { milli } }: Standing) => milli;
    expect(meanText([standing('甲', 1), standing('乙', 2)], total, 3)).toBe('0.002');
    expect(meanText([standing('甲', -1), standing('乙', -2)], total, 3)).toBe('-0.002');
    expect(meanText([standing('甲', 90_000), standing('乙', 80_010)], total, 2)).toBe('85.01');
    expect(
      meanText([standing('甲', 90_000), standing('乙', 1, { isProvisional: true })], total, 2),
    ).toBe('90.00');
    expect(meanText([], total, 2)).toBe('');
  });
});

function line(change: Partial<Line>): Line {
  return {
    kind: 'clause',
    code: '',
    label: '',
    value: '0.000',
    milli: 0,
    sum: '',
    reason: '',
    state: '',
    struck: false,
    facts: [],
    children: [],
    ...change,
  };
}

const entry = (milli: number, value: string) =>
  line({
    kind: 'entry',
    milli,
    value,
    facts: [{ id: 'D-1', sentence: '', evidence: [], files: [] }],
  });
const garbage = line({
  code: '1.1',
  value: '−1.500',
  milli: -1500,
  children: [entry(-500, '−0.500'), entry(-1000, '−1.000')],
});
const burning = line({ code: '1.4' });
const notDue = line({ code: '1.5', state: '未到期' });
const environment = line({
  kind: 'node',
  code: '1',
  label: '人居环境',
  value: '38.500',
  milli: 38_500,
  sum: '满分 40.000 − 1.500',
  children: [garbage, burning, notDue],
});
const untouched = line({
  kind: 'node',
  code: '2',
  value: '12.000',
  milli: 12_000,
  sum: '满分 12.000',
  children: [line({ code: '2.1' })],
});
const root = line({
  kind: 'total',
  label: '考核得分',
  value: '50.500',
  milli: 50_500,
  children: [environment, untouched],
});

describe('the tree', () => {
  it('has sums that a pencil can follow', () => {
    expect(sumText(root, 3)).toBe('38.500 + 12.000 = 50.500');
    expect(sumText(environment, 3)).toBe('满分 40.000 − 1.500 = 38.500');
    expect(sumText(garbage, 3)).toBe('−0.500 − 1.000 = −1.500');
  });

  it('says a sum of one term once', () => {
    expect(sumText(untouched, 3)).toBe('满分 12.000');
    expect(sumText(line({ milli: -500, children: [entry(-500, '−0.500')] }), 3)).toBe('');
  });

  it('adds a weight to what it weighs: 92 at 40% and 80 at 60% are 36.8 and 48', () => {
    const node = (milli: number) => line({ kind: 'node', milli });
    const weight = (milli: number) => line({ kind: 'weight', milli });
    const total = line({
      value: '84.800',
      children: [node(92_000), weight(-55_200), node(80_000), weight(-32_000)],
    });
    expect(sumText(total, 3)).toBe('36.800 + 48.000 = 84.800');
  });

  it('tells what somebody recorded, and puts the quiet lines into one sentence', () => {
    const { told, quiet } = toldAndQuiet(environment);
    expect(told.map(({ code }) => code)).toEqual(['1.1', '1.5']);
    expect(quiet.map(({ code }) => code)).toEqual(['1.4']);
    expect(isQuiet(untouched)).toBe(false);
    expect(isQuiet(line({ struck: true }))).toBe(false);
  });

  it('opens what gave or took points, and always what it begins with', () => {
    expect([...openAtFirst(root)].sort()).toEqual(['0', '0.0', '0.0.0', '0.0.0.0', '0.0.0.1']);
    expect([...openAtFirst(untouched)]).toEqual(['0']);
  });

  it('can be unfolded where something is below; the facts of an entry are told with it', () => {
    expect([...allPaths(root)].sort()).toEqual(['0', '0.0', '0.0.0', '0.1']);
  });

  it('knows the state behind its word, and the decimals of a printed number', () => {
    expect(stateOf('缺材料')).toBe('missing');
    expect(stateOf('')).toBeUndefined();
    expect(['83.911', '−2.50', '7'].map(placesOf)).toEqual([3, 2, 0]);
  });
});

describe('the levels of a number', () => {
  it('has a way from the total to each node and clause, and none to what is not there', () => {
    expect(wayTo(root, '1.1').map(({ label, code }) => label || code)).toEqual([
      '考核得分',
      '人居环境',
      '1.1',
    ]);
    expect(wayTo(root, '9.9')).toEqual([]);
    expect(wayTo(root, '')).toEqual([]);
  });

  it('finds a fact under the clause that is named, else under the first that rests on it', () => {
    const twice = line({ code: '2.2', facts: entry(0, '0.000').facts });
    const both = { ...root, children: [environment, twice] };
    expect(placesOfFact(both, 'D-1')).toHaveLength(3);
    expect(clauseOf(placeOfFact(both, 'D-1', '2.2')?.way ?? [])).toBe('2.2');
    expect(clauseOf(placeOfFact(both, 'D-1')?.way ?? [])).toBe('1.1');
    expect(placeOfFact(both, 'D-9')).toBeUndefined();
  });

  it('has the changes of its own numbers alone, and they add up to its change', () => {
    const row = (code: string, changeMilli: number) => ({
      code,
      label: '',
      sentence: '',
      changeMilli,
    });
    const rows = [row('1.1', -1500), row('1', -250), row('2.1', 2000)];
    const changes = { beforeLabel: '上季', change: { milli: 250, text: '+0.250' }, rows };
    const own = changesWithin(changes, codesIn(environment));
    expect(own.rows.map(({ code }) => code)).toEqual(['1.1', '1']);
    expect(own.change).toEqual({ milli: -1750, text: '−1.750' });
    expect(changesWithin({ beforeLabel: '', rows: [] }, codesIn(root))).not.toHaveProperty(
      'change',
    );
  });

  it('has an address that is read back, and leaves nothing of another level', () => {
    expect(placeFrom({ code: '1.1', fact: 'D-1', sort: '-total' })).toEqual({
      code: '1.1',
      fact: 'D-1',
      about: undefined,
    });
    expect(placeFrom({ about: 'rank' }).about).toBe('rank');
    expect(placeFrom({ about: 'anything' }).about).toBeUndefined();
    expect(searchOf({ code: '' })).toEqual({ code: undefined, fact: undefined, about: undefined });
  });
});

const obstacle = (change: Partial<Obstacle>): Obstacle => ({
  code: 'no-evidence',
  sentence: '有事实没有佐证。',
  factIds: [],
  ...change,
});

describe('readiness', () => {
  const readiness = {
    obstacles: [
      obstacle({ owner: '城建办', factIds: ['D-7'] }),
      obstacle({ code: 'unchecked', sentence: '有条款没有签。' }),
      obstacle({ code: 'material-missing', sentence: '缺材料。' }),
      obstacle({ code: 'already-sealed', sentence: '已封存。' }),
    ],
    unsigned: [
      { office: '城建办', clauses: ['1.1', '1.3'] },
      { office: '党建办', clauses: ['2.1'] },
    ],
    waiting: [
      { office: '城建办', drafts: 2, reviewed: 1 },
      { office: '经济办', drafts: 0, reviewed: 0 },
    ],
  };

  it('puts every matter with the office that can settle it, and tells each once', () => {
    expect(
      dutiesOf(readiness).map(({ office, unsigned, waiting, obstacles, count }) => [
        office,
        unsigned.length,
        waiting?.drafts ?? 0,
        obstacles.map(({ code }) => code),
        count,
      ]),
    ).toEqual([
      ['', 0, 0, ['material-missing'], 1],
      ['城建办', 2, 2, ['no-evidence'], 6],
      ['党建办', 1, 0, [], 1],
    ]);
  });

  it('keeps a missing signature as a sentence where no clause is named for it', () => {
    const [town] = dutiesOf({ ...readiness, unsigned: [] });
    expect(town?.obstacles.map(({ code }) => code)).toEqual(['unchecked', 'material-missing']);
  });

  it('counts what the seal waits for; entries on their way are not among them', () => {
    expect(obstacleCount(readiness)).toBe(5);
  });

  it('tells a notice that keeps the period from the seal as an obstacle only', () => {
    const unsealed = obstacle({ code: 'earlier-unsealed', sentence: '前期未封存。请先封存。' });
    const notices = [
      obstacle({ code: 'preview-unsealed', sentence: '前期未封存。' }),
      obstacle({ code: 'fact-late', sentence: '晚记。' }),
    ];
    expect(noticesOnly({ notices, obstacles: [unsealed] }).map(({ code }) => code)).toEqual([
      'fact-late',
    ]);
  });

  it('shows cells for want of material first', () => {
    const cell = (state: EmptyCell['state'], code: string): EmptyCell => ({
      subject: '甲',
      name: '甲',
      code,
      factIds: [],
      label: '',
      state,
      reason: '',
    });
    const cells = [
      cell('notDue', '1'),
      cell('missing', '2'),
      cell('zeroed', '3'),
      cell('missing', '4'),
    ];
    expect(cellsInOrder(cells).map(({ code }) => code)).toEqual(['2', '4', '3', '1']);
  });

  it('names the kinds of notices, and does not hide one that it does not know', () => {
    expect(readinessWords.zh[noticeWord('no-evidence')]).toBe('没有佐证');
    expect(readinessWords.zh[noticeWord('brand-new')]).toBe('其他');
    expect(noticeWord('constructor')).toBe('noticeOther');
    const codes = ['fact-after-as-of', 'quota-tie', 'fact-after-as-of', 'fact-late'];
    expect(groupedNotices(codes.map((code) => ({ code })))).toEqual([
      { word: 'factLate', notices: [{ code: 'fact-late' }] },
      { word: 'quotaTie', notices: [{ code: 'quota-tie' }] },
      { word: 'factAfter', notices: [{ code: 'fact-after-as-of' }, { code: 'fact-after-as-of' }] },
    ]);
  });

  it('stands once by kind, also where two codes have one word', () => {
    const codes = ['fact-past-span', 'fact-late'];
    expect(groupedNotices(codes.map((code) => ({ code })))).toEqual([
      { word: 'factLate', notices: [{ code: 'fact-past-span' }, { code: 'fact-late' }] },
    ]);
  });
});

describe('a trial', () => {
  const tried = (code: string, milli: number, ranksUp?: number): TriedSubject => ({
    code,
    name: code,
    change: { milli, text: String(milli) },
    contributions: [],
    ...(ranksUp === undefined ? {} : { ranksUp }),
  });

  it('counts who rises, falls and stays, and shows the largest change first', () => {
    const rows = [
      tried('甲', 500, 1),
      tried('乙', -2000, -2),
      tried('丙', 0, 0),
      tried('丁', -500),
    ];
    expect(movesOf({ rows })).toEqual({ up: 1, down: 1, same: 1 });
    expect(mostChangedFirst(rows).map(({ code }) => code)).toEqual(['乙', '丁', '甲', '丙']);
  });

  it('names a clause once', () => {
    expect(clauseName({ code: '1.1', label: '条款 1.1' })).toBe('条款 1.1');
    expect(clauseName({ code: '1.1', label: '垃圾积存' })).toBe('1.1 垃圾积存');
    expect(clauseName({ code: '', label: '补差' })).toBe('补差');
  });

  it('says what a clause and an indicator are, not only their numbers', () => {
    const text = '每处扣0.5分。';
    expect(clauseName({ code: '1.1', label: '条款 1.1', text })).toBe('1.1 每处扣0.5分。');
    expect(clauseName({ code: '1', label: '指标 1 满分', text: '人居环境' })).toBe(
      '指标 1 满分 人居环境',
    );
  });
});
