import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type RunningProvider,
  signInAtProvider,
  startIdentityProvider,
} from '../../test/kit/identity-provider.ts';
import { type Answer, type Asker, testPassword, useProgram } from '../../test/kit/rooms.ts';
import { cookieOf } from '../../test/kit/sign-in.ts';
import { createLog } from '../platform/index.ts';
import { startProgram } from '../program.ts';
import { codeIn, stepAt } from './one-time-code.ts';
import { sealerOf } from './sealed-text.ts';

let provider: RunningProvider;
beforeAll(async () => {
  provider = await startIdentityProvider('http://127.0.0.1');
});
afterAll(() => provider.stop());
const kit = useProgram(() => ({ identitySettings: provider.settings }));

beforeAll(async () => {
  await kit().town('qinghe', '青禾镇');
});

/** A browser that keeps the cookies it is told, on the way to the provider and back. */
function browser(cookie = '') {
  const jar = new Map(
    cookie
      .split('; ')
      .filter((pair) => pair !== '')
      .map((pair) => pairOf(pair)),
  );
  const post = async (path: string, body: object = {}): Promise<Answer> => {
    const sent = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await kit().stranger().post(path, body, { cookie: sent });
    for (const pair of cookieOf(answer).split('; ')) {
      if (pair !== '') jar.set(...pairOf(pair));
    }
    return answer;
  };
  return {
    post,
    jar,
    visit: async (purpose: 'sign-in' | 'bind'): Promise<string> => {
      const { status, body } = await post('/api/auth/identity/visit', wanted(purpose));
      expect([status, body.code]).toEqual([200, undefined]);
      return body.address;
    },
    /** Away as somebody, and back again. */
    goThrough: async (purpose: 'sign-in' | 'bind', who: string): Promise<Answer> => {
      const address = (await post('/api/auth/identity/visit', wanted(purpose))).body.address;
      return post('/api/auth/identity/return', broughtBack(await signInAtProvider(address, who)));
    },
    session: async () => {
      const sent = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      return kit().stranger().ask('GET', '/api/auth/session', undefined, { cookie: sent });
    },
  };
}

function wanted(purpose: 'sign-in' | 'bind') {
  return purpose === 'bind' ? { purpose, currentPassword: testPassword } : { purpose };
}

function pairOf(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
}

function broughtBack(address: URL): { state: string; code: string } {
  const told = (name: string) => address.searchParams.get(name) ?? '';
  return { state: told('state'), code: told('code') };
}

/** Somebody with an account, and the browser in which they are signed in. */
async function person(userName: string) {
  const asker: Asker = await kit().person('qinghe', userName, { role: 'recorder' });
  const answer = await kit()
    .stranger()
    .post('/api/auth/sign-in', { userName, password: testPassword });
  return { asker, window: browser(cookieOf(answer)) };
}

/** Everything that an identity could have changed. */
async function stored() {
  const { queries } = kit().database;
  return {
    identities: await queries.selectFrom('identity').selectAll().orderBy('subject').execute(),
    accounts: await queries.selectFrom('account').select('id').orderBy('id').execute(),
    memberships: await queries.selectFrom('membership').selectAll().execute(),
    sessions: await queries.selectFrom('login.session').select('id').orderBy('id').execute(),
  };
}

async function refused(ask: () => Promise<Answer>, status: number, code: string): Promise<void> {
  const before = await stored();
  const { status: got, body } = await ask();
  expect([got, body.code]).toEqual([status, code]);
  expect(await stored()).toEqual(before);
}

