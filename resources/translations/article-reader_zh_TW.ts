<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Article Reader</source>
        <translation>關於 Article Reader</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Reads articles where they lie, and changes none of them.</source>
        <translation>文章在哪裡就在哪裡讀，一個字也不改動。</translation>
    </message>
    <message>
        <source>Requests of pages refused since the start: %1</source>
        <translation>啟動以來攔下的頁面請求：%1</translation>
    </message>
    <message>
        <source>Free software under the MIT License.</source>
        <translation>以 MIT 授權條款釋出的自由軟體。</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>授權條款…</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open file…</source>
        <translation>開啟檔案…</translation>
    </message>
    <message>
        <source>Add folder to library…</source>
        <translation>把資料夾加入書庫…</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>新視窗</translation>
    </message>
    <message>
        <source>Open in new window</source>
        <translation>在新視窗中開啟</translation>
    </message>
    <message>
        <source>Look for changes in the library</source>
        <translation>檢查書庫中的變化</translation>
    </message>
    <message>
        <source>Make available offline…</source>
        <translation>下載離線圖片…</translation>
    </message>
    <message>
        <source>Try missing pictures again…</source>
        <translation>重試缺少的圖片…</translation>
    </message>
    <message>
        <source>Reload article</source>
        <translation>重新載入文章</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存為 PDF…</translation>
    </message>
    <message>
        <source>Save complete copy…</source>
        <translation>儲存完整副本…</translation>
    </message>
    <message>
        <source>Copy link to source</source>
        <translation>複製原網頁連結</translation>
    </message>
    <message>
        <source>Copy file path</source>
        <translation>複製檔案路徑</translation>
    </message>
    <message>
        <source>Copy as Markdown link</source>
        <translation>複製為 Markdown 連結</translation>
    </message>
    <message>
        <source>Send link by mail…</source>
        <translation>以電子郵件傳送連結…</translation>
    </message>
    <message>
        <source>Open with…</source>
        <translation>開啟方式…</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>在檔案管理員中顯示</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>偏好設定…</translation>
    </message>
    <message>
        <source>Restore from backup…</source>
        <translation>從備份還原…</translation>
    </message>
    <message>
        <source>Take in an export…</source>
        <translation>匯入其他程式的匯出檔案…</translation>
    </message>
    <message>
        <source>Write reading state to a file…</source>
        <translation>將閱讀狀態寫入檔案…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>下一篇</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>上一篇</translation>
    </message>
    <message>
        <source>Continue reading</source>
        <translation>繼續閱讀</translation>
    </message>
    <message>
        <source>Next unread article</source>
        <translation>下一篇未讀</translation>
    </message>
    <message>
        <source>Mark as read or unread</source>
        <translation>標為已讀或未讀</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>標籤…</translation>
    </message>
    <message>
        <source>Archive selected articles</source>
        <translation>封存所選文章</translation>
    </message>
    <message>
        <source>Find in article…</source>
        <translation>在文章中尋找…</translation>
    </message>
    <message>
        <source>Next place found</source>
        <translation>下一個相符處</translation>
    </message>
    <message>
        <source>Previous place found</source>
        <translation>上一個相符處</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>搜尋書庫</translation>
    </message>
    <message>
        <source>Save search as smart list…</source>
        <translation>將搜尋存為智慧型清單…</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>相關文章</translation>
    </message>
    <message>
        <source>Share reading state with copies…</source>
        <translation>與副本共用閱讀狀態…</translation>
    </message>
    <message>
        <source>Compare versions…</source>
        <translation>比較版本…</translation>
    </message>
    <message>
        <source>Show original</source>
        <translation>顯示原網頁</translation>
    </message>
    <message>
        <source>Open source in browser</source>
        <translation>在瀏覽器中開啟原網頁</translation>
    </message>
    <message>
        <source>Load images of this article</source>
        <translation>下載本文圖片</translation>
    </message>
    <message>
        <source>Keep pictures of this article</source>
        <translation>保留本文的圖片</translation>
    </message>
    <message>
        <source>View pictures</source>
        <translation>檢視圖片</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前進</translation>
    </message>
    <message>
        <source>New tab</source>
        <translation>新分頁</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>關閉分頁</translation>
    </message>
    <message>
        <source>Reopen closed tab</source>
        <translation>重新開啟關閉的分頁</translation>
    </message>
    <message>
        <source>Pin or unpin tab</source>
        <translation>固定或取消固定分頁</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一個分頁</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>上一個分頁</translation>
    </message>
    <message>
        <source>Move tab left</source>
        <translation>分頁左移</translation>
    </message>
    <message>
        <source>Move tab right</source>
        <translation>分頁右移</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>劃線</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>寫筆記…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Highlights and contents</source>
        <translation>劃線與目錄</translation>
    </message>
    <message>
        <source>All highlights…</source>
        <translation>全部劃線…</translation>
    </message>
    <message>
        <source>Hide this element</source>
        <translation>隱藏此元素</translation>
    </message>
    <message>
        <source>Show hidden elements again</source>
        <translation>重新顯示隱藏的元素</translation>
    </message>
    <message>
        <source>How this article is shown…</source>
        <translation>這篇文章的顯示方式…</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>原始大小</translation>
    </message>
    <message>
        <source>Wider column</source>
        <translation>加寬版面</translation>
    </message>
    <message>
        <source>Narrower column</source>
        <translation>收窄版面</translation>
    </message>
    <message>
        <source>Text and theme…</source>
        <translation>文字與主題…</translation>
    </message>
    <message>
        <source>Next theme</source>
        <translation>下一個主題</translation>
    </message>
    <message>
        <source>Library panel</source>
        <translation>書庫面板</translation>
    </message>
    <message>
        <source>Find a place in the library</source>
        <translation>尋找書庫位置</translation>
    </message>
    <message>
        <source>Focus on the article</source>
        <translation>專注閱讀</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全螢幕</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>選單列</translation>
    </message>
    <message>
        <source>Reading statistics…</source>
        <translation>閱讀統計…</translation>
    </message>
    <message>
        <source>Welcome articles</source>
        <translation>入門文章</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>Change shortcuts…</source>
        <translation>更改快速鍵…</translation>
    </message>
    <message>
        <source>Go to anything…</source>
        <translation>前往任何位置…</translation>
    </message>
    <message>
        <source>About Article Reader</source>
        <translation>關於 Article Reader</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>文章(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Tabs</source>
        <translation>分頁(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
</context>
<context>
    <name>AllowedHostsDialog</name>
    <message>
        <source>Allowed hosts</source>
        <translation>允許的主機</translation>
    </message>
    <message>
        <source>Missing pictures are downloaded from these hosts without asking.</source>
        <translation>缺少的圖片會直接從這些主機下載，不再詢問。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>ArticleColumns</name>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>字數</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進度</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>欄</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>還原預設欄</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已讀</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已封存</translation>
    </message>
</context>
<context>
    <name>ArticleCommands</name>
    <message>
        <source>Marked as read.</source>
        <translation>已標為已讀。</translation>
    </message>
    <message>
        <source>Marked as unread.</source>
        <translation>已標為未讀。</translation>
    </message>
    <message>
        <source>Star added.</source>
        <translation>已收藏。</translation>
    </message>
    <message>
        <source>Star removed.</source>
        <translation>已取消收藏。</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存為 PDF</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已存為 %1。</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>無法寫入 %1。</translation>
    </message>
</context>
<context>
    <name>ArticleDrawer</name>
    <message>
        <source>Highlights and contents</source>
        <translation>劃線與目錄</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目錄</translation>
    </message>
    <message>
        <source>Attach to the selected words</source>
        <translation>關聯到選取的文字</translation>
    </message>
    <message>
        <source>For a highlight whose words are gone: select its new words in the article first.</source>
        <translation>用於原文已不在的劃線：請先在文章裡選取新的文字。</translation>
    </message>
    <message>
        <source>All highlights…</source>
        <translation>全部劃線…</translation>
    </message>
    <message>
        <source>Add tags…</source>
        <translation>新增標籤…</translation>
    </message>
    <message>
        <source>Your tags: %1</source>
        <translation>我的標籤：%1</translation>
    </message>
    <message>
        <source>In the file: %1</source>
        <translation>檔案裡的標籤：%1</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>劃線</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Select words in the article to highlight them, or press H.</source>
        <translation>選取文字即可劃線，也可以按 H。</translation>
    </message>
    <message>
        <source>This article has no headings.</source>
        <translation>這篇文章沒有小標題。</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>unread</source>
        <translation>未讀</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>閱讀中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已讀</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已收藏</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>暫時無法讀取</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Choose a folder with articles</source>
        <translation>選擇存放文章的資料夾</translation>
    </message>
    <message>
        <source>Markdown files and saved pages are read where they are.</source>
        <translation>Markdown 檔案和儲存的網頁
都留在原處，不會移動。</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>選擇資料夾…</translation>
    </message>
    <message>
        <source>Try fewer words, or others.</source>
        <translation>可以少輸幾個字，或換個說法。</translation>
    </message>
    <message>
        <source>Nothing found for “{0}”</source>
        <translation>沒有找到「{0}」</translation>
    </message>
    <message>
        <source>Try fewer words, or look in all articles.</source>
        <translation>可以少輸幾個字，或在全部文章中尋找。</translation>
    </message>
    <message>
        <source>Did you mean:</source>
        <translation>是不是要找：</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>清除搜尋</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>在全部文章中搜尋</translation>
    </message>
    <message>
        <source>Looking for articles…</source>
        <translation>正在尋找文章…</translation>
    </message>
    <message>
        <source>Everything is read</source>
        <translation>都讀完了</translation>
    </message>
    <message>
        <source>Nothing begun yet</source>
        <translation>還沒有閱讀中的文章</translation>
    </message>
    <message>
        <source>No starred articles yet</source>
        <translation>還沒有收藏的文章</translation>
    </message>
    <message>
        <source>No articles in this category</source>
        <translation>這個分類下沒有文章</translation>
    </message>
    <message>
        <source>No articles in this folder</source>
        <translation>這個資料夾裡沒有文章</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>沒有問題</translation>
    </message>
    <message>
        <source>Nothing opened yet</source>
        <translation>還沒有開啟過文章</translation>
    </message>
    <message>
        <source>No article was saved twice</source>
        <translation>沒有重複儲存的文章</translation>
    </message>
    <message>
        <source>No picture is missing</source>
        <translation>沒有缺少的圖片</translation>
    </message>
    <message>
        <source>No article matches this list now</source>
        <translation>目前沒有符合此清單條件的文章</translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation>還沒有文章</translation>
    </message>
    <message>
        <source>Without a source</source>
        <translation>來源不明</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>沒有日期</translation>
    </message>
</context>
<context>
    <name>ArticleListHeader</name>
    <message>
        <source>{0} found</source>
        <translation>找到 {0} 篇</translation>
    </message>
    <message>
        <source>Only titles for now: the search data is being built.</source>
        <translation>正在準備全文搜尋，目前只搜標題。</translation>
    </message>
    <message>
        <source>Incomplete: {0} % of the library searched.</source>
        <translation>結果尚不完整：已可搜尋書庫的 {0}%。</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>Search articles</source>
        <translation>搜尋文章</translation>
    </message>
    <message>
        <source>Library panel</source>
        <translation>書庫面板</translation>
    </message>
    <message>
        <source>Best match first</source>
        <translation>最相符在前</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>依標題</translation>
    </message>
    <message>
        <source>Recently added</source>
        <translation>最近加入</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>最長在前</translation>
    </message>
    <message>
        <source>By progress</source>
        <translation>依閱讀進度</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>依來源</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>依分類</translation>
    </message>
    <message>
        <source>Reverse order</source>
        <translation>反向排序</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分組</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>不分組</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>依日</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>依月</translation>
    </message>
    <message>
        <source>By site</source>
        <translation>依網站</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行距</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>寬鬆</translation>
    </message>
    <message>
        <source>Cosy</source>
        <translation>適中</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>緊湊</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>多欄</translation>
    </message>
    <message>
        <source>Sort articles</source>
        <translation>文章排序</translation>
    </message>
</context>
<context>
    <name>ArticleOverrides</name>
    <message>
        <source>Select something of what is to be hidden, or right-click it.</source>
        <translation>請先選取要隱藏的內容，或在它上面按右鍵。</translation>
    </message>
</context>
<context>
    <name>ArticleSettingsDialog</name>
    <message>
        <source>How this article is shown</source>
        <translation>這篇文章的顯示方式</translation>
    </message>
    <message>
        <source>Like all others</source>
        <translation>與其他文章一致</translation>
    </message>
    <message>
        <source>Reading view</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Original page</source>
        <translation>原網頁</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>重新顯示</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>View</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Encoding of the file</source>
        <translation>檔案編碼</translation>
    </message>
    <message>
        <source>Written for</source>
        <translation>文章寫法</translation>
    </message>
    <message>
        <source>Hidden elements</source>
        <translation>隱藏的元素</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message numerus="yes">
        <source>%Ln element(s)</source>
        <translation>
            <numerusform>%Ln 個元素</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
</context>
<context>
    <name>ArticleTabs</name>
    <message>
        <source>New tab</source>
        <translation>新分頁</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>Restore from backup</source>
        <translation>從備份還原</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>將會改變的內容</translation>
    </message>
    <message>
        <source>What was added since stays. A backup of the present state is made first.</source>
        <translation>此後新增的內容會保留。還原前會先備份目前狀態。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即備份</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>There is no backup yet. One is made every hour while you read.</source>
        <translation>還沒有備份。閱讀時每小時會自動備份一次。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>This would change: %1.</source>
        <translation>還原將改變：%1。</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>……還有 %Ln 項</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would change: all that is in this backup is so now.</source>
        <translation>不會有任何改變：這份備份中的內容現在都還在。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles</source>
        <translation>
            <numerusform>%Ln 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlights</source>
        <translation>
            <numerusform>%Ln 處劃線</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln smart lists</source>
        <translation>
            <numerusform>%Ln 個智慧型清單</numerusform>
        </translation>
    </message>
    <message>
        <source>An article that is not here any more</source>
        <translation>已不在這裡的文章</translation>
    </message>
    <message>
        <source>The reading state was restored.</source>
        <translation>閱讀狀態已還原。</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>deleted smart list comes back</source>
        <translation>刪除的智慧型清單會還原</translation>
    </message>
    <message>
        <source>smart list comes back</source>
        <translation>智慧型清單會還原</translation>
    </message>
    <message>
        <source>deleted highlight comes back</source>
        <translation>還原已刪除的劃線</translation>
    </message>
    <message>
        <source>highlight comes back</source>
        <translation>還原劃線</translation>
    </message>
    <message>
        <source>tag %1 comes back</source>
        <translation>標籤 %1 會還原</translation>
    </message>
    <message>
        <source>tag %1 goes</source>
        <translation>標籤 %1 會去掉</translation>
    </message>
    <message>
        <source>state</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>star</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>progress</source>
        <translation>進度</translation>
    </message>
    <message>
        <source>last opened</source>
        <translation>上次開啟</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>讀完時間</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>display</source>
        <translation>顯示方式</translation>
    </message>
    <message>
        <source>reading position</source>
        <translation>閱讀位置</translation>
    </message>
    <message>
        <source>place of the file</source>
        <translation>檔案位置</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>顏色</translation>
    </message>
    <message>
        <source>note</source>
        <translation>筆記</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>query</source>
        <translation>搜尋條件</translation>
    </message>
    <message>
        <source>order</source>
        <translation>順序</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未讀</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>閱讀中</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已讀</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>已封存</translation>
    </message>
</context>
<context>
    <name>CategoryShares</name>
    <message>
        <source>Reading by category</source>
        <translation>各分類閱讀</translation>
    </message>
    <message>
        <source>Without a category</source>
        <translation>未分類</translation>
    </message>
</context>
<context>
    <name>ColumnsHeader</name>
    <message>
        <source>Columns</source>
        <translation>欄</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Go to anything</source>
        <translation>前往任何位置</translation>
    </message>
    <message>
        <source>Go to an article, a heading, a category, or do something</source>
        <translation>輸入文章、標題、分類或指令</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>相符的項目</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>分頁</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Smart list</source>
        <translation>智慧型清單</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
</context>
<context>
    <name>ContextMenus</name>
    <message>
        <source>Mark as read</source>
        <translation>標為已讀</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>標為未讀</translation>
    </message>
    <message>
        <source>Remove star</source>
        <translation>取消收藏</translation>
    </message>
    <message>
        <source>Add star</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Open in new tab</source>
        <translation>在新分頁中開啟</translation>
    </message>
    <message>
        <source>Open in new window</source>
        <translation>在新視窗中開啟</translation>
    </message>
    <message>
        <source>Copy file path</source>
        <translation>複製檔案路徑</translation>
    </message>
    <message>
        <source>Copy link to source</source>
        <translation>複製來源連結</translation>
    </message>
    <message>
        <source>Copy as Markdown link</source>
        <translation>複製為 Markdown 連結</translation>
    </message>
    <message>
        <source>Send link by mail…</source>
        <translation>以電子郵件傳送連結…</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>在檔案管理員中顯示</translation>
    </message>
    <message>
        <source>Read again as</source>
        <translation>換編碼重新讀取</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>標籤…</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>編碼</translation>
    </message>
    <message>
        <source>Written for</source>
        <translation>文章寫法</translation>
    </message>
    <message>
        <source>What it says itself</source>
        <translation>檔案自己宣告的編碼</translation>
    </message>
    <message>
        <source>How this folder is read…</source>
        <translation>此資料夾的讀取方式…</translation>
    </message>
    <message>
        <source>Remove from library</source>
        <translation>從書庫移除</translation>
    </message>
    <message>
        <source>The files and their reading state stay as they are.</source>
        <translation>檔案和閱讀狀態都保持原樣。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>開啟連結</translation>
    </message>
    <message>
        <source>Open link in new tab</source>
        <translation>在新分頁中開啟連結</translation>
    </message>
    <message>
        <source>Copy link address</source>
        <translation>複製連結網址</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全選</translation>
    </message>
    <message>
        <source>Open with</source>
        <translation>開啟方式</translation>
    </message>
    <message>
        <source>Other application…</source>
        <translation>其他應用程式…</translation>
    </message>
    <message>
        <source>No other application is known</source>
        <translation>沒有找到其他應用程式</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message numerus="yes">
        <source>%Ln versions</source>
        <translation>
            <numerusform>%Ln 個版本</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · the same address: %2</source>
        <translation>%1 · 同一網址：%2</translation>
    </message>
    <message>
        <source>%1 · nearly the same text</source>
        <translation>%1 · 正文幾乎相同</translation>
    </message>
    <message>
        <source>Newest version: %1</source>
        <translation>最新版本：%1</translation>
    </message>
    <message>
        <source>the same address</source>
        <translation>網址相同</translation>
    </message>
    <message>
        <source>too short to compare the texts</source>
        <translation>正文太短，無法比較</translation>
    </message>
    <message>
        <source>as good as the same text</source>
        <translation>正文基本一致</translation>
    </message>
    <message>
        <source>about %1 % of the text alike</source>
        <translation>正文約 %1 % 相同</translation>
    </message>
    <message>
        <source>Other version, %2: %1</source>
        <translation>其他版本（%2）：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>CopyCommands</name>
    <message>
        <source>One web page with everything inside (*.html)</source>
        <translation>單一網頁，內容全部在內 (*.html)</translation>
    </message>
    <message>
        <source>A web page with a folder of pictures (*.html)</source>
        <translation>網頁和圖片資料夾 (*.html)</translation>
    </message>
    <message>
        <source>Markdown with a folder of pictures (*.md)</source>
        <translation>Markdown 和圖片資料夾 (*.md)</translation>
    </message>
    <message>
        <source>Electronic book (*.epub)</source>
        <translation>電子書 (*.epub)</translation>
    </message>
    <message>
        <source>Save complete copy</source>
        <translation>儲存完整副本</translation>
    </message>
    <message>
        <source>Saving a copy</source>
        <translation>正在儲存副本</translation>
    </message>
    <message>
        <source>The copy was not saved.</source>
        <translation>副本沒有儲存。</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已儲存為 %1。</translation>
    </message>
    <message>
        <source>Pictures missing in it: %1.</source>
        <translation>缺少圖片：%1 張。</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
</context>
<context>
    <name>DayCalendar</name>
    <message>
        <source>Reading by day</source>
        <translation>每日閱讀</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Changing articles…</source>
        <translation>正在更改文章…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Nothing has been begun yet.</source>
        <translation>還沒有讀到一半的文章。</translation>
    </message>
</context>
<context>
    <name>DetailHeader</name>
    <message>
        <source>Back to the list</source>
        <translation>返回清單</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>選單</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures are not stored</source>
        <translation>
            <numerusform>%Ln 張圖片未儲存</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailNotice</name>
    <message>
        <source>Reload</source>
        <translation>重新載入</translation>
    </message>
    <message>
        <source>Use software rendering</source>
        <translation>改用軟體算繪</translation>
    </message>
    <message>
        <source>This page stopped working.</source>
        <translation>這個頁面停止了工作。</translation>
    </message>
    <message>
        <source>The article&apos;s file is untouched. If this happens again, software rendering often helps; it takes effect at the next start.</source>
        <translation>文章的檔案沒有受到影響。如果再次發生，改用軟體算繪往往有效，下次啟動時生效。</translation>
    </message>
</context>
<context>
    <name>DetailView</name>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Article text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Choose an article from the list.</source>
        <translation>從清單裡選一篇文章。</translation>
    </message>
    <message>
        <source>J and K go down and up in it, / searches the articles.</source>
        <translation>J 和 K 在清單中上下移動，/ 搜尋文章。</translation>
    </message>
    <message>
        <source>“%1” is not there any more.</source>
        <translation>「%1」已經不在了。</translation>
    </message>
    <message>
        <source>The file itself is untouched.</source>
        <translation>檔案本身沒有受到影響。</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this article</source>
        <translation>在本文中尋找</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一處</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一處</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>沒有找到</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 處，共 %2 處</translation>
    </message>
</context>
<context>
    <name>FolderInvitation</name>
    <message>
        <source>Choose a folder with your own articles. They are read where they lie.</source>
        <translation>選一個放著你自己文章的資料夾。文章就在原處閱讀，不匯入，也不改動。</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>選擇資料夾…</translation>
    </message>
</context>
<context>
    <name>FolderRemoval</name>
    <message>
        <source>“{0}” is not in the library any more.</source>
        <translation>「{0}」已從書庫移除。</translation>
    </message>
    <message>
        <source>“{0}” is in the library again.</source>
        <translation>「{0}」已重新加入書庫。</translation>
    </message>
</context>
<context>
    <name>FolderRules</name>
    <message>
        <source>How “%1” is read</source>
        <translation>「%1」的讀取方式</translation>
    </message>
    <message>
        <source>Written for</source>
        <translation>文章寫法</translation>
    </message>
    <message>
        <source>A plain list of categories is</source>
        <translation>並列的分類表示</translation>
    </message>
    <message>
        <source>The articles are read again. Nothing is written to the folder.</source>
        <translation>文章會重新讀取一遍，資料夾裡不會寫入任何東西。</translation>
    </message>
    <message>
        <source>Read this way</source>
        <translation>照此讀取</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Automatic: looks like %1</source>
        <translation>自動：看起來是 %1</translation>
    </message>
    <message>
        <source>Automatic: each file shows it</source>
        <translation>自動：由每個檔案判斷</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>Automatic: a path in Hexo, else side by side</source>
        <translation>自動：Hexo 中為一條路徑，其餘為並列</translation>
    </message>
    <message>
        <source>One path, outermost first</source>
        <translation>一條路徑，從大類到小類</translation>
    </message>
    <message>
        <source>Several categories side by side</source>
        <translation>幾個並列的分類</translation>
    </message>
</context>
<context>
    <name>FolderSync</name>
    <message>
        <source>Last in step: %1.</source>
        <translation>上次同步：%1。</translation>
    </message>
    <message numerus="yes">
        <source>Your other machines had %Ln change(s).</source>
        <translation>
            <numerusform>已合併其他裝置上的 %Ln 處改動。</numerusform>
        </translation>
    </message>
    <message>
        <source>A file in the folder for keeping in step was not understood: %1</source>
        <translation>同步資料夾裡有一個檔案無法識別：%1</translation>
    </message>
    <message>
        <source>“%1” cannot be read or written (%2), so this machine is not kept in step.</source>
        <translation>無法讀寫「%1」（%2），本機暫時無法與其他裝置同步。</translation>
    </message>
    <message>
        <source>This machine is not kept in step at the moment. %1</source>
        <translation>目前無法與其他裝置同步。%1</translation>
    </message>
</context>
<context>
    <name>HighlightColours</name>
    <message>
        <source>Yellow</source>
        <translation>黃</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>綠</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>藍</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫</translation>
    </message>
</context>
<context>
    <name>HighlightCommands</name>
    <message>
        <source>Highlight deleted.</source>
        <translation>劃線已刪除。</translation>
    </message>
    <message>
        <source>Select its new words in the article first, then attach it.</source>
        <translation>請先在文章裡選取新的文字，再重新關聯。</translation>
    </message>
    <message>
        <source>Highlight attached.</source>
        <translation>劃線已重新關聯。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已複製。</translation>
    </message>
</context>
<context>
    <name>HighlightExport</name>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Web Annotations, one a line (*.jsonl)</source>
        <translation>Web Annotations，每行一條 (*.jsonl)</translation>
    </message>
    <message>
        <source>CSV for Readwise (*.csv)</source>
        <translation>Readwise 用的 CSV (*.csv)</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>劃線</translation>
    </message>
    <message>
        <source>Export highlights</source>
        <translation>匯出劃線</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>無法寫入 %1：%2。</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已儲存為 %1。</translation>
    </message>
</context>
<context>
    <name>HighlightPopup</name>
    <message>
        <source>Highlight</source>
        <translation>劃線</translation>
    </message>
    <message>
        <source>Delete highlight</source>
        <translation>刪除劃線</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>筆記…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Search the library for it</source>
        <translation>在書庫中搜尋</translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) here: click again for the next.</source>
        <translation>
            <numerusform>此處有 %Ln 條劃線，再次點選可切換。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HighlightRows</name>
    <message>
        <source>Highlights</source>
        <translation>劃線</translation>
    </message>
    <message>
        <source>Not found in the text any more</source>
        <translation>正文裡已找不到這段話</translation>
    </message>
</context>
<context>
    <name>HighlightSide</name>
    <message>
        <source>The article of this highlight is not in the library any more.</source>
        <translation>這條劃線所在的文章已不在書庫中。</translation>
    </message>
</context>
<context>
    <name>HighlightsDialog</name>
    <message>
        <source>Highlights and notes</source>
        <translation>劃線與筆記</translation>
    </message>
    <message>
        <source>Search highlights, notes and tags</source>
        <translation>搜尋劃線、筆記和標籤</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>顏色</translation>
    </message>
    <message>
        <source>Only those not found in their text</source>
        <translation>只看正文裡找不到的</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>All colours</source>
        <translation>所有顏色</translation>
    </message>
    <message>
        <source>Nothing found for “%1”.</source>
        <translation>沒有找到「%1」。</translation>
    </message>
    <message>
        <source>Nothing is highlighted yet. Select words in an article, or press H while reading.</source>
        <translation>還沒有劃線。在文章裡選取文字，或閱讀時按 H。</translation>
    </message>
    <message>
        <source>Highlights: %1</source>
        <translation>%1 條劃線</translation>
    </message>
</context>
<context>
    <name>HitBar</name>
    <message>
        <source>Take the marks away</source>
        <translation>去掉標記</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 處，共 %2 處</translation>
    </message>
    <message>
        <source>Not in the text itself</source>
        <translation>正文中沒有</translation>
    </message>
</context>
<context>
    <name>IdentityQuestion</name>
    <message numerus="yes">
        <source>%Ln article(s) left their place, and several files may be the same article.</source>
        <translation>
            <numerusform>有 %Ln 篇文章不在原處，可能對應的檔案不止一個。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>以後再說</translation>
    </message>
    <message>
        <source>Noted.</source>
        <translation>已記下。</translation>
    </message>
</context>
<context>
    <name>ImageCommands</name>
    <message>
        <source>Loading pictures…</source>
        <translation>正在下載圖片…</translation>
    </message>
    <message>
        <source>Loading pictures</source>
        <translation>正在下載圖片</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures could not be loaded.</source>
        <translation>
            <numerusform>%Ln 張圖片未能下載。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImageQuestion</name>
    <message>
        <source>Load pictures</source>
        <translation>下載圖片</translation>
    </message>
    <message numerus="yes">
        <source>Download %Ln pictures of this article?</source>
        <translation>
            <numerusform>下載本文的 %Ln 張圖片？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>以及另外 %Ln 個網站</numerusform>
        </translation>
    </message>
    <message>
        <source>They lie on these hosts, which will see that somebody asks for them:</source>
        <translation>圖片存放在以下網站，下載時對方會看到請求：</translation>
    </message>
    <message>
        <source>Do not ask again for these hosts</source>
        <translation>這些網站以後不再詢問</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ImageReasons</name>
    <message>
        <source>Not downloaded yet</source>
        <translation>尚未下載</translation>
    </message>
    <message>
        <source>The file is not where the article says</source>
        <translation>檔案不在文章所寫的位置</translation>
    </message>
    <message>
        <source>Not an address on the web</source>
        <translation>不是網址</translation>
    </message>
    <message>
        <source>The address holds a password</source>
        <translation>網址中含有密碼</translation>
    </message>
    <message>
        <source>In a local network</source>
        <translation>位於區域網路</translation>
    </message>
    <message>
        <source>The site sends no picture any more</source>
        <translation>網站已不再提供此圖片</translation>
    </message>
    <message>
        <source>Larger than 25 MB</source>
        <translation>超過 25 MB</translation>
    </message>
    <message>
        <source>More than 100 megapixels</source>
        <translation>超過 1 億像素</translation>
    </message>
    <message>
        <source>The picture is damaged</source>
        <translation>圖片已損壞</translation>
    </message>
    <message>
        <source>Only a part of it came</source>
        <translation>圖片不完整</translation>
    </message>
    <message>
        <source>Gone from its site</source>
        <translation>網站上已沒有此圖片</translation>
    </message>
    <message>
        <source>Its site refuses to show it</source>
        <translation>網站拒絕提供此圖片</translation>
    </message>
    <message>
        <source>Its site asks for patience</source>
        <translation>網站要求稍後再試</translation>
    </message>
    <message>
        <source>Its site has an error</source>
        <translation>網站出錯</translation>
    </message>
    <message>
        <source>Its address leads in circles</source>
        <translation>網址不斷重新導向</translation>
    </message>
    <message>
        <source>Its site is too slow</source>
        <translation>網站回應過慢</translation>
    </message>
    <message>
        <source>Its site cannot be reached</source>
        <translation>無法連線網站</translation>
    </message>
    <message>
        <source>No secure connection to its site</source>
        <translation>無法與網站建立安全連線</translation>
    </message>
    <message>
        <source>The download broke off</source>
        <translation>下載中斷</translation>
    </message>
</context>
<context>
    <name>ImageStorageDialog</name>
    <message>
        <source>Downloaded pictures</source>
        <translation>離線圖片</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>移動…</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>驗證</translation>
    </message>
    <message>
        <source>Compares every file with what was downloaded.</source>
        <translation>逐一核對檔案與下載時是否一致。</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>整理</translation>
    </message>
    <message>
        <source>Removes damaged files, and the oldest pictures above the limit.</source>
        <translation>刪除損壞的檔案，以及超出上限的最舊圖片。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Room by category</source>
        <translation>各分類佔用的空間</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在統計…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在驗證…</translation>
    </message>
    <message>
        <source>Tidying up…</source>
        <translation>正在整理…</translation>
    </message>
    <message>
        <source>Moving…</source>
        <translation>正在移動…</translation>
    </message>
    <message>
        <source>The pictures could not be moved; they are where they were.</source>
        <translation>圖片未能移動，仍在原處。</translation>
    </message>
    <message>
        <source>That could not be done. Is the disk with the pictures there?</source>
        <translation>操作未能完成。存放圖片的磁碟是否已連線？</translation>
    </message>
    <message>
        <source>Damaged or lost pictures: %1. Tidy up to get them again.</source>
        <translation>有 %1 張圖片損壞或遺失。整理後可重新下載。</translation>
    </message>
    <message>
        <source>All files are as they were downloaded.</source>
        <translation>所有檔案均與下載時一致。</translation>
    </message>
    <message>
        <source>%1 removed.</source>
        <translation>已刪除 %1。</translation>
    </message>
    <message>
        <source>The pictures were moved.</source>
        <translation>圖片已移動。</translation>
    </message>
    <message>
        <source>Keep downloaded pictures in</source>
        <translation>將離線圖片存放到</translation>
    </message>
</context>
<context>
    <name>LibraryFeed</name>
    <message>
        <source>%1 What you do until then is remembered, and written as soon as that is possible.</source>
        <translation>%1 在此期間的更改都會記住，一旦可以就會寫入。</translation>
    </message>
    <message>
        <source>Some folders do not tell of changes; they are looked through now and then.</source>
        <translation>有些資料夾不會通知變動，將定時檢視。</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>Library</source>
        <translation>書庫</translation>
    </message>
    <message>
        <source>No place of this name</source>
        <translation>沒有這個名稱的位置</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>加入資料夾…</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>{0}, closed</source>
        <translation>{0}，已摺疊</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>{0} unread of {1}</source>
        <translation>共 {1} 篇，{0} 篇未讀</translation>
    </message>
    <message>
        <source>Smart list</source>
        <translation>智慧型清單</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未讀</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>閱讀中</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>有問題</translation>
    </message>
    <message>
        <source>Recently opened</source>
        <translation>最近開啟</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重複文章</translation>
    </message>
    <message>
        <source>Missing pictures</source>
        <translation>缺少圖片</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>網站</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Smart lists</source>
        <translation>智慧型清單</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Licences</source>
        <translation>授權條款</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>套件</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>授權條款原文</translation>
    </message>
</context>
<context>
    <name>LinkFollower</name>
    <message>
        <source>Open link</source>
        <translation>開啟連結</translation>
    </message>
    <message>
        <source>Open this address outside the reader?</source>
        <translation>要在閱讀器之外開啟這個網址嗎？</translation>
    </message>
    <message>
        <source>Always ask before opening links</source>
        <translation>開啟連結前總是詢問</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No article for “%1” was found beside this one or in its library folder.</source>
        <translation>在本文旁邊和所在的書庫資料夾中，都沒有找到「%1」對應的文章。</translation>
    </message>
    <message>
        <source>“%1” is no article file.</source>
        <translation>「%1」不是文章檔案。</translation>
    </message>
    <message>
        <source>“%1” leads out of the library folder and is not followed.</source>
        <translation>「%1」指向書庫資料夾之外，不予開啟。</translation>
    </message>
    <message>
        <source>“%1” is an address the reader does not follow.</source>
        <translation>閱讀器不開啟「%1」這樣的網址。</translation>
    </message>
</context>
<context>
    <name>ListCommands</name>
    <message numerus="yes">
        <source>%Ln file path(s) copied.</source>
        <translation>
            <numerusform>已複製 %Ln 個檔案路徑。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln 篇文章</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>標為已讀</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>標為未讀</translation>
    </message>
    <message>
        <source>Add star</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Remove star</source>
        <translation>取消收藏</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>封存</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>標籤…</translation>
    </message>
    <message>
        <source>Copy file paths</source>
        <translation>複製檔案路徑</translation>
    </message>
</context>
<context>
    <name>LookPopover</name>
    <message>
        <source>Text and theme</source>
        <translation>文字與主題</translation>
    </message>
    <message>
        <source>Column width</source>
        <translation>版面寬度</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>窄</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>適中</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>寬</translation>
    </message>
    <message>
        <source>Chinese typeface</source>
        <translation>中文字型</translation>
    </message>
    <message>
        <source>Sans</source>
        <translation>無襯線</translation>
    </message>
    <message>
        <source>Serif</source>
        <translation>襯線</translation>
    </message>
    <message>
        <source>Latin typeface</source>
        <translation>西文字型</translation>
    </message>
    <message>
        <source>Chinese characters</source>
        <translation>漢字</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation>簡體</translation>
    </message>
    <message>
        <source>Traditional</source>
        <translation>繁體</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>還原預設</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>依照系統</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>米黃</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>純黑</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字型大小</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>行距</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>“%1” cannot be reached now.</source>
        <translation>「%1」現在無法訪問。</translation>
    </message>
    <message>
        <source>Its folder is not available; the article opens once that is back.</source>
        <translation>所在資料夾不可用；還原後文章會自動開啟。</translation>
    </message>
    <message>
        <source>“%1” is not there any more.</source>
        <translation>「%1」已經不在了。</translation>
    </message>
    <message>
        <source>It may have been moved, renamed or deleted.</source>
        <translation>它可能被移動、改名或刪除了。</translation>
    </message>
    <message>
        <source>Software rendering is used from the next start on.</source>
        <translation>下次啟動時改用軟體算繪。</translation>
    </message>
</context>
<context>
    <name>MissingFileNotice</name>
    <message>
        <source>“%1” is not there any more: it was moved, renamed or deleted, or its disk was unplugged. The text stays here until another article is opened.</source>
        <translation>「%1」已不在原處：可能被移動、改名或刪除，或者所在磁碟已斷開。正文會留在這裡，直到開啟另一篇文章。</translation>
    </message>
    <message>
        <source>Look for it</source>
        <translation>尋找它</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>好</translation>
    </message>
</context>
<context>
    <name>MissingPictures</name>
    <message>
        <source>all pictures are here</source>
        <translation>圖片齊全</translation>
    </message>
    <message>
        <source>Missing pictures: %1</source>
        <translation>缺少 %1 張圖片</translation>
    </message>
</context>
<context>
    <name>MissingPicturesBar</name>
    <message>
        <source>Some pictures of these articles are not here.</source>
        <translation>這些文章缺少部分圖片。</translation>
    </message>
    <message>
        <source>Try again…</source>
        <translation>重試…</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Note</source>
        <translation>筆記</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>寫下筆記</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <translation>標籤，用逗號分隔</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save what you wrote?</source>
        <translation>要儲存寫下的內容嗎？</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>不儲存</translation>
    </message>
    <message>
        <source>Keep writing</source>
        <translation>繼續寫</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message numerus="yes">
        <source>The library is ready: %Ln article(s).</source>
        <translation>
            <numerusform>書庫已就緒：%Ln 篇文章。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfflineCommands</name>
    <message>
        <source>Missing pictures</source>
        <translation>缺少圖片</translation>
    </message>
    <message>
        <source>The list of articles could not be written; is the disk full?</source>
        <translation>無法寫入文章清單；磁碟已滿？</translation>
    </message>
    <message>
        <source>Loading pictures…</source>
        <translation>正在下載圖片…</translation>
    </message>
    <message>
        <source>Loading pictures</source>
        <translation>正在下載圖片</translation>
    </message>
</context>
<context>
    <name>OfflineDialog</name>
    <message>
        <source>Offline pictures</source>
        <translation>離線圖片</translation>
    </message>
    <message>
        <source>Download the missing pictures of all articles?</source>
        <translation>下載所有文章缺少的圖片？</translation>
    </message>
    <message>
        <source>Download the missing pictures of the articles in “%1”?</source>
        <translation>下載「%1」中的文章缺少的圖片？</translation>
    </message>
    <message>
        <source>Looking for missing pictures…</source>
        <translation>正在尋找缺少的圖片…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message numerus="yes">
        <source>Download the missing pictures of %Ln selected article(s)?</source>
        <translation>
            <numerusform>下載所選 %Ln 篇文章缺少的圖片？</numerusform>
        </translation>
    </message>
    <message>
        <source>Their hosts will see that somebody asks for them.</source>
        <translation>下載時，圖片所在的網站會看到請求。</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下載</translation>
    </message>
    <message>
        <source>In the background</source>
        <translation>後臺繼續</translation>
    </message>
    <message>
        <source>Goes on while you read; the line below tells how far it is.</source>
        <translation>閱讀時繼續下載，進度顯示在視窗底部。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>Loading pictures</source>
        <translation>正在下載圖片</translation>
    </message>
    <message numerus="yes">
        <source>%Ln s left</source>
        <translation>
            <numerusform>剩餘 %Ln 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Not loaded: %1</source>
        <translation>未能載入：%1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>The pictures could not be loaded.</source>
        <translation>圖片下載失敗。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures are stored</source>
        <translation>
            <numerusform>已儲存 %Ln 張圖片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are still missing</source>
        <translation>
            <numerusform>仍缺少 %Ln 張</numerusform>
        </translation>
    </message>
    <message>
        <source>None is missing.</source>
        <translation>沒有缺少的圖片。</translation>
    </message>
</context>
<context>
    <name>OutwardCommands</name>
    <message>
        <source>File path copied.</source>
        <translation>已複製檔案路徑。</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>已複製連結。</translation>
    </message>
    <message>
        <source>Link copied as Markdown.</source>
        <translation>已複製為 Markdown 連結。</translation>
    </message>
</context>
<context>
    <name>PageWords</name>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation>
            <numerusform>%Ln 分鐘</numerusform>
        </translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原網頁</translation>
    </message>
    <message>
        <source>Image not stored</source>
        <translation>圖片未儲存</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>There is no text in this file.</source>
        <translation>這個檔案裡沒有正文。</translation>
    </message>
    <message>
        <source>updated %1</source>
        <translation>%1更新</translation>
    </message>
</context>
<context>
    <name>PictureCommands</name>
    <message>
        <source>Follow the link</source>
        <translation>開啟連結</translation>
    </message>
    <message>
        <source>View picture</source>
        <translation>檢視圖片</translation>
    </message>
    <message>
        <source>Play animation</source>
        <translation>播放動圖</translation>
    </message>
    <message>
        <source>Stop animation</source>
        <translation>停止動圖</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>複製圖片</translation>
    </message>
    <message>
        <source>Save picture as…</source>
        <translation>圖片另存為…</translation>
    </message>
    <message>
        <source>Open picture in another program</source>
        <translation>用其他程式開啟圖片</translation>
    </message>
    <message>
        <source>This article has no pictures at hand.</source>
        <translation>這篇文章沒有可以檢視的圖片。</translation>
    </message>
</context>
<context>
    <name>PictureFiles</name>
    <message>
        <source>Picture copied.</source>
        <translation>圖片已複製。</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>儲存圖片</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>圖片 (%1)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已儲存為 %1。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>無法寫入 %1：%2。</translation>
    </message>
    <message>
        <source>No program for pictures was found.</source>
        <translation>沒有找到能開啟圖片的程式。</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>Picture viewer</source>
        <translation>圖片檢視器</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>無法顯示這張圖片。</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>上一張</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>下一張</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <translation>第 %1 張，共 %2 張</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>縮小 (−)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>Fit the window (0)</source>
        <translation>適合視窗 (0)</translation>
    </message>
    <message>
        <source>Full size (1)</source>
        <translation>實際大小 (1)</translation>
    </message>
    <message>
        <source>Rotate (R)</source>
        <translation>旋轉 (R)</translation>
    </message>
    <message>
        <source>Copy picture (Ctrl+C)</source>
        <translation>複製圖片 (Ctrl+C)</translation>
    </message>
    <message>
        <source>Save picture as… (Ctrl+S)</source>
        <translation>圖片另存為… (Ctrl+S)</translation>
    </message>
    <message>
        <source>Open in another program (O)</source>
        <translation>用其他程式開啟 (O)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>關閉 (Esc)</translation>
    </message>
</context>
<context>
    <name>PlaceFilter</name>
    <message>
        <source>Find a place</source>
        <translation>尋找位置</translation>
    </message>
</context>
<context>
    <name>PlaceQuestion</name>
    <message>
        <source>You read this on several machines, and stopped at different places: %1</source>
        <translation>這篇文章在幾台裝置上讀到了不同的位置：%1</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>以後再說</translation>
    </message>
    <message>
        <source>here, %1</source>
        <translation>本機，%1</translation>
    </message>
    <message>
        <source>elsewhere, %1</source>
        <translation>其他裝置，%1</translation>
    </message>
    <message>
        <source>Stay at %1</source>
        <translation>停在 %1</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>跳到 %1</translation>
    </message>
</context>
<context>
    <name>PreferenceChanges</name>
    <message>
        <source>Preferences, line %1: </source>
        <translation>偏好設定第 %1 行：</translation>
    </message>
</context>
<context>
    <name>PreferenceRow</name>
    <message>
        <source>Back to the default</source>
        <translation>還原預設</translation>
    </message>
    <message>
        <source>%1: back to the default</source>
        <translation>%1：還原預設</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>下次啟動時生效。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>%1: automatic</source>
        <translation>%1：自動</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>選擇資料夾…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hosts…</source>
        <translation>
            <numerusform>%Ln 個主機…</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Manage…</source>
        <translation>管理…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>編輯…</translation>
    </message>
    <message>
        <source>%1: edit</source>
        <translation>%1：編輯</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>閱讀</translation>
    </message>
    <message>
        <source>Article list</source>
        <translation>文章清單</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>連結</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>統計</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>劃線</translation>
    </message>
    <message>
        <source>Several machines</source>
        <translation>多台裝置</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Draw without the graphics card</source>
        <translation>不使用顯示卡繪製</translation>
    </message>
    <message>
        <source>For machines on which pages stay blank.</source>
        <translation>用於頁面顯示空白的電腦。</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字型大小</translation>
    </message>
    <message>
        <source>Automatic suits the script of each article.</source>
        <translation>「自動」會按文章的文字選擇。</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>As a multiple of the text size.</source>
        <translation>字型大小的倍數。</translation>
    </message>
    <message>
        <source>Column width</source>
        <translation>欄寬</translation>
    </message>
    <message>
        <source>Chinese typeface</source>
        <translation>中文字型</translation>
    </message>
    <message>
        <source>For Japanese and Korean, too.</source>
        <translation>也用於日文和韓文。</translation>
    </message>
    <message>
        <source>Latin typeface</source>
        <translation>西文字型</translation>
    </message>
    <message>
        <source>Even edges on both sides</source>
        <translation>左右對齊</translation>
    </message>
    <message>
        <source>Where the script reads well so, as Chinese does.</source>
        <translation>僅用於適合左右對齊的文字，例如中文。</translation>
    </message>
    <message>
        <source>Indent the first line</source>
        <translation>首行縮排</translation>
    </message>
    <message>
        <source>Instead of space between paragraphs.</source>
        <translation>代替段落間的空白。</translation>
    </message>
    <message>
        <source>Chinese characters</source>
        <translation>漢字</translation>
    </message>
    <message>
        <source>How articles are shown. Files, copies and searches stay as they are.</source>
        <translation>文章以哪種字形顯示。檔案、副本和搜尋都不變。</translation>
    </message>
    <message>
        <source>An article counts as read</source>
        <translation>何時算已讀</translation>
    </message>
    <message>
        <source>Seconds until it counts</source>
        <translation>算已讀前的秒數</translation>
    </message>
    <message>
        <source>Where it counts as read after a while.</source>
        <translation>用於「開啟一段時間後」。</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行距</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Reverse order</source>
        <translation>反向排序</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分組</translation>
    </message>
    <message>
        <source>Ask before opening the browser</source>
        <translation>開啟瀏覽器前先詢問</translation>
    </message>
    <message>
        <source>Shows where a link leads.</source>
        <translation>並顯示連結的去向。</translation>
    </message>
    <message>
        <source>Download missing pictures</source>
        <translation>下載缺少的圖片</translation>
    </message>
    <message>
        <source>When an article is opened.</source>
        <translation>在開啟文章時。</translation>
    </message>
    <message>
        <source>Hosts that are not asked about</source>
        <translation>無需詢問的主機</translation>
    </message>
    <message>
        <source>Their pictures are downloaded when an article is opened.</source>
        <translation>開啟文章時直接下載其圖片。</translation>
    </message>
    <message>
        <source>Picture archive</source>
        <translation>圖片存檔</translation>
    </message>
    <message>
        <source>A folder of pictures named by address or hash. It is looked into first.</source>
        <translation>以網址或雜湊值命名圖片的資料夾，優先從中尋找。</translation>
    </message>
    <message>
        <source>Downloaded pictures</source>
        <translation>離線圖片</translation>
    </message>
    <message>
        <source>How much room they take, and where they lie.</source>
        <translation>佔用的空間與存放位置。</translation>
    </message>
    <message>
        <source>Room for pictures</source>
        <translation>圖片佔用上限</translation>
    </message>
    <message>
        <source>In megabytes; the oldest pictures make way.</source>
        <translation>單位為 MB，超出時先清理最舊的圖片。</translation>
    </message>
    <message>
        <source>Animations</source>
        <translation>動圖</translation>
    </message>
    <message>
        <source>Moving pictures in an article.</source>
        <translation>文章裡會動的圖片。</translation>
    </message>
    <message>
        <source>Keep reading statistics</source>
        <translation>記錄閱讀統計</translation>
    </message>
    <message>
        <source>They stay on your machines. Off, nothing is recorded.</source>
        <translation>統計只儲存在你自己的裝置上。關閉後不做任何紀錄。</translation>
    </message>
    <message>
        <source>Template for Markdown</source>
        <translation>Markdown 範本</translation>
    </message>
    <message>
        <source>How highlights and notes are written when they are exported.</source>
        <translation>匯出劃線和筆記時的寫法。</translation>
    </message>
    <message>
        <source>Keep in step through a folder</source>
        <translation>透過資料夾同步</translation>
    </message>
    <message>
        <source>What you read, star and highlight goes into a file in this folder; Syncthing, Nextcloud or Dropbox carry it to your other machines. Choose the same folder there.</source>
        <translation>閱讀進度、收藏和劃線會寫入該資料夾裡的一個檔案，由 Syncthing、Nextcloud 或 Dropbox 傳到其他裝置。請在那些裝置上選擇同一個資料夾。</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>依照系統</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>米黃</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>純黑</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>简体中文</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>繁體中文</source>
        <translation>繁體中文</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>窄</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>適中</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>寬</translation>
    </message>
    <message>
        <source>Sans</source>
        <translation>黑體（無襯線）</translation>
    </message>
    <message>
        <source>Serif</source>
        <translation>明體（襯線）</translation>
    </message>
    <message>
        <source>Without serifs</source>
        <translation>無襯線體</translation>
    </message>
    <message>
        <source>With serifs</source>
        <translation>襯線體</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation>簡體</translation>
    </message>
    <message>
        <source>Traditional</source>
        <translation>繁體</translation>
    </message>
    <message>
        <source>When it is opened</source>
        <translation>開啟時</translation>
    </message>
    <message>
        <source>After a while</source>
        <translation>開啟一段時間後</translation>
    </message>
    <message>
        <source>At its end</source>
        <translation>讀到末尾時</translation>
    </message>
    <message>
        <source>When I say so</source>
        <translation>由我手動標記</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>從不</translation>
    </message>
    <message>
        <source>When I ask for it</source>
        <translation>由我決定</translation>
    </message>
    <message>
        <source>When online without limits</source>
        <translation>已連線且不計流量時</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>總是</translation>
    </message>
    <message>
        <source>Stopped until clicked</source>
        <translation>點選後播放</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>自動播放</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>寬鬆</translation>
    </message>
    <message>
        <source>Cosy</source>
        <translation>適中</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>緊湊</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>多欄</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>依標題</translation>
    </message>
    <message>
        <source>Last added</source>
        <translation>最近加入</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>最長在前</translation>
    </message>
    <message>
        <source>By progress</source>
        <translation>依進度</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>依來源</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>依分類</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>不分組</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>依日</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>依月</translation>
    </message>
    <message>
        <source>By site</source>
        <translation>依網站</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>偏好設定</translation>
    </message>
    <message>
        <source>Reset this page</source>
        <translation>還原本頁預設設定</translation>
    </message>
    <message>
        <source>Search preferences</source>
        <translation>搜尋設定</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>分頁</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>No preference has “%1” in it.</source>
        <translation>沒有與「%1」有關的設定。</translation>
    </message>
    <message>
        <source>Line %1: </source>
        <translation>第 %1 行：</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>驅動器</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷方式</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>%1 檔案</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>尋找範圍(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>檔案類型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QueryCompletion</name>
    <message>
        <source>Completions</source>
        <translation>補全</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>Open recent</source>
        <translation>最近開啟</translation>
    </message>
    <message>
        <source>Nothing opened yet</source>
        <translation>還沒有開啟過文章</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>清空清單</translation>
    </message>
</context>
<context>
    <name>RelatedMenu</name>
    <message>
        <source>No article of the library is about the same.</source>
        <translation>書庫裡沒有內容相近的文章。</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>相關文章</translation>
    </message>
</context>
<context>
    <name>Safekeeping</name>
    <message>
        <source>The reading state was damaged and has been restored from the journal.</source>
        <translation>閱讀紀錄曾損壞，已從日誌還原。</translation>
    </message>
    <message>
        <source>The reading state was damaged and has been restored from the backup of %1 and the journal.</source>
        <translation>閱讀紀錄曾損壞，已從 %1 的備份和日誌還原。</translation>
    </message>
    <message>
        <source>The reading state was damaged and has been restored from the backup of %1.</source>
        <translation>閱讀紀錄曾損壞，已從 %1 的備份還原。</translation>
    </message>
    <message>
        <source>The damaged file was kept as %1.</source>
        <translation>損壞的檔案保留為 %1。</translation>
    </message>
</context>
<context>
    <name>SaveQuestion</name>
    <message>
        <source>Replace file</source>
        <translation>替換檔案</translation>
    </message>
    <message>
        <source>“%1” is there already.</source>
        <translation>「%1」已存在。</translation>
    </message>
    <message>
        <source>What it holds now will be lost.</source>
        <translation>其現有內容將遺失。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替換</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear search</source>
        <translation>清除搜尋</translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>How to search</source>
        <translation>搜尋方法</translation>
    </message>
    <message>
        <source>&quot;these words&quot;</source>
        <translation>&quot;完整片語&quot;</translation>
    </message>
    <message>
        <source>exactly so, one after the other</source>
        <translation>原樣連在一起</translation>
    </message>
    <message>
        <source>-word</source>
        <translation>-詞</translation>
    </message>
    <message>
        <source>without this word</source>
        <translation>不含這個詞</translation>
    </message>
    <message>
        <source>one OR other</source>
        <translation>甲 OR 乙</translation>
    </message>
    <message>
        <source>one of both</source>
        <translation>兩者之一</translation>
    </message>
    <message>
        <source>in the title</source>
        <translation>在標題中</translation>
    </message>
    <message>
        <source>by this author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>from this site</source>
        <translation>網站</translation>
    </message>
    <message>
        <source>in this category</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>with this tag</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>in this language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>also new, reading, finished, starred, archived, draft</source>
        <translation>還有 new、reading、finished、starred、archived、draft</translation>
    </message>
    <message>
        <source>also code, highlight, note</source>
        <translation>還有 code（程式碼）、highlight（劃線）、note（筆記）</translation>
    </message>
    <message>
        <source>written from then on</source>
        <translation>從那時起寫的</translation>
    </message>
    <message>
        <source>written before then</source>
        <translation>在那之前寫的</translation>
    </message>
    <message>
        <source>longer than that; also &lt;500, 500..2000</source>
        <translation>比這更長；也可寫 &lt;500、500..2000</translation>
    </message>
    <message>
        <source>in the path of the file</source>
        <translation>檔案路徑</translation>
    </message>
</context>
<context>
    <name>SearchScope</name>
    <message>
        <source>Everywhere</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>搜尋方法</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>儲存…</translation>
    </message>
    <message>
        <source>Save search as smart list…</source>
        <translation>將搜尋存為智慧型清單…</translation>
    </message>
    <message>
        <source>This category</source>
        <translation>此分類</translation>
    </message>
    <message>
        <source>This folder</source>
        <translation>此資料夾</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>此清單</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>無法讀取「%1」：%2。</translation>
    </message>
    <message>
        <source>“%1” is a folder.</source>
        <translation>「%1」是資料夾。</translation>
    </message>
    <message>
        <source>“%1” is no regular file.</source>
        <translation>「%1」不是普通檔案。</translation>
    </message>
    <message>
        <source>“%1” is %2 MB; articles are read up to %3 MB.</source>
        <translation>「%1」有 %2 MB；文章最大讀到 %3 MB。</translation>
    </message>
    <message>
        <source>“%1” is of a format that is not read.</source>
        <translation>「%1」的格式讀不了。</translation>
    </message>
    <message>
        <source>“%1” holds no text.</source>
        <translation>「%1」裡沒有文字。</translation>
    </message>
    <message>
        <source>Reading this article ended the program twice; it is left out until its file changes.</source>
        <translation>讀這篇文章時程式兩次中斷；在檔案改動之前先跳過它。</translation>
    </message>
    <message>
        <source>Reading the article failed: %1: %2</source>
        <translation>讀取文章時出錯：%1：%2</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>無法讀取檔案：%1。</translation>
    </message>
    <message>
        <source>The link leads to a file that is not there.</source>
        <translation>連結指向的檔案不存在。</translation>
    </message>
    <message>
        <source>The link leads in a circle and is not followed.</source>
        <translation>連結繞回了自身所在的位置，不再跟進。</translation>
    </message>
    <message>
        <source>Names in this folder that are not UTF-8: %1. The articles are read all the same.</source>
        <translation>此資料夾中有 %1 個名稱不是 UTF-8 編碼；文章照常可讀。</translation>
    </message>
    <message>
        <source>The encoding “%1” is not known.</source>
        <translation>不認識編碼「%1」。</translation>
    </message>
    <message>
        <source>The file says it is %1, but its bytes are %2.</source>
        <translation>檔案自稱編碼為 %1，實際內容卻是 %2。</translation>
    </message>
    <message>
        <source>The file does not say how its text is encoded; %1 was guessed.</source>
        <translation>檔案沒有寫明編碼，猜測為 %1。</translation>
    </message>
    <message>
        <source>%1 places could not be decoded as %2; each is shown as �.</source>
        <translation>有 %1 處無法按 %2 解碼，均顯示為 �。</translation>
    </message>
    <message>
        <source>%1 NUL characters were left out.</source>
        <translation>略去了 %1 個空字元（NUL）。</translation>
    </message>
    <message>
        <source>The header is not valid %1 at line %2: %3; it was read line by line.</source>
        <translation>檔頭第 %2 行不合 %1 語法：%3；已改為逐行讀取。</translation>
    </message>
    <message>
        <source>The header&apos;s %1 “%2” is no date that can be understood.</source>
        <translation>檔頭的 %1 「%2」看不懂是什麼日期。</translation>
    </message>
    <message>
        <source>The header has no closing line.</source>
        <translation>檔頭沒有結束行。</translation>
    </message>
    <message>
        <source>The text is too large or too complex for its markup and is shown plain.</source>
        <translation>正文過大或過於複雜，按純文字顯示。</translation>
    </message>
    <message>
        <source>Part of the text is too complex and is shown without its markup.</source>
        <translation>正文有一部分過於複雜，顯示時不帶格式。</translation>
    </message>
    <message>
        <source>its keys and values are not separated by a colon and a blank</source>
        <translation>鍵和值之間沒有用冒號加空格分開</translation>
    </message>
    <message>
        <source>it is nested too deeply or has a number too long</source>
        <translation>巢狀過深，或數字過長</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>巢狀過深</translation>
    </message>
    <message>
        <source>it is longer than a megabyte</source>
        <translation>超過 1 MB</translation>
    </message>
    <message>
        <source>it does not follow YAML</source>
        <translation>不合 YAML 語法</translation>
    </message>
    <message>
        <source>a key must be text, not a list or a mapping</source>
        <translation>鍵應為文字，不能是清單或對映</translation>
    </message>
    <message>
        <source>it repeats itself through too many aliases</source>
        <translation>別名引用過多</translation>
    </message>
    <message>
        <source>the alias “%1” stands for nothing</source>
        <translation>別名「%1」沒有定義</translation>
    </message>
    <message>
        <source>it has too many entries</source>
        <translation>條目過多</translation>
    </message>
    <message>
        <source>mapping values are not allowed here</source>
        <translation>此處不能出現「鍵: 值」</translation>
    </message>
    <message>
        <source>mapping values are not allowed in this context</source>
        <translation>此處不能出現「鍵: 值」</translation>
    </message>
    <message>
        <source>could not find expected &apos;:&apos;</source>
        <translation>缺少冒號</translation>
    </message>
    <message>
        <source>did not find expected key</source>
        <translation>此處應為一個鍵</translation>
    </message>
    <message>
        <source>found character that cannot start any token</source>
        <translation>此處出現不能用作開頭的字元</translation>
    </message>
    <message>
        <source>found a tab character where an indentation space is expected</source>
        <translation>縮排用了定位字元，應為空格</translation>
    </message>
    <message>
        <source>found unexpected end of stream</source>
        <translation>內容意外結束</translation>
    </message>
    <message>
        <source>did not find expected &apos;,&apos; or &apos;]&apos;</source>
        <translation>缺少逗號或右方括號</translation>
    </message>
    <message>
        <source>did not find expected &apos;-&apos; indicator</source>
        <translation>缺少清單符號「-」</translation>
    </message>
    <message>
        <source>The archive is larger than %1 MiB.</source>
        <translation>網頁封存超過 %1 MiB。</translation>
    </message>
    <message>
        <source>The archive has no header; what looks like a page in it is shown.</source>
        <translation>網頁封存沒有檔頭；顯示其中像網頁的部分。</translation>
    </message>
    <message>
        <source>The archive holds no page.</source>
        <translation>網頁封存裡沒有網頁。</translation>
    </message>
    <message>
        <source>Parts nested too deep in the archive are left out.</source>
        <translation>網頁封存裡巢狀過深的部分已略去。</translation>
    </message>
    <message>
        <source>The archive has more parts than are read; the rest is left out.</source>
        <translation>網頁封存的部分太多，其餘已略去。</translation>
    </message>
    <message>
        <source>The boundary between the archive&apos;s parts is missing or wrong.</source>
        <translation>網頁封存各部分之間的分隔標記缺少或有誤。</translation>
    </message>
    <message>
        <source>The archive ends suddenly; its last part may be incomplete.</source>
        <translation>網頁封存突然中斷，最後一部分可能不完整。</translation>
    </message>
    <message>
        <source>The archive unpacks to more than is read; the rest is left out.</source>
        <translation>網頁封存解開後過大，其餘已略去。</translation>
    </message>
    <message>
        <source>Some data in the archive is damaged.</source>
        <translation>網頁封存裡有些資料已損壞。</translation>
    </message>
    <message>
        <source>The folder cannot be reached now; its articles stay listed.</source>
        <translation>現在無法存取這個資料夾；其中的文章仍然列著。</translation>
    </message>
    <message>
        <source>The folder lies more than %1 folders deep and was left out.</source>
        <translation>資料夾的層級超過 %1 層，已略去。</translation>
    </message>
    <message>
        <source>The folder cannot be read: %1.</source>
        <translation>無法讀取資料夾：%1。</translation>
    </message>
    <message>
        <source>What is to be left out cannot be read: %1.</source>
        <translation>無法讀取忽略規則：%1。</translation>
    </message>
    <message>
        <source>%1 is not a folder; give the folder that holds the articles.</source>
        <translation>%1 不是資料夾；請選擇放文章的資料夾。</translation>
    </message>
    <message>
        <source>%1 does not exist; give the folder that holds the articles.</source>
        <translation>%1 不存在；請選擇放文章的資料夾。</translation>
    </message>
    <message>
        <source>%1 may not be read; check its permissions.</source>
        <translation>沒有權限讀取 %1；請檢查它的權限。</translation>
    </message>
    <message>
        <source>%1 is not a folder of the library.</source>
        <translation>%1 不是書庫裡的資料夾。</translation>
    </message>
    <message>
        <source>The catalogue %1</source>
        <translation>書庫目錄 %1</translation>
    </message>
    <message>
        <source>The reading state %1</source>
        <translation>閱讀紀錄 %1</translation>
    </message>
    <message>
        <source>The image cache %1</source>
        <translation>圖片快取 %1</translation>
    </message>
    <message>
        <source>The search index %1</source>
        <translation>搜尋資料 %1</translation>
    </message>
    <message>
        <source>The backup %1</source>
        <translation>備份 %1</translation>
    </message>
    <message>
        <source>%1 is being written by another program; try again when that has finished.</source>
        <translation>%1 正被另一個程式寫入；請等它完成後再試。</translation>
    </message>
    <message>
        <source>%1 cannot grow: the disk is full; free some space and try again.</source>
        <translation>%1 無法寫入：磁碟已滿；請騰出空間後再試。</translation>
    </message>
    <message>
        <source>%1 may not be written; check the permissions of the file and its folder.</source>
        <translation>沒有權限寫入 %1；請檢查檔案及其所在資料夾的權限。</translation>
    </message>
    <message>
        <source>%1 may not be written; check the permissions of its folder.</source>
        <translation>沒有權限寫入 %1；請檢查所在資料夾的權限。</translation>
    </message>
    <message>
        <source>%1 may not be written: the disk is read-only.</source>
        <translation>%1 無法寫入：磁碟是唯讀的。</translation>
    </message>
    <message>
        <source>%1 cannot be opened; check that its folder exists and may be written.</source>
        <translation>%1 打不開；請確認所在資料夾存在並且可寫。</translation>
    </message>
    <message>
        <source>%1 cannot be opened: a folder has its name; give that folder another one.</source>
        <translation>無法開啟%1：有資料夾佔用了這個名稱，請給該資料夾改名。</translation>
    </message>
    <message>
        <source>%1 may not be opened; check its permissions.</source>
        <translation>沒有權限開啟 %1；請檢查它的權限。</translation>
    </message>
    <message>
        <source>%1 is damaged; the next scan makes it anew.</source>
        <translation>%1 已損壞；下次掃描會重建。</translation>
    </message>
    <message>
        <source>%1 is damaged: it is no database.</source>
        <translation>%1 已損壞：它不是資料庫。</translation>
    </message>
    <message>
        <source>%1 is damaged (%2); choose another one.</source>
        <translation>%1 已損壞（%2）；請另選一個。</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 已損壞。</translation>
    </message>
    <message>
        <source>%1 is damaged and could not be set aside: %2.</source>
        <translation>%1 已損壞，而且移不開：%2。</translation>
    </message>
    <message>
        <source>%1 cannot be read or written: the disk reports an error.</source>
        <translation>%1 無法讀寫：磁碟報告出錯。</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2.</source>
        <translation>%1 打不開：%2。</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2.</source>
        <translation>%1 無法使用：%2。</translation>
    </message>
    <message>
        <source>%1 cannot answer this: %2.</source>
        <translation>%1 答不了這個尋找：%2。</translation>
    </message>
    <message>
        <source>%1 was made by a newer version of Article Reader; use that version.</source>
        <translation>%1 由更新版本的 Article Reader 建立；請使用那個版本。</translation>
    </message>
    <message>
        <source>%1 cannot be moved to %2: %3; nothing was deleted.</source>
        <translation>%1 無法移到 %2：%3；沒有刪除任何東西。</translation>
    </message>
    <message>
        <source>%1 and %2 lie in each other; choose a folder elsewhere.</source>
        <translation>%1 與 %2 互相包含；請選擇別處的資料夾。</translation>
    </message>
    <message>
        <source>The downloaded pictures lie in %1, which cannot be reached now; plug its disk in, or say where they are with: %2</source>
        <translation>已下載的圖片在 %1，目前無法訪問；請接上其磁碟，或用以下指令指明位置：%2</translation>
    </message>
    <message>
        <source>%1 could not be verified: %2.</source>
        <translation>%1 未能通過核驗：%2。</translation>
    </message>
    <message>
        <source>%1 was made by an older version and cannot be compared.</source>
        <translation>%1 由較舊的版本建立，無法比較。</translation>
    </message>
    <message>
        <source>The search index was closed.</source>
        <translation>搜尋資料已關閉。</translation>
    </message>
    <message>
        <source>%1 was written by a newer Article Reader (schema %2, this one knows %3); install the newer version again to use it.</source>
        <translation>%1 由更新版本的 Article Reader 寫成（結構版本 %2，本程式認識 %3）；請重新安裝新版本。</translation>
    </message>
    <message>
        <source>The reading state is damaged, and its backup %1 could not be put in its place: %2; nothing was lost, the damaged file is %3.</source>
        <translation>閱讀紀錄已損壞，備份 %1 也未能放回原處：%2；沒有遺失任何東西，損壞的檔案是 %3。</translation>
    </message>
    <message>
        <source>%1 must be %2, not %3; the default is used</source>
        <translation>%1 應為 %2，而不是 %3；已改用預設值</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>%1 之一</translation>
    </message>
    <message>
        <source>%1 does not parse as TOML, so the defaults are used: %2</source>
        <translation>%1 不是有效的 TOML，已改用預設值：%2</translation>
    </message>
    <message>
        <source>%1 cannot be changed because it does not parse: %2; correct it in a text editor, or delete it to start with the defaults.</source>
        <translation>%1 無法修改，因為它不是有效的 TOML：%2；請用文本編輯器改正，或刪除它以還原預設值。</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MiB, which no preferences file is.</source>
        <translation>%1 超過 %2 MiB，不會是偏好設定檔案。</translation>
    </message>
    <message>
        <source>%1 is not UTF-8 text; save it as UTF-8.</source>
        <translation>%1 不是 UTF-8 文本；請另存為 UTF-8。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>無法讀取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>無法寫入 %1：%2。</translation>
    </message>
    <message>
        <source>%1 already exists; choose another name.</source>
        <translation>%1 已存在；請換一個名字。</translation>
    </message>
    <message>
        <source>The folder %1</source>
        <translation>資料夾 %1</translation>
    </message>
    <message>
        <source>The journal %1</source>
        <translation>日誌 %1</translation>
    </message>
    <message>
        <source>%1 is larger than %2 GiB, which no journal is.</source>
        <translation>%1 超過 %2 GiB，不會是日誌。</translation>
    </message>
    <message>
        <source>%1: %2 lines were not understood and left out.</source>
        <translation>%1：有 %2 行看不懂，已略去。</translation>
    </message>
    <message>
        <source>%1 was written by another version of Article Reader (format %2, this one knows %3).</source>
        <translation>%1 由另一版本的 Article Reader 寫成（格式 %2，本程式認識 %3）。</translation>
    </message>
    <message>
        <source>%1 is where the reader keeps its own journal; choose another folder.</source>
        <translation>%1 是閱讀器存放自己日誌的地方；請另選一個資料夾。</translation>
    </message>
    <message>
        <source>%1 is too large for an export.</source>
        <translation>%1 太大，不會是匯出檔案。</translation>
    </message>
    <message>
        <source>%1 is no export that we know: %2.</source>
        <translation>%1 不是我們認識的匯出檔案：%2。</translation>
    </message>
    <message>
        <source>%1 is no export of %2 that we know.</source>
        <translation>%1 不是我們認識的 %2 匯出檔案。</translation>
    </message>
    <message>
        <source>%1 holds no export of %2.</source>
        <translation>%1 裡沒有 %2 的匯出內容。</translation>
    </message>
    <message>
        <source>%1 is no file; give an export or a journal.</source>
        <translation>%1 不是檔案，請選擇匯出檔案或日誌。</translation>
    </message>
    <message>
        <source>That is the reading state itself; name another file.</source>
        <translation>這就是閱讀狀態本身，請另選一個檔案。</translation>
    </message>
    <message>
        <source>This highlight is not there any more.</source>
        <translation>這條劃線已經不在了。</translation>
    </message>
    <message>
        <source>This smart list is not there any more.</source>
        <translation>這個智慧型清單已經不在了。</translation>
    </message>
    <message>
        <source>A smart list needs a name.</source>
        <translation>智慧型清單需要一個名字。</translation>
    </message>
    <message>
        <source>A smart list needs a query.</source>
        <translation>智慧型清單需要一個尋找。</translation>
    </message>
    <message>
        <source>A query may have %1 characters at most.</source>
        <translation>尋找最多 %1 個字元。</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>沒有權限</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允許這樣操作</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>沒有這個檔案或資料夾</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>同名檔案已存在</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是資料夾</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是資料夾</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>資料夾不是空的</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁碟空間不足</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超出磁碟配額</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>磁碟是唯讀的</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>檔案太大</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>讀寫出錯</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>裝置正忙</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>符號連結層數過多</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>檔名太長</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>開啟的檔案過多</translation>
    </message>
    <message>
        <source>Too many open files in system</source>
        <translation>系統開啟的檔案過多</translation>
    </message>
    <message>
        <source>Invalid cross-device link</source>
        <translation>不能跨磁碟操作</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>檔案控制代碼已失效</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>連線超時</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>引數無效</translation>
    </message>
</context>
<context>
    <name>ShareStates</name>
    <message>
        <source>Select copies of one article, or one that was saved more than once.</source>
        <translation>請選取同一篇文章的幾個副本，或一篇存有副本的文章。</translation>
    </message>
    <message numerus="yes">
        <source>These %Ln files share one reading state.</source>
        <translation>
            <numerusform>這 %Ln 個檔案共用一份閱讀狀態。</numerusform>
        </translation>
    </message>
    <message>
        <source>Parted, each keeps state, progress, star, tags and highlights as they are now, and what you do with one from then on is its own.</source>
        <translation>分開後，每個檔案都保留現在的狀態、進度、星標、標籤和劃線，此後各自記錄。</translation>
    </message>
    <message>
        <source>Part them</source>
        <translation>分開</translation>
    </message>
    <message>
        <source>State, progress, star, tags and highlights are joined; of each the latest holds. They can be parted again, and then each keeps what was joined.</source>
        <translation>狀態、進度、星標、標籤和劃線將合併，每項以最新者為準。以後可以再分開，屆時每個檔案都保留合併後的內容。</translation>
    </message>
    <message>
        <source>Share the reading state</source>
        <translation>共用閱讀狀態</translation>
    </message>
    <message numerus="yes">
        <source>What you do with one of these %Ln files then holds for all.</source>
        <translation>
            <numerusform>此後對這 %Ln 個檔案中任何一個的操作，都會作用於全部。</numerusform>
        </translation>
    </message>
    <message>
        <source>Share</source>
        <translation>共用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files have reading states of their own now.</source>
        <translation>
            <numerusform>%Ln 個檔案現在各有自己的閱讀狀態。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files share their reading state now.</source>
        <translation>
            <numerusform>%Ln 個檔案現在共用閱讀狀態。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShortcutEditor</name>
    <message>
        <source>Change shortcuts</source>
        <translation>更改快速鍵</translation>
    </message>
    <message>
        <source>Search actions</source>
        <translation>搜尋指令</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新的快速鍵</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>使用此鍵</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>不設快速鍵</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>還原預設</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>指令及其快速鍵</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”, and is taken from it if you use it here.</source>
        <translation>%1 已用於「%2」，在此使用會將它取走。</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
</context>
<context>
    <name>SmartLists</name>
    <message>
        <source>Smart list “{0}” deleted.</source>
        <translation>已刪除智慧型清單「{0}」。</translation>
    </message>
    <message>
        <source>New smart list…</source>
        <translation>新增智慧型清單…</translation>
    </message>
    <message>
        <source>Edit smart list…</source>
        <translation>編輯智慧型清單…</translation>
    </message>
    <message>
        <source>Delete smart list</source>
        <translation>刪除智慧型清單</translation>
    </message>
    <message>
        <source>Save as smart list…</source>
        <translation>存為智慧型清單…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Saved as smart list “{0}”.</source>
        <translation>已存為智慧型清單「{0}」。</translation>
    </message>
    <message>
        <source>New smart list</source>
        <translation>新增智慧型清單</translation>
    </message>
    <message>
        <source>Edit smart list</source>
        <translation>編輯智慧型清單</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋條件</translation>
    </message>
    <message>
        <source>What you would type into the search field</source>
        <translation>與在搜尋框中輸入的內容相同</translation>
    </message>
    <message>
        <source>Articles it finds now: {0}</source>
        <translation>目前找到 {0} 篇文章</translation>
    </message>
</context>
<context>
    <name>StateCarrier</name>
    <message>
        <source>Take in reading state</source>
        <translation>匯入閱讀狀態</translation>
    </message>
    <message>
        <source>Exports and journals (%1)</source>
        <translation>匯出檔案和日誌 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Taking in “%1”…</source>
        <translation>正在匯入「%1」…</translation>
    </message>
    <message>
        <source>Write reading state</source>
        <translation>寫出閱讀狀態</translation>
    </message>
    <message>
        <source>Reading state (*.jsonl)</source>
        <translation>閱讀狀態 (*.jsonl)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已儲存為 %1。</translation>
    </message>
    <message>
        <source>“%1” was taken in.</source>
        <translation>已匯入「%1」。</translation>
    </message>
</context>
<context>
    <name>StateHistory</name>
    <message numerus="yes">
        <source>Taken back for %Ln article(s).</source>
        <translation>
            <numerusform>已復原對 %Ln 篇文章的改動。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) changed.</source>
        <translation>
            <numerusform>已修改 %Ln 篇文章。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>沒有可復原的操作。</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>已復原。</translation>
    </message>
