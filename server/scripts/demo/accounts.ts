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
    'resident-cadre',
    'village',
    'discipline',
  ]),
  /** The unit that the role covers with all below it. */
  unit: z.string(),
  /** Names of the parts of the scheme that it is confined to; all where absent. */
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

const written = [
  '方柏 fang.xinxi administrator 青禾镇 - 管单位、人员、账号',
  '吴简 wu.kaohe assessment-office 青禾镇 - 开期、核对、封存，看全镇得分和名次',
  '孙若 sun.fuhe reviewer 青禾镇 - 复核各站所登记的事实，不能复核自己登记的',
  '周砚 zhou.chengjian recorder 城建办 人居环境 登记明查暗访、整改、公共设施',
  '林槿 lin.dangjian recorder 党建办 基层党建 登记党务公开、党员大会',
  '邱枫 qiu.yingji recorder 应急办 安全应急 登记隐患、值守、违规用火',
  '康榕 kang.jingji recorder 经济办 集体经济 登记季度表、合同、项目',
  '郑木兰 zheng.dangzheng recorder 党政办 交办事项、加分 登记交办、会议、表彰',
  '顾远山 gu.shuji leader 青禾镇 - 党委书记：全镇责任链和封存的结果',
  '程苇 cheng.zhen leader 青禾镇 人居环境 7月到任的副镇长：挂点麦坪村、河口村',
  '邓楷 deng.baocun resident-cadre 三槐村 - 包村干部：代村里说明，写明是代办',
  '陈广田 chen.dongxi village 东溪村 - 村书记：只看本村，不用填报',
  '冯竹 feng.jiwei discipline 青禾镇 - 镇纪委：只看不评',
];

/** The log-ins in the order in which they are printed. */
function demoAccounts(): DemoAccount[] {
  const { persons } = townRegister();
  return written.map((text) => {
    const [name = '', user = '', role = '', unit = '', lines = '', note = ''] = text.split(' ');
    const person = persons.find((one) => one.name === name)?.code;
    if (person === undefined) throw new Error(`nobody is called ${name}`);
    const own = lines === '-' ? {} : { lines: lines.split('、') };
    return { person, user, role: role as DemoAccount['role'], unit, ...own, note };
  });
}

/** The text of `accounts.yaml`. */
export function accountsText(): string {
  return [
    '# 青禾镇的演示账号 —— 演示数据，全部虚构',
    '# 本文件由 server/scripts/demo-town.ts 生成。这里没有密码：演示启动时印出一个，各账号通用。',
    '# person 是名册里的人员编码；unit 是这个身份管到的单位（连同下级）；lines 是只管办法里的哪几部分，不写是全部。',
    '',
    ...demoAccounts().map((account) => `- ${flow(account)}`),
    '',
  ].join('\n');
}
