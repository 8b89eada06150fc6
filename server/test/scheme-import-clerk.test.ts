/** Rules as a clerk writes them on an evening: nothing assumed is unsaid, no sentence is cut in two. */

import { type Node, readScheme } from '@oneneedle/kernel';
import { Paragraph, Table, TableCell, TableRow } from 'docx';
import { describe, expect, it } from 'vitest';
import { importScheme, type SchemeDraft } from '../src/scheme/index.ts';
import { sampleFile, wordOf } from './import-samples.ts';

const line = (text: string) => new Paragraph(text);

const table = (rows: readonly (readonly string[])[]) =>
  new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map((text) => new TableCell({ children: text.split('\n').map(line) })),
        }),
    ),
  });

const head = ['一级指标', '考核内容', '评分标准', '分值'];

const draftOf = async (children: readonly (Paragraph | Table)[]): Promise<SchemeDraft> =>
  importScheme(sampleFile('细则.docx', await wordOf(children)));

/** The draft of one indicator with these sentences, each a numbered line of its cell. */
const draftOfSentences = (sentences: readonly string[], points = '10', name = '事务') =>
  draftOf([
    line('柳溪镇村级工作考核细则'),
    table([head, [name, '', sentences.map((one, at) => `${at + 1}.${one}`).join('\n'), points]]),
  ]);

function treeOf(draft: SchemeDraft): readonly Node[] {
  const { value, findings } = readScheme(draft.scheme);
  expect(findings).toEqual([]);
  return value?.tree ?? [];
}

const clausesOf = (nodes: readonly Node[]): NonNullable<Node['clauses']> =>
  nodes.flatMap((node) => [...(node.clauses ?? []), ...clausesOf(node.children ?? [])]);

describe('a span that nobody wrote', () => {
  it('is among the things to check', async () => {
    const draft = await draftOfSentences([
      '逾期未整改到位的，每处扣1分，经催办仍未整改的加倍扣分；',
    ]);
    expect(clausesOf(treeOf(draft))[0]?.span).toBe('year');
    expect(draft.open.join('\n')).toContain(
      ' 条：加倍要看催办以后，催办和逾期可能不在一期，按全年连着算（span: year），请核对。',
    );
    expect(draft.scheme).toContain('# 请核对：加倍要看催办以后');
  });
});

describe('a note', () => {
  it('says something that the name does not', async () => {
    const draft = await draftOf([
      table([
        head,
        ['加分项', '加分', '好人好事，每件加1分。', '最高5分'],
        ['环境', '村容村貌', '有垃圾的，每处扣1分。', '10'],
      ]),
    ]);
    expect(treeOf(draft).map(({ note }) => note)).toEqual([undefined, '村容村貌']);
  });
});
