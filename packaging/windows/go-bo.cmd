@echo off
rem Removes what cai-dat.cmd installed. ASCII only, see cai-dat.cmd. Papers and registers are in the user's own folders: they stay.
setlocal EnableExtensions DisableDelayedExpansion
title notice-gen
set "ROOT=%LOCALAPPDATA%\notice-gen"
set "PYTHONHOME="
set "PYTHONPATH="
if not exist "%ROOT%\chuong-trinh\python.txt" goto nothing
set "PYEXE="
for /f "usebackq delims=" %%P in ("%ROOT%\chuong-trinh\python.txt") do set "PYEXE=%ROOT%\chuong-trinh\%%P"
"%PYEXE%" -I -X utf8 "%ROOT%\chuong-trinh" /go-bo %*
if errorlevel 1 goto kept
if /i not "%~1"=="/q" pause
cd /d "%TEMP%"
rem This file may lie in the folder that is removed: another cmd removes it once this one has ended.
start "" /b cmd /d /c ping -n 3 127.0.0.1 ^>nul ^& rmdir /s /q "%ROOT%"
exit /b 0

:nothing
echo.
echo   notice-gen chua duoc cai cho nguoi dung nay.
echo.
if /i not "%~1"=="/q" pause
exit /b 0

:kept
echo.
echo   Chua go bo duoc, xem loi o tren.
echo.
if /i not "%~1"=="/q" pause
exit /b 4
