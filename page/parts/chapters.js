// The chapter of a draft: how far it is, what was found in it, and the copies that can be made of it.
import { discard, element } from "./dom.js";
import { fill, notes, tally } from "./cards.js";
import { say } from "./words.js";

const BUTTONS = { comments: "comments", safe: "safe", all: "correctall" };

// The element of a draft, made anew; `make(kind, draft)` is called where a copy is asked for.
export function chapter(draft, make) {
  draft.chapter ??= element("section", { class: "file" });
  draft.chapter.dataset.state = draft.state;
  discard([...draft.chapter.children]);
  draft.chapter.append(element("h3", { tabIndex: -1 }, element("bdi", {}, draft.name)));
  if (draft.state === "judged") results(draft, make);
  else draft.chapter.append(element("p", { class: "waits" }, say(draft.state)));
  return draft.chapter;
}

function results(draft, make) {
  const { chapter: place, found } = draft;
  if (found.errors.length) place.append(element("p", { class: "fault" }, found.errors.join("; ")));
  else if (found.cards.length) {
    place.append(tally(found.cards));
    if (found.kinds.length) place.append(ways(draft, make));
  }
  if (found.notices.length) place.append(notes(found.notices));
  if (found.errors.length) return;
  if (found.cards.length) fill(place, found.cards);
  else place.append(element("p", { class: "waits" }, say("nothing")));
}

function ways(draft, make) {
  const line = element("p", { class: "ways" });
  for (const [kind, word] of Object.entries(BUTTONS).filter(([one]) => draft.found.kinds.includes(one))) {
    const button = element("button", { type: "button", "data-make": kind }, say(word));
    button.addEventListener("click", () => make(kind, draft));
    line.append(button);
  }
  return line;
}
