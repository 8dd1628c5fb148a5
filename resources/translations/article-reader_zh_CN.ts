<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Article Reader</source>
        <translation>关于 Article Reader</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Reads articles where they lie, and changes none of them.</source>
        <translation>文章在哪里就在哪里读，一个字也不改动。</translation>
    </message>
    <message>
        <source>Requests of pages refused since the start: %1</source>
        <translation>启动以来拦下的页面请求：%1</translation>
    </message>
    <message>
        <source>Free software under the MIT License.</source>
        <translation>以 MIT 许可证发布的自由软件。</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>许可证…</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Add folder to library…</source>
        <translation>把文件夹加入书库…</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>新窗口</translation>
    </message>
    <message>
        <source>Open in new window</source>
        <translation>在新窗口中打开</translation>
    </message>
    <message>
        <source>Look for changes in the library</source>
        <translation>检查书库中的变化</translation>
    </message>
    <message>
        <source>Make available offline…</source>
        <translation>下载离线图片…</translation>
    </message>
    <message>
        <source>Try missing pictures again…</source>
        <translation>重试缺失的图片…</translation>
    </message>
    <message>
        <source>Reload article</source>
        <translation>重新载入文章</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Save complete copy…</source>
        <translation>保存完整副本…</translation>
    </message>
    <message>
        <source>Copy link to source</source>
        <translation>复制原网页链接</translation>
    </message>
    <message>
        <source>Copy file path</source>
        <translation>复制文件路径</translation>
    </message>
    <message>
        <source>Copy as Markdown link</source>
        <translation>复制为 Markdown 链接</translation>
    </message>
    <message>
        <source>Send link by mail…</source>
        <translation>用邮件发送链接…</translation>
    </message>
    <message>
        <source>Open with…</source>
        <translation>打开方式…</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>偏好设置…</translation>
    </message>
    <message>
        <source>Restore from backup…</source>
        <translation>从备份恢复…</translation>
    </message>
    <message>
        <source>Take in an export…</source>
        <translation>导入其他程序的导出文件…</translation>
    </message>
    <message>
        <source>Write reading state to a file…</source>
        <translation>将阅读状态写入文件…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
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
        <translation>继续阅读</translation>
    </message>
    <message>
        <source>Next unread article</source>
        <translation>下一篇未读</translation>
    </message>
    <message>
        <source>Mark as read or unread</source>
        <translation>标为已读或未读</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Archive selected articles</source>
        <translation>归档所选文章</translation>
    </message>
    <message>
        <source>Find in article…</source>
        <translation>在文章中查找…</translation>
    </message>
    <message>
        <source>Next place found</source>
        <translation>下一处命中</translation>
    </message>
    <message>
        <source>Previous place found</source>
        <translation>上一处命中</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>搜索书库</translation>
    </message>
    <message>
        <source>Save search as smart list…</source>
        <translation>将搜索存为智能列表…</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>相关文章</translation>
    </message>
    <message>
        <source>Share reading state with copies…</source>
        <translation>与副本共用阅读状态…</translation>
    </message>
    <message>
        <source>Compare versions…</source>
        <translation>比较版本…</translation>
    </message>
    <message>
        <source>Show original</source>
        <translation>显示原网页</translation>
    </message>
    <message>
        <source>Open source in browser</source>
        <translation>在浏览器中打开原网页</translation>
    </message>
    <message>
        <source>Load images of this article</source>
        <translation>下载本文图片</translation>
    </message>
    <message>
        <source>Keep pictures of this article</source>
        <translation>保留本文的图片</translation>
    </message>
    <message>
        <source>View pictures</source>
        <translation>查看图片</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>New tab</source>
        <translation>新标签页</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>关闭标签页</translation>
    </message>
    <message>
        <source>Reopen closed tab</source>
        <translation>重新打开关闭的标签页</translation>
    </message>
    <message>
        <source>Pin or unpin tab</source>
        <translation>固定或取消固定标签页</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一个标签页</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>上一个标签页</translation>
    </message>
    <message>
        <source>Move tab left</source>
        <translation>标签页左移</translation>
    </message>
    <message>
        <source>Move tab right</source>
        <translation>标签页右移</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>划线</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>写笔记…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Highlights and contents</source>
        <translation>划线与目录</translation>
    </message>
    <message>
        <source>All highlights…</source>
        <translation>全部划线…</translation>
    </message>
    <message>
        <source>Hide this element</source>
        <translation>隐藏此元素</translation>
    </message>
    <message>
        <source>Show hidden elements again</source>
        <translation>重新显示隐藏的元素</translation>
    </message>
    <message>
        <source>How this article is shown…</source>
        <translation>这篇文章的显示方式…</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>原始大小</translation>
    </message>
    <message>
        <source>Wider column</source>
        <translation>加宽版心</translation>
    </message>
    <message>
        <source>Narrower column</source>
        <translation>收窄版心</translation>
    </message>
    <message>
        <source>Text and theme…</source>
        <translation>文字与主题…</translation>
    </message>
    <message>
        <source>Next theme</source>
        <translation>下一个主题</translation>
    </message>
    <message>
        <source>Library panel</source>
        <translation>书库面板</translation>
    </message>
    <message>
        <source>Find a place in the library</source>
        <translation>查找书库位置</translation>
    </message>
    <message>
        <source>Focus on the article</source>
        <translation>专注阅读</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>菜单栏</translation>
    </message>
    <message>
        <source>Reading statistics…</source>
        <translation>阅读统计…</translation>
    </message>
    <message>
        <source>Welcome articles</source>
        <translation>入门文章</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Change shortcuts…</source>
        <translation>更改快捷键…</translation>
    </message>
    <message>
        <source>Go to anything…</source>
        <translation>转到任意位置…</translation>
    </message>
    <message>
        <source>About Article Reader</source>
        <translation>关于 Article Reader</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>文章(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Tabs</source>
        <translation>标签页(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>AllowedHostsDialog</name>
    <message>
        <source>Allowed hosts</source>
        <translation>允许的主机</translation>
    </message>
    <message>
        <source>Missing pictures are downloaded from these hosts without asking.</source>
        <translation>缺失的图片会直接从这些主机下载，不再询问。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ArticleColumns</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
</context>
<context>
    <name>ArticleCommands</name>
    <message>
        <source>Marked as read.</source>
        <translation>已标为已读。</translation>
    </message>
    <message>
        <source>Marked as unread.</source>
        <translation>已标为未读。</translation>
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
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已存为 %1。</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
</context>
<context>
    <name>ArticleDrawer</name>
    <message>
        <source>Highlights and contents</source>
        <translation>划线与目录</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Attach to the selected words</source>
        <translation>关联到选中的文字</translation>
    </message>
    <message>
        <source>For a highlight whose words are gone: select its new words in the article first.</source>
        <translation>用于原文已不在的划线：请先在文章里选中新的文字。</translation>
    </message>
    <message>
        <source>All highlights…</source>
        <translation>全部划线…</translation>
    </message>
    <message>
        <source>Add tags…</source>
        <translation>添加标签…</translation>
    </message>
    <message>
        <source>Your tags: %1</source>
        <translation>我的标签：%1</translation>
    </message>
    <message>
        <source>In the file: %1</source>
        <translation>文件里的标签：%1</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>划线</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Select words in the article to highlight them, or press H.</source>
        <translation>选中文字即可划线，也可以按 H。</translation>
    </message>
    <message>
        <source>This article has no headings.</source>
        <translation>这篇文章没有小标题。</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>在读</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已收藏</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>暂时无法读取</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose a folder with articles</source>
        <translation>选择存放文章的文件夹</translation>
    </message>
    <message>
        <source>Markdown files and saved pages are read where they are.</source>
        <translation>Markdown 文件和保存的网页
都留在原处，不会移动。</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Try fewer words, or others.</source>
        <translation>可以少输几个字，或换个说法。</translation>
    </message>
    <message>
        <source>Nothing found for “{0}”</source>
        <translation>没有找到“{0}”</translation>
    </message>
    <message>
        <source>Try fewer words, or look in all articles.</source>
        <translation>可以少输几个字，或在全部文章中查找。</translation>
    </message>
    <message>
        <source>Did you mean:</source>
        <translation>是不是要找：</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>在全部文章中搜索</translation>
    </message>
    <message>
        <source>Looking for articles…</source>
        <translation>正在查找文章…</translation>
    </message>
    <message>
        <source>Everything is read</source>
        <translation>都读完了</translation>
    </message>
    <message>
        <source>Nothing begun yet</source>
        <translation>还没有在读的文章</translation>
    </message>
    <message>
        <source>No starred articles yet</source>
        <translation>还没有收藏的文章</translation>
    </message>
    <message>
        <source>No articles in this category</source>
        <translation>这个分类下没有文章</translation>
    </message>
    <message>
        <source>No articles in this folder</source>
        <translation>这个文件夹里没有文章</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>Nothing opened yet</source>
        <translation>还没有打开过文章</translation>
    </message>
    <message>
        <source>No article was saved twice</source>
        <translation>没有重复保存的文章</translation>
    </message>
    <message>
        <source>No picture is missing</source>
        <translation>没有缺失的图片</translation>
    </message>
    <message>
        <source>No article matches this list now</source>
        <translation>目前没有符合此列表条件的文章</translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation>还没有文章</translation>
    </message>
    <message>
        <source>Without a source</source>
        <translation>来源不明</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>没有日期</translation>
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
        <translation>正在准备全文搜索，目前只搜标题。</translation>
    </message>
    <message>
        <source>Incomplete: {0} % of the library searched.</source>
        <translation>结果尚不完整：已可搜索书库的 {0}%。</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>Search articles</source>
        <translation>搜索文章</translation>
    </message>
    <message>
        <source>Library panel</source>
        <translation>书库面板</translation>
    </message>
    <message>
        <source>Best match first</source>
        <translation>最匹配在前</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>按标题</translation>
    </message>
    <message>
        <source>Recently added</source>
        <translation>最近加入</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>最长在前</translation>
    </message>
    <message>
        <source>By progress</source>
        <translation>按阅读进度</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>按来源</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>按分类</translation>
    </message>
    <message>
        <source>Reverse order</source>
        <translation>倒序</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>按天</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>By site</source>
        <translation>按网站</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行距</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Cosy</source>
        <translation>适中</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>多列</translation>
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
        <translation>请先选中要隐藏的内容，或在它上面点右键。</translation>
    </message>
</context>
<context>
    <name>ArticleSettingsDialog</name>
    <message>
        <source>How this article is shown</source>
        <translation>这篇文章的显示方式</translation>
    </message>
    <message>
        <source>Like all others</source>
        <translation>与其他文章一致</translation>
    </message>
    <message>
        <source>Reading view</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Original page</source>
        <translation>原网页</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>重新显示</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>View</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Encoding of the file</source>
        <translation>文件编码</translation>
    </message>
    <message>
        <source>Written for</source>
        <translation>文章写法</translation>
    </message>
    <message>
        <source>Hidden elements</source>
        <translation>隐藏的元素</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%Ln element(s)</source>
        <translation>
            <numerusform>%Ln 个元素</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>ArticleTabs</name>
    <message>
        <source>New tab</source>
        <translation>新标签页</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>Restore from backup</source>
        <translation>从备份恢复</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>将会改变的内容</translation>
    </message>
    <message>
        <source>What was added since stays. A backup of the present state is made first.</source>
        <translation>此后新增的内容会保留。恢复前会先备份当前状态。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>There is no backup yet. One is made every hour while you read.</source>
        <translation>还没有备份。阅读时每小时会自动备份一次。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>This would change: %1.</source>
        <translation>恢复将改变：%1。</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>……还有 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would change: all that is in this backup is so now.</source>
        <translation>不会有任何改变：这份备份中的内容现在都还在。</translation>
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
            <numerusform>%Ln 处划线</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln smart lists</source>
        <translation>
            <numerusform>%Ln 个智能列表</numerusform>
        </translation>
    </message>
    <message>
        <source>An article that is not here any more</source>
        <translation>已不在这里的文章</translation>
    </message>
    <message>
        <source>The reading state was restored.</source>
        <translation>阅读状态已恢复。</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>deleted smart list comes back</source>
        <translation>删除的智能列表会恢复</translation>
    </message>
    <message>
        <source>smart list comes back</source>
        <translation>智能列表会恢复</translation>
    </message>
    <message>
        <source>deleted highlight comes back</source>
        <translation>恢复已删除的划线</translation>
    </message>
    <message>
        <source>highlight comes back</source>
        <translation>恢复划线</translation>
    </message>
    <message>
        <source>tag %1 comes back</source>
        <translation>标签 %1 会恢复</translation>
    </message>
    <message>
        <source>tag %1 goes</source>
        <translation>标签 %1 会去掉</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>star</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>last opened</source>
        <translation>上次打开</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>读完时间</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>display</source>
        <translation>显示方式</translation>
    </message>
    <message>
        <source>reading position</source>
        <translation>阅读位置</translation>
    </message>
    <message>
        <source>place of the file</source>
        <translation>文件位置</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>query</source>
        <translation>搜索条件</translation>
    </message>
    <message>
        <source>order</source>
        <translation>顺序</translation>
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
        <translation>未读</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>在读</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>已归档</translation>
    </message>
</context>
<context>
    <name>CategoryShares</name>
    <message>
        <source>Reading by category</source>
        <translation>各分类阅读</translation>
    </message>
    <message>
        <source>Without a category</source>
        <translation>未分类</translation>
    </message>
</context>
<context>
    <name>ColumnsHeader</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Go to anything</source>
        <translation>转到任意位置</translation>
    </message>
    <message>
        <source>Go to an article, a heading, a category, or do something</source>
        <translation>输入文章、标题、分类或命令</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>匹配的项</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>标签页</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Smart list</source>
        <translation>智能列表</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
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
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>标为未读</translation>
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
        <translation>打开</translation>
    </message>
    <message>
        <source>Open in new tab</source>
        <translation>在新标签页中打开</translation>
    </message>
    <message>
        <source>Open in new window</source>
        <translation>在新窗口中打开</translation>
    </message>
    <message>
        <source>Copy file path</source>
        <translation>复制文件路径</translation>
    </message>
    <message>
        <source>Copy link to source</source>
        <translation>复制来源链接</translation>
    </message>
    <message>
        <source>Copy as Markdown link</source>
        <translation>复制为 Markdown 链接</translation>
    </message>
    <message>
        <source>Send link by mail…</source>
        <translation>用邮件发送链接…</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
    <message>
        <source>Read again as</source>
        <translation>换编码重新读取</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Written for</source>
        <translation>文章写法</translation>
    </message>
    <message>
        <source>What it says itself</source>
        <translation>文件自己声明的编码</translation>
    </message>
    <message>
        <source>How this folder is read…</source>
        <translation>此文件夹的读取方式…</translation>
    </message>
    <message>
        <source>Remove from library</source>
        <translation>从书库移除</translation>
    </message>
    <message>
        <source>The files and their reading state stay as they are.</source>
        <translation>文件和阅读状态都保持原样。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>Open link in new tab</source>
        <translation>在新标签页中打开链接</translation>
    </message>
    <message>
        <source>Copy link address</source>
        <translation>复制链接地址</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Open with</source>
        <translation>打开方式</translation>
    </message>
    <message>
        <source>Other application…</source>
        <translation>其他应用…</translation>
    </message>
    <message>
        <source>No other application is known</source>
        <translation>没有找到其他应用</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message numerus="yes">
        <source>%Ln versions</source>
        <translation>
            <numerusform>%Ln 个版本</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · the same address: %2</source>
        <translation>%1 · 同一网址：%2</translation>
    </message>
    <message>
        <source>%1 · nearly the same text</source>
        <translation>%1 · 正文几乎相同</translation>
    </message>
    <message>
        <source>Newest version: %1</source>
        <translation>最新版本：%1</translation>
    </message>
    <message>
        <source>the same address</source>
        <translation>网址相同</translation>
    </message>
    <message>
        <source>too short to compare the texts</source>
        <translation>正文太短，无法比较</translation>
    </message>
    <message>
        <source>as good as the same text</source>
        <translation>正文基本一致</translation>
    </message>
    <message>
        <source>about %1 % of the text alike</source>
        <translation>正文约 %1 % 相同</translation>
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
        <translation>单个网页，内容全部在内 (*.html)</translation>
    </message>
    <message>
        <source>A web page with a folder of pictures (*.html)</source>
        <translation>网页和图片文件夹 (*.html)</translation>
    </message>
    <message>
        <source>Markdown with a folder of pictures (*.md)</source>
        <translation>Markdown 和图片文件夹 (*.md)</translation>
    </message>
    <message>
        <source>Electronic book (*.epub)</source>
        <translation>电子书 (*.epub)</translation>
    </message>
    <message>
        <source>Save complete copy</source>
        <translation>保存完整副本</translation>
    </message>
    <message>
        <source>Saving a copy</source>
        <translation>正在保存副本</translation>
    </message>
    <message>
        <source>The copy was not saved.</source>
        <translation>副本没有保存。</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>Pictures missing in it: %1.</source>
        <translation>缺少图片：%1 张。</translation>
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
        <translation>每日阅读</translation>
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
        <translation>撤销</translation>
    </message>
    <message>
        <source>Nothing has been begun yet.</source>
        <translation>还没有读到一半的文章。</translation>
    </message>
</context>
<context>
    <name>DetailHeader</name>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures are not stored</source>
        <translation>
            <numerusform>%Ln 张图片未保存</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailNotice</name>
    <message>
        <source>Reload</source>
        <translation>重新载入</translation>
    </message>
    <message>
        <source>Use software rendering</source>
        <translation>改用软件渲染</translation>
    </message>
    <message>
        <source>This page stopped working.</source>
        <translation>这个页面停止了工作。</translation>
    </message>
    <message>
        <source>The article&apos;s file is untouched. If this happens again, software rendering often helps; it takes effect at the next start.</source>
        <translation>文章的文件没有受到影响。如果再次发生，改用软件渲染往往有效，下次启动时生效。</translation>
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
        <translation>从列表里选一篇文章。</translation>
    </message>
    <message>
        <source>J and K go down and up in it, / searches the articles.</source>
        <translation>J 和 K 在列表中上下移动，/ 搜索文章。</translation>
    </message>
    <message>
        <source>“%1” is not there any more.</source>
        <translation>“%1”已经不在了。</translation>
    </message>
    <message>
        <source>The file itself is untouched.</source>
        <translation>文件本身没有受到影响。</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this article</source>
        <translation>在本文中查找</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
</context>
<context>
    <name>FolderInvitation</name>
    <message>
        <source>Choose a folder with your own articles. They are read where they lie.</source>
        <translation>选一个放着你自己文章的文件夹。文章就在原处阅读，不导入，也不改动。</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>选择文件夹…</translation>
    </message>
</context>
<context>
    <name>FolderRemoval</name>
    <message>
        <source>“{0}” is not in the library any more.</source>
        <translation>“{0}”已从书库移除。</translation>
    </message>
    <message>
        <source>“{0}” is in the library again.</source>
        <translation>“{0}”已重新加入书库。</translation>
    </message>
</context>
<context>
    <name>FolderRules</name>
    <message>
        <source>How “%1” is read</source>
        <translation>“%1”的读取方式</translation>
    </message>
    <message>
        <source>Written for</source>
        <translation>文章写法</translation>
    </message>
    <message>
        <source>A plain list of categories is</source>
        <translation>并列的分类表示</translation>
    </message>
    <message>
        <source>The articles are read again. Nothing is written to the folder.</source>
        <translation>文章会重新读取一遍，文件夹里不会写入任何东西。</translation>
    </message>
    <message>
        <source>Read this way</source>
        <translation>照此读取</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Automatic: looks like %1</source>
        <translation>自动：看起来是 %1</translation>
    </message>
    <message>
        <source>Automatic: each file shows it</source>
        <translation>自动：由每个文件判断</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>Automatic: a path in Hexo, else side by side</source>
        <translation>自动：Hexo 中为一条路径，其余为并列</translation>
    </message>
    <message>
        <source>One path, outermost first</source>
        <translation>一条路径，从大类到小类</translation>
    </message>
    <message>
        <source>Several categories side by side</source>
        <translation>几个并列的分类</translation>
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
            <numerusform>已合并其他设备上的 %Ln 处改动。</numerusform>
        </translation>
    </message>
    <message>
        <source>A file in the folder for keeping in step was not understood: %1</source>
        <translation>同步文件夹里有一个文件无法识别：%1</translation>
    </message>
    <message>
        <source>“%1” cannot be read or written (%2), so this machine is not kept in step.</source>
        <translation>无法读写“%1”（%2），本机暂时无法与其他设备同步。</translation>
    </message>
    <message>
        <source>This machine is not kept in step at the moment. %1</source>
        <translation>目前无法与其他设备同步。%1</translation>
    </message>
</context>
<context>
    <name>HighlightColours</name>
    <message>
        <source>Yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
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
        <translation>划线已删除。</translation>
    </message>
    <message>
        <source>Select its new words in the article first, then attach it.</source>
        <translation>请先在文章里选中新的文字，再重新关联。</translation>
    </message>
    <message>
        <source>Highlight attached.</source>
        <translation>划线已重新关联。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
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
        <translation>Web Annotations，每行一条 (*.jsonl)</translation>
    </message>
    <message>
        <source>CSV for Readwise (*.csv)</source>
        <translation>Readwise 用的 CSV (*.csv)</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>划线</translation>
    </message>
    <message>
        <source>Export highlights</source>
        <translation>导出划线</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
</context>
<context>
    <name>HighlightPopup</name>
    <message>
        <source>Highlight</source>
        <translation>划线</translation>
    </message>
    <message>
        <source>Delete highlight</source>
        <translation>删除划线</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>笔记…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Search the library for it</source>
        <translation>在书库中搜索</translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) here: click again for the next.</source>
        <translation>
            <numerusform>此处有 %Ln 条划线，再次点击可切换。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HighlightRows</name>
    <message>
        <source>Highlights</source>
        <translation>划线</translation>
    </message>
    <message>
        <source>Not found in the text any more</source>
        <translation>正文里已找不到这段话</translation>
    </message>
</context>
<context>
    <name>HighlightSide</name>
    <message>
        <source>The article of this highlight is not in the library any more.</source>
        <translation>这条划线所在的文章已不在书库中。</translation>
    </message>
</context>
<context>
    <name>HighlightsDialog</name>
    <message>
        <source>Highlights and notes</source>
        <translation>划线与笔记</translation>
    </message>
    <message>
        <source>Search highlights, notes and tags</source>
        <translation>搜索划线、笔记和标签</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Only those not found in their text</source>
        <translation>只看正文里找不到的</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>All colours</source>
        <translation>所有颜色</translation>
    </message>
    <message>
        <source>Nothing found for “%1”.</source>
        <translation>没有找到“%1”。</translation>
    </message>
    <message>
        <source>Nothing is highlighted yet. Select words in an article, or press H while reading.</source>
        <translation>还没有划线。在文章里选中文字，或阅读时按 H。</translation>
    </message>
    <message>
        <source>Highlights: %1</source>
        <translation>%1 条划线</translation>
    </message>
</context>
<context>
    <name>HitBar</name>
    <message>
        <source>Take the marks away</source>
        <translation>去掉标记</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
    <message>
        <source>Not in the text itself</source>
        <translation>正文中没有</translation>
    </message>
</context>
<context>
    <name>IdentityQuestion</name>
    <message numerus="yes">
        <source>%Ln article(s) left their place, and several files may be the same article.</source>
        <translation>
            <numerusform>有 %Ln 篇文章不在原处，可能对应的文件不止一个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Noted.</source>
        <translation>已记下。</translation>
    </message>
</context>
<context>
    <name>ImageCommands</name>
    <message>
        <source>Loading pictures…</source>
        <translation>正在下载图片…</translation>
    </message>
    <message>
        <source>Loading pictures</source>
        <translation>正在下载图片</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures could not be loaded.</source>
        <translation>
            <numerusform>%Ln 张图片未能下载。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImageQuestion</name>
    <message>
        <source>Load pictures</source>
        <translation>下载图片</translation>
    </message>
    <message numerus="yes">
        <source>Download %Ln pictures of this article?</source>
        <translation>
            <numerusform>下载本文的 %Ln 张图片？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>以及另外 %Ln 个网站</numerusform>
        </translation>
    </message>
    <message>
        <source>They lie on these hosts, which will see that somebody asks for them:</source>
        <translation>图片存放在以下网站，下载时对方会看到请求：</translation>
    </message>
    <message>
        <source>Do not ask again for these hosts</source>
        <translation>这些网站以后不再询问</translation>
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
        <translation>尚未下载</translation>
    </message>
    <message>
        <source>The file is not where the article says</source>
        <translation>文件不在文章所写的位置</translation>
    </message>
    <message>
        <source>Not an address on the web</source>
        <translation>不是网络地址</translation>
    </message>
    <message>
        <source>The address holds a password</source>
        <translation>地址中含有密码</translation>
    </message>
    <message>
        <source>In a local network</source>
        <translation>位于本地网络</translation>
    </message>
    <message>
        <source>The site sends no picture any more</source>
        <translation>网站已不再提供此图片</translation>
    </message>
    <message>
        <source>Larger than 25 MB</source>
        <translation>超过 25 MB</translation>
    </message>
    <message>
        <source>More than 100 megapixels</source>
        <translation>超过 1 亿像素</translation>
    </message>
    <message>
        <source>The picture is damaged</source>
        <translation>图片已损坏</translation>
    </message>
    <message>
        <source>Only a part of it came</source>
        <translation>图片不完整</translation>
    </message>
    <message>
        <source>Gone from its site</source>
        <translation>网站上已没有此图片</translation>
    </message>
    <message>
        <source>Its site refuses to show it</source>
        <translation>网站拒绝提供此图片</translation>
    </message>
    <message>
        <source>Its site asks for patience</source>
        <translation>网站要求稍后再试</translation>
    </message>
    <message>
        <source>Its site has an error</source>
        <translation>网站出错</translation>
    </message>
    <message>
        <source>Its address leads in circles</source>
        <translation>地址循环跳转</translation>
    </message>
    <message>
        <source>Its site is too slow</source>
        <translation>网站响应过慢</translation>
    </message>
    <message>
        <source>Its site cannot be reached</source>
        <translation>无法连接网站</translation>
    </message>
    <message>
        <source>No secure connection to its site</source>
        <translation>无法与网站建立安全连接</translation>
    </message>
    <message>
        <source>The download broke off</source>
        <translation>下载中断</translation>
    </message>
</context>
<context>
    <name>ImageStorageDialog</name>
    <message>
        <source>Downloaded pictures</source>
        <translation>离线图片</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>移动…</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Compares every file with what was downloaded.</source>
        <translation>逐一核对文件与下载时是否一致。</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>整理</translation>
    </message>
    <message>
        <source>Removes damaged files, and the oldest pictures above the limit.</source>
        <translation>删除损坏的文件，以及超出上限的最旧图片。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Room by category</source>
        <translation>各分类占用的空间</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在校验…</translation>
    </message>
    <message>
        <source>Tidying up…</source>
        <translation>正在整理…</translation>
    </message>
    <message>
        <source>Moving…</source>
        <translation>正在移动…</translation>
    </message>
    <message>
        <source>The pictures could not be moved; they are where they were.</source>
        <translation>图片未能移动，仍在原处。</translation>
    </message>
    <message>
        <source>That could not be done. Is the disk with the pictures there?</source>
        <translation>操作未能完成。存放图片的磁盘是否已连接？</translation>
    </message>
    <message>
        <source>Damaged or lost pictures: %1. Tidy up to get them again.</source>
        <translation>有 %1 张图片损坏或丢失。整理后可重新下载。</translation>
    </message>
    <message>
        <source>All files are as they were downloaded.</source>
        <translation>所有文件均与下载时一致。</translation>
    </message>
    <message>
        <source>%1 removed.</source>
        <translation>已删除 %1。</translation>
    </message>
    <message>
        <source>The pictures were moved.</source>
        <translation>图片已移动。</translation>
    </message>
    <message>
        <source>Keep downloaded pictures in</source>
        <translation>将离线图片存放到</translation>
    </message>
</context>
<context>
    <name>LibraryFeed</name>
    <message>
        <source>%1 What you do until then is remembered, and written as soon as that is possible.</source>
        <translation>%1 在此期间的更改都会记住，一旦可以就会写入。</translation>
    </message>
    <message>
        <source>Some folders do not tell of changes; they are looked through now and then.</source>
        <translation>有些文件夹不会通知变动，将定时查看。</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>Library</source>
        <translation>书库</translation>
    </message>
    <message>
        <source>No place of this name</source>
        <translation>没有这个名称的位置</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>{0}, closed</source>
        <translation>{0}，已折叠</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>{0} unread of {1}</source>
        <translation>共 {1} 篇，{0} 篇未读</translation>
    </message>
    <message>
        <source>Smart list</source>
        <translation>智能列表</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>在读</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>Recently opened</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复文章</translation>
    </message>
    <message>
        <source>Missing pictures</source>
        <translation>缺少图片</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>网站</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Smart lists</source>
        <translation>智能列表</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>软件包</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>许可证原文</translation>
    </message>
</context>
<context>
    <name>LinkFollower</name>
    <message>
        <source>Open link</source>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>Open this address outside the reader?</source>
        <translation>要在阅读器之外打开这个地址吗？</translation>
    </message>
    <message>
        <source>Always ask before opening links</source>
        <translation>打开链接前总是询问</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No article for “%1” was found beside this one or in its library folder.</source>
        <translation>在本文旁边和所在的书库文件夹中，都没有找到“%1”对应的文章。</translation>
    </message>
    <message>
        <source>“%1” is no article file.</source>
        <translation>“%1”不是文章文件。</translation>
    </message>
    <message>
        <source>“%1” leads out of the library folder and is not followed.</source>
        <translation>“%1”指向书库文件夹之外，不予打开。</translation>
    </message>
    <message>
        <source>“%1” is an address the reader does not follow.</source>
        <translation>阅读器不打开“%1”这样的地址。</translation>
    </message>
</context>
<context>
    <name>ListCommands</name>
    <message numerus="yes">
        <source>%Ln file path(s) copied.</source>
        <translation>
            <numerusform>已复制 %Ln 个文件路径。</numerusform>
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
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>标为未读</translation>
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
        <translation>归档</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Copy file paths</source>
        <translation>复制文件路径</translation>
    </message>
</context>
<context>
    <name>LookPopover</name>
    <message>
        <source>Text and theme</source>
        <translation>文字与主题</translation>
    </message>
    <message>
        <source>Column width</source>
        <translation>版心宽度</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>窄</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>适中</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Chinese typeface</source>
        <translation>中文字体</translation>
    </message>
    <message>
        <source>Sans</source>
        <translation>无衬线</translation>
    </message>
    <message>
        <source>Serif</source>
        <translation>衬线</translation>
    </message>
    <message>
        <source>Latin typeface</source>
        <translation>西文字体</translation>
    </message>
    <message>
        <source>Chinese characters</source>
        <translation>汉字</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation>简体</translation>
    </message>
    <message>
        <source>Traditional</source>
        <translation>繁体</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>米黄</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>纯黑</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
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
        <translation>“%1”现在无法访问。</translation>
    </message>
    <message>
        <source>Its folder is not available; the article opens once that is back.</source>
        <translation>所在文件夹不可用；恢复后文章会自动打开。</translation>
    </message>
    <message>
        <source>“%1” is not there any more.</source>
        <translation>“%1”已经不在了。</translation>
    </message>
    <message>
        <source>It may have been moved, renamed or deleted.</source>
        <translation>它可能被移动、改名或删除了。</translation>
    </message>
    <message>
        <source>Software rendering is used from the next start on.</source>
        <translation>下次启动时改用软件渲染。</translation>
    </message>
</context>
<context>
    <name>MissingFileNotice</name>
    <message>
        <source>“%1” is not there any more: it was moved, renamed or deleted, or its disk was unplugged. The text stays here until another article is opened.</source>
        <translation>“%1”已不在原处：可能被移动、改名或删除，或者所在磁盘已断开。正文会留在这里，直到打开另一篇文章。</translation>
    </message>
    <message>
        <source>Look for it</source>
        <translation>查找它</translation>
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
        <translation>图片齐全</translation>
    </message>
    <message>
        <source>Missing pictures: %1</source>
        <translation>缺少 %1 张图片</translation>
    </message>
</context>
<context>
    <name>MissingPicturesBar</name>
    <message>
        <source>Some pictures of these articles are not here.</source>
        <translation>这些文章缺少部分图片。</translation>
    </message>
    <message>
        <source>Try again…</source>
        <translation>重试…</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写下笔记</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <translation>标签，用逗号分隔</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save what you wrote?</source>
        <translation>要保存写下的内容吗？</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Keep writing</source>
        <translation>继续写</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message numerus="yes">
        <source>The library is ready: %Ln article(s).</source>
        <translation>
            <numerusform>书库已就绪：%Ln 篇文章。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfflineCommands</name>
    <message>
        <source>Missing pictures</source>
        <translation>缺少图片</translation>
    </message>
    <message>
        <source>The list of articles could not be written; is the disk full?</source>
        <translation>无法写入文章清单；磁盘已满？</translation>
    </message>
    <message>
        <source>Loading pictures…</source>
        <translation>正在下载图片…</translation>
    </message>
    <message>
        <source>Loading pictures</source>
        <translation>正在下载图片</translation>
    </message>
</context>
<context>
    <name>OfflineDialog</name>
    <message>
        <source>Offline pictures</source>
        <translation>离线图片</translation>
    </message>
    <message>
        <source>Download the missing pictures of all articles?</source>
        <translation>下载所有文章缺少的图片？</translation>
    </message>
    <message>
        <source>Download the missing pictures of the articles in “%1”?</source>
        <translation>下载“%1”中的文章缺少的图片？</translation>
    </message>
    <message>
        <source>Looking for missing pictures…</source>
        <translation>正在查找缺少的图片…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message numerus="yes">
        <source>Download the missing pictures of %Ln selected article(s)?</source>
        <translation>
            <numerusform>下载所选 %Ln 篇文章缺少的图片？</numerusform>
        </translation>
    </message>
    <message>
        <source>Their hosts will see that somebody asks for them.</source>
        <translation>下载时，图片所在的网站会看到请求。</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>In the background</source>
        <translation>后台继续</translation>
    </message>
    <message>
        <source>Goes on while you read; the line below tells how far it is.</source>
        <translation>阅读时继续下载，进度显示在窗口底部。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Loading pictures</source>
        <translation>正在下载图片</translation>
    </message>
    <message numerus="yes">
        <source>%Ln s left</source>
        <translation>
            <numerusform>剩余 %Ln 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Not loaded: %1</source>
        <translation>未能载入：%1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The pictures could not be loaded.</source>
        <translation>图片下载失败。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures are stored</source>
        <translation>
            <numerusform>已保存 %Ln 张图片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are still missing</source>
        <translation>
            <numerusform>仍缺少 %Ln 张</numerusform>
        </translation>
    </message>
    <message>
        <source>None is missing.</source>
        <translation>没有缺少的图片。</translation>
    </message>
</context>
<context>
    <name>OutwardCommands</name>
    <message>
        <source>File path copied.</source>
        <translation>已复制文件路径。</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>已复制链接。</translation>
    </message>
    <message>
        <source>Link copied as Markdown.</source>
        <translation>已复制为 Markdown 链接。</translation>
    </message>
</context>
<context>
    <name>PageWords</name>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation>
            <numerusform>%Ln 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原网页</translation>
    </message>
    <message>
        <source>Image not stored</source>
        <translation>图片未保存</translation>
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
        <translation>分类</translation>
    </message>
    <message>
        <source>There is no text in this file.</source>
        <translation>这个文件里没有正文。</translation>
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
        <translation>打开链接</translation>
    </message>
    <message>
        <source>View picture</source>
        <translation>查看图片</translation>
    </message>
    <message>
        <source>Play animation</source>
        <translation>播放动图</translation>
    </message>
    <message>
        <source>Stop animation</source>
        <translation>停止动图</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save picture as…</source>
        <translation>图片另存为…</translation>
    </message>
    <message>
        <source>Open picture in another program</source>
        <translation>用其他程序打开图片</translation>
    </message>
    <message>
        <source>This article has no pictures at hand.</source>
        <translation>这篇文章没有可以查看的图片。</translation>
    </message>
</context>
<context>
    <name>PictureFiles</name>
    <message>
        <source>Picture copied.</source>
        <translation>图片已复制。</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>图片 (%1)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>No program for pictures was found.</source>
        <translation>没有找到能打开图片的程序。</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>Picture viewer</source>
        <translation>图片查看器</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>无法显示这张图片。</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>上一张</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>下一张</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <translation>第 %1 张，共 %2 张</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>缩小 (−)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>Fit the window (0)</source>
        <translation>适合窗口 (0)</translation>
    </message>
    <message>
        <source>Full size (1)</source>
        <translation>实际大小 (1)</translation>
    </message>
    <message>
        <source>Rotate (R)</source>
        <translation>旋转 (R)</translation>
    </message>
    <message>
        <source>Copy picture (Ctrl+C)</source>
        <translation>复制图片 (Ctrl+C)</translation>
    </message>
    <message>
        <source>Save picture as… (Ctrl+S)</source>
        <translation>图片另存为… (Ctrl+S)</translation>
    </message>
    <message>
        <source>Open in another program (O)</source>
        <translation>用其他程序打开 (O)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
</context>
<context>
    <name>PlaceFilter</name>
    <message>
        <source>Find a place</source>
        <translation>查找位置</translation>
    </message>
</context>
<context>
    <name>PlaceQuestion</name>
    <message>
        <source>You read this on several machines, and stopped at different places: %1</source>
        <translation>这篇文章在几台设备上读到了不同的位置：%1</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>here, %1</source>
        <translation>本机，%1</translation>
    </message>
    <message>
        <source>elsewhere, %1</source>
        <translation>其他设备，%1</translation>
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
        <translation>偏好设置第 %1 行：</translation>
    </message>
</context>
<context>
    <name>PreferenceRow</name>
    <message>
        <source>Back to the default</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>%1: back to the default</source>
        <translation>%1：恢复默认</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>下次启动时生效。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>%1: automatic</source>
        <translation>%1：自动</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hosts…</source>
        <translation>
            <numerusform>%Ln 个主机…</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Manage…</source>
        <translation>管理…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>%1: edit</source>
        <translation>%1：编辑</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Article list</source>
        <translation>文章列表</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>划线</translation>
    </message>
    <message>
        <source>Several machines</source>
        <translation>多台设备</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Draw without the graphics card</source>
        <translation>不使用显卡绘制</translation>
    </message>
    <message>
        <source>For machines on which pages stay blank.</source>
        <translation>用于页面显示空白的电脑。</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Automatic suits the script of each article.</source>
        <translation>“自动”会按文章的文字选择。</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>As a multiple of the text size.</source>
        <translation>字号的倍数。</translation>
    </message>
    <message>
        <source>Column width</source>
        <translation>栏宽</translation>
    </message>
    <message>
        <source>Chinese typeface</source>
        <translation>中文字体</translation>
    </message>
    <message>
        <source>For Japanese and Korean, too.</source>
        <translation>也用于日文和韩文。</translation>
    </message>
    <message>
        <source>Latin typeface</source>
        <translation>西文字体</translation>
    </message>
    <message>
        <source>Even edges on both sides</source>
        <translation>两端对齐</translation>
    </message>
    <message>
        <source>Where the script reads well so, as Chinese does.</source>
        <translation>仅用于适合两端对齐的文字，例如中文。</translation>
    </message>
    <message>
        <source>Indent the first line</source>
        <translation>首行缩进</translation>
    </message>
    <message>
        <source>Instead of space between paragraphs.</source>
        <translation>代替段落间的空白。</translation>
    </message>
    <message>
        <source>Chinese characters</source>
        <translation>汉字</translation>
    </message>
    <message>
        <source>How articles are shown. Files, copies and searches stay as they are.</source>
        <translation>文章以哪种字形显示。文件、副本和搜索都不变。</translation>
    </message>
    <message>
        <source>An article counts as read</source>
        <translation>何时算已读</translation>
    </message>
    <message>
        <source>Seconds until it counts</source>
        <translation>算已读前的秒数</translation>
    </message>
    <message>
        <source>Where it counts as read after a while.</source>
        <translation>用于“打开一段时间后”。</translation>
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
        <translation>倒序</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Ask before opening the browser</source>
        <translation>打开浏览器前先询问</translation>
    </message>
    <message>
        <source>Shows where a link leads.</source>
        <translation>并显示链接的去向。</translation>
    </message>
    <message>
        <source>Download missing pictures</source>
        <translation>下载缺少的图片</translation>
    </message>
    <message>
        <source>When an article is opened.</source>
        <translation>在打开文章时。</translation>
    </message>
    <message>
        <source>Hosts that are not asked about</source>
        <translation>无需询问的主机</translation>
    </message>
    <message>
        <source>Their pictures are downloaded when an article is opened.</source>
        <translation>打开文章时直接下载其图片。</translation>
    </message>
    <message>
        <source>Picture archive</source>
        <translation>图片存档</translation>
    </message>
    <message>
        <source>A folder of pictures named by address or hash. It is looked into first.</source>
        <translation>以网址或散列值命名图片的文件夹，优先从中查找。</translation>
    </message>
    <message>
        <source>Downloaded pictures</source>
        <translation>离线图片</translation>
    </message>
    <message>
        <source>How much room they take, and where they lie.</source>
        <translation>占用的空间与存放位置。</translation>
    </message>
    <message>
        <source>Room for pictures</source>
        <translation>图片占用上限</translation>
    </message>
    <message>
        <source>In megabytes; the oldest pictures make way.</source>
        <translation>单位为兆字节，超出时先清理最旧的图片。</translation>
    </message>
    <message>
        <source>Animations</source>
        <translation>动图</translation>
    </message>
    <message>
        <source>Moving pictures in an article.</source>
        <translation>文章里会动的图片。</translation>
    </message>
    <message>
        <source>Keep reading statistics</source>
        <translation>记录阅读统计</translation>
    </message>
    <message>
        <source>They stay on your machines. Off, nothing is recorded.</source>
        <translation>统计只保存在你自己的设备上。关闭后不做任何记录。</translation>
    </message>
    <message>
        <source>Template for Markdown</source>
        <translation>Markdown 模板</translation>
    </message>
    <message>
        <source>How highlights and notes are written when they are exported.</source>
        <translation>导出划线和笔记时的写法。</translation>
    </message>
    <message>
        <source>Keep in step through a folder</source>
        <translation>通过文件夹同步</translation>
    </message>
    <message>
        <source>What you read, star and highlight goes into a file in this folder; Syncthing, Nextcloud or Dropbox carry it to your other machines. Choose the same folder there.</source>
        <translation>阅读进度、收藏和划线会写入该文件夹里的一个文件，由 Syncthing、Nextcloud 或 Dropbox 传到其他设备。请在那些设备上选择同一个文件夹。</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>米黄</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>纯黑</translation>
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
        <translation>适中</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Sans</source>
        <translation>黑体（无衬线）</translation>
    </message>
    <message>
        <source>Serif</source>
        <translation>宋体（衬线）</translation>
    </message>
    <message>
        <source>Without serifs</source>
        <translation>无衬线体</translation>
    </message>
    <message>
        <source>With serifs</source>
        <translation>衬线体</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation>简体</translation>
    </message>
    <message>
        <source>Traditional</source>
        <translation>繁体</translation>
    </message>
    <message>
        <source>When it is opened</source>
        <translation>打开时</translation>
    </message>
    <message>
        <source>After a while</source>
        <translation>打开一段时间后</translation>
    </message>
    <message>
        <source>At its end</source>
        <translation>读到末尾时</translation>
    </message>
    <message>
        <source>When I say so</source>
        <translation>由我手动标记</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>When I ask for it</source>
        <translation>由我决定</translation>
    </message>
    <message>
        <source>When online without limits</source>
        <translation>联网且不限流量时</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>总是</translation>
    </message>
    <message>
        <source>Stopped until clicked</source>
        <translation>点击后播放</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>自动播放</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Cosy</source>
        <translation>适中</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>多列</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>按标题</translation>
    </message>
    <message>
        <source>Last added</source>
        <translation>最近加入</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>最长在前</translation>
    </message>
    <message>
        <source>By progress</source>
        <translation>按进度</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>按来源</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>按分类</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>按天</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>By site</source>
        <translation>按网站</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>偏好设置</translation>
    </message>
    <message>
        <source>Reset this page</source>
        <translation>恢复本页默认设置</translation>
    </message>
    <message>
        <source>Search preferences</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>分页</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No preference has “%1” in it.</source>
        <translation>没有与“%1”有关的设置。</translation>
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
        <translation>驱动器</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
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
        <translation>%1 文件</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QueryCompletion</name>
    <message>
        <source>Completions</source>
        <translation>补全</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>Open recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Nothing opened yet</source>
        <translation>还没有打开过文章</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>清空列表</translation>
    </message>
</context>
<context>
    <name>RelatedMenu</name>
    <message>
        <source>No article of the library is about the same.</source>
        <translation>书库里没有内容相近的文章。</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>相关文章</translation>
    </message>
</context>
<context>
    <name>Safekeeping</name>
    <message>
        <source>The reading state was damaged and has been restored from the journal.</source>
        <translation>阅读记录曾损坏，已从日志恢复。</translation>
    </message>
    <message>
        <source>The reading state was damaged and has been restored from the backup of %1 and the journal.</source>
        <translation>阅读记录曾损坏，已从 %1 的备份和日志恢复。</translation>
    </message>
    <message>
        <source>The reading state was damaged and has been restored from the backup of %1.</source>
        <translation>阅读记录曾损坏，已从 %1 的备份恢复。</translation>
    </message>
    <message>
        <source>The damaged file was kept as %1.</source>
        <translation>损坏的文件保留为 %1。</translation>
    </message>
</context>
<context>
    <name>SaveQuestion</name>
    <message>
        <source>Replace file</source>
        <translation>替换文件</translation>
    </message>
    <message>
        <source>“%1” is there already.</source>
        <translation>“%1”已存在。</translation>
    </message>
    <message>
        <source>What it holds now will be lost.</source>
        <translation>其现有内容将丢失。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
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
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>How to search</source>
        <translation>搜索方法</translation>
    </message>
    <message>
        <source>&quot;these words&quot;</source>
        <translation>&quot;完整短语&quot;</translation>
    </message>
    <message>
        <source>exactly so, one after the other</source>
        <translation>原样连在一起</translation>
    </message>
    <message>
        <source>-word</source>
        <translation>-词</translation>
    </message>
    <message>
        <source>without this word</source>
        <translation>不含这个词</translation>
    </message>
    <message>
        <source>one OR other</source>
        <translation>甲 OR 乙</translation>
    </message>
    <message>
        <source>one of both</source>
        <translation>两者之一</translation>
    </message>
    <message>
        <source>in the title</source>
        <translation>在标题中</translation>
    </message>
    <message>
        <source>by this author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>from this site</source>
        <translation>网站</translation>
    </message>
    <message>
        <source>in this category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>with this tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>in this language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>also new, reading, finished, starred, archived, draft</source>
        <translation>还有 new、reading、finished、starred、archived、draft</translation>
    </message>
    <message>
        <source>also code, highlight, note</source>
        <translation>还有 code（代码）、highlight（划线）、note（笔记）</translation>
    </message>
    <message>
        <source>written from then on</source>
        <translation>从那时起写的</translation>
    </message>
    <message>
        <source>written before then</source>
        <translation>在那之前写的</translation>
    </message>
    <message>
        <source>longer than that; also &lt;500, 500..2000</source>
        <translation>比这更长；也可写 &lt;500、500..2000</translation>
    </message>
    <message>
        <source>in the path of the file</source>
        <translation>文件路径</translation>
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
        <translation>搜索方法</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save search as smart list…</source>
        <translation>将搜索存为智能列表…</translation>
    </message>
    <message>
        <source>This category</source>
        <translation>此分类</translation>
    </message>
    <message>
        <source>This folder</source>
        <translation>此文件夹</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>此列表</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>无法读取“%1”：%2。</translation>
    </message>
    <message>
        <source>“%1” is a folder.</source>
        <translation>“%1”是文件夹。</translation>
    </message>
    <message>
        <source>“%1” is no regular file.</source>
        <translation>“%1”不是普通文件。</translation>
    </message>
    <message>
        <source>“%1” is %2 MB; articles are read up to %3 MB.</source>
        <translation>“%1”有 %2 MB；文章最大读到 %3 MB。</translation>
    </message>
    <message>
        <source>“%1” is of a format that is not read.</source>
        <translation>“%1”的格式读不了。</translation>
    </message>
    <message>
        <source>“%1” holds no text.</source>
        <translation>“%1”里没有文字。</translation>
    </message>
    <message>
        <source>Reading this article ended the program twice; it is left out until its file changes.</source>
        <translation>读这篇文章时程序两次中断；在文件改动之前先跳过它。</translation>
    </message>
    <message>
        <source>Reading the article failed: %1: %2</source>
        <translation>读取文章时出错：%1：%2</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>无法读取文件：%1。</translation>
    </message>
    <message>
        <source>The link leads to a file that is not there.</source>
        <translation>链接指向的文件不存在。</translation>
    </message>
    <message>
        <source>The link leads in a circle and is not followed.</source>
        <translation>链接绕回了自身所在的位置，不再跟进。</translation>
    </message>
    <message>
        <source>Names in this folder that are not UTF-8: %1. The articles are read all the same.</source>
        <translation>此文件夹中有 %1 个名称不是 UTF-8 编码；文章照常可读。</translation>
    </message>
    <message>
        <source>The encoding “%1” is not known.</source>
        <translation>不认识编码“%1”。</translation>
    </message>
    <message>
        <source>The file says it is %1, but its bytes are %2.</source>
        <translation>文件自称编码为 %1，实际内容却是 %2。</translation>
    </message>
    <message>
        <source>The file does not say how its text is encoded; %1 was guessed.</source>
        <translation>文件没有写明编码，猜测为 %1。</translation>
    </message>
    <message>
        <source>%1 places could not be decoded as %2; each is shown as �.</source>
        <translation>有 %1 处无法按 %2 解码，均显示为 �。</translation>
    </message>
    <message>
        <source>%1 NUL characters were left out.</source>
        <translation>略去了 %1 个空字符（NUL）。</translation>
    </message>
    <message>
        <source>The header is not valid %1 at line %2: %3; it was read line by line.</source>
        <translation>文件头第 %2 行不合 %1 语法：%3；已改为逐行读取。</translation>
    </message>
    <message>
        <source>The header&apos;s %1 “%2” is no date that can be understood.</source>
        <translation>文件头的 %1 “%2”看不懂是什么日期。</translation>
    </message>
    <message>
        <source>The header has no closing line.</source>
        <translation>文件头没有结束行。</translation>
    </message>
    <message>
        <source>The text is too large or too complex for its markup and is shown plain.</source>
        <translation>正文过大或过于复杂，按纯文本显示。</translation>
    </message>
    <message>
        <source>Part of the text is too complex and is shown without its markup.</source>
        <translation>正文有一部分过于复杂，显示时不带格式。</translation>
    </message>
    <message>
        <source>its keys and values are not separated by a colon and a blank</source>
        <translation>键和值之间没有用冒号加空格分开</translation>
    </message>
    <message>
        <source>it is nested too deeply or has a number too long</source>
        <translation>嵌套过深，或数字过长</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>it is longer than a megabyte</source>
        <translation>超过 1 MB</translation>
    </message>
    <message>
        <source>it does not follow YAML</source>
        <translation>不合 YAML 语法</translation>
    </message>
    <message>
        <source>a key must be text, not a list or a mapping</source>
        <translation>键应为文字，不能是列表或映射</translation>
    </message>
    <message>
        <source>it repeats itself through too many aliases</source>
        <translation>别名引用过多</translation>
    </message>
    <message>
        <source>the alias “%1” stands for nothing</source>
        <translation>别名“%1”没有定义</translation>
    </message>
    <message>
        <source>it has too many entries</source>
        <translation>条目过多</translation>
    </message>
    <message>
        <source>mapping values are not allowed here</source>
        <translation>此处不能出现“键: 值”</translation>
    </message>
    <message>
        <source>mapping values are not allowed in this context</source>
        <translation>此处不能出现“键: 值”</translation>
    </message>
    <message>
        <source>could not find expected &apos;:&apos;</source>
        <translation>缺少冒号</translation>
    </message>
    <message>
        <source>did not find expected key</source>
        <translation>此处应为一个键</translation>
    </message>
    <message>
        <source>found character that cannot start any token</source>
        <translation>此处出现不能用作开头的字符</translation>
    </message>
    <message>
        <source>found a tab character where an indentation space is expected</source>
        <translation>缩进用了制表符，应为空格</translation>
    </message>
    <message>
        <source>found unexpected end of stream</source>
        <translation>内容意外结束</translation>
    </message>
    <message>
        <source>did not find expected &apos;,&apos; or &apos;]&apos;</source>
        <translation>缺少逗号或右方括号</translation>
    </message>
    <message>
        <source>did not find expected &apos;-&apos; indicator</source>
        <translation>缺少列表符号“-”</translation>
    </message>
    <message>
        <source>The archive is larger than %1 MiB.</source>
        <translation>网页归档超过 %1 MiB。</translation>
    </message>
    <message>
        <source>The archive has no header; what looks like a page in it is shown.</source>
        <translation>网页归档没有文件头；显示其中像网页的部分。</translation>
    </message>
    <message>
        <source>The archive holds no page.</source>
        <translation>网页归档里没有网页。</translation>
    </message>
    <message>
        <source>Parts nested too deep in the archive are left out.</source>
        <translation>网页归档里嵌套过深的部分已略去。</translation>
    </message>
    <message>
        <source>The archive has more parts than are read; the rest is left out.</source>
        <translation>网页归档的部分太多，其余已略去。</translation>
    </message>
    <message>
        <source>The boundary between the archive&apos;s parts is missing or wrong.</source>
        <translation>网页归档各部分之间的分隔标记缺失或有误。</translation>
    </message>
    <message>
        <source>The archive ends suddenly; its last part may be incomplete.</source>
        <translation>网页归档突然中断，最后一部分可能不完整。</translation>
    </message>
    <message>
        <source>The archive unpacks to more than is read; the rest is left out.</source>
        <translation>网页归档解开后过大，其余已略去。</translation>
    </message>
    <message>
        <source>Some data in the archive is damaged.</source>
        <translation>网页归档里有些数据已损坏。</translation>
    </message>
    <message>
        <source>The folder cannot be reached now; its articles stay listed.</source>
        <translation>现在访问不到这个文件夹；其中的文章仍然列着。</translation>
    </message>
    <message>
        <source>The folder lies more than %1 folders deep and was left out.</source>
        <translation>文件夹的层级超过 %1 层，已略去。</translation>
    </message>
    <message>
        <source>The folder cannot be read: %1.</source>
        <translation>无法读取文件夹：%1。</translation>
    </message>
    <message>
        <source>What is to be left out cannot be read: %1.</source>
        <translation>无法读取忽略规则：%1。</translation>
    </message>
    <message>
        <source>%1 is not a folder; give the folder that holds the articles.</source>
        <translation>%1 不是文件夹；请选择放文章的文件夹。</translation>
    </message>
    <message>
        <source>%1 does not exist; give the folder that holds the articles.</source>
        <translation>%1 不存在；请选择放文章的文件夹。</translation>
    </message>
    <message>
        <source>%1 may not be read; check its permissions.</source>
        <translation>没有权限读取 %1；请检查它的权限。</translation>
    </message>
    <message>
        <source>%1 is not a folder of the library.</source>
        <translation>%1 不是书库里的文件夹。</translation>
    </message>
    <message>
        <source>The catalogue %1</source>
        <translation>书库目录 %1</translation>
    </message>
    <message>
        <source>The reading state %1</source>
        <translation>阅读记录 %1</translation>
    </message>
    <message>
        <source>The image cache %1</source>
        <translation>图片缓存 %1</translation>
    </message>
    <message>
        <source>The search index %1</source>
        <translation>搜索数据 %1</translation>
    </message>
    <message>
        <source>The backup %1</source>
        <translation>备份 %1</translation>
    </message>
    <message>
        <source>%1 is being written by another program; try again when that has finished.</source>
        <translation>%1 正被另一个程序写入；请等它完成后再试。</translation>
    </message>
    <message>
        <source>%1 cannot grow: the disk is full; free some space and try again.</source>
        <translation>%1 无法写入：磁盘已满；请腾出空间后再试。</translation>
    </message>
    <message>
        <source>%1 may not be written; check the permissions of the file and its folder.</source>
        <translation>没有权限写入 %1；请检查文件及其所在文件夹的权限。</translation>
    </message>
    <message>
        <source>%1 may not be written; check the permissions of its folder.</source>
        <translation>没有权限写入 %1；请检查所在文件夹的权限。</translation>
    </message>
    <message>
        <source>%1 may not be written: the disk is read-only.</source>
        <translation>%1 无法写入：磁盘是只读的。</translation>
    </message>
    <message>
        <source>%1 cannot be opened; check that its folder exists and may be written.</source>
        <translation>%1 打不开；请确认所在文件夹存在并且可写。</translation>
    </message>
    <message>
        <source>%1 cannot be opened: a folder has its name; give that folder another one.</source>
        <translation>无法打开%1：有文件夹占用了这个名称，请给该文件夹改名。</translation>
    </message>
    <message>
        <source>%1 may not be opened; check its permissions.</source>
        <translation>没有权限打开 %1；请检查它的权限。</translation>
    </message>
    <message>
        <source>%1 is damaged; the next scan makes it anew.</source>
        <translation>%1 已损坏；下次扫描会重建。</translation>
    </message>
    <message>
        <source>%1 is damaged: it is no database.</source>
        <translation>%1 已损坏：它不是数据库。</translation>
    </message>
    <message>
        <source>%1 is damaged (%2); choose another one.</source>
        <translation>%1 已损坏（%2）；请另选一个。</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 已损坏。</translation>
    </message>
    <message>
        <source>%1 is damaged and could not be set aside: %2.</source>
        <translation>%1 已损坏，而且移不开：%2。</translation>
    </message>
    <message>
        <source>%1 cannot be read or written: the disk reports an error.</source>
        <translation>%1 无法读写：磁盘报告出错。</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2.</source>
        <translation>%1 打不开：%2。</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2.</source>
        <translation>%1 无法使用：%2。</translation>
    </message>
    <message>
        <source>%1 cannot answer this: %2.</source>
        <translation>%1 答不了这个查询：%2。</translation>
    </message>
    <message>
        <source>%1 was made by a newer version of Article Reader; use that version.</source>
        <translation>%1 由更新版本的 Article Reader 建立；请使用那个版本。</translation>
    </message>
    <message>
        <source>%1 cannot be moved to %2: %3; nothing was deleted.</source>
        <translation>%1 无法移到 %2：%3；没有删除任何东西。</translation>
    </message>
    <message>
        <source>%1 and %2 lie in each other; choose a folder elsewhere.</source>
        <translation>%1 与 %2 互相包含；请选择别处的文件夹。</translation>
    </message>
    <message>
        <source>The downloaded pictures lie in %1, which cannot be reached now; plug its disk in, or say where they are with: %2</source>
        <translation>已下载的图片在 %1，目前无法访问；请接上其磁盘，或用以下命令指明位置：%2</translation>
    </message>
    <message>
        <source>%1 could not be verified: %2.</source>
        <translation>%1 未能通过核验：%2。</translation>
    </message>
    <message>
        <source>%1 was made by an older version and cannot be compared.</source>
        <translation>%1 由较旧的版本建立，无法比较。</translation>
    </message>
    <message>
        <source>The search index was closed.</source>
        <translation>搜索数据已关闭。</translation>
    </message>
    <message>
        <source>%1 was written by a newer Article Reader (schema %2, this one knows %3); install the newer version again to use it.</source>
        <translation>%1 由更新版本的 Article Reader 写成（结构版本 %2，本程序认识 %3）；请重新安装新版本。</translation>
    </message>
    <message>
        <source>The reading state is damaged, and its backup %1 could not be put in its place: %2; nothing was lost, the damaged file is %3.</source>
        <translation>阅读记录已损坏，备份 %1 也未能放回原处：%2；没有丢失任何东西，损坏的文件是 %3。</translation>
    </message>
    <message>
        <source>%1 must be %2, not %3; the default is used</source>
        <translation>%1 应为 %2，而不是 %3；已改用默认值</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>%1 之一</translation>
    </message>
    <message>
        <source>%1 does not parse as TOML, so the defaults are used: %2</source>
        <translation>%1 不是有效的 TOML，已改用默认值：%2</translation>
    </message>
    <message>
        <source>%1 cannot be changed because it does not parse: %2; correct it in a text editor, or delete it to start with the defaults.</source>
        <translation>%1 无法修改，因为它不是有效的 TOML：%2；请用文本编辑器改正，或删除它以恢复默认值。</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MiB, which no preferences file is.</source>
        <translation>%1 超过 %2 MiB，不会是偏好设置文件。</translation>
    </message>
    <message>
        <source>%1 is not UTF-8 text; save it as UTF-8.</source>
        <translation>%1 不是 UTF-8 文本；请另存为 UTF-8。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>%1 already exists; choose another name.</source>
        <translation>%1 已存在；请换一个名字。</translation>
    </message>
    <message>
        <source>The folder %1</source>
        <translation>文件夹 %1</translation>
    </message>
    <message>
        <source>The journal %1</source>
        <translation>日志 %1</translation>
    </message>
    <message>
        <source>%1 is larger than %2 GiB, which no journal is.</source>
        <translation>%1 超过 %2 GiB，不会是日志。</translation>
    </message>
    <message>
        <source>%1: %2 lines were not understood and left out.</source>
        <translation>%1：有 %2 行看不懂，已略去。</translation>
    </message>
    <message>
        <source>%1 was written by another version of Article Reader (format %2, this one knows %3).</source>
        <translation>%1 由另一版本的 Article Reader 写成（格式 %2，本程序认识 %3）。</translation>
    </message>
    <message>
        <source>%1 is where the reader keeps its own journal; choose another folder.</source>
        <translation>%1 是阅读器存放自己日志的地方；请另选一个文件夹。</translation>
    </message>
    <message>
        <source>%1 is too large for an export.</source>
        <translation>%1 太大，不会是导出文件。</translation>
    </message>
    <message>
        <source>%1 is no export that we know: %2.</source>
        <translation>%1 不是我们认识的导出文件：%2。</translation>
    </message>
    <message>
        <source>%1 is no export of %2 that we know.</source>
        <translation>%1 不是我们认识的 %2 导出文件。</translation>
    </message>
    <message>
        <source>%1 holds no export of %2.</source>
        <translation>%1 里没有 %2 的导出内容。</translation>
    </message>
    <message>
        <source>%1 is no file; give an export or a journal.</source>
        <translation>%1 不是文件，请选择导出文件或日志。</translation>
    </message>
    <message>
        <source>That is the reading state itself; name another file.</source>
        <translation>这就是阅读状态本身，请另选一个文件。</translation>
    </message>
    <message>
        <source>This highlight is not there any more.</source>
        <translation>这条划线已经不在了。</translation>
    </message>
    <message>
        <source>This smart list is not there any more.</source>
        <translation>这个智能列表已经不在了。</translation>
    </message>
    <message>
        <source>A smart list needs a name.</source>
        <translation>智能列表需要一个名字。</translation>
    </message>
    <message>
        <source>A smart list needs a query.</source>
        <translation>智能列表需要一个查询。</translation>
    </message>
    <message>
        <source>A query may have %1 characters at most.</source>
        <translation>查询最多 %1 个字符。</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允许这样操作</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>同名文件已存在</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是文件夹</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>文件夹不是空的</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超出磁盘配额</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>磁盘是只读的</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>文件太大</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>读写出错</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>设备正忙</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>符号链接层数过多</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名太长</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <source>Too many open files in system</source>
        <translation>系统打开的文件过多</translation>
    </message>
    <message>
        <source>Invalid cross-device link</source>
        <translation>不能跨磁盘操作</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>文件句柄已失效</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>参数无效</translation>
    </message>
