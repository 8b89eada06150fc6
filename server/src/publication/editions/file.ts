/** The published file: what a list says to whoever checks it, without what is not for others. */

import { createHash } from 'node:crypto';
import {
  canonicalJson,
  type Fact,
  factLeaf,
  hashOf,
  type PostedFact,
  type Scheme,
} from '@oneneedle/kernel';
import type { keptTrees, sealedStandings } from '../../assessment/index.ts';
import { groundInstead, isPrivate, type LedgerLog } from '../../ledger/index.ts';
import { publicOf } from './check-file.ts';
import type {
  PublicFile,
  PublishedChange,
  PublishedFile,
  PublishedLine,
  PublishedRow,
} from './published-shapes.ts';

export type Tree = Awaited<ReturnType<typeof keptTrees>>[number];
type List = Awaited<ReturnType<typeof sealedStandings>>;

/** Everything that a published file is made from. */
export interface FileSource {
  readonly head: Omit<PublishedFile['head'], 'isDense' | 'isByGroup' | 'groups'>;
  readonly scheme: Pick<Scheme, 'ranking'>;
  readonly list: List;
  readonly trees: readonly Tree[];
  /** The log as long as the edition knows it. */
  readonly log: Pick<LedgerLog, 'facts' | 'root' | 'size'>;
  readonly kindNames: ReadonlyMap<string, string>;
  /** What a corrected edition changed. */
  readonly changes?: readonly PublishedChange[];
}

/** The published file and its text; the text never has a bracket that ends a script. */
export function publishedFileOf(source: FileSource): {
  readonly file: PublishedFile;
  readonly text: string;
} {
  const { head, scheme, list, trees, log, kindNames, changes } = source;
  const known = new Map(log.facts.map((fact) => [fact.body.id, fact]));
  const open = (id: string) => {
    const fact = known.get(id);
    return fact !== undefined && !isPrivate(fact.body as Fact);
  };
  const used = [...new Set(trees.flatMap(({ root }) => idsOf(root)))].filter(open);
  const facts = Object.fromEntries(
    used.flatMap((id) => {
      const fact = known.get(id);
      if (!fact) return [];
      const leaf = factLeaf(fact.body as PostedFact, fact.textDigest);
      return [[String(fact.body.seq), JSON.parse(new TextDecoder().decode(leaf))]];
    }),
  );
  const leaves = log.facts.map(({ leafHash }) => leafHash);
  const parts = {
    head: {
      ...head,
      isDense: scheme.ranking?.ties === 'dense',
      isByGroup: scheme.ranking?.within !== 'all',
      groups: list.groups.map(({ code, name }) => ({ code, name })),
    },
    rows: list.rows.map(rowOf),
    ...(changes === undefined ? {} : { changes }),
    trees: Object.fromEntries(
      trees.map(({ subject, root }) => [subject, lineOf(root, { known, open, kindNames })]),
    ),
    facts,
  };
  const file: PublishedFile = {
    format: 'oneneedle-published-1',
    ...parts,
    log: { size: log.size, root: log.root, leaves },
    digests: {
      head: hashOf(parts.head),
      rows: Object.fromEntries(parts.rows.map((row) => [row.code, hashOf(row)])),
      ...(changes === undefined ? {} : { changes: hashOf(changes) }),
      trees: digestsOf(parts.trees),
      facts: digestsOf(facts),
      leafSet: sha256Of([...leaves].sort().join('\n')),
    },
  };
  return { file, text: safeText(file) };
}

/** The public copy as text: the same published file gives the same bytes. */
export function publicText(file: PublishedFile): string {
  return safeText(publicCopy(file));
}

/** The public copy, hashed by the machine's own SHA-256. */
export function publicCopy(file: PublishedFile): PublicFile {
  return publicOf(file, sha256Of);
}

function safeText(value: unknown): string {
  return `${canonicalJson(value).replaceAll('<', '\\u003c')}\n`;
}

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function digestsOf(parts: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, hashOf(part)]));
}

function rowOf(row: List['rows'][number]): PublishedRow {
  const { code, name, group = '', total, rank, notAssessed, isProvisional } = row;
  return {
    code,
    name,
    group,
    total: total.text,
    totalMilli: total.milli,
    rank: rank ?? null,
    note: notAssessed === undefined ? (isProvisional ? '暂' : '') : '不参加考核',
  };
}

interface KnownFacts {
  readonly known: ReadonlyMap<string, LedgerLog['facts'][number]>;
  readonly open: (id: string) => boolean;
  readonly kindNames: ReadonlyMap<string, string>;
}

/** A line without anybody's sentence: its clause or fact, its points, the numbers of its facts. */
function lineOf(line: Tree['root'], facts: KnownFacts): PublishedLine {
  const { kind, code, label, milli, struck, text = '' } = line;
  const isHidden = line.facts.some(({ id }) => !facts.open(id));
  const children = line.children.map((child) => lineOf(child, facts));
  return {
    ...{ kind, code, milli, struck },
    label: isHidden ? groundInstead(struck ? 0 : milli) : label || factLabel(line, facts),
    text: isHidden ? '' : text,
    facts: line.facts.flatMap(({ id }) => facts.known.get(id)?.body.seq ?? []),
    children: [...grantedIn(line), ...children],
  };
}

/** Marks that were granted to begin with: an explanation tells them in its sum alone. */
function grantedIn({ sum, milli, children }: Tree['root']): PublishedLine[] {
  if (sum === '') return [];
  const [label = ''] = sum.split(' ');
  const granted = milli - children.reduce((total, child) => total + child.milli, 0);
  const rest = { kind: 'base', code: '', text: '', struck: false, facts: [], children: [] };
  return [{ ...rest, label, milli: granted }];
}

/** 2026-03-02 垃圾积存 */
function factLabel(line: Tree['root'], { known, kindNames }: KnownFacts): string {
  const [first] = line.facts;
  const body = first && known.get(first.id)?.body;
  if (!body) return '';
  return `${body.on ?? body.period ?? ''} ${kindNames.get(body.kind) ?? body.kind}`.trim();
}

function idsOf({ facts, children }: Tree['root']): string[] {
  return [...facts.map(({ id }) => id), ...children.flatMap(idsOf)];
}
