/** The circular of a period and the internal report on persons: what they say, and what they never say. */

import {
  type Assessment,
  assess,
  isoDate,
  type Scheme,
  type Seal,
  type SubjectResult,
} from '@oneneedle/kernel';
import { describe, expect, it } from 'vitest';
import { type Folder, optionsFor, readFolder } from '../src/assessment/index.ts';
import { type NoticeInput, noticeDocument, noticeText } from '../src/assessment/notice.ts';
import type { Block, Table } from '../src/document/index.ts';
import { all, partsOf, textIn, value } from './ooxml.ts';
import { exampleFolder } from './terminal.ts';

const receiptCode = '0123-4567-89AB-CDEF-GHJK';

async function inputOf(name: string, period?: string): Promise<NoticeInput> {
  const folder = await readFolder(exampleFolder(name));
  const result = assess(folder.book, optionsFor(folder, period === undefined ? {} : { period }));
  return { folder, result, receiptCode };
}

const villages = await inputOf('village-daily');
const cadres = await inputOf('village-cadres');
const staff = await inputOf('town-staff');

const withScheme = (input: NoticeInput, more: Partial<Scheme>): NoticeInput => ({
  ...input,
  folder: { ...input.folder, scheme: { ...input.folder.scheme, ...more } },
});
const withResult = (input: NoticeInput, more: Partial<Assessment>): NoticeInput => ({
  ...input,
  result: { ...input.result, ...more },
});
const changed = (input: NoticeInput, code: string, more: Partial<SubjectResult>): NoticeInput =>
  withResult(input, {
    subjects: input.result.subjects.map((one) => (one.code === code ? { ...one, ...more } : one)),
  });
const sealed = (input: NoticeInput, off = 0): NoticeInput => {
  const printed = Object.fromEntries(
    input.result.subjects.map(({ code, totalMilli }) => [code, { total: totalMilli + off }]),
  );
  const { line, period, upTo } = input.result;
  const seal = { line, period, edition: 1, atSeq: upTo, printed } as unknown as Seal;
  const folder: Folder = { ...input.folder, book: { ...input.folder.book, seals: [seal] } };
  return { ...input, folder };
};

const tables = (input: NoticeInput) =>
  noticeText(input).body.filter((block): block is Table => block.kind === 'table');
const cells = (table: Table | undefined) =>
  table?.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.text)));
const textOf = (block: Block) => (block.kind === 'table' ? '' : block.text);
const saying = (input: NoticeInput) => {
  const { title, underTitle = [], marks = [], body, note } = noticeText(input);
  const texts = body.map((block) =>
    block.kind === 'table' ? JSON.stringify(block) : textOf(block),
  );
  return [...marks, title.join(''), ...underTitle, ...texts, note].join('\n');
};

