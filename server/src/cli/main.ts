/** The command line: `oneneedle assess | explain | scheme check`. Chinese, for a clerk's terminal. */

import { parseArgs } from 'node:util';
import { Refusal } from '../platform/index.ts';
import { assessFolder } from './assess.ts';
import { explainSubject } from './explain.ts';
import type { ExitCode, Print } from './print.ts';
import { checkScheme } from './scheme-check.ts';

const usage = `用法：
  oneneedle assess 文件夹 [--period 2026-Q1] [--as-of 2026-03-31] [--out 文件夹]
      按文件夹里的办法计分：显示排名表，写出 result.json
  oneneedle explain 文件夹 --subject 编码或名称 [--period 2026-Q1] [--as-of 2026-03-31]
      一个对象的得分从总分展开到条款、事实和佐证
  oneneedle scheme check 办法.yaml [--conventions]
      检查一份考核办法，一次列出全部问题；加 --conventions 再列出口径

文件夹里要有 scheme.yaml（办法）、roster.yaml（名册）、facts.yaml（事实）；
可以有 kinds.yaml（事实目录）、seals.yaml（已封存的期）。
结束码：0 完成，1 拒绝（写明原因），2 命令写得不对，3 程序自己出错。`;

const options = {
  period: { type: 'string' },
  'as-of': { type: 'string' },
  out: { type: 'string' },
  subject: { type: 'string' },
  conventions: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type OptionName = keyof typeof options;

interface Given {
  readonly target: string;
  readonly texts: { readonly [name in OptionName]?: string };
  readonly conventions: boolean;
}

interface Command {
  /** What must follow the command's name. */
  readonly target: string;
  readonly options: readonly OptionName[];
  readonly example: string;
  run(given: Given, print: Print): ExitCode | Promise<ExitCode>;
}

const commands: Readonly<Record<string, Command>> = {
  assess: {
    target: '文件夹',
    options: ['period', 'as-of', 'out'],
    example: 'oneneedle assess schemes/village-daily',
    run: ({ target, texts }, print) => {
      const { out } = texts;
      const args = { ...timeIn(texts), ...(out === undefined ? {} : { out }) };
      return assessFolder(target, args, print);
    },
  },
  explain: {
    target: '文件夹',
    options: ['subject', 'period', 'as-of'],
    example: 'oneneedle explain schemes/village-daily --subject 东溪村',
    run: ({ target, texts }, print) => {
      const { subject } = texts;
      if (subject === undefined || subject === '') {
        throw misunderstood('没有写明要看谁，请加 --subject 编码或名称', commands.explain);
      }
      return explainSubject(target, { ...timeIn(texts), subject }, print);
    },
  },
  'scheme check': {
    target: '办法文件',
    options: ['conventions'],
    example: 'oneneedle scheme check schemes/village-daily/scheme.yaml',
    run: ({ target, conventions }, print) => checkScheme(target, { conventions }, print),
  },
};

/** Runs a command and says how it ended; prints to the given outputs. Never throws. */
export async function run(args: readonly string[], print: Print): Promise<ExitCode> {
  try {
    return await dispatch(args, print);
  } catch (error) {
    if (error instanceof Refusal) {
      print.err(error.message);
      return error.exitCode;
    }
    print.err(bugText(error));
    return 3;
  }
}

async function dispatch(args: readonly string[], print: Print): Promise<ExitCode> {
  const { tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help')) {
    print.out(usage);
    return 0;
  }
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  if (words.length === 0) throw new Refusal(`没有写命令。\n\n${usage}`, 2);
  const name = words[0] === 'scheme' ? words.slice(0, 2).join(' ') : (words[0] ?? '');
  const command = commands[name];
  if (!command) throw new Refusal(`没有“${name}”这个命令。\n\n${usage}`, 2);
  const given = optionsIn(tokens, command);
  const [target, ...others] = words.slice(name.split(' ').length);
  if (!target) throw misunderstood(`没有写${command.target}`, command);
  if (others.length > 0) throw misunderstood(`多写了“${others.join(' ')}”`, command);
  return command.run({ target, ...given }, print);
}

type Token = { readonly kind: string; readonly name?: string; readonly value?: string | undefined };

function optionsIn(tokens: readonly Token[], command: Command): Omit<Given, 'target'> {
  const texts: { [name in OptionName]?: string } = {};
  let conventions = false;
  for (const { kind, name, value } of tokens) {
    if (kind !== 'option') continue;
    const own = command.options.find((option) => option === name);
    if (!own) throw misunderstood(`这个命令没有 --${name} 选项`, command);
    if (own === 'conventions') conventions = true;
    else if (value === undefined) throw misunderstood(`--${name} 后面没有写内容`, command);
    else texts[own] = value;
  }
  return { texts, conventions };
}

function timeIn(texts: Given['texts']) {
  const { period, 'as-of': asOf } = texts;
  return { ...(period === undefined ? {} : { period }), ...(asOf === undefined ? {} : { asOf }) };
}

function misunderstood(what: string, command: Command | undefined): Refusal {
  return new Refusal(`${what}。例如：${command?.example}\n更多用法：oneneedle --help`, 2);
}

/** What a person can do about a mistake that is ours; maintainers ask for the whole trace. */
function bugText(error: unknown): string {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const trace = process.env.ONENEEDLE_TRACE ? `\n${stack}` : '';
  return `程序自己出错了，没有算完，不是您写错了什么。请把命令、文件夹和下面这一行交给维护人员：\n${name}：${message}${trace}`;
}
