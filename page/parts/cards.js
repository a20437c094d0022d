// The cards: each finding with what to write, the words around it with the wrong ones marked, why, and whose change.
import { element, list } from "./dom.js";
import { shows } from "./settings.js";
import { counted, say } from "./words.js";

const AT_ONCE = 25;

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
  const words = element("span", {}, `${say("write")} `, element("ins", {}, entry.suggestion));
  return element("p", { class: "proposal" }, words, far, copyButton(entry.suggestion));
}

function quotation({ text, suggestion }) {
  const wrong = element("mark", {}, suggestion === null ? text.words : element("del", {}, text.words));
  return element("blockquote", {}, text.before, wrong, text.after);
}

export function card(entry) {
  const head = element(
    "h4",
    {},
    element("span", { class: "severity" }, entry.severity),
    " ",
    element("span", { class: "place" }, entry.place),
  );
  const details = [...entry.details, ["Rule", `${entry.code} ${entry.name}`]].map(([what, which]) =>
    element("div", {}, element("dt", {}, what), " ", element("dd", {}, which)),
  );
  const message = element("p", { class: "message" }, entry.message);
  const made = element("li", { class: `finding ${entry.severity}`, "data-rule": entry.code });
  made.append(...[head, proposal(entry), message, quotation(entry), element("dl", {}, ...details)].filter(Boolean));
  return made;
}

export function tally(cards) {
  const line = element("p", { class: "file-tally" });
  for (const severity of ["error", "warning", "info"]) {
    const count = cards.filter((one) => one.severity === severity).length;
    const plural = severity === "info" ? "info" : undefined;
    if (count) line.append(element("span", { class: severity }, counted(count, severity, plural)), " ");
  }
  return line;
}

// The cards that the settings show, a few at a time, so that the page answers meanwhile.
export async function fill(chapter, cards, still) {
  const seen = cards.filter((one) => shows(one.severity));
  const items = element("ol");
  if (seen.length) chapter.append(items);
  for (let at = 0; at < seen.length && still(); at += AT_ONCE) {
    items.append(...seen.slice(at, at + AT_ONCE).map(card));
    await new Promise((resolve) => setTimeout(resolve));
  }
  const hidden = cards.length - seen.length;
  if (hidden) chapter.append(element("p", { class: "waits" }, say("hidden", { count: counted(hidden, "finding") })));
}

export function notes(lines) {
  return element("details", {}, element("summary", {}, `${say("notes")} (${lines.length})`), list(lines));
}
