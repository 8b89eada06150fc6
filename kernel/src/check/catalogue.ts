/**
 * Every code that the check can give, with what it is about and one sentence as it is printed. The
 * page of findings is written from this table; a test holds each example equal to what a bad scheme
 * really gets.
 */

import type { Severity } from './finding.ts';

interface Entry {
  /** The usual severity first, where a code knows several. */
  readonly severity: Severity | readonly [Severity, ...Severity[]];
  readonly about: string;
  readonly example: string;
}

export const catalogue = {
  'not-yaml': {
    severity: 'error',
    about: '文件不是正确的 YAML',
    example: '第 5 行第 7 列不是正确的 YAML：结构不完整。请对照上一行的缩进和引号改正。',
  },
  'unknown-key': {
    severity: 'error',
    about: '写了语言里没有的键',
    example: '这里没有“cuont”这个键，是不是“count”？请改正。',
  },
  'missing-key': {
    severity: 'error',
    about: '缺少必须写明的键',
    example: '缺少“den”，这一项必须写明；请补上。',
  },
  'wrong-shape': {
    severity: 'error',
    about: '内容的种类不对：该写列表的写了文字，等等',
    example: '这里应当是一个列表，现在写的是“plain”，读不懂；请改正。',
  },
  'not-an-option': {
    severity: 'error',
    about: '写了可选范围以外的词',
    example:
      '“quartr”不在可选范围内，是不是“quarter”？可选：month、quarter、halfYear、year；请改为其中一项。',
  },
  'exactly-one': {
    severity: 'error',
    about: '要写且只写一种的地方写了几种，或一种也没写',
    example:
      '这里要写且只写一种，现在写了 count、choice，请只留一种；可以写：count、choice、range、decision、sampled、table、linear、ratio、shortfall、excess、deadline、award、import、judges、ballots、pending。',
  },
  empty: {
    severity: 'error',
    about: '空的文字或空的列表',
    example: '这里至少要写一项；请补上，或删去这个键。',
  },
  'not-exact': {
    severity: 'error',
    about: '数不能精确读出',
    example: '“十分”不是确数；请写成 -0.5、40% 或 1/3 这样的数。',
  },
  'not-positive-integer': {
    severity: 'error',
    about: '应当是正整数',
    example: '“0”不是正整数；请写 1 到 999999 的整数。',
  },
  'not-code': {
    severity: 'error',
    about: '编码里有不能用的字符',
    example: '“1 1”不能作编码；编码以字母、数字或汉字开头，只用字母、数字、汉字和 . _ - （）。',
  },
  'not-yuan': {
    severity: 'error',
    about: '金额的写法不对',
    example: '“1200元”不是金额；请写元，最多两位小数，不加逗号和单位。',
  },
  'not-date': {
    severity: 'error',
    about: '日期的写法不对',
    example: '“2026-02-30”不是日期；请写成 2026-03-31 这样，并核对这一天是否存在。',
  },
  'not-period': {
    severity: 'error',
    about: '考核期的写法不对',
    example: '“一季度”不是考核期；请写成 2026、2026-H1、2026-Q1 或 2026-03 这样。',
  },
  'no-bound': {
    severity: 'error',
    about: '比较没有界限',
    example: 'test 只写了 of，没有写比较的界限；请补上 atLeast、above、atMost、below 或 equals。',
  },
  'row-without-bound': {
    severity: 'error',
    about: '表的一行没有适用范围',
    example: '这一行只有分数，没有写适用的范围；请补上 from、above、to、below 或 is。',
  },
  'band-without-bound': {
    severity: 'error',
    about: '等次的一档没有分数范围',
    example: '这一档没有写分数范围；请补上 from、above、to 或 below。',
  },
  'delta-or-once': {
    severity: 'error',
    about: '缺额的分数写了两种或没写',
    example: '缺额的分数要在 delta（每缺一个）和 once（缺了就扣一次）中写且只写一种。',
  },
  'deadline-without-points': {
    severity: 'error',
    about: '期限条款没有分数',
    example: '期限条款没有写分数；请至少写明 onTime、late、perDay 中的一项。',
  },
  'times-grades-or-ranks': {
    severity: 'error',
    about: '读取结果的折算写了几种或没写',
    example: '读取别的结果，要在 times、grades、ranks 中写且只写一种折算办法。',
  },
  'top-or-bottom': {
    severity: 'error',
    about: '名单写了前后两头或都没写',
    example: '名单要在 top（前几名）和 bottom（后几名）中写且只写一种。',
  },
  'share-or-count': {
    severity: 'error',
    about: '名额写了比例又写了个数，或都没写',
    example: '名额要在 share（比例）和 count（个数）中写且只写一种。',
  },
  'sequence-without-effect': {
    severity: 'error',
    about: '连续规则没有后果',
    example: '连续规则没有写后果；请写明 setGrade（改等次）或 propose（提建议）。',
  },
  'results-or-events': {
    severity: 'error',
    about: '连续规则写了两种来源或没写',
    example: '连续规则要在 results（历次结果）和 events（事件）中写且只写一种。',
  },
  'children-and-clauses': {
    severity: 'error',
    about: '指标下既有下级又有条款',
    example: '同一指标下不能既有下级指标又有条款；请把条款放进一个下级指标。',
  },
  'duplicate-code': {
    severity: 'error',
    about: '编码重复，或用了保留编码',
    example: '“plain”在 groups[0].code 已经用过，计分行会混在一起；请另取一个。',
  },
  'unknown-points': {
    severity: 'error',
    about: '读取不存在的项目的得分',
    example: '这里读“8”的得分，但办法里没有这个编码；请核对编码。',
  },
  'points-circle': {
    severity: 'error',
    about: '得分取决于自己',
    example: '“1.2”要读“1”的得分，而“1”的得分又取决于“1.2”，算不出来；请改读别的项目。',
  },
  'unknown-group': {
    severity: 'error',
    about: '类组不存在',
    example: '没有类组“plains”，这一项对谁都不起作用；现有类组：plain、hill，请核对。',
  },
  'empty-node': {
    severity: 'warning',
    about: '指标没有条款',
    example: '第 2 项“精神文明”没有条款，永远是满分 5 分；请补上条款，或写明由谁裁量。',
  },
  'no-such-day': {
    severity: 'error',
    about: '日历上没有的日子',
    example: '没有“02-30”这一天；请核对月份和日期。',
  },
  'full-mark-sum': {
    severity: 'warning',
    about: '分值加起来与满分不符',
    example:
      '第 18 项“非法采砂整治”满分 3 分，所列得分点合计 2 分，差 1 分；请补齐得分点，或把满分改为 2 分。',
  },
  'base-over-weights': {
    severity: 'warning',
    about: '基本分加在按权重计的得分之上',
    example:
      '第 1 项“综合”写了 base: 100，下级又按权重计分：base 是白给的基本分，会加在加权得分之上，合起来最高 200 分。加权公式里的“基础分 100 分”是各部分的满分，应当在各部分写 full，不写 base；请改正，确要另给基本分的，请核对合计。',
  },
  'no-full-from-full': {
    severity: 'error',
    about: '起点是满分，条款却只加分',
    example:
      '第 1 项“信息报送”一开始就给满分，条款又只加分不扣分，得分会超过满分；请写 start: zero 从 0 分得起，或核对条款的正负号。',
  },
  'earned-over-full': {
    severity: 'warning',
    about: '起点是满分，又按完成情况加分',
    example:
      '第 4 项“项目推进”已先给满分 15 分，第 4.1 条“按投资完成率乘10分计”又按比率最多加 10 分，最多可得 25 分，超过满分；按完成情况得分的，请在指标写 start: zero 或 cap: 15。',
  },
  'zero-from-zero': {
    severity: 'warning',
    about: '起点是零，条款却只扣分',
    example:
      '第 2 项“安全”从 0 分起算，条款却只扣分，得分永远是 0；请删去 start: zero，或补上得分点。',
  },
  'sign-mismatch': {
    severity: 'warning',
    about: '文字说扣分，分值却是加分，或者相反',
    example:
      '第 1.1 条“每发现一处垃圾积存扣0.5分”的文字是扣分，分值却是加分；扣分要写负号（如 -0.5），请核对正负号。',
  },
  'cap-out-of-reach': {
    severity: 'hint',
    about: '封顶高于能得的分',
    example: '第 3 项“创建”封顶 9 分，但所有条款加起来最多 5 分，封顶用不上；请核对分值。',
  },
  'weights-sum': {
    severity: 'warning',
    about: '同级权重合计不是 1',
    example: '各部分的权重合计 0.9，不是 1；请核对各部分所占比例。',
  },
  'weight-unstated': {
    severity: 'error',
    about: '各部分占多少没有写明',
    example:
      '第 1 项“定量”的下级有的写了权重，有的没写（第 1-2 项“年终”），各占多少无从知道；请给每一部分写明权重。',
  },
  'shown-beyond-decimals': {
    severity: 'warning',
    about: '公布的小数位多于计算的',
    example: '得分只算到 0 位小数，却要公布 2 位，多出的位总是 0；请让 shown 不多于 decimals。',
  },
  'decimals-too-coarse': {
    severity: 'warning',
    about: '分值的小数位多于保留的',
    example:
      '得分只保留 0 位小数，而第 1.1 条的分值有 1 位小数，会被四舍五入；请调整 decimals 或分值。',
  },
  'band-gap': {
    severity: 'error',
    about: '两档之间有空当',
    example:
      '得分 449.5 落在二档（400–449）和一档（450–500）之间，哪一个都不属于；请把各档首尾相接（上一档 from 90，下一档写 below 90），或用 roundFirst 写明先取整再对档。',
  },
  'band-overlap': {
    severity: 'error',
    about: '一个数同时在两档里',
    example:
      '数值 5000 同时落在第 1 行（1000–5000）和第 2 行（5000–10000），取哪一个没有写明；请只让一边包含（from、to 包含本数，above、below 不包含）。',
  },
  'band-ends': {
    severity: 'warning',
    about: '总分可能超出各档的两头',
    example: '总分可能低于 0，那时不属于任何等次；请让最低一档不设下限，或写明 total.floor。',
  },
  'bounds-reversed': {
    severity: 'error',
    about: '下限高于上限',
    example:
      '不合格（20 以上（含）、不满 10）的下限不低于上限，没有任何得分落在里面；请把上下限对调或改正。',
  },
  'grade-order': {
    severity: 'error',
    about: '等次次序与分数线颠倒',
    example: '合格的分数高于优秀，而 order 里优秀排在合格之前；order 要从最好的等次写起，请核对。',
  },
  'table-beyond': {
    severity: ['error', 'warning'],
    about: '表外的名次或数值没有写明计几分',
    example:
      '第 1.1 条“引资一千万到五千万加2分，五…”没有写数值低于 1000 时计几分，遇到时会退回为缺材料；请用 otherwise 写明（通常是 0）。',
  },
  'rule-pending': {
    severity: 'error',
    about: '条款从文件里照录，计分办法还没有定',
    example:
      '第 1.1 条“道路通畅、整洁、无占道现象，…”的计分办法待定：原文没有写每处扣几分，须问考核办；请把 rule 写定为一种计分方式，写定以后才能计分。',
  },
  'linear-points-or-percent': {
    severity: 'error',
    about: '每低 1% 是百分点还是相对比例没有写明',
    example:
      '第 1.1 条“低于平均值的每低1%扣0.1…”按每 1% 计分，是差 1%（百分点）还是差对照数的 1%（相对比例）没有写明，两种算法分数不同；请写 in: points 或 in: relative。',
  },
  'rank-change-open': {
    severity: 'error',
    about: '名次升降从几分起算、到几分为止没有写明',
    example:
      '第 1.1 条“比上年每升降一位加减0.5分”按名次升降加减分，没有写明从几分起算（start 或 base）、最多到几分（cap）；这一口径没有默认值，请在第 1 项“争先进位”里写明。',
  },
  'quota-tie-unstated': {
    severity: 'error',
    about: '名额末位同分没有写明',
    example:
      '“优秀”的名额没有写明末位同分怎么办；这一口径没有默认值，请用 tie 写明 propose（提请研究）、include（都列入）或 exclude（都不列入）。',
  },
  'prize-unfilled-unstated': {
    severity: 'error',
    about: '奖项最低分无人达到时没有写明',
    example:
      '“一等奖”有最低分，没有写明无人达到时名额怎么办；请用 unfilled 写明 empty（空缺）或 passDown（顺延给下一等）。',
  },
  'prize-next-class-unstated': {
    severity: 'error',
    about: '下一等奖从哪一名起没有写明',
    example:
      '名额空缺或顺延之后，下一等奖从哪一名起没有写明；请用 nextClass 写明 nextSubject（从下一位起）或 fixedRanks（仍按原名次段）。',
  },
  'grades-missing': {
    severity: 'error',
    about: '用到等次而没有写等次',
    example:
      '这里用到等次，但办法没有写 grades（有哪些等次、各档多少分）；这一口径没有默认值，请补上。',
  },
  'grades-without-cut-offs': {
    severity: 'error',
    about: '有等次而没有分数线',
    example:
      '写了等次“优秀”、“称职”、“不称职”，没有写各档的分数线或票决条件；这一口径没有默认值，请用 bands 或 rules 写明。',
  },
  'grade-unreachable': {
    severity: 'warning',
    about: '有的等次谁也评不上',
    example:
      '等次“称职”没有分数线、票决条件或其他来路，谁也评不上；请补上分数线，或从 order 里删去。',
  },
  'pay-size-unstated': {
    severity: 'error',
    about: '增减考核工资而没有写数额',
    example:
      '“增加考核工资”要增减考核工资，办法没有写 pay，增减多少无从知道；这一口径没有默认值，请写明数额或比例。',
  },
  'charge-unstated': {
    severity: 'error',
    about: '集体的事由谁承担没有写明',
    example:
      '本办法考核个人，而“垃圾积存”（garbage）记的是单位的事，没有写明由谁承担；这一口径没有默认值，请用 charge 写明。',
  },
  'unreachable-clause': {
    severity: 'error',
    about: '条款或否决永远听不到事实',
    example:
      '事实目录里没有“garbige”，这一条永远听不到事实；是不是“garbage”？请改正，或在目录里登记。',
  },
  'unknown-kind': {
    severity: 'error',
    about: '读取目录里没有的事实',
    example: '事实目录里没有“meetings”，这里永远读不到事实；请改正，或在目录里登记这种事实。',
  },
  'missing-field': {
    severity: 'error',
    about: '计分要读的字段不存在或不是数',
    example:
      '计分要读“spots”，但“垃圾积存”（garbage）没有这个字段，永远算不出分；现有字段：places、grade、found，请核对。',
  },
  'unrecordable-option': {
    severity: 'warning',
    about: '定了分的选项记不进去',
    example:
      '第 1.3 条“程度重的扣2分，轻的扣1分”给“轻微”定了分，但目录里“grade”只能填 一般、严重，谁也记不进去；请改写法或补进目录。',
  },
  'option-without-points': {
    severity: 'warning',
    about: '能记的选项没有定分',
    example:
      '目录里“grade”还可以填“一般”，第 1.3 条“程度重的扣2分，轻的扣1分”没有写它们计几分，记到时会退回；请补上（不计分的写 0）。',
  },
  'unreported-reads-full': {
    severity: 'warning',
    about: '人人都要报的数，没有报的对象却不会缺材料',
    example:
      '第 1.1 条“参保率低于95%的，每低1个…”逐条听取“参保率”，没有报这个数的对象一分不扣，和报了、做到了的一样，不会显示缺材料；人人都要报的数，请删去 on，改写 of: { measure: { kind: insured, field: 参保率 } }，没有报就是缺材料；只在现场查到才登记的，请在 proof 里写明 visit。',
  },
  'rule-without-facts': {
    severity: 'error',
    about: '逐条计分的条款没有写听取哪种事实',
    example:
      '第 1.5 条“每处再扣分”按 count 计分，须听取事实，却没有写 on；请用 on 写明听取哪种事实。',
  },
  'no-fact-in-hand': {
    severity: 'error',
    about: '问手头的事实，而此处没有',
    example:
      '这里问的是“手头的这条事实”，但此处不是逐条事实计算，没有可读的事实；请放到有 on 的条款里，或改用 occurs、count、measure。',
  },
  'double-counting': {
    severity: 'warning',
    about: '同一事实被两个条款听取',
    example:
      '第 1.2 条“主干道垃圾积存扣1分”（tree[0].clauses[1]）和第 1.1 条“垃圾积存一处扣0.5分”（tree[0].clauses[0]）都听取“garbage”，同一事实会记两次；扣分时默认只计最重的一条，加分时各计一次。请用 where 分开；确要分别计的，写 separate: true。',
  },
  'due-without-effect': {
    severity: 'hint',
    about: '逐条计分的条款写了到期末才算',
    example:
      '第 1.3 条“缺席一次扣1分”写了 due: endOfSpan（到期末才算），而本条逐条听取事实，有一条算一条，due 不起作用；请删去，要到期末才算的，改为不写 on、用 count 或 measure 取数。',
  },
  'same-matter-twice': {
    severity: 'error',
    about: '一条路上有两条同一事项规则',
    example:
      '第 1.1 条“受表彰加2分”的加分同时受 sameMatter 和 tree[0].sameMatter 两条同一事项规则管，先后不同结果不同；一条路上每种符号只能留一条，请删去其中一条（要分别计的用 separate: true）。',
  },
  'same-matter-spans': {
    severity: 'error',
    about: '同一事项规则下计算期不同',
    example:
      '同一事项规则管着第 2.1 条“镇级通报扣1分”（按本期算）和第 2.2 条“县级通报扣2分”（按全年算），计算期不同，比不到一起；请写成同一个 span。',
  },
  'companion-needs-year': {
    severity: 'error',
    about: '看同一事项或重复，却只按本期算',
    example:
      '第 1.1 条“任务未完成扣1分，催办后仍未…”要看同一事项的其他记录，先后可能跨期，本条却只按本期算，跨期的会漏掉；请给本条写 span: year。',
  },
  'repeat-without-validity': {
    severity: 'error',
    about: '按有效期内重复加重，却没有有效期',
    example:
      '第 1.1 条“任务未完成扣1分，催办后仍未…”按“有效期内再次发生”加重，却没有写有效期；请用 validity 写明，或把 within 改为 year 等。',
  },
  'unknown-grade': {
    severity: 'error',
    about: '等次不存在',
    example: '本办法没有等次“良好”，只有 优秀、合格、不合格；请改正。',
  },
  'overflow-not-lower': {
    severity: 'error',
    about: '超出名额落到的等次并不更低',
    example: '“合格”超出名额的落到“优秀”，并不比它低；请写一个更低的等次。',
  },
  'veto-without-authority': {
    severity: 'error',
    about: '一票否决没有依据文号',
    example:
      '一票否决“连续三年未发展党员”没有写依据文号。乡镇不能自设一票否决，只能用中央、省有文件依据的事项；请在 authority 里写明文号、文件名和发文机关，没有的请改为扣分条款。',
  },
  'unknown-prize': {
    severity: 'error',
    about: '奖项不存在',
    example: '否决要取消“先进村庄”的资格，但办法的奖项只有 先进村；请写奖项的全名。',
  },
  'unknown-outcome': {
    severity: 'error',
    about: '结果运用不存在',
    example: '“多次不合格的限期整改”要提出“rectify”，outcomes 里没有；现有：talk，请核对编码。',
  },
  'outcome-never': {
    severity: 'warning',
    about: '结果运用永远不会提出',
    example:
      '“提醒谈话”没有写什么时候提出（when），也没有连续规则提到它，永远不会提出；请补上条件或删去。',
  },
  'sequence-without-length': {
    severity: 'error',
    about: '连续规则没有写几次',
    example:
      '“多次不合格的限期整改”没有写连续几次（consecutive）或累计几次（cumulative）；请写明。',
  },
  'own-items-too-many': {
    severity: 'error',
    about: '自选项超过条数',
    example: '“v1”的自选加分项最多 1 条，这是第 2 条；请删去。',
  },
  'own-item-points': {
    severity: 'error',
    about: '自选项超过分值',
    example: '自选项“自建书屋”为 2.5 分，每项不得超过 2 分；请改小。',
  },
  'pay-authority': {
    severity: 'warning',
    about: '工资项没有依据文号',
    example:
      '“年终奖”没有写依据文号。考核只能动县里文件列明的浮动部分；请用 documentNo 或 pay.authority 写明文号，没有文件的不要列入。',
  },
  'pay-base-missing': {
    severity: 'error',
    about: '有的职务没有基数',
    example: '“季度绩效”发给“文书”，却没有写这些职务的基数；请补上金额，或从 roles 里删去。',
  },
  'pay-ratio-missing': {
    severity: 'error',
    about: '有的等次没有发放比例',
    example: '“季度绩效”没有写等次“不合格”发多少；请补上比例（不发的写 0）。',
  },
  'unknown-pay-line': {
    severity: 'error',
    about: '工资项不存在',
    example: '否决要停发工资项“P9”，但 pay 里一项也没有；请核对编码。',
  },
  'pay-factor-unknown': {
    severity: 'error',
    about: '系数写给了不存在的等次或职务',
    example:
      '“等次奖”的 times 里“优良”既不是等次，也不是这一项或名册里的职务，这个系数对谁都不起作用；是不是“优秀”？请改正，或删去。',
  },
  'unknown-sequence': {
    severity: 'error',
    about: '连续规则不存在',
    example: '“平安奖”按连续规则“S9”发放，sequences 里没有这个编码；请核对。',
  },
  'full-mark-missing': {
    severity: 'error',
    about: '得分率的分母是满分，而没有满分',
    example:
      '“年终奖”按得分率发放，分母是满分，而办法里没有任何满分；请写 total.full，或把 denominator 写成一个数。',
  },
  'import-self': {
    severity: 'error',
    about: '读取自己的结果',
    example:
      '这里读的是本办法自己（test）的结果，分数要等自己算出来才能算；请改读别的办法，或用 period: priorYear 读上一年。',
  },
  'import-circle': {
    severity: 'error',
    about: '办法互相读取，绕成一圈',
    example:
      '办法之间互相读取结果，绕成了一圈：test → inspection → test，谁也算不出来；请断开其中一处。',
  },
  'unknown-line': {
    severity: 'warning',
    about: '读取的办法没有找到',
    example: '没有找到代号为“news”的办法，结果无从读取；请核对代号，或先装入那份办法。',
  },
  'unit-result-in-person': {
    severity: 'hint',
    about: '单位的结果计入个人（默认不计）',
    example:
      '单位（村）的结果“village”要计入个人得分。这一口径默认为不计入；确要计入的，请在口径页说明依据。',
  },
  'pass-down-loss': {
    severity: 'hint',
    about: '失分传导到责任单位（默认关闭）',
    example:
      '第 1.1 条“县对镇扣分的项目，责任村每项…”把别处的失分记到责任单位名下。这一口径默认关闭；确要使用的，请在口径页说明依据。',
  },
  'effective-too-long': {
    severity: 'error',
    about: '施行期超过一年',
    example: '施行日期从 2026-01-01 到 2027-06-30，超过一年；办法一年一版，请分年编写。',
  },
  'two-versions': {
    severity: 'error',
    about: '一年之内有两版',
    example:
      '“test”在同一年里还有一版（2026.0，2026-01-01 至 2026-06-30），已封存的各期会按两套规则算；请把修改并入一版，或从下一年起施行。',
  },
  'trace-only': {
    severity: 'hint',
    about: '只能用记录、台账、照片证明的条款',
    example:
      '第 1.1 条“会议记录不规范扣1分”只能用会议记录证明，属于留痕；能改为实地查看、数据或文件证明的，请改。',
  },
  'trace-share': {
    severity: ['hint', 'warning', 'error'],
    about: '留痕条款所占的分',
    example:
      '留痕条款 2 条，占 8 分，为满分 20 分的 40%，超过 10%；请改用实地查看、数据或文件证明，或由负责人在 trace 里署名并说明理由。',
  },
  'proof-missing': {
    severity: 'hint',
    about: '条款没有写用什么证明',
    example: '有 1 个条款没有写 proof（用什么证明），算不进留痕占比；建议逐条写明。',
  },
  'guardrail-bottom-posted': {
    severity: 'error',
    about: '公布末位名单',
    example:
      '“末位名单”要公布后 3 名。末位不上墙：需要改进的事项清单不是排名；请改为 audience: internal，或改列需改进的事项。',
  },
  'guardrail-person-posted': {
    severity: 'error',
    about: '公布个人名次',
    example:
      '“前三名”要公布个人名次。个人得分和名次属内部信息（政府信息公开条例第十六条，个人信息保护法第十三条、第二十五条）；请改为 audience: internal。',
  },
  'guardrail-household': {
    severity: 'error',
    about: '以住户或居民为考核对象',
    example:
      '考核对象里有“农户”。不对住户和居民个人打分排名（不做居民信用分）；请以村、屋场或村民小组为对象，户数只作数量。',
  },
  'guardrail-petition-count': {
    severity: 'warning',
    about: '按信访数量计分',
    example:
      '连续规则“连续无到县以上信访的奖励”按信访数量计分。来访来信是群众的权利，数量不得作为扣分或奖励依据（信访工作条例）；可以改为考核办理是否及时、答复是否到位、群众是否满意。',
  },
  'guardrail-usage': {
    severity: 'warning',
    about: '把使用软件当作事实',
    example:
      '第 1.3 条“平台活跃度低于平均的扣1分”涉及“活跃度”。使用软件的情况（登录、打卡、活跃度、注册量）不作为考核事实；请改为考核事情本身办得怎样。',
  },
  'guardrail-reports': {
    severity: 'warning',
    about: '按日报、周报、照片、信息条数计分',
    example:
      '第 1.4 条“未按日报送情况的扣0.5分”涉及“日报”。不得以日报、周报、照片和信息条数考核基层（为基层减负若干规定）；请改为现场查看或用已有数据核对。',
  },
  'guardrail-group-unnamed': {
    severity: 'warning',
    about: '没有写明是哪一类人员',
    example:
      '考核个人，没有写明是哪一类人员（公务员、事业编制、编外聘用、村委会成员、村党组织书记），各类人员的结果运用依据不同；请在 subject.where.classes 或各项 outcomes 的 classes 里写明。',
  },
  'guardrail-civil-servant': {
    severity: ['error', 'warning'],
    about: '对公务员提出职务处理',
    example:
      '“降职”对公务员不能由乡镇办法规定：等次只按公务员法第三十八条和考核规定确定，辞退只按第八十八条；请删去，或把公务员移出 classes。',
  },
  'guardrail-elected-post': {
    severity: ['error', 'warning'],
    about: '对选举产生的村委会成员提出职务变动',
    example:
      '“终止职务”对“村委会成员”不成立：村委会成员由村民选举，乡镇不得指定、委派、撤换（村委会组织法第五条、第十一条），连续两次不称职终止职务由村民评议决定（第三十三条）；请改为提醒、培训或绩效。',
  },
  'guardrail-secretary-post': {
    severity: 'warning',
    about: '村党组织书记的职务变动没有写明权限和备案',
    example:
      '“终止职务”涉及村党组织书记，由乡镇党委研究决定并报县级备案；请在 body 写明乡镇党委，在 procedure 写明县级备案。',
  },
  'guardrail-contract-post': {
    severity: 'warning',
    about: '事业编制、编外人员的职务变动须核对依据',
    example:
      '“调整岗位”涉及“事业编制”、“编外聘用”：事业编制按事业单位人事管理规定，编外按劳动合同；请由有权单位核对 basis 是否写明这些依据。',
  },
  'guardrail-sanction-by-score': {
    severity: ['error', 'warning'],
    about: '只凭分数提出处理',
    example:
      '“降职”只凭得分、等次或名次提出。降职须由有权机关按其本身的事由作出，分数和名次不能单独作为依据；请加上事由的条件（如生效的决定文书），或改为提醒谈话、限期整改。',
  },
  'guardrail-grade-by-rule': {
    severity: ['error', 'warning'],
    about: '用连续规则改判法定等次',
    example:
      '“连续两年基本称职的定为不称职”把“公务员”的等次直接改为“不称职”，公务员的等次只按公务员法第三十八条和考核规定确定，乡镇办法不能改判；请改为提出建议（propose）。',
  },
  'guardrail-personal-veto': {
    severity: ['error', 'warning'],
    about: '用否决直接决定个人的得分或等次',
    example:
      '否决“所包村发生重大事故”直接决定“公务员”的得分或等次，超出乡镇权限；请改为 notTopGrade 或 notEligible，等次由有权机关按法定程序确定。',
  },
  'guardrail-veto-by-post': {
    severity: 'warning',
    about: '否决按职务或挂钩落到个人',
    example:
      '否决“所包村发生重大事故”按职务或挂钩关系落到个人，本人未必有责任；请改为只落到有文书认定责任的人（charge: { as: … }）。',
  },
  'unknown-in-roster': {
    severity: 'warning',
    about: '名册里没有这个名称',
    example: '名册里没有单位“东溪”，这里不起作用；是不是“东溪村”？请核对名称，或补进名册。',
  },
  'no-subject': {
    severity: 'error',
    about: '名册里没有考核对象',
    example: '名册里没有一个单位符合考核对象的条件，算不出任何得分；请核对 subject 和名册。',
  },
  'fact-twice': {
    severity: 'error',
    about: '两条事实编号相同、内容不同',
    example:
      '编号“f1”已经用过，两条内容不同，只有先登记的一条会计分；请给后一条另编号，要改正前一条的，另记一条更正（reverses）。',
  },
  'fact-reverses-nothing': {
    severity: 'warning',
    about: '更正的是不存在的事实',
    example: '要更正的事实“z99”不在事实清单里，这条更正不起作用；请核对编号。',
  },
  'fact-kind-unknown': {
    severity: 'warning',
    about: '事实的种类不在目录里',
    example: '事实目录里没有“garbige”，按目录写的条款听不到这条事实；是不是“garbage”？请改正。',
  },
  'fact-form': {
    severity: 'warning',
    about: '事实的 form 与目录不同',
    example:
      '目录里“经营收入”（income）的 form 是 measure，这里是 event（不写就是 event）；请写 form: measure，或核对事实的种类。',
  },
  'fact-field-missing': {
    severity: 'error',
    about: '必填的字段没有填',
    example: '“垃圾积存”（garbage）必须填“处数”，这里没有，要读它的条款会算错或算不出；请补上。',
  },
  'fact-field-unknown': {
    severity: 'warning',
    about: '填了目录里没有的字段',
    example:
      '目录里“垃圾积存”（garbage）没有“处教”这个字段，写了也没有条款会读；是不是“处数”？请改正。',
  },
  'fact-option': {
    severity: 'error',
    about: '填的不是可选的项',
    example: '“程度”只能填 一般、严重，没有“轻微”，计分时会退回；请改正。',
  },
  'fact-number': {
    severity: ['error', 'warning'],
    about: '数字段里不是确数',
    example:
      '“处数”写的“3处”不是确数，算不出分；只写数（如 3、0.5、40%、1/3），不带单位和文字，约数请写 { value: 6000, approx: true }。',
  },
  'fact-rate': {
    severity: 'error',
    about: '比率写成了大于 2 的数，多半少了百分号',
    example:
      '“增长”是比率，这里写的是 5，就是 500%；多半少了 %，请写 5% 或 0.05，或写 { num: 46, den: 50 }。',
  },
  'fact-unit': {
    severity: 'error',
    about: '单位与目录不同',
    example: '“收入”的单位，目录写的是元，这里是万元，请换算后填写；照抄会算错。',
  },
  'fact-date': {
    severity: 'error',
    about: '日期字段里不是日期',
    example: '“期限”应当是日期，这里写的是“三月底”；请写成 2026-03-31 这样，并核对这一天是否存在。',
  },
  'fact-about': {
    severity: 'warning',
    about: '单位的事记在个人名下，或者相反',
    example:
      '“垃圾积存”（garbage）记的是单位的事，而“陈立春”是个人，按单位考核的条款算不到；请改写为单位，或核对事实的种类。',
  },
  'fact-subject-unknown': {
    severity: 'warning',
    about: '名册里没有事实的对象',
    example: '名册里没有编码“东溪村”，这条事实记不到任何人名下；它的编码是“v1”，about 要写编码。',
  },
  'fact-before-subject': {
    severity: 'warning',
    about: '事实的日期早于对象设立或任职',
    example:
      '“v2”从 2026-03-01 起才设立，这条事实是 2026-02-10 的；请核对日期和对象，或改正名册的起日。',
  },
  'switch-default': {
    severity: 'warning',
    about: '口径没有写明，按默认',
    example:
      '口径 16，得分怎样取整：办法没有写明，按默认“每个得分保留 3 位小数，四舍五入；公布 2 位，按保留的位数排名”；认可的请写明，不同意的请改。',
  },
} as const satisfies Record<string, Entry>;

export type FindingCode = keyof typeof catalogue;
