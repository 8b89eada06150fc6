/** Every sentence of the command line in English, by the keys of the Chinese. */

import { roomsEn } from './rooms-en.ts';
import { installationEn } from './rooms-installation-en.ts';
import { publicationEn } from './rooms-publication-en.ts';
import type { zh } from './zh.ts';

export const en = {
  'join.and': ', ',
  'join.or': ' or ',
  'join.comma': ', ',
  'join.semicolon': '; ',

  'line.noCommand': 'No command was given.',
  'line.unknownCommand': 'There is no command “{asked}”. ',
  'line.allCommands': 'All commands: oneneedle --help',
  'line.didYouMean': 'Did you mean {near}? ',
  'line.second': 'Say what “{first}” should do: {choice}. For example: oneneedle {example}',
  'line.unknownOption': 'This command has no option {name}. ',
  'line.noTarget': 'Missing: {target}. ',
  'line.needsValue': 'Nothing is written behind --{name}. ',
  'line.noValue': 'Nothing is to be written behind --{name}. ',
  'line.twice': '--{name} is written twice; once is enough. ',
  'line.needsNone': 'This command takes no “{extra}”, only options. ',
  'line.tooMany': '“{extra}” is too much. A path with blanks needs quotation marks: "{whole}". ',
  'line.language': 'Behind --lang write zh (Chinese) or en (English); there is no “{asked}”.',
  'line.misunderstood': '{what}For example: {example}\nMore: oneneedle {name} --help',
  bug: 'The program made a mistake and did not finish; it is not your fault. Please give the command, the folder and the line below to the maintainers:\n{name}: {message}',
  material:
    'Sentences of the scheme, its clauses, reasons and findings are in Chinese, the official language of the material.',

  'help.usage': 'Usage: oneneedle COMMAND FOLDER|FILE [options]',
  'help.points': 'Points',
  'help.tables': 'Tables',
  'help.backup': 'Backup and accounts',
  'help.schemes': 'Schemes',
  'help.every': 'Every command has',
  'help.more': ' [options]',
  'help.options': 'Options',
  'help.examples': 'For example',
  'help.folder':
    'A folder holds scheme.yaml (the rules), roster and facts, these two as xlsx, csv or yaml;\nit may hold kinds.yaml (the catalogue of facts) and seals.yaml (sealed periods).',
  'help.exitCodes':
    'Exit codes: 0 done, 1 refused (with the reasons), 2 command not understood, 3 a bug of the program.',
  'place.period': '2026-Q1',
  'place.day': '2026-03-31',
  'place.folder': 'FOLDER',
  'place.subject': 'CODE|NAME',
  'place.scheme': 'SCHEME.yaml',
  'place.receipt': 'CODE',
  'place.decision': 'NUMBER',
  'place.issuer': 'ISSUER',
  'place.format': 'xlsx|csv|yaml',
  'target.folder': 'FOLDER',
  'target.scheme': 'SCHEME.yaml',
  'option.json': 'print one JSON document, for other programs',
  'option.lang':
    'the program speaks Chinese (zh, the default) or English (en); ONENEEDLE_LANG does the same',
  'option.help': 'print the usage; behind a command, the usage of that command',
  'option.period': 'the period; by default that of the day, or of the last fact',
  'option.asOf':
    'the day: later facts do not count; by default the end of the period, or the last fact if earlier',

  'asOf.asked': 'as of {day} (as asked)',
  'asOf.end': 'as of {day} (end of the period)',
  'asOf.last': 'as of {day} (date of the last fact)',
  'assess.head': '{scheme} {period}, {day}',
  'assess.demonstration': ' (demonstration data)',
  'assess.personal': 'Points, ranks and grades of persons are internal and not published.',
  'assess.noFacts':
    'Not one fact is recorded in {period}; the points are full marks and defaults. Check --period and facts.yaml.',
  'assess.large': 'More than {count} facts: the firmness of ranks was not worked out.',
  'assess.written': 'Result written to {file}',
  'assess.noSubjects':
    'Next: nobody is assessed in this period; check roster.yaml and the subject of scheme.yaml.',
  'assess.next':
    'Next: npx oneneedle explain {command} shows where each point of one subject comes from.',

  'table.rank': 'Rank',
  'table.subject': 'Subject',
  'table.group': 'Group',
  'table.score': 'Points',
  'table.grade': 'Grade',
  'table.state': 'State',
  'table.tied': 'tied',
  'table.notAssessed': 'not assessed',
  'table.provisional': 'provisional',
  'summary.subjects': 'Subjects: {count}',
  'summary.settled': 'settled: {count}',
  'summary.open': 'provisional: {count}',
  'summary.openMissing': 'provisional: {count} (material missing: {missing})',
  'summary.away': 'not assessed: {count}',
  'summary.sentence': '{parts}. As of {day}.',

  'list.line': '{head}: {who}',
  'list.places': '{name} ({places})',
  'list.within': '{name} ({group}, {places})',
  'list.internal': ' (internal)',
  'list.remarks': ' ({remarks})',
  'list.nobody': 'nobody',
  'stability.indicator': 'indicator',
  'stability.judge': 'judge',
  'stability.sample': 'sample',
  'stability.firm': 'Firmness of ranks: whichever {left} is left out, no rank changes.',
  'stability.head':
    'Firmness of ranks: leaving out each {left} in turn would change the rank of these; the result does not tell them apart (internal, not published)',
  'stability.range': 'Ranks',
  'stability.moved': 'Furthest move',
  'stability.without': 'without {what}: {rank}',
  'pay.head': 'Pay (a proposal: paid when the competent body has decided)',
  'pay.preview':
    'Pay (a proposal: the period has not ended, this is a preview; paid when the competent body has decided)',
  'pay.name': 'Name',
  'pay.item': 'Item',
  'pay.yuan': 'Yuan',
  'pay.due': 'due',
  'pay.withheld': 'withheld',
  'pay.vetoed': 'not paid',
  'pay.notTwice': 'paid by another unit',
  'pay.unresolved': 'cannot be said yet',
  'pay.total': 'Persons: {count}, yuan: {yuan}',
  'pay.ofWhichWithheld': 'of which withheld: {yuan}',
  'pay.open': 'persons with items that cannot be said yet, not included: {count}',
  'proposals.count':
    'Proposals: {count} ({named}). Each is decided by the body that it names; the program carries out none. See explain for reason, basis and procedure.',
  'notices.head': 'Please note:',
  'notices.same': '{sentence} (likewise {count} more: {ids})',
  'notices.sameBare': '{sentence} (likewise {count} more)',
  'notices.moreIds': '{ids} …',
  'notices.more': '… and {count} more kinds, see notices in result.json',

  'assess.summary':
    'work out the points: the ranked table on the screen, with --out the whole package',
  'assess.option.out':
    'the new folder for the whole package (circular, standings, sheets, receipt); without it only result.json is written, into the folder that is assessed',
  'assess.rewritten': 'Result written to {file} (the earlier one was overwritten)',
  'package.written': 'The package was written to {out}, files: {count}',
  'package.rewritten':
    'The package was written to {out}, files: {count} (the earlier one was overwritten)',
  'package.nextCode': 'The receipt code {code} stands on this circular; keep a copy of it.',
  'package.nextCodeReport': 'The receipt code {code} stands on this report; keep a copy of it.',
  'package.nextVerify': 'Whoever wants to check it can work out every number again: {command}',
  'package.language': 'The files of the package are in Chinese.',
  'assess.option.issuer': 'who issues the circular; together with --out',
  'assess.option.number': 'the document number of the circular',
  'assess.option.date': 'the day of the circular, such as 2026-04-10',
  'assess.noOut':
    '--issuer, --number and --date are about the circular: add --out. Example: oneneedle assess FOLDER --out RESULT --date 2026-04-10',
  'assess.badDate':
    'The date “{date}” is not one. Write it like 2026-03-31: four digits of the year, two of the month, two of the day.',
  'package.notice': 'the circular, as an official document',
  'package.report': 'the internal report to the body that decides',
  'package.standings': 'standings and points as a workbook',
  'package.sheets': 'one printable A4 sheet for each subject, sheets: {count}',
  'package.result': 'the whole result, for other programs',
  'package.receipt': 'the receipt: a hash of every file',
  'package.inputs': 'the scheme, roster and facts it was made from, as they were',
  'package.next': 'Next',
  'package.nextNotice':
    'Read notice.docx, have it decided and cleared, then post it. Issuer, number and date are written into it by --issuer, --number and --date; one that was changed in Word does not agree with verify.',
  'package.nextReport':
    'Read notice.docx and submit it to the competent body; points of persons are not posted.',
  'package.nextSheets':
    'Open the sheets in explain with a browser, print them, and hand each to its village or unit.',
  'package.nextPerson':
    'Open the sheets in explain with a browser, print them, and hand each to that person only.',
  'seal.summary': 'seal a period: what was published never changes, and later schemes may read it',
  'seal.option.period': 'the period to seal; must be given',
  'seal.option.decision': 'the number of the decision; a corrected edition must have one',
  'seal.noPeriod': 'Which period? Add --period, such as --period 2026-Q1. ',
  'seal.done':
    'Sealed {period}, edition {edition}: the points of {count} subjects never change again.',
  'seal.written': 'Written: {path} (added at its end, the rest as it was)',
  'seal.results':
    '{written}: the results of the period; schemes that read them take its rows at the end of their facts.yaml',
  'seal.undo':
    'Sealed by mistake? Before it is published, delete the last entry of {path}; afterwards only corrections are possible, and they count in the next open period.',
  'seal.next': 'Next: {command} --out FOLDER writes the package to be published.',
  'verify.summary':
    'work a package out again from its own inputs and compare every file and number; a published file (.json) too',
  'verify.listAgrees': 'Agrees: nothing was changed. {title}',
  'verify.listInner': 'Agrees with itself, not yet compared with the poster. {title}',
  'verify.listDiffers': 'Differs: {count} things are not as they were published. {title}',
  'verify.listChecked':
    'Worked out again: points and ranks of {count} subjects, {facts} facts, the root of the log. Code: {hash} (compare its first and last 8 characters with the poster, or give it as --receipt)',
  'verify.publicChecked':
    'Worked out again: points and ranks of {count} subjects. A public proof holds neither the facts nor the entries of the log, so these were not checked. Code: {hash} (compare its first and last 8 characters with the poster, or give it as --receipt)',
  'verify.option.receipt':
    'the code on the posted circular; a package rewritten as a whole is found out only by it',
  'verify.nextAgrees': 'Next: nothing to do, this is what was published.',
  'verify.nextDiffers':
    'Next: do not use this package. Ask for it as it was made, or make it again with assess --out from the original inputs.',
  'target.ledger': 'LOG|TOWN',
  'place.root': 'ROOT',
  'ledger.summary':
    'the ledger: works every hash and the root out again, names the first fact that differs',
  'ledger.option.receipt':
    'the root printed when it was published; a ledger rewritten as a whole is found out only by it',
  'ledger.agrees': 'Facts in the ledger: {count}; worked out again, all agree.\nRoot {root}',
  'ledger.nextAgrees':
    'Next: compare the root with the one that was printed (--receipt ROOT); a ledger rewritten as a whole is found out only so.',
  'ledger.printed':
    'The printed root is that of {count} facts; {later} were posted since, those before are unchanged.',
  'ledger.differs':
    'Facts in the ledger: {count}, places that differ: {faults}. Nothing may rest on it.',
  'ledger.more': 'And {count} more.',
  'ledger.nextDiffers':
    'Next: stop using this ledger, tell the assessment office and the county, and compare with the last backup.',
  'ledger.noFile':
    'There is no file “{path}”, nor is it the short name of a town (such as qinghe). The log file is downloaded on the page of the ledger.',
  'ledger.notLog':
    '“{path}” is not the log of a ledger. Download it again from the page of the ledger.',
  'ledger.noTown': 'The database has no town “{town}”.',
  'place.backup': 'BACKUP.tar',
  'place.town': 'TOWN',
  'backup.summary':
    'the data and evidence of all towns or of one as one file, verified when written',
  'backup.option.out': 'the file to write; required',
  'backup.option.town':
    'only one town (such as qinghe), with the accounts that may enter it; default all',
  'backup.noOut': 'The file for the backup is missing; add --out FILE.tar. ',
  'backup.noFolder':
    'There is no folder “{path}”; nothing was backed up. Make it first, or choose another place with --out.',
  'backup.written': 'Backed up to {path} ({size}), and verified from its first byte to its last.',
  'backup.town':
    '{name} ({code}): facts {facts}, files of evidence {files}, root of the ledger {root}',
  'backup.missing':
    'Files of evidence that are gone from the disk or damaged: {count}. They are not in the backup; everything else is.',
  'backup.next':
    'Next: copy it to another machine or disk and guard it, it holds personal data. Try to restore it every quarter: {command} (see docs/guides/backup.md)',
  'restore.summary':
    'brings a backup back: all towns into an empty installation, one town where it is not there',
  'restore.option.check':
    'only verifies every part of the backup; needs no database, restores nothing',
  'restore.checked':
    'The backup is sound: of {madeAt}, made by version {program}; every part was verified.',
  'restore.done':
    'Restored the backup of {madeAt} (made by version {program}); every table was compared with it.',
  'restore.missing':
    'Files of evidence that were gone when the backup was made, and are not here either: {count}.',
  'restore.next':
    'Next: npm start, and sign in with the old user names and passwords. Whoever was signed in then must sign in again.',
  'target.user': 'USER',
  'account.summary': 'a one-time password for an account, when no other administrator can reset it',
  'account.done':
    'The password of “{userName}” was reset: the old one is void, and whoever was signed in is out. The record of deeds has it.',
  'account.password': 'One-time password: {firstPassword}',
  'account.next':
    'Next: hand it over in person and clear the screen; at the first sign-in it must be changed.',
  'account.unknown':
    'No account has the user name “{userName}”; nothing was reset. Administrators: {who}.',
  'account.none':
    'No account has the user name “{userName}”; nothing was reset, and there is no administrator here. If nothing was set up yet, use the one-time key that the program prints when it starts.',
  'account.disabled':
    'The account “{userName}” is disabled; nothing was reset. Let an administrator enable it, or reset the password of the administrator.',
  'target.package': 'PACKAGE',
  'progress.package': 'Writing the package: {count} subjects',
  'progress.computing': 'Computing {count} facts.',
  'explain.summary':
    'the points of one subject, from the total down to clauses, facts and evidence',
  'explain.option.subject': 'code, name or former name; must be given',
  'explain.option.out': 'write the printable A4 sheet as well, the same as in the package',
  'explain.sheet': '{written}: one A4 sheet',
  'explain.next': 'Next: open it with a browser, print it, and hand it to the village or unit.',
  'explain.nextPerson': 'Next: open it with a browser, print it, and hand it to that person only.',
  'explain.noSheet':
    'The sheet of “{name}” was not found; write the package with assess --out and look in its folder explain.',
  'progress.sheet': 'Writing the sheet of {name}',
  'explain.noSubject': 'Whose points? Add --subject CODE|NAME. ',
  'explain.coded': '{name} ({code})',
  'explain.rank': 'rank {rank}',
  'explain.grade': 'grade {grade}',
  'explain.compared': 'Compared with the period before ({period})',
  'explain.notBefore': '{title}: was not assessed then, nothing to compare.',
  'explain.change': '{title}: {was} → {now} ({change})',
  'explain.noChange': ', no line has changed',
  'explain.tooMany': 'Too many facts: what could have been avoided was not worked out.',
  'explain.chances': 'What could have been avoided (each by itself, not to be added up)',
  'explain.moreChances': '… and {count} more, each smaller',
  'explain.proposals': 'Proposals (proposals only, the program carries out none)',
  'explain.decidedBy': '· {name}, decided by {body}',
  'explain.reason': '  Reason: {reason}',
  'explain.basis': '  Basis: {basis}',
  'explain.procedure': '  Procedure: {steps}',
  'explain.papers': '  Papers: {papers}',
  'explain.pay': 'Pay (a proposal, paid when the competent body has decided)',
  'explain.payLine': '· {item}: {sentence}',
  'explain.payTotal': 'Total: {yuan} yuan',
  'explain.payTotalOf': '{name}: total {yuan} yuan',
  'explain.payProvisional': ' (provisional)',
  'compare.summary': 'another scheme on the same facts: who rises, who falls, and by which clause',
  'compare.option.with': 'the scheme to try, or its folder; must be given',
  'compare.noScheme': 'Which scheme? Add --with SCHEME.yaml. ',
  'compare.next':
    'Next: this was a trial and nothing has changed. A new scheme must be decided by the body that decided the old one; then replace scheme.yaml and run scheme check and assess.',
  'compare.head': 'Trial for {period} (as of {day}): the same facts under another scheme',
  'compare.schemes': 'Before: {before}; after: {after}',
  'compare.counts':
    'Subjects: {count}; ranks up: {up}, down: {down}, unchanged: {same}; points higher: {higher}, lower: {lower}',
  'compare.regraded': 'grades changed: {count}',
  'compare.single': 'assessed by one of the schemes only: {count}',
  'compare.sealed':
    'The period is sealed and what was published stays; both sides are worked out as if it were not, for comparison only.',
  'compare.before': 'Before',
  'compare.after': 'After',
  'compare.change': 'Change',
  'compare.causes': 'By',
  'compare.more': '{count} more',
  'compare.newClauses': 'Clauses that only the new scheme has: {count}',
  'compare.goneClauses': 'Clauses that the new scheme has no more: {count}',
  'compare.heardOnlyBefore': 'Facts that the new scheme no longer hears: {kinds}',
  'compare.heardOnlyAfter': 'Facts that only the new scheme hears: {kinds}',
  'compare.discretion':
    'To be decided anew ({count}): discretion used under the old scheme does not carry over and is not counted here',
  'subject.several': '“{asked}” is the name of {count}; please use the code: {listed}.',
  'subject.notNow':
    '“{asked}” is in the roster but is not assessed by this scheme in {period} (days, type or condition); for another period use --period. ',
  'subject.unknown':
    'No subject “{asked}” in {period}, and no such code, name or former name in the roster. ',
  'subject.near': 'Did you mean: {listed}?',
  'subject.choice': 'There are: {listed}.',
  'subject.listed': '{names} … ({count} in all)',

  'check.summary': 'check a scheme, all findings at once',
  'check.option.conventions':
    'list the conventions as well: how open questions of the text are answered',
  'check.failed': '{counts}. A scheme with errors cannot be used; mend it and check again.',
  'check.passed': '{counts}. It can be used; the person in charge decides on the warnings.',
  'check.kinds': 'kinds.yaml (catalogue of facts)',
  'check.roster': 'roster.yaml (roster)',
  'check.unseen': ' (not compared, as there is no usable file beside it: {files})',
  'check.traceNone': 'Points that rest on paper alone (minutes, ledgers, photos): none.',
  'check.trace':
    'Points that rest on paper alone (minutes, ledgers, photos): {count} clauses, {points} of {of} points, {share}.',
  'check.conventions.none': 'Conventions: no question is left open.',
  'check.conventions.unread': 'The scheme cannot be read; mend it to see the conventions.',
  'check.conventions.head': 'Conventions: how this scheme answers what texts leave open',
  'check.conventions.no': 'No.',
  'check.conventions.question': 'Question',
  'check.conventions.answer': 'Answer of this scheme',
  'check.conventions.from': 'From',
  'check.conventions.line': '{no} {question}: {answer} ({from})',
  'check.conventions.stated': 'stated',
  'check.conventions.fixed': 'fixed',
  'check.conventions.default': 'default (may be written in {path})',
  'check.conventions.foot':
    'Stated: the scheme says so. Default: the scheme is silent, the usual practice holds. Fixed: the program knows one way only.',
  'scheme.notFound': '“{path}” is not there; please check the path of the scheme.',
  'scheme.notInFolder':
    'There is no scheme.yaml in the folder “{path}”. Name the scheme file, or the folder with a scheme.yaml.',
  'scheme.unreadable': 'The scheme {file} cannot be read; mend these and run again:',
  'template.summary': 'make two empty workbooks for a scheme: roster and facts, with drop-downs',
  'template.option.out': 'the folder to write to; by default that of the scheme',
  'template.roster': '{written}: the empty roster',
  'template.facts': '{written}: the forms for facts, one sheet for each kind that the scheme hears',
  'template.noRoster':
    'There is no usable roster beside the scheme, so the forms have no drop-downs of names; fill in the roster and make them again.',
  'template.findings':
    'The catalogue or the roster beside the scheme was not used, findings: {count}; see them with scheme check.',
  'template.next':
    'Next: fill them in, rename them to roster.xlsx and facts.xlsx, put them beside scheme.yaml, and run oneneedle assess.',
  'render.summary':
    'the official text of a scheme, as a Word file in the layout of official documents',
  'render.option.out': 'the file to write; by default named like the scheme, beside it',
  'render.written': '{written}: the official text of the scheme',
  'render.errors':
    'Mind: {counts}. A scheme with errors cannot be used; see npx oneneedle scheme check {file}',
  'render.next':
    'Next: open it in Word or WPS and compare it with the original before it is submitted.',
  'place.document': 'FILE.docx',
  'place.sheet': 'FILE.html',
  'import.summary': 'draft a scheme from Word or Excel; what is not recognised stays pending',
  'import.option.out': 'the folder to write to; by default one named like the file, beside it',
  'import.notFound': '“{path}” is not there; please check the path of the document.',
  'import.counts':
    'Clauses found: {clauses}; with a rule that was recognised: {recognised}; pending: {pending}.',
  'import.open': 'For you to decide:',
  'import.remarks': 'Not read, or to be compared with the document:',
  'import.moreRemarks': '… and {count} more, all of them in remarks.txt',
  'import.remark': '{place}: {sentence}',
  'import.words': ' (words: {words})',
  'import.next':
    'Next: open scheme.yaml, decide whatever is marked pending beside the document, then run {command}.',
  'target.paper': 'RULES.docx',
  'option.force': 'overwrite files that are there already; without it they are kept',
  'progress.reading': 'Reading {path}',
  'export.summary':
    'roster and facts as another kind of file, in the columns that are read, every row numbered',
  'export.option.to': 'which kind: xlsx, csv or yaml; must be given',
  'export.option.out': 'the folder to write to; by default the folder export inside',
  'export.noFormat': 'Into what? Add --to xlsx, --to csv or --to yaml. ',
  'export.unknownFormat': 'Behind --to write xlsx, csv or yaml; there is no “{asked}”.',
  'export.twoOfOne':
    '{names} already stands in this folder; with {format} files beside it nobody could tell which one counts. Write to another folder with --out.',
  'export.counts': 'Units: {units}, persons: {persons}, facts: {facts}.',
  'export.numbered':
    'Facts without a number before, now numbered in the order of the file: {count}.',
  'export.next':
    'Next: to go on with these two, move {names} away and these into {folder}; no point will change.',
  'option.goodRows': 'leave out the rows with problems and go on with the others',
  'read.marked':
    'Every problem is marked at its cell in {copy} (your table was not touched; mend it there and run again).',
  'read.marks':
    'oneneedle assess marks every problem at its cell in {copy} (your table is not touched).',
  'read.goodRows': 'To go on with the good rows alone, add --good-rows.',
  'progress.writing': 'Writing {count} facts',
  'finding.place': '{places}: ',
  'finding.coded': '{place}[{code}] {sentence}',
  'finding.titled': '{place}[{code}] {title}: {sentence}',
  'finding.more': '… and {count} more',
  'finding.table': 'Something in a table is wrong',
  'write.exists':
    'Already there, not overwritten: {paths}. Add --force to overwrite, or choose another place with --out.',
  'write.written': 'Written: {path}',
  'write.replaced': 'Written: {path} (what stood there was overwritten)',
  'finding.line': 'line {line}',
  ...roomsEn,
  ...installationEn,
  ...publicationEn,
} as const satisfies Readonly<Record<keyof typeof zh, string>>;
