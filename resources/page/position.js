// SPDX-License-Identifier: MIT
// Where reading stands, by words: keeps the same words at the top when the page is laid out anew.
// Runs in a world of its own, once a page; lengths and offsets count normalised characters.
(() => {
  if (globalThis.readerPlace) return;

  const CONTEXT = 64;
  const LEAST = 6;
  const QUIET_MS = 150;
  const SETTLING_MS = 1500;
  const SKIPPED = "script,style,noscript,template,head,title,mjx-assistive-mml";
  const root = document.querySelector("main article .text") ?? document.body ?? document.documentElement;
  let known = null; // the place and the scroll offset it was put at
  let settled = false;
  let scrolling = -Infinity; // when a person did so last
  let passing = null; // what stands at the top while a person scrolls, until that is noted
  let laid = {size: "", height: 0}; // how the page was laid out when it was put there
  let began = 0; // to settle: loaded, or given another size

  let stopLooking = () => {};
  let stopWaiting = () => {}; // for a scroll to come to rest

  // In so many milliseconds, unless what is returned is called before. Frame by frame: the engine fires no timer
  // of ours on a page whose own scripts are off.
  const after = (wait, run) => {
    const due = performance.now() + wait;
    let wanted = true;
    const frame = () => {
      if (!wanted) return;
      if (performance.now() < due) requestAnimationFrame(frame);
      else run();
    };
    requestAnimationFrame(frame);
    return () => { wanted = false; };
  };

  const layout = () => ({
    size: `${innerWidth} ${innerHeight} ${root.clientWidth} ${devicePixelRatio}`,
    height: root.scrollHeight,
  });

  const isScrolling = () => performance.now() - scrolling < QUIET_MS;

  // What tells a scroll of the layout from one of a person; blocks that are laid out late, or when
  // they are scrolled to, change no width.
  const isLaidAnew = () => {
    if (known.place.offset === 0) return false; // no layout leads away from the top
    const {size, height} = layout();
    return size !== laid.size || (performance.now() - began < SETTLING_MS && height !== laid.height);
  };

  const normal = (text) => text.normalize("NFKC").replace(/[\s\p{Cf}\p{Cc}]+/gu, "");
  const length = (text) => text.length - (text.match(/[\ud800-\udbff]/g)?.length ?? 0);

  // The normalised text, and where each text node begins in it (in UTF-16 units).
  const gather = () => {
    const nodes = [];
    const parts = [];
    let at = 0;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
      if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
      return node.matches(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    });
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = normal(node.data);
      if (!text) continue;
      nodes.push({node, start: at});
      parts.push(text);
      at += text.length;
    }
    return {nodes, text: parts.join("")};
  };

  const pathOf = (element) => {
    const path = [];
    for (let one = element; one && one !== root; one = one.parentElement) {
      path.unshift([...(one.parentElement?.children ?? [])].indexOf(one));
    }
    return path;
  };

  // The first characters whose line begins at the top of the view or below it.
  const firstVisible = () => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const tops = [...root.querySelectorAll("p,li,pre,h1,h2,h3,h4,h5,h6,td,th,dd,dt,figcaption,blockquote,div")];
    const shown = tops.find((one) => one.getBoundingClientRect().bottom > 1 && normal(one.textContent ?? ""));
    if (shown) walker.currentNode = shown;
    for (let node = shown ? walker.nextNode() : walker.firstChild(); node; node = walker.nextNode()) {
      if (!normal(node.data)) continue;
      range.selectNodeContents(node);
      if (range.getBoundingClientRect().bottom <= 1) continue;
      let low = 0;
      let high = node.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        range.setStart(node, middle);
        range.setEnd(node, Math.min(node.length, middle + 1));
        const box = range.getBoundingClientRect();
        if (box.height && box.top >= -2) high = middle;
        else low = middle + 1;
      }
      range.setStart(node, low);
      range.setEnd(node, low + 1);
      const {top} = range.getBoundingClientRect();
      if (top >= -2) return {node, offset: low, top};
    }
    return null;
  };

  const describe = () => {
    if (scrollY < 4) return {path: [], offset: 0, before: "", after: "", fraction: 0};
    const found = firstVisible();
    if (!found) return null;
    const {nodes, text} = gather();
    const start = nodes.find((one) => one.node === found.node)?.start;
    if (start === undefined) return null;
    const at = start + normal(found.node.data.slice(0, found.offset)).length;
    return {
      path: pathOf(found.node.parentElement),
      offset: length(text.slice(0, at)),
      before: text.slice(Math.max(0, at - CONTEXT), at),
      after: text.slice(at, at + CONTEXT),
      fraction: text ? Math.min(1, at / text.length) : 0,
      ...layout(),
      top: found.top,
    };
  };

  const nearest = (text, piece, near) => {
    const right = text.indexOf(piece, Math.max(0, near));
    const left = text.lastIndexOf(piece, Math.max(0, near));
    const found = [left, right].filter((one) => one >= 0);
    return found.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0];
  };

  // How many characters stand without a gap on both sides of a place in the text.
  const fit = (text, at, before, after) => {
    let ahead = 0;
    while (ahead < after.length && text[at + ahead] === after[ahead]) ahead++;
    let back = 0;
    while (back < before.length && text[at - 1 - back] === before[before.length - 1 - back]) back++;
    return {ahead, back};
  };

  const isOnly = (text, words) => text.indexOf(words) === text.lastIndexOf(words);

  // The place where a piece of the context would have it, as if nothing between them had changed. The very words
  // of a place count for more than all that stood around it; if they are few, or said elsewhere too, much that
  // stands on both sides of the place counts for more than what stands at one side of a gap.
  const straight = (text, before, after, start, found) => {
    const at = Math.max(0, found - start + before.length);
    const {ahead, back} = fit(text, at, before, after);
    const whole = ahead + back >= before.length + after.length;
    const sure = whole || (ahead >= LEAST && isOnly(text, text.slice(at, at + ahead)));
    const across = ahead > 1 && back > 1 && ahead + back >= CONTEXT / 2;
    const more = sure ? 2 * CONTEXT : across ? ahead + back : 0;
    return {at, score: ahead + back + more, sure};
  };

  // Where reading goes on if the words of the place are gone: behind the last ones before it, or at the first ones
  // after it, that are still there.
  const border = (text, before, after, start, size, found) => {
    const whole = before + after;
    const edge = before.length;
    if (start >= edge) {
      let [within, at] = [start, found];
      while (within > edge && whole[within - 1] === text[at - 1]) [within, at] = [within - 1, at - 1];
      return {at, score: fit(text, at, "", whole.slice(within)).ahead, sure: false};
    }
    let [within, at] = [start + size, found + size];
    while (within < edge && whole[within] === text[at]) [within, at] = [within + 1, at + 1];
    return {at, score: fit(text, at, whole.slice(0, within), "").back, sure: false};
  };

  const locate = (text, place) => {
    const {before, after} = place;
    const whole = before + after;
    const edge = before.length;
    const hint = place.offset; // in characters; close enough to begin the search
    let best = null;
    const offer = (one) => {
      const better = best ? one.score - best.score || Math.abs(best.at - hint) - Math.abs(one.at - hint) : 1;
      if (better > 0) best = one;
    };
    for (const size of [whole.length, 48, 32, 24, 16, 10, LEAST]) {
      const starts = new Set([0, edge]);
      for (let at = 0; at + size <= whole.length; at += Math.max(4, size >> 1)) starts.add(at);
      for (const start of starts) {
        const piece = whole.slice(start, start + size);
        if (piece.length < Math.min(size, whole.length) || !piece) continue;
        const found = nearest(text, piece, hint + start - edge);
        if (found === undefined) continue;
        offer(straight(text, before, after, start, found));
        if (start >= edge || start + size <= edge) offer(border(text, before, after, start, size, found));
      }
      if (best?.sure) break;
    }
    // As long as it was, to the character: the same text in other characters, traditional ones for example.
    if (!best?.sure && Math.abs(place.fraction * text.length - place.offset) < 0.005) return place.offset;
    return Math.min(text.length - 1, best ? best.at : Math.round(place.fraction * text.length));
  };

  const boxAt = (place) => {
    const {nodes, text} = gather();
    if (!nodes.length) return null;
    const at = locate(text, place);
    let low = 0;
    let high = nodes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (nodes[middle].start <= at) low = middle;
      else high = middle - 1;
    }
    const {node, start} = nodes[low];
    let offset = 0;
    let seen = start;
    for (const sign of node.data) {
      const size = normal(sign).length;
      if (size && seen + size > at) break;
      seen += size;
      offset += sign.length;
    }
    const range = document.createRange();
    range.setStart(node, Math.min(offset, node.length - 1));
    range.setEnd(node, Math.min(offset + 1, node.length));
    return range.getBoundingClientRect();
  };

  // How far below the top the words of a place are to stand: where they stood, if the page is laid out as it was then,
  // or is the same one loaded anew (whose height nobody can know); just there otherwise.
  const below = ({top, size, height}) => {
    const now = layout();
    return size === now.size && (height ?? now.height) === now.height ? top : 1;
  };

  // Puts the words of a place at the top; twice where blocks out of sight are laid out late.
  const put = (place) => {
    if (place.offset > 0 && innerWidth > 0) { // the view has no size yet when a new process begins
      for (let turn = 0; turn < 4; turn++) {
        const box = boxAt(place);
        if (!box) break;
        const away = box.top - below(place);
        if (Math.abs(away) < 1) break;
        const before = scrollY;
        scrollBy({top: away, behavior: "instant"});
        if (scrollY === before) break;
      }
    }
    known = {place, at: scrollY};
    laid = layout();
  };

  const apply = (place) => {
    put(place);
    look();
  };

  const middle = () => {
    const {left, right} = root.getBoundingClientRect();
    return (left + right) / 2;
  };

  // What stands at the top, found without going through the text; where it is, is asked of it later.
  const atTop = () => {
    const caret = document.caretRangeFromPoint(middle(), 4);
    const isText = caret?.startContainer.nodeType === Node.TEXT_NODE && root.contains(caret.startContainer);
    const found = isText ? caret : document.elementFromPoint(middle(), 4);
    return found && {found, top: found.getBoundingClientRect().top, width: innerWidth};
  };

  // Laid out anew while a person scrolls: what has come to the top by now stays, not what was noted before.
  // Another height moves no words, and the scroll goes on.
  const stay = () => {
    if (innerWidth === passing.width) {
      laid = layout();
      return;
    }
    const away = passing.found.getBoundingClientRect().top - passing.top;
    if (Math.abs(away) >= 1) scrollBy({top: away, behavior: "instant"});
    note();
    look();
  };

  const note = () => {
    passing = null;
    const place = describe();
    if (place) known = {place, at: scrollY};
    laid = layout();
    stopLooking();
    return place;
  };

  const isMoved = () => !known || Math.abs(scrollY - known.at) > 2;

  const hold = () => {
    if (!settled || !known || isScrolling()) return;
    if (known.place.offset > 0) apply(known.place);
    else laid = layout();
  };

  // What is laid out late moves words also where the page stays as long as it was, and nobody is told.
  const look = () => {
    stopLooking();
    const waits = [80, 250, 700];
    const next = () => {
      const wait = waits.shift();
      if (wait) stopLooking = after(wait, () => { check(); next(); });
    };
    next();
  };
  const check = () => {
    if (!settled || !known || isMoved() || isScrolling() || known.place.offset === 0) return;
    const box = boxAt(known.place);
    const isEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    if (box && Math.abs(box.top - below(known.place)) > 2 && !isEnd) put(known.place);
  };

  addEventListener("scroll", () => {
    if (!isMoved()) return;
    if (known && isLaidAnew()) {
      apply(known.place);
      return;
    }
    scrolling = performance.now();
    passing = atTop();
    stopLooking();
    stopWaiting();
    stopWaiting = after(QUIET_MS, () => {
      if (settled && isMoved()) note();
    });
  }, {passive: true});
  new ResizeObserver(hold).observe(document.documentElement);
  new ResizeObserver(hold).observe(root);
  new MutationObserver(() => {
    // Another look from now on: a place of the page that was loaded anew is one of the page as it was laid out last.
    if (known) known.place = {...known.place, height: known.place.height ?? laid.height};
    requestAnimationFrame(hold);
  }).observe(
    document.documentElement, {attributes: true});
  addEventListener("resize", () => {
    if (settled && passing) {
      stay();
      return;
    }
    scrolling = -Infinity;
    began = performance.now();
    hold();
  });
  for (const act of ["wheel", "pointerdown", "keydown", "touchmove"]) { // from now on it is a person who scrolls
    addEventListener(act, () => {
      began = -Infinity;
    }, {capture: true, passive: true});
  }

  globalThis.readerPlace = {
    // Begins with a place, or where the page stands.
    start(place) {
      began = performance.now();
      if (place && scrollY < 4) apply(place);
      settled = true;
      if (!known) note();
    },
    // Goes to another place because a person asked for it.
    go(place) {
      if (place.offset > 0) apply(place);
      else scrollTo({top: 0, behavior: "instant"});
      settled = true;
    },
    // The place now, to the pixel: for the same page that is about to be loaded anew.
    takeExactly() {
      const place = this.take();
      if (!place || place.offset === 0) return place;
      const {size, height} = layout();
      if (size !== laid.size || height !== laid.height) put(place); // what was moved by that goes back first
      const box = boxAt(place);
      if (!box) return place;
      // What a page cannot be scrolled to exactly does not add up from one loading to the next.
      const top = Math.abs(box.top - below(place)) < 1 ? below(place) : box.top;
      return {...place, size, height: undefined, top};
    },
    // The place now; null while the page is not there yet.
    take() {
      if (!settled) return null;
      if (!isMoved()) return known.place;
      if (!known || !isLaidAnew()) return note();
      apply(known.place);
      return known.place;
    },
  };
})();
