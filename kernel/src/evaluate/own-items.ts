/**
 * Items that a subject adds for itself (自选项): at most so many bonuses and deductions, none worth
 * more than the limit. Those accepted become clauses for that subject alone; the rest are refused.
 */

import { absolute, compare, exact, signOf } from '../number/rational.ts';
import { wholeOf } from '../number/whole.ts';
import type { Clause } from '../scheme/clause.ts';
import type { Node, Scheme } from '../scheme/scheme.ts';
import type { Notice } from './assessment.ts';

/** The fact kind that reports an own item; its field `item` names the item's code. */
const ownItemKind = 'own-item';

/** The node of accepted own items, and a notice for each one refused. */
export function ownItems(scheme: Scheme): { nodes: Node[]; notices: Notice[] } {
  const rule = scheme.ownItems;
  if (!rule) return { nodes: [], notices: [] };
  const used = new Map<string, number>();
  const clauses: Clause[] = [];
  const notices: Notice[] = [];
  for (const item of rule.items) {
    const points = exact(item.points);
    const bonus = signOf(points) > 0;
    const key = `${item.subject}|${bonus}`;
    const count = used.get(key) ?? 0;
    const limit = bonus ? rule.maxBonus : rule.maxDeduction;
    const refused =
      compare(absolute(points), exact(rule.maxPoints)) > 0
        ? `每项不得超过 ${rule.maxPoints} 分，“${item.text}”为 ${item.points} 分`
        : count >= wholeOf(limit)
          ? `${bonus ? '奖分' : '扣分'}自选项至多 ${limit} 条，“${item.text}”是第 ${count + 1} 条`
          : undefined;
    if (refused) {
      const sentence = `自选项 ${item.code} 不收：${refused}。请删减或改小后再报。`;
      const where = { subject: item.subject, clause: item.code, factIds: [] };
      notices.push({ code: 'own-item-refused', sentence, ...where });
      continue;
    }
    used.set(key, count + 1);
    clauses.push({
      code: item.code,
      text: item.text,
      on: ownItemKind,
      where: { item: item.code },
      rule: { count: { delta: item.points } },
      applies: { subjects: [item.subject] },
      separate: true,
    });
  }
  if (clauses.length === 0) return { nodes: [], notices };
  return { nodes: [{ code: 'own-items', name: '自选项', clauses }], notices };
}
