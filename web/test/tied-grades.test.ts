/** The form of a tie: sent whole, or not at all. */

import { expect, test } from 'vitest';
import { tiedOf } from '../src/outcome/tied-draft.ts';

const rows = [
  { code: '东溪村' },
  { code: '南坪村', open: ['优秀', '合格'] },
  { code: '西岗村', open: ['优秀', '合格'] },
];

test('whoever ties has a grade of those left open, and one reason stands under all', () => {
  const grades = { 南坪村: '合格', 西岗村: '优秀' };
  expect(tiedOf({ rows }, { grades, reason: '会议投票' })).toEqual([
    { subject: '南坪村', grade: '合格', reason: '会议投票', basis: '' },
    { subject: '西岗村', grade: '优秀', reason: '会议投票', basis: '' },
  ]);
  expect(tiedOf({ rows }, { grades, reason: ' ' })).toBeUndefined();
  expect(tiedOf({ rows }, { grades: { 西岗村: '优秀' }, reason: '会议投票' })).toBeUndefined();
  const other = { ...grades, 南坪村: '不合格' };
  expect(tiedOf({ rows }, { grades: other, reason: '会议投票' })).toBeUndefined();
});

test('nothing is asked where nobody ties', () => {
  const none = { rows: [{ code: '东溪村' }] };
  expect(tiedOf(none, { grades: {}, reason: '' })).toEqual([]);
});
