import { describe, expect, it } from 'vitest';
import { assess } from '../../src/evaluate/assess.ts';
import { counterfactuals } from '../../src/explain/counterfactual.ts';
import type { Assess } from '../../src/explain/replay.ts';
import type { PeriodId } from '../../src/time/periods.ts';
import { bookOf, facts, firstQuarter, scheme } from './qinghe.ts';

const ask = (given: Parameters<typeof bookOf>[0] = {}, subject = 'dongxi') =>
  counterfactuals(bookOf(given), firstQuarter, assess, subject);
/** 西岗村 loses 1.75 in the example of the house: 40 − 1.75 = 38.25. */
const example = {
  facts: facts.replace('places: 3 }', 'places: "3.5" }'),
};

describe('counterfactuals', () => {
  it('tells what each deduction cost and what it would do to the gap: 38.25 − 37.5 = 0.75', () => {
    expect(ask(example).map((item) => item.sentence)).toEqual([
      '若没有发生“2月11日 2月暗访”所记的事（1.1），可少扣 2.500 分；与上一名西岗村（38.250）差 0.750 分，不扣则反超 1.750 分。',
      '若 R-17 于 3月9日前整改完成，可少扣 2.000 分；与上一名西岗村（38.250）差 0.750 分，整改后反超 1.250 分。',
    ]);
    expect(ask(example)[1]).toEqual({
      factId: '2',
      clause: '1.2',
      matter: 'R-17',
      supposed: 'putRight',
      dueOn: '2026-03-09',
      gainMilli: 2000,
      totalMilli: 39500,
      previous: {
        code: 'xigang',
        name: '西岗村',
        totalMilli: 38250,
        beforeMilli: 750,
        afterMilli: -1250,
      },
      alone: '若 R-17 于 3月9日前整改完成，可少扣 2.000 分。',
      sentence: expect.any(String),
    });
  });

  it('of a sealed period it says what would have been, in as many decimals as the list', () => {
    const seal = { line: 'qinghe-village-daily', edition: 1, atSeq: 99, printed: {} };
    const told = (period: PeriodId) => {
      const book = { ...bookOf(example), seals: [{ ...seal, period }] };
      const found = counterfactuals(book, firstQuarter, assess, 'dongxi', { decimals: 2 });
      return found.map(({ alone }) => alone);
    };
    expect(told('2026-Q1' as PeriodId)).toEqual([
      '若没有发生“2月11日 2月暗访”所记的事（1.1），当时本可少扣 2.50 分。',
      '若 R-17 于 3月9日前整改完成，当时本可少扣 2.00 分。',
    ]);
    expect(told('2025-Q4' as PeriodId)[0]).toMatch(/（1.1），可少扣 2.50 分。$/);
  });

  it('does not ask about bonuses, about reminders, or about other subjects', () => {
    expect(ask(example).map((item) => item.factId)).toEqual(['1', '2']);
    expect(ask(example, 'nobody')).toEqual([]);
  });

  it('with a kind of fact that proves it, only the doubling would have been saved: −2 → −1', () => {
    const withProof = scheme.replace('notDoneBy: due }', 'notDoneBy: due, done: rectified }');
    const [, second] = ask({ ...example, scheme: withProof });
    expect(second?.sentence).toBe(
      '若 R-17 于 3月9日前整改完成，可少扣 1.000 分；与上一名西岗村（38.250）差 0.750 分，整改后反超 0.250 分。',
    );
  });

  it('speaks of the lapse alone while no day was missed', () => {
    const notUrged = example.facts.replace('due: 2026-03-09', 'due: 2026-04-09');
    const second = ask({ facts: notUrged }).find((item) => item.factId === '2');
    expect(second).toMatchObject({ gainMilli: 1000 });
    expect(second).not.toHaveProperty('dueOn');
    expect(second?.sentence).toMatch(
      /^若没有发生“3月2日 到期复查”所记的事（1.2），可少扣 1.000 分/,
    );
  });

  it('says 追平 and 还差 as well, and only the gain for the first', () => {
    const level = facts.replace('places: 3 }', 'places: 1 }');
    expect(ask({ facts: level }).map((item) => item.sentence.split('，').at(-1))).toEqual([
      '不扣则反超 0.500 分。',
      '整改后追平。',
    ]);
    const far = facts.replace('places: 3 }', 'places: 0 }');
    expect(ask({ facts: far })[1]?.sentence).toMatch(/差 2.500 分，整改后还差 0.500 分。$/);
    expect(ask({}, 'xigang').map((item) => item.sentence)).toEqual([
      '若没有发生“2月12日 2月暗访”所记的事（1.1），可少扣 1.500 分。',
    ]);
  });

  it('compares within the group, or with all where the scheme ranks all', () => {
    expect(ask({}, 'nanling')[0]?.previous).toBeUndefined();
    const all = `${scheme}\nranking: { within: all }\n`;
    expect(ask({ scheme: all }, 'nanling')[0]?.previous?.name).toBe('西岗村');
  });

  it('leaves out a fact whose absence costs nothing: the floor had already stopped', () => {
    // 100 places are −50, held at the floor of 0; without the lapse the indicator is still 0
    const ruined = facts.replace('places: 5 }, matter: R-17', 'places: 100 }, matter: R-17');
    expect(ask({ facts: ruined }).map((item) => [item.factId, item.gainMilli])).toEqual([
      ['1', 38000],
    ]);
  });

  it('does not take a fact away from a rate: without it there is nothing to work out', () => {
    const measured = scheme.replace(
      'on: inspection.garbage\n        rule: { count: { of: places, delta: "-0.5" } }',
      'rule: { linear: { of: { measure: { kind: clean.rate } }, reference: "90", per: "1", delta: "-1", side: below } }',
    );
    const rated = `${facts}
- { id: "8", kind: clean.rate, form: measure, about: dongxi, on: 2026-03-25, values: { value: 85 } }`;
    const found = ask({ scheme: measured, facts: rated });
    expect(found.map((item) => item.factId)).toEqual(['2']);
  });

  describe('under a deadline: half a point when late and a tenth for every day, due on 20 March', () => {
    const late = (rule = 'due: { field: due }, late: "-0.5", perDay: "-0.1"') =>
      scheme.replace(
        'on: inspection.garbage\n        rule: { count: { of: places, delta: "-0.5" } }',
        `on: report\n        rule: { deadline: { ${rule} } }`,
      );
    const report = (done: string, more = 'note: 报表报送') =>
      `- { id: "8", kind: report, about: dongxi, on: 2026-03-31, values: { due: 2026-03-20, done: ${done} }, ${more} }`;
    const told = (given: Parameters<typeof bookOf>[0]) => ask(given).map((item) => item.sentence);

    it('eleven days late took 1.6: that is what being in time, and not silence, would have saved', () => {
      for (const done of ['2026-03-31', '否']) {
        expect(ask({ scheme: late(), facts: report(done) })).toMatchObject([
          { factId: '8', supposed: 'inTime', dueOn: '2026-03-20', gainMilli: 1600 },
        ]);
        expect(told({ scheme: late(), facts: report(done) })[0]).toMatch(
          /^若“报表报送”在 3月20日（期限）前办结（1.1），可少扣 1.600 分；.*，按期则追平。$/,
        );
      }
      expect(told({ scheme: late(), facts: report('2026-03-31', 'by: 周') })[0]).toMatch(
        /^若事实 8 所记的事在 3月20日（期限）前办结/,
      );
    });

    it('takes a day written in the rule, with the points for being in time: 1.6 + 1', () => {
      const rule = 'due: "03-20", onTime: "1", late: "-0.5", perDay: "-0.1"';
      expect(told({ scheme: late(rule), facts: report('2026-03-31') })[0]).toMatch(
        /，可多得 2.600 分/,
      );
    });
  });

  it('does not suppose away what is measured per fact: no figure is no better figure', () => {
    const measured = (rule: string) =>
      scheme.replace(
        'on: inspection.garbage\n        rule: { count: { of: places, delta: "-0.5" } }',
        `on: clean.rate\n        rule: ${rule}`,
      );
    const fact = (form: string) =>
      `- { id: "8", kind: clean.rate, form: ${form}, about: dongxi, on: 2026-03-25, values: { value: 85 } }`;
    const linear =
      '{ linear: { of: { field: value }, reference: "90", per: "1", delta: "-1", side: below } }';
    expect(
      assess(bookOf({ scheme: measured(linear), facts: fact('event') }), firstQuarter).subjects[0],
    ).toMatchObject({ totalMilli: 35000 });
    expect(ask({ scheme: measured(linear), facts: fact('event') })).toEqual([]);
    const count = '{ count: { delta: "-1" } }';
    expect(ask({ scheme: measured(count), facts: fact('measure') })).toEqual([]);
    expect(ask({ scheme: measured(count), facts: fact('event') })).toHaveLength(1);
  });

  it('asks the evaluator it is given, once for the whole and once for each fact', () => {
    const asked: (readonly string[])[] = [];
    const watched: Assess = (book, options) => {
      asked.push([...(options.without?.facts ?? [])]);
      return assess(book, options);
    };
    counterfactuals(
      bookOf(),
      { ...firstQuarter, without: { facts: new Set(['4']) } },
      watched,
      'dongxi',
    );
    expect(asked).toEqual([['4'], ['4', '1'], ['4', '2']]);
  });

  it('asks once about a fact that two clauses hear, and counts what both took', () => {
    const twice = scheme.replace(
      '  - code: "9"',
      `  - code: "2"
    name: 通报
    full: 10
    clauses: [ { code: "2.1", text: 每次扣3分, on: inspection.garbage, rule: { count: { delta: "-3" } }, separate: true } ]
  - code: "9"`,
    );
    const found = ask({ scheme: twice });
    expect(found.map((item) => [item.factId, item.clause, item.gainMilli])).toEqual([
      ['1', '2.1', 5500],
      ['2', '1.2', 2000],
    ]);
  });

  it('takes the day of rectification, also where the lapse was found after it', () => {
    const withProof = scheme.replace('notDoneBy: due }', 'notDoneBy: due, done: rectified }');
    const late = example.facts.replace('on: 2026-03-02, matter', 'on: 2026-03-20, matter');
    const [, second] = ask({ scheme: withProof, facts: late });
    expect(second).toMatchObject({ factId: '2', dueOn: '2026-03-09', gainMilli: 1000 });
  });

  it('compares with the nearest above, as both would stand', () => {
    // 东溪 37.5, 西岗 38.0, 南岭 39.0; without fact 1: 东溪 40.0, 西岗 41.0
    const base = assess(bookOf(), firstQuarter);
    const standing = (totals: Record<string, number>, state: 'scored' | 'missing' = 'scored') => ({
      ...base,
      subjects: base.subjects.map((item) => ({
        ...item,
        group: undefined,
        state: item.code === 'dongxi' ? item.state : state,
        totalMilli: totals[item.code] as typeof item.totalMilli,
      })),
    });
    const fake: Assess = (_, options) =>
      options.without?.facts?.has('1')
        ? standing({ dongxi: 40000, xigang: 41000, nanling: 39000 })
        : standing({ dongxi: 37500, xigang: 38000, nanling: 39000 });
    const [first, ...others] = counterfactuals(bookOf(), firstQuarter, fake, 'dongxi');
    expect(others).toEqual([]);
    expect(first?.previous).toMatchObject({ code: 'xigang', beforeMilli: 500, afterMilli: 1000 });
    expect(first?.sentence).toMatch(/差 0.500 分，不扣则还差 1.000 分。$/);
    const alone: Assess = () =>
      standing({ dongxi: 37500, xigang: 38000, nanling: 39000 }, 'missing');
    expect(counterfactuals(bookOf(), firstQuarter, alone, 'dongxi')).toEqual([]);
  });

  it('says nothing where the total would no longer be known', () => {
    const base = assess(bookOf(), firstQuarter);
    const fake: Assess = (_, options) => ({
      ...base,
      subjects: base.subjects.map((item) =>
        options.without
          ? { ...item, totalMilli: 40000 as typeof item.totalMilli, provisional: true }
          : item,
      ),
    });
    expect(counterfactuals(bookOf(), firstQuarter, fake, 'dongxi')).toEqual([]);
  });
});
