/** The goals of the demonstration year: five of the town, decomposed to people and villages, read each quarter. */

import { isSecretary } from '@oneneedle/contract';
import { type Roster, readRoster } from '@oneneedle/kernel';
import { flow, tenths } from './flow-yaml.ts';

/** A goal as a line of `goals.yaml`; `under` gives it its place. */
interface Goal {
  readonly code: string;
  readonly title: string;
  readonly target?: string;
  readonly unit?: string;
  readonly baseline?: string;
  readonly direction?: 'down';
  readonly mode?: 'weighted';
  readonly weight?: string;
  readonly steps?: readonly {
    readonly on: string;
    readonly title: string;
    readonly quantity?: string;
  }[];
  readonly measures?: string;
  readonly risks?: string;
  readonly contingency?: string;
  readonly leader?: string;
  readonly lead?: string;
  readonly support?: readonly string[];
  readonly person?: string;
  readonly village?: string;
  readonly due?: string;
  readonly everyVillage?: true;
  readonly serves?: readonly { readonly goal: string; readonly weight: string }[];
  readonly source?: string;
}

interface Reading {
  readonly goal: string;
  readonly on: string;
  readonly quantity?: string;
  readonly steps?: number;
  readonly note?: string;
}

interface Move {
  readonly goal: string;
  readonly on: string;
  readonly from: string;
  readonly reason: string;
}

const quarters = ['2026-03-31', '2026-06-30', '2026-09-30'] as const;
const report = '镇政府工作报告（2026年1月16日镇人代会）';

/** `goals.yaml`: what it is, then a line a goal, a reading, a moved date. */
export function goalsText(rosterSource: string): string {
  const { roster } = readRoster(rosterSource);
  const villages = roster.units.filter(({ type, to }) => type === 'village' && to === undefined);
  const toilets = villages.map(({ code }, place) => toilet(roster, code, place));
  const incomes = villages.map(({ code }, place) => income(roster, code, place));
  const goals = [
    ...townGoals,
    ...toilets.map(({ goal }) => goal),
    ...incomes.map(({ goal }) => goal),
  ];
  const readings = [
    ...townReadings(),
    ...toilets.flatMap(readingsOf),
    ...incomes.flatMap(readingsOf),
  ];
  return [
    '# 青禾镇2026年目标 —— 演示数据，全部虚构',
    '# 本文件由 server/scripts/demo-town.ts 生成，要改的改那里。权重是百分数；读数是累计数。',
    '',
    'goals:',
    ...goals.map((goal) => `  - ${flow(goal)}`),
    'readings:',
    ...readings.map((reading) => `  - ${flow(reading)}`),
    'moves:',
    ...moves.map((move) => `  - ${flow(move)}`),
    '',
  ].join('\n');
}

interface Spread {
  readonly goal: Goal;
  readonly readings: readonly Reading[];
}

const readingsOf = ({ readings }: Spread) => readings;

/** 12 to 30 toilets a village: one village is far over, one far behind, one did not report the third quarter. */
function toilet(roster: Roster, village: string, place: number): Spread {
  const target = 12 + ((place * 7) % 19);
  const code = `1.1.${place + 1}`;
  const done = quarters.map((_, quarter) => {
    const slow = village === '泉坳村' ? 35 : 100;
    const fast = village === '新桥村' ? 150 : 100;
    const share = [12, 50, 92][quarter] ?? 0;
    return Math.floor((target * share * slow * fast) / 1_000_000);
  });
  return {
    goal: {
      code,
      title: `${village}户厕改造`,
      target: String(target),
      unit: '户',
      person: secretaryOf(roster, village),
      village,
      due: '2026-11-30',
    },
    readings: quarters.flatMap((on, quarter) =>
      village === '窑湾村' && quarter === 2
        ? []
        : [
            {
              goal: code,
              on,
              quantity: String(done[quarter]),
              ...(village === '泉坳村' && quarter === 2 ? { note: '山路窄，材料要二次转运' } : {}),
            },
          ],
    ),
  };
}

