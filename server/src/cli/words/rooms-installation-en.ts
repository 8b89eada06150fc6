/** The same in English. */

import type { installationZh } from './rooms-installation-zh.ts';

export const installationEn = {
  'room.start.port':
    'Port {port} is taken by another program, most likely this one runs already. Choose another: PORT={next} npm start.',
  'room.start.secret': 'ONENEEDLE_SECRET is too short: at least 32 characters, made at random.',
  'room.identity.missing':
    'The settings of the unified identity are not complete: {names} is missing. Write all four, or none.',
  'room.identity.address':
    'The setting {name}={value} is wrong: an address that begins with https://.',
  'room.identity.secret':
    'The setting {name}={path} names no secret that can be read. Put the secret that the provider of the unified identity gave into this file, and let the program read it.',
  'room.mail.missing':
    'The settings for e-mail are not complete: {name} is missing. Write both, or none.',
  'room.mail.address':
    'The setting {name}={path} names no address of a mail server. Write one line into that file, such as smtps://user:password@mail-server:465, and let the program read it.',
  'room.setting.whole': 'The setting {name}={value} is wrong: a whole number from 0 to {top}.',
  'room.database.role':
    'The database role {role} of the program cannot be made ({why}). Let the user of DATABASE_URL make roles; or have an administrator make this role and put its address into DATABASE_APP_URL.',
  'room.database.mighty':
    'The database role “{role}” sees the data of all towns (superuser, BYPASSRLS or owner of tables); the program does not run with it. Put a common role into DATABASE_APP_URL.',
  'room.database.later':
    'The database was upgraded by another version of the program ({why}) and cannot be opened. Use a program not older than that.',
  'room.database.changed': '{name} is not what was applied then',
  'room.database.unknown': 'the program has no {name}',
  'room.database.unreachable':
    'The database of DATABASE_URL cannot be reached ({why}). Check address, user and password, and whether it runs.',
  'room.database.old':
    'The database of DATABASE_URL is PostgreSQL {version}; 15 or newer is needed. Upgrade it, or use another.',
  'room.postgres.programs':
    'There is no program postgres in “{path}”. Check ONENEEDLE_POSTGRES (such as /usr/lib/postgresql/15/bin), or leave it out to use the one that came along.',
  'room.postgres.machine':
    'No database came along for this machine ({platform} {processor}). Name a PostgreSQL 15 or newer in DATABASE_URL, or the bin folder of an installed one in ONENEEDLE_POSTGRES.',
  'room.postgres.held':
    'The data folder {path} is used by process {process} and cannot be opened twice. Stop that one first, or use another folder.',
  'room.postgres.none':
    'There are no data in the folder {path}. Name the data folder in ONENEEDLE_DATA or the database in DATABASE_URL, as for starting the program.',
  'room.postgres.major':
    'The data directory {path} was made by PostgreSQL {made}, and the program is PostgreSQL {major}: it cannot be opened. Name the bin folder of PostgreSQL {again} in ONENEEDLE_POSTGRES; to change versions, back up with the old one and restore into a new, empty folder.',
  'room.postgres.user':
    'The database does not run as root, and there is no user {names}. Make one (useradd --system oneneedle), or name one in ONENEEDLE_POSTGRES_USER.',
  'room.postgres.elsewhere': 'The user {name} cannot enter {path}; the data lie in {other}.',
  'room.postgres.failed': 'The database did not start. The last lines of its log {path}:',

  'room.backup.one': 'Backing up {name}.',
  'room.backup.reading': 'Written; reading it from its first byte to its last.',
  'room.backup.noTown':
    'There is no town “{town}” here; nothing was backed up. Check the code behind --town.',
  'room.backup.noTowns': 'No town was founded here yet; there is nothing to back up.',
  'room.backup.empty': 'This database is empty; there is nothing to back up.',
  'room.backup.ledger':
    'The ledger of {name} does not have its root ({why}): this backup would prove nothing. Find out first with oneneedle ledger verify.',
  'room.backup.notFound': 'The backup “{path}” is not there; please check the path.',
  'room.backup.unreadable':
    'The backup “{path}” cannot be read ({why}). Check whether it is a file, and whether you may read it.',
  'room.backup.none':
    'This is no backup of this program, or it was cut off on the way. Copy it again, or use another backup.',
  'room.backup.other':
    'This backup was made by another version of the program, and this one cannot read it. Restore it with the version that made it.',
  'room.backup.damaged':
    'The backup is damaged: its part “{part}” is not what was written. Copy it again, or use another backup.',
  'room.restore.verifying': 'Reading the backup from its first byte to its last.',
  'room.restore.files': 'Restoring the files of evidence.',
  'room.restore.tables': 'Restoring the tables.',
  'room.restore.migration':
    'The backup was made by version {made}, and this program ({version}) has no migration {name}, or another one of that name. Use a program not older than that.',
  'room.restore.newer':
    'The tables of this database are newer than those of the backup. Restore into a new, empty database; the program upgrades it by itself.',
  'room.restore.notEmpty':
    'There are data here already ({names}), and a backup of everything comes only into an empty installation; nothing was restored. Use a new data folder (ONENEEDLE_DATA) or an empty database.',
  'room.restore.townThere':
    '{name} ({code}) is here already; nothing was restored, for no town is ever overwritten. Restore where it is not.',
  'room.restore.names':
    'User names of the backup belong to others here: {names}. Nothing was restored. Change them here first, then restore again.',
} as const satisfies Readonly<Record<keyof typeof installationZh, string>>;
