import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/index.ts';
import { toldFact } from '../../src/index.ts';

const fact: Fact = {
  id: 'D-1',
  kind: 'inspection.garbage',
  form: 'event',
  about: [{ subject: '东溪村', as: '' }],
  on: '2026-02-11' as Fact['on'],
  values: {},
  tags: [],
  evidence: ['巡查表', '1a2b3c4d'.repeat(8), '5e6f7a8b'.repeat(8)],
  recordedBy: 'P-0018',
  reviewedBy: '考核办 吴',
  seq: 1,
};

describe('a fact as it is told', () => {
  it('names persons that the roster knows, and files by the beginning of their hash', () => {
    const told = toldFact(fact, new Map([['P-0018', '周砚']]));
    expect([told.recordedBy, told.reviewedBy]).toEqual(['周砚', '考核办 吴']);
    expect(told.evidence).toEqual(['巡查表', '附件 2 份（1a2b3c4d、5e6f7a8b）']);
  });

  it('leaves a fact alone that says everything already', () => {
    const plain = { ...fact, evidence: ['照片 3 张'] };
    expect(toldFact(plain)).toBe(plain);
  });
});
