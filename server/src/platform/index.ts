/** What every room stands on: refusals in Chinese, files of a clerk's machine, findings in words. */

export { fileSentence, kindOf, megabytesOf, readText, slowMegabytes, writeText } from './files.ts';
export { countText, findingText, groupedText, inFile } from './findings.ts';
export { Refusal } from './refusal.ts';
