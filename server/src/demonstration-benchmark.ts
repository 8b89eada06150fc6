/** Two lists of an invented county on which the demonstration township stands; all of it is invented. */

import { recordList } from './home/index.ts';
import type { Ctx } from './platform/index.ts';

/** A row a line, cells apart by bars; the county prints the marks of the first three alone. */
const year = `
指标|满分|责任办|青禾镇|柳坪镇|云溪镇|白石镇|古渡镇|南岭乡|松林镇|鹤山镇|上塘乡|长岗乡|杏坞乡|双渠镇
人居环境|15|城建办|9.5（第4）|13|12
产业发展|15|经济办|11（10名开外）|12.5|12
党的建设|15|党建办|14（第1）|13|13
综治平安|15|综治办|13（第2）|13|12.5
营商环境|10|经济办|6.5（第12）|8|7.5
民生实事|10|社会事务办|9（第2）|8.5|8
应急管理|10|应急办|9（第2）|9.2|7.5
政务服务|10|便民服务中心|9（第5）|8.8|8
总分|100||81|86|80.5|79.6|78.2|77.9|76.4|75|74.3|73.8|72.5|70.1
名次|||2|1|3|4|5|6|7|8|9|10|11|12
`;
const halfYear = `
指标|满分|责任办|青禾镇|柳坪镇|云溪镇|白石镇|古渡镇|南岭乡|松林镇|鹤山镇|上塘乡|长岗乡|杏坞乡|双渠镇
人居环境|15|城建办|11.2（第3）|13.8|12.5
产业发展|15|经济办|11.5（10名开外）|13.2|12.8
党的建设|15|党建办|14.2（第1）|13.6|13.1
综治平安|15|综治办|13.4（第2）|13.5|12.6
营商环境|10|经济办|7.1（第11）|8.6|8.8
民生实事|10|社会事务办|9.1（第2）|8.9|8.2
应急管理|10|应急办|8.6（第6）|8.4|8.7
政务服务|10|便民服务中心|9.2（第3）|8.1|8.3
总分|100||84.3|88.1|85|81.2|80.9|79.5|79.5|77.3|76.8|75.4|74.2|72.6
名次|||3|1|2|4|5|6|6|8|9|10|11|12
`;

/** Records them on the days on which they came, by who keeps such lists. */
export async function loadBenchmark(
  contextOf: (user: string, now: string) => Promise<Ctx>,
): Promise<void> {
  const lists = [
    { period: '2025', document: '云考发〔2026〕1号', on: '2026-01-28', table: year },
    { period: '2026-H1', document: '云考发〔2026〕4号', on: '2026-07-24', table: halfYear },
  ];
  for (const { period, document, on, table } of lists) {
    await recordList(await contextOf('wu.kaohe', `${on}T02:00:00.000Z`), {
      name: '乡镇综合考核',
      issuer: '云川县委考核办',
      document,
      period,
      cells: table
        .trim()
        .split('\n')
        .map((row) => row.split('|')),
    });
  }
}
