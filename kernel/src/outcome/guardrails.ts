/**
 * What a score may not do to whom, when a named person decides. The check of a scheme says the same
 * of its text; here it is said of one decision about one person, and the sentence names the rule.
 *
 * @source 《公务员法》第三十八条、第八十八条；《村民委员会组织法》第五条、第十一条、第三十三条；
 * 事业单位人事管理条例、劳动合同法：条文施行前由人力资源社会保障部门核对
 */

import type { GradeLimit } from '../grade/quota.ts';
import { type PersonGroup, postEndWords, promotionWords, sanctionWords } from './groups.ts';

/** A decision about one subject, before it is taken. */
export interface OutcomeDecision {
  /** Undefined where the roster says no class that is known. */
  readonly group: PersonGroup | undefined;
  /** The kind of the outcome, as schemes write it. */
  readonly kind: string;
  readonly name: string;
  readonly basis: string;
  /** The body that decides, as the scheme names it. */
  readonly body: string;
  readonly procedure: readonly string[];
  /** The effective document of the competent body on its own ground; absent where there is only a score. */
  readonly groundDocument?: { readonly no: string; readonly body: string };
}

/** One rule in the way, with the sentence that names it. */
export interface GuardrailRefusal {
  readonly rule:
    | 'group-unknown'
    | 'elected-post'
    | 'village-demotion'
    | 'civil-servant-post'
    | 'secretary-body'
    | 'contract-basis'
    | 'score-alone'
    | 'unit-person'
    | 'basis-missing';
  readonly sentence: string;
}

/** Every rule that stands in the way of a decision; none: it may be taken. */
export function outcomeRefusals(decision: OutcomeDecision): GuardrailRefusal[] {
  const { group, kind, name, basis } = decision;
  if (group === undefined) {
    const sentence = `名册里没有写明这个人是哪一类人员，各类人员的依据不同，不能决定“${name}”；请先在名册里写明类别。`;
    return [{ rule: 'group-unknown', sentence }];
  }
  const refusals = [...ofGroup(group, decision), ...scoreAlone(decision)];
  if (basis.trim() === '') {
    refusals.push({
      rule: 'basis-missing',
      sentence: `“${name}”没有写依据，不能决定；请先写明依据的文件和条款。`,
    });
  }
  return kind === 'release' ? refusals.filter(({ rule }) => rule === 'basis-missing') : refusals;
}

/** Whether the person concerned is heard before it is decided: all but what does them good. */
export function isAdverse({ kind, name }: Pick<OutcomeDecision, 'kind' | 'name'>): boolean {
  if (kind === 'post') return !promotionWords.test(name);
  return !['honour', 'training', 'release'].includes(kind);
}

const villageWords =
  '村委会成员由村民选举，乡镇不得指定、委派、撤换（村委会组织法第五条、第十一条）';

function ofGroup(group: PersonGroup, decision: OutcomeDecision): GuardrailRefusal[] {
  const { kind, name, body, procedure, basis } = decision;
  const isPost = kind === 'post' || postEndWords.test(name);
  switch (group) {
    case 'unit':
      return isPost || /诫勉|处分/.test(name)
        ? [
            {
              rule: 'unit-person',
              sentence: `“${name}”是对人的，不能对单位作出；请按人员类别另行提出。`,
            },
          ]
        : [];
    case 'elected': {
      if (/降职/.test(name)) return [villageDemotion(name)];
      if (!isPost) return [];
      const sentence = `“${name}”不能作出：${villageWords}，职务终止只由村民民主评议决定（第三十三条）；可以提醒、培训或动浮动绩效。`;
      return [{ rule: 'elected-post', sentence }];
    }
    case 'secretary': {
      if (/降职/.test(name)) return [villageDemotion(name)];
      const isFiled = procedure.some((step) => /备案/.test(step)) || /备案/.test(basis);
      if (!isPost || (/党委/.test(body) && isFiled)) return [];
      const sentence = `“${name}”涉及村党组织书记，由乡镇党委研究决定并报县级备案；现在的程序里没有写全，不能决定。`;
      return [{ rule: 'secretary-body', sentence }];
    }
    case 'civilServant': {
      if (!isPost || promotionWords.test(name) || isLawfulDismissal(decision)) return [];
      const sentence = `“${name}”不能按乡镇办法对公务员作出：等次只按公务员法第三十八条和考核规定确定，辞退只按第八十八条由有权机关作出。`;
      return [{ rule: 'civil-servant-post', sentence }];
    }
    default: {
      if (!isPost || promotionWords.test(name)) return [];
      const law = group === 'contract' ? /劳动合同/ : /事业单位/;
      if (law.test(basis)) return [];
      const own = group === 'contract' ? '劳动合同法和双方合同' : '事业单位人事管理的规定';
      const sentence = `“${name}”须按${own}作出，依据里没有写；请由有权单位核对依据以后再决定。`;
      return [{ rule: 'contract-basis', sentence }];
    }
  }
}

