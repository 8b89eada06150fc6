/** A clause that asks for a document, and a fact that has none: said before the seal, not after. */

import { expect, test } from 'vitest';
import { assess } from '../../src/evaluate/assess.ts';
import { sealRefusals } from '../../src/evaluate/seal.ts';
import { linesBelow } from '../../src/explain/lines.ts';
import { bookOf, facts, firstQuarter } from '../explain/qinghe.ts';

const missing = (given: string, period = firstQuarter.period) =>
  assess(bookOf({ facts: given }), { ...firstQuarter, period }).notices.filter(
    ({ code }) => code === 'document-missing',
  );

test('names the fact, the subject and the clause, and what makes it count', () => {
  expect(missing(facts)).toEqual([
    {
      code: 'document-missing',
      sentence: '事实 7（南岭村）没有依据文件，条款 9.1 没有计分；补上文号才能计。',
      subject: 'nanling',
      clause: '9.1',
      factIds: ['7'],
    },
  ]);
});

test('strikes the line, with its reason, where a sheet can show it', () => {
  const subject = assess(bookOf(), firstQuarter).subjects.find(({ code }) => code === 'nanling');
  const lines = subject ? [...linesBelow(subject.tree)] : [];
  expect(lines.find((line) => line.factIds.includes('7'))).toMatchObject({
    struck: true,
    milli: 0,
    reason: '没有依据文件，暂不计分',
  });
});

test('is silent once the document is there, and in the quarters after', () => {
  const documented = facts.replace('note: 现场会发言', 'doc: { no: 县办〔2026〕9号 }');
  expect(missing(documented)).toEqual([]);
  expect(missing(facts, '2026-Q2')).toEqual([]);
});

test('keeps nothing from being sealed', () => {
  const book = bookOf();
  const withIt = sealRefusals(assess(book, firstQuarter), book);
  const documented = bookOf({
    facts: facts.replace('note: 现场会发言', 'doc: { no: 县办〔2026〕9号 }'),
  });
  expect(withIt).toEqual(sealRefusals(assess(documented, firstQuarter), documented));
});
