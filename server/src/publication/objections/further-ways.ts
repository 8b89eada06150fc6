/**
 * What can still be done after an answer, for who objects: the leader in charge and the county for
 * everybody; routes of statute for those alone who have them, saying whether the text was checked.
 * @source 《公务员法》第九十五条、第九十六条（摘录）；《村民委员会组织法》第三十三条
 */

import { groupOfClass, type PersonGroup } from '@oneneedle/kernel';
import type { ObjectionRow } from './store.ts';
import type { ObjectionTown } from './town.ts';

const forAll = [
  '对答复仍有不同意见的，可以向分管或者挂点领导反映；',
  '也可以向县级主管考核工作的部门反映。',
];

/** Read in a collection of laws, not held against the published text: the guide says so. */
const unchecked = '，具体以公布的条文为准';

/** Statute by group; a group that stands nowhere here has no route of its own against a score. */
const byStatute: Readonly<Partial<Record<PersonGroup, readonly string[]>>> = {
  civilServant: [
    `得分本身不是人事处理。以后定期考核被定为不称职、本人不服的，可以自知道之日起三十日内向原处理机关申请复核；对复核结果不服的，可以自接到复核决定之日起十五日内提出申诉；也可以不经复核，自知道之日起三十日内直接提出申诉（《公务员法》第九十五条${unchecked}）。`,
    `原处理机关自接到复核申请书后三十日内作出复核决定；不因申请复核、提出申诉加重处理（《公务员法》第九十六条${unchecked}）。`,
  ],
  institution: [
    '考核结果以后成为事业单位人事处理的，复核、申诉依照事业单位人事管理的规定（具体可以向县级人力资源社会保障部门咨询）。',
  ],
  contract: [
    '涉及劳动合同的争议，依照合同和劳动法律处理（具体可以向县级人力资源社会保障部门咨询）。',
  ],
  elected: [
    `本结果不影响当选的职务。村民委员会成员由村民会议或者村民代表会议民主评议，评议由村务监督机构主持（《村民委员会组织法》第三十三条${unchecked}）。`,
  ],
};

/** The further ways of whoever objects, a sentence each. */
export function furtherWays(
  { person }: Pick<ObjectionRow, 'person'>,
  { roster }: ObjectionTown,
): string[] {
  const classOf = roster.persons.find(({ code }) => code === person)?.class;
  const group = classOf === undefined ? undefined : groupOfClass(classOf);
  return [...forAll, ...(group === undefined ? [] : (byStatute[group] ?? []))];
}
