#!/usr/bin/env node
// Says what is wrong before the newer syntax of the sources can: they need Node 24.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `需要 Node 24 或更新版本，现在是 ${process.versions.node}。请在本项目文件夹里运行 npm ci，再用 npx oneneedle；装过仍是这样的，再运行 npm rebuild --ignore-scripts。macOS 须先自行安装 Node 24。`,
  );
  process.exit(2);
}
const { run } = await import('../src/cli/main.ts');
process.exitCode = run(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
});
