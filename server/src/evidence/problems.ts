/** What the evidence room refuses, in words of the one who sent a file. */

import { defineProblems, problemKind } from '../platform/index.ts';
import type { RefusedKind } from './sniff.ts';

interface Named {
  readonly name: string;
}

export const evidenceProblem = defineProblems('evidence', {
  'evidence-unknown': problemKind<object>({
    status: 404,
    zh: () =>
      '没有找到这份佐证，或者它不在您能看的范围里。请从事实或佐证列表里打开；需要看的，请找记这件事的办公室。',
    en: () =>
      'There is no such evidence, or it is not for you to see. Open it from a fact or from the list.',
  }),
  'evidence-gone': problemKind<object>({
    status: 409,
    constraint: 'evidence_use_known',
    zh: () => '引用的佐证里有一份已经不在了，这次没有保存。请在表单里去掉它，或重新上传后再引用。',
    en: () =>
      'A piece of evidence that you cite is not there any more. Nothing was saved; send it again.',
  }),
  'evidence-foreign': problemKind<Named>({
    status: 403,
    zh: ({ name }) =>
      `“${name}”是别人传的，只有传的人能改说明或删除。请找传的人改；照片要遮挡的，请找考核办。`,
    en: ({ name }) => `“${name}” was brought by somebody else: only they may change or remove it.`,
  }),
  'evidence-cited': problemKind<Named>({
    status: 409,
    zh: ({ name }) =>
      `“${name}”已被引用，没有改动。已入账的事实所引用的佐证不能改说明、不能删除；待记还在引用的，请先在待记里去掉。确有错误的，请更正那条事实，另传一份。`,
    en: ({ name }) =>
      `“${name}” is cited and was left as it is. Take it out of the entry first; what a posted fact cites stays: reverse the fact.`,
  }),
  'preview-none': problemKind<Named>({
    status: 404,
    zh: ({ name }) => `“${name}”不是图片，没有缩略图。请直接打开文件。`,
    en: ({ name }) => `“${name}” is no picture and has no preview. Open the file itself.`,
  }),
  'file-lost': problemKind<Named & { sha256: string }>({
    status: 503,
    zh: ({ name, sha256 }) =>
      `“${name}”的登记还在，磁盘上的文件却不见了。请把校验码 ${sha256.slice(0, 12)} 告诉管理员，由他从备份里恢复；手里还有原件的，重传同一个文件也能补上。`,
    en: ({ name, sha256 }) =>
      `The file of “${name}” is missing on the disk. Tell the administrator its hash ${sha256.slice(0, 12)}: it is to be restored from the backup.`,
  }),
  'disk-full': problemKind<Named>({
    status: 503,
    zh: ({ name }) =>
      `“${name}”没有存上：服务器的磁盘满了。已经收到的部分还在；请告诉管理员清理出空间，然后接着传，不用从头来。`,
    en: ({ name }) =>
      `“${name}” was not kept: the disk of the server is full. What arrived is still here; go on once there is room.`,
  }),
  'redaction-cited': problemKind<Named>({
    status: 409,
    zh: ({ name }) =>
      `“${name}”本身已被引用，或者就是要遮挡的那张，不能拿来顶替。请另传一张遮挡好的照片再办。`,
    en: ({ name }) =>
      `“${name}” is cited itself, or is the same picture. Send a redacted copy first.`,
  }),
  'redaction-no-picture': problemKind<Named>({
    status: 422,
    zh: ({ name }) =>
      `“${name}”没有改动：只有照片能用遮挡过的照片顶替。文档要遮挡的，请更正那条事实，另传一份。`,
    en: ({ name }) => `“${name}” was left as it is: only a picture takes the place of a picture.`,
  }),
  'not-confirmed': problemKind<Named>({
    status: 422,
    zh: ({ name }) =>
      `“${name}”还没有开始传：请先核对内容，勾选“不含国家秘密、工作秘密”。图片和 PDF 里的字程序读不出来，要靠您把关。`,
    en: ({ name }) =>
      `“${name}” was not sent: first confirm that it holds neither state nor work secrets. The program cannot read pictures and PDF.`,
  }),
  'upload-unknown': problemKind<object>({
    status: 404,
    zh: () =>
      '没有找到这次上传：可能已经取消，放得太久被清掉了，或者是别人的。请重新选择文件再传。',
    en: () => 'There is no such upload, or it is not yours. Choose the file again.',
  }),
  'upload-kept': problemKind<Named>({
    status: 409,
    zh: ({ name }) => `“${name}”已经存好了，不用再传。要删除的，请在佐证列表里删。`,
    en: ({ name }) => `“${name}” is kept already. To remove it, use the list of evidence.`,
  }),
  'file-empty': problemKind<Named>({
    status: 422,
    zh: ({ name }) =>
      `“${name}”没有存上：它是空文件（0 字节）。多半是复制或下载没有完成，请重新取一份再传。`,
    en: ({ name }) => `“${name}” was not kept: it is empty. Fetch it again and send that.`,
  }),
  'file-too-large': problemKind<Named & { bytes: number; most: number }>({
    status: 413,
    zh: ({ name, bytes, most }) =>
      `“${name}”没有存上：它有 ${megabytes(bytes)} MB，一个文件最多 ${megabytes(most)} MB。照片请用手机的普通画质，扫描件请降到 200 dpi 或分成几份再传。`,
    en: ({ name, bytes, most }) =>
      `“${name}” was not kept: it has ${megabytes(bytes)} MB, and ${megabytes(most)} MB is the most. Send it smaller or in pieces.`,
  }),
  'document-too-large': problemKind<Named & { bytes: number }>({
    status: 413,
    zh: ({ name, bytes }) =>
      `“${name}”没有存上：文档、表格和文本最多 20 MB，它有 ${megabytes(bytes)} MB，多半是贴了大图片。请在 Office 或 WPS 里“压缩图片”再保存，或导出为 PDF 再传。`,
    en: ({ name, bytes }) =>
      `“${name}” was not kept: documents, sheets and text may have 20 MB, this has ${megabytes(bytes)} MB. Compress its pictures, or export it as PDF.`,
  }),
  'part-misplaced': problemKind<{ offset: number; received: number }>({
    status: 409,
    zh: ({ offset, received }) =>
      `这一段没有接上：已经收到 ${received} 字节，送来的这段却从 ${offset} 字节开始。请从 ${received} 字节接着传，已经收到的不用重传。`,
    en: ({ offset, received }) =>
      `This part does not fit: ${received} bytes are here, and it begins at ${offset}. Go on from ${received}.`,
  }),
  'part-overruns': problemKind<Named & { bytes: number }>({
    status: 422,
    zh: ({ name, bytes }) =>
      `“${name}”没有存上：传来的内容比事先说的 ${bytes} 字节多，多半是传的时候文件又被改过。这一段没有收，请关闭正在编辑它的程序，重新选择文件再传。`,
    en: ({ name, bytes }) =>
      `“${name}” was not kept: more arrives than the ${bytes} bytes announced. This part was not taken; choose the file again.`,
  }),
  'upload-busy': problemKind<object>({
    status: 409,
    zh: () => '这个文件的上一段还在接收，没有同时收第二段。请等几秒再接着传，已经收到的不用重传。',
    en: () => 'An earlier part of this file is still arriving. Go on in a few seconds.',
  }),
  'upload-unfinished': problemKind<{ received: number; bytes: number }>({
    status: 409,
    zh: ({ received, bytes }) =>
      `文件还没有传完：共 ${bytes} 字节，收到 ${received} 字节。请从 ${received} 字节接着传，传完再提交。`,
    en: ({ received, bytes }) =>
      `The file is not complete: ${received} of ${bytes} bytes are here. Go on from ${received}.`,
  }),
  'bytes-differ': problemKind<Named>({
    status: 422,
    zh: ({ name }) =>
      `“${name}”没有存上：收到的内容和您电脑里的不一样（校验码对不上），可能传输出错，也可能传的时候文件被改过。已收到的部分作废，请重新选择文件再传。`,
    en: ({ name }) =>
      `“${name}” was not kept: what arrived is not what was announced (the hash differs). Choose the file again.`,
  }),
  'kind-refused': problemKind<Named & { kind: RefusedKind }>({
    status: 415,
    zh: ({ name, kind: found }) => `“${name}”没有存上：${refusedZh[found]}`,
    en: ({ name, kind: found }) => `“${name}” was not kept: ${refusedEn[found]}`,
  }),
  'name-disagrees': problemKind<Named & { ending: string; noun: string }>({
    status: 415,
    zh: ({ name, ending, noun }) =>
      `“${name}”没有存上：文件名说是 .${ending}，内容却是${noun}。光改文件名后面的字母，不会改变里面的格式。请核对是不是选错了文件，或把文件名改对再传。`,
    en: ({ name, ending }) =>
      `“${name}” was not kept: it is called .${ending}, but its content is something else. Check the file or correct its name.`,
  }),
  'picture-damaged': problemKind<Named>({
    status: 422,
    zh: ({ name }) =>
      `照片没有存上：“${name}”读不完整，可能没有复制完或已损坏。请在电脑上打开看看，能看到整张的另存一份再传；不能的，请从手机或相机重新取。`,
    en: ({ name }) =>
      `The photo was not kept: “${name}” cannot be read to its end. Take it from the camera again.`,
  }),
  'picture-heic': problemKind<Named>({
    status: 415,
    zh: ({ name }) =>
      `照片没有存上：“${name}”是苹果手机的 HEIC 格式，这里读不了。请在手机“设置—相机—格式”选“兼容性最佳”再拍，已经拍的用微信发给自己（不选原图）或另存为 JPG 再传。`,
    en: ({ name }) =>
      `The photo was not kept: “${name}” is HEIC, which is not read here. Save it as JPG; on the phone choose Settings, Camera, Formats, Most Compatible.`,
  }),
  'picture-too-large': problemKind<Named & { width: number; height: number }>({
    status: 413,
    zh: ({ name, width, height }) =>
      `照片没有存上：“${name}”有 ${width} × ${height} 点，超过 5000 万像素。请把相机调到普通画质再拍，或在看图软件里缩小到长边 4000 点再传。`,
    en: ({ name, width, height }) =>
      `The photo was not kept: “${name}” has ${width} × ${height} points, and 50 million are the most. Make it smaller.`,
  }),
  'picture-moving': problemKind<Named>({
    status: 415,
    zh: ({ name }) =>
      `照片没有存上：“${name}”是动图，只存其中一张会丢内容。请截出要作佐证的那一张，存成 JPG 再传。`,
    en: ({ name }) =>
      `The photo was not kept: “${name}” moves. Send the one picture that matters as JPG.`,
  }),
  'document-macros': problemKind<Named>({
    status: 415,
    zh: ({ name }) =>
      `“${name}”没有存上：里面带有宏（会自动运行的程序），可能有害。请用 Office 或 WPS 打开，“另存为”不带宏的 .docx 或 .xlsx，或导出为 PDF 再传。`,
    en: ({ name }) => `“${name}” was not kept: it holds macros. Save it without them, or as PDF.`,
  }),
  'document-unsound': problemKind<Named & { sentence: string }>({
    status: 422,
    zh: ({ name, sentence }) => `“${name}”没有存上：${sentence}`,
    en: ({ name }) =>
      `“${name}” was not kept: it is damaged, or no document that is read here. Save it anew with Office or WPS as .docx or .xlsx.`,
  }),
  'text-unreadable': problemKind<Named>({
    status: 415,
    zh: ({ name }) =>
      `“${name}”没有存上：认不出是什么文件，按文本（UTF-8、GB18030）也读不通。佐证可以是照片（JPG、PNG、WebP）、PDF、.docx、.xlsx、.csv、.txt，请存成其中一种再传。`,
    en: ({ name }) =>
      `“${name}” was not kept: it is no file that is known, and no text. Evidence is JPG, PNG, WebP, PDF, .docx, .xlsx, .csv or .txt.`,
  }),
  'pdf-cut-off': problemKind<Named>({
    status: 422,
    zh: ({ name }) =>
      `“${name}”没有存上：这份 PDF 没有结尾，多半是下载或复制没有完成。请重新取一份，能打开看到最后一页再传。`,
    en: ({ name }) => `“${name}” was not kept: the PDF has no end. Fetch it again.`,
  }),
  'file-doubled': problemKind<Named>({
    status: 415,
    zh: ({ name }) =>
      `“${name}”没有存上：PDF 后面还藏着一个压缩包，可能有害。请用“打印—另存为 PDF”重新生成一份再传。`,
    en: ({ name }) =>
      `“${name}” was not kept: an archive hides behind the PDF. Print it to a new PDF.`,
  }),
  'marked-secret': problemKind<Named & { mark: string; where: string }>({
    status: 422,
    zh: ({ name, mark, where }) =>
      `“${name}”没有存上：${where}标有“${mark}”。本系统不是涉密系统，不得存放国家秘密和工作秘密；传来的内容没有留下。涉密的请按保密规定处理，并告诉保密员；确实不涉密、只是字样相同的，请改掉这处字样再传。`,
    en: ({ name, mark }) =>
      `“${name}” was not kept: it is marked “${mark}”. This system must not hold secrets; nothing of it was kept. Follow the secrecy rules; if it is no secret, change the words.`,
  }),
});

