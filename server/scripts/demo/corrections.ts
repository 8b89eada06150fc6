/**
 * What went wrong and was put right, told one by one: an urging that never arrived, a record that came
 * after the seal, a wrong village, a guess instead of a figure, a merged village, facts still bare.
 */

import { onDay, sheetOf } from './days.ts';
import { type Draft, drafted, line } from './draft.ts';

/** The stories of the year; the README tells the same ones. */
export function correctionDrafts(): Draft[] {
  return [
    ...urgedInVain,
    ...cameLate,
    ...wrongVillage,
    ...guessed,
    ...zeroed,
    ...afterMerger,
    ...bare,
  ];
}

const reversed = (said: {
  monthDay: string;
  about: string;
  reverses: string;
  by: string;
  reviewedBy: string;
  evidence: string;
  note: string;
  countsIn?: string;
}): Draft => {
  const { monthDay, countsIn, evidence, ...rest } = said;
  const on = onDay(monthDay);
  const counts = countsIn === undefined ? {} : { countsIn: { [line]: countsIn } };
  return { ...rest, kind: 'reversal', on, recordedOn: on, evidence: [evidence], ...counts };
};

/** 东溪村 lost twice the points, because it had been urged; the slip had never been delivered. */
const urgedInVain: readonly Draft[] = [
  drafted({
    key: 'found',
    office: '城建办',
    kind: 'inspection.garbage',
    about: '东溪村',
    on: onDay('02-11'),
    values: { 处数: 1 },
    matter: 'R-0211-90',
    evidence: ['照片 1 张'],
    note: '明查，老粮站后墙根',
    picture: { sort: 'photo', caption: '垃圾积存 1 处', place: '东溪村老粮站后墙根' },
  }),
  drafted({
    key: 'failed',
    office: '城建办',
    kind: 'rectification.failed',
    about: '东溪村',
    on: onDay('03-02'),
    matter: 'R-0211-90',
    evidence: ['复查照片 2 张'],
    note: '老粮站后墙根',
    picture: { sort: 'photo', caption: '逾期未整改', place: '东溪村老粮站后墙根' },
  }),
  drafted({
    key: 'urged in vain',
    office: '党政办',
    kind: 'urged',
    about: '东溪村',
    on: onDay('03-03'),
    values: { 期限: onDay('03-09') },
    matter: 'R-0211-90',
    evidence: ['催办单'],
  }),
  drafted({
    key: 'cleared',
    office: '城建办',
    kind: 'rectified',
    about: '东溪村',
    on: onDay('03-17'),
    matter: 'R-0211-90',
    evidence: ['复查照片 1 张'],
    picture: { sort: 'photo', caption: '整改后复查', place: '东溪村老粮站后墙根' },
  }),
  reversed({
    monthDay: '05-06',
    about: '东溪村',
    reverses: 'urged in vain',
    by: '考核办 姚葵',
    reviewedBy: '考核办 吴简',
    evidence: '异议复核意见',
    note: '村提出异议，查实3月3日的催办单没有送达',
    countsIn: '2026-Q2',
  }),
];

/** The January record of 禾丰村 was handed in after the first quarter had been sealed. */
const cameLate: readonly Draft[] = [
  drafted({
    key: 'came late',
    office: '城建办',
    kind: 'inspection.garbage',
    about: '禾丰村',
    on: onDay('01-22'),
    recordedOn: onDay('05-11'),
    values: { 处数: 4 },
    matter: 'R-0122-91',
    evidence: ['照片 4 张'],
    countsIn: { [line]: '2026-Q2' },
    note: '1月暗访，记录5月才补交',
    picture: { sort: 'photo', caption: '垃圾积存 4 处', place: '禾丰村老河道' },
  }),
];

/** Booked to 南圃村, but the place lies in 集贤村: taken back, and booked where it belongs. */
const wrongVillage: readonly Draft[] = [
  drafted({
    key: 'wrong village',
    office: '城建办',
    kind: 'inspection.garbage',
    about: '南圃村',
    on: onDay('07-15'),
    values: { 处数: 3 },
    matter: 'R-0715-92',
    evidence: ['照片 3 张'],
    note: '明查，环城路涵洞口',
  }),
  reversed({
    monthDay: '07-22',
    about: '南圃村',
    reverses: 'wrong village',
    by: '城建办 祝桐',
    reviewedBy: '考核办 孙若',
    evidence: '村界核对图',
    note: '涵洞口属集贤村，记错了村',
  }),
  drafted({
    key: 'right village',
    office: '城建办',
    kind: 'inspection.garbage',
    about: '集贤村',
    on: onDay('07-15'),
    recordedOn: onDay('07-22'),
    values: { 处数: 3 },
    matter: 'R-0715-93',
    evidence: ['照片 3 张'],
    note: '明查，环城路涵洞口（原误记南圃村）',
    picture: { sort: 'photo', caption: '垃圾积存 3 处', place: '集贤村环城路涵洞口' },
  }),
];

