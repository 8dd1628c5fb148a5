<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ArticleSettingsDialog</name>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message numerus="yes">
        <source>%n articles</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlights</source>
        <translation>
            <numerusform>%n highlight</numerusform>
            <numerusform>%n highlights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n smart lists</source>
        <translation>
            <numerusform>%n smart list</numerusform>
            <numerusform>%n smart lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message numerus="yes">
        <source>%n versions</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailHeader</name>
    <message numerus="yes">
        <source>%n pictures are not stored</source>
        <translation>
            <numerusform>%n picture is not stored</numerusform>
            <numerusform>%n pictures are not stored</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderSync</name>
    <message numerus="yes">
        <source>Your other machines had %n change(s).</source>
        <translation>
            <numerusform>Your other machines had %n change.</numerusform>
            <numerusform>Your other machines had %n changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HighlightPopup</name>
    <message numerus="yes">
        <source>%n highlight(s) here: click again for the next.</source>
        <translation>
            <numerusform>%n highlight here: click again for the next.</numerusform>
            <numerusform>%n highlights here: click again for the next.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdentityQuestion</name>
    <message numerus="yes">
        <source>%n article(s) left their place, and several files may be the same article.</source>
        <translation>
            <numerusform>%n article left its place, and several files may be the same article.</numerusform>
            <numerusform>%n articles left their place, and several files may be the same article.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImageCommands</name>
    <message numerus="yes">
        <source>%n pictures could not be loaded.</source>
        <translation>
            <numerusform>%n picture could not be loaded.</numerusform>
            <numerusform>%n pictures could not be loaded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImageQuestion</name>
    <message numerus="yes">
        <source>Download %n pictures of this article?</source>
        <translation>
            <numerusform>Download %n picture of this article?</numerusform>
            <numerusform>Download %n pictures of this article?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListCommands</name>
    <message numerus="yes">
        <source>%n file path(s) copied.</source>
        <translation>
            <numerusform>%n file path copied.</numerusform>
            <numerusform>%n file paths copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message numerus="yes">
        <source>The library is ready: %n article(s).</source>
        <translation>
            <numerusform>The library is ready: %n article.</numerusform>
            <numerusform>The library is ready: %n articles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfflineDialog</name>
    <message numerus="yes">
        <source>Download the missing pictures of %n selected article(s)?</source>
        <translation>
            <numerusform>Download the missing pictures of %n selected article?</numerusform>
            <numerusform>Download the missing pictures of %n selected articles?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>%n s left</numerusform>
            <numerusform>%n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures are stored</source>
        <translation>
            <numerusform>%n picture is stored</numerusform>
            <numerusform>%n pictures are stored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are still missing</source>
        <translation>
            <numerusform>%n is still missing</numerusform>
            <numerusform>%n are still missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageWords</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreferenceRow</name>
    <message numerus="yes">
        <source>%n hosts…</source>
        <translation>
            <numerusform>%n host…</numerusform>
            <numerusform>%n hosts…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShareStates</name>
    <message numerus="yes">
        <source>These %n files share one reading state.</source>
        <translation>
            <numerusform>This %n file has one reading state.</numerusform>
            <numerusform>These %n files share one reading state.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What you do with one of these %n files then holds for all.</source>
        <translation>
            <numerusform>What you do with this %n file then holds for all.</numerusform>
            <numerusform>What you do with one of these %n files then holds for all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files have reading states of their own now.</source>
        <translation>
            <numerusform>%n file has a reading state of its own now.</numerusform>
            <numerusform>%n files have reading states of their own now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files share their reading state now.</source>
        <translation>
            <numerusform>%n file shares its reading state now.</numerusform>
            <numerusform>%n files share their reading state now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateHistory</name>
    <message numerus="yes">
        <source>%n article(s) changed.</source>
        <translation>
            <numerusform>%n article changed.</numerusform>
            <numerusform>%n articles changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back for %n article(s).</source>
        <translation>
            <numerusform>Taken back for %n article.</numerusform>
            <numerusform>Taken back for %n articles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatisticsDialog</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>Looking for articles… %n found</source>
        <translation>
            <numerusform>Looking for articles… %n found</numerusform>
            <numerusform>Looking for articles… %n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles/s</source>
        <translation>
            <numerusform>%n article/s</numerusform>
            <numerusform>%n articles/s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>%n s left</numerusform>
            <numerusform>%n s left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message numerus="yes">
        <source>Tags that all %n articles have:</source>
        <translation>
            <numerusform>Tags that this %n article has:</numerusform>
            <numerusform>Tags that all %n articles have:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakenInDialog</name>
    <message numerus="yes">
        <source>%n article(s) named in it.</source>
        <translation>
            <numerusform>%n article named in it.</numerusform>
            <numerusform>%n articles named in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them in the library.</source>
        <translation>
            <numerusform>%n of them in the library.</numerusform>
            <numerusform>%n of them in the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) changed.</source>
        <translation>
            <numerusform>%n article changed.</numerusform>
            <numerusform>%n articles changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n highlight(s) taken in.</source>
        <translation>
            <numerusform>%n highlight taken in.</numerusform>
            <numerusform>%n highlights taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them not found in the text.</source>
        <translation>
            <numerusform>%n of them not found in the text.</numerusform>
            <numerusform>%n of them not found in the text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) taken in.</source>
        <translation>
            <numerusform>%n change taken in.</numerusform>
            <numerusform>%n changes taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were read to different places.</source>
        <translation>
            <numerusform>%n article was read to different places.</numerusform>
            <numerusform>%n articles were read to different places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message numerus="yes">
        <source>%n paragraphs are the same</source>
        <translation>
            <numerusform>%n paragraph is the same</numerusform>
            <numerusform>%n paragraphs are the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhichFileDialog</name>
    <message numerus="yes">
        <source>%n highlight(s)</source>
        <translation>
            <numerusform>%n highlight</numerusform>
            <numerusform>%n highlights</numerusform>
        </translation>
    </message>
</context>
</TS>