</context>
<context>
    <name>StateSide</name>
    <message>
        <source>Element hidden.</source>
        <translation>元素已隱藏。</translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message>
        <source>%1 min</source>
        <translation>%1 分鐘</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小時 %2 分鐘</translation>
    </message>
</context>
<context>
    <name>StatisticsDialog</name>
    <message>
        <source>Reading statistics</source>
        <translation>閱讀統計</translation>
    </message>
    <message>
        <source>Keep reading statistics</source>
        <translation>記錄閱讀統計</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was recorded yet. Read for a minute or two, then look again.</source>
        <translation>還沒有紀錄。先讀上一兩分鐘，再回來看看。</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>依日</translation>
    </message>
    <message>
        <source>By week</source>
        <translation>依週</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>依分類</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本週</translation>
    </message>
    <message>
        <source>Days in a row</source>
        <translation>連續天數</translation>
    </message>
    <message>
        <source>Longest so far</source>
        <translation>最長連續</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>All that you did is written now.</source>
        <translation>你所做的更改都已寫入。</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>知道了</translation>
    </message>
    <message numerus="yes">
        <source>Looking for articles… %Ln found</source>
        <translation>
            <numerusform>正在尋找文章…已找到 %Ln 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading articles</source>
        <translation>正在讀取文章</translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles/s</source>
        <translation>
            <numerusform>每秒 %Ln 篇</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln s left</source>
        <translation>
            <numerusform>還需 %Ln 秒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TabStrip</name>
    <message>
        <source>Tabs</source>
        <translation>分頁</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>關閉分頁</translation>
    </message>
    <message>
        <source>Unpin tab</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Pin tab</source>
        <translation>固定分頁</translation>
    </message>
    <message>
        <source>Move to new window</source>
        <translation>移到新視窗</translation>
    </message>
    <message>
        <source>Close other tabs</source>
        <translation>關閉其他分頁</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <translation>標籤，用逗號隔開</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message numerus="yes">
        <source>Tags that all %Ln articles have:</source>
        <translation>
            <numerusform>這 %Ln 篇文章共有的標籤：</numerusform>
        </translation>
    </message>
    <message>
        <source>In the file: %1</source>
        <translation>檔案裡的標籤：%1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Tags changed.</source>
        <translation>標籤已修改。</translation>
    </message>
