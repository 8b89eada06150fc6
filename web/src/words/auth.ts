/** Words of signing in, one's own account and the set-up. */

import { catalogue, counted, grouped } from './catalogue.ts';

export const authWords = catalogue(
  {
    tagline: '乡镇责任落实系统',
    signIn: '登录',
    signInState: '用管理员给您的用户名登录。首次登录用初始口令，进去先换成自己的。',
    userName: '用户名',
    password: '口令',
    show: '显示口令',
    hide: '隐藏口令',
    signingIn: '正在登录…',
    signInWaits: '还没有登录：网络断了或服务器没有应答，恢复后自动再试。',
    retryNow: '现在再试',
    forgotten: '忘了口令？请找本镇管理员重置；管理员自己忘了，由管服务器的人用命令重置。',
    signInFirst: '登录已经失效，请重新登录。',
    signedInAs: (name: string) => `您已经用“${name}”登录。`,
    goOn: '直接进入',
    waitsForSetUp: '这里还是空的：先做一次首次设置，再登录。',
    toSetUp: '去首次设置',

    changePassword: '改口令',
    firstChange: '换成自己的口令',
    firstChangeState: '您用的是初始口令，只能用来换成自己的。换好以后就进入系统。',
    changeState: '改好以后，其他地方的登录都会退出，要用新口令再登录。',
    currentPassword: '现在的口令',
    initialPassword: '初始口令',
    newPassword: '新口令',
    repeatPassword: '新口令再输一遍',
    passwordRule:
      '10 个以上的字符。不要用姓名、用户名、电话、单位名、纯数字或连续的字符。一句自己记得住的话就很好，如“后山那棵樟树今年开花早”。',
    notRepeated: '两遍输的不一样，请再输一遍。',
    missing: '这里还没有填。',
    tooShort: (n: number) => `才 ${grouped(n)} 个字符，还差 ${grouped(10 - n)} 个。`,
    back: '返回',

    towns: '选择乡镇',
    townsState: (n: number) =>
      `您在 ${grouped(n)} 个地方有岗位，请选一个进入。进去以后可以随时换。`,
    noTown: '您还没有岗位，哪里也进不了。',
    noTownWhy: '账号是好的。请本镇管理员在“账号与岗位”里给您一个岗位，给了以后刷新本页。',
    reload: '刷新',
    county: '县',
    asking: '等您同意',
    asks: (town: string, day: string) =>
      `${town}在${day}请您的账号进入该镇。同意以后，您在那里的岗位才有效；不是您本人要去的，请不同意。`,
    accept: '同意进入',
    decline: '不同意',
    own: '本人账号',
    ownState: (name: string, town: string) => `您以“${name}”登录，在${town}。`,
    ownPosts: '我的岗位',
    passwordSection: '口令',
    passwordHint: '觉得别人可能知道了，就马上改。改了以后各处都要重新登录，访问令牌也作废。',
    sessions: '我的登录',
    sessionsState: (n: number) =>
      n === 1 ? '只在这里登录着。' : `一共在 ${grouped(n)} 处登录着。不认得的，请退出它并改口令。`,
    current: '就是这里',

    lastUsed: '最近使用',
    started: '登录时间',
    unknownBrowser: '不明的浏览器',
    endSession: '退出这一处',
    endOthers: '退出其他各处',
    otherTowns: '换一个乡镇',
  },
  {
    tagline: 'Accountability for townships',
    signIn: 'Sign in',
    signInState:
      'Use the user name that your administrator gave you. The first time, use the initial password and choose your own.',
    userName: 'User name',
    password: 'Password',
    show: 'Show the password',
    hide: 'Hide the password',
    signingIn: 'Signing in…',
    signInWaits:
      'Not signed in yet: the network is down or the server does not answer. It is tried again by itself.',
    retryNow: 'Try again now',
    forgotten:
      'Forgotten? Your town’s administrator can reset it; for the administrator, whoever runs the server can.',
    signInFirst: 'Your session has ended. Please sign in again.',
    signedInAs: (name) => `You are signed in as “${name}”.`,
    goOn: 'Go on',
    waitsForSetUp: 'There is nothing here yet: do the set-up first, then sign in.',
    toSetUp: 'To the set-up',

    changePassword: 'Change the password',
    firstChange: 'Choose your own password',
    firstChangeState:
      'You signed in with the initial password, which is good for nothing else. Then you are in.',
    changeState: 'Afterwards every other browser is signed out and needs the new password.',
    currentPassword: 'Current password',
    initialPassword: 'Initial password',
    newPassword: 'New password',
    repeatPassword: 'New password again',
    passwordRule:
      'Ten characters or more. No names, user names, telephone numbers, names of units, figures only or characters in a row. A sentence that you remember is good.',
    notRepeated: 'The two are not the same; type it again.',
    missing: 'Nothing is written here yet.',
    tooShort: (n) => `Only ${counted(n, 'character', 'characters')}; ${grouped(10 - n)} more.`,
    back: 'Back',

    towns: 'Choose a town',
    townsState: (n) =>
      `You hold a role in ${counted(n, 'place', 'places')}; choose one. You can change any time.`,
    noTown: 'You hold no role yet and can enter nowhere.',
    noTownWhy:
      'The account is in order. Ask the administrator of your town for a role, then reload this page.',
    reload: 'Reload',
    county: 'county',
    asking: 'Waiting for your word',
    asks: (town, day) =>
      `${town} asked your account to enter it on ${day}. Your roles there hold once you agree; decline if you did not mean to go there.`,
    accept: 'Agree',
    decline: 'Decline',
    own: 'My account',
    ownState: (name, town) => `You are signed in as “${name}”, in ${town}.`,
    ownPosts: 'My roles',
    passwordSection: 'Password',
    passwordHint:
      'Change it at once if somebody else may know it. You are signed out everywhere, and your access tokens end.',
    sessions: 'Where I am signed in',
    sessionsState: (n) =>
      n === 1
        ? 'You are signed in here only.'
        : `You are signed in in ${counted(n, 'place', 'places')}. If you do not know one, end it and change the password.`,
    current: 'this one',

    lastUsed: 'Last used',
    started: 'Signed in',
    unknownBrowser: 'unknown browser',
    endSession: 'Sign this one out',
    endOthers: 'Sign the others out',
    otherTowns: 'Another town',
  },
);
