/** Words of the fairness report: sentences first, then the heads of its figures. */

import { catalogue, counted, grouped } from './catalogue.ts';

export const fairnessWords = catalogue(
  {
    title: '公平性报告',
    titleOf: (period: string) => `${period}公平性报告`,
    state: (day: string) =>
      `按截至${day}的事实。只供考核办和纪委看，不张榜，不给人排名，不改一分。`,
    toStandings: '看得分名次',
    print: '打印',
    read: '已看过',
    readHint: '公示以前要有人看过这份报告。',
    readBy: (who: string, when: string) => `${who}${when}看过。`,
    readBefore: (who: string, when: string) => `${who}${when}看过，以后又入账了事实，请再看一遍。`,
    readByNobody: '还没有人点“已看过”。',
    sentences: '先看结论',
    ofJuries: '打分的人',
    ofClauses: '条款',
    ofPlaces: '扣分落在哪里',
    ofGroups: '类组',
    ofRanks: '名次稳不稳',
    oneJudge: '每个条款都只有一个评分单位，无法比较。',
    juryOne: (clause: string) => `条款 ${clause}：只有一个评分单位，无法比较。`,
    juryFew: (clause: string, n: number, least: number) =>
      `条款 ${clause}：只有 ${n} 个对象有分，不到 ${least} 个，样本太少，不作比较。`,
    juryApart: (clause: string) =>
      `条款 ${clause}：评分人没有共同评过的对象，宽严和对象的好差分不开。`,
    juryRange: (clause: string, severity: string, targets: string) =>
      `条款 ${clause}：最宽与最严的评分人相差 ${severity} 分，对象之间相差 ${targets} 分。`,
    juryWhole: '每个对象都由同一批人打分，宽严不影响名次。',
    juryRecused: (n: number, most: string) =>
      `有 ${n} 个对象缺人打分（回避或者缺席），平均分最多因此偏 ${most} 分；偏得多的，宜请同一批人都打，或者都不算那一人。`,
    uniformAll: (n: number) => `有 ${n} 人给所有对象打了同一个分，比不出高下。`,
    uniformNearly: (n: number) => `有 ${n} 人打的分几乎一样，不到一般人差别的四分之一。`,
    agreeLow: (value: string) => `评分人之间的一致系数 ${value}，不到 0.400，看法很不一致。`,
    agreeMiddle: (value: string) => `评分人之间的一致系数 ${value}，看法大致相同。`,
    agreeHigh: (value: string) => `评分人之间的一致系数 ${value}，看法相当一致。`,
    clauseNever: (n: number, of: number) =>
      `${of} 个条款中有 ${n} 个本期没有扣过也没有加过分：没有发生，或者没有去查，两样要分清。`,
    clauseSame: (codes: string) => `条款 ${codes}：每个对象都一样，分不出高下。`,
    clauseAlways: (codes: string) => `条款 ${codes}：每个对象都扣了分，标准可能定得过高。`,
    clauseAgainst: (codes: string) =>
      `条款 ${codes}：在这里得分高的，其余部分反而得分低，宜看它考的是不是同一件事。`,
    clauseFew: (n: number, least: number) =>
      `有 ${n} 个条款有分的对象不到 ${least} 个，样本太少，不作比较。`,
    clauseFine: '其余条款能分出高下，没有与总分相反的。',
    fewDeductions: (n: number, least: number) =>
      `全部扣分只有 ${n} 笔，不到 ${least} 笔，样本太少，不作比较。`,
    mostly: (name: string, share: string, subject: string) =>
      `${name}的扣分有 ${share} 落在${subject}，是别处的两倍以上。宜再看一遍这些记录；这不说明谁不公。`,
    mostlyOne: (name: string, share: string) =>
      `${name}的扣分有 ${share} 落在一个对象上，是别处的两倍以上。宜再看一遍这些记录；这不说明谁不公。`,
    spread: '没有哪个部门、哪个巡查人的扣分集中在一个对象上。',
    noInspectors: '扣分的事实里没有巡查来的，不按巡查人比较。',
    groupOne: '只有一个类组，不作比较。',
    groupFew: (least: number) => `有的类组不到 ${least} 个对象，样本太少，不作比较。`,
    groupShare: (share: string) => `总分的差别有 ${share} 在类组之间，其余在类组之内。`,
    groupApart: '各类组分别排名，类组之间的差别不影响名次。',
    groupTogether: '各类组一起排名。差别大半在类组之间的，宜看条件是不是相当。',
    ranksFew: (least: number) => `有名次的不到 ${least} 个，样本太少，不作比较。`,
    ranksTooLarge: '事实太多，逐项去掉再算一遍要很久，没有算。',
    ranksNothing: '没有可以去掉再算的评委、样本或者指标。',
    ranksFirm: (firm: number, of: number) =>
      firm === of
        ? `${of} 个名次都稳：去掉任何一名评委、一个样本、一项指标都不变。`
        : `${of} 个名次中 ${firm} 个不论去掉哪名评委、哪个样本、哪项指标都不变，其余 ${of - firm} 个本次不足以区分。`,
    figures: '再看数字',
    juryTitle: (clause: string, text: string) => `条款 ${clause}　${text}`,
    juryCounts: (targets: number, complete: number) =>
      `${targets} 个对象有分，其中 ${complete} 个人人都打了。`,
    agreement: (one: string, two: string, three: string) =>
      `一致系数 ICC(1,1) ${one}，ICC(2,1) ${two}，ICC(3,1) ${three}；1 为完全一致。`,
    assessor: '评分人',
    scores: '打分数',
    mean: '平均',
    severity: '宽严',
    spreadHead: '离散',
    left: '没打',
    severityNote:
      '宽严：在同样的对象上比别人平均多给多少分，负数为严。评分人按字母列出，字母不分先后。',
    clause: '条款',
    text: '内容',
    owner: '责任部门',
    subjects: '对象数',
    took: '扣分',
    gave: '加分',
    sum: '合计',
    correlation: '与其余相关',
    finding: '结论',
    never: '没有用到',
    same: '都一样',
    always: '人人扣分',
    against: '与其余相反',
    few: '样本太少',
    correlationNote:
      '与其余相关：这一条的得分与总分去掉这一条以后的相关系数，-1 至 1；折算过权重的条款不算。',
    office: '记录部门',
    inspector: '巡查人',
    place: '考核对象',
    deductions: '扣分笔数',
    taken: '扣分合计',
    share: '占全部',
    group: '类组',
    low: '最低',
    high: '最高',
    range: '名次范围',
    ranks: (low: number, high: number) => (low === high ? `${low}` : `${low}–${high}`),
    listComma: '、',
    none: '—',
  },
  {
    title: 'Fairness report',
    titleOf: (period: string) => `Fairness report of ${period}`,
    state: (day: string) =>
      `By the facts as of ${day}. For the assessment office and discipline alone: it is not posted, ranks no person and changes no point.`,
    toStandings: 'Standings',
    print: 'Print',
    read: 'I have read it',
    readHint: 'Somebody must have read this before the period is published.',
    readBy: (who: string, when: string) => `Read by ${who}, ${when}.`,
    readBefore: (who: string, when: string) =>
      `Read by ${who}, ${when}; facts were posted since. Please read it again.`,
    readByNobody: 'Nobody has said yet that it was read.',
    sentences: 'What it says',
    ofJuries: 'Who scores',
    ofClauses: 'Clauses',
    ofPlaces: 'Where deductions fall',
    ofGroups: 'Groups',
    ofRanks: 'How firm the ranks are',
    oneJudge: 'Every clause is scored by one office alone; there is nothing to compare.',
    juryOne: (clause: string) => `Clause ${clause}: one assessor alone; nothing to compare.`,
    juryFew: (clause: string, n: number, least: number) =>
      `Clause ${clause}: ${counted(n, 'subject', 'subjects')} with a score, fewer than ${least}: too few to compare.`,
    juryApart: (clause: string) =>
      `Clause ${clause}: the assessors share no subjects, so severity cannot be told from merit.`,
    juryRange: (clause: string, severity: string, targets: string) =>
      `Clause ${clause}: the mildest and the most severe are ${severity} points apart, the subjects ${targets}.`,
    juryWhole: 'Everybody was scored by the same assessors: severity moves no rank.',
    juryRecused: (n: number, most: string) =>
      `${counted(n, 'subject was', 'subjects were')} not scored by all (recused or absent); a mean is off by ${most} points at most. If that is much, have the same people score all, or leave that one out for all.`,
    uniformAll: (n: number) =>
      `${counted(n, 'assessor', 'assessors')} gave every subject the same score, which says nothing.`,
    uniformNearly: (n: number) =>
      `${counted(n, 'assessor', 'assessors')} gave nearly the same to all: less than a quarter of the usual spread.`,
    agreeLow: (value: string) =>
      `Their coefficient of agreement is ${value}, below 0.400: they see things very differently.`,
    agreeMiddle: (value: string) => `Their coefficient of agreement is ${value}: roughly alike.`,
    agreeHigh: (value: string) => `Their coefficient of agreement is ${value}: quite alike.`,
    clauseNever: (n: number, of: number) =>
      `${n} of ${of} clauses took and gave nothing this period: it did not happen, or nobody looked. Tell the two apart.`,
    clauseSame: (codes: string) =>
      `Clauses ${codes}: the same for everybody, so they tell nobody apart.`,
    clauseAlways: (codes: string) =>
      `Clauses ${codes}: everybody lost points; the standard may be too high.`,
    clauseAgainst: (codes: string) =>
      `Clauses ${codes}: who does well here does worse in the rest; see whether they measure the same thing.`,
    clauseFew: (n: number, least: number) =>
      `${counted(n, 'clause has', 'clauses have')} fewer than ${least} subjects with a number: too few to compare.`,
    clauseFine: 'The other clauses tell subjects apart, and none goes against the total.',
    fewDeductions: (n: number, least: number) =>
      `Only ${counted(n, 'deduction', 'deductions')} in all, fewer than ${least}: too few to compare.`,
    mostly: (name: string, share: string, subject: string) =>
      `${share} of the deductions by ${name} fall on ${subject}, at least twice as much as elsewhere. Look at these records again; it is no proof of unfairness.`,
    mostlyOne: (name: string, share: string) =>
      `${share} of the deductions by ${name} fall on one subject, at least twice as much as elsewhere. Look at these records again; it is no proof of unfairness.`,
    spread: 'No office and no inspector has its deductions on one subject alone.',
    noInspectors: 'No deduction rests on a visit, so inspectors are not compared.',
    groupOne: 'There is one group only; nothing to compare.',
    groupFew: (least: number) => `A group has fewer than ${least} subjects: too few to compare.`,
    groupShare: (share: string) =>
      `${share} of the differences between totals lie between groups, the rest within them.`,
    groupApart: 'Each group is ranked for itself: differences between groups move no rank.',
    groupTogether:
      'All groups are ranked together. Where most differences lie between them, see whether conditions are comparable.',
    ranksFew: (least: number) => `Fewer than ${least} subjects have a rank: too few to compare.`,
    ranksTooLarge: 'There are too many facts to leave out one thing after another.',
    ranksNothing: 'There is no judge, sample or indicator to leave out.',
    ranksFirm: (firm: number, of: number) =>
      firm === of
        ? `All ${of} ranks are firm: leaving out any judge, sample or indicator moves none.`
        : `${firm} of ${of} ranks stay whatever judge, sample or indicator is left out; the other ${of - firm} cannot be told apart.`,
    figures: 'The figures',
    juryTitle: (clause: string, text: string) => `Clause ${clause}: ${text}`,
    juryCounts: (targets: number, complete: number) =>
      `${counted(targets, 'subject', 'subjects')} with scores, ${grouped(complete)} scored by everybody.`,
    agreement: (one: string, two: string, three: string) =>
      `Agreement ICC(1,1) ${one}, ICC(2,1) ${two}, ICC(3,1) ${three}; 1 is complete.`,
    assessor: 'Assessor',
    scores: 'Scores',
    mean: 'Mean',
    severity: 'Severity',
    spreadHead: 'Spread',
    left: 'Left out',
    severityNote:
      'Severity: what is given beyond the others on the same subjects; below zero is severe. Letters are in no order.',
    clause: 'Clause',
    text: 'Text',
    owner: 'Office',
    subjects: 'Subjects',
    took: 'Took',
    gave: 'Gave',
    sum: 'Sum',
    correlation: 'With the rest',
    finding: 'Finding',
    never: 'not used',
    same: 'same for all',
    always: 'takes from all',
    against: 'against the rest',
    few: 'too few',
    correlationNote:
      'With the rest: the correlation of this clause with the total without it, −1 to 1; clauses under a weight are left out.',
    office: 'Recording office',
    inspector: 'Inspector',
    place: 'Subject',
    deductions: 'Deductions',
    taken: 'Points taken',
    share: 'Of all',
    group: 'Group',
    low: 'Lowest',
    high: 'Highest',
    range: 'Range of ranks',
    ranks: (low: number, high: number) => (low === high ? `${low}` : `${low}–${high}`),
    listComma: ', ',
    none: '—',
  },
);
