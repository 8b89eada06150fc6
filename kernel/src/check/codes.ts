/** Codes and names: each once, and none that leads nowhere. */

import { only } from '../scheme/shapes.ts';
import { type Finding, finding } from './finding.ts';
import { clausesUnder, type NodeAt, type SchemeView } from './view.ts';
import { nodeWords, quoted } from './words.ts';

/** Duplicate codes, reserved ones, and references to points or groups that do not exist. */
export function checkCodes(view: SchemeView): Finding[] {
  return [
    ...duplicates(view),
    ...unknownPoints(view),
    ...pointCircles(view),
    ...unknownGroups(view),
  ];
}

interface Named {
  readonly name: string;
  readonly path: string;
}

function duplicates(view: SchemeView): Finding[] {
  const { scheme } = view;
  const list = (path: string, names: readonly string[] | undefined, key = '.code'): Named[] =>
    (names ?? []).map((name, index) => ({ name, path: `${path}[${index}]${key}` }));
  const codes = (items: readonly { code: string }[] | undefined) => items?.map(({ code }) => code);
  const names = (items: readonly { name: string }[] | undefined) => items?.map(({ name }) => name);
  const tree: Named[] = [
    { name: 'total', path: 'total' },
    ...view.nodes.map(({ node, path }) => ({ name: node.code, path: `${path}.code` })),
    ...view.clauses.map(({ clause, path }) => ({ name: clause.code, path: `${path}.code` })),
  ];
  const own = (scheme.ownItems?.items ?? []).map(({ code, subject }, index) => ({
    name: code,
    subject,
    path: `ownItems.items[${index}].code`,
  }));
  const spaces: (readonly Named[])[] = [
    tree,
    ...[...new Set(own.map(({ subject }) => subject))].map((subject) => [
      ...tree.map((item) => ({ ...item, path: '' })),
      ...own.filter((item) => item.subject === subject),
    ]),
    list('groups', codes(scheme.groups)),
    list('vetoes', codes(scheme.vetoes)),
    list('outcomes', codes(scheme.outcomes)),
    list('sequences', codes(scheme.sequences)),
    list('pay.lines', codes(scheme.pay?.lines)),
    list('grades.order', scheme.grades?.order, ''),
    list('prizes.classes', names(scheme.prizes?.classes), '.name'),
    list('ranking.lists', names(scheme.ranking?.lists), '.name'),
    list(
      'kinds',
      scheme.kinds?.map(({ kind }) => kind),
      '.kind',
    ),
  ];
  return spaces.flatMap(repeatedNames);
}

function repeatedNames(names: readonly Named[]): Finding[] {
  const first = new Map<string, string>();
  return names.flatMap(({ name, path }) => {
    const earlier = first.get(name);
    if (earlier === undefined) {
      first.set(name, path);
      return [];
    }
    if (path === '') return [];
    const where =
      earlier === 'total'
        ? '是总分的保留编码'
        : earlier === ''
          ? '在指标和条款里已经用过'
          : `在 ${earlier} 已经用过`;
    const sentence = `“${name}”${where}，计分行会混在一起；请另取一个。`;
    return [finding('duplicate-code', path, sentence)];
  });
}

function unknownPoints(view: SchemeView): Finding[] {
  const known = new Set([
    'total',
    ...view.nodes.map(({ node }) => node.code),
    ...view.clauses.map(({ clause }) => clause.code),
  ]);
  return view.quantities.flatMap(({ value, path }) => {
    if (typeof value === 'string' || !('points' in value) || known.has(value.points)) return [];
    const sentence = `这里读“${value.points}”的得分，但办法里没有这个编码；请核对编码。`;
    return [finding('unknown-points', `${path}.points`, sentence)];
  });
}

