// The words of the page in all languages, the one that is spoken, and what is filled into them.
const { languages: WORDS, rightToLeft: RIGHT_TO_LEFT } = @WORDS@;
const ATTRIBUTES = ["aria-label", "placeholder", "title"];
const [ISOLATE, POP] = ["\u2068", "\u2069"];
export let language = "en";

// That of the browser, where the page has it.
export function preferred() {
  const wanted = navigator.languages.map((one) => one.toLowerCase().split("-")[0]);
  return wanted.find((one) => one in WORDS) ?? "en";
}

// From now on the page speaks this language, or where it has it not, that of the browser.
export function speak(wanted) {
  language = wanted in WORDS ? wanted : preferred();
  const root = document.documentElement;
  root.lang = language;
  root.dir = RIGHT_TO_LEFT.includes(language) ? "rtl" : "ltr";
  document.title = say("title");
  document.querySelector("#unchecked").hidden = language === "en";
  for (const one of document.querySelectorAll("[data-say]")) one.textContent = say(one.dataset.say);
  for (const name of ATTRIBUTES) {
    const marked = document.querySelectorAll(`[data-say-${name}]`);
    for (const one of marked) one.setAttribute(name, say(one.getAttribute(`data-say-${name}`)));
  }
}

// Words of another direction keep their own, and disturb nothing around them.
function isolated(text) {
  return RIGHT_TO_LEFT.includes(language) ? `${ISOLATE}${text}${POP}` : text;
}

function filledIn(text, filled) {
  return text.replace(/\{(\w+)\}/g, (place, name) => (name in filled ? isolated(String(filled[name])) : place));
}

export function say(key, filled = {}) {
  return filledIn(WORDS[language][key], filled);
}

export function counted(number, noun) {
  const forms = WORDS[language][noun];
  return filledIn(forms[new Intl.PluralRules(language).select(number)], { count: number.toLocaleString("en") });
}
