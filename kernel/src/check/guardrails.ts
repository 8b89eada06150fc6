/**
 * What a scheme must not ask for: lists that shame, households as subjects, petitions counted,
 * clicks assessed, reports for their own sake. Rules about persons are in `persons.ts`.
 */

import { listOf, only } from '../scheme/shapes.ts';
import { type Finding, finding } from './finding.ts';
import { checkPersons } from './persons.ts';
import { canLose, reachOf } from './reach.ts';
import type { ClauseAt, SchemeView } from './view.ts';
import { clauseWords, quoted } from './words.ts';

/** Conflicts with law and the house's own limits; each sentence names which. */
export function checkGuardrails(view: SchemeView): Finding[] {
  return [
    ...lists(view),
    ...households(view),
    ...view.clauses.flatMap((at) => [
      ...petitions(view, at),
      ...softwareUse(view, at),
      ...reports(view, at),
    ]),
    ...petitionStreaks(view),
    ...checkPersons(view),
  ];
}

/** @source 《政府信息公开条例》第十六条、《个人信息保护法》第十三条、第二十五条 */
function lists({ scheme }: SchemeView): Finding[] {
  return (scheme.ranking?.lists ?? []).flatMap((list, index) => {
    if (list.audience !== 'posted') return [];
    const path = `ranking.lists[${index}]`;
    const findings: Finding[] = [];
    if (list.bottom !== undefined) {
      const sentence = `“${list.name}”要公布后 ${list.bottom} 名。末位不上墙：需要改进的事项清单不是排名；请改为 audience: internal，或改列需改进的事项。`;
      findings.push(finding('guardrail-bottom-posted', path, sentence));
    }
    if (scheme.subject.kind === 'person') {
      const sentence = `“${list.name}”要公布个人名次。个人得分和名次属内部信息（政府信息公开条例第十六条，个人信息保护法第十三条、第二十五条）；请改为 audience: internal。`;
      findings.push(finding('guardrail-person-posted', path, sentence));
    }
    return findings;
  });
}

const householdWords: ReadonlySet<string> = new Set([
  '户',
  '农户',
  '居民户',
  '家庭',
  '居民',
  '村民',
  '群众',
  'household',
  'family',
  'resident',
  'villager',
]);

function households(view: SchemeView): Finding[] {
  const { scheme } = view;
  const places: { path: string; names: readonly string[] }[] = [
    { path: 'subject.where.types', names: scheme.subject.where?.types ?? [] },
    { path: 'subject.where.classes', names: scheme.subject.where?.classes ?? [] },
    { path: 'subject', names: unfiltered(view) },
    ...view.nodes.map(({ node, path }) => ({
      path: `${path}.applies`,
      names: [...(node.applies?.types ?? []), ...(node.applies?.classes ?? [])],
    })),
  ];
  return places.flatMap(({ path, names }) => {
    const found = [...new Set(names.filter((name) => householdWords.has(name.toLowerCase())))];
    if (found.length === 0) return [];
    const sentence = `考核对象里有${quoted(found)}。不对住户和居民个人打分排名（不做居民信用分）；请以村、屋场或村民小组为对象，户数只作数量。`;
    return [finding('guardrail-household', path, sentence)];
  });
}

/** What the roster calls its subjects, where the scheme takes all of them. */
function unfiltered({ scheme, roster }: SchemeView): string[] {
  if (scheme.subject.kind === 'unit') {
    return scheme.subject.where?.types ? [] : (roster?.units ?? []).map(({ type }) => type);
  }
  return scheme.subject.where?.classes ? [] : (roster?.persons ?? []).map((person) => person.class);
}

const petitionWords = /上访|信访|非访|越级访|集体访|重复访|进京访|petition/i;
/** Wording about how a matter was handled, which may be assessed. */
const handlingWords =
  /及时|按时|按期|时限|办结|答复|满意|化解|回复|反馈|回访|逾期|超期|期限|办理|受理|接访|推诿|敷衍|拖延|质量|规范|泄露|timely|handled/i;
