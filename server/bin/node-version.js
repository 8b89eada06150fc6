/** Why a version of Node cannot run the sources, or undefined: they are TypeScript that Node 24 reads. */
export function versionRefusal(version) {
  const major = Number(version.split('.')[0]);
  if (major >= 24) return undefined;
  return (
    `需要 Node 24 或更新版本，现在是 Node ${version}。` +
    '请在本项目文件夹里运行 npm ci（会装好 Node 24），再用 npx oneneedle；' +
    '装过仍是这样的，再运行 npm rebuild --ignore-scripts。macOS 须先自行安装 Node 24。'
  );
}