function villageDemotion(name: string): GuardrailRefusal {
  const sentence = `“${name}”不能作出：村干部不是行政职级，没有降职；${villageWords}。`;
  return { rule: 'village-demotion', sentence };
}

/** Two years of 不称职, by the article itself; a town's paper is not its decision. */
function isLawfulDismissal({ name, basis, body }: OutcomeDecision): boolean {
  return /辞退/.test(name) && /公务员法第?(?:八十八|88)/.test(basis) && !/镇|乡|街道/.test(body);
}

/** 诫勉, 问责, 处分 and the like: only the competent body's effective document is a ground. */
function scoreAlone({ name, groundDocument }: OutcomeDecision): GuardrailRefusal[] {
  const word = sanctionWords.exec(name)?.[0];
  if (word === undefined || (groundDocument?.no ?? '').trim() !== '') return [];
  const sentence = `“${name}”只凭得分、等次或名次，不能决定：${word}须由有权机关按其本身的事由作出，分数和名次不能单独作为依据；有生效的决定文书的，请写明文书的文号和机关。`;
  return [{ rule: 'score-alone', sentence }];
}

/** A grade that a body is about to decide for one subject. */
export interface GradeDecided {
  readonly group: PersonGroup | undefined;
  /** By bands, votes and quotas of this period; undefined while a body has to say it. */
  readonly computed?: string;
  /** After rules over years. */
  readonly effective?: string;
  readonly decided: string;
  /** Best first. */
  readonly order: readonly string[];
  /** Where a tie at the edge of a quota leaves it to the body: between these, and no others. */
  readonly open?: readonly string[] | undefined;
  readonly reason: string;
  readonly basis: string;
}

/** What stands in the way of one grade; undefined: it may be decided. */
export function gradeRefusal(grade: GradeDecided): string | undefined {
  const { group, computed, effective, decided, order, open, reason, basis } = grade;
  if (!order.includes(decided))
    return `办法里没有“${decided}”这个等次；只能是${order.join('、')}。`;
  if (open && !open.includes(decided))
    return `得分相同、名额不够，办法只把${open.map((one) => `“${one}”`).join('、')}留给会议研究，不能定为“${decided}”。`;
  const byYears = effective !== undefined && computed !== effective && decided === effective;
  if (byYears && (group === 'civilServant' || group === 'elected')) {
    const law =
      group === 'civilServant'
        ? '公务员的等次只按公务员法第三十八条和考核规定确定，连续两年基本称职不能改定为不称职'
        : '村委会成员是否称职由村民评议（村委会组织法第三十三条），乡镇办法不能改定';
    return `本年按得分是“${computed ?? ''}”，连续规则改为“${decided}”：${law}。请按本年的等次决定。`;
  }
  if (decided === effective) return undefined;
  if (reason.trim() === '')
    return `与算出的${effective ? `“${effective}”` : '结果'}不同，或同分待定，须写明理由。`;
  if (effective !== undefined && basis.trim() === '') {
    return `决定与算出的“${effective}”不同，除了理由还须写明依据。`;
  }
  return undefined;
}

/** One subject with the grade that is about to be decided; none where there is no grade. */
interface NamedGrade {
  readonly code: string;
  readonly name: string;
  readonly grade?: string | undefined;
}

/** Quotas that a decision would break, each in a sentence: a body fills places, it makes none. */
export function quotaRefusals(
  limits: readonly GradeLimit[],
  grades: readonly NamedGrade[],
): string[] {
  return limits.flatMap(({ grade, most, sentence, subjects }) => {
    const circle = new Set(subjects);
    const held = grades.filter((one) => one.grade === grade && circle.has(one.code));
    if (held.length <= most) return [];
    const names = held.map(({ name }) => name).join('、');
    return [
      `${sentence}，最多 ${most} 名，现在定了 ${held.length} 名（${names}）；请减少 ${held.length - most} 名，改定为下一等次。`,
    ];
  });
}
