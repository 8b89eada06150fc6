/** What is wrong with the lines of a check sheet, as sentences for whoever wrote them. */

import type { TemplateLine } from '@oneneedle/contract';
import type { FactKind } from '@oneneedle/kernel';

/** The faults of the lines, each naming the line by its number; none means that they hold. */
export function faultsIn(lines: readonly TemplateLine[], kinds: readonly FactKind[]): string[] {
  const seen = new Set<string>();
  return lines.flatMap((line, index) => {
    const place = `第${index + 1}行`;
    const isTwice = seen.has(line.code);
    seen.add(line.code);
    return [
      ...(isTwice ? [`${place}的编码“${line.code}”和前面的重复，请改一个。`] : []),
      ...choiceFaults(line, place),
      ...kindFaults(line, place, kinds),
    ];
  });
}

function choiceFaults({ asks, choices }: TemplateLine, place: string): string[] {
  if (asks === 'choice' && choices === undefined) return [`${place}要选一档，请写出各档。`];
  if (asks !== 'choice' && choices !== undefined) return [`${place}不是选一档，不用写各档。`];
  const codes = choices?.map(({ code }) => code) ?? [];
  return new Set(codes).size < codes.length ? [`${place}有两档的编码相同，请改一个。`] : [];
}

function kindFaults(
  { asks, kind, field, sampledField }: TemplateLine,
  place: string,
  kinds: readonly FactKind[],
): string[] {
  if (kind === undefined) {
    return field === undefined ? [] : [`${place}没有选事实种类，不能填字段。`];
  }
  const known = kinds.find((one) => one.kind === kind);
  if (!known) return [`${place}的事实种类“${kind}”不在事实目录里，请从目录里选。`];
  const fields = Object.keys(known.fields ?? {});
  const wanted = [field, asks === 'sample' ? sampledField : undefined].flatMap((one) => one ?? []);
  const foreign = wanted.filter((one) => !fields.includes(one));
  if (foreign.length > 0) return [`${place}：“${known.name}”没有字段“${foreign.join('、')}”。`];
  const needsField = asks === 'choice' || asks === 'mark' || asks === 'sample';
  if (needsField && field === undefined)
    return [`${place}请说明结果记进“${known.name}”的哪个字段。`];
  if (asks === 'sample' && sampledField === undefined) {
    return [`${place}请说明抽查户数记进“${known.name}”的哪个字段。`];
  }
  return [];
}