</context>
<context>
    <name>ShareStates</name>
    <message>
        <source>Select copies of one article, or one that was saved more than once.</source>
        <translation>请选中同一篇文章的几个副本，或一篇存有副本的文章。</translation>
    </message>
    <message numerus="yes">
        <source>These %Ln files share one reading state.</source>
        <translation>
            <numerusform>这 %Ln 个文件共用一份阅读状态。</numerusform>
        </translation>
    </message>
    <message>
        <source>Parted, each keeps state, progress, star, tags and highlights as they are now, and what you do with one from then on is its own.</source>
        <translation>分开后，每个文件都保留现在的状态、进度、星标、标签和划线，此后各自记录。</translation>
    </message>
    <message>
        <source>Part them</source>
        <translation>分开</translation>
    </message>
    <message>
        <source>State, progress, star, tags and highlights are joined; of each the latest holds. They can be parted again, and then each keeps what was joined.</source>
        <translation>状态、进度、星标、标签和划线将合并，每项以最新者为准。以后可以再分开，届时每个文件都保留合并后的内容。</translation>
    </message>
    <message>
        <source>Share the reading state</source>
        <translation>共用阅读状态</translation>
    </message>
    <message numerus="yes">
        <source>What you do with one of these %Ln files then holds for all.</source>
        <translation>
            <numerusform>此后对这 %Ln 个文件中任何一个的操作，都会作用于全部。</numerusform>
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
            <numerusform>%Ln 个文件现在各有自己的阅读状态。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files share their reading state now.</source>
        <translation>
            <numerusform>%Ln 个文件现在共用阅读状态。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShortcutEditor</name>
    <message>
        <source>Change shortcuts</source>
        <translation>更改快捷键</translation>
    </message>
    <message>
        <source>Search actions</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新的快捷键</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>使用此键</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>不设快捷键</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>命令及其快捷键</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”, and is taken from it if you use it here.</source>
        <translation>%1 已用于“%2”，在此使用会将它取走。</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