describe('the circular of a period', () => {
  it('names the scheme, the period and the day, and says how many were assessed', () => {
    const { title, addressee, body } = noticeText(villages);
    expect(title.join('')).toBe('关于2026年第四季度青禾镇村日常工作差异化考核情况的通报');
    expect(addressee).toBe('各村');
    expect(body.slice(0, 3).map(textOf)).toEqual([
      '根据《青禾镇村日常工作差异化考核办法》（青党发〔2026〕3号），对14个考核对象2026年第四季度的工作进行了考核，计分日为2026年12月31日。现将有关情况通报如下。',
      '基本情况',
      '参加考核的对象14个（平原村5个、山区村5个、城郊村4个），得分已定14个，其中算出等次优秀5个、合格9个。',
    ]);
  });

  it('ranks each group in a table of its own, with the scores of the result', () => {
    expect(tables(villages).map(({ head }) => head)).toEqual(
      Array(3).fill([['名次', '单位', '得分（分）', '算出等次']]),
    );
    expect(tables(villages).map(cells)[0]).toEqual([
      ['1', '西岗村', '101.95', '优秀'],
      ['2', '东溪村', '101.60', '优秀'],
      ['3', '河口村', '100.02', '合格'],
      ['4', '稻香村', '98.94', '合格'],
      ['5', '禾丰村', '98.61', '合格'],
    ]);
  });

  it('says that a rank is shared, and prints a further decimal where two scores would look alike', () => {
    const tie = changed(villages, '东溪村', { rank: 1, shownPlaces: 3 });
    const rows = cells(tables(tie)[0]) ?? [];
    expect(rows.slice(0, 2).map((row) => row[0])).toEqual(['1（并列）', '1（并列）']);
    expect(rows.find((row) => row[1] === '东溪村')?.[2]).toMatch(/^\d+\.\d{3}$/);
    expect(saying(tie)).toContain('得分公布2位小数，公布的数相同而名次不同的多印一位。');
  });

  it('keeps open scores out of the table and without a number', () => {
    const open = changed(villages, '东溪村', {
      state: 'missing',
      provisional: true,
      rank: undefined,
    });
    expect(cells(tables(open)[0])?.map((row) => row[1])).not.toContain('东溪村');
    expect(saying(open)).toContain('得分未定、不排名的：东溪村（缺材料）。');
    expect(saying(open)).toContain('得分已定13个，得分未定1个');
    expect(saying(open)).not.toContain('101.60');
  });

  it('counts a score that is not due yet as open, as the seal does', () => {
    const input = changed(villages, '东溪村', { state: 'notDue', rank: undefined });
    expect(saying(input)).toContain('得分已定13个，得分未定1个');
    expect(saying(input)).toContain('得分未定、不排名的：东溪村（未到期）。');
  });

  it('names who was not assessed, without the grounds', () => {
    const away = changed(villages, '东溪村', { notAssessed: '家庭变故', rank: undefined });
    expect(saying(away)).toContain('未参加考核的：东溪村。');
    expect(saying(away)).not.toContain('家庭变故');
  });

  it('has the red list by group in the order of the scheme, and no list of the last', () => {
    const lists = [
      ...villages.result.lists,
      {
        name: '需改进（平原村）',
        subjects: ['禾丰村'],
        note: '后 1 名',
        audience: 'internal' as const,
      },
    ];
    const body = noticeText(withResult(villages, { lists })).body.map(textOf);
    const at = body.indexOf('红榜');
    expect(body.slice(at, at + 5)).toEqual([
      '红榜',
      '平原村：西岗村、东溪村、河口村。',
      '山区村：白茶村、鹿鸣村、石桥村。',
      '城郊村：南圃村、北闸村、新桥村。',
      '有关说明',
    ]);
    expect(saying(withResult(villages, { lists }))).not.toMatch(/需改进|后 1 名|末位|黑榜/);
  });

  it('says nothing of consequences, firmness of ranks or pay', () => {
    const text = saying(villages);
    for (const { name } of villages.folder.scheme.outcomes ?? []) expect(text).not.toContain(name);
    expect(text).not.toMatch(/建议|谈话|整改|工资|名次区间/);
    expect(text).toContain('得分和名次本身不产生任何处理。');
  });

  it('tells the way to object with the days of the scheme, and with an open place where it states none', () => {
    const { body } = noticeText(villages);
    expect(body.map(textOf)).toContain('本通报公示5个工作日，从张贴次日起算，末日遇休息日顺延。');
    expect(saying(villages)).toContain('自收到之日的次日起5个工作日内书面答复并写明理由');
    const silent = saying(withScheme(villages, { procedure: undefined }));
    expect(silent).toContain('本通报公示【公示期限待定】，从张贴次日起算');
    expect(silent).toContain('自收到之日的次日起【答复期限待定】内书面答复并写明理由');
    expect(silent).not.toMatch(/\d+个?(?:工作日|日内)/);
  });

  it('says how many facts have no evidence yet, and claims it for every point only where it is so', () => {
    const notices = [{ code: 'no-evidence' as const, sentence: '', factIds: ['Z-7', 'Z-8'] }];
    const bare = { ...villages, result: { ...villages.result, notices } };
    expect(saying(bare)).toContain('每一分都有条款编号和事实，其中2条事实还没有附佐证；');
    const proved = { ...villages, result: { ...villages.result, notices: [] } };
    expect(saying(proved)).toContain('每一分都有条款编号、事实和佐证；');
  });

  it('bears the code by which it can be worked out again', () => {
    expect(noticeText(villages).note).toBe(`凭据码${receiptCode}；凭此可用oneneedle verify复算`);
  });

  it('is marked until the period is sealed, and where it is not what was sealed', () => {
    const demonstration = '演示数据，不作公文使用';
    expect(noticeText(villages).marks).toEqual([demonstration, '未封存，供核对']);
    expect(noticeText(sealed(villages)).marks).toEqual([demonstration]);
    expect(noticeText(sealed(villages, 10)).marks).toEqual([
      demonstration,
      '与封存的第1版不符，供核对',
    ]);
    expect(noticeText(withScheme(sealed(villages), { demonstration: false })).marks).toEqual([]);
  });

  it('says that the period is still open, and that the year is a preview', () => {
    const early = withResult(villages, { asOf: isoDate('2026-11-05') });
    expect(saying(early)).toContain('计分日为2026年11月5日，本期未结束，以下是截至该日的情况。');
    expect(saying(villages)).toContain('尚未封存，全年累计条款按重新计算的数预览（暂）。');
  });

  it('is issued by whom it is told, and leaves open what it is not told', async () => {
    const issued: NoticeInput = {
      ...villages,
      issuer: '中共青禾镇委员会',
      documentNo: '青党发〔2027〕1号',
      on: isoDate('2027-01-06'),
      addressee: '各村党组织',
      copyTo: '县委组织部',
      printedBy: { name: '青禾镇党政办', on: isoDate('2027-01-07') },
    };
    const root = (await partsOf(await noticeDocument(issued))).get('word/document.xml');
    for (const text of [
      '中共青禾镇委员会文件',
      '青党发〔2027〕1号',
      '各村党组织：',
      '2027年1月6日',
      '抄送：县委组织部。',
      '2027年1月7日印发',
    ]) {
      expect(textIn(root)).toContain(text);
    }
    expect(textIn(root)).not.toContain('待定');
    const open = textIn((await partsOf(await noticeDocument(villages))).get('word/document.xml'));
    expect(open.match(/【[^】]*待定】/g)).toEqual(['【印发机关待定】', '【成文日期待定】']);
  });

  it('has its font in every run and is the same every time', async () => {
    const bytes = await noticeDocument(villages);
    expect(await noticeDocument(villages)).toEqual(bytes);
    const root = (await partsOf(bytes)).get('word/document.xml');
    for (const run of all(root, 'w:r'))
      expect(value(run, 'w:rFonts', 'w:eastAsia')).toMatch(/GB2312|黑体|小标宋/);
  });

  it('ranks all together where the scheme does, and takes a name that does not end in 考核', () => {
    const together = withScheme(villages, {
      ranking: { within: 'all' },
      name: '青禾镇村工作管理规定',
    });
    expect(tables(together)).toHaveLength(1);
    expect(noticeText(together).title.join('')).toBe(
      '关于2026年第四季度《青禾镇村工作管理规定》考核情况的通报',
    );
  });
});

