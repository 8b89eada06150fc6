/** What a tree says on paper where a private fact decided a cell without points of its own. */

import { readFacts } from '@oneneedle/kernel';
import { describe, expect, it } from 'vitest';
import { hiddenGrounds } from './masked-tree.ts';

describe('a cell that a private fact decided', () => {
  it('is told without its reason; one of another fact, whose number begins alike, with it', () => {
    const { facts } = readFacts('- { id: M1, kind: missing, form: missing, tags: [private] }');
    const roster = { units: [], persons: [] } as never;
    const { withoutDecision } = hiddenGrounds({ facts, roster }, 'paper');
    const told = ['缺材料：第 2.1 条，户主住院（事实 M1）', '不适用：户主住院（事实 M11）'];
    expect(told.map(withoutDecision)).toEqual([
      '缺材料：涉及个人隐私，不公开（事实 M1）',
      '不适用：户主住院（事实 M11）',
    ]);
  });
});
