@echo off
rem Installs notice-gen for the user who runs it. ASCII only: cmd reads its own file in the code page of the machine.
setlocal EnableExtensions DisableDelayedExpansion
title notice-gen
set "HERE=%~dp0"
set "WORK=%HERE%chuong-trinh"
set "PYEXE="
set "PYARG="
set "PYTHONHOME="
set "PYTHONPATH="
if not exist "%WORK%\__main__.py" goto unzipped
set "FIT=import sys, sysconfig; sys.exit(not ((3, 11) <= sys.version_info[:2] <= (3, 14) and sysconfig.get_platform() == 'win-amd64' and 'WindowsApps' not in sys.base_prefix))"
for %%V in (3.13 3.12 3.14 3.11) do call :launcher %%V
call :program python.exe
for %%V in (313 312 314 311) do call :program "%LOCALAPPDATA%\Programs\Python\Python%%V\python.exe"
for %%V in (313 312 314 311) do call :program "%ProgramFiles%\Python%%V\python.exe"
call :program "%HERE%python\python.exe"
if not defined PYEXE goto nopython
"%PYEXE%" %PYARG% -I -X utf8 "%WORK%" %*
set "CODE=%ERRORLEVEL%"
goto end

:launcher
if defined PYEXE exit /b 0
py.exe -%1 -I -c "%FIT%" >nul 2>nul
if errorlevel 1 exit /b 0
set "PYEXE=py.exe"
set "PYARG=-%1"
exit /b 0

:program
if defined PYEXE exit /b 0
"%~1" -I -c "%FIT%" >nul 2>nul
if errorlevel 1 exit /b 0
set "PYEXE=%~1"
exit /b 0

:unzipped
echo.
echo   Chua giai nen het: bam chuot phai vao tep .zip, chon "Extract All", roi chay cai-dat.cmd trong thu muc vua giai nen.
echo.
set "CODE=3"
goto end

:nopython
echo.
echo   May nay chua co Python 3.11 - 3.14 ban 64 bit, va goi nay khong kem Python.
echo   Lay goi co kem Python (ten tep co chu "kem-python"), hoac cai Python tu python.org, roi chay lai cai-dat.cmd.
echo.
set "CODE=4"

:end
if /i not "%~1"=="/q" pause
exit /b %CODE%
