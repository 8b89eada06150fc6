import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalTitle } from '../../src/burden/alike.ts';
import type { DemandContext, DemandDraft, EarlierDemand } from '../../src/burden/demand.ts';
import { afterwardsFindings, demandFindings } from '../../src/burden/findings.ts';
import { calendarCN } from '../../src/time/calendar-cn.ts';
import { isoDate } from '../../src/time/dates.ts';

const draft: DemandDraft = {
  kind: 'form',
  title: '关于报送2026年汛期危房排查情况的通知',
  office: '城建办',
  units: ['东溪村', '河口村'],
  purpose: '安排汛前加固',
  basis: '青政办〔2026〕8号',
  dutyEntry: '协助-3',
  dataAsked: ['危房户数'],
  sentAt: { on: isoDate('2026-03-05'), clock: '09:00' },
  dueOn: isoDate('2026-03-12'),
  answers: { canLookUp: false, askedLately: false, canWait: false },
};

const context: DemandContext = {
  calendar: calendarCN,
  dutyEntries: [
    { code: '协助-3', title: '协助做好危旧房屋排查', list: 'assist', offices: ['城建办'] },
    { code: '自治-1', title: '管好村内公共卫生', list: 'own', offices: [] },
    { code: '不应-2', title: '安全生产行政执法', list: 'barred', offices: [] },
    { code: '旧', title: '停用', list: 'own', offices: [], to: isoDate('2026-02-28') },
  ],
  known: [],
  earlier: [],
  nameOf: (code) => code,
};

const earlier: EarlierDemand = {
  id: 'd1',
  title: '农户信息摸底',
  office: '农业农村办',
  units: ['河口村', '茶山村'],
  dutyEntry: '自治-1',
  dataAsked: ['危房 户数', '人口'],
  sentOn: isoDate('2026-02-20'),
};

function found(change: Partial<DemandDraft>, more: Partial<DemandContext> = {}) {
  return demandFindings({ ...draft, ...change }, { ...context, ...more });
}

const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code);

describe('the burden gate', () => {
  it('lets through what has basis, purpose, entry, time and answers', () => {
    expect(found({})).toEqual([]);
  });

  it('stops what has none of them, each at its field', () => {
    const findings = found({
      basis: ' ',
      purpose: '',
      dutyEntry: undefined,
      dueOn: isoDate('2026-03-05'),
      answers: {},
    });
    expect(findings.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'noBasis basis',
      'noPurpose purpose',
      'outsideDutyList dutyEntry',
      'shortNotice dueOn',
      'questionUnanswered answers',
      'questionUnanswered answers',
      'questionUnanswered answers',
    ]);
    expect(findings.every(({ stops }) => stops)).toBe(true);
  });

  it('asks nothing of what asks nothing of villages', () => {
    expect(found({ units: [], basis: '', purpose: '', answers: {} })).toEqual([]);
  });

  it.each([
    ['不存在', '没有编号“不存在”'],
    ['不应-2', '列在不应由村承担的事项里'],
    ['旧', '不在执行期内'],
  ])('stops the entry %s', (dutyEntry, words) => {
    expect(found({ dutyEntry })).toMatchObject([{ code: 'outsideDutyList', stops: true }]);
    expect(found({ dutyEntry })[0]?.sentence).toContain(words);
  });

  it('stops an office that does not own the entry, and leaves entries of every office', () => {
    expect(found({ office: '农业农村办' })[0]?.sentence).toContain('由城建办负责');
    expect(found({ office: '农业农村办', dutyEntry: '自治-1' })).toEqual([]);
  });

  it('takes a yes to a question at its word', () => {
    const findings = found({ answers: { ...draft.answers, canLookUp: true } });
    expect(findings).toMatchObject([{ code: 'answerStops', stops: true, field: 'answers' }]);
    expect(findings[0]?.sentence).toContain('请自己查');
  });
});