describe('a unified identity', () => {
  it('stands on the sign-in page by its name', async () => {
    const { body } = await kit().stranger().get('/api/auth/identity');
    expect(body).toEqual({ name: '全省统一身份认证' });
  });

  it('is asked with a code challenge, a state and a nonce that are new each time', async () => {
    const { visit } = browser();
    const asked = [await visit('sign-in'), await visit('sign-in')].map((one) => new URL(one));
    for (const { searchParams } of asked) {
      expect(searchParams.get('response_type')).toBe('code');
      expect(searchParams.get('code_challenge_method')).toBe('S256');
      expect(searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    }
    for (const name of ['state', 'nonce', 'code_challenge']) {
      const [first, second] = asked.map(({ searchParams }) => searchParams.get(name));
      expect(first).not.toBe(second);
    }
  });

  it('opens no account that did not bind it, whatever it is called, and makes none', async () => {
    await person('zhou');
    await refused(() => browser().goThrough('sign-in', 'zhou'), 403, 'org.identity-unbound');
    await refused(
      () => browser().goThrough('sign-in', 'zhou@account.invalid'),
      403,
      'org.identity-unbound',
    );
  });

  it('signs in to the account whose owner bound it, in the history too', async () => {
    const { asker, window } = await person('gu');
    const bound = await window.goThrough('bind', 'province-gu');
    expect(bound.body).toEqual({ outcome: 'bound', mustChangePassword: false });
    expect((await asker.get('/api/auth/identity')).body).toEqual({
      name: '全省统一身份认证',
      boundAt: '2026-04-10T02:00:00.000Z',
    });
    const elsewhere = browser();
    const entered = await elsewhere.goThrough('sign-in', 'province-gu');
    expect(entered.body).toEqual({ outcome: 'entered', mustChangePassword: false });
    expect((await elsewhere.session()).body.userName).toBe('gu');
    const { body } = await asker.get('/api/auth/sign-ins');
    expect(body.rows[0]).toMatchObject({ way: 'identity', outcome: 'entered' });
    const told = await kit()
      .database.queries.selectFrom('installation_audit')
      .selectAll()
      .execute();
    expect(told.filter(({ deed }) => deed === 'auth.returnIdentity')).not.toEqual([]);
    expect(JSON.stringify(told)).not.toContain('province-gu');
  });

  it('is bound by whoever is signed in, once, and to one account', async () => {
    const { window } = await person('lin');
    expect((await window.goThrough('bind', 'province-lin')).status).toBe(200);
    await refused(() => window.goThrough('bind', 'province-lin'), 409, 'org.identity-bound');
    await refused(() => window.goThrough('bind', 'province-two'), 409, 'org.identity-bound');
    const other = await person('other');
    await refused(() => other.window.goThrough('bind', 'province-lin'), 409, 'org.identity-taken');
    const stranger = browser();
    const ask = () => stranger.post('/api/auth/identity/visit', wanted('bind'));
    await refused(ask, 401, 'org.identity-sign-in-first');
    const guess = { purpose: 'bind', currentPassword: 'not mine' };
    const open = (await person('open')).window;
    await refused(() => open.post('/api/auth/identity/visit', guess), 422, 'org.password-wrong');
  });

  it('binds nothing where another account has signed in meanwhile', async () => {
    const { window } = await person('first');
    const address = await window.visit('bind');
    const back = broughtBack(await signInAtProvider(address, 'province-first'));
    const second = { userName: 'first-two', password: testPassword };
    await kit().person('qinghe', 'first-two', { role: 'recorder' });
    await window.post('/api/auth/sign-in', second);
    const ask = () => window.post('/api/auth/identity/return', back);
    await refused(ask, 409, 'org.identity-errand');
  });

  it('is asked for the second step as a password is', async () => {
    const { asker, window } = await person('he');
    await window.goThrough('bind', 'province-he');
    const begun = await asker.post('/api/auth/second-step', { currentPassword: testPassword });
    const secret = begun.body.secret.replaceAll(' ', '');
    const now = '2026-04-10T02:00:00.000Z';
    await asker.post('/api/auth/second-step/confirm', { code: codeIn(secret, stepAt(now)) });
    const elsewhere = browser();
    const before = await stored();
    const asked = await elsewhere.goThrough('sign-in', 'province-he');
    expect(asked.body).toEqual({ outcome: 'code-asked', mustChangePassword: false });
    expect(await stored()).toEqual(before);
    const give = (code: string) => elsewhere.post('/api/auth/identity/code', { code });
    await refused(() => give('000000'), 401, 'org.code-wrong');
    const later = '2026-04-10T02:02:00.000Z';
    kit().setNow(later);
    expect((await give(codeIn(secret, stepAt(later)))).body.outcome).toBe('entered');
    expect((await elsewhere.session()).body.userName).toBe('he');
    await refused(
      () => browser().post('/api/auth/identity/code', { code: '123456' }),
      409,
      'org.identity-errand',
    );
  });

  it('opens no account that is stopped, or locked', async () => {
    const { asker, window } = await person('sun');
    await window.goThrough('bind', 'province-sun');
    const set = (values: object) =>
      kit()
        .database.queries.updateTable('account')
        .set(values)
        .where('id', '=', asker.accountId)
        .execute();
    const ask = () => browser().goThrough('sign-in', 'province-sun');
    await set({ disabled_at: '2026-04-10T02:00:00.000Z' });
    await refused(ask, 403, 'org.identity-unbound');
    await set({ disabled_at: null, locked_until: '2026-04-10T03:00:00.000Z' });
    await refused(ask, 423, 'org.account-locked');
  });

  it('is unbound by its owner with the password, and opens nothing afterwards', async () => {
    const { asker, window } = await person('tao');
    await window.goThrough('bind', 'province-tao');
    const end = (currentPassword: string) =>
      asker.post('/api/auth/identity/end', { currentPassword });
    await refused(() => end('not mine'), 422, 'org.password-wrong');
    expect((await end(testPassword)).body).toEqual({ done: true });
    await refused(() => end(testPassword), 409, 'org.identity-not-bound');
    await refused(
      () => browser().goThrough('sign-in', 'province-tao'),
      403,
      'org.identity-unbound',
    );
  });
});

describe('an invitation', () => {
  /** Somebody who has a slip with a first password and never signed in. */
  async function invited(userName: string) {
    const fang = await kit().person('qinghe', `fang-${userName}`, { role: 'administrator' });
    const path = '/api/towns/qinghe/accounts';
    const made = await fang.post(path, { userName });
    await fang.post(`${path}/${made.body.id}/roles`, { role: 'leader', from: '2026-04-10' });
    const { id, firstPassword } = made.body;
    const go = (window = browser(), password: string = firstPassword) =>
      window.post('/api/auth/identity/visit', { purpose: 'invited', userName, password });
    return { fang, id: id as string, path, password: firstPassword as string, go };
  }

  it('binds whoever shows the first password, and signs in at once to choose an own one', async () => {
    const { id, password, go } = await invited('ning');
    const window = browser();
    const { body } = await go(window);
    const back = broughtBack(await signInAtProvider(body.address, 'province-ning'));
    const entered = await window.post('/api/auth/identity/return', back);
    expect(entered.body).toEqual({ outcome: 'entered', mustChangePassword: true });
    expect((await window.session()).body).toMatchObject({
      userName: 'ning',
      mustChangePassword: true,
    });
    const { identities } = await stored();
    expect(identities.filter(({ account_id }) => account_id === id)).toHaveLength(1);
    const newPassword = '一句自己想出来的话 2026';
    await window.post('/api/auth/password', { currentPassword: password, newPassword });
    const again = await browser().goThrough('sign-in', 'province-ning');
    expect(again.body).toEqual({ outcome: 'entered', mustChangePassword: false });
    const told = await kit()
      .database.queries.selectFrom('installation_audit')
      .selectAll()
      .execute();
    for (const secret of [password, 'province-ning']) {
      expect(JSON.stringify(told)).not.toContain(secret);
    }
  });

  it('is refused with a wrong first password as a sign-in is, and counted', async () => {
    const { id, password, go } = await invited('wrong');
    await refused(() => go(browser(), 'not on the slip'), 401, 'org.sign-in-failed');
    const nobody = { purpose: 'invited', userName: 'nobody.here', password };
    const ask = () => browser().post('/api/auth/identity/visit', nobody);
    await refused(ask, 401, 'org.sign-in-failed');
    for (let count = 0; count < 4; count += 1) await go(browser(), 'not on the slip');
    await refused(() => go(), 423, 'org.account-locked');
    const { failed_count } = await kit()
      .database.queries.selectFrom('account')
      .select('failed_count')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(failed_count).toBe(5);
  });

  it('is over once an own password was chosen, and where a second step is on', async () => {
    const at = '2026-04-10T02:00:00.000Z';
    kit().setNow(at);
    const zhou = await person('invited-late');
    const ask = (userName: string) => () =>
      browser().post('/api/auth/identity/visit', {
        purpose: 'invited',
        userName,
        password: testPassword,
      });
    await refused(ask('invited-late'), 409, 'org.identity-invitation');
    const begun = await zhou.asker.post('/api/auth/second-step', { currentPassword: testPassword });
    const secret = begun.body.secret.replaceAll(' ', '');
    const code = codeIn(secret, stepAt(at));
    expect((await zhou.asker.post('/api/auth/second-step/confirm', { code })).status).toBe(200);
    await kit()
      .database.queries.updateTable('account')
      .set({ must_change_password: true })
      .where('id', '=', zhou.asker.accountId)
      .execute();
    await refused(ask('invited-late'), 409, 'org.identity-invitation-step');
  });

  it('binds nothing where the first password was reset meanwhile, or the identity is another’s', async () => {
    const { fang, id, path, go } = await invited('reset');
    const window = browser();
    const { body } = await go(window);
    const back = broughtBack(await signInAtProvider(body.address, 'province-reset'));
    expect((await fang.post(`${path}/${id}/password`)).status).toBe(200);
    const ask = () => window.post('/api/auth/identity/return', back);
    await refused(ask, 409, 'org.identity-invitation');

    const owner = await person('owner');
    await owner.window.goThrough('bind', 'province-owner');
    const thief = await invited('thief');
    const other = browser();
    const away = await thief.go(other);
    const taken = broughtBack(await signInAtProvider(away.body.address, 'province-owner'));
    await refused(() => other.post('/api/auth/identity/return', taken), 409, 'org.identity-taken');
  });
});

describe('what comes back from the provider', () => {
  it('is refused from another browser, with another state, a second time, or too late', async () => {
    const { window } = await person('wen');
    await window.goThrough('bind', 'province-wen');
    const mine = browser();
    const back = broughtBack(await signInAtProvider(await mine.visit('sign-in'), 'province-wen'));
    const give = (who: { post: typeof mine.post }, body: object) =>
      who.post('/api/auth/identity/return', body);
    const asked = provider.asked('/token');
    await refused(() => give(browser(), back), 409, 'org.identity-errand');
    await refused(() => give(mine, { ...back, state: 'x' }), 409, 'org.identity-errand');
    const other = browser();
    await other.visit('sign-in');
    await refused(() => give(other, back), 409, 'org.identity-errand');
    expect(provider.asked('/token')).toBe(asked); // the code was shown to nobody
    await refused(() => give(mine, { ...back, code: 'x' }), 401, 'org.identity-refused');
    expect((await give(mine, back)).status).toBe(200);
    await refused(() => give(mine, back), 409, 'org.identity-errand');
    const late = browser();
    const lateBack = broughtBack(await signInAtProvider(await late.visit('sign-in'), 'x'));
    kit().setNow('2026-04-10T02:30:00.000Z');
    await refused(() => give(late, lateBack), 409, 'org.identity-errand');
    kit().setNow('2026-04-10T02:00:00.000Z');
  });

  it('is refused where the token is for another visit', async () => {
    const [one, two] = [browser(), browser()];
    const backOne = broughtBack(await signInAtProvider(await one.visit('sign-in'), 'a'));
    const backTwo = broughtBack(await signInAtProvider(await two.visit('sign-in'), 'b'));
    // The code of one visit with the verifier and nonce of the other.
    const mixed = { state: backOne.state, code: backTwo.code };
    await refused(() => one.post('/api/auth/identity/return', mixed), 401, 'org.identity-refused');
  });
});

describe('a token of the provider', () => {
  it('is refused where its nonce is not that of the visit', async () => {
    const { window } = await person('nonce');
    await window.goThrough('bind', 'province-nonce');
    const mine = browser();
    const back = broughtBack(await signInAtProvider(await mine.visit('sign-in'), 'province-nonce'));
    const kept = mine.jar.get('oneneedle.identity_errand') ?? '';
    const sealer = sealerOf(
      'a secret of the tests, longer than thirty-two characters',
      'identity cookies',
    );
    const errand = JSON.parse(sealer.open(kept) ?? '{}');
    expect(errand.nonce).toMatch(/^[\w-]{43}$/);
    mine.jar.set(
      'oneneedle.identity_errand',
      sealer.seal(JSON.stringify({ ...errand, nonce: 'x' })),
    );
    await refused(() => mine.post('/api/auth/identity/return', back), 401, 'org.identity-refused');
  });
});

describe('an installation', () => {
  const started = (identitySettings?: RunningProvider['settings']) =>
    startProgram({
      ownerUrl: kit().ownerUrl,
      secret: 'a secret of the tests, longer than thirty-two characters',
      origin: 'http://127.0.0.1',
      filesFolder: kit().filesFolder,
      log: createLog('error'),
      connections: 2,
      ...(identitySettings ? { identitySettings } : {}),
    });
  const visit = {
    method: 'POST',
    url: '/api/auth/identity/visit',
    payload: { purpose: 'sign-in' },
  };

  it('without a provider offers none', async () => {
    const program = await started();
    const offer = await program.http.inject({ method: 'GET', url: '/api/auth/identity' });
    expect(offer.json()).toEqual({});
    const refusal = await program.http.inject(visit as never);
    expect([refusal.statusCode, refusal.json().code]).toEqual([404, 'org.identity-none']);
    await program.close();
  });

  it('starts and signs in by password while its provider does not answer', async () => {
    const issuer = 'http://127.0.0.1:9';
    const program = await started({ ...provider.settings, issuer });
    const refusal = await program.http.inject(visit as never);
    expect([refusal.statusCode, refusal.json().code]).toEqual([409, 'org.identity-away']);
    await program.close();
  });
});
