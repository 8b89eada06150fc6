/** 备份: the data of an installation or of one town as one verified file, and back. */

export type { Manifest } from './manifest.ts';
export { type RestoreNeeds, restoreBackup } from './restore.ts';
export { requireBackup, verifyBackup } from './verify.ts';
export { type BackupNeeds, writeBackup } from './write.ts';
