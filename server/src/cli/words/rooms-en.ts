/** The sentences of the other rooms in English. */

import type { roomsZh } from './rooms-zh.ts';

export const roomsEn = {
  'room.finding.error': '■ error {rest}',
  'room.finding.warning': '▲ warning {rest}',
  'room.finding.hint': '○ hint {rest}',
  'room.finding.errors': '■ errors: {count} (no points are computed until they are mended)',
  'room.finding.warnings': '▲ warnings: {count} (the person in charge decides)',
  'room.finding.hints': '○ hints: {count} (for information)',
  'room.finding.counts': 'Errors: {errors}, warnings: {warnings}, hints: {hints}',
  'room.sound.scheme': 'Check of the scheme: {counts}; see {command}',
  'room.sound.facts': 'Check of the facts: {counts}',

  'room.word.read': 'read',
  'room.word.write': 'write',
  'room.list.first': 'first {count}',
  'room.list.unranked': 'not ranked: {names}',
  'room.leftOut.indicator': 'indicator {code} {name}',
  'room.where.node': 'indicator {code}',
  'room.where.clause': 'clause {code}',
  'room.where.veto': 'veto {code}',
  'room.where.sequence': 'sequence {code}',
  'room.where.outcome': 'outcome {code}',
  'room.where.payLine': 'pay line {code}',
  'room.where.list': 'list {code}',
  'room.where.group': 'group {code}',
  'room.where.kind': 'kind of fact {code}',
  'room.where.item': 'item {code}',
  'room.where.prize': 'prize {code}',
  'room.where.unit': 'unit {code}',
  'room.where.person': 'person {code}',
  'room.where.post': 'post {code}',
  'room.where.pairing': 'pairing {code}',
  'room.where.fact': 'fact {code}',
  'room.table.row': 'sheet “{sheet}”, row {row}',
  'room.table.bareRow': 'row {row}',
  'room.table.cell': '{place}, column {column}',
  'room.table.fact': '{place}, fact {id}',
  'room.read.errors': 'Nothing was computed ({counts}). Please mend these and run again:',
  'room.read.count': 'errors in the {what}: {count}',
  'room.word.scheme': 'scheme',
  'room.word.kinds': 'catalogue',
  'room.word.roster': 'roster',
  'room.word.facts': 'facts',
  'room.word.seals': 'seals',
  'room.read.waiting': '{file} can be checked when the roster and the catalogue are right.',
  'room.read.allOfScheme': 'All warnings and hints of the scheme: {command}',
  'room.read.leftOut':
    'Rows of {file} that were not counted: {count}; points and ranks may change when they are mended:',
  'room.read.leftOutRow': '· {place} ({id}): {sentence}',
  'room.read.leftOutMore': '… and {count} more rows',
  'room.file.notFound': '“{path}” is not there; please check the path.',
  'room.file.nowhere':
    '“{path}” cannot be made; no files can be put there. Name another folder with --out.',
  'room.file.isFolder': '“{path}” is a folder, and a file is wanted here; please check the path.',
  'room.file.isFile':
    '“{path}” is a file and cannot be used as a folder; please choose another name.',
  'room.file.aboveIsFile':
    'What stands above “{path}” is a file, not a folder; please check the path.',
  'room.file.denied':
    'You may not {deed} “{path}”. Ask an administrator to allow it, or use a folder where you may{option}.',
  'room.file.readOnly':
    '“{path}” is on a disk that can only be read. Name another folder with --out.',
  'room.file.busy':
    '“{path}” is in use by another program (WPS, Excel, an editor). Close it there and try again.',
  'room.file.full': 'The disk is full and “{path}” was not written. Make room and try again.',
  'room.file.other':
    'Could not {deed} “{path}” ({code}). Check that the disk or network drive is there and try again; if it still fails, show this line to an administrator.',
  'room.file.tooLarge':
    '“{path}” has {size} MB, more than {most} MB, and was not read. A year of a township is usually less than 1 MB: check that it is the right file, or split it by year.',
  'room.file.notText':
    '“{path}” is not text in UTF-8 and cannot be read. Save it again as UTF-8 (“Save as”, encoding UTF-8) and try again.',
} as const satisfies Readonly<Record<keyof typeof roomsZh, string>>;