</context>
<context>
    <name>TakenInDialog</name>
    <message>
        <source>Taken in</source>
        <translation>匯入結果</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未匯入的內容</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Written by %1.</source>
        <translation>由 %1 匯出。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) named in it.</source>
        <translation>
            <numerusform>其中提到 %Ln 篇文章。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them in the library.</source>
        <translation>
            <numerusform>%Ln 篇在書庫中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) changed.</source>
        <translation>
            <numerusform>改動了 %Ln 篇文章。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) taken in.</source>
        <translation>
            <numerusform>匯入了 %Ln 條劃線。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them not found in the text.</source>
        <translation>
            <numerusform>其中 %Ln 條在正文中找不到。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) taken in.</source>
        <translation>
            <numerusform>匯入了 %Ln 項改動。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) were read to different places.</source>
        <translation>
            <numerusform>%Ln 篇文章在不同裝置上讀到的位置不同。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not in the library: %1</source>
        <translation>不在書庫中：%1</translation>
    </message>
    <message>
        <source>Several articles have this title: %1</source>
        <translation>有多篇文章使用此標題：%1</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>This could not be done because of a fault in Article Reader.</source>
        <translation>Article Reader 出了故障，沒能完成這一步。</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>Template for highlights</source>
        <translation>劃線範本</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>範本</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>Back to the standard template</source>
        <translation>還原標準範本</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>These words are replaced: %1. What stands between the two comments comes once for each highlight.</source>
        <translation>這些詞會被替換：%1。兩條註解之間的內容，每處劃線重複一次。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>UnwrittenQuestion</name>
    <message>
        <source>Not written yet</source>
        <translation>尚未寫入</translation>
    </message>
    <message>
        <source>Some of what you did could not be written yet.</source>
        <translation>你所做的一些更改還沒能寫入。</translation>
    </message>
    <message>
        <source>It is written as soon as that is possible, and the window closes then.</source>
        <translation>一旦可以就會寫入，隨後視窗會自動關閉。</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>仍然關閉</translation>
    </message>
    <message>
        <source>Stay open</source>
        <translation>保持開啟</translation>
    </message>
