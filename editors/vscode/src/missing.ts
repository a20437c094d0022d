import { version } from "../package.json";
import { LACKS_SERVER, type Trial } from "./trial";

/** The file of the release that holds reslint; it is in no index, so that its name alone installs nothing. */
const WHEEL = `reslint-${version}-py3-none-any.whl`;
const SERVER = "pygls>=2,<3";

/** What a user is told when reslint cannot be run: what is wrong, and the command that puts it right. */
export interface Advice {
  readonly text: string;
  readonly command: string;
}

export function advise(trials: readonly Trial[]): Advice {
  const set = trials.find((trial) => trial.program.set);
  const lacking = trials.find((trial) => trial.outcome === "cannot serve");
  const target = lacking ?? trials.find((trial) => trial.outcome === "no reslint");
  const part = lacking?.reason.endsWith(LACKS_SERVER) === true;
  const command = installCommand(target?.program.interpreter, part ? SERVER : `${WHEEL}[server]`);
  const then = `${part ? "" : `in the folder of ${WHEEL} `}run ${command}, then “reslint: Restart server”`;
  if (set !== undefined) {
    const wrong = `${set.program.from} names ${set.program.command}, but ${reasonOf(set)}`;
    return { text: set.outcome === "cannot run" ? `${wrong}; correct the setting` : `${wrong}; ${then}`, command };
  }
  if (lacking !== undefined) {
    return { text: `reslint cannot help here yet: ${reasonOf(lacking)} (${lacking.program.command}); ${then}`, command };
  }
  if (target !== undefined) return { text: `reslint is not installed; ${then}`, command };
  return { text: `reslint is not installed, and no Python 3.11 or newer was found; install Python, ${then}`, command };
}

export function reasonOf(trial: Trial): string {
  return trial.outcome === "serves" ? `it serves reslint ${trial.version}` : trial.reason;
}

/** Quotes are those that the usual shells of this machine take. */
function installCommand(interpreter: string | undefined, what: string): string {
  const windows = process.platform === "win32";
  const quoted = (text: string): string => (windows ? `"${text}"` : `'${text.replaceAll("'", "'\\''")}'`);
  const pip = `pip install ${quoted(what)}`;
  if (interpreter === undefined) return pip;
  const plain = /^[\w./:\\-]+$/.test(interpreter);
  return `${plain ? interpreter : `${windows ? "& " : ""}${quoted(interpreter)}`} -m ${pip}`;
}
