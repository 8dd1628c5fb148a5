// SPDX-License-Identifier: MIT
// Highlights in the page, drawn with the CSS Custom Highlight API: the document itself is not touched.
// Runs in a world of its own, once a page; offsets count UTF-16 units of text(), as JavaScript does.
(() => {
  if (globalThis.readerMarks) return;

  const COLOURS = {yellow: "#FFF0A8", green: "#CDEFC9", blue: "#CBE3FB", pink: "#FBD3E0", purple: "#E2D6F8"};
  const SKIPPED = "script,style,noscript,template,head,title,mjx-assistive-mml";
  const root = document.querySelector("main article .text") ?? document.body ?? document.documentElement;
  const blocks = new Map();
  let pieces = null;
  let whole = "";
  let marks = new Map();

  const isBlock = (element) => {
    let known = blocks.get(element);
    if (known === undefined) {
      known = !/^(inline|ruby|contents|none)/.test(getComputedStyle(element).display);
      blocks.set(element, known);
    }
    return known;
  };

  const blockOf = (node) => {
    let element = node.parentElement;
    while (element && element !== root && !isBlock(element)) element = element.parentElement;
    return element ?? root;
  };

  // The text of the page, with a line feed between blocks, and where each text node begins in it.
  const gather = () => {
    if (pieces) return;
    pieces = [];
    const parts = [];
    let length = 0;
    let before = null;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
      if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
      return node.matches(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    });
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.length) continue;
      const block = blockOf(node);
      if (before && block !== before) {
        parts.push("\n");
        length += 1;
      }
      before = block;
      pieces.push({node, start: length});
      parts.push(node.data);
      length += node.length;
    }
    whole = parts.join("");
  };

  const pieceAt = (offset, atEnd) => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (atEnd ? pieces[middle].start < offset : pieces[middle].start <= offset) low = middle;
      else high = middle - 1;
    }
    return pieces[low];
  };

  const rangeOf = (start, end) => {
    gather();
    if (!pieces.length || end <= start) return null;
    const first = pieceAt(start, false);
    const last = pieceAt(end, true);
    const range = new StaticRange({
      startContainer: first.node,
      startOffset: Math.min(start - first.start, first.node.length),
      endContainer: last.node,
      endOffset: Math.min(end - last.start, last.node.length),
    });
    return range;
  };

  const live = (range) => {
    const result = document.createRange();
    result.setStart(range.startContainer, range.startOffset);
    result.setEnd(range.endContainer, range.endOffset);
    return result;
  };

  // The offset of a boundary of a range: of the first text at or after it.
  const offsetOf = (container, offset) => {
    if (container.nodeType === Node.TEXT_NODE) {
      const piece = pieces.find((one) => one.node === container);
      if (piece) return piece.start + offset;
    }
    const point = document.createRange();
    point.setStart(container, offset);
    for (const piece of pieces) {
      if (point.comparePoint(piece.node, 0) >= 0) return piece.start;
    }
    return whole.length;
  };

  const pathTo = (node) => {
    const path = [];
    for (let element = blockOf(node); element && element !== root; element = element.parentElement) {
      path.unshift(Array.prototype.indexOf.call(element.parentElement.children, element));
    }
    return path;
  };

  const box = (range) => {
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
    const seen = rects.filter((rect) => rect.bottom > 0 && rect.top < innerHeight);
    const all = seen.length ? seen : rects;
    if (!all.length) return null;
    const left = Math.min(...all.map((rect) => rect.left));
    const right = Math.max(...all.map((rect) => rect.right));
    const top = Math.min(...all.map((rect) => rect.top));
    const bottom = Math.max(...all.map((rect) => rect.bottom));
    return [left, top, right - left, bottom - top];
  };

  const style = () => {
    const sheet = new CSSStyleSheet();
    const ours = getComputedStyle(document.documentElement).getPropertyValue("--highlight-yellow") !== "";
    const rules = Object.entries(COLOURS).map(([name, colour]) =>
      `::highlight(reader-${name}){background-color:${ours ? `var(--highlight-${name},${colour})` : colour}` +
      `${ours ? "" : ";color:#1d1d1f"}}`);
    rules.push("::highlight(reader-note){text-decoration:underline dotted;text-underline-offset:0.25em}");
    rules.push("::highlight(reader-open){text-decoration:underline 2px;text-underline-offset:0.25em}");
    rules.push("@media print{::highlight(reader-note),::highlight(reader-open){text-decoration:none}}");
    sheet.replaceSync(rules.join(""));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  };

  const holds = (range, node, offset) => {
    try {
      return live(range).isPointInRange(node, offset);
    } catch {
      return false;
    }
  };

  const selectBlock = (block) => {
    const range = document.createRange();
    range.selectNodeContents(block);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    const {top, bottom} = block.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) block.scrollIntoView({block: "center", behavior: "instant"});
  };

  globalThis.readerMarks = {
    text() {
      gather();
      return whole;
    },

    // What is selected, inside the text: offsets, the path of its first paragraph, where it stands in the view.
    selection() {
      const selection = getSelection();
      if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
      const range = selection.getRangeAt(0).cloneRange();
      if (!range.intersectsNode(root)) return null;
      gather();
      if (!pieces.length) return null;
      let start = offsetOf(range.startContainer, range.startOffset);
      let end = offsetOf(range.endContainer, range.endOffset);
      while (start < end && /\s/.test(whole[start])) start += 1;
      while (end > start && /\s/.test(whole[end - 1])) end -= 1;
      if (end <= start) return null;
      const found = rangeOf(start, end);
      return {start, end, text: whole.slice(start, end), path: pathTo(found.startContainer), box: box(live(found))};
    },

    // The paragraph in the upper third of the view, for those who highlight by keyboard without selecting.
    paragraph() {
      gather();
      for (const y of [0.3, 0.36, 0.42, 0.48, 0.54, 0.24, 0.18, 0.12, 0.06]) {
        const caret = document.caretPositionFromPoint(innerWidth / 2, innerHeight * y);
        if (!caret || caret.offsetNode.nodeType !== Node.TEXT_NODE || !root.contains(caret.offsetNode)) continue;
        const block = blockOf(caret.offsetNode);
        if (block === root || !block.textContent.trim()) continue;
        selectBlock(block);
        return this.selection();
      }
      return null;
    },

    // The next paragraph behind what is selected, or the one before it; the same if there is none.
    step(backwards) {
      gather();
      const selection = getSelection();
      if (!selection.rangeCount || !pieces.length) return null;
      const here = selection.getRangeAt(0);
      const from = pieces.indexOf(pieceAt(offsetOf(here.startContainer, here.startOffset), false));
      const away = backwards ? -1 : 1;
      const block = blockOf(pieces[from].node);
      for (let at = from + away; at >= 0 && at < pieces.length; at += away) {
        const {node} = pieces[at];
        if (blockOf(node) === block || !node.data.trim()) continue;
        selectBlock(blockOf(node));
        break;
      }
      return this.selection();
    },

    unselect() {
      getSelection().removeAllRanges();
    },

    // Draws these and nothing else: [{id, start, end, colour, note}], later ones above earlier ones.
    draw(list) {
      if (!globalThis.CSS?.highlights) return 0;
      if (!CSS.highlights.has("reader-note")) style();
      marks = new Map();
      const sets = Object.fromEntries(Object.keys(COLOURS).map((name) => [name, []]));
      const noted = [];
      const last = {};
      list.forEach((mark, index) => {
        const range = rangeOf(mark.start, mark.end);
        if (!range) return;
        marks.set(mark.id, {...mark, range});
        (sets[mark.colour] ?? sets.yellow).push(range);
        last[mark.colour] = index;
        if (mark.note) noted.push(range);
      });
      for (const [name, ranges] of Object.entries(sets)) {
        const highlight = new Highlight(...ranges);
        highlight.priority = last[name] ?? 0;
        CSS.highlights.set(`reader-${name}`, highlight);
      }
      CSS.highlights.set("reader-note", new Highlight(...noted));
      return marks.size;
    },

    // Underlines one highlight, so that it is plain which of several is meant; with an unknown id, none.
    pointOut(id) {
      if (!globalThis.CSS?.highlights) return;
      const mark = marks.get(id);
      const highlight = new Highlight(...(mark ? [mark.range] : []));
      highlight.priority = marks.size + 1;
      CSS.highlights.set("reader-open", highlight);
    },

    // The highlights under a point of the view, the shortest first.
    at(x, y) {
      const caret = document.caretPositionFromPoint(x, y);
      if (!caret || !getSelection().isCollapsed || document.elementFromPoint(x, y)?.matches("img")) return null;
      const found = [...marks.values()]
        .filter((mark) => holds(mark.range, caret.offsetNode, caret.offset))
        .filter((mark) => [...live(mark.range).getClientRects()].some((rect) =>
          x >= rect.left - 2 && x <= rect.right + 2 && y >= rect.top - 2 && y <= rect.bottom + 2))
        .sort((one, other) => (one.end - one.start) - (other.end - other.start));
      return found.length ? {ids: found.map((mark) => mark.id), box: box(live(found[0].range))} : null;
    },

    // Brings a highlight into view and says where it stands then.
    reveal(id) {
      const mark = marks.get(id);
      if (!mark) return null;
      const range = live(mark.range);
      const rect = range.getBoundingClientRect();
      if (rect.top < 40 || rect.bottom > innerHeight - 40) {
        scrollBy({top: rect.top - innerHeight / 3, behavior: "instant"});
      }
      return box(range);
    },

    // The headings of the page with where they stand, for the list of contents.
    headings() {
      return [...root.querySelectorAll("h1,h2,h3,h4,h5,h6")]
        .map((heading, index) => ({index, level: Number(heading.tagName[1]), text: heading.textContent.trim()}))
        .filter((heading) => heading.text);
    },

    goToHeading(index) {
      root.querySelectorAll("h1,h2,h3,h4,h5,h6")[index]?.scrollIntoView({block: "start", behavior: "instant"});
    },
  };
})();
