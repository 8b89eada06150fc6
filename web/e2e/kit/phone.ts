/** A browser with a memory of its own, that can be killed and started again as a phone's is. */

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

export interface Phone {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Ends the process at once, as a system does that needs its memory. */
  kill(): Promise<void>;
}

export interface PhoneMemory {
  /** Starts the browser on what it remembers. */
  start(width?: number): Promise<Phone>;
  forget(): void;
}

interface Trusted {
  readonly name: string;
  readonly keyHash: string;
}

/** A phone that knows a name and trusts one key. */
export function phoneMemory({ keyHash, name }: Trusted): PhoneMemory {
  const folder = mkdtempSync(join(tmpdir(), 'oneneedle-phone-'));
  return {
    forget: () => rmSync(folder, { recursive: true, force: true }),
    start: async (width = 390) => {
      const portFile = join(folder, 'DevToolsActivePort');
      rmSync(portFile, { force: true });
      const child = spawn(
        process.env.CHROMIUM ?? '/usr/bin/chromium',
        [
          '--headless=new',
          '--no-sandbox',
          '--disable-quic',
          '--disable-background-networking',
          '--no-first-run',
          '--lang=zh-CN',
          '--remote-debugging-port=0',
          `--user-data-dir=${folder}`,
          `--host-resolver-rules=MAP ${name} 127.0.0.1`,
          `--ignore-certificate-errors-spki-list=${keyHash}`,
          'about:blank',
        ],
        { stdio: 'ignore', env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'Asia/Shanghai' } },
      );
      const browser = await connected(child, portFile);
      const [context] = browser.contexts();
      if (!context) throw new Error('a browser without a window');
      context.setDefaultTimeout(40_000); // two cores, and a browser that starts anew
      const page = context.pages()[0] ?? (await context.newPage());
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      return { page, context, kill: () => killed(child) };
    },
  };
}

async function connected(child: ChildProcess, portFile: string): Promise<Browser> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the browser ended: ${child.exitCode}`);
    const [port = ''] = existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n') : [];
    if (port !== '') return chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    await pause(100);
  }
  throw new Error('the browser did not start');
}

async function killed(child: ChildProcess): Promise<void> {
  const end = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGKILL');
  await end;
}
