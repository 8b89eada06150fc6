/**
 * What a score may not do to a person, by group of persons. A score or rank is never by itself the
 * ground of a sanction. In a demonstration scheme these conflicts are shown as warnings.
 *
 * @source 《公务员法》第三十八条、第八十八条；《村民委员会组织法》第五条、第十一条、第三十三条
 */

import { classesOfGroup, promotionWords, sanctionWords } from '../outcome/groups.ts';
import type { Condition } from '../scheme/quantity.ts';
import type { Outcome } from '../scheme/result-use.ts';
import { listOf } from '../scheme/shapes.ts';
import { type Finding, finding, type Severity } from './finding.ts';
import type { SchemeView } from './view.ts';
import { quoted } from './words.ts';

/** Conflicts between what the scheme proposes and what the law allows for the persons it assesses. */
export function checkPersons(view: SchemeView): Finding[] {
  return [
    ...unnamedGroups(view),
    ...(view.scheme.outcomes?.flatMap((outcome, index) => outcomeFindings(view, outcome, index)) ??
      []),
    ...gradesByRule(view),
    ...personalVetoes(view),
  ];
}

const [civilServants] = classesOfGroup.civilServant;
const elected: ReadonlySet<string> = new Set(classesOfGroup.elected);
const secretaries: ReadonlySet<string> = new Set(classesOfGroup.secretary);

function unnamedGroups({ scheme }: SchemeView): Finding[] {
  if (scheme.subject.kind === 'unit') return (scheme.outcomes ?? []).flatMap(unnamedPost);
  if (scheme.subject.where?.classes) return [];
  const uses = [
    ...(scheme.outcomes ?? []).map((outcome) => outcome.classes),
    ...(scheme.grades || scheme.vetoes || scheme.sequences ? [undefined] : []),
  ];
  if (uses.length > 0 && uses.every((classes) => classes !== undefined)) return [];
  const sentence =
    '考核个人，没有写明是哪一类人员（公务员、事业编制、编外聘用、村委会成员、村党组织书记），各类人员的结果运用依据不同；请在 subject.where.classes 或各项 outcomes 的 classes 里写明。';
  return [finding('guardrail-group-unnamed', 'subject', sentence)];
}

function unnamedPost({ kind, classes, name }: Outcome, index: number): Finding[] {
  if (kind !== 'post' || classes !== undefined) return [];
  const sentence = `“${name}”是对人的职务建议，没有写明是哪一类人员（公务员、事业编制、编外聘用、村委会成员、村党组织书记），各类人员的依据不同；请在 classes 里写明。`;
  return [finding('guardrail-group-unnamed', `outcomes[${index}]`, sentence)];
}

/** The groups that an outcome is for; those of the scheme where it names none. */
function classesOf({ scheme }: SchemeView, outcome?: Outcome): readonly string[] {
  return outcome?.classes ?? scheme.subject.where?.classes ?? [];
}

function severity({ scheme }: SchemeView): Severity {
  return scheme.demonstration ? 'warning' : 'error';
}

/**
 * The law itself makes the grade the ground: villagers' own appraisal of their committee, the
 * dismissal of a civil servant after two years, the talk after 基本称职.
 *
 * @source 《村民委员会组织法》第三十三条；《公务员法》第八十八条；《公务员考核规定》第二十一条
 */
function hasLawfulGround({ basis, body }: Outcome, classes: readonly string[]): boolean {
  const forAll = (allowed: (name: string) => boolean) => classes.every(allowed);
  if (/村(?:民)?委(?:员)?会组织法第?(?:三十三|33)/.test(basis)) {
    return !/镇|乡|街道|县|党委|政府/.test(body) && forAll((name) => elected.has(name));
  }
  if (/公务员法第?(?:八十八|88)|公务员考核规定/.test(basis)) {
    return classes.length > 0 && forAll((name) => name === civilServants);
  }
  return false;
}

function outcomeFindings(view: SchemeView, outcome: Outcome, index: number): Finding[] {
  const path = `outcomes[${index}]`;
  const classes = classesOf(view, outcome);
  if (hasLawfulGround(outcome, classes)) return [];
  const isPost = outcome.kind === 'post' && !promotionWords.test(outcome.name);
  const findings: Finding[] = [];
  if (isPost && classes.includes(civilServants)) {
    const sentence = `“${outcome.name}”对公务员不能由乡镇办法规定：等次只按公务员法第三十八条和考核规定确定，辞退只按第八十八条；请删去，或把公务员移出 classes。`;
    findings.push(finding('guardrail-civil-servant', path, sentence, severity(view)));
  }
  const heldByElection = classes.filter((name) => elected.has(name));
  if (outcome.kind === 'post' && heldByElection.length > 0) {
    const sentence = `“${outcome.name}”对${quoted(heldByElection)}不成立：村委会成员由村民选举，乡镇不得指定、委派、撤换（村委会组织法第五条、第十一条），连续两次不称职终止职务由村民评议决定（第三十三条）；请改为提醒、培训或绩效。`;
    findings.push(finding('guardrail-elected-post', path, sentence, severity(view)));
  }
  return [...findings, ...otherPosts(outcome, classes, path), ...byScoreAlone(view, outcome, path)];
}

