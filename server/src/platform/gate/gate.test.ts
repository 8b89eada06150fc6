import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { useProgram } from '../../../test/kit/rooms.ts';
import { httpServer } from '../http.ts';
import { createLog } from '../log.ts';

const kit = useProgram();

describe('the gate', () => {
  it('answers strangers only where the address says so', async () => {
    const stranger = kit().stranger();
    expect((await stranger.get('/api/health/live')).body).toEqual({ alive: true });
    expect((await stranger.get('/api/health/ready')).body).toMatchObject({ ready: true });
    // Pages fill in the day by it, on machines whose own clock is wrong.
    const { headers } = await stranger.get('/api/health/live');
    expect(headers.get('date')).toBe('Fri, 10 Apr 2026 02:00:00 GMT');
    const refused = await stranger.get('/api/auth/session');
    expect(refused.status).toBe(401);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(refused.body).toMatchObject({ code: 'gate.not-signed-in', status: 401 });
    expect(refused.body.detail).toContain('请重新登录');
  });

  it('speaks English to whoever asks in English', async () => {
    const refused = await kit()
      .stranger()
      .ask('GET', '/api/auth/session', undefined, { 'accept-language': 'en-GB' });
    expect(refused.body.detail).toContain('Sign in again');
  });

  it('knows the signed-in account and its towns', async () => {
    await kit().town('qinghe', '青禾镇');
    const wu = await kit().person('qinghe', 'wu', { role: 'assessment-office' });
    expect((await wu.get('/api/auth/session')).body).toEqual({
      userName: 'wu',
      mustChangePassword: false,
      asking: [],
      towns: [{ code: 'qinghe', name: '青禾镇', kind: 'town' }],
    });
    expect((await wu.post('/api/auth/sign-out')).status).toBe(200);
    expect((await wu.get('/api/auth/session')).status).toBe(401);
  });

  it('says what is wrong with an input and where', async () => {
    const refused = await kit().stranger().post('/api/auth/sign-in', { userName: '' });
    expect(refused.body).toMatchObject({
      code: 'gate.input-invalid',
      data: { paths: ['userName', 'password'] },
    });
  });

  it('says that an address is none, and that a request to make something needs its key', async () => {
    const nowhere = await kit().stranger().get('/api/nowhere');
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'gate.address-unknown']);
    const tenantId = await kit().town('shiqiao', '石桥镇');
    const li = await kit().person('shiqiao', 'li.shiqiao', { role: 'administrator' });
    const units = [{ name: '石桥村', type: 'village' }];
    const keyless = await li.post(
      '/api/towns/shiqiao/org/units',
      { units },
      { 'idempotency-key': '' },
    );
    expect([keyless.status, keyless.body.code]).toEqual([400, 'gate.idempotency-key-missing']);
    const made = await kit().inside(tenantId, (db) =>
      db.selectFrom('unit').select('code').execute(),
    );
    expect(made).toEqual([]);
  });

  it('serves the OpenAPI document', async () => {
    const { body } = await kit().stranger().get('/api/openapi.json');
    expect(body.openapi).toMatch(/^3\.1/);
    expect(body.paths['/auth/sign-in'].post.summary).toContain('Signs in');
  });
});

describe('bodies', () => {
  it('are refused when they cannot be read, or are larger than a stranger needs', async () => {
    const { origin } = kit();
    const json = { 'content-type': 'application/json' };
    const broken = await fetch(`${origin}/api/auth/sign-in`, {
      method: 'POST',
      headers: json,
      body: '{"userName":',
    });
    expect([broken.status, await codeOf(broken)]).toEqual([400, 'gate.not-readable']);
    const large = await fetch(`${origin}/api/auth/sign-in`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ userName: 'x'.repeat(100_000), password: 'x' }),
    });
    expect([large.status, await codeOf(large)]).toEqual([413, 'gate.too-large']);
    const stranger = await fetch(`${origin}/api/towns/qinghe/evidence`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ text: 'x'.repeat(100_000) }),
    });
    expect([stranger.status, await codeOf(stranger)]).toEqual([401, 'gate.not-signed-in']);
  });
});

