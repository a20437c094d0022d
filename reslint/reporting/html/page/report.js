// Sorts the tables. A table may have several bodies, each headed by the row of its group: these are sorted, and the rows
// within them.
(() => {
  "use strict";
  const collator = new Intl.Collator("en", { numeric: true });
  const texts = (row, at) => row.cells[at].textContent.trim();
  const numbers = (row, at) => Number(texts(row, at).replace(/\D/g, ""));

  function sort(table, head) {
    const numeric = head.dataset.sort === "number";
    const before = head.getAttribute("aria-sort");
    const upwards = before ? before === "descending" : !numeric;
    const order = (one, other) => (upwards ? 1 : -1) * (numeric
      ? numbers(one, head.cellIndex) - numbers(other, head.cellIndex)
      : collator.compare(texts(one, head.cellIndex), texts(other, head.cellIndex)));
    for (const other of table.tHead.querySelectorAll("[aria-sort]")) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", upwards ? "ascending" : "descending");
    const bodies = [...table.tBodies];
    for (const body of bodies) body.append(...[...body.querySelectorAll("tr:not(.group)")].sort(order));
    if (bodies.length > 1) table.append(...bodies.sort((one, other) => order(one.rows[0], other.rows[0])));
  }

  for (const table of document.querySelectorAll("table.sortable"))
    for (const head of table.tHead.querySelectorAll("[data-sort]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => sort(table, head));
    }
})();

// Filters the findings. The state of the filters stands in the fragment of the address, so that it can be sent to somebody.
(() => {
  "use strict";
  const form = document.getElementById("filters");
  if (!form) return;
  const shown = document.getElementById("shown");
  const chosen = document.getElementById("chosen");
  const alone = !document.getElementById("by-file-title");
  const selects = [form.elements.rule, form.elements.change];
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const number = (count) => count.toLocaleString("en");
  const words = JSON.parse(form.dataset.words);
  const fill = (text, filled) => text.replace(/\{(\w+)\}/g, (_, name) => filled[name]);
  const plural = new Intl.PluralRules(words.language);
  const counted = (count, noun) => fill(words[noun][plural.select(count)], { count: number(count) });
  const plain = (text) => text.replace(/\s+/g, " ").toLowerCase();

  const files = [...document.querySelectorAll(".file")].map((node) => ({
    node,
    title: node.querySelector("h3").textContent,
    findings: node.querySelectorAll(".finding").length,
    here: node.querySelector(".file-tally b"),
  }));
  const findings = files.flatMap((file) =>
    [...file.node.querySelectorAll(".finding")].map((node) => ({ node, file, ...node.dataset })));

  // A finding is searched as it is read, with the name of its file.
  const textOf = (finding) => (finding.text ??= plain(`${finding.file.title} ${finding.node.textContent}`));

  // Words must all be there, in any order; what stands in quotation marks must be there as whole words.
  function wanted(text) {
    const parts = [...plain(text).matchAll(/"([^"]+)"?|[^\s"]+/g)];
    const tests = parts.map(([word, exact]) => {
      if (exact === undefined) return (other) => other.includes(word);
      const literal = exact.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, "u");
      return (other) => pattern.test(other);
    });
    return (finding) => tests.every((test) => test(textOf(finding)));
  }

  function state() {
    const on = boxes.filter((box) => box.checked).map((box) => box.value);
    return {
      rule: form.elements.rule.value,
      severity: on.length === boxes.length ? null : on,
      change: form.elements.change.value,
      text: form.elements.text.value.trim(),
    };
  }

  const filtering = (now) => Boolean(now.rule || now.severity || now.change || now.text);

  function apply() {
    const now = state();
    const finds = now.text ? wanted(now.text) : () => true;
    const rules = new Map(), severities = new Map(), changes = new Map(), left = new Map();
    const add = (counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1);
    const asked = new Set();
    let count = 0;
    for (const finding of findings) {
      const rule = !now.rule || finding.rule === now.rule;
      const severity = !now.severity || now.severity.includes(finding.severity);
      const change = !now.change || finding.change === now.change;
      const text = finds(finding);
      // A choice says how many findings it would leave, the other filters being as they are.
      if (severity && change && text) for (const key of ["", finding.rule]) add(rules, key);
      if (rule && change && text) add(severities, finding.severity);
      if (rule && severity && text) for (const key of ["", finding.change]) add(changes, key);
      const visible = rule && severity && change && text;
      if (finding.node.hidden === visible) finding.node.hidden = !visible;
      if (visible) {
        count += 1;
        asked.add(finding.rule);
        add(left, finding.file);
      }
    }
    const on = filtering(now);
    for (const file of files) {
      file.node.hidden = !left.has(file);
      file.here.textContent = on ? fill(words.here, { shown: left.get(file) ?? 0, all: file.findings }) : "";
    }
    selects.forEach((select, at) => {
      for (const option of select.options)
        option.textContent = `${option.dataset.label} (${number([rules, changes][at].get(option.value) ?? 0)})`;
    });
    for (const box of boxes) box.parentNode.querySelector("span").textContent = number(severities.get(box.value) ?? 0);
    document.body.classList.toggle("filtered", on);
    for (const rule of document.querySelectorAll("#rules article"))
      rule.classList.toggle("unasked", !asked.has(rule.id.slice("rule-".length)));
    chosen.textContent = told(now);
    const all = counted(findings.length, "finding");
    const among = alone ? "" : fill(words.among, { files: counted(left.size, "file") });
    const some = on ? fill(words.some, { shown: number(count), findings: all }) : all;
    shown.textContent = count || !on ? some + among : fill(words.none, { findings: all });
  }

  // What is chosen, in words: on paper there are no controls that show it.
  const told = (now) => [
    now.rule && form.elements.rule.selectedOptions[0].dataset.label,
    now.severity && (now.severity.join(words.and) || words["no severity"]),
    now.change && form.elements.change.selectedOptions[0].dataset.label,
    now.text && fill(words.searched, { words: now.text }),
  ].filter(Boolean).join(" · ");

  function written(now, at) {
    const parts = new URLSearchParams();
    for (const key of ["rule", "change", "text"]) if (now[key]) parts.set(key, now[key]);
    if (now.severity) parts.set("severity", now.severity.join(" "));
    if (at && [...parts].length) parts.set("at", at);
    return parts.size ? `#${parts}` : at ? `#${at}` : "";
  }

  function read(fragment) {
    const parts = new URLSearchParams(fragment.includes("=") ? fragment : `at=${fragment}`);
    form.elements.rule.value = parts.get("rule") ?? "";
    form.elements.change.value = parts.get("change") ?? "";
    for (const select of selects) if (select.selectedIndex < 0) select.selectedIndex = 0;
    form.elements.text.value = parts.get("text") ?? "";
    const on = parts.get("severity");
    for (const box of boxes) box.checked = on === null || on.split(" ").includes(box.value);
    return parts.get("at");
  }

  // Findings out of sight have a guessed height, which is corrected as they come near: hence the second look.
  function show(target) {
    if (!target) return;
    target.scrollIntoView();
    requestAnimationFrame(() => requestAnimationFrame(() => target.scrollIntoView()));
    const heading = target.matches(".finding") ? target.querySelector(".place") : target.querySelector("[tabindex='-1']");
    (heading ?? target).focus({ preventScroll: true });
  }

  // The address keeps the filters while the reader jumps about; who jumps to what they hide wants to see it.
  function jump(at) {
    const target = document.getElementById(at);
    if (target?.closest("[hidden]")) {
      read("");
      apply();
    }
    history.pushState(null, "", written(state(), at));
    show(target);
  }

  let later;
  function changed() {
    clearTimeout(later);
    apply();
    history.replaceState(null, "", written(state()) || "#");
    if (document.getElementById("findings").getBoundingClientRect().top < 0)
      document.getElementById("findings").scrollIntoView();
  }

  function open() {
    const at = read(location.hash.slice(1));
    apply();
    if (at || filtering(state())) show(document.getElementById(at || "findings"));
  }

  form.addEventListener("change", changed);
  form.elements.text.addEventListener("input", () => {
    clearTimeout(later);
    later = setTimeout(changed, 150);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    changed();
  });
  form.addEventListener("reset", () => setTimeout(changed));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const fragment = link.getAttribute("href").slice(1);
    event.preventDefault();
    if (fragment.includes("=")) {
      history.pushState(null, "", `#${fragment}`);
      open();
    } else {
      jump(fragment);
    }
  });
  addEventListener("hashchange", open);

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  });

  // What is jumped to must not end up under the filters.
  function makeRoom() {
    const covered = getComputedStyle(form).position === "sticky" ? form.offsetHeight : 0;
    document.documentElement.style.scrollPaddingTop = `${covered + 12}px`;
  }
  addEventListener("resize", makeRoom);

  form.hidden = false;
  makeRoom();
  open();
})();
