/** Published files and their public copies, and every way in which somebody may change them. */

import {
  calendarCN,
  type Fact,
  factLeaf,
  type IsoDate,
  leafHash,
  type PostedFact,
  rootOfLeaves,
} from '@oneneedle/kernel';
import { describe, expect, it } from 'vitest';
import { changesBetween, publicChanges } from '../src/publication/editions/changes.ts';
import { checkSource, publicOf, verdictOf } from '../src/publication/editions/check-file.ts';
import {
  type FileSource,
  publicText,
  publishedFileOf,
  type Tree,
} from '../src/publication/editions/file.ts';
import { posterHtml } from '../src/publication/editions/poster.ts';
import type { PublicFile, PublishedFile } from '../src/publication/editions/published-shapes.ts';
import { checkPublished, lastDayToObject } from '../src/publication/index.ts';

const fact = (id: string, seq: number, more: object = {}) =>
  ({
    ...{ id, seq, kind: 'garbage', form: 'event', tags: [], evidence: [], values: { 处数: '1' } },
    about: [{ subject: '东溪村', as: '' }],
    on: '2026-03-02',
    recordedBy: '城建办 周',
    reviewedBy: '考核办 吴',
    postedAt: '2026-04-10T02:00:00.000Z',
    countsIn: {},
    ...more,
  }) as unknown as PostedFact;

const posted = [
  fact('F1', 1, { tags: ['private'], values: { 处数: '5' } }),
  fact('F2', 2),
  fact('F3', 3, { kind: 'honour' }),
];

const line = (kind: string, code: string, milli: number, more: object = {}) => ({
  ...{ kind, code, milli, label: code, text: '', sum: '', struck: false, facts: [], children: [] },
  value: String(milli / 1000),
  ...more,
});
const facts = (...ids: string[]) => ids.map((id) => ({ id, sentence: `${id} 王某住院` }));

const tree = (subject: string, deducted: number, ids: readonly string[]) => {
  const text = '每处扣0.5分。';
  const entries = ids.map((id) => line('entry', '', -deducted, { label: '', facts: facts(id) }));
  const clause = line('clause', '1.1', -deducted * ids.length, {
    ...{ text, label: text, children: entries },
  });
  const total = 60_000 + clause.milli;
  const node = line('node', '1', total, { sum: '满分 60.000', children: [clause] });
  return {
    ...{
      subject,
      name: subject,
      rank: 1,
      total: { milli: total, text: (total / 1000).toFixed(3) },
    },
    root: line('total', '', total, { children: [node] }),
  } as unknown as Tree;
};

const trees = [tree('东溪村', 500, ['F1', 'F2']), tree('西岗村', 500, ['F3'])];
const rows = trees.map(({ subject, total }, index) => ({
  ...{ code: subject, name: subject, total, rank: 2 - index, isProvisional: false },
}));

const leaves = posted.map((one) => leafHash(factLeaf(one)));
const head: FileSource['head'] = {
  ...{ town: '青禾镇', schemeName: '青禾镇小村考核办法', schemeVersion: '2026', line: 'small' },
  ...{ period: '2026-Q1', label: '2026年第一季度', edition: 1, replaces: null, reason: '' },
  audience: 'public',
  decision: { body: '青禾镇党委会', no: '青党纪〔2026〕12号', on: '2026-04-09' },
  signature: { by: '中共青禾镇委员会', on: '2026-04-09' },
  ...{ postedOn: '2026-04-10', objectUntil: '2026-04-17', receiptCode: 'D8S2' },
  objectTo: { office: '考核办', person: '吴考核', telephone: '0871-1', place: '203 室' },
};

const { file, text } = publishedFileOf({
  ...{ head, trees, scheme: {} },
  list: { groups: [], rows } as never,
  log: {
    facts: posted.map((body, index) => ({ body, leafHash: leaves[index] }) as never),
    size: posted.length,
    root: rootOfLeaves(leaves),
  },
  kindNames: new Map([['garbage', '垃圾积存']]),
});
const open = publicOf(file);
const { root } = open;

const faultsOf = (changed: unknown, expected?: string) => {
  const { faults } = checkPublished(JSON.stringify(changed), expected);
  return faults.map(({ code, sentence }) => `${code} ${sentence}`);
};
const codesOf = (changed: unknown, expected?: string) =>
  faultsOf(changed, expected).map((one) => one.split(' ')[0]);
const short = (hash: string) => `${hash.slice(0, 8)}…${hash.slice(-8)}`;

/** The file with other points for a village, so that every sum, rank and digest of it agrees. */
function raised(): PublishedFile {
  const others = [tree('东溪村', 0, ['F1', 'F2']), tree('西岗村', 500, ['F3'])];
  const list = others.map(({ subject, total }, index) => ({
    ...{ code: subject, name: subject, total, rank: index + 1, isProvisional: false },
  }));
  return publishedFileOf({
    ...{ head, trees: others, scheme: {} },
    list: { groups: [], rows: list } as never,
    log: {
      facts: posted.map((body, index) => ({ body, leafHash: leaves[index] }) as never),
      size: posted.length,
      root: rootOfLeaves(leaves),
    },
    kindNames: new Map(),
  }).file;
}

