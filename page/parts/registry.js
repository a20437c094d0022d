// The registry of one's own: a file that is laid over that of reslint, until it is taken away again.
import { $ } from "./dom.js";
import { ask, handOver } from "./desk.js";
import { say } from "./words.js";

const REGISTRY = /\.ya?ml$/i;
let laid = null;
let fault = "";

// A file of this kind that stands in no folder is no draft.
export function isRegistry({ path }) {
  return REGISTRY.test(path) && !path.includes("/");
}

// What drafts are judged by; `date` is that of the registry of reslint.
export function sayRegistry(date) {
  $("#laid").textContent = laid ? say("laid", { name: laid.path, date }) : say("bundled", { date });
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
  fault = errors.join("; ");
}

export function layNothing() {
  laid = null;
  fault = "";
}

// The settings that it is: its name, once the desk has it.
export async function registrySetting() {
  if (laid === null) return {};
  await handOver(laid);
  return { registry: laid.path };
}
