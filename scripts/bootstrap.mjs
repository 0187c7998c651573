// Plain Node without dependencies: brings a fresh clone to the point where TypeScript runs.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const OLDEST = [20, 19];

/**
 * Installs what is missing, then runs the TypeScript file `script` (relative to the root) with the
 * arguments of this process, and ends with its exit code.
 */
export function runScript(script) {
  checkNode();
  process.chdir(ROOT);
  if (!isInstalled()) {
    say('Installing the packages that package-lock.json names (npm ci --ignore-scripts) …');
    npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  const wxt = path.join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  run(process.execPath, [wxt, 'prepare'], 'wxt prepare', 'pipe');
  const child = spawnSync(process.execPath, ['--import', 'tsx', script, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  if (child.error) fail(`${script} did not start: ${child.error.message}`);
  process.exit(child.status ?? 1);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  fail(`Node ${OLDEST.join('.')} or newer is needed; this is ${process.versions.node}.`);
}

/**
 * Whether node_modules holds every package of the lock file at its version. npm writes what it
 * installed into node_modules/.package-lock.json; optional packages may be missing, as those of other
 * systems are.
 */
function isInstalled() {
  const installedList = path.join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(installedList)) return false;
  const wanted = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedList, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([name, { version, optional, devOptional, peer }]) =>
      name === '' ||
      installed[name]?.version === version ||
      ((optional || devOptional || peer) && installed[name] === undefined),
  );
}

function npm(args) {
  // npm names the script that runs it; without npm (`node scripts/start.mjs`) it is on the search path.
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], 'npm ci', 'inherit');
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  return run(command, args, 'npm ci', 'inherit', process.platform === 'win32');
}

function run(command, args, name, output, shell = false) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    stdio: ['ignore', output, output],
    encoding: 'utf8',
    shell,
  });
  if (status === 0) return;
  if (output === 'pipe') process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
  fail(`${name} failed${error ? `: ${error.message}` : ''}. Is the npm registry in reach?`);
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

function fail(reason) {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
