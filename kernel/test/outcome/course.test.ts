/** The course of a proposal: states × deeds × capacities, in a table written by hand; who is near a boundary. */

import {
  type Milli,
  nearBoundaries,
  openProposalDeeds,
  type ProposalCapacity,
  type ProposalState,
  proposalDeeds,
  proposalRefusal,
} from '@oneneedle/kernel';
import { describe, expect, it } from 'vitest';

const capacities: readonly ProposalCapacity[] = ['proposer', 'decider', 'concerned'];

/** What each may do while the ground stands: proposer / decider / whom it is about. */
const table: Readonly<Record<ProposalState, readonly [string, string, string]>> = {
  proposed: ['consider tick attach', 'decline', ''],
  considered: ['state tick attach', 'decide decline', 'state'],
  decided: ['tick attach talk makeNotice handOver carryOut', 'talk revoke', ''],
  declined: ['', '', ''],
  carriedOut: ['makeNotice handOver', 'review revoke', ''],
  reviewed: ['', 'revoke', ''],
  revoked: ['', '', ''],
};

/** The same once its ground was corrected: it waits for a person who decides. */
const corrected: typeof table = {
  proposed: ['', 'decline keepGround', ''],
  considered: ['state', 'decline keepGround', 'state'],
  decided: ['', 'keepGround revoke', ''],
  declined: ['', '', ''],
  carriedOut: ['', 'keepGround revoke', ''],
  reviewed: ['', 'keepGround revoke', ''],
  revoked: ['', '', ''],
};

const states = Object.keys(table) as ProposalState[];
const words = (text: string) => text.split(' ').filter(Boolean);

describe('the course of a proposal', () => {
  it.each(states)('%s: who may do what', (state) => {
    for (const [index, capacity] of capacities.entries()) {
      expect(openProposalDeeds({ state, ground: 'stands' }, [capacity])).toEqual(
        words(table[state][index] ?? ''),
      );
      expect(openProposalDeeds({ state, ground: 'corrected' }, [capacity])).toEqual(
        words(corrected[state][index] ?? ''),
      );
    }
  });

  it('is judged by who decides, and by nobody about themselves', () => {
    const judging = Object.entries(proposalDeeds).flatMap(([deed, rule]) =>
      rule.isJudging ? [deed] : [],
    );
    expect(judging.join(' ')).toBe(
      'decide decline talk makeNotice handOver carryOut review keepGround revoke',
    );
    expect(proposalRefusal('decide', { state: 'considered', ground: 'corrected' })).toBe(
      'corrected',
    );
    expect(proposalRefusal('decide', { state: 'proposed', ground: 'stands' })).toBe('state');
  });
});

describe('near a boundary', () => {
  it('is whoever stands within a hundredth of the full mark, with the nearest boundary', () => {
    const bands = [
      { grade: '优秀', from: '95' },
      { grade: '合格', from: '85', below: '95' },
      { grade: '不合格', below: '85' },
    ];
    const of = (code: string, totalMilli: number) => ({
      code,
      totalMilli: totalMilli as Milli,
      fullMilli: 100_000 as Milli,
    });
    const found = nearBoundaries({ bands }, [
      of('a', 94_000),
      of('b', 93_999),
      of('c', 95_200),
      of('d', 85_000),
      of('e', 90_000),
    ]);
    expect(found).toEqual([
      { code: 'a', boundary: '95', distanceMilli: -1000 },
      { code: 'c', boundary: '95', distanceMilli: 200 },
      { code: 'd', boundary: '85', distanceMilli: 0 },
    ]);
  });

  it('has boundaries by group where the scheme has them', () => {
    const bandsByGroup = {
      山区村: [
        { grade: '优秀', from: '90' },
        { grade: '合格', below: '90' },
      ],
    };
    const one = { code: 'a', totalMilli: 90_500 as Milli, fullMilli: 100_000 as Milli };
    expect(nearBoundaries({ bandsByGroup }, [one])).toEqual([]);
    expect(nearBoundaries({ bandsByGroup }, [{ ...one, group: '山区村' }])).toEqual([
      { code: 'a', boundary: '90', distanceMilli: 500 },
    ]);
  });
});
