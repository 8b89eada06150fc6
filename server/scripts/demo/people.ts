/**
 * Who works in 青禾镇, all of them invented: leaders, the staff of the offices, village cadres. Codes
 * say nothing about a person; the order here gives them, so new people belong at the end of a list.
 */

/** A post in the town itself, with its first and, where it ended, last day. */
export interface TownPost {
  readonly role: string;
  readonly from: string;
  readonly to?: string;
}

export interface Leader {
  readonly name: string;
  readonly posts: readonly TownPost[];
  /** Offices that this leader answers for (分管). */
  readonly offices: readonly string[];
  /** Villages that this leader is paired with (挂点), for as long as the first post lasts. */
  readonly villages: readonly string[];
}

/** The leaders in the order of the town's own list; a vice-mayor changes in the middle of the year. */
export const leaders: readonly Leader[] = [
  {
    name: '顾远山',
    posts: [{ role: '党委书记', from: '2023-05-08' }],
    offices: ['党政办'],
    villages: ['东溪村', '新桥村'],
  },
  {
    name: '梁知秋',
    posts: [
      { role: '党委副书记', from: '2024-02-19' },
      { role: '镇长', from: '2024-03-06' },
    ],
    offices: ['财政所', '考核办'],
    villages: ['三槐村', '禾丰村'],
  },
  {
    name: '彭岭',
    posts: [{ role: '人大主席', from: '2021-06-10' }],
    offices: ['便民服务中心'],
    villages: ['西岗村', '石桥村'],
  },
  {
    name: '苏禾',
    posts: [
      { role: '党委副书记', from: '2022-09-01' },
      { role: '政法委员', from: '2022-09-01' },
    ],
    offices: ['综治办'],
    villages: ['北闸村', '泉坳村'],
  },
  {
    name: '卢正溪',
    posts: [
      { role: '党委委员', from: '2022-03-14' },
      { role: '纪委书记', from: '2022-03-14' },
    ],
    offices: [],
    villages: ['稻香村', '竹岭村'],
  },
  {
    name: '何穗',
    posts: [
      { role: '党委委员', from: '2021-07-01' },
      { role: '组织委员', from: '2021-07-01' },
    ],
    offices: ['党建办'],
    villages: ['松坡村', '集贤村'],
  },
  {
    name: '叶知夏',
    posts: [
      { role: '党委委员', from: '2023-11-20' },
      { role: '宣传委员', from: '2023-11-20' },
    ],
    offices: ['社会事务办'],
    villages: ['白茶村', '南圃村'],
  },
  {
    name: '石松涛',
    posts: [
      { role: '党委委员', from: '2020-08-03' },
      { role: '人武部长', from: '2020-08-03' },
    ],
    offices: ['应急办', '综合执法队'],
    villages: ['鹿鸣村', '窑湾村'],
  },
  {
    name: '郝麦生',
    posts: [{ role: '副镇长', from: '2021-06-10', to: '2026-06-30' }],
    offices: ['城建办'],
    villages: ['麦坪村', '河口村', '柳湾村'],
  },
  {
    name: '程苇',
    posts: [{ role: '副镇长', from: '2026-07-01' }],
    offices: ['城建办'],
    villages: ['麦坪村', '河口村'],
  },
  {
    name: '白榆',
    posts: [{ role: '副镇长', from: '2024-10-15' }],
    offices: ['农业农村办', '经济办'],
    villages: ['青崖村', '双塘村'],
  },
];

export interface Clerk {
  readonly name: string;
  readonly class: '公务员' | '事业编制' | '编外聘用';
  readonly role: string;
  /** The village that this clerk looks after (包村干部), if any. */
  readonly village?: string;
}

const clerk = (written: string): Clerk => {
  const [name = '', group = '', role = '', village] = written.split(' ');
  const classes = { 公: '公务员', 事: '事业编制', 外: '编外聘用' } as const;
  const known = classes[group as keyof typeof classes];
  return { name, class: known, role, ...(village === undefined ? {} : { village }) };
};

