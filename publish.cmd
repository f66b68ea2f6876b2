@echo off
rem Makes one file a platform, runtime included, under publish\: publish.cmd [RUNTIME...]
setlocal
cd /d "%~dp0"
set "runtimes=%*"
if "%runtimes%"=="" set "runtimes=linux-x64 win-x64 osx-arm64"
for %%r in (%runtimes%) do (
    dotnet publish src\ReliabilityEngine.Cli -c Release -r %%r --self-contained --nologo -v q --artifacts-path artifacts\publish -p:PublishSingleFile=true -p:IncludeNativeLibrariesForSelfExtract=true -p:EnableCompressionInSingleFile=true -p:DebugType=embedded -o publish\%%r || exit /b 2
    echo publish\%%r
)
