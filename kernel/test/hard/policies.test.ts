/** One matter and one fact at once: who loses to whom, each total worked out by hand. */

import { describe, expect, test } from 'vitest';
import { lineOf, linesOf, milli, reversal, row, type Town, unexplained, work } from './town.ts';

const clause = (code: string, on: string, delta: string, more = '') =>
  `{ code: "${code}", text: 条 ${code}, on: ${on}, ${more}rule: { count: { delta: "${delta}" } } }`;
const node = (code: string, more: string, ...clauses: string[]) =>
  `{ code: "${code}", name: 指标 ${code}, ${more}, clauses: [ ${clauses.join(', ')} ] }`;
const heaviest = 'full: 50, sameMatter: heaviest';

/** What A gets on each of the codes, in points. */
function points(town: Town, codes: readonly string[], options: object = {}): number[] {
  const result = work(town, '2026-01', options);
  expect(unexplained(result)).toEqual([]);
  return codes.map((code) => milli(result, 'A', code) / 1000);
}

/** Why the entries of a clause of A count nothing. */
function struck(town: Town, code: string): string[] {
  return linesOf(lineOf(work(town), 'A', code))
    .filter((line) => line.struck)
    .map((line) => line.reason);
}

const facts =
  row('f1', 'k', 'A', '2026-01-05', 'matter: M') + row('f2', 'm', 'A', '2026-01-06', 'matter: M');

describe('an entry loses only to one that stands', () => {
  // f1 counts −5 in indicator 2, so its −2 in indicator 1 is gone: f2 is alone there and stays −1.
  const byFact = {
    tree: [
      node('1', heaviest, clause('1.1', 'k', '-2'), clause('1.2', 'm', '-1')),
      node('2', 'full: 50', clause('2.1', 'k', '-5')),
    ].join(', '),
    facts,
  };

  test('what is lost by fact takes nothing from its matter: −1 − 5 = −6, not −5', () => {
    expect(points(byFact, ['1.1', '1.2', '2.1', 'total'])).toEqual([0, -1, -5, 94]);
    expect(struck(byFact, '1.1')).toEqual(['同一事实已按第 2.1 条计，不重复扣']);
  });

  // f2 counts −10 in indicator 1, so f1 is gone there: its −2 in indicator 2 is its only one.
  const byMatter = {
    tree: [
      node('1', heaviest, clause('1.1', 'k', '-3'), clause('1.2', 'm', '-10')),
      node('2', 'full: 50', clause('2.1', 'k', '-2')),
    ].join(', '),
    facts,
  };

  test('what is lost by matter takes nothing from its fact elsewhere: −10 − 2 = −12, not −10', () => {
    expect(points(byMatter, ['1.1', '1.2', '2.1', 'total'])).toEqual([0, -10, -2, 88]);
    expect(struck(byMatter, '1.1')).toEqual(['同一事项不重复，计0']);
  });

  test('the order of the clauses in the tree changes none of it', () => {
    const turned = ({ tree }: Town) =>
      tree.replace(/clauses: \[ (.*?}), ({.*?}) \]/, 'clauses: [ $2, $1 ]');
    expect(points({ ...byFact, tree: turned(byFact) }, ['total'])).toEqual([94]);
    expect(points({ ...byMatter, tree: turned(byMatter) }, ['total'])).toEqual([88]);
  });

  test('along a chain of four: −5 beats −4 by fact, so −3 stands and beats −1 by fact: −8', () => {
    const tree = [
      node('1', heaviest, clause('1.1', 'k', '-4'), clause('1.2', 'm', '-3')),
      node('2', 'full: 50', clause('2.1', 'k', '-5')),
      node('3', 'full: 50', clause('3.1', 'm', '-1')),
    ].join(', ');
    expect(points({ tree, facts }, ['1.1', '1.2', '2.1', '3.1', 'total'])).toEqual([
      0, -3, -5, 0, 142,
    ]);
  });

  test('the heaviest reversed, the next ones stand: −3 by matter and −1 beside it for the fact', () => {
    // Without f2 nothing holds f1 back in indicator 1: −3 there beats −2 in indicator 2.
    const town = { ...byMatter, facts: facts + reversal('r1', 'f2', 'countsIn: { t: 2026-01 }') };
    expect(points(town, ['1.1', '1.2', '2.1', 'total'])).toEqual([-3, 0, 0, 97]);
  });

  test('factors come before: ×3 makes −2 the heavier one of its fact', () => {
    const aggravated = 'factor: [ { when: { companion: { kind: m } }, times: "3", name: 加重 } ], ';
    const tree = [
      node('1', 'full: 50', clause('1.1', 'k', '-2', aggravated)),
      node('2', 'full: 50', clause('2.1', 'k', '-5')),
    ].join(', ');
    expect(points({ tree, facts }, ['1.1', '2.1', 'total'])).toEqual([-6, 0, 94]);
  });
});

describe('equal amounts', () => {
  test('one fact: the first clause of the scheme stands', () => {
    const town = {
      tree: node('1', 'full: 50', clause('1.1', 'k', '-2'), clause('1.2', 'k', '-2')),
      facts,
    };
    expect(points(town, ['1.1', '1.2'])).toEqual([-2, 0]);
  });

  test('one matter: the earlier fact stands, in whatever order they are posted', () => {
    const town = {
      tree: node('1', heaviest, clause('1.1', 'k', '-2')),
      facts:
        row('late', 'k', 'A', '2026-01-09', 'matter: M') +
        row('early', 'k', 'A', '2026-01-03', 'matter: M'),
    };
    const lines = linesOf(lineOf(work(town), 'A', '1.1')).filter(({ struck: lost }) => lost);
    expect(lines.map(({ factIds }) => factIds)).toEqual([['late']]);
    expect(points(town, ['1.1'])).toEqual([-2]);
  });
});

