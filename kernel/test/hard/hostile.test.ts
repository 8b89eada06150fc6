/**
 * Hostile or careless input: refused in a sentence or worked out rightly, never a crash. What would
 * hang runs into the runner's own limit; no test measures time.
 */

import { describe, expect, test } from 'vitest';
import { readFacts, readRoster, readSeals } from '../../src/book/read.ts';
import { assess } from '../../src/evaluate/assess.ts';
import { payOf } from '../../src/evaluate/settle.ts';
import { parseExact } from '../../src/number/rational.ts';
import { readScheme, readYaml } from '../../src/scheme/read.ts';
import { bookOf, milli, row, state, type Town, work } from './town.ts';

const node = (clause: string) => `{ code: "1", name: 指标, full: 60, clauses: [ ${clause} ] }`;
const inherited = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];
const readers = { readYaml, readScheme, readFacts, readRoster, readSeals };

describe('names that every object already has', () => {
  test.each(inherited)('the label %s in a choice is refused, the cell is 缺材料', (label) => {
    const tree = node(
      '{ code: "1.1", text: 按级, on: k, rule: { choice: { by: level, options: { 县: "1" } } } }',
    );
    const result = work({
      tree,
      facts: row('f1', 'k', 'A', '2026-01-05', `values: { level: ${label} }`),
    });
    expect([milli(result, 'A', '1'), state(result, 'A', '1')]).toEqual([60000, 'missing']);
  });

  test.each(inherited)('the label %s in weights is refused', (label) => {
    const tree = node(
      '{ code: "1.1", text: 折算, on: k, rule: { count: { delta: "-1", weights: { by: w, factors: { 重: "2" } } } } }',
    );
    const result = work({
      tree,
      facts: row('f1', 'k', 'A', '2026-01-05', `values: { w: ${label} }`),
    });
    expect(state(result, 'A', '1')).toBe('missing');
  });

  test.each(inherited)('a field named %s that the fact lacks is lacking: one place, −1', (name) => {
    const tree = node(
      `{ code: "1.1", text: 处数, on: k, rule: { count: { delta: "-1", of: ${name} } } }`,
    );
    const result = work({ tree, facts: row('f1', 'k', 'A', '2026-01-05') });
    expect(milli(result, 'A', '1')).toBe(59000);
  });

  test.each(inherited)(
    'a measure of the field %s is missing, and the field itself is read',
    (name) => {
      const tree = node(
        `{ code: "1.1", text: 比率, rule: { ratio: { of: { measure: { kind: k, field: ${name} } }, times: "-2" } } }`,
      );
      const without = work({ tree, facts: row('f1', 'k', 'A', '2026-01-05') });
      expect(state(without, 'A', '1')).toBe('missing');
      const having = work({
        tree,
        facts: row('f1', 'k', 'A', '2026-01-05', `values: { ${name}: 3 }`),
      });
      expect(milli(having, 'A', '1')).toBe(54000);
    },
  );

  test.each(inherited)('the role %s has the factor of every other role', (role) => {
    const roster = `
persons: [ { code: p1, name: 甲, class: 村委会成员 } ]
units: [ { code: A, name: 东溪村 } ]
posts: [ { person: p1, unit: A, role: ${role}, from: 2020-01-01 } ]`;
    const tree = node(
      '{ code: "1.1", text: 扣分, on: k, charge: { holders: { 书记: "3", "*": "2" } }, rule: { count: { delta: "-1" } } }',
    );
    const result = work({
      tree,
      roster,
      subject: '{ kind: person }',
      facts: row('f1', 'k', 'A', '2026-01-05'),
    });
    expect(milli(result, 'p1', '1')).toBe(58000);
  });

  test.each(inherited)('the role %s is paid the base of every other role: 500.00', (role) => {
    const roster = `
persons: [ { code: p1, name: 甲, class: 村委会成员 } ]
units: [ { code: A, name: 东溪村 } ]
posts: [ { person: p1, unit: A, role: ${role}, from: 2020-01-01 } ]`;
    const tree = node('{ code: "1.1", text: 扣分, on: k, rule: { count: { delta: "-1" } } }');
    const more =
      'pay: { lines: [ { code: x, name: 绩效, rule: { rate: { base: { 书记: "800", "*": "500" }, denominator: fullMark } } } ] }';
    const book = bookOf({ tree, roster, more, subject: '{ kind: person }', facts: '[]' });
    const options = { scheme: 't', period: '2026-01' };
    const paid = payOf(book, options, assess(book, options));
    expect(JSON.stringify(paid)).toMatch(/50000/);
  });

  test('codes of units, clauses, groups, sizes and lines may be such names', () => {
    const roster = 'units: [ { code: constructor, name: 甲村, group: toString } ]';
    const clauses =
      '{ code: constructor, text: 扣分, span: year, on: constructor, rule: { count: { delta: "-1" } } }, { code: valueOf, text: 户数, rule: { ratio: { of: { size: constructor }, times: "1" } } }';
    const tree = `{ code: toString, name: 指标, full: 60, byGroup: { plain: { full: 50 } }, clauses: [ ${clauses} ] }`;
    const town: Town = {
      tree,
      roster,
      facts: row('f1', 'constructor', 'constructor', '2026-02-05'),
    };
    const book = bookOf(town);
    const seal = { line: 't', period: '2026-01', edition: 1, atSeq: 0, printed: {} };
    const result = assess({ ...book, seals: [seal] }, { scheme: 't', period: '2026-02' });
    expect(milli(result, 'constructor', 'constructor')).toBe(-1000);
    expect(state(result, 'constructor', 'valueOf')).toBe('missing');
    expect(milli(result, 'constructor', 'toString')).toBe(59000);
  });

  test.each(Object.keys(readers))('%s refuses a key __proto__ instead of dropping it', (name) => {
    const read = readers[name as keyof typeof readers]('a: { __proto__: { polluted: "1" } }');
    expect(read.findings[0]?.sentence).toMatch(/__proto__/);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('a label __proto__ in a fact is a label like others', () => {
    const tree = node(
      '{ code: "1.1", text: 按级, on: k, rule: { choice: { by: level, options: { 县: "1" } } } }',
    );
    const result = work({
      tree,
      facts: row('f1', 'k', 'A', '2026-01-05', 'values: { level: __proto__ }'),
    });
    expect(state(result, 'A', '1')).toBe('missing');
  });

  test('a line whose code is such a name finds no stored period in a fact', () => {
    const book = bookOf({
      tree: node('{ code: "1.1", text: 扣分, on: k, rule: { count: { delta: "-1" } } }'),
      facts: row('f1', 'k', 'A', '2026-01-05', 'countsIn: { other: 2026-03 }'),
    });
    const [scheme] = book.schemes;
    const renamed = { ...book, schemes: scheme ? [{ ...scheme, line: 'constructor' }] : [] };
    const result = assess(renamed, { scheme: 'constructor', period: '2026-01' });
    expect(milli(result, 'A', '1')).toBe(59000);
  });
});

describe('numbers that are too long or too large', () => {
  const counted = node(
    '{ code: "1.1", text: 处数, on: k, rule: { count: { delta: "-1", of: places } } }',
  );

  test('a decimal of a million digits is no number, and is refused without being worked out', () => {
    expect(parseExact(`0.${'1'.repeat(1_000_000)}`)).toBeUndefined();
    expect(parseExact('9'.repeat(1_000_000))).toBeUndefined();
    expect(parseExact(`1/${'3'.repeat(1_000_000)}`)).toBeUndefined();
  });

  test('thirty digits still are: 0.1 with thirty places', () => {
    expect(parseExact(`0.${'0'.repeat(29)}1`)).toEqual({ num: 1n, den: 10n ** 30n });
  });

  test.each([
    '1e1000000',
    '1E5',
    '0x1F',
    '1_000',
    '.5',
    '5.',
    'Infinity',
    '.inf',
    '.nan',
    '１２',
    '1,000',
    '٣',
    '1 2',
    '--1',
    '+-1',
    '1//2',
    '1/0',
    '%',
  ])('%s is no exact number in a scheme', (text) => {
    const read = readScheme(
      `{ line: t, name: 试, version: "1", subject: { kind: unit }, period: month, tree: [ { code: "1", name: 指标, full: ${text.startsWith('%') || text.startsWith('-') ? `"${text}"` : text}, clauses: [ { code: "1.1", text: 扣, on: k, rule: { count: { delta: "-1" } } } ] } ] }`,
    );
    expect(read.value).toBeUndefined();
    expect(read.findings.length).toBeGreaterThan(0);
  });

  test.each(['1e1000000', '１２', '0x1F', '12余', '9'.repeat(100_000)])(
    '%#: such a value in a fact makes the cell 缺材料',
    (text) => {
      const result = work({
        tree: counted,
        facts: row('f1', 'k', 'A', '2026-01-05', `values: { places: "${text}" }`),
      });
      expect([state(result, 'A', '1'), milli(result, 'B', '1')]).toEqual(['missing', 60000]);
    },
  );

  test('one absurd value (a slip of twenty digits) spoils its own cell, not the whole assessment', () => {
    const facts =
      row('f1', 'k', 'A', '2026-01-05', 'values: { places: 99999999999999999999 }') +
      row('f2', 'k', 'B', '2026-01-05', 'values: { places: 2 }');
    const result = work({ tree: counted, facts });
    expect([state(result, 'A', '1'), milli(result, 'B', '1')]).toEqual(['missing', 58000]);
  });

  test('the same through a quantity', () => {
    const tree = node(
      '{ code: "1.1", text: 比率, rule: { ratio: { of: { measure: { kind: k } }, times: "-1" } } }',
    );
    const facts =
      row('f1', 'k', 'A', '2026-01-05', 'values: { value: "-99999999999999999999" }') +
      row('f2', 'k', 'B', '2026-01-05', 'values: { value: 2 }');
    const result = work({ tree, facts });
    expect([state(result, 'A', '1'), milli(result, 'B', '1')]).toEqual(['missing', 58000]);
  });

  test('a step of nothing (per: 0) is said, not a crash', () => {
    const tree = node(
      '{ code: "1.1", text: 每低, rule: { linear: { of: { measure: { kind: k } }, reference: "10", per: "0", delta: "-1", side: below } } }',
    );
    const result = work({ tree, facts: row('f1', 'k', 'A', '2026-01-05', 'values: { value: 2 }') });
    expect(state(result, 'A', '1')).toBe('missing');
  });

  test('a unit of nothing (per unit: 0) and a coefficient per 0 likewise', () => {
    const per = node(
      '{ code: "1.1", text: 每百户, rule: { ratio: { of: { per: { of: { measure: { kind: k } }, unit: "0", round: down } }, times: "-1" } } }',
    );
    const facts = row('f1', 'k', 'A', '2026-01-05', 'values: { value: 2 }');
    expect(state(work({ tree: per, facts }), 'A', '1')).toBe('missing');
    const scaled =
      '{ code: "1", name: 指标, full: 60, coefficient: { base: "1", of: { measure: { kind: k } }, reference: "1", per: "0", step: "0.1" }, clauses: [ { code: "1.1", text: 扣, on: x, rule: { count: { delta: "-1" } } } ] }';
    expect(state(work({ tree: scaled, facts }), 'A', '1')).toBe('missing');
  });

  test('workdays beyond the calendar make the cell 缺材料 and name the year', () => {
    const tree = node(
      '{ code: "1.1", text: 限时, on: k, rule: { deadline: { due: { field: on, plus: { workdays: 300 } }, late: "-1" } } }',
    );
    const facts = row('f1', 'k', 'A', '2026-12-05');
    const result = work({ tree, facts }, '2026-12');
    expect(state(result, 'A', '1')).toBe('missing');
    expect(JSON.stringify(result.subjects[0]?.tree)).toMatch(/202[78]年/);
  });

  test('a due date beyond the year 9999 is never reached', () => {
    const tree = node(
      '{ code: "1.1", text: 限时, on: k, rule: { deadline: { due: { field: on, plus: { months: 999999 } }, late: "-1" } } }',
    );
    const result = work({ tree, facts: row('f1', 'k', 'A', '2026-01-05') });
    expect([milli(result, 'A', '1'), state(result, 'A', '1')]).toEqual([60000, 'scored']);
  });

  test('a post that ends before it begins weighs nothing and crashes nothing', () => {
    const roster = `
persons: [ { code: p1, name: 甲, class: 村委会成员 } ]
units: [ { code: A, name: 东溪村 } ]
posts: [ { person: p1, unit: A, role: 书记, from: 2026-01-11, to: 2026-01-10 } ]`;
    const tree = node(
      '{ code: "1.1", text: 引用, rule: { import: { line: x, of: { unitOf: 书记 }, times: "1" } } }',
    );
    const facts =
      '- { id: x1, kind: result, form: result, about: A, period: 2026-01, values: { line: x, total: "80" } }';
    const result = work({ tree, roster, subject: '{ kind: person }', facts });
    expect(state(result, 'p1', '1')).toBe('missing');
  });
});

describe('YAML', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const sentences: [string, string, RegExp][] = [
    ['an anchor with its alias', 'a: &x 1\nb: *x', /锚点/],
    ['a merge key', 'a: &x { c: 1 }\nb: { <<: *x }', /锚点/],
    ['a bomb of aliases', 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]', /锚点/],
    ['a duplicate key', 'a: 1\nb: 2\na: 3', /第 3 行.*重复/],
    ['a duplicate key, quoted once', '{ a: 1, "a": 2 }', /重复/],
    ['a tab', 'a:\n\tb: 1', /制表符/],
    ['two documents', 'a: 1\n---\nb: 2', /YAML/],
    ['a key that is a list', '? [a]\n: 1', /键/],
    ['an open quote', 'a: "b', /引号/],
  ];

  test.each(sentences)('%s is refused with a sentence', (_name, source, expected) => {
    const read = readYaml(source);
    expect(read.value).toBeUndefined();
    expect(read.findings[0]?.sentence).toMatch(expected);
  });

  test.each([200, 2000, 20_000])('%d brackets deep is refused by every reader', (depth) => {
    for (const read of Object.values(readers)) {
      expect(read(nested(depth)).findings[0]?.sentence).toMatch(/层|个错|应/);
    }
  });

  test('conditions within conditions are refused when they go too deep, not followed to a crash', () => {
    const deep = `${'{ not: '.repeat(3000)}{ groupIn: [plain] }${' }'.repeat(3000)}`;
    const read = readScheme(
      `{ line: t, name: 试, version: "1", subject: { kind: unit }, period: month, tree: [ { code: "1", name: 指标, notApplicableWhen: ${deep}, clauses: [ { code: "1.1", text: 扣, on: k, rule: { count: { delta: "-1" } } } ] } ] }`,
    );
    expect(read.findings[0]?.sentence).toMatch(/层/);
  });

  test.each(['', '   \n', '# nothing\n', '---\n', '~', 'null'])(
    'an empty text (%j) is refused by readScheme and gives no facts',
    (source) => {
      expect(readScheme(source).findings.length).toBeGreaterThan(0);
      expect(readFacts(source).facts).toEqual([]);
    },
  );

  test('an empty list of facts is no error', () => {
    expect(readFacts('[]')).toMatchObject({ facts: [], findings: [] });
  });

  test('forty thousand keys in one map are read before the runner gives up (a search for doubles is not pairwise)', () => {
    const many = Array.from({ length: 40_000 }, (_, index) => `k${index}: 1`).join('\n');
    expect(Object.keys(readYaml(many).value as object)).toHaveLength(40_000);
  });

  test('forty thousand facts are read before the runner gives up (a search for doubles is not pairwise)', () => {
    const many = Array.from({ length: 40_000 }, (_, index) =>
      row(`f${index}`, 'k', 'A', '2026-01-05'),
    ).join('');
    expect(readFacts(many).facts).toHaveLength(40_000);
  });

  test('a thousand wrong facts get findings, not minutes', () => {
    const many = Array.from(
      { length: 1000 },
      (_, index) => `- { id: f${index}, knd: k, values: { a: [1] } }\n`,
    ).join('');
    expect(readFacts(many).findings.length).toBeGreaterThan(999);
  });

  test('a seal of an impossible size is refused or kept exact', () => {
    const read = readSeals(
      '[ { line: t, period: 2026-01, atSeq: 99999999999999999999999, printed: { A: { total: 99999999999999999999 } } } ]',
    );
    expect(read.findings.length).toBeGreaterThan(0);
  });
});
