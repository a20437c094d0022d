// The drafts: they come in, are judged one after the other, and are written where a copy or a report is asked for.
import { say, counted } from "./words.js";
import { $, discard, list } from "./dom.js";
import { state } from "./status.js";
import { ask, forget, handOver, hear, stop } from "./desk.js";
import { judgedBy } from "./settings.js";
import { chapter } from "./chapters.js";
import { save } from "./saving.js";

const NOTHING = { cards: [], notices: [], kinds: [], errors: [] };
const NOT_HERE = { pdf: "pdf", doc: "oldword", rtf: "oldword" };
// A draft is {name, upload, packed, state, found, chapter, lost}: `packed` until the desk has said which drafts are in it,
// `lost` where there are none. An upload is {path, file, home}; an order, which stands among the drafts that wait, is
// {what, draft}, without a draft where it is of all.
let drafts = [];
let queue = [];
let busy = false;
let opening = null;
let ready = null;
let started = false;
let round = 0;

// `began` starts the desk, now and whenever it was stopped.
export function open(began) {
  opening = began;
  startDesk();
  ready.then(() => busy || finished(), () => {});
}

function startDesk() {
  started = false;
  ready = opening();
  ready.then(() => (started = true), () => {});
}

// Waits until the desk is ready.
export function atDesk() {
  return ready;
}

export function chaptersAgain() {
  drafts.forEach(chapterOf);
}

function chapterOf(draft) {
  return chapter(draft, order);
}

function stand(upload, more) {
  const draft = { name: upload.path, upload, packed: false, state: "waiting", found: null, ...more };
  drafts.push(draft);
  $("#results").hidden = false;
  $("#chapters").append(chapterOf(draft));
  return draft;
}

// What cannot be read at all, and why.
export function lose(path, line) {
  judged(stand({ path }, { lost: true }), { errors: [line] });
}

export function take(found) {
  const paths = new Set(found.map(({ path }) => path));
  const old = (one) => paths.has(one.upload.path);
  discard(drafts.filter(old).map((one) => one.chapter));
  drafts = drafts.filter((one) => !old(one));
  queue = queue.filter((one) => !one.upload || !old(one));
  const fresh = found.map((upload) => stand(upload, { packed: true }));
  queue = [...queue.filter((one) => !isOfAll(one)), ...fresh, ...queue.filter(isOfAll)];
  if (fresh.length) work();
}

const isOfAll = (one) => one.what && !one.draft;

// A copy of one draft is made as soon as the desk is free, what is of all once all are judged.
function order(what, draft) {
  queue.unshift({ what, draft });
  work();
}

export function orderOfAll(what) {
  queue.push({ what });
  work();
}

async function work() {
  if (busy) return;
  busy = true;
  const mine = round;
  if (!started) state("starting", {}, { working: true });
  try {
    await ready;
  } catch {
    busy = false; // what keeps the desk from starting is said already
    return;
  }
  let done = 0;
  let saved = null;
  const all = (extra) => done + extra + queue.filter((one) => !one.what).length;
  hear((part) => mine === round && ($("#progress").value = (done + part) / all(1)));
  while (queue.length && mine === round) {
    const next = queue.shift();
    try {
      if (next.what) saved = await write(next, mine);
      else {
        const part = done / all(1) || null;
        state("reading", { name: next.name, at: done + 1, all: all(1) }, { working: true, part, stoppable: true });
        if (next.packed) await unpack(next, mine);
        else await judge(next, mine);
        if (next.state === "judged") done += 1;
        saved = null;
      }
    } catch (error) {
      if (mine === round) broken(next, say("broken", { why: error.message }));
    }
  }
  if (mine !== round) return;
  busy = false;
  finished();
  if (saved) state("saved", { name: saved });
}

function broken(item, line) {
  if (item.what) trouble([line]);
  else judged(item, { errors: [line] });
}

function judged(draft, found) {
  draft.found = { ...NOTHING, ...found };
  draft.state = "judged";
  chapterOf(draft);
}

