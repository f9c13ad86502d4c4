#!/bin/sh
# Saves a Baraza, at work or stopped, as one archive: the database and the rest of DATA_DIR.
# Usage: infra/backup.sh ARCHIVE.tar.gz, as the account that runs the server and with its DATA_DIR and DATABASE_URL.
set -eu
umask 077
[ $# -eq 1 ] || { echo "Usage: $0 ARCHIVE.tar.gz" >&2; exit 2; }
archive=$1
root=$(cd "$(dirname "$0")/.." && pwd)
data=$(cd "$root" && mkdir -p "${DATA_DIR:-.data}" && cd "${DATA_DIR:-.data}" && pwd)
work=$(mktemp -d "$(dirname "$archive")/.baraza-backup-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$work/saved"

if [ -n "${DATABASE_URL:-}" ]; then
  pg_dump --format=custom --no-owner --file="$work/saved/database.dump" --dbname="$DATABASE_URL"
else
  node=$root/node_modules/.bin/node
  [ -x "$node" ] || node=node
  "$node" "$root/scripts/copy-database.ts" "$data/postgres" "$work/saved/database"
fi
tar -czf "$work/archive" --exclude=./postgres --exclude=./incoming -C "$work/saved" . -C "$data" .
mv "$work/archive" "$archive"
