/** A scheme as its official text: nothing of it is lost, nothing is added, every convention is told. */

import { readdirSync, readFileSync } from 'node:fs';
import {
  conventions,
  factKind,
  type Node,
  readScheme,
  readShape,
  type Scheme,
} from '@oneneedle/kernel';
import { describe, expect, it } from 'vitest';
import { schemeDocument, schemeText } from '../src/scheme/index.ts';
import { all, type Element, own, partsOf, textIn, value } from './ooxml.ts';

const schemes = new URL('../../schemes/', import.meta.url);
const encoded = new URL('../../kernel/test/schemes/', import.meta.url);
const examples = ['village-daily', 'village-cadres', 'town-staff'];

function schemeIn(folder: URL): Scheme {
  const read = readScheme(readFileSync(new URL('scheme.yaml', folder), 'utf8'));
  if (!read.value) throw new Error(JSON.stringify(read.findings));
  return read.value;
}

const example = (name: string) => schemeIn(new URL(`${name}/`, schemes));
const kindsOf = (name: string) =>
  readShape(readFileSync(new URL(`${name}/kinds.yaml`, schemes), 'utf8'), factKind.array()).value;

/** A scheme of the fewest parts, and what a test adds to it. */
function small(more: Partial<Scheme> = {}): Scheme {
  const clauses = [
    { code: '1.1', text: '每次扣1分。', on: 'late', rule: { count: { delta: '-1' } } },
  ];
  return {
    line: 'small',
    name: '青禾镇考核办法',
    version: '1',
    subject: { kind: 'unit' },
    period: 'quarter',
    tree: [{ code: '1', name: '纪律', full: '10', clauses }],
    ...more,
  } as Scheme;
}

/** All that the document says, a paragraph a line. */
function saying(scheme: Scheme): string {
  const { body, title, underTitle = [], marks = [], appendices = [] } = schemeText(scheme);
  const blocks = [...body, ...appendices.flatMap((appendix) => appendix.blocks)];
  const texts = blocks.map((block) =>
    block.kind === 'table' ? JSON.stringify([block.head, block.rows]) : block.text,
  );
  return [...marks, title.join(''), ...underTitle, ...texts].join('\n');
}

const nodesUnder = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodesUnder)];

/** Rows of a table with what spans rows filled in, as an importer reads them. */
function rowsIn(table: Element | undefined): string[][] {
  const above: string[] = [];
  return all(table, 'w:tr').map((row) => {
    let at = 0;
    return own(row, 'w:tc').flatMap((cell) => {
      const span = Number(value(cell, 'w:gridSpan') ?? '1');
      const text = value(cell, 'w:vMerge') === 'continue' ? (above[at] ?? '') : textIn(cell);
      const texts = Array.from({ length: span }, () => text);
      for (const one of texts) above[at++] = one;
      return texts;
    });
  });
}

