
(() => {
  "use strict";
  const root = document.documentElement;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const refs = all(".ref");
  if (!refs.length) return;
  root.classList.add("scripted");
  const marksOf = new Map();
  for (const mark of all("mark")) {
    for (const id of mark.dataset.marks.split(" ")) marksOf.set(id, [...(marksOf.get(id) || []), mark]);
  }
  const partsOf = (id) => [byId("r" + id), byId("n" + id), ...(marksOf.get(id) || [])];
  const shown = () => refs.filter((ref) => !ref.classList.contains("off"));
  const place = byId("place");
  let current = "";

  const tell = () => {
    const left = shown();
    const at = left.findIndex((ref) => ref.dataset.mark === current);
    const word = left.length === 1 ? "mark" : "marks";
    place.textContent = at < 0 ? `${left.length} ${word}` : `Mark ${at + 1} of ${left.length}`;
  };
  const choose = (id) => {
    if (id === current) return;
    for (const part of current ? partsOf(current) : []) part.classList.remove("current");
    current = id;
    for (const part of partsOf(id)) part.classList.add("current");
    tell();
  };
  const go = (step) => {
    const left = shown();
    if (!left.length) return;
    const at = left.findIndex((ref) => ref.dataset.mark === current);
    const next = at < 0 ? (step > 0 ? 0 : left.length - 1) : (at + step + left.length) % left.length;
    left[next].focus({ preventScroll: true });
    left[next].scrollIntoView({ block: "center" });
  };
  const visit = (element) => {
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
  };

  // Beside a wide text, each note stands where its mark is, or as far below as the notes before it need.
  const wide = matchMedia("(min-width: 52.01rem)");
  const lay = () => {
    const isWide = wide.matches;
    root.classList.toggle("laid", isWide);
    const places = [];
    for (const story of all(".story")) {
      const top = story.getBoundingClientRect().top;
      let bottom = 0;
      for (const note of story.querySelectorAll(".note:not(.off)")) {
        const at = Math.max(bottom, (marksOf.get(note.dataset.mark)?.[0] || story).getBoundingClientRect().top - top - 6);
        places.push([note, "top", at]);
        bottom = at + note.offsetHeight + 10;
      }
      places.push([story, "minHeight", bottom + 24]);
    }
    for (const [element, key, value] of places) element.style[key] = isWide ? `${value}px` : "";
  };

  document.addEventListener("focusin", (event) => {
    const part = event.target.closest("[data-mark]");
    if (part) choose(part.dataset.mark);
  });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (mark && !mark.classList.contains("off") && getSelection().isCollapsed) {
      visit(byId("n" + mark.dataset.marks.split(" ")[0]));
    } else if (event.target.matches(".ref")) {
      visit(byId("n" + event.target.dataset.mark));
    } else if (event.target.matches(".number")) {
      visit(byId("r" + event.target.dataset.mark));
    }
    const filter = document.querySelector(".filter");
    if (filter.open && !filter.contains(event.target)) filter.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j" || event.key === "k") {
      event.preventDefault();
      go(event.key === "j" ? 1 : -1);
    } else if (event.key === "Escape") {
      const note = event.target.closest(".note");
      const filter = event.target.closest(".filter");
      if (note) visit(byId("r" + note.dataset.mark));
      if (filter) { filter.open = false; filter.querySelector("summary").focus(); }
    }
  });
  byId("next").addEventListener("click", () => go(1));
  byId("previous").addEventListener("click", () => go(-1));
  byId("print").addEventListener("click", () => print());

  const boxes = all(".filter input");
  const sift = () => {
    const out = { severity: new Set(), family: new Set() };
    for (const box of boxes) if (!box.checked) out[box.dataset.key].add(box.value);
    const hidden = new Set();
    for (const note of all(".note")) {
      const off = out.severity.has(note.dataset.severity) || out.family.has(note.dataset.family);
      note.classList.toggle("off", off);
      byId("r" + note.dataset.mark).classList.toggle("off", off);
      if (off) hidden.add(note.dataset.mark);
    }
    for (const mark of all("mark")) {
      mark.classList.toggle("off", mark.dataset.marks.split(" ").every((id) => hidden.has(id)));
    }
    tell();
    lay();
  };
  for (const box of boxes) box.addEventListener("change", sift);

  const theme = byId("theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const kept = (value) => {
    try {
      if (value) localStorage.setItem("copylint-theme", value);
      return localStorage.getItem("copylint-theme");
    } catch {
      return null;
    }
  };
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const paint = () => theme.setAttribute("aria-pressed", String(isDark()));
  if (["light", "dark"].includes(kept())) root.dataset.theme = kept();
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    kept(root.dataset.theme);
    paint();
  });
  system.addEventListener("change", paint);
  paint();
  sift();
  new ResizeObserver(lay).observe(document.querySelector("main"));
  document.addEventListener("toggle", lay, true);
})();
