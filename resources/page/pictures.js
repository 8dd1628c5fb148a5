// SPDX-License-Identifier: MIT
// Pictures of the page: which one was clicked, which one is in sight, moving ones played and stopped.
// Runs in a world of its own, once a page.
(() => {
  if (globalThis.readerPictures) return;

  const SHOWN = /(?:^|\/)image\/(\w+)/;
  const LEAST = 32; // pixels; what is smaller stands in a line like a letter
  const keyOf = (image) => SHOWN.exec(image.getAttribute("src") ?? image.dataset.late ?? "")?.[1] ?? null;
  const viewable = (image) => {
    const {width, height} = image.getBoundingClientRect();
    return keyOf(image) && Math.max(width, height) >= LEAST && !image.closest(".embed");
  };
  const all = () => [...document.querySelectorAll("article img")].filter(viewable);

  const isStill = (image) => /\/still$/.test(image.getAttribute("src") ?? "");
  const play = (image, on) => {
    const source = `image/${keyOf(image)}${on ? "" : "/still"}`;
    if (image.dataset.late) image.dataset.late = source;
    else if (image.getAttribute("src") !== source) image.setAttribute("src", source);
    image.parentElement.classList.toggle("playing", on);
  };

  globalThis.readerPictures = {
    // The picture at a point of the view, that a click means: not one in a link, which is followed.
    // One that moves and stands still is played, and the other way round.
    click(x, y) {
      const image = document.elementFromPoint(x, y)?.closest("img");
      if (!image || !getSelection().isCollapsed || image.closest("a[href]") || !viewable(image)) return null;
      if (image.parentElement.matches(".moving") && document.documentElement.dataset.animations !== "play") {
        play(image, isStill(image));
        return null;
      }
      return keyOf(image);
    },

    // The picture that is being looked at: the first in sight, else the next one, else the last.
    current() {
      const images = all();
      const seen = (image) => {
        const {top, bottom} = image.getBoundingClientRect();
        return bottom > 40 && top < innerHeight - 40;
      };
      const found = images.find(seen) ?? images.find((image) => image.getBoundingClientRect().top > 0);
      return keyOf(found ?? images.at(-1) ?? document.createElement("img"));
    },

    isPlaying(key) {
      const image = all().find((one) => keyOf(one) === key && one.parentElement.matches(".moving"));
      return image ? !isStill(image) : null;
    },

    // Plays or stops one moving picture, or all of them.
    play(on, key) {
      for (const image of document.querySelectorAll(".moving > img")) {
        if (!key || keyOf(image) === key) play(image, on);
      }
    },
  };
})();
