/**
 * The examples that ship with the product: they parse, the check finds no error, their cases hold,
 * and nothing in them points to a real place or a real person's score.
 */

import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Seal } from '../../src/book/book.ts';
import { check } from '../../src/check/check.ts';
import { assess } from '../../src/evaluate/assess.ts';
import { sealOf, sealRefusals } from '../../src/evaluate/seal.ts';
import { counterfactuals } from '../../src/explain/counterfactual.ts';
import type { Node } from '../../src/scheme/scheme.ts';
import { listOf } from '../../src/scheme/shapes.ts';
import { calendarCN } from '../../src/time/calendar-cn.ts';
import { periodsOfYear } from '../../src/time/periods.ts';
import { caseDifferences, findingWords, readExample, sourceOf } from './examples.ts';

const folders = ['village-daily', 'village-cadres', 'town-staff', 'environment-check'] as const;
const files = ['scheme.yaml', 'roster.yaml', 'facts.yaml', 'kinds.yaml', 'cases.yaml', 'README.md'];

/** Provinces, and places that the sources of the product name. */
const realPlaces =
  '北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾|许市|君山|岳阳|凉亭村|柿树|铺子嘴|金盆|许家牌|天井山|长街|宁海|石城|赫章|西宋集|马临|文登|龙田|白地市';

/** What a scheme may not count at all, in the words that such clauses use. */
const forbidden =
  /上访人次|信访件数|越级访|劝返|打卡次数|登录次数|活跃度|在线时长|积分排名|一票否决(?!、)|黑榜/;

describe.each(folders)('%s', (folder) => {
  const example = readExample(folder);
  const { scheme, kinds, roster, facts, cases } = example;
  const clauses = nodesOf(scheme.tree).flatMap((node) => node.clauses ?? []);

  it('is complete, and every file has its shape', () => {
    for (const file of files) {
      expect(existsSync(new URL(`../../../schemes/${folder}/${file}`, import.meta.url)), file).toBe(
        true,
      );
    }
    expect(findingWords(example.findings)).toEqual([]);
  });

  it('says that it is a demonstration', () => {
    expect(scheme.demonstration).toBe(true);
    for (const file of files.filter((name) => name !== 'cases.yaml')) {
      expect(sourceOf(folder, file), file).toContain('演示数据');
    }
  });

  it('names no real place', () => {
    for (const file of files) {
      expect(sourceOf(folder, file).match(new RegExp(realPlaces, 'g')), file).toBeNull();
    }
  });

  it('counts no petitions, no use of software and has no list of the last', () => {
    for (const { code, text } of clauses) expect(text, code).not.toMatch(forbidden);
    expect(scheme.vetoes ?? []).toEqual([]);
    expect(scheme.ranking?.lists?.some((list) => list.bottom !== undefined) ?? false).toBe(false);
  });

  it('gives every clause its owner, source and proof', () => {
    for (const clause of clauses) {
      expect(clause.owner, clause.code).toBeTruthy();
      expect(clause.source, clause.code).toBeTruthy();
      expect(clause.proof?.length, clause.code).toBeGreaterThan(0);
    }
    const paper = clauses.filter(({ proof }) =>
      proof?.every((one) => ['minutes', 'ledger', 'photo'].includes(one)),
    );
    expect(paper.length * 10).toBeLessThanOrEqual(clauses.length);
  });

  it('passes the check without an error', () => {
    const findings = check(scheme, { kinds, roster });
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(findingWords(errors)).toEqual([]);
  });

  it('records facts that are catalogued, about subjects of the roster, each id once', () => {
    const byKind = new Map(kinds.map((kind) => [kind.kind, kind]));
    const subjects = new Set([...roster.units, ...roster.persons].map(({ code }) => code));
    expect(facts.map(({ id }) => id)).toEqual([...new Set(facts.map(({ id }) => id))]);
    for (const fact of facts) {
      const kind = byKind.get(fact.kind);
      expect(kind?.form, fact.id).toBe(fact.form);
      for (const { subject } of fact.about) expect(subjects, fact.id).toContain(subject);
      for (const [name, field] of Object.entries(kind?.fields ?? {})) {
        const value = fact.values[name];
        if (field.required) expect(value, `${fact.id} ${name}`).toBeDefined();
        if (field.options && value !== undefined) expect(field.options, fact.id).toContain(value);
      }
      for (const name of Object.keys(fact.values)) {
        expect(Object.keys(kind?.fields ?? {}), fact.id).toContain(name);
      }
      expect(fact.recordedBy, fact.id).toBeTruthy();
      expect(fact.reviewedBy, fact.id).not.toBe(fact.recordedBy);
    }
  });

  it('hears only kinds of its catalogue', () => {
    const known = new Set(kinds.map(({ kind }) => kind));
    for (const clause of clauses) {
      for (const kind of listOf(clause.on)) expect(known, clause.code).toContain(kind);
    }
  });

  it('is assessed over all its facts, and the lines of every tree add up', () => {
    const book = { schemes: [scheme], roster, facts, calendar: calendarCN, seals: [] };
    for (const period of periodsOfYear(2026, scheme.period)) {
      const { subjects } = assess(book, { scheme: scheme.line, period });
      expect(subjects.length).toBeGreaterThan(0);
      for (const { code, tree, totalMilli } of subjects) {
        const sum = tree.children.reduce((all, line) => all + line.milli, 0);
        expect(sum, `${code} ${period}`).toBe(totalMilli);
      }
    }
  });

  it('has at least a dozen cases', () => expect(cases.length).toBeGreaterThanOrEqual(12));

  it.each(cases)('$title', (item) => {
    expect(caseDifferences(example, item), item.arithmetic).toEqual([]);
  });
});

describe('village-daily, told as one story', () => {
  const { scheme, roster, facts } = readExample('village-daily');
  const book = { schemes: [scheme], roster, facts, calendar: calendarCN, seals: [] };

  it('says what rectification in time would have saved: 2.000, and 1.250 ahead instead of 0.750 behind', () => {
    const options = { scheme: scheme.line, period: '2026-Q1' };
    const chances = counterfactuals(book, options, assess, '东溪村');
    const inTime = chances.find(({ matter, dueOn }) => matter === 'R-17' && dueOn !== undefined);
    expect(inTime?.gainMilli).toBe(2000);
    expect(inTime?.previous).toMatchObject({
      name: '西岗村',
      totalMilli: 97_650,
      beforeMilli: 750,
      afterMilli: -1250,
    });
  });

  it('gives the same points whether the earlier quarters were sealed or not', () => {
    const seals: Seal[] = [];
    for (const period of periodsOfYear(2026, 'quarter')) {
      const options = { scheme: scheme.line, period };
      const signed = facts.filter((fact) => fact.form === 'checked' && fact.period === period);
      const upTo = Math.max(...signed.map(({ seq }) => seq));
      const open = assess(book, options);
      const sealed = assess({ ...book, seals: [...seals] }, { ...options, upTo });
      const totals = (list: typeof open.subjects) =>
        list.map(({ code, totalMilli, rank, grade }) => [code, totalMilli, rank, grade.effective]);
      expect(totals(sealed.subjects), period).toEqual(totals(open.subjects));
      expect(sealRefusals(sealed, { facts, seals }), period).toEqual([]);
      seals.push(sealOf(sealed, { facts, seals }));
    }
  });
});

function nodesOf(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => [node, ...nodesOf(node.children ?? [])]);
}
