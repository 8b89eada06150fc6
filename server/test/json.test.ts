/** `--json`: one document on stdout, whatever happens; its fields are those of the reference. */

import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../src/cli/main.ts';
import { copyOf, emptyFolder, exampleFolder, oneneedleJson, removeFolders } from './terminal.ts';

afterAll(removeFolders);

const daily = exampleFolder('village-daily');

describe('a command that is done', () => {
  it.each([
    [['assess', copyOf('village-daily')], 'assess'],
    [['assess', exampleFolder('town-staff'), '--out', emptyFolder()], 'assess'],
    [['explain', daily, '--subject', '东溪村'], 'explain'],
    [['scheme', 'check', daily, '--conventions'], 'scheme check'],
  ])('%j', async (args, command) => {
    const { code, err, answer } = await oneneedleJson(args);
    expect([code, err.replace(/^正在写整套结果：.*\n$/, '')]).toEqual([0, '']);
    expect(answer).toMatchObject({ ok: true, command, exitCode: 0 });
  });
});

describe('a refusal', () => {
  it('has its sentence and nothing on stderr', async () => {
    const { code, err, answer } = await oneneedleJson(['assess', daily, '--period', '2026']);
    expect([code, err]).toEqual([1, '']);
    expect(answer).toEqual({
      ok: false,
      command: 'assess',
      exitCode: 1,
      refusal: {
        sentence: expect.stringMatching(/^期间“2026”（2026年）与考核周期不符/),
        findings: [],
      },
    });
  });

  it('has no command where none was understood', async () => {
    const { code, answer } = await oneneedleJson(['asess', daily]);
    expect([code, answer.ok, answer.command, answer.exitCode]).toEqual([2, false, null, 2]);
  });

  it('of a check lists the findings', async () => {
    const folder = copyOf('village-daily', {
      'scheme.yaml': (text) => text.replace('on: inspection.garbage', 'on: inspection.rubbish'),
    });
    const { code, answer } = await oneneedleJson(['scheme', 'check', folder]);
    expect(code).toBe(1);
    expect(answer).toMatchObject({
      ok: false,
      refusal: {
        sentence: expect.stringMatching(/^1 处错误/),
        findings: expect.arrayContaining([
          expect.objectContaining({ severity: 'error', path: 'tree[0].clauses[0].on' }),
        ]),
      },
    });
  });
});

describe('help and bugs', () => {
  it('help is a field', async () => {
    const { answer } = await oneneedleJson(['explain', '--help']);
    expect(answer).toMatchObject({
      ok: true,
      command: 'explain',
      help: expect.stringMatching(/--subject/),
    });
  });

  it('a bug is a field, exit code 3', async () => {
    const told: string[] = [];
    let calls = 0;
    const out = (text: string) => {
      calls += 1;
      if (calls === 1) throw new TypeError('x is not a function');
      told.push(text);
    };
    const code = await run(['--help', '--json'], { out, err: (text) => told.push(text) });
    expect([code, told.length]).toEqual([3, 1]);
    expect(JSON.parse(told[0] ?? '')).toEqual({
      ok: false,
      command: null,
      exitCode: 3,
      bug: expect.stringMatching(/TypeError：x is not a function$/),
    });
  });
});
