/** 党政办: tasks handed down, meetings, honours with their papers, what the party committee decided. */

import { lastRecorded, onDay, plusDays, plusWorkdays, quarterOf, workdayUpTo } from './days.ts';
import { type Draft, drafted } from './draft.ts';
import { chanceOf } from './random.ts';
import { careIn, type Village, villagesOn } from './villages.ts';

const office = '党政办';

/** Everything that 党政办 records in the year but the urging that belongs to others' matters. */
export function generalDrafts(): Draft[] {
  return [...tasks(), ...meetings(), ...honours, ...decisions, ...falseData, ...showcase()];
}

/** A written task a month, to some villages: done in time, or urged and done later. */
function tasks(): Draft[] {
  const dues = '01-30 02-27 03-25 04-29 05-27 06-24 07-29 08-28 09-24 10-28 11-13'.split(' ');
  return dues.flatMap((monthDay, index) => {
    const due = onDay(monthDay);
    const chosen = chanceOf(`task ${monthDay}`).draw(villagesOn(due), 6);
    return chosen.flatMap((village) => task(village, due, index + 1));
  });
}

function task(village: Village, due: ReturnType<typeof onDay>, number: number): Draft[] {
  const about = village.name;
  const matter = `T-${String(number).padStart(2, '0')}-${about.slice(0, 2)}`;
  const chance = chanceOf(`task ${matter}`);
  const done = (on: ReturnType<typeof onDay>) =>
    on > lastRecorded
      ? []
      : [drafted({ office, kind: 'task.done', about, on, matter, evidence: ['办结单'] })];
  if (!chance.percent(5 * careIn(village, 'duty', quarterOf(due)))) {
    return done(workdayUpTo(plusDays(due, -chance.between(0, 3))));
  }
  const on = plusWorkdays(due, 1);
  const urgedOn = plusWorkdays(on, 1);
  const limit = plusWorkdays(urgedOn, 5);
  return [
    drafted({ office, kind: 'task.unfinished', about, on, matter, evidence: ['督办台账'] }),
    ...(urgedOn > lastRecorded
      ? []
      : [
          drafted({
            office,
            kind: 'urged',
            about,
            on: urgedOn,
            values: { 期限: limit },
            matter,
            evidence: ['催办单'],
          }),
        ]),
    ...done(chance.percent(70) ? limit : plusWorkdays(limit, 4)),
  ];
}

function meetings(): Draft[] {
  const days = '01-07 02-04 03-04 04-02 05-07 06-04 07-02 08-06 09-03 10-09 11-05'.split(' ');
  return days.flatMap((monthDay) => {
    const on = onDay(monthDay);
    return villagesOn(on).flatMap((village) => {
      const chance = chanceOf(`meeting ${monthDay} ${village.name}`);
      if (!chance.percent(3 * careIn(village, 'duty', quarterOf(on)))) return [];
      const values = { 人数: chance.between(1, 2), 次数: 1 };
      return [
        drafted({
          office,
          kind: 'meeting.absent',
          about: village.name,
          on,
          values,
          evidence: ['签到表'],
        }),
      ];
    });
  });
}

const levels = { 县: '云', 市: '市', 省: '省' } as const;

interface Honour {
  readonly monthDay: string;
  readonly about: string;
  readonly kind: 'promoted' | 'awarded';
  readonly level: keyof typeof levels;
  readonly matter: string;
  readonly no: string;
  readonly what: string;
}

const honour = ({ monthDay, about, kind, level, matter, no, what }: Honour): Draft =>
  drafted({
    office,
    kind: `honour.${kind}`,
    about,
    on: onDay(monthDay),
    values: { 等级: level },
    matter,
    doc: { no, level },
    evidence: ['文件扫描件'],
    note: what,
    picture: { sort: 'document', caption: what, place: about },
  });

/** `03-20 东溪村 推广 县 H-02 云办〔2026〕8号 屋场议事`: a day, a village, and the paper. */
const honourOf = (written: string): Draft => {
  const [monthDay = '', about = '', sort, level = '', matter = '', no = '', what = ''] =
    written.split(' ');
  const kind = sort === '推广' ? 'promoted' : 'awarded';
  return honour({ monthDay, about, kind, level: level as Honour['level'], matter, no, what });
};

