// Many files as one: how long the list is, in four bytes; the list of their paths and lengths; then what is in them.
export function unbundled(buffer) {
  let at = 4 + new DataView(buffer).getUint32(0, true);
  const list = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, at - 4)));
  return list.map(([path, length]) => {
    at += length;
    return [path, new Uint8Array(buffer, at - length, length)];
  });
}

// Puts files into the file system of a runtime, which keeps these bytes.
export function put(FS, files) {
  const folders = new Set(files.map(([path]) => path.slice(0, path.lastIndexOf("/"))));
  for (const folder of folders) FS.mkdirTree(folder);
  for (const [path, bytes] of files) FS.writeFile(path, bytes, { canOwn: true });
}

// The desk, once the program is there.
export function deskIn(python) {
  python.runPython("import sys; '/program' in sys.path or sys.path.insert(0, '/program')");
  return python.pyimport("page.parts.desk");
}