describe('several policies over one clause', () => {
  test('heaviest at the clause, the indicator and the scheme: −5 of −5, −4.5 and −4', () => {
    const tree = node(
      '1',
      heaviest,
      clause('1.1', 'k', '-5', 'sameMatter: heaviest, '),
      clause('1.2', 'm', '-4.5'),
      clause('1.3', 'm', '-4', 'separate: true, '),
    );
    const town = { tree, facts, more: 'sameMatter: heaviest' };
    expect(points(town, ['1.1', '1.2', '1.3'])).toEqual([-5, 0, 0]);
  });

  test('what its own clause strikes takes no place above: 6 + 5 × 0.5 = 8.5, not 6 + 5 × 0.3', () => {
    const tree = node(
      '9',
      'sameMatter: { decreasing: ["1", "0.5", "0.3"] }',
      '{ code: "9.1", text: 表彰, on: k, sameMatter: highest, rule: { choice: { by: level, options: { 省: "6", 市: "5.5" } } } }',
      clause('9.2', 'm', '5'),
    );
    const honours =
      row('f1', 'k', 'A', '2026-01-05', 'matter: M, values: { level: 省 }') +
      row('f2', 'k', 'A', '2026-01-05', 'matter: M, values: { level: 市 }') +
      row('f3', 'm', 'A', '2026-01-06', 'matter: M');
    expect(points({ tree, facts: honours }, ['9.1', '9.2', '9'])).toEqual([6, 2.5, 8.5]);
  });

  test('a factor of nought that is not the last keeps its place: 首次不计, 2 × 0 + 2 × 1', () => {
    const tree = node(
      '9',
      'floor: none',
      clause('9.1', 'k', '2', 'sameMatter: { decreasing: ["0", "1"] }, '),
    );
    const two =
      row('f1', 'k', 'A', '2026-01-05', 'matter: M') +
      row('f2', 'k', 'A', '2026-01-06', 'matter: M');
    expect(points({ tree, facts: two }, ['9.1'])).toEqual([2]);
  });

  test('separate at the clause leaves the policy of the node over it', () => {
    const tree = node(
      '1',
      heaviest,
      clause('1.1', 'k', '-5', 'sameMatter: separate, '),
      clause('1.2', 'm', '-4'),
    );
    expect(points({ tree, facts }, ['1.1', '1.2'])).toEqual([-5, 0]);
  });
});

describe('what is not held against each other', () => {
  test('bonuses of one fact under two clauses both count: 2 + 3; with highest over them 3', () => {
    const both = [clause('9.1', 'k', '2'), clause('9.2', 'k', '3')];
    expect(points({ tree: node('9', 'floor: none', ...both), facts }, ['9'])).toEqual([5]);
    expect(points({ tree: node('9', 'sameMatter: highest', ...both), facts }, ['9'])).toEqual([3]);
  });

  test('a bonus and a deduction of one matter, or of one fact: 50 − 2, and 3 beside it', () => {
    const tree = `${node('1', 'full: 50', clause('1.1', 'k', '-2'))}, ${node('9', 'floor: none', clause('9.1', 'k', '3'))}`;
    expect(points({ tree, facts, more: 'sameMatter: heaviest' }, ['1', '9', 'total'])).toEqual([
      48, 3, 51,
    ]);
  });

  test('a clause with separate: true is apart by fact, and still held by matter', () => {
    const apart = [clause('1.1', 'k', '-2'), clause('1.2', 'k', '-5', 'separate: true, ')];
    expect(points({ tree: node('1', 'full: 50', ...apart), facts }, ['1.1', '1.2'])).toEqual([
      -2, -5,
    ]);
    expect(points({ tree: node('1', heaviest, ...apart), facts }, ['1.1', '1.2'])).toEqual([0, -5]);
  });

  test('facts without a matter are each a matter of their own', () => {
    const alone = row('f1', 'k', 'A', '2026-01-05') + row('f2', 'm', 'A', '2026-01-06');
    const tree = node('1', heaviest, clause('1.1', 'k', '-2'), clause('1.2', 'm', '-1'));
    expect(points({ tree, facts: alone }, ['1.1', '1.2'])).toEqual([-2, -1]);
  });

  test('one matter of two villages: each has its own heaviest', () => {
    const shared =
      row('f1', 'k', '[A, B]', '2026-01-05', 'matter: M') +
      row('f2', 'm', 'A', '2026-01-06', 'matter: M');
    const tree = node('1', heaviest, clause('1.1', 'k', '-2'), clause('1.2', 'm', '-5'));
    const result = work({ tree, facts: shared });
    expect(['A', 'B'].map((code) => milli(result, code, '1'))).toEqual([45000, 48000]);
  });
});

describe('across sealed months', () => {
  test('a heavier companion in February makes good the difference: −2 sealed, −5 in the year, −3 now', () => {
    const tree = node(
      '1',
      'full: 50, span: year, sameMatter: heaviest',
      clause('1.1', 'k', '-2', 'span: year, '),
      clause('1.2', 'm', '-5', 'span: year, '),
    );
    const two =
      row('f1', 'k', 'A', '2026-01-05', 'matter: M') +
      row('f2', 'm', 'A', '2026-02-05', 'matter: M');
    const result = work({ tree, facts: two, sealsAt: [1] }, '2026-02');
    expect([milli(result, 'A', '1.1'), milli(result, 'A', '1.2')]).toEqual([2000, -5000]);
  });
});
