// SPDX-License-Identifier: MIT
// Hides single elements of an article that a person does not want to see; knows them again by their words.
// A mark is `tag|number among its like|length of the words|the first of the words, or the picture`.
(() => {
  if (globalThis.readerHidden) return;

  const WORDS = 60;
  const BLOCKS = "p,li,figure,blockquote,table,pre,ul,ol,dl,h1,h2,h3,h4,h5,h6,aside,details,hr,div,section,img,svg";
  const root = document.querySelector("main article .text");
  const hidden = new Map(); // element to what its style said before

  const normal = (text) => text.normalize("NFKC").replace(/[\s\p{Cf}\p{Cc}]+/gu, "");

  const likeness = (element) => {
    const words = normal(element.textContent ?? "");
    const picture = element.matches("img") ? element : element.querySelector("img");
    const name = words || picture?.getAttribute("src") || picture?.alt || "";
    return `${words.length}|${[...name].slice(0, WORDS).join("")}`;
  };

  const like = (tag, likeness_) =>
    [...root.getElementsByTagName(tag)].filter((one) => likeness(one) === likeness_);

  const markOf = (element) => {
    const tag = element.localName;
    const own = likeness(element);
    return `${tag}|${like(tag, own).indexOf(element)}|${own}`;
  };

  const find = (mark) => {
    const [tag, number, ...rest] = mark.split("|");
    if (!/^[a-z][a-z0-9]*$/.test(tag)) return null;
    return like(tag, rest.join("|"))[Number(number)] ?? null;
  };

  const blockAt = (node) => {
    const element = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    if (!element || !root?.contains(element) || element === root) return null;
    const block = element.closest(BLOCKS);
    if (!block || block === root || !root.contains(block)) return null;
    return block.closest("figure") ?? block;
  };

  globalThis.readerHidden = {
    // Hides exactly these; returns how many of them are there.
    apply(marks) {
      if (!root) return 0;
      for (const [element, display] of hidden) element.style.display = display;
      hidden.clear();
      const found = marks.map(find).filter((element) => element);
      for (const element of found) {
        if (hidden.has(element)) continue;
        hidden.set(element, element.style.display);
        element.style.setProperty("display", "none", "important");
      }
      return hidden.size;
    },
    // The mark of the element that is selected, else of the one at a point; empty if there is none.
    mark(x, y) {
      if (!root) return "";
      const selection = getSelection();
      const chosen = selection && !selection.isCollapsed ? blockAt(selection.getRangeAt(0).startContainer) : null;
      const element = chosen ?? (x === null ? null : blockAt(document.elementFromPoint(x, y)));
      return element ? markOf(element) : "";
    },
  };
})();
