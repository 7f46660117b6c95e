// Ease only: every page works without it. What is pointed at lights up on both sides.
"use strict";
(() => {
  const of = id => document.querySelectorAll(`[data-c~="${CSS.escape(id)}"]`);
  let lit = [];
  const light = ids => {
    lit.forEach(element => element.classList.remove("on"));
    lit = ids.flatMap(id => [...of(id)]);
    lit.forEach(element => element.classList.add("on"));
  };
  const at = event => event.target.closest?.("[data-c]")?.dataset.c.split(" ") ?? [];
  document.addEventListener("mouseover", event => light(at(event)));
  document.addEventListener("focusin", event => light(at(event)));
  // A speaker's name shows the speaker's words alone.
  document.querySelectorAll(".voices li").forEach(item => {
    item.tabIndex = 0;
    const toggle = () => {
      const reading = item.closest(".reading");
      const chosen = item.getAttribute("aria-pressed") !== "true";
      reading.querySelectorAll(".voices li").forEach(other => other.setAttribute("aria-pressed", "false"));
      item.setAttribute("aria-pressed", String(chosen));
      reading.dataset.only = chosen ? item.className : "";
      reading.querySelectorAll(".text [title]").forEach(words => words.classList.toggle("off", chosen && words.title !== item.textContent));
    };
    item.setAttribute("role", "button");
    item.addEventListener("click", toggle);
    item.addEventListener("keydown", event => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); toggle(); } });
  });
  // Keys that a page names on its buttons and links.
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(input|textarea|select)$/i.test(event.target.tagName)) return;
    const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    const words = document.getElementById("why");
    if (button.value === "note" && words && !words.value) words.focus(); else button.click();
  });
  // Events that come while a list of them is open are counted; nothing moves until somebody asks for them.
  document.querySelectorAll("[data-follow]").forEach(line => {
    const found = new Set();
    let stream = null;
    const tell = event => {
      found.add(event.lastEventId);
      const link = document.createElement("a");
      link.href = line.dataset.here;
      link.textContent = found.size === 1 ? "1 new event" : `${found.size} new events`;
      line.replaceChildren(link);
      line.hidden = false;
    };
    const follow = () => {
      // A page nobody looks at keeps no line open: browsers have few for one server.
      stream?.close();
      stream = null;
      if (document.visibilityState === "visible") {
        stream = new EventSource(line.dataset.follow);
        stream.addEventListener("event", tell);
      }
    };
    document.addEventListener("visibilitychange", follow);
    window.addEventListener("pagehide", () => stream?.close());
    window.addEventListener("pageshow", event => { if (event.persisted) follow(); });
    follow();
  });
  // / goes to the search field, where a page has one.
  document.addEventListener("keydown", event => {
    if (event.key === "/" && !/^(input|textarea|select)$/i.test(event.target.tagName)) {
      const field = document.querySelector("[type=search]");
      if (field) { event.preventDefault(); field.focus(); }
    }
  });
})();
