// The words of the page, which stand in words.json, and what is filled into them.
const WORDS = @WORDS@;

export function say(key, filled = {}) {
  return WORDS[key].replace(/\{(\w+)\}/g, (place, name) => (name in filled ? String(filled[name]) : place));
}

export function counted(number, noun, plural = `${noun}s`) {
  return `${number.toLocaleString("en")} ${number === 1 ? noun : plural}`;
}
