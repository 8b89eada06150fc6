/** No point without evidence: facts that count now and have neither evidence nor a document. */

import { heardBy } from './charge.ts';
import { countsInScope, isLive, knowledgeOf, type Run, scopeOf } from './run.ts';

/** How many facts a sentence names before it says 等. */
const namesShown = 12;

/**
 * Lists the facts that a clause takes in this period without evidence. They still count in a
 * preview, so that nothing is lost while the papers are gathered; sealing waits for them.
 */
export function noteEvidence(run: Run): void {
  const scope = scopeOf([run.period], knowledgeOf(run.period));
  const bare = new Set<string>();
  for (const { clause } of run.clauses.values()) {
    if (clause.on === undefined) continue;
    for (const { fact } of [...heardBy(run, clause).values()].flat()) {
      const proved = fact.evidence.length > 0 || fact.doc !== undefined;
      if (proved || !countsInScope(run, fact, scope) || !isLive(run, fact, scope.known)) continue;
      bare.add(fact.id);
    }
  }
  if (bare.size === 0) return;
  const ids = [...bare].sort();
  const shown = ids.slice(0, namesShown).join('、');
  const more = ids.length > namesShown ? ' 等' : '';
  run.notices.add({
    code: 'no-evidence',
    sentence: `${ids.length} 条计分的事实未附佐证也无文件，封存前须补：${shown}${more}。`,
    factIds: ids,
  });
}