/** One matter promoted at two levels counts once, at the higher. */
const honours: readonly Draft[] = [
  '02-26 白茶村 推广 县 H-01 云农〔2026〕5号 茶青分级收购做法',
  '03-20 东溪村 推广 县 H-02 云办〔2026〕8号 屋场议事做法',
  '03-26 松坡村 表彰 县 H-03 云林〔2026〕4号 护林先进村',
  '04-28 南圃村 表彰 县 H-04 云表〔2026〕9号 集体经济先进村',
  '05-18 白茶村 推广 省 H-01 省农社〔2026〕17号 茶青分级收购做法',
  '06-11 竹岭村 表彰 县 H-05 云妇〔2026〕6号 最美庭院竞赛名次',
  '06-26 集贤村 推广 县 H-06 云民〔2026〕21号 楼组联络做法',
  '07-30 禾丰村 表彰 县 H-07 云表〔2026〕12号 秸秆禁烧先进村',
  '08-14 东溪村 推广 市 H-02 市办函〔2026〕31号 屋场议事做法',
  '09-10 鹿鸣村 表彰 市 H-08 市林〔2026〕40号 森林乡村',
  '09-24 双塘村 表彰 县 H-09 云水〔2026〕18号 水渠管护竞赛名次',
  '10-15 西岗村 表彰 县 H-10 云农〔2026〕33号 高标准农田管护先进村',
  '11-03 三槐村 表彰 县 H-11 云住建〔2026〕27号 环境整治进步村',
].map(honourOf);

const decided = (monthDay: string, about: string, points: number, written: string): Draft => {
  const [no = '', reason = ''] = written.split(' ');
  const on = onDay(monthDay);
  return drafted({
    office,
    kind: 'bonus.decided',
    form: 'decision',
    about,
    on,
    doc: { no, body: '镇党委会', date: on },
    chosen: { clause: '9.3', points, reason },
    evidence: ['会议决定'],
    picture: { sort: 'document', caption: `镇党委会决定：${reason}`, place: about },
  });
};

const decisions: readonly Draft[] = [
  decided('02-24', '石桥村', 1, '青党会〔2026〕3号 雨雪天气连夜打通进山道路'),
  decided('07-10', '白茶村', 2, '青党会〔2026〕11号 主动承担全镇茶青收购秩序维护'),
  decided('07-24', '河口村', 1.5, '青党会〔2026〕12号 汛期安全转移群众，无一伤亡'),
  decided('11-12', '鹿鸣村', 1, '青党会〔2026〕19号 协助扑救邻镇山火'),
];

const untrue = (monthDay: string, about: string, points: number, written: string): Draft => {
  const [no = '', reason = ''] = written.split(' ');
  return drafted({
    office,
    kind: 'data.false',
    form: 'judgement',
    about,
    on: onDay(monthDay),
    doc: { no, body: '镇统计站' },
    chosen: { clause: '8.3', points, reason },
    evidence: ['核查结论'],
  });
};

/** Figures that were looked into and found wrong, with the points within the bounds of the clause. */
const falseData: readonly Draft[] = [
  untrue('03-19', '新桥村', -1.5, '青统核〔2026〕1号 改厕户数与现场核查不符，多报6户'),
  untrue('09-18', '三槐村', -2, '青统核〔2026〕4号 报送的闲置资产处数重复计入9处'),
];

/** Three judges go round the villages once in November; a village that shows nothing is decided zero. */
function showcase(): Draft[] {
  const on = onDay('11-18');
  return villagesOn(on).flatMap((village): Draft[] => {
    const about = village.name;
    if (about === '窑湾村') {
      return [
        drafted({
          office,
          kind: 'missing',
          form: 'missing',
          about,
          on,
          values: { clause: '9.4', state: '记零', reason: '经通知未参加特色工作观摩' },
        }),
      ];
    }
    const { environment, farming, economy } = village.care;
    const level = 94 - environment - Math.floor((farming + economy) / 2);
    return ['评委一', '评委二', '评委三'].map((judge) => {
      const chance = chanceOf(`showcase ${about} ${judge}`);
      return drafted({
        office,
        kind: 'showcase.score',
        form: 'judgement',
        about,
        on,
        values: { round: '2026年', judge },
        chosen: { clause: '9.4', points: level + chance.between(-3, 3), reason: '现场观摩' },
        evidence: ['评分表'],
      });
    });
  });
}