/** Income of the village in 万元, by tenths: from last year's figure to a tenth more. */
function income(roster: Roster, village: string, place: number): Spread {
  const before = 120 + ((place * 37) % 170);
  const target = before + Math.floor(before / 8);
  const code = `2.1.${place + 1}`;
  const gain = target - before;
  return {
    goal: {
      code,
      title: `${village}集体经营性收入`,
      target: tenths(target),
      unit: '万元',
      baseline: tenths(before),
      person: secretaryOf(roster, village),
      village,
      due: '2026-12-20',
    },
    readings: quarters.slice(1).map((on, quarter) => ({
      goal: code,
      on,
      quantity: tenths(
        before + Math.floor((gain * ((quarter === 0 ? 40 : 75) + ((place * 11) % 20))) / 100),
      ),
    })),
  };
}

/** The secretary on the day on which the goals were set: the post is filled, or the leaf has nobody. */
function secretaryOf({ posts }: Roster, village: string): string {
  const held = posts.filter(({ unit, role, to }) => unit === village && isSecretary(role) && !to);
  const person = held[0]?.person;
  if (person === undefined) throw new Error(`${village} has no secretary`);
  return person;
}

const weighted = { mode: 'weighted', source: report } as const;

const townGoals: readonly Goal[] = [
  {
    code: '1',
    title: '和美乡村建设',
    leader: 'P-0010',
    lead: '城建办',
    due: '2026-12-20',
    ...weighted,
  },
  {
    code: '1.1',
    title: '户厕改造',
    target: '420',
    unit: '户',
    weight: '50',
    everyVillage: true,
    due: '2026-11-30',
    support: ['农业农村办', '财政所'],
    measures: '先建后补，验收一户补一户',
    risks: '雨季工期、材料涨价',
    contingency: '连续降雨一周以上的，由城建办调整施工顺序，不赶工',
  },
  {
    code: '1.2',
    title: '生活垃圾清运一体化',
    weight: '30',
    person: 'P-0019',
    due: '2026-12-20',
    steps: [
      { on: '2026-03-31', title: '完成招标' },
      { on: '2026-05-31', title: '撤并垃圾池' },
      { on: '2026-08-31', title: '桶点到组' },
      { on: '2026-12-20', title: '考核验收' },
    ],
  },
  {
    code: '1.3',
    title: '拆除违法建设',
    target: '1200',
    unit: '平方米',
    weight: '20',
    lead: '综合执法队',
    person: 'P-0043',
    due: '2026-12-20',
  },
  {
    code: '2',
    title: '富民产业',
    leader: 'P-0011',
    lead: '经济办',
    due: '2026-12-31',
    ...weighted,
  },
  { code: '2.1', title: '村集体经营性收入', weight: '50', everyVillage: true, due: '2026-12-20' },
  {
    code: '2.2',
    title: '粮食播种面积',
    target: '18600',
    unit: '亩',
    baseline: '0',
    weight: '30',
    lead: '农业农村办',
    person: 'P-0021',
    due: '2026-10-31',
    steps: [
      { on: '2026-05-31', title: '早稻栽插', quantity: '7400' },
      { on: '2026-08-10', title: '晚稻栽插', quantity: '18600' },
    ],
  },
  {
    code: '2.3',
    title: '新开工项目',
    target: '5',
    unit: '个',
    weight: '20',
    person: 'P-0033',
    due: '2026-12-31',
  },
  {
    code: '3',
    title: '平安青禾',
    leader: 'P-0008',
    lead: '综治办',
    due: '2026-12-31',
    ...weighted,
  },
  {
    code: '3.1',
    title: '信访总量下降',
    target: '36',
    unit: '件',
    baseline: '46',
    direction: 'down',
    weight: '40',
    person: 'P-0027',
    due: '2026-12-31',
  },
  {
    code: '3.2',
    title: '矛盾纠纷化解率',
    target: '98',
    unit: '%',
    baseline: '91',
    weight: '30',
    person: 'P-0028',
    due: '2026-12-31',
  },
  {
    code: '3.3',
    title: '生产安全亡人事故',
    target: '0',
    unit: '起',
    baseline: '0',
    direction: 'down',
    weight: '20',
    lead: '应急办',
    person: 'P-0030',
    due: '2026-12-31',
  },
  {
    code: '3.4',
    title: '微型消防站建设',
    target: '8',
    unit: '个',
    weight: '5',
    lead: '应急办',
    person: 'P-0031',
    due: '2026-12-15',
  },
  {
    code: '4',
    title: '民生实事',
    leader: 'P-0007',
    lead: '社会事务办',
    due: '2026-12-31',
    ...weighted,
  },
  {
    code: '4.1',
    title: '城乡居民医保参保率',
    target: '96',
    unit: '%',
    baseline: '92',
    weight: '20',
    person: 'P-0024',
    due: '2026-12-31',
  },
  {
    code: '4.2',
    title: '幸福食堂',
    target: '6',
    unit: '个',
    weight: '20',
    person: 'P-0025',
    due: '2026-11-30',
  },
  {
    code: '4.3',
    title: '村道硬化',
    target: '12.5',
    unit: '公里',
    weight: '30',
    lead: '城建办',
    person: 'P-0018',
    due: '2026-12-10',
    risks: '汛期停工、征地协商',
    contingency: '协商不成的路段先绕开，剩余路段照常施工',
  },
  {
    code: '4.4',
    title: '饮水管网改造',
    target: '1450',
    unit: '户',
    weight: '20',
    lead: '农业农村办',
    person: 'P-0022',
    due: '2026-12-20',
  },
  {
    code: '4.5',
    title: '中心幼儿园扩建',
    weight: '10',
    person: 'P-0026',
    due: '2026-10-31',
    steps: [
      { on: '2026-02-28', title: '立项' },
      { on: '2026-04-30', title: '招标' },
      { on: '2026-08-31', title: '主体封顶' },
      { on: '2026-10-31', title: '投用' },
    ],
  },
  {
    code: '5',
    title: '党建引领',
    leader: 'P-0006',
    lead: '党建办',
    due: '2026-12-31',
    ...weighted,
  },
  {
    code: '5.1',
    title: '标准化党支部',
    target: '20',
    unit: '个',
    weight: '40',
    person: 'P-0015',
    due: '2026-12-20',
  },
  {
    code: '5.2',
    title: '发展党员',
    target: '18',
    unit: '名',
    weight: '30',
    person: 'P-0016',
    due: '2026-12-31',
    serves: [{ goal: '3', weight: '5' }],
  },
  {
    code: '5.3',
    title: '村级活动场所提升',
    target: '5',
    unit: '处',
    weight: '20',
    person: 'P-0017',
    due: '2026-11-15',
  },
  { code: '5.4', title: '青年人才回引', weight: '10' },
];

