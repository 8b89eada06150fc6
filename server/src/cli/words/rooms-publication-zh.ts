/** Sentences of the room of publication about a published file, as they stand there. */

export const publicationZh = {
  'room.published.unreadable': '这不是一份公示文件，或者改得读不出来了。请到发布的单位另要一份。',
  'room.published.file': '公示文件改动过，或者不是这张榜的：它的核对码是 {is}，您抄的是 {was}。',
  'room.published.short': '核对码抄得不全，没有对照：头 8 位、尾 8 位都要抄。',
  'room.published.root': '公开核对件改动过：按它的内容算出的核对码是 {is}，件上写的是 {was}。',
  'room.published.strange': '第 {seq} 号事实不在台账日志里。',
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
