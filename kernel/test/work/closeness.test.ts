import { describe, expect, it } from 'vitest';
import { closeness } from '../../src/index.ts';

const item = (title: string, units: string[] = [], goal?: string) => ({
  title,
  units,
  ...(goal === undefined ? {} : { goal }),
});

describe('how near two items are', () => {
  it('is led by the title without habits of writing, then by villages and goal', () => {
    const one = item('关于开展河道清淤的通知', ['东溪村'], 'G1');
    expect(closeness(one, item('河道清淤'))).toBe(3000);
    // 河道 道清 清淤 against 河道 道绿 绿化: one of three on each side, 4000 * 1 / 6.
    expect(closeness(one, item('河道绿化'))).toBe(666);
    expect(closeness(one, item('选举', ['东溪村']))).toBe(1500);
    expect(closeness(one, item('选举', ['河口村'], 'G1'))).toBe(1500);
    expect(closeness(one, item('河道清淤', ['东溪村'], 'G1'))).toBe(6000);
    expect(closeness(one, item('选举', ['河口村'], 'G2'))).toBe(0);
  });

  it('is nothing where nothing is said', () => {
    expect(closeness(item(''), item(''))).toBe(0);
    expect(closeness(item('a'), item('b'))).toBe(0);
  });
});
