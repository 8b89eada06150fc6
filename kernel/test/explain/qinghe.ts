/**
 * The small example of the house, for the first quarter of 2026: 东溪村 has five heaps of garbage
 * (−2.5), one of them not cleared by 9 March although urged (−1 × 2), and one good practice (+2).
 */

import type { Book } from '../../src/book/book.ts';
import { readFacts, readRoster } from '../../src/book/read.ts';
import { readScheme } from '../../src/scheme/read.ts';
import { calendarCN } from '../../src/time/calendar-cn.ts';

export const scheme = `
line: qinghe-village-daily
name: 青禾镇村日常工作差异化考核办法
documentNo: 青党发〔2026〕3号
version: "2026.1"
subject: { kind: unit, where: { types: [village] } }
period: quarter
shown: "2"
groups: [ { code: plain, name: 平原村 }, { code: hill, name: 山区村 } ]
tree:
  - code: "1"
    name: 人居环境
    full: 40
    clauses:
      - code: "1.1"
        text: 每发现一处垃圾积存扣0.5分
        on: inspection.garbage
        rule: { count: { of: places, delta: "-0.5" } }
      - code: "1.2"
        text: 限期整改未完成的每处扣1分，经催办仍未完成的加倍
        on: rectification.failed
        rule: { count: { delta: "-1" } }
        factor: [ { when: { companion: { kind: urged, notDoneBy: due } }, times: "2" } ]
        span: year
  - code: "9"
    name: 加分
    cap: 10
    span: year
    clauses:
      - code: "9.1"
        text: 工作经验获县、市、省级推广的分别加2、4、6分，同一事项就高
        on: honour.promoted
        requires: document
        rule: { choice: { by: level, options: { 县: "2", 市: "4", 省: "6" } } }
        sameMatter: highest
        span: year
`;

export const facts = `
- { id: "1", kind: inspection.garbage, about: dongxi, on: 2026-02-11, values: { places: 5 }, matter: R-17, note: 2月暗访, evidence: [照片3张], by: 周, reviewedBy: 吴 }
- { id: "2", kind: rectification.failed, about: dongxi, on: 2026-03-02, matter: R-17, note: 到期复查, evidence: [复查照片], by: 周, reviewedBy: 吴 }
- { id: "3", kind: urged, about: dongxi, on: 2026-03-03, values: { due: 2026-03-09 }, matter: R-17, note: 催办单, by: 郑, reviewedBy: 吴 }
- { id: "4", kind: honour.promoted, about: dongxi, on: 2026-03-20, values: { level: 县 }, matter: H-2, doc: { no: 县办〔2026〕8号 }, evidence: [扫描件], by: 郑, reviewedBy: 吴 }
- { id: "5", kind: inspection.garbage, about: xigang, on: 2026-02-12, values: { places: 3 }, matter: R-18, note: 2月暗访, evidence: [照片2张], by: 周, reviewedBy: 吴 }
- { id: "6", kind: inspection.garbage, about: nanling, on: 2026-02-13, values: { places: 5 }, matter: R-19, note: 2月暗访, evidence: [照片5张], by: 周, reviewedBy: 吴 }
- { id: "7", kind: honour.promoted, about: nanling, on: 2026-03-21, values: { level: 县 }, matter: H-3, note: 现场会发言, by: 郑 }
`;

export const roster = `
units:
  - { code: dongxi, name: 东溪村, group: plain }
  - { code: xigang, name: 西岗村, group: plain }
  - { code: nanling, name: 南岭村, group: hill }
`;

/** The book of the example, with other facts or another scheme where a test needs them. */
export function bookOf(given: { scheme?: string; facts?: string; roster?: string } = {}): Book {
  const read = readScheme(given.scheme ?? scheme);
  const said = readFacts(given.facts ?? facts);
  const names = readRoster(given.roster ?? roster);
  const findings = [...read.findings, ...said.findings, ...names.findings];
  if (!read.value || findings.length > 0) throw new Error(JSON.stringify(findings));
  return {
    schemes: [read.value],
    roster: names.roster,
    facts: said.facts,
    calendar: calendarCN,
    seals: [],
  };
}

export const firstQuarter = { scheme: 'qinghe-village-daily', period: '2026-Q1' };
