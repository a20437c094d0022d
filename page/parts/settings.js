// The settings. They are kept in the address of the page and nowhere else.
import { $ } from "./dom.js";
import { registrySetting } from "./registry.js";

const JUDGING = ["as-of", "view", "lang", "select", "ignore"];
const fields = () => [...$("#settings").elements].filter((one) => one.name);

export function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  for (const field of fields()) field.value = given.get(field.name) ?? "";
}

export function writeAddress() {
  const chosen = new URLSearchParams();
  for (const field of fields()) if (field.value.trim()) chosen.set(field.name, field.value.trim());
  history.replaceState(null, "", `#${chosen}`);
}

// What drafts are judged by, as the desk takes it.
export async function judgedBy() {
  const chosen = fields().filter((one) => JUDGING.includes(one.name) && one.value.trim());
  const named = Object.fromEntries(chosen.map((one) => [one.name, one.value.trim()]));
  return JSON.stringify({ ...named, ...(await registrySetting()) });
}

export function shows(severity) {
  const least = $("#settings").elements.severity.value;
  return least === "" || severity === "error" || severity === least;
}