/** A node or clause whose points depend on themselves. */
function pointCircles(view: SchemeView): Finding[] {
  const reads = new Map<string, Set<string>>();
  const note = (from: string, to: string) => {
    const set = reads.get(from) ?? new Set<string>();
    reads.set(from, set.add(to));
  };
  for (const { node } of view.nodes) {
    for (const part of [...(node.children ?? []), ...(node.clauses ?? [])]) {
      note(node.code, part.code);
    }
  }
  for (const { node } of view.nodes.filter(({ above }) => above.length === 0)) {
    note('total', node.code);
  }
  const asked = view.quantities.flatMap(({ value, path, clause }) => {
    const reader = clause?.clause.code ?? nodeAtPath(view, path)?.node.code ?? totalAt(path);
    return typeof value === 'object' && 'points' in value && reader !== undefined
      ? [{ reader, code: value.points, path: `${path}.points` }]
      : [];
  });
  for (const { reader, code } of asked) note(reader, code);
  return asked
    .filter(({ reader, code }) => reaches(reads, code, reader))
    .map(({ reader, code, path }) => {
      const sentence = `“${reader}”要读“${code}”的得分，而“${code}”的得分又取决于“${reader}”，算不出来；请改读别的项目。`;
      return finding('points-circle', path, sentence);
    });
}

function nodeAtPath(view: SchemeView, path: string): NodeAt | undefined {
  return view.nodes.findLast((at) => path.startsWith(`${at.path}.`));
}

function totalAt(path: string): string | undefined {
  return path.startsWith('total.') ? 'total' : undefined;
}

function reaches(
  reads: ReadonlyMap<string, ReadonlySet<string>>,
  from: string,
  to: string,
): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    if (code === to) return true;
    if (seen.has(code)) continue;
    seen.add(code);
    open.push(...(reads.get(code) ?? []));
  }
  return false;
}

function unknownGroups(view: SchemeView): Finding[] {
  const { scheme, roster } = view;
  const known = scheme.groups
    ? scheme.groups.map(({ code }) => code)
    : [...(roster?.units ?? []), ...(roster?.persons ?? [])].flatMap(({ group }) => group ?? []);
  if (!scheme.groups && !roster) return [];
  const lists: { path: string; groups: readonly string[] }[] = [
    { path: 'subject.where.groups', groups: scheme.subject.where?.groups ?? [] },
    { path: 'grades.bandsByGroup', groups: Object.keys(scheme.grades?.bandsByGroup ?? {}) },
    ...view.nodes.flatMap(({ node, path }) => [
      { path: `${path}.byGroup`, groups: Object.keys(node.byGroup ?? {}) },
      { path: `${path}.applies.groups`, groups: node.applies?.groups ?? [] },
    ]),
    ...view.clauses.map(({ clause, path }) => ({
      path: `${path}.applies.groups`,
      groups: clause.applies?.groups ?? [],
    })),
    ...view.conditions.map(({ value, path }) => ({
      path: `${path}.${only(value)[0]}`,
      groups: 'groupIn' in value ? value.groupIn : [],
    })),
  ];
  return lists.flatMap(({ path, groups }) => {
    const unknown = groups.filter((group) => !known.includes(group));
    if (unknown.length === 0) return [];
    const listed =
      known.length > 0 ? `现有类组：${[...new Set(known)].join('、')}` : '现在没有类组';
    const sentence = `没有类组${quoted(unknown)}，这一项对谁都不起作用；${listed}，请核对。`;
    return [finding('unknown-group', path, sentence)];
  });
}

/** Nodes without anything in them: no clause will ever change what they give. */
export function checkEmptyNodes(view: SchemeView): Finding[] {
  return view.nodes.flatMap((at) => {
    const { node, path } = at;
    if (node.children || node.base !== undefined || clausesUnder(view, at).length > 0) return [];
    const gives =
      node.full === undefined || node.start === 'zero'
        ? '永远是 0 分'
        : `永远是满分 ${node.full} 分`;
    const sentence = `${nodeWords(node)}没有条款，${gives}；请补上条款，或写明由谁裁量。`;
    return [finding('empty-node', path, sentence)];
  });
}
