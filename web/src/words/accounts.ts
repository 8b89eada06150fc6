/** Words of the pages that administrators open: accounts, the record of deeds, the towns of a county. */

import { catalogue, counted, grouped } from './catalogue.ts';
import { settingsWords } from './settings.ts';

const statesZh: Readonly<Record<string, string>> = {
  active: '正常',
  'first-password': '未启用',
  asked: '等本人同意',
  locked: '已锁定',
  disabled: '已停用',
};

const statesEn: Readonly<Record<string, string>> = {
  active: 'in use',
  'first-password': 'not taken up',
  asked: 'asked, not agreed yet',
  locked: 'locked',
  disabled: 'disabled',
};

const { zh, en } = settingsWords;

export const accountWords = catalogue(
  {
    accounts: zh.accounts,
    audit: zh.audit,
    towns: zh.towns,
    role: zh.role,
    duty: zh.duty,
    roles: zh.roles,
    older: zh.older,
    state: (state: string) => statesZh[state] ?? state,
    person: '姓名',
    nobody: '没有对应的人',
    userName: '用户名',
    status: '状态',
    noRole: '没有岗位，进不了本镇',
    lastSignIn: '最近登录',
    never: '没有登录过',
    keptBy: '由谁管理',
    keptHere: '本镇',
    keptElsewhere: '别的乡镇',
    lockedUntil: (moment: string) => `锁定到 ${moment}`,
    accountsState: (all: number, fresh: number, locked: number) =>
      [
        `${grouped(all)} 个账号能进入本镇。`,
        fresh > 0 ? `${grouped(fresh)} 个还没有换过初始口令。` : '',
        locked > 0 ? `${grouped(locked)} 个连续输错口令，正锁定着。` : '',
      ].join(''),
    oneAdministrator:
      '全镇管理员只有一位：他不在或忘了口令时，镇里没有人能管账号，只能请管服务器的人用命令重置。最好再任命一位。',
    newAccount: '新建账号',
    newAccountHint: '为名册里的一个人建账号。初始口令只显示一次，请打印或抄给本人。',
    whose: '给谁',
    whoseHint: '名册里还没有账号的人。没有要找的人，先到“组织人员”登记；值班室等公用账号可以不选。',
    userNameHint: '字母开头，用字母、数字、点或短横。不能是身份证号、电话号码。',
    create: '新建',
    admit: '已有账号进入本镇',
    admitHint:
      '一个人在几个乡镇有岗位，用同一个账号。要本人登录以后同意了才能进入，给的岗位也从那时起有效。口令仍由原来的乡镇管理。',
    admitDeed: '请本人同意进入',
    slipTitle: '初始口令',
    slipBody: '只显示这一次。请打印或抄下来当面交给本人；本人登录后要先换成自己的口令。',
    slipLost: '初始口令刚才已经给过一次，不再显示。没有抄下的，请再重置一次。',
    slipAddress: '网址',
    print: '打印',
    done: '已交给本人',
    link: '对应的人',
    linkHint: '代办、挂钩、复核都按这个人认。选错了可以改。',
    linkDeed: '改为此人',
    giveRole: '加岗位',
    giveRoleDeed: '给予岗位',
    whichRole: '什么岗位',
    unit: '管哪里',
    unitHint: '不选是全镇；选一个村或站所，就只管它和它下面的。',
    lines: '管哪些站所的条款',
    linesHint: '不选是全部。',
    isSubstitute: '替补（一年一定）',
    substituteHint: '原来的人不在时由他办。要写最后一天，并在同一年。',
    from: '从哪天起',
    to: '最后一天',
    toHint: '不写是一直担任。',
    endRole: '免去',
    endRoleTitle: (role: string) => `免去“${role}”`,
    endNow: '立即免去',
    lastDay: '做到哪一天',
    lastDayHint: '这一天过完，岗位就没有了。',
    endRoleDeed: '免去岗位',
    ownRoles: '这是您自己的账号：岗位要请另一位管理员增减。',
    reset: '重置口令',
    resetBody: (name: string) =>
      `${name}现在的口令马上失效，各处的登录都退出；系统给一个新的初始口令，请当面交给本人。`,
    unlock: '解锁',
    disable: '停用',
    disableBody: (name: string) =>
      `${name}马上退出，以后不能登录任何乡镇，直到启用。他办过的事都保留。`,
    reason: '停用的原因',
    passwordAndEnd: '口令与停用',
    reasonHint: '如：调离、退休。会记入操作记录。',
    enable: '启用',
    keptElsewhereBody: '这个账号由别的乡镇管理，口令和停用要在那里办。',
    auditState: '谁在什么时候办了什么。姓名、用户名、电话只留摘要，不留原文。',
    auditDeed: '办什么',
    auditWho: '谁办的',
    auditDay: '哪一天',
    auditCells: (hidden: number) =>
      hidden > 0
        ? `连打分时逐格保存的也列出来（隐去了 ${grouped(hidden)} 条）`
        : '连打分时逐格保存的也列出来',
    anyDeed: '什么都行',
    anybody: '谁都行',
    when: '时间',
    deed: '事项',
    who: '办理人',
    behalf: '代谁办',
    content: '内容',
    hidden: (digest: string) => `（已隐去，摘要 ${digest}）`,
    bytes: (n: number) => `（文件，${grouped(n)} 字节）`,
    requestId: '请求编号',
    noAudit: '还没有符合的记录。',
    noAuditWhy: '换一天、换一个人或一件事再看。',
    townsState: (all: number, without: number) =>
      without === 0
        ? `本县有 ${grouped(all)} 个乡镇，都有管理员。`
        : `本县有 ${grouped(all)} 个乡镇，${grouped(without)} 个还没有自己的管理员。`,
    townsNone: '还没有乡镇。',
    townsNoneWhy:
      '先设立一个乡镇，再任命它的第一位管理员；以后的事由他们自己办，县里看不到里面的数据。',
    town: '乡镇',
    code: '简称',
    codeHint: '用在网址里：小写字母开头，字母、数字、短横，如 qinghe。定了不能改。',
    foundedAt: '设立',
    administrator: '管理员',
    administration: (state: string) =>
      ({ none: '没有', appointed: '已任命，还没有换过初始口令', active: '有' })[state] ?? state,
    foundTown: '设立乡镇',
    townName: '名称',
    found: '设立',
    appoint: '任命管理员',
    appointAgain: '重新任命或重发初始口令',
    appointHint:
      '填一个用户名。初始口令只显示一次，请当面交给本人。那位管理员换好自己的口令以后，县里就不能再任命。',
    appointDeed: '任命',
    selfGoverned: '他们有自己的管理员，以后的任命由他们自己办。',
  },
  {
    accounts: en.accounts,
    audit: en.audit,
    towns: en.towns,
    role: en.role,
    duty: en.duty,
    roles: en.roles,
    older: en.older,
    state: (state) => statesEn[state] ?? state,
    person: 'Name',
    nobody: 'tied to nobody',
    userName: 'User name',
    status: 'State',
    noRole: 'no role, cannot enter this town',
    lastSignIn: 'Last sign-in',
    never: 'never',
    keptBy: 'Kept by',
    keptHere: 'this town',
    keptElsewhere: 'another town',
    lockedUntil: (moment) => `locked until ${moment}`,
    accountsState: (all, fresh, locked) =>
      [
        `${counted(all, 'account', 'accounts')} may enter this town.`,
        fresh > 0 ? `${grouped(fresh)} still with the initial password.` : '',
        locked > 0 ? `${grouped(locked)} locked after repeated failures.` : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
    oneAdministrator:
      'There is one administrator of the whole town: without that person nobody can keep accounts. Better appoint another.',
    newAccount: 'New account',
    newAccountHint:
      'For a person of the roster. The initial password is shown once; print it or write it down.',
    whose: 'For whom',
    whoseHint:
      'Persons without an account. If somebody is missing, enter them in the roster first; a shared account of an office needs nobody.',
    userNameHint:
      'A letter first, then letters, figures, dots or hyphens; no identity or telephone number.',
    create: 'Create',
    admit: 'Admit an existing account',
    admitHint:
      'Somebody with roles in several towns uses one account. Its owner must agree after signing in; roles that you give hold from then on. Its password stays with the other town.',
    admitDeed: 'Ask the owner',
    slipTitle: 'Initial password',
    slipBody:
      'Shown this once. Print it or write it down and hand it over in person; a new password must be chosen first.',
    slipLost:
      'The initial password was shown once already. If nobody wrote it down, reset it again.',
    slipAddress: 'Address',
    print: 'Print',
    done: 'Handed over',
    link: 'Whose account',
    linkHint: 'Acting on behalf, pairings and reviews go by this person.',
    linkDeed: 'Change the person',
    giveRole: 'Add a role',
    giveRoleDeed: 'Give the role',
    whichRole: 'Which role',
    unit: 'Where',
    unitHint: 'Nothing chosen is the whole town; a village or office means it and what is below.',
    lines: 'Clauses of which offices',
    linesHint: 'Nothing chosen is all.',
    isSubstitute: 'Substitute, named for a year',
    substituteHint: 'Acts while the other is away. Needs a last day within the year of the first.',
    from: 'From',
    to: 'Last day',
    toHint: 'Empty means without end.',
    endRole: 'End',
    endRoleTitle: (role) => `End “${role}”`,
    endNow: 'End at once',
    lastDay: 'Until which day',
    lastDayHint: 'When this day is over the role is gone.',
    endRoleDeed: 'End the role',
    ownRoles: 'This is your own account: another administrator gives and ends its roles.',
    reset: 'Reset the password',
    resetBody: (name) =>
      `The current password of ${name} stops working at once and every browser is signed out. Hand the new initial password over in person.`,
    unlock: 'Unlock',
    disable: 'Disable',
    disableBody: (name) =>
      `${name} is signed out at once and can enter no town until enabled again. What was done stays.`,
    reason: 'Why it is disabled',
    passwordAndEnd: 'Password and end',
    reasonHint: 'For example: moved, retired. It stands in the record of deeds.',
    enable: 'Enable',
    keptElsewhereBody: 'Another town keeps this account: its password and its end are for them.',
    auditState:
      'Who did what and when. Of names, user names and telephones a digest is kept, not the text.',
    auditDeed: 'What',
    auditWho: 'By whom',
    auditDay: 'On which day',
    auditCells: (hidden) =>
      hidden > 0
        ? `Show cells kept while typing too (${grouped(hidden)} hidden)`
        : 'Show cells kept while typing too',
    anyDeed: 'anything',
    anybody: 'anybody',
    when: 'When',
    deed: 'Deed',
    who: 'By',
    behalf: 'On behalf of',
    content: 'Content',
    hidden: (digest) => `(hidden, digest ${digest})`,
    bytes: (n) => `(file, ${counted(n, 'byte', 'bytes')})`,
    requestId: 'Number of the request',
    noAudit: 'Nothing fits yet.',
    noAuditWhy: 'Choose another day, person or deed.',
    townsState: (all, without) =>
      without === 0
        ? `${counted(all, 'town', 'towns')}, each with its administrator.`
        : `${counted(all, 'town', 'towns')}, ${grouped(without)} without an administrator of its own.`,
    townsNone: 'There is no town yet.',
    townsNoneWhy:
      'Found a town, then appoint its first administrator; from then on it governs itself and the county sees nothing in it.',
    town: 'Town',
    code: 'Short name',
    codeHint:
      'Stands in addresses: small letters, figures, hyphens, such as qinghe. It can never be changed.',
    foundedAt: 'Founded',
    administrator: 'Administrator',
    administration: (state) =>
      ({ none: 'none', appointed: 'appointed, still with the initial password', active: 'yes' })[
        state
      ] ?? state,
    foundTown: 'Found a town',
    townName: 'Name',
    found: 'Found',
    appoint: 'Appoint the administrator',
    appointAgain: 'Appoint again or reissue the password',
    appointHint:
      'Give a user name. The initial password is shown once; hand it over in person. Once that person has chosen an own password, the county appoints no more.',
    appointDeed: 'Appoint',
    selfGoverned: 'They have an administrator of their own and appoint the next ones themselves.',
  },
);
