/**
 * Sentences of the rooms before the command line, as they stand there: about files, options and
 * the work under way. A test looks each of them up in the source of its room.
 */

export const roomsZh = {
  'room.finding.error': '■ 错误 {rest}',
  'room.finding.warning': '▲ 提醒 {rest}',
  'room.finding.hint': '○ 提示 {rest}',
  'room.finding.errors': '■ 错误 {count} 处（不改正就不能计分）',
  'room.finding.warnings': '▲ 提醒 {count} 处（由负责人决定改或不改）',
  'room.finding.hints': '○ 提示 {count} 处（供参考）',
  'room.finding.counts': '{errors} 处错误，{warnings} 处提醒，{hints} 处提示',
  'room.sound.scheme': '办法检查：{counts}；逐处查看：{command}',
  'room.sound.facts': '事实核对：{counts}',

  'room.word.read': '读',
  'room.word.write': '写',
  'room.list.first': '前 {count} 名',
  'room.list.unranked': '未参加排名：{names}',
  'room.leftOut.indicator': '指标 {code} {name}',
  'room.file.notFound': '没有找到“{path}”，请核对路径。',
  'room.file.nowhere': '“{path}”建不起来，那里放不了文件。请用 --out 写明另一个文件夹。',
  'room.file.isFolder': '“{path}”是一个文件夹，这里要的是文件，请核对路径。',
  'room.file.isFile': '“{path}”是一个文件，不能当文件夹用，请换一个名字。',
  'room.file.aboveIsFile': '“{path}”的上一级是文件，不是文件夹，请核对路径。',
  'room.file.denied':
    '没有权限{deed}“{path}”。请让管理员在文件属性里允许当前用户，或换一个有权限的文件夹{option}。',
  'room.file.readOnly': '“{path}”在只读的磁盘上，写不进去。请用 --out 写明另一个文件夹。',
  'room.file.busy': '“{path}”正被别的程序占用（如 WPS、记事本）。请关闭以后再试。',
  'room.file.full': '磁盘满了，“{path}”没有写成。请清理出空间以后再试。',
  'room.file.other':
    '{deed}不了“{path}”（{code}）。请检查磁盘或网络盘是否可用，然后再试；仍不行的，请把这一行交给管理员。',
  'room.file.tooLarge':
    '“{path}”有 {size} MB，超过 {most} MB，没有读。一个乡镇一年的事实一般不到 1 MB，请核对是不是放错了文件；确有这么多的，请按年份分开。',
  'room.file.notText':
    '“{path}”不是 UTF-8 编码的文本，读不了。用记事本或 WPS 存的，请“另存为”，编码选 UTF-8，再试一次。',
} as const;