/** Income as a village guesses it is kept, but gives no points; the exported figure does. */
const sheetFact = (
  about: string,
  days: Partial<Pick<Draft, 'on' | 'period' | 'recordedOn'>>,
  values: Record<string, unknown>,
  rest: Partial<Draft> = {},
): Draft =>
  drafted({
    office: '经济办',
    kind: 'economy.sheet',
    form: 'measure',
    about,
    ...days,
    values,
    evidence: ['系统导出表'],
    ...rest,
  });

const spending = { 非生产性开支: 3.4, 开支预算: 3.2 };

const guessed: readonly Draft[] = [
  sheetFact(
    '三槐村',
    sheetOf(2),
    { 收入: { value: 20, approx: true }, 计划: 30.5, ...spending },
    { key: 'guess', evidence: ['村报表'], note: '村报“20余万元”' },
  ),
  reversed({
    monthDay: '07-10',
    about: '三槐村',
    reverses: 'guess',
    by: '经济办 康榕',
    reviewedBy: '考核办 孙若',
    evidence: '系统导出表',
    note: '以系统导出数更正约数',
  }),
  sheetFact(
    '三槐村',
    { period: '2026-Q2', recordedOn: onDay('07-10') },
    { 收入: 21.4, 计划: 30.5, ...spending },
  ),
  sheetFact(
    '窑湾村',
    { on: onDay('11-10') },
    { 收入: { value: 6, approx: true }, 计划: 9.2, 非生产性开支: 1, 开支预算: 1 },
    { evidence: ['村报表'], note: '村报“6万多元”，待系统导出' },
  ),
];

/** No sheet for the second quarter in spite of two reminders: decided to be zero, not left open. */
const zeroed: readonly Draft[] = ['7.1.2', '7.2.1'].map((clause, index) =>
  drafted({
    office: '经济办',
    kind: 'missing',
    form: 'missing',
    about: '窑湾村',
    period: '2026-Q2',
    recordedOn: onDay('07-16'),
    values: {
      clause,
      state: index === 0 ? '记零' : '不适用',
      reason: index === 0 ? '季度表两次催报未报，党政联席会议议定记零' : '季度表未报，无开支数',
    },
    doc: { no: '青政会〔2026〕9号', body: '镇党政联席会议' },
  }),
);

/** A month after the merger a fact was still booked to 柳湾村. */
const afterMerger: readonly Draft[] = [
  drafted({
    key: 'merged village',
    office: '应急办',
    kind: 'hazard.found',
    about: '柳湾村',
    on: onDay('08-05'),
    values: { 期限: onDay('08-03'), done: onDay('08-05') },
    evidence: ['复查记录'],
    note: '山塘护栏缺失',
  }),
  reversed({
    monthDay: '08-13',
    about: '柳湾村',
    reverses: 'merged village',
    by: '应急办 邱枫',
    reviewedBy: '考核办 姚葵',
    evidence: '名册核对',
    note: '柳湾村6月30日已并入河口村，改记河口村',
  }),
  drafted({
    office: '应急办',
    kind: 'hazard.found',
    about: '河口村',
    on: onDay('08-05'),
    recordedOn: onDay('08-13'),
    values: { 期限: onDay('08-03'), done: onDay('08-05') },
    evidence: ['复查记录'],
    note: '山塘护栏缺失（原柳湾村）',
  }),
];

/** Found before the period is closed: three facts without evidence, a bonus without its document. */
const bare: readonly Draft[] = [
  drafted({
    office: '城建办',
    kind: 'inspection.garbage',
    about: '新桥村',
    on: onDay('11-20'),
    values: { 处数: 2 },
    matter: 'R-1120-94',
    note: '群众电话反映后到现场，照片待补',
  }),
  drafted({
    office: '城建办',
    kind: 'burning.found',
    about: '麦坪村',
    on: onDay('11-16'),
    matter: 'B-1116-95',
    note: '无人机巡查，截图待补',
  }),
  drafted({
    office: '党建办',
    kind: 'center.closed',
    about: '北闸村',
    on: onDay('11-17'),
    values: { 已告示: '否' },
    note: '走访，照片待补',
  }),
  drafted({
    office: '党政办',
    kind: 'honour.promoted',
    about: '石桥村',
    on: onDay('11-06'),
    values: { 等级: '县' },
    matter: 'H-12',
    evidence: ['简报截图'],
    note: '石板路养护做法，文件未到',
  }),
];
