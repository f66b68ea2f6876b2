#!/bin/sh
# Makes one file a platform, runtime included, under publish/: ./publish.sh [RUNTIME…]
set -eu
cd "$(dirname "$0")"
[ $# -gt 0 ] || set -- linux-x64 win-x64 osx-arm64
for runtime; do
    dotnet publish src/ReliabilityEngine.Cli -c Release -r "$runtime" --self-contained --nologo -v q \
        --artifacts-path artifacts/publish -p:PublishSingleFile=true -p:IncludeNativeLibrariesForSelfExtract=true \
        -p:EnableCompressionInSingleFile=true -p:DebugType=embedded -o "publish/$runtime"
    echo "publish/$runtime"
done
