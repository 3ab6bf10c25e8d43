import { spawn } from 'node:child_process';
import { ScriptError } from './console.mjs';
import { ROOT } from './root.mjs';

/** True while a process with this pid exists, whoever owns it. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

export function wait(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Runs a command to its end; resolves to `{ code, output }`, both streams mixed. Never rejects on a failure code. */
export function capture(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a command to its end; on a failure code, throws `failure` followed by what the command printed. */
export async function mustRun(command, args, failure, options = {}) {
  const { code, output } = await capture(command, args, options);
  if (code !== 0) {
    throw new ScriptError(`${failure}\n${output.trim()}`);
  }
  return output;
}
