/**
 * A paper as a township writes it: one table of forty clauses with merged cells, in our own words.
 * Most sentences follow a pattern that the import knows; some need a person.
 */

import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx';

/** How many clauses the table has. */
export const paperClauses = 40;

/** The name of the scheme, as the first line says it. */
export const paperTitle = '青禾镇村级治理年度考核细则';

interface Item {
  readonly name: string;
  readonly full: string;
  readonly owner: string;
  /** What is looked at, and the sentences about it. */
  readonly parts: readonly (readonly [string, readonly string[]])[];
}

const items: readonly Item[] = [
  {
    name: '人居环境',
    full: '30',
    owner: '城建办',
    parts: [
      [
        '村庄清洁',
        [
          '沟渠有漂浮垃圾的，每处扣0.5分。',
          '房前屋后杂物乱堆的，每户扣0.2分。',
          '垃圾桶满溢未清运的，每次扣0.3分。',
          '焚烧垃圾的，每起扣1分。',
          '保洁员脱岗的，每人次扣0.2分。',
        ],
      ],
      [
        '设施管护',
        [
          '公厕脏污无人打扫的，每次扣0.5分。',
          '路灯损坏未报修的，每处扣0.2分。',
          '健身器材损坏未停用的，每处扣0.5分。',
          '管护台账不完整的，视情况扣分。',
        ],
      ],
    ],
  },
  {
    name: '便民服务',
    full: '20',
    owner: '便民服务中心',
    parts: [
      [
        '窗口值守',
        [
          '开放时间无人值守的，每次扣0.5分。',
          '群众来访未登记的，每件扣0.2分。',
          '告知单内容有误的，每份扣0.2分。',
          '服务态度生硬被查实的，每起扣1分。',
        ],
      ],
      [
        '事项办理',
        [
          '代办事项超期的，每件扣0.5分。',
          '满意率低于全镇平均数的，扣1分。',
          '办件资料缺失的，每件扣0.3分。',
        ],
      ],
    ],
  },
  {
    name: '安全应急',
    full: '20',
    owner: '应急办',
    parts: [
      [
        '隐患排查',
        [
          '排查出的隐患未按期整改的，每处扣1分。',
          '每季度组织巡查4次以上，每少一次扣0.5分。',
          '烟花爆竹违规存放的，每起扣2分。',
          '消防通道被占用的，每处扣0.5分。',
        ],
      ],
      [
        '值班值守',
        [
          '应急值班脱岗的，每人次扣0.5分。',
          '险情迟报的，每次扣1分。',
          '应急物资登记不清的，扣0.5分。',
          '演练流于形式的，酌情扣0.5－1分。',
        ],
      ],
    ],
  },
  {
    name: '基层党建',
    full: '20',
    owner: '党建办',
    parts: [
      [
        '组织生活',
        [
          '主题党日未开展的，每次扣1分。',
          '党务公开栏更新不及时的，每次扣0.3分。',
          '党员到会率不理想的，按档扣分。',
          '发展党员材料差错的，每份扣0.5分。',
        ],
      ],
      [
        '工作落实',
        [
          '镇交办事项未完成的，每件扣1分。',
          '月报表逾期报送的扣0.5分，每迟一天再扣0.1分。',
          '信访件未按期答复的，每件扣0.5分。',
          '会议无故缺席的，每人次扣0.2分。',
        ],
      ],
    ],
  },
  {
    name: '加分',
    full: '最高10分',
    owner: '党政办',
    parts: [
      [
        '争先创优',
        [
          '获表彰的，按级别加分。',
          '经验做法被采用的，每篇加0.5分。',
          '新建成村民小广场的，每个加1分。',
          '承办镇级现场会的，每次加1分。',
        ],
      ],
      [
        '其他',
        [
          '工作有创新的，酌情加0.5－2分。',
          '引进项目落地的，每个加2分。',
          '其他突出贡献，由镇党委会研究决定予以加分。',
          '医保参保率未达到95%的，每低1个百分点扣0.5分。',
        ],
      ],
    ],
  },
];

/** The paper as a Word file. */
export async function rulesPaper(): Promise<Buffer> {
  const head = ['考核项目', '考核内容', '评分标准', '分值', '责任单位'].map((text) => cellOf(text));
  const rows = items.flatMap((item) =>
    item.parts.flatMap(([part, sentences], partIndex) =>
      sentences.map((sentence, index) => {
        const begins = partIndex === 0 && index === 0;
        return new TableRow({
          children: [
            merged(item.name, begins),
            merged(part, index === 0),
            cellOf(sentence),
            merged(item.full, begins),
            merged(item.owner, begins),
          ],
        });
      }),
    ),
  );
  const table = new Table({ rows: [new TableRow({ children: head, tableHeader: true }), ...rows] });
  const children = [new Paragraph(paperTitle), table];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

function cellOf(text: string): TableCell {
  return new TableCell({ children: [new Paragraph(text)] });
}

/** The first row of a merged cell holds its words, the others go on with it. */
function merged(text: string, begins: boolean): TableCell {
  return new TableCell({
    children: [new Paragraph(begins ? text : '')],
    verticalMerge: begins ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
  });
}