</context>
<context>
    <name>SmartLists</name>
    <message>
        <source>Smart list “{0}” deleted.</source>
        <translation>已删除智能列表“{0}”。</translation>
    </message>
    <message>
        <source>New smart list…</source>
        <translation>新建智能列表…</translation>
    </message>
    <message>
        <source>Edit smart list…</source>
        <translation>编辑智能列表…</translation>
    </message>
    <message>
        <source>Delete smart list</source>
        <translation>删除智能列表</translation>
    </message>
    <message>
        <source>Save as smart list…</source>
        <translation>存为智能列表…</translation>
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
        <translation>已存为智能列表“{0}”。</translation>
    </message>
    <message>
        <source>New smart list</source>
        <translation>新建智能列表</translation>
    </message>
    <message>
        <source>Edit smart list</source>
        <translation>编辑智能列表</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索条件</translation>
    </message>
    <message>
        <source>What you would type into the search field</source>
        <translation>与在搜索框中输入的内容相同</translation>
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
        <translation>导入阅读状态</translation>
    </message>
    <message>
        <source>Exports and journals (%1)</source>
        <translation>导出文件和日志 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Taking in “%1”…</source>
        <translation>正在导入“%1”…</translation>
    </message>
    <message>
        <source>Write reading state</source>
        <translation>写出阅读状态</translation>
    </message>
    <message>
        <source>Reading state (*.jsonl)</source>
        <translation>阅读状态 (*.jsonl)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>“%1” was taken in.</source>
        <translation>已导入“%1”。</translation>
    </message>
