/**
 * Checks a published file with nothing but its text. The same functions stand in the page that
 * proves a list offline, as they are written here: so nothing is imported and nothing of a program
 * or a browser is asked.
 */

import type {
  FileCheck,
  FileFault,
  PublicFile,
  PublicLine,
  PublishedFile,
  PublishedLine,
} from './published-shapes.ts';

export type * from './published-shapes.ts';

/**
 * Works out again what a published file, or the public copy of one, says; `expected` is the 核对码
 * of the poster (its beginning and its end suffice) or the SHA-256 of the file.
 */
export function checkPublished(text: string, expected?: string): FileCheck {
  const sha256 = hashText(text);
  const unreadable = {
    ...{ title: '', sha256, root: '', subjects: 0, facts: 0, isPublic: false, checked: [] },
    faults: [
      fault('file-unreadable', '这不是一份公示文件，或者改得读不出来了。请到发布的单位另要一份。'),
    ],
  };
  try {
    const file = readPublished(text);
    return file ? checkFile(file, { sha256, expected }) : unreadable;
  } catch {
    return unreadable; // a part has not the shape that it is read by
  }
}

function checkFile(
  file: PublishedFile | PublicFile,
  { sha256, expected }: { sha256: string; expected: string | undefined },
): FileCheck {
  const { head, rows, log } = file;
  const isPublic = file.format === 'oneneedle-public-1';
  const isInternal = head.audience === 'internal';
  const root = isInternal ? '' : rootNow(file);
  const count = isPublic ? 0 : Object.keys(file.facts).length;
  return {
    title: `${head.town} ${head.schemeName} ${head.label} 第 ${head.edition} 版`,
    ...{ sha256, root },
    subjects: rows.length,
    ...{ facts: count, isPublic },
    checked: [
      isInternal ? `文件的 SHA-256：${sha256}` : `核对码：${root}（头 8 位、尾 8 位请与榜上对照）`,
      `${rows.length} 个考核对象的得分，按说明里的每一行重新加过`,
      '名次，按得分重新排过',
      isPublic
        ? '这一件证明不了的：事实的内容和台账的逐条不在这里，要到发布的单位看机关核对件'
        : `${count} 条可以公开的事实，逐条与台账日志核对过`,
      isPublic
        ? `台账日志 ${log.size} 条，这里只记它的根：根算在核对码里，事后换不了`
        : `台账日志 ${log.size} 条，重新算过根`,
    ],
    faults: [
      ...codeFaults(expected, [sha256, root]),
      ...partFaults(file),
      ...(isPublic && file.root !== root
        ? [
            fault(
              'root-changed',
              `公开核对件改动过：按它的内容算出的核对码是 ${root.slice(0, 8)}…${root.slice(-8)}，件上写的是 ${file.root.slice(0, 8)}…${file.root.slice(-8)}。`,
            ),
          ]
        : []),
      ...sumFaults(file),
      ...rankFaults(file),
      ...logFaults(file),
    ],
  };
}

/** What a check comes to in one heading; without a code nobody knows yet that it is the list of the board. */
export function verdictOf({ faults }: FileCheck, expected: string): string {
  if (faults.length > 0) return `不一致：有 ${faults.length} 处。`;
  return expected.trim() === '' ? '内部一致，还没有和榜对照。' : '一致：没有发现改动。';
}

function fault(code: FileFault['code'], sentence: string): FileFault {
  return { code, sentence };
}

function readPublished(text: string): PublishedFile | PublicFile | undefined {
  const value = JSON.parse(text);
  const isPublic = value.format === 'oneneedle-public-1';
  const own = isPublic ? [value.rules, value.changes] : [value.facts];
  const parts = [value.head, value.trees, value.log, value.digests, ...own];
  const isWhole =
    (isPublic || value.format === 'oneneedle-published-1') &&
    parts.every((part) => typeof part === 'object' && part !== null) &&
    Array.isArray(value.rows) &&
    (isPublic || Array.isArray(value.log.leaves));
  return isWhole ? value : undefined;
}