describe('what the town knows', () => {
  const known = (unit: string, asOf: string) => ({
    unit,
    name: '危房户数',
    value: '12',
    measure: '户',
    asOf: isoDate(asOf),
    source: '城建办台账',
  });

  it('is locked where it is known, and stops where nothing else is asked', () => {
    const some = found({}, { known: [known('东溪村', '2026-01-31')] });
    expect(some).toMatchObject([{ code: 'knownAlready', stops: false }]);
    expect(some[0]?.sentence).toContain('东溪村的数镇里已有（城建办台账，2026-01-31）');
    const all = [known('东溪村', '2026-01-31'), known('河口村', '2026-01-31')];
    expect(found({}, { known: all }).map(({ stops }) => stops)).toEqual([false, true]);
    expect(codes(found({ dataAsked: ['危房户数', '人口'] }, { known: all }))).toEqual([
      'knownAlready',
    ]);
  });

  it('may be asked again after a year, and is unknown before its day', () => {
    const on = isoDate('2026-03-05');
    const sentAt = { on, clock: '09:00' };
    expect(found({ sentAt }, { known: [known('东溪村', '2025-03-03')] })).toEqual([]);
    expect(codes(found({ sentAt }, { known: [known('东溪村', '2025-03-04')] }))).toEqual([
      'knownAlready',
    ]);
    expect(found({ sentAt }, { known: [known('东溪村', '2026-03-06')] })).toEqual([]);
  });
});

describe('duplicates', () => {
  it('of another office are told with whom, when and why', () => {
    const [finding] = found({}, { earlier: [earlier] });
    expect(finding).toMatchObject({ code: 'duplicateOfOther', stops: true, demand: 'd1' });
    expect(finding?.sentence).toBe(
      '农业农村办 2月20日已向河口村下发“农户信息摸底”，要的是同样的数（危房户数）。请与该部门合成一件，村里只答一次；确需再问的，请领导写明理由。',
    );
  });

  it('are told by the same title or the same entry as well', () => {
    const none = { ...earlier, dataAsked: [] };
    const title = { ...none, title: '请各村报送汛期危房排查情况', dutyEntry: undefined };
    expect(found({}, { earlier: [title] })[0]?.sentence).toContain('事由相同');
    const entry = { ...none, dutyEntry: '协助-3', office: '城建办' };
    expect(found({}, { earlier: [entry] })).toMatchObject([{ code: 'duplicate' }]);
    expect(found({}, { earlier: [{ ...none, dutyEntry: undefined }] })).toEqual([]);
  });

  it('are not made by a figure that is locked: it is not asked again', () => {
    const figure = { name: '人口', value: '1460', measure: '人', asOf: isoDate('2026-01-31') };
    const known = [{ ...figure, unit: '河口村', source: '统计台账' }];
    const dataAsked = ['人口', '危房间数'];
    expect(codes(found({ dataAsked }, { earlier: [earlier] }))).toEqual(['duplicateOfOther']);
    expect(codes(found({ dataAsked }, { earlier: [earlier], known }))).toEqual(['knownAlready']);
  });

  it('end after 30 days and at the border of the villages', () => {
    expect(found({}, { earlier: [{ ...earlier, sentOn: isoDate('2026-02-03') }] })).toHaveLength(1);
    expect(found({}, { earlier: [{ ...earlier, sentOn: isoDate('2026-02-02') }] })).toEqual([]);
    expect(found({}, { earlier: [{ ...earlier, units: ['茶山村'] }] })).toEqual([]);
  });

  it('do not depend on the order of what was sent', () => {
    const many = fc.array(
      fc.record({
        id: fc.uuid(),
        office: fc.constantFrom('城建办', '农业农村办'),
        day: fc.integer({ min: 1, max: 28 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(many, fc.nat(), (rows, seed) => {
        const list = rows.map(({ id, office, day }) => ({
          ...earlier,
          id,
          office,
          sentOn: isoDate(`2026-02-${String(day).padStart(2, '0')}`),
        }));
        const turned = [...list.slice(seed % 8), ...list.slice(0, seed % 8)];
        expect(found({}, { earlier: turned })).toEqual(found({}, { earlier: list }));
      }),
    );
  });

  it('reads titles without habit', () => {
    expect(normalTitle('关于开展2026年3月 人居环境整治工作的通知')).toBe(
      normalTitle('（紧急）人居环境整治'),
    );
    expect(normalTitle('关于报送生猪存栏数的通知')).not.toBe(
      normalTitle('关于报送生猪出栏数的通知'),
    );
  });
});

describe('what is booked afterwards', () => {
  it('is stopped by nothing and says only what can be told', () => {
    const booked = { ...draft, basis: '', purpose: '', dutyEntry: undefined, answers: {} };
    expect(afterwardsFindings(booked, context)).toEqual([]);
    const late = { ...booked, dueOn: isoDate('2026-03-05'), dutyEntry: '不应-2' };
    const findings = afterwardsFindings(late, { ...context, earlier: [earlier] });
    expect(codes(findings)).toEqual(['duplicateOfOther', 'outsideDutyList', 'shortNotice']);
    expect(findings.some(({ stops }) => stops)).toBe(false);
  });
});
