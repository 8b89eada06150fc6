/**
 * Sentences become rules by fixed patterns, whole or not at all. The examples are those of
 * docs/reference/import.md; the laws hold for sentences that nobody wrote down.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Node, readScheme } from '@oneneedle/kernel';
import { Paragraph } from 'docx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importScheme } from '../src/scheme/index.ts';
import { sampleFile, wordOf } from './import-samples.ts';

type Clause = NonNullable<Node['clauses']>[number];

const page = readFileSync(join(import.meta.dirname, '../../docs/reference/import.md'), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
const read = rows.filter(({ length, 1: text }) => length === 3 && text !== '例句');
const undecided = rows.filter(({ length, 0: text }) => length === 2 && text !== '例句');

/** The clauses of texts, each a numbered line under a heading with ten points. */
async function clausesOf(
  texts: readonly string[],
  title = '青禾镇村级考核细则',
): Promise<Clause[][]> {
  const lines = [title, '一、工作（10分）', ...texts.map((text, at) => `${at + 1}.${text}`)];
  const bytes = await wordOf(lines.map((line) => new Paragraph(line)));
  const { value, findings } = readScheme(
    (await importScheme(sampleFile('细则.docx', bytes))).scheme,
  );
  expect(findings).toEqual([]);
  const clauses = value?.tree[0]?.clauses ?? [];
  return texts.map((_, at) => clauses.filter(({ code }) => code.split('-')[0] === `1.${at + 1}`));
}

const isPending = ({ rule }: Clause) => 'pending' in rule;
const whyOf = ({ rule }: Clause) => ('pending' in rule ? rule.pending.why : '');

/** `{ count: { delta: -0.5 } }` as the language reads it, with the code of its kind. */
function expected(written: string, code: string): unknown {
  const text = written.replace(/^`|`$/g, '').replaceAll('c1-1', `c${code}`);
  const asRule = text.startsWith('{') ? `rule: ${text}` : text;
  const document = [
    'line: a',
    'name: a',
    'version: a',
    'subject: { kind: unit }',
    'period: year',
    'tree:',
    '  - code: 1',
    '    name: a',
    '    clauses:',
    '      - code: 1.1',
    '        text: a',
    ...(asRule.startsWith('rule') ? [] : ['        rule: { pending: { why: a } }']),
    `        ${asRule}`,
  ].join('\n');
  const { value, findings } = readScheme(document);
  expect(findings).toEqual([]);
  const { code: _code, text: _text, ...clause } = value?.tree[0]?.clauses?.[0] ?? ({} as Clause);
  if (asRule.startsWith('rule')) return clause;
  const { rule: _rule, ...keys } = clause as Clause;
  return keys;
}

describe('the page about the import', () => {
  it('has examples of both sorts', () => {
    expect(read.length).toBeGreaterThan(20);
    expect(undecided.length).toBeGreaterThan(10);
  });

  it.each(read)('%s: %s', async (_, text = '', written = '') => {
    const [clauses = []] = await clausesOf([text]);
    expect(clauses.map(whyOf)).toEqual(['']);
    expect(clauses[0]).toMatchObject(expected(written, clauses[0]?.code ?? '') as object);
  });

  it.each(undecided)('%s stays undecided: %s', async (text = '', why = '') => {
    const [clauses = []] = await clausesOf([text]);
    expect(clauses.map(whyOf)).toContain(why);
  });
});

const sentences = read.map(([, text = '']) => text);

