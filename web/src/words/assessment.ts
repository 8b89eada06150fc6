/** Words of periods, standings and the tree behind a number. */

import { catalogue, counted, grouped } from './catalogue.ts';

export const assessmentWords = catalogue(
  {
    // Periods
    periods: '考核期',
    periodsOf: (name: string) => `${name}的各考核期`,
    periodsState: (running: number, waiting: number, sealed: number) =>
      [`进行中 ${running} 期`, waiting > 0 ? `到期未封存 ${waiting} 期` : '', `已封存 ${sealed} 期`]
        .filter(Boolean)
        .join('，')
        .concat('。'),
    version: (version: string) => `${version} 版`,
    days: (from: string, to: string) => `${from}至${to}`,
    open: '进行中',
    scoring: '打分',
    checking: '核对',
    sealed: '已封存',
    nextComing: (day: string) => `${day}开始。`,
    nextRunning: (days: number) =>
      days === 0
        ? '今天到期。到期后考核办转入打分。'
        : `还有 ${days} 天到期，到期后考核办转入打分。`,
    nextOver: (days: number) => `到期已 ${days} 天。下一步：考核办转入打分。`,
    nextScoring: '各办正在记实、签“经查无”。下一步：核对。',
    nextChecking: '考核办正在核对。下一步：没有障碍的封存。',
    sealedLine: (edition: number, moment: string) => `第 ${edition} 版，${moment}封存。`,
    receiptCode: (code: string) => `凭据码 ${code}。`,
    toReadiness: '准备情况',
    toSandbox: '用另一版办法试算',
    noPeriods: '还没有考核期。',
    noPeriodsWhy: '办法批准以后，从生效那天起按月、按季或按年有考核期。',
    toScheme: '看考核办法',

    // The list
    standings: '得分名次',
    standingsOf: (period: string) => `${period}得分名次`,
    progress: (subjects: number, settled: number, provisional: number, missing: number) =>
      `${grouped(subjects)} 个考核对象，得分已定 ${grouped(settled)} 个${
        provisional === 0
          ? ''
          : `，暂定 ${grouped(provisional)} 个${missing === 0 ? '' : `（缺材料 ${grouped(missing)} 个）`}`
      }`,
    awayCount: (n: number) => `，不参加 ${grouped(n)} 个`,
    asOfDay: (day: string) => `，截至${day}。`,
    beforeSeal: '还没有封存：总分和名次现在只有考核办看得到，封存前还会变。',
    schemeVersion: (name: string, version: string) => `按《${name}》${version} 版`,
    asOf: '截至',
    periodEnd: '按期末或今天',
    print: '打印',
    subject: '考核对象',
    rank: '名次',
    tied: '并列',
    group: '类组',
    total: '总分',
    points: '分',
    withPrevious: '与上期比',
    change: '得分',
    ranks: '名次',
    up: (n: number) => `升${n}`,
    down: (n: number) => `降${n}`,
    same: '持平',
    parts: '各部分得分',
    full: (text: string) => `${text}分`,
    fullByGroup: (groups: readonly string[]) => `表头里的满分依次是${groups.join('、')}的。`,
    grade: '等次',
    prize: '奖项',
    remark: '说明',
    none: '—',
    provisional: '暂',
    provisionalWhy: '暂定，不排名',
    notAssessed: (reason: string) => `不参加：${reason}`,
    notDue: '未到期',
    notApplicable: '不适用',
    missing: '缺材料',
    zeroed: '记零',
    mean: '平均',
    standingsEmpty: '这一期没有考核对象。',
    standingsEmptyWhy: '名单按办法从组织人员里来：请看办法里的考核对象，和组织人员里这一期的单位。',
    toOrg: '看组织人员',
    notices: (n: number) => `另有 ${grouped(n)} 条提示，在准备情况里。`,
    tiesSaid: '名次旁“并列”的占同一名次。“暂”是还有材料没到，不排名。',
    openNumber: '点任何一个数，看它的由来。',

    // Refused before the seal
    notYet: '现在还看不到',
    notOwn: '全镇的得分名次看张榜公布',
    ownLedger: '看事实台账',
    otherPeriods: '看其他考核期',
    ownSheet: (name: string) => `看${name}的得分说明`,

    // The tree
    explanation: '得分说明',
    treeTitle: (name: string, total: string) => `${name} ${total} 分`,
    tree: '得分的由来，从总分到佐证',
    ofFull: (full: string) => `满分 ${full}。`,
    rankOf: (rank: number, of: number) => `第 ${rank} 名，同组 ${of} 个。`,
    noRank: '暂定得分，不排名。',
    rankRange: (low: number, high: number) =>
      `名次 ${low}–${high}：少看任何一位评委、一个样本或一项指标，名次会在这个范围里变，本次不足以区分。`,
    rankFirm: '少看任何一位评委、一个样本或一项指标，名次都不变。',
    rankMoved: (what: string, rank: number) => `变得最多的是去掉${what}，那样是第 ${rank} 名。`,
    rankFirmness: '名次稳不稳',
    rangeNotRanked: '没有排名，不推算名次稳不稳。',
    rangeNothing: '去掉任何一项都会有对象没有得分，推算不了名次稳不稳。',
    rangeTooLarge: '事实太多，页面上没有推算名次稳不稳；下载的整套结果里有。',
    ahead: '上一名',
    behind: '下一名',
    gapAhead: (gap: string) => `比它少 ${gap} 分`,
    gapBehind: (gap: string) => `比它多 ${gap} 分`,
    owner: (name: string) => `由${name}负责`,
    counted0: '不计分',
    quiet: (n: number, codes: string) => `另有 ${n} 条没有事实，不加不扣：${codes}`,
    quietMany: (n: number) => `另有 ${n} 条没有事实，不加不扣`,
    unfoldAll: '全部展开',
    foldAll: '全部收起',
    treeKeys: '↑ ↓ 逐行看，→ 展开，← 收起，Esc 关闭。',
    proof: (text: string) => `佐证：${text}`,
    files: '照片和文件',
    inEvidence: '看佐证记录',
    notes: '等次和一票否决',
    changes: '与上期比',
    changesFrom: (label: string, change: string) => `比${label} ${change} 分：`,
    changesEqual: (label: string) => `和${label}的得分一样。`,
    noChangesBefore: '没有可以比的上一期。',
    chances: '如果没有扣',
    chancesWhy: '每一条只假设这一件事没有发生或按期办好，其他都不变。',
    chancesPast: '这一期已经封存，得分不再变。下面说的是当时本来可以怎样：每一条只假设这一件事。',
    chancesTooLarge: '事实太多，没有逐条推算。每一条扣了多少，看上面的由来。',
    noChances: '没有扣分。',
    moreOf: (n: number) => `还有 ${n} 条`,
    printSheet: '打印一页说明',
    wholeTree: '看整个总分',
  },
  {
    periods: 'periods',
    periodsOf: (name) => `Periods of ${name}`,
    periodsState: (running, waiting, sealed) =>
      [
        `${counted(running, 'period', 'periods')} under way`,
        waiting > 0 ? `${grouped(waiting)} over but not sealed` : '',
        `${grouped(sealed)} sealed`,
      ]
        .filter(Boolean)
        .join(', ')
        .concat('.'),
    version: (version) => `version ${version}`,
    days: (from, to) => `${from} to ${to}`,
    open: 'Under way',
    scoring: 'Marking',
    checking: 'Checking',
    sealed: 'Sealed',
    nextComing: (day) => `Begins on ${day}.`,
    nextRunning: (days) =>
      days === 0
        ? 'Ends today. Then the assessment office moves it to marking.'
        : `Ends in ${counted(days, 'day', 'days')}. Then the assessment office moves it to marking.`,
    nextOver: (days) =>
      `Over since ${counted(days, 'day', 'days')}. Next: the assessment office moves it to marking.`,
    nextScoring: 'Offices record and sign that there was nothing to record. Next: checking.',
    nextChecking: 'The assessment office is checking. Next: the seal, if nothing keeps it.',
    sealedLine: (edition, moment) => `Edition ${edition}, sealed ${moment}.`,
    receiptCode: (code) => `Receipt code ${code}.`,
    toReadiness: 'Readiness',
    toSandbox: 'Try another version',
    noPeriods: 'There is no period yet.',
    noPeriodsWhy:
      'Once a scheme is approved, its months, quarters or years appear from its first day on.',
    toScheme: 'See the scheme',

    standings: 'the standings',
    standingsOf: (period) => `Standings, ${period}`,
    progress: (subjects, settled, provisional, missing) =>
      `${counted(subjects, 'subject', 'subjects')}, ${grouped(settled)} settled${
        provisional === 0
          ? ''
          : `, ${grouped(provisional)} provisional${missing === 0 ? '' : ` (${grouped(missing)} for want of material)`}`
      }`,
    awayCount: (n) => `, ${grouped(n)} not assessed`,
    asOfDay: (day) => `, as of ${day}.`,
    beforeSeal:
      'Not sealed: only the assessment office sees totals and ranks now, and they may still change.',
    schemeVersion: (name, version) => `By ${name}, version ${version}`,
    asOf: 'As of',
    periodEnd: 'end of the period or today',
    print: 'Print',
    subject: 'Subject',
    rank: 'Rank',
    tied: 'tied',
    group: 'Group',
    total: 'Total',
    points: 'pts',
    withPrevious: 'Against last period',
    change: 'Points',
    ranks: 'Rank',
    up: (n) => `up ${n}`,
    down: (n) => `down ${n}`,
    same: 'same',
    parts: 'Points by part',
    full: (text) => `${text} pts`,
    fullByGroup: (groups) =>
      `Full marks in the heads are those of ${groups.join(', ')}, in this order.`,
    grade: 'Grade',
    prize: 'Prize',
    remark: 'Remark',
    none: '—',
    provisional: 'prov.',
    provisionalWhy: 'provisional, not ranked',
    notAssessed: (reason) => `not assessed: ${reason}`,
    notDue: 'not due',
    notApplicable: 'not applicable',
    missing: 'missing',
    zeroed: 'set to zero',
    mean: 'Mean',
    standingsEmpty: 'This period has no subjects.',
    standingsEmptyWhy:
      'The list comes from units and people as the scheme says: see its subjects, and the units of this period.',
    toOrg: 'See units and people',
    notices: (n) => `${counted(n, 'notice', 'notices')} more under readiness.`,
    tiesSaid: 'Tied subjects share a rank. “prov.” still waits for material and is not ranked.',
    openNumber: 'Open any number to see where it comes from.',

    notYet: 'Not to be seen yet',
    notOwn: 'The standings of the town are on the posted list',
    ownLedger: 'See the ledger of facts',
    otherPeriods: 'See other periods',
    ownSheet: (name) => `See the explanation of ${name}`,

    explanation: 'the explanation',
    treeTitle: (name, total) => `${name}, ${total} points`,
    tree: 'Where the points come from, from the total to the evidence',
    ofFull: (full) => `Full mark ${full}.`,
    rankOf: (rank, of) => `Rank ${rank} of ${of} in the group.`,
    noRank: 'Provisional, not ranked.',
    rankRange: (low, high) =>
      `Ranks ${low}–${high}: with any one judge, sample or indicator left out the rank moves within this range. It does not tell the neighbours apart.`,
    rankFirm: 'The rank stays the same with any one judge, sample or indicator left out.',
    rankMoved: (what, rank) => ` Furthest without ${what}: rank ${rank}.`,
    rankFirmness: 'how firm the rank is',
    rangeNotRanked: 'Not ranked, so nothing is said of how firm a rank is.',
    rangeNothing:
      'Whatever is left out, somebody has no total any more: nothing can be said of how firm the rank is.',
    rangeTooLarge: 'Too many facts to work out here how firm the rank is; the package says it.',
    ahead: 'Next above',
    behind: 'Next below',
    gapAhead: (gap) => `${gap} points behind it`,
    gapBehind: (gap) => `${gap} points ahead of it`,
    owner: (name) => `Answered for by ${name}`,
    counted0: 'not counted',
    quiet: (n, codes) =>
      `${counted(n, 'clause', 'clauses')} without facts, nothing given or taken: ${codes}`,
    quietMany: (n) => `${counted(n, 'clause', 'clauses')} without facts, nothing given or taken`,
    unfoldAll: 'Unfold all',
    foldAll: 'Fold all',
    treeKeys: '↑ ↓ from line to line, → unfolds, ← folds, Esc closes.',
    proof: (text) => `Evidence: ${text}`,
    files: 'Photos and files',
    inEvidence: 'See its record',
    notes: 'Grade and vetoes',
    changes: 'Against last period',
    changesFrom: (label, change) => `${change} points against ${label}:`,
    changesEqual: (label) => `The same total as in ${label}.`,
    noChangesBefore: 'There is no earlier period to compare with.',
    chances: 'Without the deductions',
    chancesWhy:
      'Each sentence supposes that one matter alone had not happened or was done in time; all else stays.',
    chancesPast:
      'This period is sealed and its points stay. Each sentence says what would have been had one matter alone been other.',
    chancesTooLarge:
      'Too many facts to leave out each alone. What each deduction took stands above.',
    noChances: 'Nothing was deducted.',
    moreOf: (n) => `${grouped(n)} more`,
    printSheet: 'Print the one-page sheet',
    wholeTree: 'See the whole total',
  },
);
