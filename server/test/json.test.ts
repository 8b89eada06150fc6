/** `--json`: one document on stdout, whatever happens; its fields are those of the reference. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyRoot } from '@oneneedle/kernel';
import { afterAll, describe, expect, it } from 'vitest';
import { commandIn } from '../src/cli/arguments.ts';
import { commands } from '../src/cli/commands.ts';
import { run } from '../src/cli/main.ts';
import { sayIn } from '../src/cli/words/say.ts';
import { copyOf, emptyFolder, exampleFolder, oneneedleJson, removeFolders } from './terminal.ts';

afterAll(removeFolders);

const daily = exampleFolder('village-daily');

/** What the reference says of `--json`: the text of each row, by its first cell. */
const rows = new Map(
  readFileSync(new URL('../../docs/reference/commands.md', import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, command, text] = /^\| `([\w ]+)` \| (.*) \|$/.exec(line) ?? [];
      return command === undefined || text === undefined ? [] : [[command, text] as const];
    }),
);

/** The log of a ledger in which nothing is posted yet. */
function emptyLog(folder: string): string {
  const path = join(folder, 'ledger.json');
  const log = { format: 'oneneedle-ledger-1', size: 0, root: emptyRoot, facts: [], seals: [] };
  writeFileSync(path, JSON.stringify(log));
  return path;
}

describe('a command that is done', async () => {
  const desk = emptyFolder();
  const paper = join(desk, 'rules.docx');
  const packed = join(desk, 'results');

  const lines = [
    [['assess', copyOf('village-daily')]],
    [['assess', exampleFolder('town-staff'), '--out', packed]],
    [['explain', daily, '--subject', '东溪村']],
    [['explain', exampleFolder('village-cadres'), '--subject', '孙清明']],
    [['compare', daily, '--with', copyOf('village-daily')]],
    [['verify', packed]],
    [['seal', copyOf('village-daily'), '--period', '2026-Q1']],
    [['template', daily, '--out', join(desk, 'forms')]],
    [['export', exampleFolder('village-cadres'), '--to', 'csv', '--out', join(desk, 'csv')]],
    [['ledger', 'verify', emptyLog(desk)]],
    [['scheme', 'check', daily, '--conventions']],
    [['scheme', 'render', exampleFolder('town-staff'), '--out', paper]],
    [['scheme', 'import', paper]],
  ];

  it('is shown for every command', () => {
    const shown = lines.map(([args = []]) => commandIn(args, commands, sayIn('zh')).command.name);
    // In backup-command.test.ts and account-command.test.ts.
    const withDatabase = ['backup', 'restore', 'account reset'];
    expect([...new Set(shown), ...withDatabase].sort()).toEqual(
      commands.map(({ name }) => name).sort(),
    );
  });

  it.each(lines)('%j', async (args) => {
    const { code, err, answer } = await oneneedleJson(args);
    expect(code).toBe(0);
    expect(err).not.toMatch(/[■▲]/);
    const { ok, command, exitCode, written, ...own } = answer;
    expect([ok, exitCode]).toEqual([true, 0]);
    expect(args.join(' ').startsWith(String(command))).toBe(true);
    for (const path of (written ?? []) as string[]) expect(existsSync(path), path).toBe(true);
    const told = rows.get(String(command)) ?? '';
    for (const field of Object.keys(own)) expect(told).toContain(`\`${field}\``);
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
