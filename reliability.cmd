@echo off
rem Runs the program `reliability`; builds it first where sources differ from those of the last build.
setlocal
set "root=%~dp0"
set "built=%root%artifacts\reliability"
set "seen=%root%artifacts\sources"
set "log=%root%artifacts\build.log"
set "given=%MLNet%"
set fresh=1
if not exist "%built%\reliability.exe" set fresh=0
rem robocopy /L only lists: it returns 0 where source and copy agree.
for %%d in (src data\lexicons data\likelihood data\pages data\weights models) do (
    if exist "%root%%%d" robocopy "%root%%%d" "%seen%\%%d" /L /MIR /XD bin obj /NJH /NJS /NDL /NFL /NP >nul || set fresh=0
)
robocopy "%root%." "%seen%\root" Directory.*.props Directory.*.targets global.json /L /NJH /NJS /NDL /NFL /NP >nul || set fresh=0
robocopy "%root%data" "%seen%\data-root" outlets.tsv /L /NJH /NJS /NDL /NFL /NP >nul || set fresh=0
if not exist "%seen%\MLNet-%given%.built" set fresh=0
if "%fresh%"=="1" goto run

where dotnet >nul 2>nul || goto without
echo reliability: building (a minute on first use)... 1>&2
if not exist "%root%artifacts" mkdir "%root%artifacts"
if not defined MLNet call :ask
call :publish --use-current-runtime -p:PublishReadyToRun=true || call :publish || call :without_mlnet || goto failed
rem The answer of a build that failed tells of no package: it is remembered only when the program is built.
if defined asked if "%MLNet%"=="false" type nul >"%root%artifacts\mlnet.without"
if "%MLNet%"=="true" echo reliability: built with the learners of ML.NET 1>&2
for %%d in (src data\lexicons data\likelihood data\pages data\weights models) do (
    if exist "%root%%%d" robocopy "%root%%%d" "%seen%\%%d" /MIR /XD bin obj /NJH /NJS /NDL /NFL /NP >nul
)
robocopy "%root%." "%seen%\root" Directory.*.props Directory.*.targets global.json /NJH /NJS /NDL /NFL /NP >nul
robocopy "%root%data" "%seen%\data-root" outlets.tsv /NJH /NJS /NDL /NFL /NP >nul
del "%seen%\MLNet-*.built" 2>nul
type nul >"%seen%\MLNet-%given%.built"

:run
"%built%\reliability.exe" %*
exit /b %errorlevel%

rem ML.NET's learners are built in where their packages restore. MLNet=true or false in the environment decides instead.
:ask
set asked=1
set MLNet=false
if exist "%root%artifacts\mlnet.without" exit /b 0
dotnet restore "%root%src\ReliabilityEngine.Learning.MLNet" --artifacts-path "%root%artifacts\mlnet-build" --nologo -v q >nul 2>nul && set MLNet=true
exit /b 0

:without_mlnet
if not defined asked exit /b 1
if "%MLNet%"=="false" exit /b 1
set MLNet=false
call :publish
exit /b %errorlevel%

rem ReadyToRun halves the start-up; its compiler is a package that not every feed serves.
:publish
dotnet publish "%root%src\ReliabilityEngine.Cli" -c Release --self-contained false --nologo -v q --artifacts-path "%root%artifacts\build" -o "%built%" %* >"%log%" 2>&1
exit /b %errorlevel%

:without
echo reliability: needs the .NET 10 SDK: https://dotnet.microsoft.com/download 1>&2
exit /b 2

:failed
type "%log%" 1>&2
echo reliability: the build failed; the lines above are %log% 1>&2
exit /b 2
