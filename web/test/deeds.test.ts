import { contract } from '@oneneedle/contract';
import { expect, it } from 'vitest';
import { pageAfter } from '../src/auth/page-after.ts';
import { lineOf } from '../src/settings/audit-text.ts';
import { deedNames, deedWords } from '../src/words/deeds.ts';

const deeds = Object.entries(contract).flatMap(([room, addresses]) =>
  Object.entries(addresses).flatMap(([name, address]) => {
    const { method, path } = address['~orpc'].route;
    return method !== 'GET' && path?.startsWith('/towns/') ? [`${room}.${name}`] : [];
  }),
);

it('every deed of a town has a name in the record of deeds, in both languages', () => {
  expect(deeds.length).toBeGreaterThan(50);
  expect(deeds.filter((deed) => deedNames[deed] === undefined)).toEqual([]);
  const known = [
    ...deeds,
    'counties.appoint',
    'auth.signIn',
    'auth.changePassword',
    'auth.provePassword',
    'auth.acceptTown',
    'auth.declineTown',
  ];
  expect(Object.keys(deedNames).filter((deed) => !known.includes(deed))).toEqual([]);
  const english = Object.values(deedNames).map(([, name]) => name);
  expect(english.filter((name) => /\p{Script=Han}/u.test(name))).toEqual([]);
});

it('what a deed was given is told with names, and what is hidden as a digest', () => {
  const input = {
    town: 'qinghe',
    account: 'a-1',
    lines: ['V1'],
    to: '',
    tags: [],
    userName: { digest: '0123456789abcdef' },
    file: { bytes: 2048 },
  };
  const line = lineOf(input, {
    names: { 'a-1': '周砚', V1: '城建办' },
    field: deedWords.zh.field,
    hidden: (digest) => `(${digest})`,
    bytes: (n) => `${n} B`,
  });
  expect(line).toBe('账号 周砚 · 站所 城建办 · 用户名 (01234567) · 文件 2048 B');
});

it.each([
  ['/qinghe/desk?open=1', '/qinghe/desk?open=1'],
  [undefined, '/'],
  ['', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
])('after signing in, %s leads to %s', (wanted, page) => {
  expect(pageAfter(wanted)).toBe(page);
});
