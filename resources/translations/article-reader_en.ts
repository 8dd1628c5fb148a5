<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ArticleSettingsDialog</name>
    <message numerus="yes">
        <source>%Ln element(s)</source>
        <translation>
            <numerusform>%Ln element</numerusform>
            <numerusform>%Ln elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message numerus="yes">
        <source>%Ln articles</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlights</source>
        <translation>
            <numerusform>%Ln highlight</numerusform>
            <numerusform>%Ln highlights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln smart lists</source>
        <translation>
            <numerusform>%Ln smart list</numerusform>
            <numerusform>%Ln smart lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message numerus="yes">
        <source>%Ln versions</source>
        <translation>
            <numerusform>%Ln version</numerusform>
            <numerusform>%Ln versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailHeader</name>
    <message numerus="yes">
        <source>%Ln pictures are not stored</source>
        <translation>
            <numerusform>%Ln picture is not stored</numerusform>
            <numerusform>%Ln pictures are not stored</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderSync</name>
    <message numerus="yes">
        <source>Your other machines had %Ln change(s).</source>
        <translation>
            <numerusform>Your other machines had %Ln change.</numerusform>
            <numerusform>Your other machines had %Ln changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HighlightPopup</name>
    <message numerus="yes">
        <source>%Ln highlight(s) here: click again for the next.</source>
        <translation>
            <numerusform>%Ln highlight here: click again for the next.</numerusform>
            <numerusform>%Ln highlights here: click again for the next.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdentityQuestion</name>
    <message numerus="yes">
        <source>%Ln article(s) left their place, and several files may be the same article.</source>
        <translation>
            <numerusform>%Ln article left its place, and several files may be the same article.</numerusform>
            <numerusform>%Ln articles left their place, and several files may be the same article.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImageCommands</name>
    <message numerus="yes">
        <source>%Ln pictures could not be loaded.</source>
        <translation>
            <numerusform>%Ln picture could not be loaded.</numerusform>
            <numerusform>%Ln pictures could not be loaded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImageQuestion</name>
    <message numerus="yes">
        <source>Download %Ln pictures of this article?</source>
        <translation>
            <numerusform>Download %Ln picture of this article?</numerusform>
            <numerusform>Download %Ln pictures of this article?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListCommands</name>
    <message numerus="yes">
        <source>%Ln file path(s) copied.</source>
        <translation>
            <numerusform>%Ln file path copied.</numerusform>
            <numerusform>%Ln file paths copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message numerus="yes">
        <source>The library is ready: %Ln article(s).</source>
        <translation>
            <numerusform>The library is ready: %Ln article.</numerusform>
            <numerusform>The library is ready: %Ln articles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfflineDialog</name>
    <message numerus="yes">
        <source>Download the missing pictures of %Ln selected article(s)?</source>
        <translation>
            <numerusform>Download the missing pictures of %Ln selected article?</numerusform>
            <numerusform>Download the missing pictures of %Ln selected articles?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln s left</source>
        <translation>
            <numerusform>%Ln s left</numerusform>
            <numerusform>%Ln s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures are stored</source>
        <translation>
            <numerusform>%Ln picture is stored</numerusform>
            <numerusform>%Ln pictures are stored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are still missing</source>
        <translation>
            <numerusform>%Ln is still missing</numerusform>
            <numerusform>%Ln are still missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageWords</name>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreferenceRow</name>
    <message numerus="yes">
        <source>%Ln hosts…</source>
        <translation>
            <numerusform>%Ln host…</numerusform>
            <numerusform>%Ln hosts…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShareStates</name>
    <message numerus="yes">
        <source>These %Ln files share one reading state.</source>
        <translation>
            <numerusform>This %Ln file has one reading state.</numerusform>
            <numerusform>These %Ln files share one reading state.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What you do with one of these %Ln files then holds for all.</source>
        <translation>
            <numerusform>What you do with this %Ln file then holds for all.</numerusform>
            <numerusform>What you do with one of these %Ln files then holds for all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files have reading states of their own now.</source>
        <translation>
            <numerusform>%Ln file has a reading state of its own now.</numerusform>
            <numerusform>%Ln files have reading states of their own now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files share their reading state now.</source>
        <translation>
            <numerusform>%Ln file shares its reading state now.</numerusform>
            <numerusform>%Ln files share their reading state now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateHistory</name>
    <message numerus="yes">
        <source>%Ln article(s) changed.</source>
        <translation>
            <numerusform>%Ln article changed.</numerusform>
            <numerusform>%Ln articles changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back for %Ln article(s).</source>
        <translation>
            <numerusform>Taken back for %Ln article.</numerusform>
            <numerusform>Taken back for %Ln articles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatisticsDialog</name>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>Looking for articles… %Ln found</source>
        <translation>
            <numerusform>Looking for articles… %Ln found</numerusform>
            <numerusform>Looking for articles… %Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles/s</source>
        <translation>
            <numerusform>%Ln article/s</numerusform>
            <numerusform>%Ln articles/s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln s left</source>
        <translation>
            <numerusform>%Ln s left</numerusform>
            <numerusform>%Ln s left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message numerus="yes">
        <source>Tags that all %Ln articles have:</source>
        <translation>
            <numerusform>Tags that this %Ln article has:</numerusform>
            <numerusform>Tags that all %Ln articles have:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakenInDialog</name>
    <message numerus="yes">
        <source>%Ln article(s) named in it.</source>
        <translation>
            <numerusform>%Ln article named in it.</numerusform>
            <numerusform>%Ln articles named in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them in the library.</source>
        <translation>
            <numerusform>%Ln of them in the library.</numerusform>
            <numerusform>%Ln of them in the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) changed.</source>
        <translation>
            <numerusform>%Ln article changed.</numerusform>
            <numerusform>%Ln articles changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) taken in.</source>
        <translation>
            <numerusform>%Ln highlight taken in.</numerusform>
            <numerusform>%Ln highlights taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them not found in the text.</source>
        <translation>
            <numerusform>%Ln of them not found in the text.</numerusform>
            <numerusform>%Ln of them not found in the text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) taken in.</source>
        <translation>
            <numerusform>%Ln change taken in.</numerusform>
            <numerusform>%Ln changes taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) were read to different places.</source>
        <translation>
            <numerusform>%Ln article was read to different places.</numerusform>
            <numerusform>%Ln articles were read to different places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message numerus="yes">
        <source>%Ln paragraphs are the same</source>
        <translation>
            <numerusform>%Ln paragraph is the same</numerusform>
            <numerusform>%Ln paragraphs are the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln difference</numerusform>
            <numerusform>%Ln differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhichFileDialog</name>
    <message numerus="yes">
        <source>%Ln highlight(s)</source>
        <translation>
            <numerusform>%Ln highlight</numerusform>
            <numerusform>%Ln highlights</numerusform>
        </translation>
    </message>
</context>
</TS>
