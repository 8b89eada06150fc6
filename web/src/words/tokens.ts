/** Words of the access tokens: what a machine shows instead of a password. */

import { catalogue, counted, grouped } from './catalogue.ts';
import { safetyWords } from './safety.ts';

const roomsZh: Readonly<Record<string, string>> = {
  org: '组织人员',
  desk: '清单',
  goals: '年度目标',
  items: '督办事项',
  demands: '下发到村',
  campaigns: '专项行动',
  evidence: '佐证',
  scheme: '考核办法',
  ledger: '事实台账',
  assessment: '得分名次',
};

const roomsEn: Readonly<Record<string, string>> = {
  org: 'units and people',
  desk: 'list',
  goals: 'goals',
  items: 'items',
  demands: 'demands on villages',
  campaigns: 'campaigns',
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

const { zh, en } = safetyWords;

export const tokenWords = catalogue(
  {
    currentPassword: zh.currentPassword,
    missing: zh.missing,
    tokens: zh.tokens,
    state: '状态',
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
  },
  {
    currentPassword: en.currentPassword,
    missing: en.missing,
    tokens: en.tokens,
    state: 'State',
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
  },
);
