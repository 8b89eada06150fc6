/**
 * Verifying a package: everything in it is worked out again from its `inputs` alone and compared,
 * file by file and number by number. Nothing is written.
 */

import { join } from 'node:path';
import { type Progress, Refusal } from '../platform/index.ts';
import { type Folder, readFolder } from './folder.ts';
import { optionsFor } from './options.ts';
import { packageOf } from './package.ts';
import { readPackage } from './package-files.ts';
import { type PackageReceipt, readCode, readReceipt, receiptCode, sha256 } from './receipt-file.ts';
import { type Worked, workOut } from './result-file.ts';
import { standingsSheets } from './standings.ts';
import { fileDifferences } from './verify-differences.ts';

/** One thing that is not as it is worked out again. */
export interface PackageDifference {
  /** Path inside the package. */
  readonly file: string;
  readonly kind: 'missing' | 'extra' | 'changed' | 'input';
  /** Which file, which subject, which line, what it was and what it is worked out again. */
  readonly sentence: string;
}

export interface Verification {
  /** True if every file agrees, and the code with the one that was given. */
  readonly agrees: boolean;
  /** The code worked out again from the inputs. */
  readonly code: string;
  /** How many files were compared. */
  readonly files: number;
  readonly differences: readonly PackageDifference[];
  /** The code that was given, and whether it is this package's; absent if none was given. */
  readonly receipt?: { readonly given: string; readonly agrees: boolean };
  /** The program that made the package, where it was another version. */
  readonly madeBy?: string;
}

export interface VerifyOptions {
  /** The code as somebody copied it from the posted notice. */
  readonly receipt?: string;
  readonly progress?: Progress;
}

/**
 * Works a package out again and compares it. Refuses what is no package, what cannot be worked out,
 * and a code that cannot be one; every other deviation is a difference.
 */
export async function verifyPackage(
  path: string,
  { receipt, progress = () => {} }: VerifyOptions = {},
): Promise<Verification> {
  const given = receipt === undefined ? undefined : askedCode(receipt);
  const found = readPackage(path);
  const stated = statedReceipt(path, found);
  const changedInputs = inputDifferences(found, stated);
  const { folder, options } = await inputFolder(path, stated, changedInputs);
  progress('正在用包里的 inputs 重新计算，请稍候。');
  const own = workOut(folder, options);
  const maker = stated.result.kernelVersion;
  // Another version of the program agrees if all but its own name comes out the same.
  const worked = { ...own, proof: { ...own.proof, kernelVersion: maker } };
  const again = await packageOf(
    folder,
    { ...options, notice: stated.notice },
    { progress, worked },
  );
  const { code } = receiptCode(folder, worked);
  const differences = [
    ...changedInputs,
    ...(await comparedFiles({ path, found, again, folder, worked, stated, code })),
  ];
  const isGiven = given === undefined || given === code;
  return {
    agrees: differences.length === 0 && isGiven,
    code,
    files: again.size,
    differences,
    ...(given === undefined ? {} : { receipt: { given, agrees: isGiven } }),
    ...(maker === own.proof.kernelVersion ? {} : { madeBy: maker }),
  };
}

function askedCode(text: string): string {
  const code = readCode(text);
  if (code !== undefined) return code;
  throw new Refusal(
    `“${text}”不是凭据码。凭据码印在通报和得分说明的末尾，是 20 位数字和字母，每 4 位一组，没有字母 U；请对照再抄一遍。`,
    2,
  );
}

function statedReceipt(path: string, files: ReadonlyMap<string, Uint8Array>): PackageReceipt {
  const bytes = files.get('receipt.json');
  if (!bytes) {
    throw new Refusal(
      `“${path}”里没有 receipt.json，不是 assess --out 写出的结果，或者缺了文件，没有核对。请核对路径，或向交来的人要完整的一份。`,
    );
  }
  const receipt = readReceipt(new TextDecoder().decode(bytes));
  if (receipt) return receipt;
  throw new Refusal(
    '包里的 receipt.json 读不懂：不是这个程序写出的凭据，或者改坏了，没有核对。请向交来的人要一份原样的；更新的程序写出的，请换用更新的程序核对。',
  );
}

const inputs = 'inputs/';

/** Inputs whose bytes are not those that the receipt names. */
function inputDifferences(
  found: ReadonlyMap<string, Uint8Array>,
  { files }: PackageReceipt,
): PackageDifference[] {
  const paths = [...new Set([...Object.keys(files), ...found.keys()])].filter((path) =>
    path.startsWith(inputs),
  );
  return paths.sort().flatMap((file): PackageDifference[] => {
    const stated = Object.hasOwn(files, file) ? files[file] : undefined;
    const bytes = found.get(file);
    if (stated === undefined || !bytes || sha256(bytes) === stated) return [];
    const sentence = `输入 ${file} 改动过：摘要与 receipt.json 记的不同。以下都是按改动后的输入重算的。`;
    return [{ file, kind: 'input', sentence }];
  });
}

