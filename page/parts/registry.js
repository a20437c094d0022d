// The registry of one's own: a file that is laid over that of reslint, until it is taken away again.
import { $ } from "./dom.js";
import { ask, handOver } from "./desk.js";
import { say } from "./words.js";

const REGISTRY = /\.ya?ml$/i;
let laid = null;
let bundled = "";

// A file of this kind that stands in no folder is no draft.
export function isRegistry({ path }) {
  return REGISTRY.test(path) && !path.includes("/");
}

export function nameBundled(date) {
  bundled = date;
  show();
}

function show(fault = "") {
  $("#laid").textContent = laid ? say("laid", { name: laid.path, date: bundled }) : say("bundled", { date: bundled });
  $("#registry-without").hidden = laid === null;
  $("#registry-fault").textContent = fault;
  $("#registry-fault").hidden = fault === "";
}

// What is wrong with it is said in a sentence, and nothing is laid over then.
export async function lay(upload) {
  laid = null;
  upload.home = null;
  await handOver(upload);
  const { errors } = JSON.parse(await ask("lay", upload.path));
  if (errors.length === 0) laid = upload;
  show(errors.join("; "));
}

export function layNothing() {
  laid = null;
  show();
}

// The settings that it is: its name, once the desk has it.
export async function registrySetting() {
  if (laid === null) return {};
  await handOver(laid);
  return { registry: laid.path };
}
