/* Stands in for python.exe and py.exe: notes its command line in %NOTED%, and says yes to a question (-c) that holds %YES_<its name>%. */
#include <stdio.h>
#include <windows.h>

int main(void) {
  wchar_t self[1024], variable[1024] = L"YES_", yes[256];
  char note[8192], file[1024];
  WideCharToMultiByte(CP_UTF8, 0, GetCommandLineW(), -1, note, sizeof note, NULL, NULL);
  GetEnvironmentVariableA("NOTED", file, sizeof file);
  FILE *out = fopen(file, "ab");
  if (out) { fprintf(out, "%s\n", note); fclose(out); }
  GetModuleFileNameW(NULL, self, 1024);
  wcscat(variable, wcsrchr(self, L'\\') + 1);
  *wcsrchr(variable, L'.') = 0;
  if (!wcsstr(GetCommandLineW(), L" -c ")) return 0;
  return !(GetEnvironmentVariableW(variable, yes, 256) && wcsstr(GetCommandLineW(), yes));
}
