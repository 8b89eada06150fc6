/** What `assess` leaves behind: `result.json` in the folder, or with `--out` the whole package. */

import { join } from 'node:path';
import {
  type Folder,
  type PackageOptions,
  packageNames,
  packageOf,
  receiptCode,
  resultText,
  type TimeArguments,
  type Worked,
} from '../assessment/index.ts';
import { kindOf, refuseForeign, writeFolder } from '../platform/index.ts';
import type { Desk } from './command.ts';
import { quotedPath } from './paths.ts';
import type { Say } from './words/say.ts';
import { uninterrupted, writeFiles } from './writing.ts';

/** What was written, for a person and for a program. */
interface Saved {
  readonly blocks: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
}

interface Result {
  readonly folder: Folder;
  readonly worked: Worked;
  readonly time: TimeArguments;
}

/** Writes `result.json` into the folder that was assessed; an earlier one is replaced, others not. */
export async function saveResult({ folder, worked, time }: Result, say: Say): Promise<Saved> {
  const file = join(folder.path, 'result.json');
  const bytes = Buffer.from(resultText(folder, worked));
  const [written] = await writeFiles(new Map([[file, bytes]]), { force: false, isOurs }, say);
  const key = written?.replaced ? 'assess.rewritten' : 'assess.written';
  const { code } = receiptCode(folder, worked);
  return {
    blocks: [[say(key, { file }), nextStep({ folder, worked, time }, say)].join('\n')],
    data: { code, written: [file] },
  };
}

/** Any result of ours has a receipt and says which scheme it is of. */
function isOurs(bytes: Uint8Array): boolean {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return typeof value === 'object' && value !== null && 'receipt' in value && 'line' in value;
  } catch {
    return false;
  }
}

function nextStep({ folder, worked, time }: Result, say: Say): string {
  const { subjects, period } = worked.result;
  const first = subjects.find(({ rank }) => rank === 1) ?? subjects[0];
  if (!first) return say('assess.noSubjects');
  const day = time.asOf === undefined ? '' : ` --as-of ${time.asOf}`;
  const who = `${quotedPath(folder.path)} --subject ${quotedPath(first.code)}`;
  return say('assess.next', { command: `${who} --period ${period}${day}` });
}

/** Refuses a place where no package can be written, before any work is done and with nothing touched. */
export function requireRoom(out: string): void {
  refuseForeign(out, packageNames);
}

interface Package {
  readonly folder: Folder;
  readonly worked: Worked;
  readonly options: PackageOptions;
  readonly out: string;
}

/** Writes the whole package, all of it or nothing, and says what each part is for. */
export async function savePackage(
  { folder, worked, options, out }: Package,
  { language, say, progress }: Desk,
): Promise<Saved> {
  const wasThere = kindOf(join(out, 'receipt.json')) === 'file';
  progress(say('progress.package', { count: worked.result.subjects.length }));
  const files = await packageOf(folder, options, { progress, worked });
  await uninterrupted(() => writeFolder(out, files));
  const { code } = receiptCode(folder, worked);
  const isPersonal = folder.scheme.subject.kind === 'person';
  const sheets = [...files.keys()].filter((path) => path.startsWith('explain/')).length;
  const parts = [
    ['notice.docx', say(isPersonal ? 'package.report' : 'package.notice')],
    ['standings.xlsx', say('package.standings')],
    ['explain/', say('package.sheets', { count: sheets })],
    ['result.json', say('package.result')],
    ['receipt.json', say('package.receipt')],
    ['inputs/', say('package.inputs')],
  ];
  const head = say(wasThere ? 'package.rewritten' : 'package.written', { out, count: files.size });
  const verify = `npx oneneedle verify ${quotedPath(out)} --receipt ${code}`;
  const next = [
    say(isPersonal ? 'package.nextReport' : 'package.nextNotice'),
    say(isPersonal ? 'package.nextPerson' : 'package.nextSheets'),
    say(isPersonal ? 'package.nextCodeReport' : 'package.nextCode', { code }),
    say('package.nextVerify', { command: verify }),
  ];
  const title = say('package.next');
  return {
    blocks: [
      [head, ...parts.map(([name = '', clause = '']) => `  ${name.padEnd(16)}${clause}`)].join(
        '\n',
      ),
      [title, ...next.map((step, index) => `${index + 1}. ${step}`)].join('\n'),
      ...(language === 'zh' ? [] : [say('package.language')]),
    ],
    data: { code, written: [...files.keys()].map((path) => join(out, path)) },
  };
}
