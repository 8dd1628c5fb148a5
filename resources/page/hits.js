// SPDX-License-Identifier: MIT
// Places in the page that a search is about, marked with the CSS Custom Highlight API: the document itself is
// not touched. Offsets count UTF-16 units of text(), as JavaScript does.
(() => {
  if (globalThis.readerHits) return;

  const SKIPPED = "script,style,noscript,template,head,title,rt,rp,annotation,mjx-assistive-mml";
  const PAUSE = "\n";
  const root = document.querySelector("main article") ?? document.body ?? document.documentElement;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "::highlight(reader-hits){background-color:var(--highlight-yellow,#FFF0A8);color:inherit}" +
    "::highlight(reader-hit){background-color:var(--accent,#2460C8);color:var(--accent-ink,#fff)}");
  let pieces = null;
  let ranges = [];
  let current = -1;

  const text = () => {
    pieces = [];
    const parts = [];
    let length = 0;
    let block = null;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
      if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
      return node.matches(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    });
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      let around = node.parentElement;
      while (around && around !== root && /^(inline|ruby)/.test(getComputedStyle(around).display)) {
        around = around.parentElement;
      }
      if (block && around !== block) {
        parts.push(PAUSE);
        length += PAUSE.length;
      }
      block = around;
      pieces.push({node, start: length});
      parts.push(node.data);
      length += node.length;
    }
    return parts.join("");
  };

  const place = (offset) => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (pieces[middle].start <= offset) low = middle;
      else high = middle - 1;
    }
    const {node, start} = pieces[low];
    return [node, Math.min(offset - start, node.length)];
  };

  const show = (spans) => {
    clear();
    if (!pieces || !pieces.length) return 0;
    for (const [from, to] of spans) {
      const range = new Range();
      range.setStart(...place(from));
      const [last, end] = place(to - 1);
      range.setEnd(last, Math.min(end + 1, last.length));
      ranges.push(range);
    }
    if (!document.adoptedStyleSheets.includes(sheet)) {
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }
    CSS.highlights.set("reader-hits", new Highlight(...ranges));
    return ranges.length;
  };

  const go = (number) => {
    if (!ranges.length) return -1;
    current = ((number % ranges.length) + ranges.length) % ranges.length;
    const one = new Highlight(ranges[current]);
    one.priority = 1;
    CSS.highlights.set("reader-hit", one);
    for (let box = ranges[current].startContainer.parentElement; box; box = box.parentElement) {
      if (box.localName === "details") box.open = true;
    }
    const {top, bottom} = ranges[current].getBoundingClientRect();
    if (top < 48 || bottom > innerHeight - 48) {
      scrollTo({top: scrollY + top - innerHeight / 3, behavior: "instant"});
    }
    return current;
  };

  const clear = () => {
    ranges = [];
    current = -1;
    CSS.highlights.delete("reader-hits");
    CSS.highlights.delete("reader-hit");
  };

  globalThis.readerHits = {text, show, go, clear};
})();