describe('a published file that somebody changed', () => {
  it('is sound as it was published, by its own hash and by the code of the poster', () => {
    const { sha256, root, faults, facts: counted } = checkPublished(text);
    expect([faults, counted, root]).toEqual([[], 2, open.root]);
    for (const code of [sha256, root, short(root), ` ${short(root).toUpperCase()} `]) {
      expect(checkPublished(text, code).faults).toEqual([]);
    }
    expect(codesOf(file, '0'.repeat(64))).toEqual(['file-changed']);
    expect(codesOf(file, root.slice(0, 8))).toEqual(['code-short']);
  });

  it('is compared with every digit that was copied, wherever the copy has its gaps', () => {
    const groups = (code: string) => code.match(/.{4}/g)?.join('-') ?? '';
    const ends = `${root.slice(0, 8)}${root.slice(-8)}`;
    for (const same of [
      groups(root),
      groups(ends),
      `${groups(ends.slice(0, 8))}…${ends.slice(8)}`,
    ]) {
      expect(codesOf(file, same)).toEqual([]);
    }
    const middle = `${root.slice(0, 4)}-0000-0000-${root.slice(-4)}`;
    expect(codesOf(file, middle)).toEqual(['file-changed']);
    expect(codesOf(file, `${root.slice(0, 4)}…${root.slice(-12)}`)).toEqual(['code-short']);
    expect(codesOf(file, `${root.slice(0, 12)}…${root.slice(-4)}`)).toEqual(['code-short']);
  });

  it('agrees with the board only after somebody copied the code of the board', () => {
    const said = (changed: unknown, code: string) =>
      verdictOf(checkPublished(JSON.stringify(changed), code), code);
    expect(said(open, ' ')).toBe('内部一致，还没有和榜对照。');
    expect(said(open, short(root))).toBe('一致：没有发现改动。');
    expect(said(open, '0'.repeat(16))).toBe('不一致：有 1 处。');
  });

  it('is named: another total, another rank', () => {
    const changed = structuredClone(file) as unknown as {
      rows: { totalMilli: number; rank: number }[];
    };
    Object.assign(changed.rows[1] ?? {}, { totalMilli: 99_000, rank: 2 });
    const faults = faultsOf(changed);
    expect(faults).toContain('part-changed 公示文件改动过：名单里西岗村的一行与公示时的不同。');
    expect(faults).toContain('sum-wrong 西岗村名单上的得分与得分说明的合计不同。');
    expect(faults.some((one) => one.startsWith('rank-wrong'))).toBe(true);
  });

  it('is named: a changed fact, a reordered log, another leaf, a file that is none', () => {
    const changed = structuredClone(file) as PublishedFile & {
      facts: Record<string, { fact: { values: object } }>;
      log: { leaves: string[] };
    };
    Object.assign(changed.facts['2']?.fact.values ?? {}, { 处数: '2' });
    expect(faultsOf(changed)).toEqual([
      'fact-changed 第 2 号事实（F2）改动过，与台账日志里的不同。',
    ]);
    const moved = { ...file, log: { ...file.log, leaves: file.log.leaves.toReversed() } };
    expect(new Set(codesOf(moved))).toEqual(new Set(['log-reordered']));
    const [, ...rest] = leaves;
    const other = { ...file, log: { ...file.log, leaves: ['0'.repeat(64), ...rest] } };
    expect(codesOf(other)).toEqual(['log-changed']);
    for (const none of [{}, null, { ...open, rows: [{}], trees: { a: null } }]) {
      expect(codesOf(none)).toEqual(['file-unreadable']);
    }
  });
});

