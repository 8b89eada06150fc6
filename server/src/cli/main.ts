/** The command line: `oneneedle assess | explain | scheme check`. Chinese, for a clerk's terminal. */

import { parseArgs } from 'node:util';
import { assessFolder } from './assess.ts';
import { explainSubject } from './explain.ts';
import { Refusal } from './refusal.ts';
import { checkScheme } from './scheme-check.ts';

/** 0 done · 1 refused, with the reasons · 2 the command itself was not understood. */
export type ExitCode = 0 | 1 | 2;

const usage = `用法：
  oneneedle assess 文件夹 [--period 2026-Q1] [--as-of 2026-03-31] [--out 文件夹]
      按文件夹里的办法计分：显示排名表，写出 result.json
  oneneedle explain 文件夹 --subject 编码 [--period 2026-Q1] [--as-of 2026-03-31]
      一个对象的得分从总分展开到条款、事实和佐证
  oneneedle scheme check 办法.yaml
      检查一份考核办法，一次列出全部问题

文件夹里要有 scheme.yaml（办法）、roster.yaml（名册）、facts.yaml（事实）；
可以有 kinds.yaml（事实目录）、seals.yaml（已封存的期）。`;

/** Runs a command and says how it ended; prints to the given outputs. */
export function run(args: readonly string[], print: Print): ExitCode {
  try {
    const { values, positionals } = parse(args);
    if (values.help || positionals.length === 0) {
      print.out(usage);
      return values.help ? 0 : 2;
    }
    const [command, target, file] = positionals;
    const options = {
      ...(values.period === undefined ? {} : { period: values.period }),
      ...(values['as-of'] === undefined ? {} : { asOf: values['as-of'] }),
      ...(values.out === undefined ? {} : { out: values.out }),
    };
    if (command === 'assess' && target) return assessFolder(target, options, print);
    if (command === 'explain' && target && values.subject) {
      return explainSubject(target, { ...options, subject: values.subject }, print);
    }
    if (command === 'scheme' && target === 'check' && file) return checkScheme(file, print);
    print.err(`没有看懂这条命令：${args.join(' ')}\n\n${usage}`);
    return 2;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    print.err(error.message);
    return error.exitCode;
  }
}

/** Where a command writes: results to `out`, refusals and progress to `err`. */
export interface Print {
  out(text: string): void;
  err(text: string): void;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        period: { type: 'string' },
        'as-of': { type: 'string' },
        out: { type: 'string' },
        subject: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch {
    throw new Refusal(`没有看懂这些选项：${args.join(' ')}\n\n${usage}`, 2);
  }
}
