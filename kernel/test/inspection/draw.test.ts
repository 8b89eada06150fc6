import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawOf, rankedBy, rotaOf } from '../../src/index.ts';

const seed = '00112233445566778899aabbccddeeff';
const villages = ['东溪村', '西岭村', '南坪村', '北岗村', '上洞村', '下河村'];

describe('a draw', () => {
  it('takes those whose hash of seed and code comes first', () => {
    const ranked = rankedBy(seed, villages);
    expect(ranked.map(({ hash }) => hash)).toEqual([...ranked.map(({ hash }) => hash)].sort());
    expect(drawOf(seed, villages, 3)).toEqual(ranked.slice(0, 3).map(({ code }) => code));
  });

  it('is the same in whatever order and however often the candidates are given', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(villages, { minLength: 6 }), (order) => {
        expect(drawOf(seed, [...order, ...order], 4)).toEqual(drawOf(seed, villages, 4));
      }),
    );
  });

  it('is another with another seed, and gives each about as often', () => {
    const times = new Map(villages.map((code) => [code, 0]));
    for (let n = 0; n < 3000; n += 1) {
      const [first = ''] = drawOf(n.toString(16).padStart(32, '0'), villages, 1);
      times.set(first, (times.get(first) ?? 0) + 1);
    }
    for (const count of times.values()) expect(Math.abs(count - 500)).toBeLessThan(100);
  });

  it('takes all where there are fewer than it wants', () => {
    expect(drawOf(seed, villages.slice(0, 2), 5).sort()).toEqual(villages.slice(0, 2).sort());
  });

  it('is done again by the ten lines of the guide, which use nothing of ours', () => {
    const guide = readFileSync('docs/guides/draw.md', 'utf8');
    const script = /```js\n([\s\S]+?)```/.exec(guide)?.[1] ?? '';
    expect(script).not.toContain('oneneedle');
    expect(script.trim().split('\n').length).toBeLessThanOrEqual(10);
    const file = join(mkdtempSync(join(tmpdir(), 'oneneedle-draw-')), 'draw.mjs');
    writeFileSync(file, script);
    const said = execFileSync(process.execPath, [file, seed, '3', ...villages], {
      encoding: 'utf8',
    });
    rmSync(dirname(file), { recursive: true });
    expect(said.trim().split('\n')).toEqual(drawOf(seed, villages, 3));
  });
});

describe('a rota', () => {
  const turn = (person: string, office: string, lastWent?: string) => ({
    person,
    office,
    ...(lastWent === undefined ? {} : { lastWent: lastWent as never }),
  });

  it('begins with whoever never went, then whoever went longest ago', () => {
    const turns = [
      turn('p1', '城建办', '2026-10-12'),
      turn('p2', '党政办', '2026-09-01'),
      turn('p3', '城建办'),
    ];
    expect(rotaOf(turns, 2, '城建办')).toEqual(['p3', 'p2']);
  });

  it('sends one from another office, if only one can be found', () => {
    const turns = [turn('p1', '城建办'), turn('p2', '城建办'), turn('p3', '党政办', '2026-11-01')];
    expect(rotaOf(turns, 2, '城建办')).toEqual(['p1', 'p3']);
    expect(rotaOf(turns.slice(0, 2), 2, '城建办')).toEqual(['p1', 'p2']);
  });

  it('sends nobody where nobody may go', () => {
    expect(rotaOf([], 2, '城建办')).toEqual([]);
  });
});
