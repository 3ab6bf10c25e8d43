import fs from 'node:fs';
import path from 'node:path';
import { isAlive, wait } from './process.mjs';

/** Runs `work` alone among all processes that use the same lock file. A holder that died is ignored. */
export async function withLock(file, work) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  while (!tryTake(file)) {
    await wait(100);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

function tryTake(file) {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw error;
    }
    removeIfAbandoned(file);
    return false;
  }
}

/** Moves the file aside before deleting it, so that two processes cannot both remove the lock of a third. */
function removeIfAbandoned(file) {
  const holder = readHolder(file);
  if (holder === null || isAlive(holder)) {
    return;
  }
  const aside = `${file}.${process.pid}`;
  try {
    fs.renameSync(file, aside);
    if (readHolder(aside) !== holder) {
      fs.linkSync(aside, file);
    }
    fs.rmSync(aside, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') {
      throw error;
    }
  }
}

/** The pid in the file; null when it is gone or being written. */
function readHolder(file) {
  try {
    return Number.parseInt(fs.readFileSync(file, 'utf8'), 10) || null;
  } catch {
    return null;
  }
}
