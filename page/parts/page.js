// The page: what people drop, choose and press.
import { say, speak } from "./words.js";
import { $, element } from "./dom.js";
import { restate, state } from "./status.js";
import { readAddress, writeAddress } from "./settings.js";
import { generation, start } from "./desk.js";
import { isRegistry, lay, layNothing, sayRegistry } from "./registry.js";
import { chosen, dropped } from "./files.js";
import { again, atDesk, cancel, chaptersAgain, clear, lose, open, orderOfAll, take } from "./drafts.js";

let about = null;

async function begin() {
  try {
    about = await start();
    $("#conferences").replaceChildren(...about.conferences.map((one) => element("option", { value: one })));
    sayAbout();
    document.documentElement.dataset.ready = String(generation);
  } catch (error) {
    state("unable", { why: error.message });
    throw error;
  }
}

function sayAbout() {
  if (about === null) return;
  $("#made").textContent = say("made", { version: about.version, date: about.registry });
  sayRegistry(about.registry);
}

function sayAnew() {
  sayAbout();
  restate();
  chaptersAgain();
  again();
}

async function received(given) {
  const registry = given.findLast(isRegistry);
  if (registry) await judgeBy(() => lay(registry));
  take(given.filter((one) => !isRegistry(one)));
}

// Another registry: what was judged is judged again.
async function judgeBy(change) {
  try {
    await atDesk();
    await change();
    sayAbout();
    again();
  } catch (error) {
    state("broken", { why: error.message });
  }
}

function listenToFiles() {
  for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
    addEventListener(kind, (event) => {
      event.preventDefault();
      $("#drop").classList.toggle("over", kind === "dragenter" || kind === "dragover");
    });
  }
  addEventListener("drop", async (event) => {
    const { found, unread } = await dropped(event.dataTransfer);
    for (const path of unread) lose(path, say("nofolder"));
    received(found);
  });
  for (const [button, field] of [["#choose", "#files"], ["#choose-folder", "#folder"], ["#registry-lay", "#registry"]]) {
    $(button).addEventListener("click", () => $(field).click());
    $(field).addEventListener("change", () => {
      received(chosen($(field).files));
      $(field).value = "";
    });
  }
  $("#check").addEventListener("click", () => {
    const text = $("#pasted").value;
    if (text.trim()) take([{ path: say("pasted"), file: new Blob([text]) }]);
  });
}

function listenToSettings() {
  $("#settings").addEventListener("submit", (event) => event.preventDefault());
  for (const one of [...$("#settings").elements]) {
    one.addEventListener("change", () => {
      if (one.name === "lang") speak(one.value);
      writeAddress();
      if (one.name === "lang") sayAnew();
      else if (one.name === "severity") chaptersAgain();
      else again();
    });
  }
  addEventListener("hashchange", () => {
    readAddress();
    sayAnew();
  });
}

readAddress();
state("starting", {}, { working: true });
listenToFiles();
listenToSettings();
$("#registry-without").addEventListener("click", () => judgeBy(layNothing));
$("#cancel").addEventListener("click", cancel);
$("#clear").addEventListener("click", clear);
for (const button of document.querySelectorAll("#together [data-make]")) {
  button.addEventListener("click", () => orderOfAll(button.dataset.make));
}
open(begin);
