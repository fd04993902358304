#!/usr/bin/env bash
# Builds the website and copies it to a web server of your own:
#   .github/publishing/rsync.sh https://katalog.example.id user@server:/var/www/katalog/
set -euo pipefail

[ $# -eq 2 ] || { sed -n '2,3s/^# //p' "$0" >&2; exit 64; }
command -v rsync >/dev/null || { echo "rsync is missing: install it with your system's packages" >&2; exit 2; }
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."

./etalase build --precompress --base-url "$1"
# Visitors meanwhile see the old site: changed files are put in place together at the end, and those that are gone go
# last. Files with the same bytes keep their times, so that browsers that have them needn't load them again.
rsync --recursive --checksum --chmod=D755,F644 --delay-updates --delete-after \
  --exclude='/.etalase-*' --exclude=/.gitignore public/ "$2"
