/** The groups of persons that the law keeps apart, and the words that a score alone never carries. */

/** A unit is none of the persons: what follows for it never follows for who works there. */
export type PersonGroup =
  | 'civilServant'
  | 'institution'
  | 'contract'
  | 'elected'
  | 'secretary'
  | 'unit';

/** The classes of a roster by group; a class that stands nowhere here is of no group. */
export const classesOfGroup = {
  civilServant: ['公务员'],
  institution: ['事业编制'],
  contract: ['编外聘用'],
  elected: ['村委会成员', '村民委员会成员', '居委会成员'],
  secretary: ['村党组织书记', '社区党组织书记'],
} as const satisfies Record<Exclude<PersonGroup, 'unit'>, readonly string[]>;

/** The group of a class of persons; undefined where nobody knows it. */
export function groupOfClass(name: string): Exclude<PersonGroup, 'unit'> | undefined {
  const found = Object.entries(classesOfGroup).find(([, classes]) =>
    (classes as readonly string[]).includes(name),
  );
  return found?.[0] as Exclude<PersonGroup, 'unit'> | undefined;
}

/** Sanctions and changes of post that need grounds of their own. */
export const sanctionWords =
  /降职|免职|撤职|撤销职务|终止职务|职务终止|停职|辞退|解聘|开除|诫勉|问责|责令辞职|处分/;

/** Ends of a post by whatever name. */
export const postEndWords =
  /降职|免职|撤职|撤销职务|撤换|罢免|终止职务|职务终止|停职|辞退|解聘|开除|责令辞职/;

/** A change of post to somebody's good. */
export const promotionWords = /提拔|晋升|使用|重用|后备/;