/** The twelve offices with their people; the first records facts, the second stands in. */
export const offices: Readonly<Record<string, readonly Clerk[]>> = {
  党政办: ['郑木兰 公 主任', '方柏 事 信息员', '田荞 外 综合岗 西岗村'].map(clerk),
  党建办: ['林槿 公 主任', '尹苔 事 组织员 松坡村', '纪蓝 外 综合岗 白茶村'].map(clerk),
  城建办: ['周砚 公 主任', '祝桐 事 综合岗 东溪村', '高椿 事 综合岗 河口村'].map(clerk),
  农业农村办: ['秦稷 公 主任', '柯黍 事 农技岗 禾丰村', '闵秧 事 农技岗 稻香村'].map(clerk),
  社会事务办: ['孟棠 公 主任', '施蕙 事 综合岗 竹岭村', '古芸 外 综合岗 鹿鸣村'].map(clerk),
  综治办: ['罗樟 公 主任', '严柯 事 综合岗 北闸村', '侯桑 外 综合岗 泉坳村'].map(clerk),
  应急办: ['邱枫 公 主任', '尤岩 事 综合岗 青崖村', '齐川 外 综合岗 石桥村'].map(clerk),
  经济办: ['康榕 公 主任', '邓楷 事 三资岗 三槐村', '牛艾 外 综合岗 双塘村'].map(clerk),
  考核办: ['吴简 公 主任', '孙若 事 复核岗', '姚葵 事 综合岗'].map(clerk),
  财政所: ['钱粟 事 所长 集贤村', '金禾 事 会计 南圃村'].map(clerk),
  便民服务中心: ['葛芷 事 主任 麦坪村', '陶茵 外 窗口岗'].map(clerk),
  综合执法队: ['雷松 事 队长 新桥村', '武槐 事 执法岗 窑湾村'].map(clerk),
};

/** A clerk of the town's discipline committee, which is no office and owns no clause. */
export const disciplineClerk: Clerk = { name: '冯竹', class: '公务员', role: '纪委副书记' };

/** Given names of village cadres and heads of groups, each used once. */
export const givenNames: readonly string[] = (
  '广田 长根 青山 金穗 木生 水根 满仓 春桃 秋菊 冬梅 桂枝 立春 雨水 清明 谷雨 小满 芒种 白露 霜降 立冬 ' +
  '小雪 大暑 处暑 秋分 惊蛰 夏至 寒露 立秋 麦香 稻生 禾苗 荷花 莲子 菱角 芦花 竹青 松年 柏年 桐花 梅生 ' +
  '兰英 菊香 桃红 杏林 枣花 栗生 槐安 榆林 杉木 枫林 茶花 茗香 艾青 蒲生 苇青 荞麦 豆花 椒红 姜黄 葵阳 ' +
  '田丰 土根 石生 泉生 溪生 河清 海清 江平 湖平 池清 塘生 井生 桥生 渡生 舟平 帆顺 网生 渔生 牛顺 羊顺 ' +
  '马驰 鹿生 燕飞 雁鸣 鹤年 雀喜 蝉鸣 蛙声 萤光 蜂甜 星明 月明 云开 雾散 雪晴 霁月 晓风 晚晴 朝阳 夕照 ' +
  '东升 南归 西成 北望 中和 安顺 平顺 康顺 福顺 禄顺 喜顺 吉顺 祥顺 瑞年 丰年 余年 庆年 延年 新年 开年 ' +
  '守田 守林 守山 守河 护林 护田 耕田 耕读 勤耕 勤学 好学 乐学 敏行 笃行 慎行 知行 明理 明德 厚德 厚土 ' +
  '望山 望水 望秋 望春 思源 思齐 思远 思勤 可贵 可嘉 可风 可耕 乐耕 乐山 乐水 乐田 得水 得田 得雨 得时 ' +
  '时雨 时晴 时丰 时和 和风 和雨 和田 和顺 同心 同力 同耕 同乐 共田 共济 共勉 共进'
).split(' ');
