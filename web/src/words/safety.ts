/** Words of what keeps an account its owner's: second step, sign-ins, access tokens, identities, substitutes. */

import { catalogue, counted, grouped } from './catalogue.ts';

const roomsZh: Readonly<Record<string, string>> = {
  org: '组织人员',
  desk: '清单',
  evidence: '佐证',
  scheme: '考核办法',
  ledger: '事实台账',
  assessment: '得分名次',
};

const roomsEn: Readonly<Record<string, string>> = {
  org: 'units and people',
  desk: 'list',
  evidence: 'evidence',
  scheme: 'scheme',
  ledger: 'facts',
  assessment: 'standings',
};

const tokenStatesZh: Readonly<Record<string, string>> = {
  live: '有效',
  expired: '已过期',
  ended: '已作废',
};

const tokenStatesEn: Readonly<Record<string, string>> = {
  live: 'in use',
  expired: 'expired',
  ended: 'ended',
};

const outcomesZh: Readonly<Record<string, string>> = {
  entered: '登录成功',
  'wrong-password': '口令不对，没有登录',
  'wrong-code': '验证码不对，没有登录',
};

const outcomesEn: Readonly<Record<string, string>> = {
  entered: 'signed in',
  'wrong-password': 'wrong password, not signed in',
  'wrong-code': 'wrong code, not signed in',
};

