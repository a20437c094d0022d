// The page: files come in and are judged one after the other; what is found stands under the name of each.
import { say, counted } from "./words.js";
import { $, element, list } from "./dom.js";
import { judgedBy, readAddress, writeAddress } from "./settings.js";
import { ask, forget, generation, handOver, hear, start, stop } from "./desk.js";
import { isRegistry, lay, layNothing, nameBundled } from "./registry.js";
import { chosen, dropped } from "./files.js";
import { chapter } from "./chapters.js";
import { save } from "./saving.js";

const NOTHING = { cards: [], notices: [], kinds: [], errors: [] };
// What no draft came of is `lost`. Each draft is {name, upload, state, found, chapter}.
let uploads = [];
let drafts = [];
let queue = [];
let busy = false;
let ready = null;
let round = 0;

function state(text, part = null, working = true) {
  $("#status").textContent = text;
  const bar = $("#progress");
  bar.hidden = !working;
  if (part === null) bar.removeAttribute("value");
  else bar.value = part;
  bar.setAttribute("aria-label", text);
  $("#cancel").hidden = !(busy && working);
}

function begin() {
  ready = start();
  ready.then(
    (about) => {
      $("#version").textContent = `${about.version}, ${say("registry")} ${about.registry}`;
      nameBundled(about.registry);
      $("#conferences").replaceChildren(...about.conferences.map((one) => element("option", { value: one })));
      if (!busy) state(say("ready"), null, false);
      document.documentElement.dataset.ready = String(generation);
    },
    (error) => state(say("unable", { why: error.message }), null, false),
  );
}

function chapterOf(draft) {
  return chapter(draft, make);
}

function failedUpload(upload, line) {
  const draft = { name: upload.path, upload, state: "judged", found: { ...NOTHING, errors: [line], lost: true } };
  drafts.push(draft);
  $("#chapters").append(chapterOf(draft));
}

async function take(given) {
  const registry = given.findLast(isRegistry);
  const found = given.filter((one) => !isRegistry(one));
  if (registry) await judgeBy(() => lay(registry));
  if (found.length === 0) return;
  $("#results").hidden = false;
  for (const upload of found) {
    drafts.filter((one) => one.upload.path === upload.path).forEach((one) => one.chapter.remove());
    drafts = drafts.filter((one) => one.upload.path !== upload.path);
    queue = queue.filter((one) => (one.upload ?? one).path !== upload.path);
    uploads = [...uploads.filter((one) => one.path !== upload.path), upload];
    queue.push(upload);
  }
  await work();
}

// Another registry: what was judged is judged again.
async function judgeBy(change) {
  try {
    await ready;
    await change();
    again();
  } catch (error) {
    state(say("broken", { why: error.message }), null, false);
  }
}

async function work() {
  if (busy) return;
  busy = true;
  const mine = round;
  let done = 0;
  state($("#status").textContent);
  try {
    await ready;
  } catch {
    busy = false; // what keeps the desk from starting is said already
    return;
  }
  try {
    while (queue.length && mine === round) {
      const next = queue.shift();
      const all = done + 1 + queue.length;
      state(say("reading", { name: next.name ?? next.path, at: done + 1, all }), done / all || null);
      hear((part) => mine === round && ($("#progress").value = (done + part) / all));
      if (next.upload) {
        await judge(next, mine);
        done += 1;
      } else await unpack(next, mine);
    }
  } catch (error) {
    if (mine === round) $("#chapters").append(element("p", { class: "fault" }, say("broken", { why: error.message })));
  } finally {
    if (mine === round) {
      busy = false;
      finished();
    }
  }
}

async function unpack(upload, mine) {
  try {
    await handOver(upload);
  } catch (error) {
    if (mine === round) failedUpload(upload, error.message);
    return;
  }
  const { names, errors } = JSON.parse(await ask("drafts", upload.path));
  if (mine !== round) return;
  const fresh = names.map((name) => ({ name, upload, state: "waiting", found: null }));
  if (errors.length || fresh.length === 0) failedUpload(upload, errors.join("; ") || say("empty"));
  drafts.push(...fresh);
  $("#chapters").append(...fresh.map(chapterOf));
  queue.unshift(...fresh);
}

async function judge(draft, mine) {
  draft.state = "working";
  chapterOf(draft);
  await handOver(draft.upload);
  const found = JSON.parse(await ask("judge", draft.name, await judgedBy()));
  if (mine !== round) return;
  draft.found = { ...NOTHING, ...found };
  draft.state = "judged";
  chapterOf(draft);
}