async function inputFolder(
  path: string,
  { period, asOf, goodRows, line }: PackageReceipt,
  changed: readonly PackageDifference[],
) {
  try {
    const folder = await readFolder(join(path, 'inputs'), { goodRows });
    if (folder.scheme.line !== line) {
      throw new Refusal(
        `inputs 里的办法代号是“${folder.scheme.line}”，receipt.json 写的是“${line}”，不是同一份办法。`,
      );
    }
    return { folder, options: optionsFor(folder, { period, asOf }) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const first = changed.map(({ file }) => `输入 ${file} 改动过，与 receipt.json 记的摘要不同。`);
    throw new Refusal(['不一致：用包里的 inputs 算不出来。', ...first, error.message].join('\n'));
  }
}

interface Compared {
  readonly path: string;
  readonly found: ReadonlyMap<string, Uint8Array>;
  readonly again: ReadonlyMap<string, Uint8Array>;
  readonly folder: Folder;
  readonly worked: Worked;
  readonly stated: PackageReceipt;
  readonly code: string;
}

async function comparedFiles(compared: Compared): Promise<PackageDifference[]> {
  const { path, found, again, folder, worked, stated, code } = compared;
  const codeOnly: string[] = [];
  const differences: PackageDifference[] = [];
  const source = {
    path,
    sheets: () => standingsSheets(folder, worked, code),
    result: worked.result,
    codes: { was: stated.code, is: code },
  };
  const all = [...new Set([...again.keys(), ...found.keys()])].sort(inFileOrder);
  for (const file of all) {
    const [was, is] = [found.get(file), again.get(file)];
    if (was && is) {
      if (Buffer.from(was).equals(is)) continue;
      const sentences = await fileDifferences(file, { was, is }, source);
      if (sentences.length === 0) codeOnly.push(file);
      differences.push(
        ...sentences.map((sentence) => ({ file, kind: 'changed' as const, sentence })),
      );
    } else if (is) {
      differences.push({ file, kind: 'missing', sentence: `缺文件 ${file}：重算有，包里没有。` });
    } else {
      const sentence = `多出文件 ${file}：重算没有这个文件，它不是结果的一部分。`;
      differences.push({ file, kind: 'extra', sentence });
    }
  }
  const [first] = codeOnly;
  if (first !== undefined) {
    const sentence = `${first}${codeOnly.length > 1 ? ` 等 ${codeOnly.length} 个文件` : ''}只有印的凭据码不同：${stated.code} → 重算 ${code}`;
    differences.push({ file: first, kind: 'changed', sentence });
  }
  return differences;
}

/** The numbers first, then what is made from them, the receipt last. */
function inFileOrder(a: string, b: string): number {
  const place = (file: string) =>
    file === 'result.json' ? 0 : file === 'receipt.json' ? 3 : file.startsWith(inputs) ? 2 : 1;
  return place(a) - place(b) || (a < b ? -1 : 1);
}

/** What a verification says to whoever asked for it. */
export function verificationText(verification: Verification): string {
  const { agrees, code, files, differences, receipt, madeBy } = verification;
  const shown = differences.slice(0, shownDifferences);
  const rest = differences.length - shown.length;
  const version =
    madeBy === undefined
      ? []
      : [
          agrees
            ? `这个包由 ${madeBy} 版程序写出，用现在的版本重算，结果相同。`
            : `这个包由 ${madeBy} 版程序写出，与现在的版本不同；不同之处也可能是程序改动引起的，可以用原来的版本再核对一次。`,
        ];
  return [
    differences.length === 0
      ? `一致：${files} 个文件逐字节相同，每个数都重新算过。凭据码 ${code}`
      : `不一致：有 ${differences.length} 处与重算的不同。重算的凭据码 ${code}`,
    ...shown.map(({ sentence }) => `· ${sentence}`),
    ...(rest > 0 ? [`……另有 ${rest} 处`] : []),
    ...version,
    ...receiptLines(receipt, code),
  ].join('\n');
}

const shownDifferences = 40;

/** The package alone cannot show that all of it was rewritten together; a posted code can. */
function receiptLines(receipt: Verification['receipt'], code: string): string[] {
  const always =
    '输入、结果和凭据一起改写过的包，自己看不出来；只有张贴的通报上印的凭据码对得上，才是公布的那一份。';
  if (!receipt) return [`${always}请加 --receipt 和通报上的凭据码再核对一次。`];
  if (receipt.agrees) return [`凭据码与给出的 ${receipt.given} 相同。${always}`];
  return [
    `凭据码不同：给出的是 ${receipt.given}，这个包重算是 ${code}。这个包不是公布的那一份，或者抄错了字，请对照通报。`,
    always,
  ];
}