describe('what is read', () => {
  it('is nothing, where words are left over behind it', async () => {
    const rests = [
      '特殊情况除外',
      '由考核办核定',
      '整改到位后返还',
      '逐次递增',
      '同一问题不重复计',
      '情况属实的从轻',
    ];
    const texts = sentences
      .filter((text) => !text.includes('（') && !text.includes('研究决定'))
      .flatMap((text) => rests.map((rest) => `${text.replace(/。$/, '')}，${rest}。`));
    const clauses = await clausesOf(texts);
    texts.forEach((text, at) => {
      const rest = text.slice(text.lastIndexOf('，') + 1, -1);
      const bearing = clauses[at]?.filter((clause) => clause.text.includes(rest)) ?? [];
      expect([text, bearing.map(isPending)]).toEqual([text, [true]]);
    });
  });

  it('has no number that the text does not name', async () => {
    const clauses = (await clausesOf(sentences)).flat();
    expect(clauses).toHaveLength(sentences.length);
    for (const { text, rule, cap, floor, extra } of clauses) {
      const named = [...text.matchAll(/\d+(?:\.\d+)?|[一二两三四五六七八九十]/g)].map(([one]) =>
        String(
          one.length > 1 || /\d/.test(one)
            ? one
            : '零一二三四五六七八九十'.indexOf(one.replace('两', '二')),
        ),
      );
      const used = JSON.stringify({ ...rule, cap, floor, extra }).replace(/"c1\.[^"]*"/g, '');
      const numbers = [...used.matchAll(/\d+(?:\.\d+)?/g)].map(([one]) => one);
      // 至今没有决定的加分从 0 起，是这种计分方式自己的下限。
      const invented = numbers.filter((one) => !named.includes(one) && one !== '0');
      expect([text, invented]).toEqual([text, []]);
    }
  });

  it('goes by the period: 每月几次 is decided only where the scheme is by month', async () => {
    const text = '每月入户走访不足10次的，扣1分。';
    const [open = []] = await clausesOf([text]);
    expect(open.map(whyOf)).toEqual(['10次是多长时间里的，与考核周期对不上，请写定']);
    const [monthly = []] = await clausesOf([text], '青禾镇村级月度考核细则');
    expect(monthly[0]?.rule).toEqual({
      shortfall: { of: { count: { kind: 'c1.1' } }, min: '10', once: '-1' },
    });
  });

  it('does not depend on how digits and dashes are written', async () => {
    const spellings = [
      '扣0.5－2分',
      '扣０．５—２分',
      '扣 0.5 ~ 2 分',
      '扣0.5分至2分',
      '扣0.5到2分',
    ];
    const clauses = await clausesOf(spellings.map((one) => `值班记录缺失的，酌情${one}。`));
    for (const [clause] of clauses) {
      expect(clause?.rule).toEqual({ range: { from: '-2', to: '-0.5' } });
    }
  });
});

describe('sentences that look alike and are not', () => {
  it.each([
    ['未整改的，每月扣1分。', '“每”什么怎样计，请写定'],
    ['缺席两次扣1分。', '几次合在一起怎样计，请写定'],
    ['迟报一天扣0.5分。', '一天、一元怎样计，没有写“每”，请写定'],
    ['信访件酌情加减1－3分。', '分值的写法没有读懂'],
    ['未完成任务的倒扣2分。', '分值的写法没有读懂'],
    ['由镇党委酌情加1－5分。', '由谁来定没有读懂'],
    ['集体经济收入每增加20万元加1分。', '从多少起算没有读懂'],
    ['合格率低于80%、70%的，分别扣1分、2分。', '几个分值各对应哪一档没有读懂'],
    ['考核结果为优秀的，加2分。', '看的是别处评定的结果，请写定读哪一份'],
    ['较上年下降的，扣1分。', '要与往年比，请写定与哪一年比'],
    ['每例加3－1分，为先进典型的。', '后面的“为先进典型的”没有读懂'],
    ['按《青禾镇环境卫生考核办法》不达标的，扣1分。', '按另一份文件算，请写定怎样读它的结果'],
    ['以上情况减半扣分。', '加倍、减半的是哪几条，没有读懂'],
  ])('%s stays undecided', async (text, why) => {
    const [clauses = []] = await clausesOf([text]);
    const reasons = clauses.map(whyOf);
    expect(reasons.every((reason) => reason !== '')).toBe(true);
    expect(reasons.join('；')).toContain(why === '“每”什么怎样计，请写定' ? '怎样计，请写定' : why);
  });
});

describe('the clauses of a text', () => {
  it('joined are the text, whatever it says', async () => {
    const phrase = fc.constantFrom(
      '未按时公开的',
      '每次扣0.5分',
      '扣1－2分',
      '造成后果的，加扣1分',
      '最高加3分',
      '同一项目就高加分',
      '（以通报为准）',
      '一票否决',
      '每少一次扣1分',
      '全年开展5次以上',
      '县、市级分别加1、2分',
      '落实到位',
    );
    const mark = fc.constantFrom('，', '；', '。');
    const text = fc.array(fc.tuple(phrase, mark), { minLength: 1, maxLength: 8 });
    const texts = fc.sample(text, { numRuns: 300, seed: 20260306 }).map((pairs) =>
      pairs
        .flat()
        .join('')
        .replace(/[，；]$/, '。'),
    );
    const clauses = await clausesOf(texts);
    texts.forEach((whole, at) => {
      expect(clauses[at]?.map((clause) => clause.text).join('')).toBe(whole);
    });
  });
});
