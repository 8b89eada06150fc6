import { describe, expect, it } from 'vitest';
import { useProgram } from '../../../test/kit/rooms.ts';

const kit = useProgram();

describe('the gate', () => {
  it('answers strangers only where the address says so', async () => {
    const stranger = kit().stranger();
    expect((await stranger.get('/api/health/live')).body).toEqual({ alive: true });
    expect((await stranger.get('/api/health/ready')).body).toMatchObject({ ready: true });
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

async function codeOf(reply: Response): Promise<string> {
  return ((await reply.json()) as { code: string }).code;
}
