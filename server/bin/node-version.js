/** Why a version of Node cannot run the sources, or undefined: they are TypeScript that Node 24 reads. */
export function versionRefusal(version, language = '') {
  const major = Number(version.split('.')[0]);
  if (major >= 24) return undefined;
  if (/^en(?![a-z])/i.test(language)) {
    return (
      `Node 24 or newer is needed, this is Node ${version}. ` +
      'Run npm ci in the folder of this project (it installs Node 24), then use npx oneneedle; ' +
      'if it stays like this, run npm rebuild --ignore-scripts. On macOS install Node 24 first.'
    );
  }
  return (
    `需要 Node 24 或更新版本，现在是 Node ${version}。` +
    '请在本项目文件夹里运行 npm ci（会装好 Node 24），再用 npx oneneedle；' +
    '装过仍是这样的，再运行 npm rebuild --ignore-scripts。macOS 须先自行安装 Node 24。'
  );
}