// What is in it takes its place.
async function unpack(packed, mine) {
  const { names, errors } = await contents(packed.upload);
  if (mine !== round || !drafts.includes(packed)) return;
  const { name, upload } = packed;
  const fresh = names.map((one) => (one === name ? packed : { name: one, upload, state: "waiting", found: null }));
  packed.packed = false;
  if (!fresh.includes(packed)) {
    packed.lost = errors.length > 0 || fresh.length === 0;
    if (packed.lost) judged(packed, { errors: [errors.join("; ") || say("empty")] });
    packed.chapter.after(...fresh.map(chapterOf));
    if (!packed.lost) discard([packed.chapter]);
    const shown = packed.lost ? [packed, ...fresh] : fresh;
    drafts.splice(drafts.indexOf(packed), 1, ...shown);
  }
  queue = [...fresh, ...queue.filter((one) => one !== packed)];
}

async function contents(upload) {
  try {
    await handOver(upload);
  } catch (error) {
    return { names: [], errors: [error.message] };
  }
  return JSON.parse(await ask("drafts", upload.path));
}

async function judge(draft, mine) {
  const ending = draft.name.slice(draft.name.lastIndexOf(".") + 1).toLowerCase();
  if (ending in NOT_HERE) return judged(draft, { errors: [say(NOT_HERE[ending])] });
  draft.state = "working";
  chapterOf(draft);
  await handOver(draft.upload);
  const found = JSON.parse(await ask("judge", draft.name, await judgedBy()));
  if (mine === round) judged(draft, found);
}

const sound = () => drafts.filter((one) => one.state === "judged" && !one.found.errors.length);

// Writes what was ordered; the name under which it was saved.
async function write({ what, draft }, mine) {
  state("writing", { name: draft?.name ?? say(what === "html" ? "report" : what) }, { working: true });
  trouble([]);
  for (const one of draft ? [draft] : sound()) await handOver(one.upload);
  const by = await judgedBy();
  const names = JSON.stringify(sound().map((one) => one.name));
  const asked = { copy: ["copied", draft?.name, by, what], zip: ["everything", names, by] };
  const { save: name, errors, bytes } = await ask(...(asked[draft ? "copy" : what] ?? ["report", names, by, what]));
  if (mine !== round) return null;
  if (bytes) save(name, bytes);
  trouble(errors);
  return bytes ? name : null;
}

function trouble(lines) {
  $("#trouble").replaceChildren(...list(lines).children);
  $("#trouble").hidden = lines.length === 0;
}

function finished() {
  const there = sound();
  const count = there.reduce((sum, one) => sum + one.found.cards.length, 0);
  if (drafts.length) state("done", { files: counted(there.length, "file"), findings: counted(count, "finding") });
  else state("ready");
  for (const button of document.querySelectorAll("#together [data-make]")) button.disabled = there.length === 0;
}

// By other settings, or in another language: what was judged is judged again, before anything of it is written.
export function again() {
  queue = [...drafts.filter((one) => !one.lost), ...queue.filter((one) => one.what)];
  for (const draft of drafts) if (draft.state === "stopped") draft.state = "waiting";
  if (queue.length) work();
  else if (!busy) ready.then(finished, () => {});
}

function startAnew() {
  round += 1;
  busy = false;
  queue = [];
  stop();
  startDesk();
}

export function cancel() {
  startAnew();
  const left = drafts.filter((one) => one.state !== "judged");
  for (const draft of left) {
    draft.state = "stopped";
    chapterOf(draft);
  }
  state("cancelled", { files: counted(left.length, "file") });
}

// What is being read is stopped; a desk at rest forgets, which is sooner done than started anew.
export function clear() {
  drafts = [];
  discard([...$("#chapters").children]);
  $("#results").hidden = $("#trouble").hidden = true;
  if (busy) {
    startAnew();
    state("starting", {}, { working: true });
  } else {
    round += 1;
    ready = ready.then(forget);
  }
  ready.then(() => busy || finished(), () => {});
}
