// Bundles the extension with what it is built on, or the tests: `node esbuild.mjs extension|tests`.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const shared = { bundle: true, platform: "node", target: "node20", format: "cjs", external: ["vscode"], logLevel: "warning" };

/** The licences of the packages that are inside the bundle ask to be handed on with it. */
function notices(inputs) {
  const folders = Object.keys(inputs).map((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]);
  return [...new Set(folders.filter(Boolean))].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${folder}: there is no licence to hand on`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  }).join("\n----\n\n");
}

async function buildExtension() {
  const { metafile } = await build({ ...shared, entryPoints: ["src/extension.ts"], outfile: "dist/extension.js", minify: true, metafile: true });
  writeFileSync("dist/NOTICES.txt", notices(metafile.inputs));
}

async function buildTests() {
  const entryPoints = readdirSync("tests").filter((name) => name.endsWith(".test.ts")).map((name) => join("tests", name));
  await build({ ...shared, entryPoints, outdir: "build/tests", outExtension: { ".js": ".cjs" }, sourcemap: "inline" });
}

await { extension: buildExtension, tests: buildTests }[process.argv[2]]();
