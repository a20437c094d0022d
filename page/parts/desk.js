// The desk: a worker with Python in it, which reads, judges and writes while the page goes on.
import { say } from "./words.js";

const PARTS = ["wasm", "library", "program", "memory"];
let worker = null;
let asked = new Map();
let number = 0;
export let generation = 0;

// A part of the page, packed: from the page itself, or where it is served as a folder, from beside it. The memory of an
// interpreter that has started is in the folder alone.
async function part(name) {
  const held = document.getElementById(`part-${name}`);
  if (held) return held.textContent;
  const beside = document.documentElement.getAttribute(`data-${name}`);
  if (beside === null) return null;
  const answer = await fetch(beside);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.arrayBuffer();
}

async function unpackedScript(packed) {
  const bytes = Uint8Array.fromBase64?.(packed) ?? Uint8Array.from(atob(packed), (one) => one.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return URL.createObjectURL(await new Response(stream).blob());
}

let script = null;

let heard = () => {};

// Who is told how far the desk is with what it was asked last, from 0 to 1.
export function hear(told) {
  heard = told;
}

export async function start() {
  const mine = (generation += 1);
  const served = document.documentElement.getAttribute("data-worker");
  script ??= served ?? (await unpackedScript(await part("worker")));
  const parts = await Promise.all(PARTS.map(part));
  if (mine !== generation) return new Promise(() => {});
  const started = new Worker(script);
  worker = started;
  worker.onmessage = ({ data }) => {
    const waiting = asked.get(data.number);
    if (data.part !== undefined) return heard(data.part);
    asked.delete(data.number);
    if (data.broken === undefined) waiting?.resolve(data.answer);
    else waiting?.reject(new Error(data.broken));
  };
  worker.onerror = (event) => {
    event.preventDefault();
    for (const waiting of asked.values()) waiting.reject(new Error(event.message || say("unread")));
    asked.clear();
  };
  // One after the other, so that the page answers in between.
  for (const [at, name] of PARTS.entries()) {
    started.postMessage({ name, part: parts[at] });
    await new Promise((resolve) => setTimeout(resolve));
  }
  if (mine !== generation) return new Promise(() => {});
  return JSON.parse(await ask("begin"));
}

export function ask(what, ...given) {
  return new Promise((resolve, reject) => {
    number += 1;
    asked.set(number, { resolve, reject });
    worker.postMessage({ number, what, given });
  });
}

// An upload is {path, file, home}: home is the desk that has its bytes, so that each gets them once.
export async function handOver(upload) {
  if (upload.home === generation) return;
  await ask("put", upload.path, await upload.file.arrayBuffer());
  upload.home = generation;
}

// Nothing that was handed over is there any more.
export function forget() {
  generation += 1;
  return ask("forget");
}

// Whatever it does, it stops; who waits for an answer gets none.
export function stop() {
  worker?.terminate();
  worker = null;
  asked = new Map();
}