</context>
<context>
    <name>StateHistory</name>
    <message numerus="yes">
        <source>Taken back for %Ln article(s).</source>
        <translation>
            <numerusform>已撤销对 %Ln 篇文章的改动。</numerusform>
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
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>已撤销。</translation>
    </message>
</context>
<context>
    <name>StateSide</name>
    <message>
        <source>Element hidden.</source>
        <translation>元素已隐藏。</translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
</context>
<context>
    <name>StatisticsDialog</name>
    <message>
        <source>Reading statistics</source>
        <translation>阅读统计</translation>
    </message>
    <message>
        <source>Keep reading statistics</source>
        <translation>记录阅读统计</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was recorded yet. Read for a minute or two, then look again.</source>
        <translation>还没有记录。先读上一两分钟，再回来看看。</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>按天</translation>
    </message>
    <message>
        <source>By week</source>
        <translation>按周</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>按分类</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Days in a row</source>
        <translation>连续天数</translation>
    </message>
    <message>
        <source>Longest so far</source>
        <translation>最长连续</translation>
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
        <translation>你所做的更改都已写入。</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>知道了</translation>
    </message>
    <message numerus="yes">
        <source>Looking for articles… %Ln found</source>
        <translation>
            <numerusform>正在查找文章…已找到 %Ln 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading articles</source>
        <translation>正在读取文章</translation>
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
            <numerusform>还需 %Ln 秒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TabStrip</name>
    <message>
        <source>Tabs</source>
        <translation>标签页</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>关闭标签页</translation>
    </message>
    <message>
        <source>Unpin tab</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Pin tab</source>
        <translation>固定标签页</translation>
    </message>
    <message>
        <source>Move to new window</source>
        <translation>移到新窗口</translation>
    </message>
    <message>
        <source>Close other tabs</source>
        <translation>关闭其他标签页</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <translation>标签，用逗号隔开</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message numerus="yes">
        <source>Tags that all %Ln articles have:</source>
        <translation>
            <numerusform>这 %Ln 篇文章共有的标签：</numerusform>
        </translation>
    </message>
    <message>
        <source>In the file: %1</source>
        <translation>文件里的标签：%1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Tags changed.</source>
        <translation>标签已修改。</translation>
    </message>
