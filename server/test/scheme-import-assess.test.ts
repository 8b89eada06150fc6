/**
 * From the Word file to the points: the draft is finished by hand, as a clerk would with an editor,
 * and the facts of a quarter give what was worked out on paper.
 */

import {
  assess,
  calendarCN,
  check,
  factKind,
  readFacts,
  readRoster,
  readScheme,
  readShape,
  type Scheme,
} from '@oneneedle/kernel';
import { describe, expect, it } from 'vitest';
import { importScheme } from '../src/scheme/index.ts';
import { sampleFile, wordSample } from './import-samples.ts';

/** What stands in the draft, and what a person writes instead; every one of them must be there. */
const decisions: readonly [string, string][] = [
  ['line: 待定', 'line: qinghe-quarter'],
  ['version: 待定', 'version: "2026.1"'],
  ['subject: { kind: unit }', 'subject: { kind: unit, where: { types: [village] } }'],
  [
    'rule: { pending: { why: 没有写扣几分、加几分 } }',
    'on: extra.decided\n        rule: { decision: { body: 考核办, from: 0, to: 3 } }',
  ],
  [
    'rule: { pending: { why: 一票否决须有中央或省的依据文号，写在“一票否决”里；没有依据的，请改为扣分条款 } }',
    'on: accident\n        rule: { count: { delta: -20 } }',
  ],
];

const moreKinds = `
- { kind: extra.decided, name: 考核办商定加分, form: decision, about: unit }
- { kind: accident, name: 重大安全责任事故, form: event, about: unit }
`;

const roster = `
units:
  - { code: 东溪村, name: 东溪村 }
  - { code: 西岗村, name: 西岗村 }
`;

const facts = `
- { id: F1, kind: c1-1, about: 东溪村, on: 2026-01-12, values: { 处数: 3 } }
- { id: F2, kind: c1-2, about: 东溪村, on: 2026-02-03 }
- { id: F3, kind: c1-2, about: 东溪村, on: 2026-02-20 }
- { id: F4, kind: c2-1, about: 东溪村, on: 2026-02-05, matter: W-1 }
- { id: F5, kind: urged, about: 东溪村, on: 2026-02-10, matter: W-1, values: { 期限: 2026-02-20 } }
- { id: F6, kind: c3-1, form: judgement, about: 东溪村, on: 2026-03-02, chosen: { clause: 3-1, points: -1, reason: 只评了一次 } }
- { id: F7, kind: c4-1, form: measure, about: 东溪村, on: 2026-03-31, values: { 参保率: 95.5% } }
- { id: F8, kind: c4-1, form: measure, about: 西岗村, on: 2026-03-31, values: { 参保率: 99% } }
- { id: F9, kind: c二.1, about: 东溪村, on: 2026-03-03, values: { 级别: 市级 } }
- { id: F10, kind: c二.2, about: 东溪村, on: 2026-03-08, values: { 场数: 5 } }
- { id: F11, kind: extra.decided, form: decision, about: 东溪村, on: 2026-03-20, doc: { no: 青考〔2026〕3号 }, chosen: { clause: 二.3, points: 1, reason: 抢险 } }
`;

describe('a draft that was finished by hand', () => {
  it('gives the points of a quarter', async () => {
    const draft = await importScheme(sampleFile('细则.docx', await wordSample()));
    let text = draft.scheme;
    for (const [from, to] of decisions) {
      expect(text).toContain(from);
      text = text.replace(from, to);
    }
    const read = readScheme(text);
    const kinds = readShape(draft.kinds + moreKinds, factKind.array());
    expect([read.findings, kinds.findings]).toEqual([[], []]);
    const scheme = read.value as Scheme;
    const errors = check(scheme, { kinds: kinds.value }).filter((one) => one.severity === 'error');
    expect(errors).toEqual([]);

    const book = {
      schemes: [scheme],
      roster: readRoster(roster).roster,
      facts: readFacts(facts).facts,
      calendar: calendarCN,
      seals: [],
      kinds: kinds.value,
    };
    const result = assess(book, { scheme: 'qinghe-quarter', period: '2026-Q1' as never });
    const points = result.subjects.map(({ code, totalMilli }) => [code, totalMilli]);
    // 东溪村 15 − 3 × 0.5 − 2 × 0.2 = 13.1；10 − 1 × 2 = 8；5 − 1 = 4；10 − 2 × 0.5 = 9；为老 10（年末才算）；
    // 加分 2 + 2（5 场 2.5，封顶 2）+ 1 = 5。13.1 + 8 + 4 + 9 + 10 + 5 = 49.1
    // 西岗村 15 + 10 + 5 + 10 + 10 = 50
    expect(points).toEqual([
      ['东溪村', 49100],
      ['西岗村', 50000],
    ]);
  });
});