function finished() {
  const judged = drafts.filter((one) => one.state === "judged" && !one.found.errors.length);
  const count = judged.reduce((sum, one) => sum + one.found.cards.length, 0);
  const words = { files: counted(judged.length, "file"), findings: counted(count, "finding") };
  state(say(drafts.length ? "done" : "ready", words), null, false);
  const none = judged.length === 0;
  for (const button of document.querySelectorAll("#together [data-make]")) button.disabled = none;
}

function cancel() {
  round += 1;
  busy = false;
  stop();
  const left = queue.length + drafts.filter((one) => one.state === "working").length;
  queue = [];
  for (const draft of drafts.filter((one) => one.state !== "judged")) {
    draft.state = "stopped";
    chapterOf(draft);
  }
  begin();
  state(say("cancelled", { left: counted(left, "file") }), null, false);
}

function again() {
  writeAddress();
  queue = [...queue.filter((one) => !one.upload), ...drafts.filter((one) => one.found?.lost !== true)];
  for (const draft of drafts) if (draft.state === "stopped") draft.state = "waiting";
  if (queue.length) work();
}

async function make(what, draft = null) {
  if (busy) return;
  busy = true;
  const mine = round;
  const names = drafts.filter((one) => one.state === "judged" && !one.found.errors.length).map((one) => one.name);
  state(say("writing", { name: draft?.name ?? say(what === "html" ? "report" : what) }));
  $("#trouble").hidden = true;
  try {
    await ready;
    for (const upload of draft ? [draft.upload] : uploads) await handOver(upload);
    const by = await judgedBy();
    let written = null;
    if (draft) written = await ask("copy", draft.name, by, what);
    else if (what === "zip") written = await ask("everything", JSON.stringify(names), by);
    else written = await ask("report", JSON.stringify(names), by, what);
    if (mine !== round) return;
    const { save: name, errors, bytes } = written;
    if (bytes) save(name, bytes);
    if (errors.length) {
      $("#trouble").replaceChildren(...list(errors).children);
      $("#trouble").hidden = false;
    }
    busy = false;
    if (bytes) state(say("saved", { name }), null, false);
    else finished();
  } catch (error) {
    if (mine !== round) return;
    busy = false;
    state(say("broken", { why: error.message }), null, false);
  }
  if (queue.length) work();
}

// What is being read is stopped; a desk at rest forgets, which is sooner done than started anew.
async function clear() {
  round += 1;
  uploads = drafts = queue = [];
  $("#chapters").replaceChildren();
  $("#results").hidden = $("#trouble").hidden = true;
  if (busy) {
    busy = false;
    stop();
    begin();
    state(say("starting"));
  } else {
    ready.then(forget).then(() => busy || finished(), () => {});
  }
}

function listen() {
  for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
    addEventListener(kind, (event) => {
      event.preventDefault();
      $("#drop").classList.toggle("over", kind === "dragenter" || kind === "dragover");
    });
  }
  addEventListener("drop", async (event) => {
    const { found, unread } = await dropped(event.dataTransfer);
    if (unread.length) $("#results").hidden = false;
    for (const path of unread) failedUpload({ path }, say("nofolder"));
    take(found);
  });
  for (const [button, field] of [["#choose", "#files"], ["#choose-folder", "#folder"], ["#registry-lay", "#registry"]]) {
    $(button).addEventListener("click", () => $(field).click());
    $(field).addEventListener("change", () => {
      take(chosen($(field).files));
      $(field).value = "";
    });
  }
  $("#check").addEventListener("click", () => {
    const text = $("#pasted").value;
    if (text.trim()) take([{ path: say("pasted"), file: new Blob([text]) }]);
  });
  $("#settings").addEventListener("submit", (event) => event.preventDefault());
  $("#settings").addEventListener("change", (event) => {
    if (event.target.name !== "severity") return again();
    writeAddress();
    drafts.forEach(chapterOf);
  });
  addEventListener("hashchange", () => {
    readAddress();
    again();
  });
  $("#registry-without").addEventListener("click", () => judgeBy(layNothing));
  $("#cancel").addEventListener("click", cancel);
  $("#clear").addEventListener("click", clear);
  for (const button of document.querySelectorAll("#together [data-make]")) {
    button.addEventListener("click", () => make(button.dataset.make));
  }
}

readAddress();
listen();
begin();