</context>
<context>
    <name>TakenInDialog</name>
    <message>
        <source>Taken in</source>
        <translation>导入结果</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未导入的内容</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Written by %1.</source>
        <translation>由 %1 导出。</translation>
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
            <numerusform>%Ln 篇在书库中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) changed.</source>
        <translation>
            <numerusform>改动了 %Ln 篇文章。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s) taken in.</source>
        <translation>
            <numerusform>导入了 %Ln 条划线。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them not found in the text.</source>
        <translation>
            <numerusform>其中 %Ln 条在正文中找不到。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) taken in.</source>
        <translation>
            <numerusform>导入了 %Ln 项改动。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) were read to different places.</source>
        <translation>
            <numerusform>%Ln 篇文章在不同设备上读到的位置不同。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not in the library: %1</source>
        <translation>不在书库中：%1</translation>
    </message>
    <message>
        <source>Several articles have this title: %1</source>
        <translation>有多篇文章使用此标题：%1</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>This could not be done because of a fault in Article Reader.</source>
        <translation>Article Reader 出了故障，没能完成这一步。</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>Template for highlights</source>
        <translation>划线模板</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Back to the standard template</source>
        <translation>恢复标准模板</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>These words are replaced: %1. What stands between the two comments comes once for each highlight.</source>
        <translation>这些词会被替换：%1。两条注释之间的内容，每处划线重复一次。</translation>
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
        <translation>尚未写入</translation>
    </message>
    <message>
        <source>Some of what you did could not be written yet.</source>
        <translation>你所做的一些更改还没能写入。</translation>
    </message>
    <message>
        <source>It is written as soon as that is possible, and the window closes then.</source>
        <translation>一旦可以就会写入，随后窗口会自动关闭。</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>仍然关闭</translation>
    </message>
    <message>
        <source>Stay open</source>
        <translation>保持打开</translation>
    </message>
