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
  'room.read.leftOut':
    'Not counted in {file}: {what}; points and ranks may change when that is mended:',
  'room.read.leftOutRows': '{count} rows',
  'room.read.leftOutSheets': '{count} sheets',
  'room.read.leftOutBoth': '{count} rows, {sheets} sheets',
  'room.read.leftOutSheet': '· {place}: {sentence}',
  'room.read.sameProblem': 'The same problem as above.',
  'room.read.wholeFile': 'the whole file',
  'room.table.sheet': 'sheet “{sheet}”',
  'room.read.waiting': '{file} can be checked when the roster and the catalogue are right.',
  'room.read.allOfScheme': 'All warnings and hints of the scheme: {command}',
  'room.read.leftOutRow': '· {place} ({id}): {sentence}',
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
  'room.file.tooLarge': '“{path}” has {size} MB, more than {most} MB, and was not read.',
  'room.file.checkIt': '{usual}: check that it is the right file, or split it by year.',
  'room.file.usual.facts': 'A year of a township is usually less than 1 MB',
  'room.file.usual.office':
    'Such a file is usually less than 5 MB, a larger one mostly has pictures in it',
  'room.file.usual.table': 'Such a file is usually less than {count} MB',
  'room.file.notText': '“{path}” is not text in UTF-8 and cannot be read.',
  'room.file.saveAsText': 'Save it again with the encoding UTF-8 and try again.',
  'room.file.openElsewhere': 'If it is open in Office or WPS, close it there first.',
  'room.folder.notFound': 'There is no folder “{path}”.',
  'room.folder.check':
    'Please check the path; to begin with, copy one of the examples in schemes and change it.',
  'room.folder.isFile':
    '“{path}” is a file; name the folder it lies in: {folder} (with scheme.yaml, roster.yaml and facts.yaml, the last two also as xlsx or csv).',
  'room.folder.missing': 'The folder “{path}” has no {names}, so nothing can be computed.',
  'room.folder.needs':
    'It needs scheme.yaml, roster.yaml (or roster.xlsx, roster.csv) and facts.yaml (or facts.xlsx, facts.csv), named exactly so; add them, or copy one of the examples in schemes.',
  'room.folder.saveAs': 'Open “{name}” in Excel or WPS and save it as {other}.',
  'room.folder.rename': 'Please rename “{name}” to {other}.',
  'room.folder.two':
    'The folder “{path}” has both {first} and {others}; nobody can tell which counts, and nothing was computed.',
  'room.folder.keepOne':
    'Keep one of them; move the others away or rename them (for example “{name}”).',
  'room.folder.open': '{name} is open in Excel or WPS; what was read is what was saved last.',
  'room.time.notAPeriod': '“{asked}” is not a period.',
  'room.time.otherPeriod': 'The period “{asked}” ({period}) is not one of this scheme.',
  'room.time.unit': 'This scheme assesses {unit}; write it like {example}.',
  'room.time.notADay': '“{asked}” is not a date, or there is no such day.',
  'room.time.dayExample': 'Write it like 2026-03-31: four digits, two, two.',
  'room.time.beforePeriod':
    'The day {asked} lies before {period} begins ({day}); there is nothing to compute yet.',
  'room.time.changeEither': 'Change --as-of or --period.',
  'room.time.noFacts': 'No fact in {file} has a date yet, so the period is unknown.',
  'room.time.sayPeriod': 'Record facts first, or name the period: --period {example}.',
  'room.time.lastFact': 'The last fact is of {day}, in {period};',
  'room.time.notInEffect':
    'The scheme “{name}” is in effect from {from} to {to} and cannot be used for {period}.',
  'room.time.checkFact': 'Check the date of that fact, or name the period with --period;',
  'room.time.changePeriod': 'Change the period or the day;',
  'room.time.prolong': 'if the scheme is prolonged, change effective in scheme.yaml.',
  'room.compare.periods':
    'The two schemes have different periods ({before}, {after}); their points cannot be compared.',
  'room.compare.changePeriod': 'Change period in {file} to {period} and try again.',
  'room.compare.month': 'by the month',
  'room.compare.quarter': 'by the quarter',
  'room.compare.halfYear': 'by the half-year',
  'room.compare.year': 'by the year',
  'room.compare.subjects':
    'One scheme assesses units and the other persons; they cannot be compared.',
  'room.compare.checkFile': 'Check that {file} is the one you mean.',
  'room.compare.errors': '{file} has errors ({count}); no trial was made for {period}.',
  'room.compare.mend': 'Please mend these and run again:',
  'room.copy.open': '“{path}” is open in Excel or WPS and was not written.',
  'room.copy.close': 'Close it and try again; if it is not open, delete “{lock}”.',
  'room.copy.newer':
    '“{path}” is newer than “{name}”; somebody may have worked in it, so it was not overwritten.',
  'room.copy.moveBack': 'Move what was mended back into “{name}” and delete the marked copy.',
  'room.table.longCell':
    'A cell has {count} characters (“{text}”); a cell of Excel takes at most {most}, so nothing was written.',
  'room.table.splitCell': 'Split its content into several.',
  'room.table.temporary':
    '“{path}” is a temporary file that Office or WPS left behind, not the table.',
  'room.table.useOther': 'Close the file and use the one without “~$”.',
  'room.table.quotes':
    'In “{path}” a quotation mark has no partner ({line}); where cells end cannot be told, and it was not read.',
  'room.table.near': 'near row {row}',
  'room.table.openAndCheck': 'Open it in Excel or WPS, check it, and save it as .xlsx.',
  'room.table.notComma':
    '“{path}” does not hold text separated by commas; it is probably a renamed workbook.',
  'room.table.renameBack': 'Change its ending back to .xlsx and try again.',
  'room.table.encoding':
    '“{path}” can be read neither as UTF-8 nor as GBK; it may be damaged or mix both.',
  'room.table.openOriginal': 'Open the original in Excel or WPS and save it as .xlsx.',
  'room.table.manyRows': '“{path}” has {count} rows; at most {most} are read.',
  'room.table.splitRows': 'If there are so many, split the file by year or unit.',
  'room.table.wideRow': 'Row {row} of “{path}” has {count} columns; at most {most} are read.',
  'room.table.deleteRight': 'Delete what is not needed on the right and try again.',
  'room.table.manyCells': '“{path}” has more than {count}0,000 cells and was not read to its end.',
  'room.table.manyFilled':
    '“{path}” has more than {count}0,000 filled cells and was not read to its end.',
  'room.table.splitLater': 'Split it by year or unit and try again.',
  'room.table.noTable': '“{path}” is neither .xlsx nor .csv and cannot be read.',
  'room.table.saveAs':
    'If it is a table, open it in Excel or WPS and save it as .xlsx; if it is misplaced, move it away.',
  'room.table.farRow': '{where} has content in row {row}; at most {most} rows are read.',
  'room.table.deleteRows':
    'Delete what is not needed; if there are so many, split the file by year or unit.',
  'room.table.farColumn':
    '{where} has content in row {row}, column {count}; at most {most} columns are read.',
  'room.write.open': 'A file in “{path}” ({name}) is open in Office or WPS; nothing was written.',
  'room.write.closeFirst': 'Close it first and try again.',
  'room.write.foreign':
    'There are other files in “{path}” already (such as “{name}”); nothing was written among them.',
  'room.write.newFolder': 'Name a new or empty folder with --out.',
  'room.write.earlier':
    '“{path}” holds an earlier result, but also “{name}”, which would be lost; nothing was written.',
  'room.write.moveAway': 'Move it away first, or name another folder with --out.',
  'room.zip.damaged':
    '“{path}” is damaged: its content is not complete, or not of the size it states; it was not read.',
  'room.zip.saveNew':
    'Open the original in Excel or WPS and save it anew as .xlsx (a document as .docx); if it does not open, ask for another copy.',
  'room.zip.bomb':
    '“{path}” would be larger than {most} MB when unpacked, or is packed like no normal file; it was not opened.',
  'room.zip.emptyCells':
    'Mostly there are a million formatted empty cells below or beside the table: delete the empty rows and columns in Excel or WPS and save it anew as .xlsx.',
  'room.zip.unknown': 'Do not open files of unknown origin.',
  'room.zip.parts':
    '“{path}” has {count} parts, more than {most}, which is like no normal table or document; it was not opened.',
  'room.zip.pictures':
    'Open it in Excel or WPS, delete the many pictures and shapes, save it anew and try again.',
  'room.stranger.empty': '“{path}” is empty (0 bytes).',
  'room.stranger.again': 'Copying or downloading was probably not finished; fetch it again.',
  'room.stranger.noun': 'What is in “{path}” is no {noun} and cannot be read.',
  'room.stranger.encrypted': '“{path}” has a password and cannot be read.',
  'room.stranger.unlock':
    'Open it in Office or WPS, take the password away (File, Info, Protect), save it and try again.',
  'room.stranger.old': '“{path}” has an old format (such as .xls, .et, .doc) and cannot be read.',
  'room.stranger.web':
    '“{path}” is really a web page (as some systems export tables) and cannot be read.',
  'room.stranger.xml': '“{path}” is XML text and no {noun}; it cannot be read.',
  'room.stranger.pdf': '“{path}” is a PDF and no {noun}; it cannot be read.',
  'room.stranger.picture': '“{path}” is a picture and no {noun}; it cannot be read.',
  'room.stranger.archive': '“{path}” is an archive and no {noun}.',
  'room.stranger.binary': '“{path}” is no {noun} and cannot be read.',
  'room.stranger.text': '“{path}” holds plain text and no {noun}; it cannot be read.',
  'room.stranger.renaming': 'Changing the ending of a name does not change what is inside.',
  'room.stranger.saveAs':
    'Open it in Office or WPS, choose File, Save as, the type “{noun}” (*{ending}), and use the new file.',
  'room.stranger.saveAsOr':
    'Open it in Office or WPS, choose File, Save as, the type “{noun}” (*{ending}), and use the new file;',
  'room.stranger.unpack': 'if it is an archive, unpack it first.',
  'room.stranger.unpackAll': 'Unpack it first and use what is inside.',
  'room.stranger.originalPdf':
    'Find the original file; if there is only the PDF, type its content into the template.',
  'room.stranger.originalPicture':
    'Find the original file; if there is only the picture, type its content into the template.',
  'room.stranger.checkFile': 'Check that it is the right file;',
  'room.stranger.ifTable':
    'if it is a table or document, open it in Office or WPS, choose File, Save as, the type “{noun}” (*{ending}), and use the new file.',
  'room.stranger.workbook': 'Excel workbook',
  'room.stranger.document': 'Word document',
  'room.paper.oldWord': 'an old Word file (.doc)',
  'room.paper.wps': 'in the format of WPS (.wps)',
  'room.paper.oldExcel': 'an old Excel file (.xls)',
  'room.paper.et': 'in the table format of WPS (.et)',
  'room.paper.rtf': 'an .rtf file',
  'room.paper.pdf': 'a PDF, which has no structure of tables',
  'room.paper.kind': '“{path}” is {kind} and cannot be imported.',
  'room.paper.saveAs': 'Open it in Word or WPS, save it as {ending}, and import that file.',
  'room.paper.other': '“{path}” is neither .docx nor .xlsx and cannot be imported.',
  'room.paper.saveEither': 'Save the rules as Word (.docx) or Excel (.xlsx) and import them.',
  'room.paper.noText':
    '“{path}” has no text that can be read; it may be damaged, or no Word document.',
  'room.paper.saveDocx': 'Open it in Word or WPS, save it as .docx and try again.',
  'room.progress.seconds': '“{path}” has {size} MB; reading takes some seconds.',
  'room.progress.tensOfSeconds': '“{path}” has {size} MB; reading takes up to a minute.',
  'room.progress.rows': 'Sheet “{name}”: {count} rows read.',
  'room.progress.sheets': 'Writing the sheets of {count} subjects.',
  'room.progress.sheet': 'Sheets {done}/{all}',
  'room.progress.facts': '{name} has {size} MB; reading and computing take up to a minute.',
  'room.verify.notFolder': '“{path}” is not a folder.',
  'room.verify.nameFolder': 'Name the folder that assess --out wrote.',
  'room.verify.link':
    '“{path}” in the package is a link, like nothing that assess writes; it was not verified.',
  'room.verify.strange':
    '“{path}” in the package is like nothing that assess writes ({why}); it was not verified.',
  'room.verify.deep': 'too deep',
  'room.verify.noFile': 'no ordinary file',
  'room.verify.large': 'too large',
  'room.verify.many': 'file number {count}',
  'room.verify.askOriginal':
    'Ask whoever gave it to you for it as it was made; do not open what is of unknown origin.',
  'room.verify.working': 'Working it out again from the inputs of the package.',
  'room.verify.notACode': '“{code}” is not a receipt code.',
  'room.verify.codeShape':
    'The code stands at the end of the circular and of the sheets: 20 digits and letters in groups of four, without U; please copy it again.',
  'room.verify.noReceipt':
    'There is no receipt.json in “{path}”: it is not what assess --out writes, or files are missing; it was not verified.',
  'room.verify.checkPath': 'Check the path, or ask for a complete one.',
  'room.verify.unreadable':
    'The receipt.json of the package cannot be read: it is not of this program, or damaged; it was not verified.',
  'room.verify.askVersion':
    'Ask for it as it was made; if a newer program made it, verify it with that.',
  'room.verify.otherScheme':
    'The scheme in inputs is “{line}”, receipt.json names “{other}”: not the same scheme.',
  'room.verify.notComputed': 'It does not agree: the inputs of the package cannot be worked out.',
  'room.verify.agrees':
    'It agrees: {count} files are the same byte for byte, every number was worked out again. Receipt code {code}',
  'room.verify.differs':
    'It does not agree: {count} differences. The code worked out again is {code}',
  'room.verify.whole':
    'A package whose inputs, result and receipt were rewritten together does not show it; only if the code on the posted circular is the same is it the one that was published.',
  'room.verify.askReceipt': 'Verify it once more with --receipt and the code on the circular.',
  'room.verify.sameCode': 'The receipt code is the one that was given, {code}.',
  'room.verify.otherCode':
    'The receipt codes differ: {given} was given, this package gives {code}.',
  'room.verify.notPublished':
    'This is not the package that was published, or the code was copied wrongly; compare it with the circular.',
  'room.verify.madeSame':
    'The package was made by version {version}; the present version gives the same.',
  'room.verify.madeOther':
    'The package was made by another version, {version}; differences may come from the program, so verify it with that version as well.',
  'room.verify.inputChanged': 'The input {file} was changed: its hash is not that of receipt.json.',
  'room.verify.fromChanged': 'What follows was worked out from the changed input.',
  'room.verify.inputChangedFirst':
    'The input {file} was changed; its hash is not that of receipt.json.',
  'room.verify.missing': 'Missing: {file} is worked out but not in the package.',
  'room.verify.extra': 'Too many: {file} is no part of the result.',
  'room.verify.more': '… and {count} more',
  'room.verify.item': '· {text}',
  'room.seal.changed': '{file} was changed after it was read; nothing was sealed.',
  'room.seal.again': 'Please run it again.',
  'room.seal.obstacles': '{period} cannot be sealed yet, reasons: {count}; nothing was written:',
  'room.seal.exists':
    '{path} is there and is no earlier result of this period; nothing was sealed or written.',
  'room.seal.moveAway': 'Move or rename it first; if nobody needs it, add --force.',
  'room.seal.form':
    'Nothing can be added to {file} as it is written; nothing was sealed and the file is as it was.',
  'room.seal.rewrite':
    'Write it entry by entry, each beginning with “- line:” (see docs/reference/facts.md), and seal again.',

  'room.ledger.gap':
    'Fact {id} says number {seq} and stands at {other}: facts are missing or added before it.',
  'room.ledger.twice': 'The id of fact {id} (number {seq}) is used twice.',
  'room.ledger.leaf': 'Fact {id} (number {seq}) is not what was posted.',
  'room.ledger.text': 'Note or reason of fact {id} (number {seq}) is not what was posted.',
  'room.ledger.reversesNothing':
    'Fact {id} (number {seq}) reverses {other}, which does not stand before it.',
  'room.ledger.reversesReversal': 'Fact {id} (number {seq}) reverses {other}, itself a reversal.',
  'room.ledger.reversedTwice':
    'Fact {other} is reversed twice, the second time by {id} (number {seq}).',
  'room.ledger.size': 'The ledger claims {other} facts and holds {count}.',
  'room.ledger.root': 'The recomputed root is not the one that is kept: {other}.',
  'room.ledger.seal':
    'The root kept with the seal of {line} {period}, edition {edition} (at {seq} facts), is not the recomputed one.',
  'room.ledger.printedRoot':
    'The ledger never had the root {other}: it is another one, or rewritten as a whole.',
} as const satisfies Readonly<Record<keyof typeof roomsZh, string>>;
