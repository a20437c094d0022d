// The settings. They are kept in the address of the page and nowhere else.
import { $ } from "./dom.js";
import { registrySetting } from "./registry.js";
import { language, preferred, speak } from "./words.js";

const fields = () => [...$("#settings").elements].filter((one) => one.name);
const field = (name) => $("#settings").elements[name];

export function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  for (const one of fields()) one.value = given.get(one.name) ?? "";
  speak(given.get("lang"));
  field("lang").value = language;
}

export function writeAddress() {
  const chosen = new URLSearchParams();
  for (const one of fields()) if (one.value.trim()) chosen.set(one.name, one.value.trim());
  if (language === preferred()) chosen.delete("lang");
  history.replaceState(null, "", `#${chosen}`);
}

// What drafts are judged by, and in which languages that is told, as the desk takes it.
export async function judgedBy() {
  const chosen = fields().filter((one) => one.name !== "severity" && one.value.trim());
  const named = Object.fromEntries(chosen.map((one) => [one.name, one.value.trim()]));
  return JSON.stringify({ ...named, ...(await registrySetting()) });
}

export function shows(severity) {
  const least = field("severity").value;
  return least === "" || severity === "error" || severity === least;
}