describe('grades in a notice', () => {
  const paper = {
    body: '青禾镇党委会',
    documentNo: '青党发〔2027〕2号',
    decidedOn: isoDate('2027-01-08'),
  };
  const gradesOf = (input: NoticeInput) =>
    tables(input).flatMap((table) => (cells(table) ?? []).map((row) => row[3]));
  const lifted = assess(villages.folder.book, {
    ...optionsFor(villages.folder, {}),
    decided: Object.fromEntries(
      villages.result.subjects.map(({ code }, index) => [code, index === 0 ? '基本合格' : '合格']),
    ),
  });

  it('are open until the body decided: neither told nor counted', () => {
    const open = { ...villages, decision: 'open' } as const;
    expect(new Set(gradesOf(open))).toEqual(new Set(['【等次待定】']));
    expect(saying(open)).toContain('等次由青禾镇党委会决定，决定以前不公布算出的等次。');
    expect(saying(open)).toContain('本通报只公布得分、名次');
    expect(saying(open)).not.toMatch(/优秀|合格\d|算出等次/);
  });

  it('are those that it decided, with its document', () => {
    const decided = { ...withResult(villages, lifted), decision: paper };
    expect(gradesOf(decided).toSorted()).toEqual(
      ['基本合格', ...Array(13).fill('合格')].toSorted(),
    );
    expect(tables(decided)[0]?.head[0]?.at(-1)).toBe('等次');
    expect(saying(decided)).toContain('其中合格13个、基本合格1个。');
    expect(saying(decided)).toContain('等次由青禾镇党委会2027年1月8日决定（青党发〔2027〕2号）。');
  });

  it('out of a file are said to be worked out, and a tie is open', () => {
    expect(saying(villages)).toContain(
      '等次是按办法规定的分数线和名额算出的，由青禾镇党委会决定以后才作数。',
    );
    const [first] = villages.result.subjects;
    const open = { state: 'pending', open: ['优秀', '合格'], reasons: [] } as const;
    const tied = changed(villages, first!.code, { grade: open });
    expect(gradesOf(tied).filter((grade) => grade === '【等次待定】')).toHaveLength(1);
  });
});

