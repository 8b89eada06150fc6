/** What is left of an explanation when a village reads it. */

import { readFacts, readRoster } from '@oneneedle/kernel';
import { describe, expect, it } from 'vitest';
import { ownExplanation } from './own-view.ts';
import type { ExplainView } from './views.ts';

const { roster } = readRoster(`units:
  - { code: 青禾镇, name: 青禾镇, type: town }
  - { code: 东溪村, name: 东溪村, type: village, parent: 青禾镇 }
  - { code: 塘边组, name: 塘边组, type: hamlet, parent: 东溪村 }
  - { code: 西岗村, name: 西岗村, type: village, parent: 青禾镇 }
  - { code: 茶亭组, name: 茶亭组, type: hamlet, parent: 西岗村 }
`);
const { facts } = readFacts(`
- { id: own, kind: visit, about: 东溪村, on: 2026-03-01 }
- { id: hamlet, kind: visit, about: 塘边组, on: 2026-03-01 }
- { id: joint, kind: visit, about: [东溪村, 西岗村], on: 2026-03-01 }
- { id: town, kind: visit, about: 青禾镇, on: 2026-03-01 }
- { id: other, kind: visit, about: 西岗村, on: 2026-03-01 }
- { id: otherHamlet, kind: visit, about: 茶亭组, on: 2026-03-01 }
`);

const points = { milli: 0, text: '0.00' };
const neighbour = { code: '西岗村', name: '西岗村', gap: points };
const line = (children: ExplainView['root'][]): ExplainView['root'] => ({
  kind: 'node',
  code: '1',
  label: '',
  value: '',
  milli: 0,
  sum: '',
  reason: '',
  state: 'scored',
  struck: false,
  facts: facts.map(({ id }) => ({ id, sentence: id, evidence: [], files: [] })),
  children,
});
const view: ExplainView = {
  asOf: '2026-03-31',
  upTo: 6,
  subject: '东溪村',
  name: '东溪村',
  total: points,
  full: points,
  isProvisional: false,
  rank: 2,
  ranked: 3,
  root: line([line([])]),
  notes: [],
  ahead: neighbour,
  behind: neighbour,
};

describe('what a village reads of its own result', () => {
  const own = ownExplanation(view, { facts, roster });

  it('names no neighbour and keeps the rank', () => {
    expect(own).not.toHaveProperty('ahead');
    expect(own).not.toHaveProperty('behind');
    expect([own.rank, own.ranked]).toEqual([2, 3]);
  });

  it('keeps facts about itself, its hamlets and the town, at every depth, and no others', () => {
    const told = ['own', 'hamlet', 'joint', 'town'];
    expect(own.root.facts.map(({ id }) => id)).toEqual(told);
    expect(own.root.children[0]?.facts.map(({ id }) => id)).toEqual(told);
  });
});