</context>
<context>
    <name>VersionCommands</name>
    <message>
        <source>Select two articles to compare them.</source>
        <translation>请选中两篇文章再比较。</translation>
    </message>
    <message>
        <source>Select two articles to compare them, or one that was saved more than once.</source>
        <translation>请选中两篇文章，或一篇保存过多次的文章，再比较。</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Changed</source>
        <translation>有改动</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Moved elsewhere</source>
        <translation>移到别处</translation>
    </message>
    <message>
        <source>Moved here</source>
        <translation>移到这里</translation>
    </message>
    <message numerus="yes">
        <source>%Ln paragraphs are the same</source>
        <translation>
            <numerusform>%Ln 段相同</numerusform>
        </translation>
    </message>
    <message>
        <source>Not in this version</source>
        <translation>此版本中没有</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Compare versions</source>
        <translation>比较版本</translation>
    </message>
    <message>
        <source>Version on the left</source>
        <translation>左侧版本</translation>
    </message>
    <message>
        <source>Version on the right</source>
        <translation>右侧版本</translation>
    </message>
    <message>
        <source>Previous difference (Shift+F3)</source>
        <translation>上一处不同（Shift+F3）</translation>
    </message>
    <message>
        <source>Next difference (F3)</source>
        <translation>下一处不同（F3）</translation>
    </message>
    <message>
        <source>Show what is the same</source>
        <translation>显示相同的段落</translation>
    </message>
    <message>
        <source>Both versions say the same.</source>
        <translation>两个版本内容相同。</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>改动 %1 段</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>新增 %1 段</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>删除 %1 段</translation>
    </message>
    <message>
        <source>%1 moved</source>
        <translation>移动 %1 段</translation>
    </message>
    <message>
        <source>%1 % of the text is the same</source>
        <translation>正文 %1 % 相同</translation>
    </message>
    <message>
        <source>the end of a very long version is left out</source>
        <translation>版本过长，末尾未比较</translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>共 %Ln 处不同</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