describe.each(examples)('the official text of %s', (name) => {
  const scheme = example(name);
  const nodes = scheme.tree.flatMap(nodesUnder);
  const clauses = nodes.flatMap((node) => node.clauses ?? []);
  const file = async () => {
    const bytes = await schemeDocument(scheme, { kinds: kindsOf(name) });
    return (await partsOf(bytes)).get('word/document.xml');
  };

  it('has every clause in one row with its number, text, owner and source', async () => {
    const tables = all(await file(), 'w:tbl');
    const rows = tables.map(rowsIn).find(([head]) => head?.includes('评分标准')) ?? [];
    const at = (title: string) => rows[0]?.indexOf(title) ?? -1;
    for (const { code, text, owner, source } of clauses) {
      const found = rows.filter((row) => row[at('编号')] === code);
      expect(found).toHaveLength(1);
      expect(found[0]?.[at('评分标准')]).toContain(text);
      expect(found[0]?.[at('责任部门')]).toBe(owner);
      expect(found[0]?.[at('数据来源')]).toBe(source);
    }
    expect(rows).toHaveLength(clauses.length + (scheme.groups && name === 'village-daily' ? 2 : 1));
  });

  it('names every indicator beside its clauses', async () => {
    const rows = rowsIn(
      all(await file(), 'w:tbl').find((table) => textIn(table).includes('评分标准')),
    );
    for (const node of nodes) {
      for (const clause of nodesUnder(node).flatMap((item) => item.clauses ?? [])) {
        const row = rows.find((cells) => cells.includes(clause.code));
        expect(row?.some((cell) => cell.split('\n')[0] === `${node.code} ${node.name}`)).toBe(true);
      }
    }
  });

  it('answers every open question, and says which answers are defaults', async () => {
    const rows = rowsIn(all(await file(), 'w:tbl').at(-1)).slice(1);
    const list = conventions(scheme);
    expect(rows.map(([no]) => Number(no))).toEqual(list.map(({ no }) => no));
    expect(rows.map((row) => row[1])).toEqual(list.map(({ question }) => question));
    expect(rows.map((row) => row[3])).toEqual(list.map(({ stated }) => (stated ? '写明' : '默认')));
    const others = list.flatMap(({ no, answer }, index) =>
      no === 2 ? [] : [[rows[index]?.[2], answer]],
    );
    for (const [shown, answer] of others) expect(shown).toBe(answer);
    expect(rows.flat().join()).not.toMatch(/\b(?:from|to|above|below)\b/);
  });

  it('says every consequence with its body, basis and steps, as a proposal', async () => {
    const text = textIn(await file());
    expect(text).toContain(
      '本部分所列都是建议，由写明的机构依照规定和程序决定；得分和名次本身不产生任何处理。',
    );
    for (const { name: title, body, basis, procedure, papers = [] } of scheme.outcomes ?? []) {
      for (const part of [title, body, basis, ...procedure, ...papers])
        expect(text).toContain(part);
    }
    for (const sequence of scheme.sequences ?? []) {
      expect(text).toContain(sequence.text.replace(/。$/, ''));
    }
    for (const line of scheme.pay?.lines ?? []) expect(text).toContain(line.name);
  });

  it('is the same every time and names no code word of the language', async () => {
    const once = await schemeDocument(scheme, { kinds: kindsOf(name) });
    expect(await schemeDocument(scheme, { kinds: kindsOf(name) })).toEqual(once);
    const text = textIn(await file()).replace(scheme.line, '');
    expect(text.match(/[a-z]{3,}/gi)).toBeNull();
    expect(text).toContain('演示数据，不作公文使用');
    expect(text).not.toContain('待定');
  });
});

