/** `oneneedle scheme check FILE`: every finding at once, and the 口径 page. */

import { dirname, join } from 'node:path';
import {
  aligned,
  type Convention,
  check,
  conventions,
  displayWidth,
  type FactKind,
  type Finding,
  numberWords,
  percentWords,
  type Roster,
  readRoster,
  readScheme,
  type Scheme,
  traceShare,
} from '@oneneedle/kernel';
import { readKinds } from '../assessment/index.ts';
import { countText, groupedText, inFile, kindOf, Refusal, readText } from '../platform/index.ts';
import { type ExitCode, fitted, type Print } from './print.ts';

export interface CheckArguments {
  /** Prints the open questions and their answers as well. */
  readonly conventions: boolean;
}

/**
 * Prints all findings; 1 if there is an error, which would make a number wrong. The catalogue and
 * the roster that stand beside the scheme let the check see more.
 */
export function checkScheme(path: string, args: CheckArguments, print: Print): ExitCode {
  const file = schemeFile(path);
  const read = readScheme(readText(file));
  const beside = besides(dirname(file), read.value);
  const own = read.value ? check(read.value, beside.context) : read.findings;
  const findings = [...own, ...beside.findings];
  const failed = findings.some((finding) => finding.severity === 'error');
  const blocks = [
    groupedText(findings),
    read.value ? traceText(read.value) : '',
    `${countText(findings)}。${failed ? '有错误的办法不能计分，请改正后再检查。' : '可以计分；提醒事项由负责人决定。'}${beside.unseen}`,
  ];
  print.out(fitted(blocks.filter((block) => block !== '').join('\n\n'), print.columns));
  if (args.conventions) {
    const page = read.value
      ? conventionsText(conventions(read.value), print.columns)
      : '办法读不出来，改正写法后才能列出口径。';
    print.out(`\n${page}`);
  }
  return failed ? 1 : 0;
}

/** The file itself, or the scheme in a folder. */
function schemeFile(path: string): string {
  const kind = kindOf(path);
  if (kind === 'nothing') throw new Refusal(`没有找到“${path}”，请核对办法文件的路径。`);
  if (kind === 'file') return path;
  const inside = join(path, 'scheme.yaml');
  if (kindOf(inside) === 'file') return inside;
  throw new Refusal(
    `文件夹“${path}”里没有 scheme.yaml。请写明办法文件，或放着 scheme.yaml 的文件夹。`,
  );
}

interface Beside {
  readonly context: { readonly kinds?: readonly FactKind[]; readonly roster?: Roster };
  readonly findings: readonly Finding[];
  /** What could not be looked at, in brackets. */
  readonly unseen: string;
}

function besides(folder: string, scheme: Scheme | undefined): Beside {
  const kinds = readKinds(join(folder, 'kinds.yaml'));
  const path = join(folder, 'roster.yaml');
  const roster = kindOf(path) === 'file' ? readRoster(readText(path)) : undefined;
  const isRosterRead = roster !== undefined && roster.findings.length === 0;
  const unseen = [
    ...(kinds.value || scheme?.kinds ? [] : ['事实目录 kinds.yaml']),
    ...(isRosterRead ? [] : ['名册 roster.yaml']),
  ];
  return {
    context: {
      ...(kinds.value ? { kinds: kinds.value } : {}),
      ...(isRosterRead ? { roster: roster.roster } : {}),
    },
    findings: [
      ...kinds.findings.map((finding) => inFile('kinds.yaml', finding)),
      ...(roster?.findings ?? []).map((finding) => inFile('roster.yaml', finding)),
    ],
    unseen: unseen.length === 0 ? '' : `（旁边没有可用的${unseen.join('、')}，没有对照）`,
  };
}

/** How much of the points rests on paper alone. */
function traceText(scheme: Scheme): string {
  const { share, points, of, clauses } = traceShare(scheme);
  if (clauses.length === 0) return '只能靠留痕（会议记录、台账、照片）证明的分：没有。';
  return `只能靠留痕（会议记录、台账、照片）证明的分：${clauses.length} 条，${numberWords(points)} 分，占满分 ${numberWords(of)} 分的 ${percentWords(share)}。`;
}

function conventionsText(items: readonly Convention[], columns: number | undefined): string {
  if (items.length === 0) return '口径：没有留待确定的问题。';
  const rows = items.map(({ no, question, answer, stated, path }) => [
    `${no}`,
    question,
    answer,
    stated ? '写明' : path === '' ? '固定' : `默认（可写在 ${path}）`,
  ]);
  const table = aligned([['号', '问题', '本办法的答案', '由来'], ...rows]);
  const fits = columns === undefined || table.every((line) => displayWidth(line) <= columns);
  const lines = rows.map(
    ([no, question, answer, from]) => `${no} ${question}：${answer}（${from}）`,
  );
  return [
    '口径：一般办法没有说清的问题，本办法怎样算',
    ...(fits ? table : lines.map((line) => fitted(line, columns))),
    '写明：办法自己写了；默认：办法没有写，按通行做法；固定：程序只有这一种算法。',
  ].join('\n');
}