const refusedZh: Readonly<Record<RefusedKind, string>> = {
  archive: '它是压缩包，里面是什么看不出来。请先解压，把要作佐证的文件一个一个传。',
  program: '它是程序或脚本，可能有害，不能作佐证。来路不明的请不要打开，并告诉管理员。',
  'web-page': '它是网页，里面可能带脚本。请在浏览器里“打印—另存为 PDF”再传。',
  drawing: '它是 SVG 矢量图，里面可能带脚本。请另存为 PNG 或 JPG 再传。',
  film: '它是视频，这里不存视频。请截取能说明问题的画面，存成 JPG 再传。',
  sound: '它是录音，这里不存录音。请把要点写成文字，由在场的人签字后拍照或扫描再传。',
  picture: '这种图片格式读不了。请用看图软件另存为 JPG 或 PNG 再传。',
  'old-office':
    '它是旧格式（.doc、.xls、.wps、.et 一类）。请用 Office 或 WPS 打开，“另存为”.docx 或 .xlsx，或导出为 PDF 再传。',
  'locked-office':
    '它加了打开密码，审核的人看不了。请用 Office 或 WPS 打开，去掉打开密码保存后再传。',
  slides: '它是演示文稿，审核时翻看不便。请导出为 PDF 再传。',
  ofd: '它是 OFD 版式文件，这里还看不了。请用 OFD 阅读器“导出为 PDF”或打印后扫描再传。',
  unknown:
    '认不出它是什么文件。佐证可以是照片（JPG、PNG、WebP）、PDF、.docx、.xlsx、.csv、.txt，请存成其中一种再传。',
};

const refusedEn: Readonly<Record<RefusedKind, string>> = {
  archive: 'it is an archive. Unpack it and send the files one by one.',
  program: 'it is a program or script.',
  'web-page': 'it is a web page, which may hold scripts. Print it to PDF.',
  drawing: 'it is SVG, which may hold scripts. Save it as PNG or JPG.',
  film: 'films are not kept. Send the picture that matters as JPG.',
  sound: 'sound is not kept. Write down what matters, signed by who was there.',
  picture: 'this form of picture is not read. Save it as JPG or PNG.',
  'old-office': 'it is of an old form. Save it as .docx or .xlsx, or as PDF.',
  'locked-office': 'it has an opening password. Remove that and send it again.',
  slides: 'slides are not kept. Export them as PDF.',
  ofd: 'OFD is not shown here yet. Export it as PDF.',
  unknown: 'its kind is not known. Evidence is JPG, PNG, WebP, PDF, .docx, .xlsx, .csv or .txt.',
};

/** One decimal, and never rounded down to the limit that was broken. */
function megabytes(bytes: number): string {
  return (Math.ceil(bytes / 104_857.6) / 10).toFixed(1).replace(/\.0$/, '');
}
