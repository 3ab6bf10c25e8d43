/** One line of progress, in French, on the error stream: the standard output belongs to results. */
export function say(message) {
  process.stderr.write(`› ${message}\n`);
}

/** An error whose sentence is enough: the entry scripts print it without a stack. */
export class ScriptError extends Error {}

/** Runs an entry script; on failure prints the sentence (the stack too when it is a bug) and exits 1. */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof ScriptError ? `✗ ${error.message}` : error);
    process.exitCode = 1;
  }
}