function otherPosts(outcome: Outcome, classes: readonly string[], path: string): Finding[] {
  if (outcome.kind !== 'post') return [];
  const findings: Finding[] = [];
  const papers = [...outcome.procedure, ...(outcome.papers ?? []), outcome.basis].join(' ');
  if (
    classes.some((name) => secretaries.has(name)) &&
    !(/党委/.test(outcome.body) && /备案/.test(papers))
  ) {
    const sentence = `“${outcome.name}”涉及村党组织书记，由乡镇党委研究决定并报县级备案；请在 body 写明乡镇党委，在 procedure 写明县级备案。`;
    findings.push(finding('guardrail-secretary-post', path, sentence));
  }
  const contract = classes.filter((name) => name === '事业编制' || name === '编外聘用');
  if (contract.length > 0) {
    const sentence = `“${outcome.name}”涉及${quoted(contract)}：事业编制按事业单位人事管理规定，编外按劳动合同；请由有权单位核对 basis 是否写明这些依据。`;
    findings.push(finding('guardrail-contract-post', path, sentence));
  }
  return findings;
}

/** 降职、诫勉 and the like on nothing but a score, grade or rank. */
function byScoreAlone(view: SchemeView, outcome: Outcome, path: string): Finding[] {
  const words = sanctionWords.exec(outcome.name)?.[0];
  if (words === undefined) return [];
  const proposedBy = (view.scheme.sequences ?? []).filter(({ then }) =>
    then.propose?.includes(outcome.code),
  );
  const onScore =
    (outcome.when === undefined || restsOnScore(outcome.when)) &&
    proposedBy.every(({ results }) => results !== undefined && !('noFacts' in results.match));
  if (!onScore) return [];
  const sentence = `“${outcome.name}”只凭得分、等次或名次提出。${words}须由有权机关按其本身的事由作出，分数和名次不能单独作为依据；请加上事由的条件（如生效的决定文书），或改为提醒谈话、限期整改。`;
  return [finding('guardrail-sanction-by-score', path, sentence, severity(view))];
}

/** True if a condition asks about no fact at all: scores, grades, ranks and groups only. */
function restsOnScore(condition: Condition): boolean {
  if ('all' in condition) return condition.all.every(restsOnScore);
  if ('any' in condition) return condition.any.some(restsOnScore);
  if ('not' in condition) return restsOnScore(condition.not);
  if ('test' in condition)
    return !/"(?:measure|count|sum|distinct|votes)"/.test(JSON.stringify(condition));
  return !('occurs' in condition || 'fact' in condition || 'companion' in condition);
}

/** Grades that a rule over years sets: not for civil servants, not for elected members. */
function gradesByRule(view: SchemeView): Finding[] {
  const { scheme } = view;
  const bound = classesOf(view).filter((name) => name === civilServants || elected.has(name));
  if (scheme.subject.kind !== 'person' || bound.length === 0) return [];
  return (scheme.sequences ?? []).flatMap(({ text, then }, index) => {
    if (then.setGrade === undefined) return [];
    const basis = bound.includes(civilServants)
      ? '公务员的等次只按公务员法第三十八条和考核规定确定'
      : '村委会成员是否称职由村民评议（村委会组织法第三十三条）';
    const sentence = `“${text}”把${quoted(bound)}的等次直接改为“${then.setGrade}”，${basis}，乡镇办法不能改判；请改为提出建议（propose）。`;
    return [
      finding(
        'guardrail-grade-by-rule',
        `sequences[${index}].then.setGrade`,
        sentence,
        severity(view),
      ),
    ];
  });
}

/** Vetoes that fix a person's grade or wipe out the score beyond the town's authority. */
function personalVetoes(view: SchemeView): Finding[] {
  const { scheme } = view;
  if (scheme.subject.kind !== 'person') return [];
  const bound = classesOf(view).filter((name) => name === civilServants || elected.has(name));
  return (scheme.vetoes ?? []).flatMap((veto, index) => {
    const path = `vetoes[${index}]`;
    const heavy =
      'score0' in veto.scope || 'fixedGrade' in veto.scope || 'bottomGrade' in veto.scope;
    const findings: Finding[] = [];
    if (heavy && bound.length > 0) {
      const sentence = `否决“${veto.text}”直接决定${quoted(bound)}的得分或等次，超出乡镇权限；请改为 notTopGrade 或 notEligible，等次由有权机关按法定程序确定。`;
      findings.push(finding('guardrail-personal-veto', `${path}.scope`, sentence, severity(view)));
    }
    const shared = listOf(veto.charge).some(
      (charge) => typeof charge === 'object' && !('self' in charge || 'as' in charge),
    );
    if (shared) {
      const sentence = `否决“${veto.text}”按职务或挂钩关系落到个人，本人未必有责任；请改为只落到有文书认定责任的人（charge: { as: … }）。`;
      findings.push(finding('guardrail-veto-by-post', `${path}.charge`, sentence));
    }
    return findings;
  });
}