describe.each([
  ['village-cadres', cadres],
  ['town-staff', staff],
])('the internal report of %s', (_, input) => {
  it('says that it is internal, before all else and below its title', () => {
    const { marks, title, underTitle, addressee } = noticeText(input);
    expect(marks?.[0]).toBe('内部资料，不公布');
    expect(title.join('')).toMatch(/^2026年青禾镇.*考核结果呈报$/);
    expect(underTitle).toEqual(['（内部，不公布）']);
    expect(addressee).toBe(input.folder.scheme.decidedBy);
    expect(saying(input)).not.toMatch(/通报如下|公示期|张贴|红榜/);
  });

  it('has every person once, highest score first, and no rank', () => {
    const people = tables(input).filter(({ head }) => JSON.stringify(head).includes('姓名'));
    for (const { head } of people)
      expect(head).toEqual([['序号', '姓名', '得分（分）', '算出等次', '备注']]);
    const names = people.flatMap((table) => (cells(table) ?? []).map((row) => row[1]));
    expect(names.toSorted()).toEqual(input.result.subjects.map(({ name }) => name).toSorted());
    for (const table of people) {
      const scores = (cells(table) ?? [])
        .map((row) => Number(row[2]))
        .filter((score) => !Number.isNaN(score));
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    }
    expect(saying(input)).not.toMatch(/名次（|排名|第 ?1 ?名/);
  });

  it('keeps the grounds of a person in the file', () => {
    for (const { grade } of input.result.subjects) {
      for (const reason of grade.reasons) expect(saying(input)).not.toContain(reason);
    }
    expect(saying(input)).not.toMatch(/请假|立案|处分/);
  });

  it('has every consequence as a proposal of a named body', () => {
    const proposals = input.result.subjects.flatMap((one) =>
      one.proposals.map((proposal) => ({ ...proposal, who: one.name })),
    );
    const table = tables(input).find(({ head }) => JSON.stringify(head).includes('决定机构'));
    for (const { name, body, basis, who } of proposals) {
      const row = cells(table)?.find((one) => one[0] === name);
      expect(row?.[1]?.split('、')).toContain(who);
      expect(row?.slice(2)).toEqual([body, basis]);
    }
    expect(cells(table)?.length).toBe(new Set(proposals.map(({ code }) => code)).size);
    expect(saying(input)).toContain(
      '以下都是建议，由写明的机构依照规定和程序决定；得分和名次本身不产生任何处理。',
    );
  });

  it('puts before the body what the scheme leaves to it', () => {
    const [first] = input.result.subjects;
    const grade = { state: 'pending' as const, reasons: ['“优秀”名额边上同分，提请研究'] };
    const text = saying(
      changed(input, first?.code ?? '', {
        grade,
        provisional: false,
        state: 'scored',
        notAssessed: undefined,
      }),
    );
    expect(text).toContain(`${first?.name}：“优秀”名额边上同分，提请研究`);
  });
});
