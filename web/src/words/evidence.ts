/** Words of evidence: sending files, looking at them, describing, redacting and removing them. */

import { catalogue, grouped } from './catalogue.ts';

export const evidenceWords = catalogue(
  {
    evidence: '佐证',
    choose: '选择文件',
    camera: '拍照',
    dropHere: '把照片或文件拖到这里，或者',
    pasteHere: '截图可以直接粘贴。',
    accepted:
      '收照片（JPG、PNG、WebP）、PDF、.docx、.xlsx、.csv、.txt，一个文件最多 50 MB。照片里的拍摄地点、手机型号会自动去掉。',
    confirm: (n: number) => `我已核对：这 ${grouped(n)} 个文件不含国家秘密、工作秘密`,
    confirmWhy: '勾选后开始上传。图片和 PDF 里的字程序读不出来，要靠您把关。',
    onTheWay: '正在上传的文件',
    unconfirmed: '等您核对并勾选，还没有传',
    queued: '排队等传',
    hashing: (percent: number) => `正在核对文件 ${percent}%`,
    sending: (percent: number, done: string, all: string) =>
      `正在上传 ${percent}%（${done} / ${all}）`,
    examining: '传完了，正在检查内容…',
    waiting: (done: string) =>
      `网络断了，已经传上的 ${done} 不用重传；恢复后自动接着传。请不要关闭本页。`,
    waitingServer: '服务器暂时没有应答，已经传上的不用重传；恢复后自动接着传。',
    failed: '没有存上：服务器出了差错，不是文件有误。请再传一次；仍不行，请把编号告诉管理员。',
    unreadable: (name: string) =>
      `“${name}”没有存上：从这台电脑上读不出来，可能被移动、改名，或者正被别的程序占用。请重新选择。`,
    again: '接着传',
    leave: '不传了',
    takeAway: '去掉',
    keptHashes: (received: string, stored: string) =>
      `✓ 已存下 · 收到的校验码 ${received} · 存下的校验码 ${stored}`,
    caption: '拍的是什么',
    captionHint: '例如：东溪村口垃圾堆放，3 处',
    cited: '引用的佐证',
    kinds: (kind: string) => nameOf(kindsZh, kind),
    gone: '这份佐证已经不在了，或者您看不到',
  },
  {
    evidence: 'Evidence',
    choose: 'Choose files',
    camera: 'Take a photo',
    dropHere: 'Drop photos or files here, or',
    pasteHere: 'A screenshot can be pasted.',
    accepted:
      'Photos (JPG, PNG, WebP), PDF, .docx, .xlsx, .csv and .txt, at most 50 MB each. The place and the phone in a photo are taken out.',
    confirm: (n) =>
      `I have checked: ${n === 1 ? 'this file holds' : `these ${grouped(n)} files hold`} neither state secrets nor work secrets`,
    confirmWhy:
      'Sending begins with the tick. The program cannot read what stands in pictures and PDF; you must.',
    onTheWay: 'Files on their way',
    unconfirmed: 'Not sent: waits until you have checked and ticked',
    queued: 'Waits for its turn',
    hashing: (percent) => `Checking the file, ${percent}%`,
    sending: (percent, done, all) => `Sending, ${percent}% (${done} of ${all})`,
    examining: 'All sent; being examined…',
    waiting: (done) =>
      `The network is down. The ${done} that arrived need not be sent again; it goes on by itself. Do not close this page.`,
    waitingServer:
      'The server does not answer. What arrived need not be sent again; it goes on by itself.',
    failed:
      'Not kept: the server made a mistake; the file is fine. Send it again; if it stays, tell the administrator the number.',
    unreadable: (name) =>
      `“${name}” was not kept: it cannot be read on this computer. It may have been moved, renamed, or be open elsewhere. Choose it again.`,
    again: 'Go on',
    leave: 'Do not send',
    takeAway: 'Take out',
    keptHashes: (received, stored) => `✓ Kept · received as ${received} · stored as ${stored}`,
    caption: 'What it shows',
    captionHint: 'For example: rubbish at the east gate, 3 heaps',
    cited: 'Evidence that is cited',
    kinds: (kind) => nameOf(kindsEn, kind),
    gone: 'This evidence is not there any more, or not for you to see',
  },
);

/** "3.2 MB", "640 KB": sizes as people say them, the same in both languages. */
export function sizeText(bytes: number): string {
  const kilobytes = Math.ceil(bytes / 1024);
  if (kilobytes < 1024) return `${kilobytes} KB`;
  return `${(Math.ceil(bytes / 104_857.6) / 10).toFixed(1).replace(/\.0$/, '')} MB`;
}

const kindsZh: Readonly<Record<string, string>> = {
  picture: '照片',
  pdf: 'PDF',
  document: '文档',
  sheet: '表格',
  text: '文本',
};

const kindsEn: Readonly<Record<string, string>> = {
  picture: 'Photo',
  pdf: 'PDF',
  document: 'Document',
  sheet: 'Sheet',
  text: 'Text',
};

function nameOf(names: Readonly<Record<string, string>>, kind: string): string {
  return names[kind] ?? kind;
}
