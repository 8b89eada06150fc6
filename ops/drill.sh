#!/usr/bin/env bash
# 备份和恢复的演练：备份现在的系统，恢复到一个临时的新系统，逐镇重算台账，打开它看能不能用，再全部删去。
# 现在的系统只读不写，开着也可以做。设置和启动程序时写的一样（ONENEEDLE_DATA、DATABASE_URL）。
set -euo pipefail

root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && cd .. && pwd)
export PATH="$root/node_modules/.bin:$PATH"
work=$(mktemp -d)
chmod 755 "$work" # 数据库自己的用户要进得去；备份和数据只有各自的主人能读
server=''
clean() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null && wait "$server" || true; fi
  rm -rf "$work"
}
trap clean EXIT

# 新系统用自带的数据库和自己的文件夹，不碰原来的。
fresh() {
  env -u DATABASE_URL -u DATABASE_APP_URL -u ONENEEDLE_SECRET \
    ONENEEDLE_DATA="$work/data" ONENEEDLE_PAGES="$work" "$@"
}

echo '一、备份'
oneneedle backup --out "$work/drill.tar" --json >"$work/backup.json" 2>/dev/null || {
  node -p 'const { refusal, bug } = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8")); refusal?.sentence ?? bug' "$work/backup.json"
  exit 1
}
towns=$(node -p 'JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8")).towns.map(({ code }) => code).join(" ")' "$work/backup.json")

echo '二、恢复到临时的新系统'
fresh oneneedle restore "$work/drill.tar" 2>/dev/null

echo '三、逐镇重算台账'
for town in $towns; do fresh oneneedle ledger verify "$town" | head -n 1; done

echo '四、打开新系统'
port=$(node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
fresh env PORT="$port" node "$root/server/src/start.ts" >"$work/start.log" 2>&1 &
server=$!
until node -e 'fetch(process.argv[1]).then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))' "http://127.0.0.1:$port/api/health/ready"; do
  kill -0 "$server" 2>/dev/null || { cat "$work/start.log"; exit 1; }
  sleep 0.5
done

echo '演练成功：备份能恢复，台账对得上，新系统能打开。临时的文件已删去。'
