/** Who can log in to the demonstration, and as what. */

import { readShape } from '@oneneedle/kernel';
import { z } from 'zod';
import { flow } from './flow-yaml.ts';
import { townRegister } from './roster.ts';

const accountShape = z.strictObject({
  /** Code of the person in the roster of the same folder. */
  person: z.string(),
  user: z.string(),
  role: z.enum([
    'administrator',
    'assessment-office',
    'recorder',
    'reviewer',
    'leader',
    'supervision',
    'resident-cadre',
    'village',
    'discipline',
    'organisation',
    'finance',
  ]),
  /** The unit that the role is confined to with all below it; the whole town where absent. */
  unit: z.string().optional(),
  /** The offices whose clauses it is confined to; all where absent. */
  lines: z.array(z.string()).optional(),
  /** What one looks at with this log-in. */
  note: z.string(),
});

/** A demonstration log-in; passwords stand in no file, the start of the demonstration prints one for all. */
export type DemoAccount = Readonly<z.output<typeof accountShape>>;

/** The log-ins of an `accounts.yaml`; throws where it is none. */
export function readAccounts(source: string): DemoAccount[] {
  const { value, findings } = readShape(source, z.array(accountShape));
  if (!value) throw new Error(findings.map(({ sentence }) => sentence).join('\n'));
  return value;
}

/** Name, user name, role, unit, offices, and what one looks at with it; `-` for no bounds. */
const written = [
  '方柏 fang.xinxi administrator - - 管单位、人员、账号',
  '吴简 wu.kaohe assessment-office - - 开期、核对、封存，看全镇得分和名次',
  '孙若 sun.fuhe reviewer - - 复核各站所登记的事实，不能复核自己登记的',
  '周砚 zhou.chengjian recorder - 城建办 登记明查暗访、整改、公共设施',
  '林槿 lin.dangjian recorder - 党建办 登记党务公开、党员大会',
  '邱枫 qiu.yingji recorder - 应急办 登记隐患、值守、违规用火',
  '康榕 kang.jingji recorder - 经济办 登记季度表、合同、项目',
  '郑木兰 zheng.dangzheng recorder - 党政办 登记交办、催办、会议、表彰',
  '田荞 tian.ducha supervision - - 督查室：立项、交办、催办、核查、销号',
  '顾远山 gu.shuji leader - - 党委书记：全镇责任链和封存的结果',
  '程苇 cheng.zhen leader - 城建办 7月到任的副镇长：分管城建办，挂点麦坪村、河口村',
  '邓楷 deng.baocun resident-cadre 三槐村 - 包村干部：代村里说明，写明是代办',
  '陈广田 chen.dongxi village 东溪村 - 村书记：只看本村，不用填报',
  '冯竹 feng.jiwei discipline - - 镇纪委：只看不评',
  '何穗 he.zuzhi organisation - - 组织委员：等次和结果运用的建议',
  '钱粟 qian.caizheng finance - - 财政所：看审定的绩效报酬表',
];

/** The log-ins in the order in which they are printed. */
function demoAccounts(): DemoAccount[] {
  const { persons } = townRegister();
  return written.map((text) => {
    const [name = '', user = '', role = '', unit = '', lines = '', note = ''] = text.split(' ');
    const person = persons.find((one) => one.name === name)?.code;
    if (person === undefined) throw new Error(`nobody is called ${name}`);
    const within = unit === '-' ? {} : { unit };
    const own = lines === '-' ? {} : { lines: lines.split('、') };
    return { person, user, role: role as DemoAccount['role'], ...within, ...own, note };
  });
}

/** The text of `accounts.yaml`. */
export function accountsText(): string {
  return [
    '# 青禾镇的演示账号 —— 演示数据，全部虚构',
    '# 本文件由 server/scripts/demo-town.ts 生成。这里没有密码：演示启动时印出一个，各账号通用。',
    '# person 是名册里的人员编码；unit 是只管到哪个单位（连同下级）；lines 是只管哪些站所负责的条款；不写都是全镇。',
    '',
    ...demoAccounts().map((account) => `- ${flow(account)}`),
    '',
  ].join('\n');
}