/** Rules that judge one matter, a day or a result, not how many there are. */
const judgingRules: ReadonlySet<string> = new Set([
  'range',
  'decision',
  'deadline',
  'sampled',
  'judges',
  'ballots',
  'import',
]);

/** @source 《信访工作条例》：信访的数量不得作为考核依据；可以考核办理的时效和质量 */
function petitions(view: SchemeView, at: ClauseAt): Finding[] {
  const { clause, path } = at;
  if (!petitionWords.test(wordsOf(view, at)) || handlingWords.test(clause.text)) return [];
  if (judgingRules.has(only(clause.rule)[0]) || !canLose(reachOf(clause))) return [];
  return [finding('guardrail-petition-count', path, petitionSentence(clauseWords(clause)))];
}

function petitionSentence(what: string): string {
  return `${what}按信访数量计分。来访来信是群众的权利，数量不得作为扣分或奖励依据（信访工作条例）；可以改为考核办理是否及时、答复是否到位、群众是否满意。`;
}

function petitionStreaks({ scheme }: SchemeView): Finding[] {
  return (scheme.sequences ?? []).flatMap((rule, index) => {
    const match = rule.results?.match;
    const kinds =
      match && 'noFacts' in match ? listOf(match.noFacts.kind) : listOf(rule.events?.kind);
    if (!petitionWords.test(`${rule.text} ${kinds.join(' ')}`)) return [];
    if (handlingWords.test(rule.text)) return [];
    const sentence = petitionSentence(`连续规则“${rule.text}”`);
    return [finding('guardrail-petition-count', `sequences[${index}]`, sentence)];
  });
}

const usageWords =
  /登录|登陆|打卡|活跃度|注册量|注册率|安装率|下载量|在线时长|上线率|点赞|转发量|关注量|阅读量|小程序|\bapps?\b|\blog-?in\b|\bcheck-?in\b|active-users/i;

/** @source 国办函〔2026〕12号（见于转载，引用前须核对原文）：不得把活跃度、打卡、在线时长纳入考核 */
function softwareUse(view: SchemeView, at: ClauseAt): Finding[] {
  const word = usageWords.exec(wordsOf(view, at))?.[0];
  if (word === undefined) return [];
  const sentence = `${clauseWords(at.clause)}涉及“${word}”。使用软件的情况（登录、打卡、活跃度、注册量）不作为考核事实；请改为考核事情本身办得怎样。`;
  return [finding('guardrail-usage', at.path, sentence)];
}

/** Reports asked for; newspapers (人民日报) are none. */
const reportWords =
  /(?:每|按|上报|报送|填报|漏报|迟报|少|缺|一期|一次).{0,3}(?:(?<![民济治西南北东江州方明])日报|周报)|日报表|周报表|零报告|每(?:日|天|周)上报|照片.{0,4}张|张.{0,4}照片|报送信息.{0,4}(?:条|篇)/;

/** @source 《整治形式主义为基层减负若干规定》（见于转载，引用前须核对原文） */
function reports(view: SchemeView, at: ClauseAt): Finding[] {
  const found = reportWords.exec(wordsOf(view, at))?.[0];
  if (found === undefined) return [];
  const word = /日报|周报/.exec(found)?.[0] ?? found;
  const sentence = `${clauseWords(at.clause)}涉及“${word}”。不得以日报、周报、照片和信息条数考核基层（为基层减负若干规定）；请改为现场查看或用已有数据核对。`;
  return [finding('guardrail-reports', at.path, sentence)];
}

/** What a clause says, and the kinds it hears with their names. */
function wordsOf({ kinds }: SchemeView, { clause }: ClauseAt): string {
  const heard = listOf(clause.on);
  return [clause.text, ...heard, ...heard.map((kind) => kinds.get(kind)?.name ?? '')].join(' ');
}