/** What somebody copied from the poster, against the codes that this file has. */
function codeFaults(expected: string | undefined, codes: readonly string[]): FileFault[] {
  const text = (expected ?? '').toLowerCase().replace(/\s/g, '');
  if (text === '') return [];
  const pieces = text.match(/[0-9a-f]+/g) ?? [];
  const whole = pieces.join('');
  const [head = '', end = ''] = pieces;
  const isTwo = pieces.length === 2;
  if (whole.length < 16 || (isTwo && Math.min(head.length, end.length) < 8)) {
    return [fault('code-short', '核对码抄得不全，没有对照：头 8 位、尾 8 位都要抄。')];
  }
  // In more pieces than two nobody knows where the gap is: all their digits are compared.
  const halves = whole.length === 16 ? [whole.slice(0, 8), whole.slice(8)] : [whole, ''];
  const [first = '', last = ''] = isTwo ? [head, end] : halves;
  if (codes.some((code) => code.startsWith(first) && code.endsWith(last))) return [];
  const [sha256 = '', root = ''] = codes;
  const own = root === '' ? sha256 : root;
  const sentence = `公示文件改动过，或者不是这张榜的：它的核对码是 ${own.slice(0, 8)}…${own.slice(-8)}，您抄的是 ${whole.slice(0, 8)}…${whole.slice(-8)}。`;
  return [fault('file-changed', sentence)];
}

/** Each part against the digest that the file names for it. */
function partFaults(file: PublishedFile | PublicFile): FileFault[] {
  const { head, rows, trees, digests, changes } = file;
  const isPublic = file.format === 'oneneedle-public-1';
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  const parts: [string, unknown, string | undefined][] = [
    ['标题、决定、期限这一部分', head, digests.head],
    ['更正说明', changes, digests.changes],
    ...(isPublic ? [['条款', file.rules, file.digests.rules] as [string, unknown, string]] : []),
    ...rows.map((row): [string, unknown, string | undefined] => [
      `名单里${row.name}的一行`,
      row,
      digests.rows[row.code],
    ]),
    ...Object.entries(trees).map(([code, tree]): [string, unknown, string | undefined] => [
      `${names.get(code) ?? code}的得分说明`,
      tree,
      digests.trees[code],
    ]),
  ];
  const missing = [
    ...Object.keys(digests.rows).filter((code) => !names.has(code)),
    ...Object.keys(digests.trees).filter((code) => !(code in trees)),
    ...(isPublic ? [] : Object.keys(file.digests.facts).filter((seq) => !(seq in file.facts))),
  ];
  return [
    ...parts
      .filter(([, part, digest]) => digestOf(part) !== digest)
      .map(([name]) => fault('part-changed', `公示文件改动过：${name}与公示时的不同。`)),
    ...missing.map((name) => fault('part-changed', `公示文件少了一部分：${name}。`)),
  ];
}

/** What is not there has no digest. */
function digestOf(part: unknown): string | undefined {
  return part === undefined ? undefined : hashText(canonical(part));
}

/**
 * What anybody may take home of a published file: every line with its points, what the clauses say,
 * the numbers of the facts; of a fact no word, and of one whose ground is private not its number.
 */
export function publicOf(file: PublishedFile, hash: Hash = hashText): PublicFile {
  const { head, rows, changes = [] } = file;
  // A leaf can be guessed from its hash where nothing secret is in it: those of others stay inside.
  const log = { size: file.log.size, root: file.log.root };
  const rules: Record<string, string> = {};
  const trees = Object.fromEntries(
    Object.entries(file.trees).map(([code, tree]) => [code, publicLine(tree, file, rules)]),
  );
  const parts = { head, rows, changes, rules, trees, log };
  const digests = publicDigests(parts, hash);
  return {
    ...{ format: 'oneneedle-public-1', ...parts, digests },
    root: rootOfParts(digests, log, hash),
  };
}

/** SHA-256 of a text in hexadecimal: a server has one that is faster than ours. */
type Hash = (text: string) => string;

function publicLine(
  { kind, code, label, milli, struck, text, facts, children }: PublishedLine,
  { facts: open }: Pick<PublishedFile, 'facts'>,
  rules: Record<string, string>,
): PublicLine {
  const told = facts.filter((seq) => String(seq) in open);
  const isMasked = told.length < facts.length;
  if (code !== '' && text !== '') rules[code] = text;
  const isTold = isMasked || (kind !== 'entry' && label !== text);
  return {
    ...{ kind, code, milli, struck },
    label: isTold ? label : '',
    facts: isMasked ? [] : told,
    children: children.map((child) => publicLine(child, { facts: open }, rules)),
  };
}

type PublicParts = Pick<PublicFile, 'head' | 'rules' | 'changes' | 'rows' | 'trees' | 'log'>;
type PublicDigests = PublicFile['digests'];

function publicDigests(
  { head, rules, changes, rows, trees }: PublicParts,
  hash: Hash,
): PublicDigests {
  const of = (part: unknown) => hash(canonical(part));
  return {
    head: of(head),
    rules: of(rules),
    changes: of(changes),
    rows: Object.fromEntries(rows.map((row) => [row.code, of(row)])),
    trees: Object.fromEntries(Object.entries(trees).map(([code, tree]) => [code, of(tree)])),
  };
}

