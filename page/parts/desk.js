// The desk: a worker with Python in it, which reads, judges and writes while the page goes on.
import { decoded } from "./base64.js";
import { say } from "./words.js";

const PARTS = ["wasm", "library", "program", "memory"];
// The parts stand below the script in the page, so that it can be used while they are read.
const whole = new Promise((resolve) => addEventListener("DOMContentLoaded", resolve, { once: true }));
let worker = null;
let asked = new Map();
let number = 0;
export let generation = 0;

// A part of the page, packed: from the page itself, in Base64, or where it is served as a folder, from beside it. The
// memory of an interpreter that has started is in the folder alone. Blobs are no part of the memory of the page.
async function fetched(name) {
  await whole;
  await new Promise((resolve) => setTimeout(resolve)); // so that the page answers between one and the next
  const held = document.getElementById(`part-${name}`);
  if (held) {
    held.remove();
    return new Blob([held.textContent], { type: "text/plain" });
  }
  const beside = document.documentElement.getAttribute(`data-${name}`);
  if (beside === null) return null;
  const answer = await fetch(beside);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.blob();
}

// What the desk is started with, each time it is.
async function found() {
  const script = document.documentElement.getAttribute("data-worker") ?? (await unpackedScript(await fetched("worker")));
  const parts = await Promise.all(PARTS.map(async (name) => [name, await fetched(name)]));
  return { script, parts: Object.fromEntries(parts) };
}

async function unpackedScript(packed) {
  const bytes = decoded(await packed.text());
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return URL.createObjectURL(await new Response(stream).blob());
}

let needed = null;
let heard = () => {};

// Who is told how far the desk is with what it was asked last, from 0 to 1.
export function hear(told) {
  heard = told;
}

export async function start() {
  const mine = (generation += 1);
  needed ??= found();
  const { script, parts } = await needed;
  if (mine !== generation) return new Promise(() => {});
  worker = new Worker(script);
  worker.postMessage({ parts });
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
