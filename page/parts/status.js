// The line and the bar that say how far the page is.
import { $ } from "./dom.js";
import { say } from "./words.js";

let said = ["starting", {}];

// `part` is what is done, from 0 to 1, or null where nobody knows; only what goes on can be stopped.
export function state(key, filled = {}, { working = false, part = null, stoppable = false } = {}) {
  said = [key, filled];
  const bar = $("#progress");
  bar.hidden = !working;
  if (part === null) bar.removeAttribute("value");
  else bar.value = part;
  $("#cancel").hidden = !(working && stoppable);
  restate();
}

// The same in the language of the page, which may have become another.
export function restate() {
  $("#status").textContent = say(...said);
  $("#progress").setAttribute("aria-label", say(...said));
}