/** 核对码: the root over every part in one order; the log stands in it by its own root. */
function rootOfParts(
  { head, rules, changes, rows, trees }: PublicDigests,
  { size, root }: PublicFile['log'],
  hash: Hash,
): string {
  const named = (digests: Readonly<Record<string, string>>) =>
    Object.keys(digests)
      .sort()
      .map((code) => hash(canonical([code, digests[code]])));
  const log = hash(canonical({ size, root }));
  return rootOf([head, rules, changes, ...named(rows), ...named(trees), log]);
}

/** 核对码 of what a file says now, whatever digests it names. */
function rootNow(file: PublishedFile | PublicFile): string {
  if (file.format === 'oneneedle-published-1') return publicOf(file).root;
  return rootOfParts(publicDigests(file, hashText), file.log, hashText);
}

/** Every line is the sum of what stands below it, and the total of the list is that of the tree. */
function sumFaults({ rows, trees }: PublishedFile | PublicFile): FileFault[] {
  return rows.flatMap(({ code, name, totalMilli }) => {
    const tree = trees[code];
    if (!tree) return [];
    const wrong = wrongLines(tree).map(({ code: clause, label }) =>
      fault('sum-wrong', `${name}的“${label || clause}”与下面各行加起来的不同。`),
    );
    if (tree.milli === totalMilli) return wrong;
    return [...wrong, fault('sum-wrong', `${name}名单上的得分与得分说明的合计不同。`)];
  });
}

function wrongLines(line: PublicLine): PublicLine[] {
  const below = line.children.flatMap(wrongLines);
  const sum = line.children.reduce((total, { milli }) => total + milli, 0);
  return line.children.length === 0 || sum === line.milli ? below : [line, ...below];
}

function rankFaults({ head, rows }: PublishedFile | PublicFile): FileFault[] {
  return rows.flatMap(({ code, name, group, totalMilli, rank }) => {
    if (rank === null) return [];
    const circle = rows.filter(
      (row) => row.rank !== null && (!head.isByGroup || row.group === group),
    );
    const above = circle.filter((row) => row.totalMilli > totalMilli && row.code !== code);
    const places = head.isDense ? new Set(above.map((row) => row.totalMilli)).size : above.length;
    if (rank === places + 1) return [];
    return [fault('rank-wrong', `${name}的名次是第 ${rank} 名，按得分排是第 ${places + 1} 名。`)];
  });
}

/** The numbers of facts against the log; of the file of an office each fact against its leaf, the leaves against the root. */
function logFaults(file: PublishedFile | PublicFile): FileFault[] {
  const strange = Object.values<PublicLine>(file.trees)
    .flatMap(numbersIn)
    .filter((seq) => !(Number.isInteger(seq) && seq >= 1 && seq <= file.log.size))
    .map((seq) => fault('fact-changed', `第 ${seq} 号事实不在台账日志里。`));
  return file.format === 'oneneedle-public-1' ? strange : [...strange, ...leafFaults(file)];
}

function leafFaults({ facts, log, digests }: PublishedFile): FileFault[] {
  const { leaves, root, size } = log;
  const places = new Map(leaves.map((leaf, index) => [leaf, index + 1]));
  const moved: FileFault[] = [];
  const changed: FileFault[] = [];
  for (const [seq, leaf] of Object.entries(facts)) {
    const hash = hashBytes([0, ...utf8(canonical(leaf))]);
    const place = places.get(hash);
    if (place === Number(seq)) continue;
    if (place === undefined) {
      changed.push(
        fault('fact-changed', `第 ${seq} 号事实（${idOf(leaf)}）改动过，与台账日志里的不同。`),
      );
    } else {
      moved.push(
        fault('log-reordered', `台账日志的次序改动过：第 ${seq} 号事实被排到了第 ${place} 号。`),
      );
    }
  }
  if (leaves.length === size && rootOf(leaves) === root) return [...changed, ...moved];
  const isReordered = hashText([...leaves].sort().join('\n')) === digests.leafSet;
  if (!isReordered) {
    const sentence = `台账日志改动过：${leaves.length} 条算出的根与公示的根不同。`;
    return [...changed, ...moved, fault('log-changed', sentence)];
  }
  if (moved.length > 0) return [...changed, ...moved];
  return [...changed, fault('log-reordered', '台账日志的次序改动过：条目没有少，先后换过了。')];
}

function numbersIn({ facts, children }: PublicLine): number[] {
  return [...facts, ...children.flatMap(numbersIn)];
}