export const safetyWords = catalogue(
  {
    secondStep: '两步登录',
    off: '没有开。开了以后，登录除了口令，还要输手机上的六位数；别人知道了口令也进不来。',
    begun: '开了一半：还没有用手机上的六位数确认，登录时还不问。',
    on: (day: string) => `${day}开通。登录除了口令，还要输手机上的六位数。`,
    codesLeft: (n: number) =>
      n > 0
        ? `还有 ${grouped(n)} 个备用码没有用过。`
        : '备用码都用完了：请停用再开一次，换一批新的。',
    begin: '开通两步登录',
    beginAgain: '重新开始',
    currentPassword: '现在的口令',
    showSecret: '看二维码',
    scan: '用手机上的验证器（显示六位动态码的那种程序）扫这个码；扫不了的，把下面的密钥照样输进去。',
    secretPicture: '给手机验证器扫的二维码，内容就是下面的密钥',
    secret: '密钥',
    code: '验证码',
    codeHint: '手机上“一根针”那一项现在显示的六位数。',
    signInCodeHint: '手机上的六位数，半分钟换一个。手机不在身边的，用一个备用码。',
    confirm: '确认开通',
    codesTitle: '备用码',
    codesBody:
      '手机丢了、换了的时候，用一个备用码代替六位数登录，每个只能用一次。只显示这一次：请打印出来锁好，不要存在手机里。',
    codesOf: (name: string) => `一根针 · ${name}`,
    print: '打印',
    kept: '已经收好',
    end: '停用两步登录',
    endHint: '换手机也是先停用，再开一次。停用以后，其他地方的登录都退出。',
    endDeed: '停用',
    lostAll: '手机和备用码都没有了的，请本镇管理员停用。',
    codeAsked: (name: string) => `“${name}”的口令对了，还差手机上的六位数。`,
    otherAccount: '换一个用户名',
    missing: '这里还没有填。',

    endOf: '停用他的两步登录',
    endOfBody: (name: string) =>
      `手机和备用码都没有了才这样办。${name}在各处的登录马上退出，以后只用口令登录，直到他自己再开。请先当面核对是本人。`,
    endOfReason: '为什么停用他的两步登录',
    endOfReasonHint: '如：手机和备用码都丢了，已当面核对。会记入操作记录。',
    hasSecondStep: '已开两步登录',
    noSecondStep: '没有开两步登录',

    signIns: '登录记录',
    signInsState: '一年以内，最近的在上面。地址隐去最后一段。不是您本人的，请退出它并改口令。',
    noSignIns: '还没有记录。',
    outcome: (name: string) => outcomesZh[name] ?? name,
    byIdentity: '用统一身份',
    unknownBrowser: '不明的浏览器',

    identityOr: '或者',
    identityButton: (name: string) => `用${name}登录`,
    identityHint: '第一次用，要先用用户名和口令登录，在“本人账号”里绑定。',
    identity: '统一身份',
    identityFree: (name: string) =>
      `还没有绑定。绑定以后，可以用${name}登录本系统；您的岗位和权限不变。`,
    identityBound: (name: string, day: string) => `${day}绑定了${name}。用户名和口令照样可以登录。`,
    bind: (name: string) => `绑定${name}`,
    unbind: '解除绑定',
    unbindHint: '解除以后，只能用用户名和口令登录。',
    returning: '统一身份认证',
    returningState: '正在核对统一身份认证平台的答复…',
    returnBound: '绑定好了，以后可以用它登录。',
    returnBroken: '统一身份认证平台没有放行，或者您在那里点了取消。什么都没有改动。',
    toSignIn: '回到登录页',
    toAccount: '回到本人账号',
    enter: '登录',

    tokens: '访问令牌',
    tokensState: (n: number) =>
      n === 0 ? '没有有效的访问令牌。' : `有 ${grouped(n)} 个有效的访问令牌。不用的，请作废。`,
    tokensHint:
      '给别的程序用，代替口令读写本镇的数据：只在选定的范围，到最后一天为止，不会超出您自己的岗位，办的事都记在您名下。看不到账号、登录和操作记录。',
    allTokens: '看全镇的',
    ownTokens: '只看自己的',
    newToken: '新开访问令牌',
    tokenName: '名称',
    tokenNameHint: '写明给哪个程序用，如“县平台取事实”。',
    tokenScope: '范围',
    room: (name: string) => roomsZh[name] ?? name,
    noAccess: '不开放',
    read: '只读',
    write: '可读可写',
    scopeMissing: '至少要开放一处。',
    expiresOn: '最后一天',
    expiresHint: '最长一年，到期自动作废。',
    makeToken: '开令牌',
    owner: '主人',
    state: '状态',
    tokenState: (name: string) => tokenStatesZh[name] ?? name,
    lastUsed: '最近使用',
    neverUsed: '没有用过',
    madeAt: '开于',
    noTokens: '还没有访问令牌。',
    noTokensWhy: '没有别的程序要接，就不用开。',
    tokenShown: '访问令牌',
    tokenShownBody:
      '只显示这一次，请现在就存进要用它的程序里。谁拿到它，谁就能用您的名义办事：不要用微信发，不要写在纸上。',
    tokenLost: '令牌刚才已经给过一次，不再显示。没有存下的，请作废这一个，另开一个。',
    copy: '复制',
    copied: '已复制',
    close: '已经存好',
    endToken: '作废',
    endTokenBody: (name: string) => `用“${name}”的程序马上读写不了，作废以后不能恢复。`,

    nameSubstitute: '定替补',
    substituteFor: (name: string) => `${name}不在的日子，谁来办`,
    standIn: '替补的人',
    standInHint: '有账号的人。在这些日子里他有同样的岗位和范围，办的事注明“代某某”。',
    standInRule: '替补的人不能复核自己记的，也不能复核原来那位记的。',
    firstDay: '从哪天起',
    lastDay: '最后一天',
    sameYear: '要在同一年。',
    nameDeed: '定为替补',
    inPlaceOf: (name: string) => `代${name}`,
    byToken: (name: string) => `用访问令牌“${name}”`,
  },
  {
    secondStep: 'Second step',
    off: 'Off. With it, signing in asks for six figures on your telephone besides the password, so that a password alone opens nothing.',
    begun: 'Half on: no code of the telephone has confirmed it yet, so signing in does not ask.',
    on: (day) => `On since ${day}. Signing in asks for six figures on your telephone.`,
    codesLeft: (n) =>
      n > 0
        ? `${counted(n, 'backup code', 'backup codes')} not used yet.`
        : 'All backup codes are used: turn it off and on again for new ones.',
    begin: 'Turn the second step on',
    beginAgain: 'Begin again',
    currentPassword: 'Current password',
    showSecret: 'Show the QR code',
    scan: 'Scan this with an authenticator on your telephone; or type in the secret below.',
    secretPicture: 'QR code for the authenticator; it holds the secret below',
    secret: 'Secret',
    code: 'Code',
    codeHint: 'The six figures that the telephone shows now.',
    signInCodeHint: 'Six figures on the telephone, new every half minute; or a backup code.',
    confirm: 'Turn it on',
    codesTitle: 'Backup codes',
    codesBody:
      'For the day the telephone is lost: each signs you in once instead of the six figures. They are shown this once; print them and lock them away.',
    codesOf: (name) => `OneNeedle · ${name}`,
    print: 'Print',
    kept: 'I have put them away',
    end: 'Turn the second step off',
    endHint: 'For a new telephone, turn it off and on again. Every other browser is signed out.',
    endDeed: 'Turn it off',
    lostAll:
      'If telephone and backup codes are lost, the administrator of your town can turn it off.',
    codeAsked: (name) => `The password of “${name}” is right; the code is still to come.`,
    otherAccount: 'Another user name',
    missing: 'Nothing is written here yet.',

    endOf: 'Turn the second step off',
    endOfBody: (name) =>
      `Only if telephone and backup codes are lost. ${name} is signed out everywhere and signs in by password alone until they turn it on again. Make sure in person that it is them.`,
    endOfReason: 'Why the second step is turned off',
    endOfReasonHint: 'It stands in the record of deeds.',
    hasSecondStep: 'second step on',
    noSecondStep: 'second step off',

    signIns: 'Sign-ins',
    signInsState:
      'Of one year, the newest first, without the last part of the address. If one was not you, sign it out and change the password.',
    noSignIns: 'Nothing yet.',
    outcome: (name) => outcomesEn[name] ?? name,
    byIdentity: 'by unified identity',
    unknownBrowser: 'unknown browser',

    identityOr: 'or',
    identityButton: (name) => `Sign in with ${name}`,
    identityHint: 'The first time, sign in with user name and password and bind it.',
    identity: 'Unified identity',
    identityFree: (name) =>
      `Not bound. Once bound, ${name} signs you in here; your roles stay what they are.`,
    identityBound: (name, day) =>
      `${name} is bound since ${day}. User name and password still sign you in.`,
    bind: (name) => `Bind ${name}`,
    unbind: 'Unbind',
    unbindHint: 'Afterwards only user name and password sign you in.',
    returning: 'Unified identity',
    returningState: 'Checking the answer of the identity provider…',
    returnBound: 'Bound. You can sign in with it from now on.',
    returnBroken:
      'The identity provider did not let you through, or you cancelled. Nothing was changed.',
    toSignIn: 'To the sign-in page',
    toAccount: 'To my account',
    enter: 'Sign in',

    tokens: 'Access tokens',
    tokensState: (n) =>
      n === 0
        ? 'There is no access token in use.'
        : `${counted(n, 'access token is', 'access tokens are')} in use. End those that are not needed.`,
    tokensHint:
      'For other programs, instead of a password: within their scope, until their last day, never wider than your own roles, and in your name. Accounts, sign-ins and the record of deeds are closed to them.',
    allTokens: 'Those of the whole town',
    ownTokens: 'Only mine',
    newToken: 'New access token',
    tokenName: 'Name',
    tokenNameHint: 'Which program it is for.',
    tokenScope: 'Scope',
    room: (name) => roomsEn[name] ?? name,
    noAccess: 'closed',
    read: 'read',
    write: 'read and write',
    scopeMissing: 'Open at least one.',
    expiresOn: 'Last day',
    expiresHint: 'A year at most; it ends by itself.',
    makeToken: 'Make the token',
    owner: 'Owner',
    state: 'State',
    tokenState: (name) => tokenStatesEn[name] ?? name,
    lastUsed: 'Last used',
    neverUsed: 'never',
    madeAt: 'Made',
    noTokens: 'There is no access token.',
    noTokensWhy: 'Where no other program is connected, none is needed.',
    tokenShown: 'Access token',
    tokenShownBody:
      'Shown this once: put it into the program now. Treat it as a password; send it to nobody.',
    tokenLost: 'The token was shown once and is not shown again. End it and make another.',
    copy: 'Copy',
    copied: 'Copied',
    close: 'It is stored',
    endToken: 'End it',
    endTokenBody: (name) => `Programs that use “${name}” stop at once; it cannot be brought back.`,

    nameSubstitute: 'Name a substitute',
    substituteFor: (name) => `Who does the work of ${name}`,
    standIn: 'Substitute',
    standInHint: 'In these days they hold the same role; what they do is marked.',
    standInRule: 'A substitute reviews neither their own entries nor those of whoever is absent.',
    firstDay: 'From',
    lastDay: 'Last day',
    sameYear: 'Within the same year.',
    nameDeed: 'Name them',
    inPlaceOf: (name) => `in place of ${name}`,
    byToken: (name) => `by access token “${name}”`,
  },
);