/** What offices read each quarter; figures are the whole so far. */
function townReadings(): Reading[] {
  const figures: Readonly<Record<string, readonly string[]>> = {
    '1.3': ['180', '640', '1010'],
    '2.2': ['0', '7620', '18640'],
    '2.3': ['1', '2', '3'],
    '3.1': ['45', '42', '39'],
    '3.2': ['92', '94.5', '97'],
    '3.3': ['0', '0', '0'],
    '3.4': ['1', '3', '5'],
    '4.1': ['92.4', '93.8', '95.1'],
    '4.2': ['1', '3', '5'],
    '4.3': ['1.2', '5.8', '8.4'],
    '4.4': ['120', '560', '1130'],
    '5.1': ['4', '11', '16'],
    '5.2': ['2', '9', '14'],
    '5.3': ['0', '2', '4'],
  };
  const steps = ['1.2', '4.5'].flatMap((goal) =>
    [1, 2, 3].map((count, place) => ({ goal, on: quarters[place] ?? '', steps: count })),
  );
  return [
    ...steps,
    ...Object.entries(figures).flatMap(([goal, all]) =>
      all.map((quantity, place) => ({ goal, on: quarters[place] ?? '', quantity })),
    ),
    { goal: '4.2', on: '2026-11-18', quantity: '6', note: '南圃村的也开了伙' },
  ];
}

/** Dates that were moved: `from` stood before. */
const moves: readonly Move[] = [
  { goal: '4.3', on: '2026-07-08', from: '2026-10-31', reason: '6月中旬起汛期停工22天' },
  { goal: '4.3', on: '2026-10-20', from: '2026-11-20', reason: '石桥村一段征地刚谈好' },
  { goal: '3.4', on: '2026-09-28', from: '2026-09-30', reason: '器材采购流标一次' },
];
