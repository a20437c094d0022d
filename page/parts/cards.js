// The cards: each finding with what to write, the words around it with the wrong ones marked, why, and whose change.
import { element, inTurn, list } from "./dom.js";
import { shows } from "./settings.js";
import { counted, say } from "./words.js";

function copyButton(text) {
  const button = element("button", { type: "button", title: text }, say("copy"));
  button.addEventListener("click", async () => {
    await toClipboard(text);
    button.textContent = say("copied");
    setTimeout(() => (button.textContent = say("copy")), 2000);
  });
  return button;
}

async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // A page on a disk may have no clipboard of that kind.
    const field = element("textarea", { value: text });
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}

function proposal(entry) {
  if (entry.suggestion === null || entry.suggestion === "") return null;
  const far = entry.as_far_as ? element("small", {}, `(${entry.as_far_as})`) : null;
  const words = element("span", {}, `${say("write")} `, element("ins", { dir: "auto" }, entry.suggestion));
  return element("p", { class: "proposal" }, words, far, copyButton(entry.suggestion));
}

// Where nobody has checked the language, the English words stand below.
function message({ message: told, english }) {
  const below = english && english !== told ? element("p", { class: "english", lang: "en", dir: "ltr" }, english) : null;
  return [element("p", { class: "message" }, told), below];
}

function quotation({ text, suggestion }) {
  const wrong = element("mark", {}, suggestion === null ? text.words : element("del", {}, text.words));
  return element("blockquote", {}, text.before, wrong, text.after);
}

export function card(entry) {
  const head = element(
    "h4",
    {},
    element("span", { class: "severity" }, entry.called),
    " ",
    element("span", { class: "place" }, entry.place),
  );
  const details = [...entry.details, [say("rule"), `${entry.code} ${entry.name}`]].map(([what, which]) =>
    element("div", {}, element("dt", {}, what), " ", element("dd", {}, which)),
  );
  const made = element("li", { class: `finding ${entry.severity}`, "data-rule": entry.code });
  made.append(...[head, proposal(entry), ...message(entry), quotation(entry), element("dl", {}, ...details)].filter(Boolean));
  return made;
}

export function tally(cards) {
  const line = element("p", { class: "file-tally" });
  for (const severity of ["error", "warning", "info"]) {
    const count = cards.filter((one) => one.severity === severity).length;
    if (count) line.append(element("span", { class: severity }, counted(count, severity)), " ");
  }
  return line;
}

// The cards that the settings show, until others take their place.
export async function fill(chapter, cards) {
  const seen = cards.filter((one) => shows(one.severity));
  const items = element("ol");
  if (seen.length) chapter.append(items);
  const hidden = cards.length - seen.length;
  if (hidden) chapter.append(element("p", { class: "waits" }, say("hidden", { findings: counted(hidden, "finding") })));
  await inTurn(seen, (entry) => {
    if (items.hidden || !chapter.contains(items)) return false;
    items.append(card(entry));
    return true;
  });
}

export function notes(lines) {
  return element("details", {}, element("summary", {}, `${say("notes")} (${lines.length})`), list(lines));
}
