/**
 * A guide as steps that a program can take: besides its blocks, what its sentences tell the reader to
 * do with files. The sentences have fixed forms, so that nothing is done here that is not said there.
 */

import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import exceljs from 'exceljs';
import { expect } from 'vitest';
import { argumentsOf, type Block, commandsOf, exitCodeOf, patternOf, printed } from './pages.ts';

/** What the reader does next, with the line of the page that says so. */
export type GuideStep = { readonly line: number } & (
  | { readonly does: 'makeFolder' | 'open'; readonly path: string }
  | { readonly does: 'copy' | 'rename'; readonly path: string; readonly to: string }
  | { readonly does: 'edit'; readonly cell: Cell }
  | { readonly does: 'block'; readonly block: Block; readonly before: string }
);

interface Cell {
  readonly sheet: string;
  readonly address: string;
  readonly was: string;
  readonly becomes: string;
}

const sentences =
  /新建文件夹 `([^`]+)`|把 `([^`]+)` (复制成|改名为) `([^`]+)`|打开 `([^`]+\/[^`]+)`/g;
const editHead = '| 表 | 格 | 原来 | 改成 |';

/** The steps of a page, or of a part of it, in the order of reading. */
export function guideSteps(source: string): GuideStep[] {
  const steps: GuideStep[] = [];
  const lines = source.split('\n');
  let prose = '';
  let isEdits = false;
  for (let at = 0; at < lines.length; at += 1) {
    const text = lines[at] ?? '';
    const line = at + 1;
    if (text.startsWith('```')) {
      const end = lines.indexOf('```', at + 1);
      const [language = '', word = ''] = text.slice(3).split(' ');
      const block = { language, word, text: `${lines.slice(at + 1, end).join('\n')}\n`, line };
      steps.push({ does: 'block', block, before: prose, line });
      at = end;
      continue;
    }
    if (text !== '') prose = text;
    isEdits = text === editHead || (isEdits && text.startsWith('|'));
    if (isEdits && text !== editHead && !text.startsWith('|---')) {
      const [sheet = '', address = '', was = '', becomes = ''] = cellsOf(text);
      steps.push({ does: 'edit', cell: { sheet, address, was, becomes }, line });
    }
    for (const match of text.matchAll(sentences)) steps.push({ ...sentenceStep(match), line });
  }
  return steps;
}

function cellsOf(row: string): string[] {
  return row
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
}

function sentenceStep([, folder, from, deed, to = '', file = '']: RegExpMatchArray) {
  if (folder !== undefined) return { does: 'makeFolder', path: folder } as const;
  if (from === undefined) return { does: 'open', path: file } as const;
  return { does: deed === '复制成' ? 'copy' : 'rename', path: from, to } as const;
}

/** Takes the steps in the working folder as a reader would, and holds every quotation to its word. */
export async function follow(steps: readonly GuideStep[]): Promise<void> {
  const desk: Desk = { opened: '', replacing: '', output: '', code: '' };
  for (const step of steps) {
    if (step.does === 'makeFolder') mkdirSync(step.path);
    else if (step.does === 'copy') cpSync(step.path, step.to, { recursive: true });
    else if (step.does === 'rename') renameSync(step.path, step.to);
    else if (step.does === 'edit') await editCell(desk.opened, step.cell, step.line);
    else if (step.does === 'block') await followBlock(step.block, step.before, desk);
    else {
      expect(existsSync(step.path), `line ${step.line}: ${step.path}`).toBe(true);
      desk.opened = step.path;
    }
  }
}

/** What lies before the reader. */
interface Desk {
  /** The file that was opened last. */
  opened: string;
  /** The lines of it that the page says to replace. */
  replacing: string;
  /** What the last command printed. */
  output: string;
  /** The last code of a receipt on the screen; the page says 凭据码 for it. */
  code: string;
}

async function followBlock(block: Block, before: string, desk: Desk): Promise<void> {
  const place = `line ${block.line}`;
  if (block.language === 'sh') {
    desk.output = '';
    for (const command of commandsOf(block)) {
      const args = argumentsOf(command)?.map((word) => (word === '凭据码' ? desk.code : word));
      expect(args, `${place}: ${command}`).toBeDefined();
      desk.output += `${await printed(args ?? [], exitCodeOf(block))}\n`;
    }
    desk.code = desk.output.match(/[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}/g)?.at(-1) ?? desk.code;
  } else if (block.language === 'text') {
    expect(desk.output, place).toMatch(patternOf(block.text));
  } else {
    followYaml(block, before, desk);
  }
}

/** Lines of a file: such as it has, such as are replaced or replace them, or such as are added. */
function followYaml({ text, line }: Block, before: string, desk: Desk): void {
  const [added] = /在 `([^`]+)` 的末尾添上：$/.exec(before)?.slice(1) ?? [];
  if (added !== undefined) {
    appendFileSync(added, text);
    return;
  }
  const content = readFileSync(desk.opened, 'utf8');
  if (before.startsWith('改成')) {
    expect(desk.replacing, `line ${line}`).not.toBe('');
    writeFileSync(
      desk.opened,
      content.replace(desk.replacing, () => text),
    );
    desk.replacing = '';
    return;
  }
  expect(content.split(text).length - 1, `line ${line}: times in ${desk.opened}`).toBe(1);
  if (before.endsWith('把')) desk.replacing = text;
}

async function editCell(path: string, { sheet, address, was, becomes }: Cell, line: number) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  const worksheet = workbook.getWorksheet(sheet);
  expect(worksheet, `line ${line}: ${sheet}`).toBeDefined();
  const cell = worksheet?.getCell(address);
  expect(cell?.text, `line ${line}: ${sheet} ${address}`).toBe(was);
  if (cell) cell.value = typed(becomes, cell.numFmt);
  await workbook.xlsx.writeFile(path);
}

/** What Excel makes of what is typed: a number or a day, unless the cell is meant for text. */
function typed(text: string, format: string | undefined): string | number | Date {
  if (format === '@') return text;
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return new Date(`${text}T00:00:00Z`);
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}
