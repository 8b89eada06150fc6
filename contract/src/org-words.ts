/**
 * Words of records that a town may begin with: what is kept stays in Chinese whatever the language
 * of the page is. A town may write others.
 */

/** The head count that stands for the households of a village or hamlet. */
export const householdsSize = '户数';

/** Head counts that most towns keep. */
export const commonSizes = ['人口', householdsSize, '党员', '村民小组'] as const;

/** What a person is by law; it decides what may follow from an assessment. */
export const commonClasses = [
  '公务员',
  '事业编制',
  '编外聘用',
  '村党组织书记',
  '村委会成员',
  '村民小组长',
] as const;

/** Posts by the type of the unit in which they are held. */
export const commonRoles: Readonly<Record<string, readonly string[]>> = {
  town: ['党委书记', '镇长', '人大主席', '党委副书记', '党委委员', '副镇长'],
  station: ['主任', '所长', '综合岗'],
  village: ['村党组织书记', '村委会主任', '村党组织副书记', '村委会委员'],
  hamlet: ['组长', '屋场长'],
  branch: ['党支部书记', '党支部委员'],
};

/** Kinds of pairing by the type of the unit; the chain of responsibility goes by their last words. */
export const commonKinds: Readonly<Record<string, readonly string[]>> = {
  station: ['分管领导'],
  village: ['挂点领导', '包村干部'],
  hamlet: ['联系屋场'],
};

/** Whether a post is the one secretary of a village or branch. */
export function isSecretary(role: string): boolean {
  return role.endsWith('书记') && !role.includes('副');
}

/** Whether a pairing makes its person the leader of the chain: 挂点领导, 联系领导 … */
export function isLeader(kind: string): boolean {
  return kind.endsWith('领导');
}

/** Whether a pairing makes its person the resident cadre of the chain: 包村干部, 驻村干部 … */
export function isCadre(kind: string): boolean {
  return kind.endsWith('干部');
}