</context>
<context>
    <name>VersionCommands</name>
    <message>
        <source>Select two articles to compare them.</source>
        <translation>請選取兩篇文章再比較。</translation>
    </message>
    <message>
        <source>Select two articles to compare them, or one that was saved more than once.</source>
        <translation>請選取兩篇文章，或一篇儲存過多次的文章，再比較。</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Changed</source>
        <translation>有改動</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已刪除</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Moved elsewhere</source>
        <translation>移到別處</translation>
    </message>
    <message>
        <source>Moved here</source>
        <translation>移到這裡</translation>
    </message>
    <message numerus="yes">
        <source>%Ln paragraphs are the same</source>
        <translation>
            <numerusform>%Ln 段相同</numerusform>
        </translation>
    </message>
    <message>
        <source>Not in this version</source>
        <translation>此版本中沒有</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Compare versions</source>
        <translation>比較版本</translation>
    </message>
    <message>
        <source>Version on the left</source>
        <translation>左側版本</translation>
    </message>
    <message>
        <source>Version on the right</source>
        <translation>右側版本</translation>
    </message>
    <message>
        <source>Previous difference (Shift+F3)</source>
        <translation>上一處不同（Shift+F3）</translation>
    </message>
    <message>
        <source>Next difference (F3)</source>
        <translation>下一處不同（F3）</translation>
    </message>
    <message>
        <source>Show what is the same</source>
        <translation>顯示相同的段落</translation>
    </message>
    <message>
        <source>Both versions say the same.</source>
        <translation>兩個版本內容相同。</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>改動 %1 段</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>新增 %1 段</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>刪除 %1 段</translation>
    </message>
    <message>
        <source>%1 moved</source>
        <translation>移動 %1 段</translation>
    </message>
    <message>
        <source>%1 % of the text is the same</source>
        <translation>正文 %1 % 相同</translation>
    </message>
    <message>
        <source>the end of a very long version is left out</source>
        <translation>版本過長，末尾未比較</translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>共 %Ln 處不同</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 處，共 %2 處</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比較…</translation>
    </message>
