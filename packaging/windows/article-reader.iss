; SPDX-License-Identifier: MIT
; Inno Setup 6: iscc /DVersion=… packaging\windows\article-reader.iss, after PyInstaller has filled dist\article-reader.
#ifndef Version
  #error Give the version: /DVersion=…
#endif
#define Name "Article Reader"
#define Program "article-reader.exe"
#define Document "ArticleReader.Document"

[Setup]
AppId={{6E2C5B0E-3B5E-4F0C-9C0B-7B1E4B1D2A61}
AppName={#Name}
AppVersion={#Version}
DefaultDirName={autopf}\{#Name}
DefaultGroupName={#Name}
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
SourceDir=..\..
OutputDir=dist
OutputBaseFilename=article-reader-{#Version}-setup
LicenseFile=LICENSE
SetupIconFile=build\icons\article-reader.ico
UninstallDisplayIcon={app}\{#Program}
ChangesAssociations=yes
CloseApplications=yes
Compression=lzma2
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "dist\article-reader\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs

[InstallDelete]
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\{#Name}"; Filename: "{app}\{#Program}"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Program}"; Tasks: desktopicon

; Only "Open with": no default is taken from another program.
[Registry]
Root: HKA; Subkey: "Software\Classes\{#Document}"; ValueType: string; ValueData: "Article"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\{#Document}\DefaultIcon"; ValueType: string; ValueData: "{app}\{#Program},0"
Root: HKA; Subkey: "Software\Classes\{#Document}\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\{#Program}"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "{#Name}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\{#Program}\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}"" ""%1"""
#define Offer(str Suffix) \
  "Root: HKA; Subkey: ""Software\Classes\" + Suffix + "\OpenWithProgids""; ValueType: none; ValueName: """ + Document + """; Flags: uninsdeletevalue"
#emit Offer(".md")
#emit Offer(".markdown")
#emit Offer(".mdx")
#emit Offer(".html")
#emit Offer(".htm")
#emit Offer(".xhtml")
#emit Offer(".mhtml")
#emit Offer(".mht")
#emit Offer(".txt")
#emit Offer(".rst")

[Run]
Filename: "{app}\{#Program}"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent
