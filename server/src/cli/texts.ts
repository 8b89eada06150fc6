/** The blocks that stand below a ranked list: lists, firmness of ranks, pay, proposals, notices. */

import {
  type Assessment,
  aligned,
  type Fen,
  fenText,
  type LeaveOneOut,
  type Notice,
  type PayeeResult,
  type PayLineResult,
  type PayResult,
  type Scheme,
} from '@oneneedle/kernel';

/** "红榜（平原村，前 3 名）：西岗村、东溪村、河口村", a line each, groups in the scheme's order. */
export function listsText({ lists, subjects }: Assessment, { groups = [] }: Scheme): string {
  const names = new Map(subjects.map(({ code, name }) => [code, name]));
  const order = groups.map(({ name }) => name);
  const groupOf = (name: string) => /^(.*)（(.*)）$/.exec(name);
  const place = (name: string) => order.indexOf(groupOf(name)?.[2] ?? '');
  return [...lists]
    .sort((a, b) => place(a.name) - place(b.name))
    .map(({ name, note, audience, subjects: listed }) => {
      const [places = '', ...remarks] = note.split('；');
      const within = groupOf(name);
      const head = within ? `${within[1]}（${within[2]}，${places}）` : `${name}（${places}）`;
      const who = listed.map((code) => names.get(code) ?? code).join('、') || '无';
      const rest = remarks.length === 0 ? '' : `（${remarks.join('；')}）`;
      return `${head}${audience === 'internal' ? '（内部）' : ''}：${who}${rest}`;
    })
    .join('\n');
}

const leftOutWords = { indicator: '指标', judge: '评委', sample: '抽样点' } as const;

/** Those whose rank another choice of indicators, judges or samples would change; '' for none. */
export function stabilityText(
  intervals: LeaveOneOut,
  result: Assessment,
  { groups = [], ranking }: Scheme,
): string {
  if (intervals.scenarios.length === 0 || intervals.subjects.length === 0) return '';
  const kinds = new Set(intervals.scenarios.map(({ kind }) => kind));
  const left = (['indicator', 'judge', 'sample'] as const)
    .filter((kind) => kinds.has(kind))
    .map((kind) => leftOutWords[kind])
    .join('、');
  const open = intervals.subjects.filter(({ range }) => range[0] !== range[1]);
  if (open.length === 0) return `名次稳定性：去掉任一${left}，名次都不变。`;
  const byCode = new Map(result.subjects.map((subject) => [subject.code, subject]));
  const order = groups.map(({ code }) => code);
  const place = (code: string) =>
    ranking?.within === 'all' ? 0 : order.indexOf(byCode.get(code)?.group ?? '');
  const rows = [...open]
    .sort((a, b) => place(a.subject) - place(b.subject) || a.rank - b.rank)
    .map(({ subject, rank, range, moved }) => [
      byCode.get(subject)?.name ?? subject,
      `${rank}`,
      `${range[0]}–${range[1]}`,
      moved ? `不计${moved.leftOut.label}则为第 ${moved.rank}` : '',
    ]);
  return [
    `名次稳定性：逐一去掉每个${left}重算，下列对象的名次会变，本次不足以区分（内部参考，不公布）`,
    ...aligned([['考核对象', '名次', '名次区间', '变动最大的情形'], ...rows]),
  ].join('\n');
}

const payWords: Readonly<Record<PayLineResult['state'], string>> = {
  due: '拟发',
  withheld: '缓发',
  vetoed: '不发',
  notTwice: '已在另一单位计发',
  unresolved: '暂不能算',
};

/** The pay sheet as a proposal; '' for a scheme without pay. */
export function payText(pay: readonly PayResult[]): string {
  const payees = pay.flatMap((item) => item.payees.map((payee) => ({ item, payee })));
  if (payees.length === 0) return '';
  const rows = payees.flatMap(({ item, payee }) =>
    linesShown(payee).map((line, index) => [
      index > 0 ? '' : payee.code === item.subject ? payee.name : `${item.name} ${payee.name}`,
      line.name,
      line.amountFen === undefined ? '—' : fenText(line.amountFen),
      payWords[line.state],
    ]),
  );
  const total = payees.reduce((sum, { payee }) => sum + payee.totalFen, 0) as Fen;
  const withheld = payees.reduce((sum, { payee }) => sum + payee.withheldFen, 0) as Fen;
  const open = payees.filter(({ payee }) => payee.provisional).length;
  const remarks = [
    ...(withheld > 0 ? [`其中缓发 ${fenText(withheld)} 元`] : []),
    ...(open > 0 ? [`${open} 人有暂不能算的项目，未计入`] : []),
  ];
  const preview = pay.some((item) => item.preview) ? '本期未结束，属预览；' : '';
  return [
    `考核工资（建议：${preview}由有权机关决定后发放）`,
    ...aligned([['姓名', '项目', '元', '状态'], ...rows]),
    [`合计 ${payees.length} 人，${fenText(total)} 元`, ...remarks].join('；'),
  ].join('\n');
}

/** Lines without money and without anything to say are left to the result file. */
function linesShown({ lines }: PayeeResult): readonly PayLineResult[] {
  const telling = lines.filter((line) => line.amountFen !== 0 || line.state !== 'due');
  return telling.length > 0 ? telling : lines.slice(0, 1);
}

/** How many proposals there are of each name; '' for none. */
export function proposalsText({ subjects }: Assessment): string {
  const counts = new Map<string, number>();
  for (const { name } of subjects.flatMap(({ proposals }) => proposals)) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (counts.size === 0) return '';
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const named = [...counts].map(([name, count]) => `${name} ${count}`).join('、');
  return `结果运用建议 ${all} 条：${named}。都由写明的机构决定，程序不执行；理由、依据和程序用 explain 看。`;
}

const shownNotices = 12;
const shownIds = 5;

/** What the office should see beside the numbers; notices that differ only in the fact are one line. */
export function noticesText(notices: readonly Notice[], ownNotes: readonly string[]): string {
  const groups = new Map<string, Notice[]>();
  const told = new Set<string>();
  for (const notice of notices) {
    if (told.has(notice.sentence)) continue;
    told.add(notice.sentence);
    const key = notice.factIds.reduce((text, id) => text.replaceAll(id, '＊'), notice.sentence);
    groups.set(key, [...(groups.get(key) ?? []), notice]);
  }
  const lines = [...ownNotes, ...[...groups.values()].map(noticeLine)];
  if (lines.length === 0) return '';
  const rest = lines.length - shownNotices;
  return [
    '须留意：',
    ...lines.slice(0, shownNotices).map((line) => `· ${line}`),
    ...(rest > 0 ? [`……另有 ${rest} 类，见 result.json 的 notices`] : []),
  ].join('\n');
}

function noticeLine([first, ...others]: readonly Notice[]): string {
  if (!first || others.length === 0) return first?.sentence ?? '';
  const ids = [...new Set(others.flatMap(({ factIds }) => factIds))];
  const named = `${ids.slice(0, shownIds).join('、')}${ids.length > shownIds ? ' 等' : ''}`;
  return `${first.sentence}同样的另有 ${others.length} 条${named === '' ? '' : `：${named}`}。`;
}
