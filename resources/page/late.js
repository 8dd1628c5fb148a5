// SPDX-License-Identifier: MIT
// Pictures further down come when they are nearly in sight, and go again when they are far out of it: the engine
// does neither itself while page scripts are off. Their room is kept by width and height, so nothing moves.
// Runs in a world of its own, once a page; a picture that waits has its address in data-late.
(() => {
  if (globalThis.readerLate) return;

  const NEAR = "200% 0px";
  const FAR = "1200% 0px";
  const come = (image) => {
    if (!image.dataset.late) return;
    image.src = image.dataset.late;
    delete image.dataset.late;
  };
  const go = (image) => {
    const source = image.getAttribute("src");
    if (!source || !image.complete) return;
    image.dataset.late = source;
    image.removeAttribute("src");
  };

  const images = [...document.querySelectorAll("img[data-late]")];
  const near = new IntersectionObserver((seen) => {
    for (const one of seen) if (one.isIntersecting) come(one.target);
  }, {rootMargin: NEAR});
  const far = new IntersectionObserver((seen) => {
    for (const one of seen) if (!one.isIntersecting) go(one.target);
  }, {rootMargin: FAR});
  for (const image of images) {
    near.observe(image);
    far.observe(image);
  }

  globalThis.readerLate = {
    // Lets all pictures come, for good; says how many are still on their way.
    all() {
      near.disconnect();
      far.disconnect();
      images.forEach(come);
      return [...document.images].filter((image) => !image.complete).length;
    },
  };
})();