describe('a stranger with a cookie of their own making', () => {
  const headers = { cookie: 'oneneedle.session_token=x.y' };
  const form = { ...headers, 'content-type': 'multipart/form-data; boundary=b' };
  const parts = (count: number) =>
    `${'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n'.repeat(count)}--b--\r\n`;

  it('is turned away before a large body is read', async () => {
    const reply = await fetch(`${kit().origin}/api/towns/qinghe/ledger/imports`, {
      method: 'POST',
      headers: form,
      body: parts(2000),
    });
    // A body that was read is refused for its many parts; this one was not.
    expect([reply.status, await codeOf(reply)]).toEqual([401, 'gate.not-signed-in']);
  });

  it('hears of too many parts instead of making everybody wait', async () => {
    const reply = await fetch(`${kit().origin}/api/towns/qinghe/ledger/imports`, {
      method: 'POST',
      headers: form,
      body: parts(200),
    });
    expect([reply.status, await codeOf(reply)]).toEqual([413, 'gate.too-large']);
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('what is kept of a request for its repetition', () => {
  const path = '/api/towns/tuanjie/evidence/uploads';
  const key = { 'idempotency-key': 'the same' };

  it('is forgotten after a month, and is of this very file', async () => {
    const tenantId = await kit().town('tuanjie', '团结镇');
    const wu = await kit().person('tuanjie', 'wu.tuanjie', { role: 'recorder' });
    const file = { name: 'a.jpg', bytes: 4, sha256: '0'.repeat(64), confirmed: true };
    const { uploadId } = (await wu.post(path, file)).body;
    const part = (text: string) => {
      const form = new FormData();
      form.set('offset', '0');
      form.set('part', new File([text], 'part'));
      return form;
    };
    const send = async (text: string) => {
      const sent = new Response(part(text));
      const type = sent.headers.get('content-type') ?? '';
      const body = await sent.blob();
      return wu.ask('POST', `${path}/${uploadId}/parts`, body, { ...key, 'content-type': type });
    };
    expect((await send('abcd')).body).toEqual({ received: 4 });
    expect((await send('abcd')).body).toEqual({ received: 4 });
    expect((await send('efgh')).body.code).toBe('gate.idempotency-key-reused');
    kit().setNow('2026-05-12T02:00:00.000Z');
    await wu.post(path, file);
    kit().setNow('2026-04-10T02:00:00.000Z');
    const kept = await kit().inside(tenantId, (db) =>
      db.selectFrom('idempotency').select('at').execute(),
    );
    expect(kept).toEqual([{ at: '2026-05-12T02:00:00.000Z' }]);
  });
});

describe('a server with pages', () => {
  it('says in a sentence too what it refuses before any deed', async () => {
    const http = await httpServer({
      router: {},
      openapi: '{}',
      reference: '',
      pages: mkdtempSync(join(tmpdir(), 'pages-')),
      log: createLog('silent'),
      isSignedIn: async () => false,
      isSetUpOpen: false,
      clock: () => new Date(),
    });
    const headers = { 'content-type': 'application/json' };
    const sent = { method: 'POST', url: '/api/auth/sign-in', headers, payload: '{' } as const;
    for (const reply of [
      await http.inject(sent),
      await http.inject({ method: 'GET', url: '/api/%E0%A4%A' }),
    ]) {
      expect(reply.headers['content-type']).toContain('application/problem+json');
      expect(reply.json()).toMatchObject({ code: 'gate.not-readable', status: 400 });
    }
    await http.close();
  });

  it('sends what lies there compressed, and lets a browser keep what changes its name', async () => {
    const pages = mkdtempSync(join(tmpdir(), 'pages-'));
    mkdirSync(join(pages, 'assets'));
    for (const [name, text] of [
      ['index.html', '<p>a page</p>'],
      ['index.html.gz', gzipSync('<p>a page</p>')],
      ['assets/page-1.js', 'let page;'],
      ['assets/page-1.js.gz', gzipSync('let page;')],
    ] as const) {
      writeFileSync(join(pages, name), text);
    }
    const http = await httpServer({
      router: {},
      openapi: '{}',
      reference: '',
      pages,
      log: createLog('silent'),
      isSignedIn: async () => false,
      isSetUpOpen: false,
      clock: () => new Date(),
    });
    const read = async (url: string, coding: string) => {
      const { headers, rawPayload } = await http.inject({
        url,
        headers: { 'accept-encoding': coding },
      });
      const isPacked = headers['content-encoding'] === 'gzip';
      const text = String(isPacked ? gunzipSync(rawPayload) : rawPayload);
      return [headers['content-encoding'], headers['cache-control'], text];
    };
    const kept = 'public, max-age=31536000, immutable';
    const asked = 'public, max-age=0';
    expect(await read('/assets/page-1.js', 'gzip')).toEqual(['gzip', kept, 'let page;']);
    expect(await read('/assets/page-1.js', 'identity')).toEqual([undefined, kept, 'let page;']);
    for (const address of ['/', '/qinghe/desk']) {
      expect(await read(address, 'gzip')).toEqual(['gzip', asked, '<p>a page</p>']);
      expect(await read(address, 'identity')).toEqual([undefined, asked, '<p>a page</p>']);
    }
    await http.close();
  });
});

describe('replies', () => {
  it('are kept in no cache, and what cannot be written is refused in a sentence', async () => {
    await kit().town('hekou', '河口镇');
    const wu = await kit().person('hekou', 'wu.hekou', { role: 'assessment-office' });
    const towns = await wu.get('/api/towns/hekou/org/units');
    expect([towns.status, towns.headers.get('cache-control')]).toEqual([200, 'no-store']);
    for (const [address, code] of [
      ['evidence?words=%00', 'gate.not-readable'],
      ['evidence?takenFrom=0000-01-01', 'gate.input-invalid'],
      ['org/units?on=9999-12-31', 'gate.input-invalid'],
      ['ledger/facts?period=2026-13', 'gate.input-invalid'],
    ]) {
      expect((await wu.get(`/api/towns/hekou/${address}`)).body.code, address).toBe(code);
    }
  });
});

async function codeOf(reply: Response): Promise<string> {
  return ((await reply.json()) as { code: string }).code;
}