function idOf(leaf: unknown): string {
  const { fact } = (leaf ?? {}) as { fact?: { id?: unknown } };
  return String(fact?.id ?? '');
}

/** The one JSON text of a value: keys sorted, no spaces, keys without a value left out. */
function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}

/** The root over leaves: RFC 6962, the left half a power of two. */
function rootOf(leaves: readonly string[]): string {
  if (leaves.length === 0) return hashBytes([]);
  const [only] = leaves;
  if (leaves.length === 1 && only !== undefined) return only;
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  const left = rootOf(leaves.slice(0, half));
  const right = rootOf(leaves.slice(half));
  return hashBytes([1, ...fromHex(left), ...fromHex(right)]);
}

function fromHex(text: string): number[] {
  return (text.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function hashText(text: string): string {
  return hashBytes(utf8(text));
}

/** The constants, once they were read. */
const shaWords: { both?: ReturnType<typeof shaConstants> } = {};

/** SHA-256 (FIPS 180-4) in hexadecimal: a page on a disk is not given the browser's own. */
function hashBytes(bytes: ArrayLike<number>): string {
  shaWords.both ??= shaConstants();
  const { k, h } = shaWords.both;
  const length = bytes.length;
  const padded = new Uint8Array((((length + 8) >> 6) + 1) * 64);
  padded.set(bytes);
  padded[length] = 0x80;
  new DataView(padded.buffer).setUint32(padded.length - 8, Math.floor(length / 0x20000000));
  new DataView(padded.buffer).setUint32(padded.length - 4, (length << 3) >>> 0);
  const state = Uint32Array.from(h);
  for (let at = 0; at < padded.length; at += 64) shaBlock(state, padded.subarray(at, at + 64), k);
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}

function shaBlock(state: Uint32Array, block: Uint8Array, k: readonly number[]): void {
  const turn = (x: number, n: number) => (x >>> n) | (x << (32 - n));
  const view = new DataView(block.buffer, block.byteOffset, 64);
  const w = new Uint32Array(64);
  const word = (index: number) => w[index] ?? 0;
  for (let t = 0; t < 16; t += 1) w[t] = view.getUint32(t * 4);
  for (let t = 16; t < 64; t += 1) {
    const [a, b] = [word(t - 15), word(t - 2)];
    const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
    const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    w[t] = word(t - 16) + s0 + word(t - 7) + s1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t += 1) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (k[t] ?? 0) + word(t)) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((value, index) => {
    state[index] = (state[index] ?? 0) + value;
  });
}

/** The constants of the standard: fractions of cube and square roots of the first primes. */
function shaConstants(): { readonly k: readonly number[]; readonly h: readonly number[] } {
  const k = [
    '428a2f9871374491b5c0fbcfe9b5dba53956c25b59f111f1923f82a4ab1c5ed5',
    'd807aa9812835b01243185be550c7dc372be5d7480deb1fe9bdc06a7c19bf174',
    'e49b69c1efbe47860fc19dc6240ca1cc2de92c6f4a7484aa5cb0a9dc76f988da',
    '983e5152a831c66db00327c8bf597fc7c6e00bf3d5a7914706ca635114292967',
    '27b70a852e1b21384d2c6dfc53380d13650a7354766a0abb81c2c92e92722c85',
    'a2bfe8a1a81a664bc24b8b70c76c51a3d192e819d6990624f40e3585106aa070',
    '19a4c1161e376c082748774c34b0bcb5391c0cb34ed8aa4a5b9cca4f682e6ff3',
    '748f82ee78a5636f84c878148cc7020890befffaa4506cebbef9a3f7c67178f2',
  ].join('');
  const h = '6a09e667bb67ae853c6ef372a54ff53a510e527f9b05688c1f83d9ab5be0cd19';
  const words = (text: string) =>
    (text.match(/.{8}/g) ?? []).map((word) => Number.parseInt(word, 16));
  return { k: words(k), h: words(h) };
}

/** The source of everything above, for the page that proves a list offline. */
export function checkSource(): string {
  const functions = [
    checkPublished,
    checkFile,
    verdictOf,
    fault,
    readPublished,
    codeFaults,
    partFaults,
    digestOf,
    publicOf,
    publicLine,
    publicDigests,
    rootOfParts,
    rootNow,
    sumFaults,
    wrongLines,
    rankFaults,
    logFaults,
    leafFaults,
    numbersIn,
    idOf,
    canonical,
    rootOf,
    fromHex,
    utf8,
    hashText,
    hashBytes,
    shaBlock,
    shaConstants,
  ];
  return ['const shaWords = {};', ...functions.map(String)].join('\n');
}
