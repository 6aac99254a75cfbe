"use strict";
(() => {
  const openTo = (element) => {
    for (let up = element; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
  };
  const follow = () => {
    document.querySelectorAll("mark.hit").forEach((mark) => mark.classList.remove("hit"));
    const name = decodeURIComponent(location.hash.slice(1));
    const target = name && document.getElementById(name);
    if (!target) return;
    openTo(target);
    const small = target.classList.contains("at") || target.tagName === "TR" || target.tagName === "LI";
    target.scrollIntoView({ block: small ? "center" : "start" });
    if (!target.classList.contains("at")) return;
    const mark = name.slice(1);
    document.querySelectorAll("mark[data-m]").forEach((piece) => {
      if (piece.dataset.m.split(" ").includes(mark)) piece.classList.add("hit");
    });
  };
  addEventListener("hashchange", follow);
  const unfolded = [];
  addEventListener("beforeprint", () => {
    document.querySelectorAll("details:not([open])").forEach((block) => {
      if (block.closest(".matrix, .deal")) return;
      block.open = true;
      unfolded.push(block);
    });
  });
  addEventListener("afterprint", () => {
    unfolded.splice(0).forEach((block) => { block.open = false; });
  });
  follow();
})();
