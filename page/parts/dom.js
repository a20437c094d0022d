// Elements. What drafts say becomes text, never markup: there is no other way to make an element on this page.
export const $ = (selector) => document.querySelector(selector);

export function element(tag, properties = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "class") made.className = value;
    else if (name.startsWith("data-")) made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...inside.filter((one) => one !== null && one !== ""));
  return made;
}

export function list(lines) {
  return element("ul", {}, ...lines.map((line) => element("li", {}, line)));
}

const AT_ONCE = 8; // milliseconds

// Does something with many, a few at a time, so that the page answers meanwhile; where it says false, it is over.
export async function inTurn(many, what) {
  let since = performance.now();
  for (const one of many) {
    if (what(one) === false) return;
    if (performance.now() - since < AT_ONCE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
}

// Elements that are gone for those who look, and soon at all: to take away a thousand cards at once takes long.
export function discard(elements) {
  for (const one of elements) one.hidden = true;
  return inTurn(elements.flatMap((one) => [...one.querySelectorAll("li"), one]), (one) => one.remove());
}