</context>
<context>
    <name>VersionsView</name>
    <message>
        <source>Both versions, paragraph by paragraph</source>
        <translation>逐段對照兩個版本</translation>
    </message>
</context>
<context>
    <name>VisitorBar</name>
    <message>
        <source>Add this folder</source>
        <translation>加入此資料夾</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暫不</translation>
    </message>
    <message>
        <source>This article is not in your library. Its folder: “%1”</source>
        <translation>這篇文章不在書庫中，所在資料夾：「%1」</translation>
    </message>
</context>
<context>
    <name>WeekBars</name>
    <message>
        <source>Reading by week</source>
        <translation>每週閱讀</translation>
    </message>
</context>
<context>
    <name>WhichFileDialog</name>
    <message>
        <source>Which file is it?</source>
        <translation>是哪個檔案？</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>An article without a title</source>
        <translation>無標題文章</translation>
    </message>
    <message>
        <source>Several files may be this article. Which one is it?</source>
        <translation>可能是這篇文章的檔案不止一個，是哪一個？</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>以後再說</translation>
    </message>
    <message>
        <source>All of them: copies that share what I do</source>
        <translation>都是：互為副本，共用閱讀狀態</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>It was %1</source>
        <translation>原先在 %1</translation>
    </message>
    <message>
        <source>read to %1 %</source>
        <translation>讀到 %1 %</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已收藏</translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s)</source>
        <translation>
            <numerusform>%Ln 處劃線</numerusform>
        </translation>
    </message>
    <message>
        <source>last opened: %1</source>
        <translation>上次開啟：%1</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>修改日期：%1</translation>
    </message>
</context>
<context>
    <name>WindowDialogs</name>
    <message>
        <source>Open articles</source>
        <translation>開啟文章</translation>
    </message>
    <message>
        <source>Articles (%1)</source>
        <translation>文章 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Choose a folder with articles</source>
        <translation>選擇放著文章的資料夾</translation>
    </message>
    <message>
        <source>A fault in Article Reader</source>
        <translation>Article Reader 出了故障</translation>
    </message>
    <message>
        <source>Something in Article Reader failed. Your files and your reading state are untouched.</source>
        <translation>Article Reader 內部出了錯。你的檔案和閱讀狀態都沒有受到影響。</translation>
    </message>
    <message>
        <source>The details below help to mend it; please add them to a report.</source>
        <translation>下面的細節有助於修復，回報時請一併附上。</translation>
    </message>
</context>
</TS>
