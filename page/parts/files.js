// What was dropped, chosen or pasted: files with the paths they have in their folders.
const SKIPPED = /^(?:\.|~\$|__MACOSX$|Thumbs\.db$)/;

async function entriesOf(folder) {
  const reader = folder.createReader();
  const all = [];
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function walked(entry, above) {
  const path = above ? `${above}/${entry.name}` : entry.name;
  if (SKIPPED.test(entry.name)) return [];
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    return [{ path, file }];
  }
  const inside = [];
  for (const one of await entriesOf(entry)) inside.push(...(await walked(one, path)));
  return inside.sort((one, other) => (one.path < other.path ? -1 : 1));
}

// Chromium reads no entries on a page from a disk, and Firefox has no handles: folders are read by the one or the other.
async function walkedHandle(handle, above) {
  const path = above ? `${above}/${handle.name}` : handle.name;
  if (SKIPPED.test(handle.name)) return [];
  if (handle.kind === "file") return [{ path, file: await handle.getFile() }];
  const inside = [];
  for await (const one of handle.values()) inside.push(...(await walkedHandle(one, path)));
  return inside.sort((one, other) => (one.path < other.path ? -1 : 1));
}

async function folder(entry, handle) {
  try {
    if (handle) return await walkedHandle(await handle, "");
  } catch {
    // then by its entries
  }
  return walked(entry, "");
}

// What is in a transfer: files, and the names of folders that this browser does not read.
export async function dropped(transfer) {
  // All of it is gone once this function waits for anything.
  const items = [...transfer.items].filter((one) => one.kind === "file");
  const given = items.map((item) => {
    const entry = item.webkitGetAsEntry?.();
    if (!entry?.isDirectory) return { file: item.getAsFile() };
    return { entry, handle: item.getAsFileSystemHandle?.() };
  });
  const found = [];
  const unread = [];
  for (const { file, entry, handle } of given) {
    if (file) found.push(...chosen([file]));
    else if (entry) {
      try {
        found.push(...(await folder(entry, handle)));
      } catch {
        unread.push(entry.name);
      }
    }
  }
  return { found, unread };
}

export function chosen(files) {
  return [...files]
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ path }) => !path.split("/").some((part) => SKIPPED.test(part)));
}
