#!/usr/bin/env bash
# Builds the website and copies it to object storage (S3, R2, …) that rclone knows and that serves web pages:
#   .github/publishing/rclone.sh https://katalog.example.id remote:bucket
set -euo pipefail

[ $# -eq 2 ] || { sed -n '2,3s/^# //p' "$0" >&2; exit 64; }
command -v rclone >/dev/null || { echo "rclone is missing: install it with your system's packages" >&2; exit 2; }
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."

# Without --precompress: storage doesn't choose between a file and its compressed companions; a CDN compresses.
./etalase build --base-url "$1"

# What pages need goes before the pages, and what is gone goes last. The names in assets/ change with the content, so
# browsers may keep them.
rclone copy public/assets "$2/assets" --checksum \
  --header-upload 'Cache-Control: public, max-age=31536000, immutable'
rclone sync public "$2" --checksum --delete-after \
  --exclude '/assets/**' --exclude '/.etalase-*' --exclude '/.etalase-*/**' --exclude /.gitignore \
  --header-upload 'Cache-Control: public, max-age=300'
rclone sync public/assets "$2/assets" --checksum \
  --header-upload 'Cache-Control: public, max-age=31536000, immutable'
