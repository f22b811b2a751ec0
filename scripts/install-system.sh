#!/bin/sh
# Install the parts that pip cannot supply, where this user may; otherwise say what to install.
set -eu

packages="chromium chromium-driver fonts-noto-cjk libreoffice-writer-nogui poppler-utils"
missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v chromedriver >/dev/null 2>&1 || missing="$missing chromium-driver"
command -v soffice >/dev/null 2>&1 || missing="$missing libreoffice-writer-nogui"
command -v pdftotext >/dev/null 2>&1 || missing="$missing poppler-utils"
fc-list 2>/dev/null | grep -qi 'noto.*cjk' || missing="$missing fonts-noto-cjk"
[ -z "$missing" ] && exit 0

if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo "installing:$missing"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing fontconfig >/dev/null
else
  echo "make test-system needs:$missing (all of: $packages); please install them" >&2
  exit 1
fi