describe('the official text', () => {
  it.each(
    readdirSync(encoded).filter((name) => name.startsWith('rules-') && !name.endsWith('.ts')),
  )('of %s can be made, and holds all clauses', async (name) => {
    const scheme = schemeIn(new URL(`${name}/`, encoded));
    const text = textIn((await partsOf(await schemeDocument(scheme))).get('word/document.xml'));
    const clauses = scheme.tree.flatMap(nodesUnder).flatMap((node) => node.clauses ?? []);
    for (const clause of clauses) expect(text).toContain(clause.text);
    expect(text).not.toMatch(/undefined|\[object|NaN|null/);
  });

  it('shows what is missing and makes nothing up', () => {
    const text = saying(small());
    expect(text).toContain('（【决定机构待定】决定，【文号待定】）');
    expect(text).toContain('本办法【施行日期待定】；版本1');
    expect(text).toContain(`["1.1","每次扣1分。","【待定】","【待定】"]`.slice(1, -1));
    const parts = schemeText(small()).body.filter(
      (block) => block.kind === 'heading' && block.level === 1,
    );
    expect(parts.map((block) => (block.kind === 'heading' ? block.text : ''))).toEqual([
      '总则',
      '考核内容和评分标准',
      '附则',
    ]);
  });

  it('marks a clause whose rule is not decided', () => {
    const clauses = [
      { code: '1.1', text: '做得好的加分。', rule: { pending: { why: '没有写几分' } } },
    ];
    const tree = [{ code: '1', name: '纪律', full: '10', clauses }] as Scheme['tree'];
    expect(saying(small({ tree }))).toContain('做得好的加分。【计分方式待定】没有写几分');
  });

  it('cites the authority of a veto, or that there is none', () => {
    const veto = {
      code: 'V1',
      text: '弄虚作假的，总分计零',
      on: 'fraud',
      scope: { score0: 'total' },
    };
    const authority = {
      documentNo: '云办发〔2026〕2号',
      title: '考核纪律规定',
      body: '云川县委办',
    };
    const told = (vetoes: unknown[]) => saying(small({ vetoes } as Partial<Scheme>));
    expect(told([{ ...veto, authority }])).toContain(
      '弄虚作假的，总分计零。后果：总分计0分。依据：云川县委办《考核纪律规定》（云办发〔2026〕2号）。',
    );
    expect(told([veto])).toContain('依据：【依据文号待定】。');
  });

  it('never says that a list of the last is published', () => {
    const lists = [
      { name: '红榜', top: '3', audience: 'posted' },
      { name: '需改进', bottom: '2', audience: 'posted' },
    ];
    const text = saying(small({ ranking: { lists } } as Partial<Scheme>));
    expect(text).toContain('“红榜”列前3名，边上同分的提请研究；公布。');
    expect(text).toContain('“需改进”列后2名，边上同分的提请研究；内部掌握，不公布。');
  });

  it.each([
    [{ from: '90' }, '90分以上'],
    [{ from: '80', below: '90' }, '80分以上、不满90分'],
    [{ above: '0', to: '60' }, '高于0分、60分以下'],
  ])('says the bounds %j in words', (bounds, words) => {
    const grades = { order: ['好', '差'], bands: [{ grade: '好', ...bounds }] };
    expect(saying(small({ grades } as Partial<Scheme>))).toContain(`["好","${words}"]`);
  });

  it('says conditions in words, kinds by their names', () => {
    const kinds = [{ kind: 'fire', name: '森林火灾', form: 'event' }];
    const gate = (when: unknown) => {
      const clauses = [
        { code: '1.1', text: '每次扣1分。', on: 'late', rule: { count: { delta: '-1' } } },
      ];
      const tree = [
        { code: '1', name: '防火', full: '10', gate: [{ when, then: 'zero' }], clauses },
      ];
      return saying(small({ kinds, tree } as unknown as Partial<Scheme>));
    };
    const fire = { occurs: { kind: 'fire', where: { 等级: ['较大', '重大'] } } };
    expect(gate(fire)).toContain('有“森林火灾”（等级为较大、重大）的，本项不得分');
    expect(gate({ not: { occurs: { kind: 'fire', window: 'year' } } })).toContain(
      '全年没有“森林火灾”的，',
    );
    expect(
      gate({ any: [fire, { test: { of: { count: { kind: 'late' } }, atLeast: '3' } }] }),
    ).toContain('，或者“late”的次数不低于3的，本项不得分');
  });

  it('gives each group its column of full marks, and a dash where it has none', () => {
    const [table] = schemeText(example('village-daily')).body.filter(
      (block) => block.kind === 'table',
    );
    expect(table?.head).toEqual([['编号', '指标', '平原村', '山区村', '城郊村', '说明']]);
    expect(table?.rows[0]).toEqual(['1', '人居环境', '40', '30', '35', '扣完为止']);
    expect(table?.rows.at(-1)?.slice(1)).toEqual(['100', '100', '100', '']);
    const [tree] = schemeText(example('village-daily')).appendices?.[0]?.blocks ?? [];
    const rows = tree?.kind === 'table' ? tree.rows : [];
    const farmland = rows.find((row) => row.some((cell) => cell === '3.2.1'));
    expect(
      farmland?.map((cell) => (typeof cell === 'string' ? cell : cell.text)).slice(1, 4),
    ).toEqual(['6', '—', '—']);
  });
});
