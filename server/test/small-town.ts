/** A town of three villages, small enough that a package of it is made in a moment. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder } from './terminal.ts';

export const smallScheme = `line: small-town
name: 青禾镇小村考核办法
documentNo: 青党发〔2026〕9号
decidedBy: 青禾镇党委会
version: "2026"
effective: { from: 2026-01-01, to: 2026-12-31 }
subject: { kind: unit, where: { types: [village] } }
period: quarter
tree:
  - code: 1
    name: 人居环境
    owner: 城建办
    full: 60
    floor: zero
    clauses:
      - { code: 1.1, text: 发现垃圾积存的，每处扣0.5分。, owner: 城建办, source: 巡查记录, proof: [visit], on: garbage, rule: { count: { of: 处数, delta: -0.5 } } }
  - code: 2
    name: 加分
    cap: 5
    span: year
    clauses:
      - { code: 2.1, text: 获县级表彰的，每次加3分。, owner: 党政办, source: 表彰文件, proof: [document], on: honour, rule: { count: { delta: 3 } }, span: year }
  - code: 3
    name: 群众评议
    full: 40
    clauses:
      - { code: 3.1, text: 满意率每低1个百分点扣1分。, owner: 考核办, source: 评议结果, proof: [result], rule: { linear: { of: { measure: { kind: poll, field: 满意率 } }, reference: 100%, per: 1%, in: points, delta: -1, side: below, stepping: floor } } }
total: { full: 100 }
procedure: { notice: { workdays: 5 }, objection: { workdays: 5 } }
`;

export const smallRoster = `units:
  - { code: 东溪村, name: 东溪村 }
  - { code: 西岗村, name: 西岗村 }
  - { code: 南坪村, name: 南坪村 }
`;

export const smallKinds = `- { kind: garbage, name: 垃圾积存, form: event, about: unit, fields: { 处数: { type: number, unit: 处, required: true } } }
- { kind: honour, name: 县级表彰, form: event, about: unit }
- { kind: poll, name: 群众评议, form: measure, about: unit, fields: { 满意率: { type: rate, required: true } } }
`;

const by = 'evidence: [记录], by: 城建办 周, reviewedBy: 考核办 吴';
const polls = (quarter: string, first: number) =>
  ['东溪村', '西岗村', '南坪村'].map(
    (village, index) =>
      `- { id: P${first + index}, kind: poll, form: measure, about: ${village}, period: ${quarter}, values: { 满意率: ${95 + index}% }, ${by} }`,
  );
const checked = (quarter: string, first: number) =>
  ['1.1', '2.1'].map(
    (clause, index) =>
      `- { id: C${first + index}, kind: checked, form: checked, period: ${quarter}, values: { clause: ${clause} }, by: 考核办 吴 }`,
  );

export const smallFacts = [
  '# 一季度',
  `- { id: F1, kind: garbage, about: 东溪村, on: 2026-02-11, values: { 处数: 5 }, ${by}, note: 二月暗访 }`,
  `- { id: F2, kind: garbage, about: 西岗村, on: 2026-03-02, values: { 处数: 1 }, ${by} }`,
  `- { id: F3, kind: honour, about: 南坪村, on: 2026-03-05, doc: { no: 云办〔2026〕8号 }, ${by} }`,
  ...polls('2026-Q1', 1),
  ...checked('2026-Q1', 1),
  '# 二季度',
  `- { id: F4, kind: honour, about: 南坪村, on: 2026-05-06, doc: { no: 云办〔2026〕19号 }, ${by} }`,
  ...polls('2026-Q2', 4),
  ...checked('2026-Q2', 3),
  '',
].join('\n');

/** A folder of the small town; each named file changed as told, or left out where that is ''. */
export function smallTown(changes: Record<string, (text: string) => string> = {}): string {
  const folder = emptyFolder();
  const files: Record<string, string> = {
    'scheme.yaml': smallScheme,
    'roster.yaml': smallRoster,
    'facts.yaml': smallFacts,
    'kinds.yaml': smallKinds,
  };
  for (const name of new Set([...Object.keys(files), ...Object.keys(changes)])) {
    const text = changes[name]?.(files[name] ?? '') ?? files[name] ?? '';
    if (text !== '') writeFileSync(join(folder, name), text);
  }
  return folder;
}
