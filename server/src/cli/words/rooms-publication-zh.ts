/** Sentences of the room of publication about a published file, as they stand there. */

export const publicationZh = {
  'room.published.unreadable': '这不是一份公示文件，或者改得读不出来了。请到发布的单位另要一份。',
  'room.published.file': '公示文件改动过：它的 SHA-256 是 {is}…，榜上印的是 {was}…。',
  'room.published.part': '公示文件改动过：{part}与公示时的不同。',
  'room.published.missing': '公示文件少了一部分：{part}。',
  'room.published.sum': '{name}的“{label}”与下面各行加起来的不同。',
  'room.published.total': '{name}名单上的得分与得分说明的合计不同。',
  'room.published.rank': '{name}的名次是第 {was} 名，按得分排是第 {is} 名。',
  'room.published.fact': '第 {seq} 号事实（{id}）改动过，与台账日志里的不同。',
  'room.published.moved': '台账日志的次序改动过：第 {seq} 号事实被排到了第 {place} 号。',
  'room.published.log': '台账日志改动过：{count} 条算出的根与公示的根不同。',
  'room.published.reordered': '台账日志的次序改动过：条目没有少，先后换过了。',
} as const;
