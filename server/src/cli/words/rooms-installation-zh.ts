/** What opening, backing up and restoring an installation says, as it stands in its places. */

export const installationZh = {
  'room.start.port':
    '端口 {port} 已被别的程序占用，多半是本程序已经开着。换一个端口：PORT={next} npm start。',
  'room.start.secret': 'ONENEEDLE_SECRET 太短，至少 32 个字符，请用随机生成的。',
  'room.identity.missing': '统一身份认证的设置不全，还缺 {names}。四项要写全，或者都不写。',
  'room.identity.address': '设置 {name}={value} 不对，应是 https:// 开头的网址。',
  'room.identity.secret':
    '设置 {name}={path} 读不到密钥。请把统一身份认证平台给的密钥写进这个文件，并让程序能读。',
  'room.mail.missing': '发邮件的设置不全，还缺 {name}。两项要写全，或者都不写。',
  'room.mail.address':
    '设置 {name}={path} 里没有邮件服务器的地址。请在这个文件里写一行，例如 smtps://用户名:口令@邮件服务器:465，并让程序能读。',
  'room.setting.whole': '设置 {name}={value} 不对，应是 0 到 {top} 的整数。',
  'room.database.role':
    '不能建立程序用的数据库角色 {role}（{why}）。请让 DATABASE_URL 的用户有建立角色的权利；或先由管理员建好这个角色，把它的地址写进 DATABASE_APP_URL。',
  'room.database.mighty':
    '数据库角色“{role}”看得见所有乡镇的数据（超级用户、BYPASSRLS 或表的所有者），程序不能用它运行。请在 DATABASE_APP_URL 里换一个普通角色。',
  'room.database.later':
    '数据库是由另一个版本的程序升级过的（{why}），不能打开。请换用不低于那个版本的程序。',
  'room.database.changed': '{name} 与当时执行的内容不同',
  'room.database.unknown': '程序里没有 {name}',
  'room.database.unreachable':
    '连不上 DATABASE_URL 写的数据库（{why}）。请核对地址、用户和口令，以及数据库是否在运行。',
  'room.database.old':
    'DATABASE_URL 的数据库是 PostgreSQL {version}，需要 15 以上。请升级，或换一个。',
  'room.postgres.programs':
    '“{path}”里没有 postgres 程序。请核对 ONENEEDLE_POSTGRES（例如 /usr/lib/postgresql/15/bin），或不写它，用自带的。',
  'room.postgres.machine':
    '这台机器（{platform} {processor}）没有自带的数据库程序。请用 DATABASE_URL 写明一个 PostgreSQL 15 以上的数据库，或用 ONENEEDLE_POSTGRES 写明已装的 PostgreSQL 的 bin 文件夹。',
  'room.postgres.held':
    '数据文件夹 {path} 正由进程 {process} 使用，不能同时打开第二次。请先停下那一个，或用另一个文件夹。',
  'room.postgres.none':
    '数据文件夹 {path} 里没有数据。请用 ONENEEDLE_DATA 写明数据文件夹，或用 DATABASE_URL 写明数据库，和启动程序时写的一样。',
  'room.postgres.major':
    '数据目录 {path} 是 PostgreSQL {made} 建的，现在的程序是 PostgreSQL {major}，不能直接打开。请用 ONENEEDLE_POSTGRES 写明 PostgreSQL {again} 的 bin 文件夹；要换版本的，先用旧版本备份，再恢复到新的空目录。',
  'room.postgres.user':
    '数据库不能以 root 身份运行，而系统里没有用户 {names}。请建一个（useradd --system oneneedle），或用 ONENEEDLE_POSTGRES_USER 写明一个。',
  'room.postgres.elsewhere': '用户 {name} 进不了 {path}，数据放在 {other}。',
  'room.postgres.failed': '数据库没有启动起来。日志 {path} 的最后几行：',

  'room.backup.one': '正在备份{name}。',
  'room.backup.reading': '写完了，正在从头读一遍核对。',
  'room.backup.noTown': '这里没有代号是“{town}”的乡镇，没有备份。请核对 --town 后面的代号。',
  'room.backup.noTowns': '这里还没有建立任何乡镇，没有可以备份的。',
  'room.backup.empty': '这个数据库是空的，没有可以备份的。',
  'room.backup.ledger':
    '{name}的台账和它的根对不上（{why}），这份备份不能作为依据。请先用 oneneedle ledger verify 查清楚。',
  'room.backup.notFound': '没有找到备份文件“{path}”，请核对路径。',
  'room.backup.unreadable': '备份文件“{path}”读不出来（{why}）。请核对它是不是文件、有没有权限读。',
  'room.backup.none': '这不是本程序的备份，或没有传完、被截断了。请重新拷贝一次，或换另一份备份。',
  'room.backup.other':
    '这份备份是另一个版本的程序做的，这个程序读不懂。请用做备份的那个版本来恢复。',
  'room.backup.damaged':
    '备份损坏了：其中的“{part}”和做备份时不一样。请重新拷贝一次，或换另一份备份。',
  'room.restore.verifying': '正在从头读一遍备份，核对每一部分。',
  'room.restore.files': '正在恢复佐证文件。',
  'room.restore.tables': '正在恢复各张表。',
  'room.restore.migration':
    '备份是 {made} 版的程序做的，其中的升级脚本 {name} 这个程序（{version} 版）没有，或内容不同，不能恢复。请换用不低于那个版本的程序。',
  'room.restore.newer':
    '这个数据库的表比备份的新，不能直接恢复进来。请恢复到一个全新的空数据库，程序会自己升级。',
  'room.restore.notEmpty':
    '这里已经有数据（{names}），整个系统的备份只能恢复到空的系统里，没有恢复。请用一个新的数据文件夹（ONENEEDLE_DATA）或空的数据库。',
  'room.restore.townThere':
    '这里已经有{name}（{code}），没有恢复：恢复不会覆盖已有的乡镇。请恢复到没有它的系统里。',
  'room.restore.names':
    '备份里的用户名 {names} 在这里是别人的，没有恢复。请先在这里给他们改用户名，再恢复一次。',
} as const;