describe('the public copy', () => {
  it('adds up and is ranked without a fact, a name or a private ground', () => {
    const copy = publicText(file);
    expect(checkPublished(copy, short(open.root))).toMatchObject({ facts: 0, faults: [] });
    for (const hidden of ['F1', 'F2', '住院', '城建办 周', '2026-03-02', '垃圾积存']) {
      expect(copy).not.toContain(hidden);
    }
    const [clause] = open.trees.东溪村?.children[0]?.children.slice(1) ?? [];
    const entries = clause?.children.map(({ label, milli, facts }) => [label, milli, facts]);
    expect(entries).toEqual([
      ['按规定扣分', -500, []],
      ['', -500, [2]],
    ]);
    expect(open.rules).toEqual({ '1.1': '每处扣0.5分。' });
  });

  it('is the same for ever: posters that hang print this code', () => {
    expect(open.root).toBe('c7f58748d4f35428f7bec7617a97f1f4bf75e89ab13e1e3aaf8dff3806424c38');
  });

  it('is named where a part was changed, and where only the root was left', () => {
    const changed = structuredClone(open) as { rules: Record<string, string> } & PublicFile;
    changed.rules['1.1'] = '每处扣5分。';
    expect(faultsOf(changed)[0]).toBe('part-changed 公示文件改动过：条款与公示时的不同。');
    expect(codesOf(changed)).toEqual(['part-changed', 'root-changed']);
    const forged = publicOf(raised());
    expect(codesOf(forged)).toEqual([]);
    expect(codesOf({ ...forged, root: open.root })).toEqual(['root-changed']);
    const [fault = ''] = faultsOf({ ...forged, root: open.root });
    expect(fault).toContain(`${short(forged.root)}，件上写的是 ${short(open.root)}`);
  });

  it('is named against the poster where everything was changed, its root too', () => {
    const forged = publicOf(raised());
    expect(codesOf(forged, short(open.root))).toEqual(['file-changed']);
    expect(codesOf(forged, open.root)).toEqual(['file-changed']);
  });

  it('has no leaf of the ledger, whose facts could be guessed from it, nor a digest of leaves', () => {
    const copy = publicText(file);
    for (const leaf of leaves) expect(copy).not.toContain(leaf);
    expect(open.log).toEqual({ size: 3, root: file.log.root });
    expect(copy).not.toContain(file.digests.leafSet);
    const { checked } = checkPublished(copy);
    expect(checked.join()).toContain('台账的逐条不在这里');
    expect(checked.join()).not.toContain('重新算过根');
    const before = { ...open, log: file.log, digests: { ...open.digests, leafSet: '' } };
    expect(checkPublished(JSON.stringify(before), short(root))).toMatchObject({ root, faults: [] });
  });

  it('is named: another log, a log cut short, trees of two villages changed for each other', () => {
    const { log } = open;
    const other = { ...open, log: { ...log, root: '0'.repeat(64) } };
    expect(codesOf(other)).toEqual(['root-changed']);
    const cut = { ...open, log: { ...log, size: 1 } };
    expect(codesOf(cut)).toEqual(['root-changed', 'fact-changed', 'fact-changed']);
    const { 东溪村: dongxi, 西岗村: xigang } = open.trees;
    const swapped = { ...open, trees: { 东溪村: xigang, 西岗村: dongxi } };
    expect(new Set(codesOf(swapped))).toEqual(
      new Set(['part-changed', 'root-changed', 'sum-wrong']),
    );
  });

  it('is checked by a page that has the code alone', () => {
    const check = new Function('text', `${checkSource()}; return checkPublished(text)`);
    expect(check(publicText(file))).toMatchObject({ root: open.root, faults: [] });
  });
});

describe('the poster', () => {
  it('signs, says whom to ask until which day, and prints no long hash', () => {
    const html = posterHtml({ file, sha256: checkPublished(text).sha256, root: open.root });
    const list = ['<span>中共青禾镇委员会</span><span>2026年4月9日</span>', '2026年4月9日研究决定'];
    const how = ['2026年4月17日（星期五）', '考核办 吴考核', '0871-1', '203 室', short(open.root)];
    for (const told of [...list, ...how]) expect(html).toContain(told);
    expect(html).not.toMatch(/[0-9a-f]{17}/);
    expect(html).not.toContain('更正');
  });
});

describe('what an edition changed', () => {
  it('says nothing of a private ground that was known before and is taken back now', () => {
    const doc = { no: '青考复〔2026〕1号' };
    const back = fact('R1', 4, { reverses: 'F1', doc, tags: ['private'] }) as Fact;
    const was = [tree('东溪村', 500, ['F1', 'F2'])];
    const is = [tree('东溪村', 500, ['F2'])];
    const changes = changesBetween(was, is, [back], [...posted, back] as Fact[]);
    expect(changes[0]?.why).toEqual(['更正：按规定扣分']);
    expect(publicChanges(changes, { was, is }, [back])).toEqual([
      {
        name: '东溪村',
        old: { total: '59.000', rank: 1 },
        new: { total: '59.500', rank: 1 },
        why: ['第 1.1 条 -1 → -0.5'],
      },
    ]);
    const [open] = publicChanges(changes, { was, is }, [{ ...back, tags: [] }]);
    expect(open?.why).toEqual(['第 1.1 条 -1 → -0.5（青考复〔2026〕1号）']);
  });
});

describe('the last day to object', () => {
  it.each([
    ['2024-02-05', 5, '2024-02-18'],
    ['2024-04-29', 5, '2024-05-09'],
    ['2024-09-13', 5, '2024-09-23'],
    ['2024-09-27', 5, '2024-10-10'],
    ['2025-01-24', 5, '2025-02-07'],
    ['2025-04-25', 5, '2025-05-06'],
    ['2025-09-26', 5, '2025-10-10'],
    ['2025-12-30', 5, '2026-01-07'],
    ['2026-02-12', 5, '2026-02-26'],
    ['2026-02-13', 7, '2026-03-02'],
    ['2026-04-03', 5, '2026-04-13'],
    ['2026-04-30', 5, '2026-05-11'],
    ['2026-09-18', 5, '2026-09-24'],
    ['2026-09-30', 5, '2026-10-13'],
    ['2026-12-28', 3, '2026-12-31'],
  ])(
    'of what is posted on %s for %i workdays is %s',
    (posted: string, workdays: number, last: string) => {
      expect(`${lastDayToObject(calendarCN, posted as IsoDate, { workdays })}`).toBe(last);
    },
  );
});