</context>
<context>
    <name>VersionsView</name>
    <message>
        <source>Both versions, paragraph by paragraph</source>
        <translation>逐段对照两个版本</translation>
    </message>
</context>
<context>
    <name>VisitorBar</name>
    <message>
        <source>Add this folder</source>
        <translation>添加此文件夹</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>This article is not in your library. Its folder: “%1”</source>
        <translation>这篇文章不在书库中，所在文件夹：“%1”</translation>
    </message>
</context>
<context>
    <name>WeekBars</name>
    <message>
        <source>Reading by week</source>
        <translation>每周阅读</translation>
    </message>
</context>
<context>
    <name>WhichFileDialog</name>
    <message>
        <source>Which file is it?</source>
        <translation>是哪个文件？</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>An article without a title</source>
        <translation>无标题文章</translation>
    </message>
    <message>
        <source>Several files may be this article. Which one is it?</source>
        <translation>可能是这篇文章的文件不止一个，是哪一个？</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>All of them: copies that share what I do</source>
        <translation>都是：互为副本，共用阅读状态</translation>
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
        <translation>读到 %1 %</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已收藏</translation>
    </message>
    <message numerus="yes">
        <source>%Ln highlight(s)</source>
        <translation>
            <numerusform>%Ln 处划线</numerusform>
        </translation>
    </message>
    <message>
        <source>last opened: %1</source>
        <translation>上次打开：%1</translation>
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
        <translation>打开文章</translation>
    </message>
    <message>
        <source>Articles (%1)</source>
        <translation>文章 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a folder with articles</source>
        <translation>选择放着文章的文件夹</translation>
    </message>
    <message>
        <source>A fault in Article Reader</source>
        <translation>Article Reader 出了故障</translation>
    </message>
    <message>
        <source>Something in Article Reader failed. Your files and your reading state are untouched.</source>
        <translation>Article Reader 内部出了错。你的文件和阅读状态都没有受到影响。</translation>
    </message>
    <message>
        <source>The details below help to mend it; please add them to a report.</source>
        <translation>下面的细节有助于修复，反馈时请一并附上。</translation>
    </message>
</context>
</TS>
