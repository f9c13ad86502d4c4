#!/bin/sh
# Brings back what infra/backup.sh saved, into an empty DATA_DIR and, with DATABASE_URL, an empty database.
# Usage: infra/restore.sh ARCHIVE.tar.gz, as the account that runs the server, while the server is stopped.
set -eu
umask 077
[ $# -eq 1 ] || { echo "Usage: $0 ARCHIVE.tar.gz" >&2; exit 2; }
archive=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
cd "$(dirname "$0")/.."
data=${DATA_DIR:-.data}
if [ -d "$data" ] && [ -n "$(ls -A "$data")" ]; then
  echo "$data is not empty: move it away first." >&2
  exit 1
fi
mkdir -p "$data"
tar -xzpf "$archive" -C "$data"
if [ -d "$data/database" ]; then
  mv "$data/database" "$data/postgres"
else
  pg_restore --no-owner --exit-on-error --single-transaction \
    --dbname="${DATABASE_URL:?This archive holds a dump: set DATABASE_URL to an empty database.}" "$data/database.dump"
  rm "$data/database.dump"
fi
