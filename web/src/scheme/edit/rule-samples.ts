/** The sample clause of a kind of rule as a small scheme of its own, to be worked out. Pure. */

import { ruleWords, sampleKinds } from '../../words/scheme-rules.ts';

interface Sample {
  readonly source: string;
  readonly path: string;
  /** The words of the clause. */
  readonly text: string;
}

/** Undefined for a kind of which no example can be made. */
export function sampleText(kind: string): Sample | undefined {
  const sample = ruleWords[kind]?.sample;
  if (sample === undefined) return undefined;
  const indented = sample.split('\n').map((line) => `          ${line}`);
  const source = [
    ...'line: sample|name: sample|version: "1"|subject: { kind: unit }|period: year'.split('|'),
    ...['tree:', '  - code: 1', '    name: sample', '    clauses:', '      - code: 1.1'],
    ...indented.map((line) => line.slice(2)),
    sampleKinds,
  ].join('\n');
  const [, text = ''] = /^text: (.*)$/m.exec(sample) ?? [];
  return { source, path: 'tree[0].clauses[0]', text };
}
