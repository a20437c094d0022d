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
