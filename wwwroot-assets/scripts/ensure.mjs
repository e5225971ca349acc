// What the .NET build calls: brings the packages when they are missing or the lock file changed, then builds dist/.
// Works alone in its folder: a second build at the same time waits for the first and finds its work done.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...parts) => join(root, ...parts);
const fail = (sentence) => { console.error(`error WBASSETS: ${sentence}`); process.exit(1); };
const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null);

if (Number(process.versions.node.split('.')[0]) < 20) fail(`Node.js 20 or newer is needed to build the browser assets; this is ${process.versions.node}.`);

// --- one at a time: a folder is made by exactly one process. A lock whose owner is gone is taken over.
const lock = at('.building');
const alive = (pid) => { try { process.kill(pid, 0); return true; } catch (e) { return e.code === 'EPERM'; } };
for (let waited = 0; ; waited += 200) {
  try { mkdirSync(lock); writeFileSync(join(lock, 'pid'), String(process.pid)); break; } catch (e) { if (e.code !== 'EEXIST') throw e; }
  const pid = Number(read(join(lock, 'pid')));
  const age = existsSync(lock) ? Date.now() - statSync(lock).mtimeMs : 0;
  if (pid ? !alive(pid) : age > 5000) { rmSync(lock, { recursive: true, force: true }); continue; }
  if (waited > 600_000) fail('another build of the browser assets has held its lock for ten minutes (wwwroot-assets/.building).');
  sleep(200);
}
process.on('exit', () => rmSync(lock, { recursive: true, force: true }));

const run = (command, args) => spawnSync(command, args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 64 * 1024 * 1024 });
const hash = (files) => files.reduce((sum, file) => sum.update(relative(root, file)).update(readFileSync(file)), createHash('sha256')).digest('hex');
const tree = (folder) => readdirSync(folder, { withFileTypes: true, recursive: true }).filter((e) => e.isFile()).map((e) => join(e.parentPath ?? e.path, e.name)).sort();

// --- packages
const wanted = hash([at('package.json'), at('package-lock.json')]);
const stamp = at('node_modules/.wb-lock');
if (read(stamp) !== wanted) {
  console.log('assets: npm ci');
  const npm = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (npm.error?.code === 'ENOENT') fail('npm is not on the PATH; install Node.js 20 or newer to build the browser assets.');
  if (npm.status !== 0) fail(`npm ci failed in wwwroot-assets: ${`${npm.stderr}${npm.stdout}`.trim().split('\n').slice(0, 6).join(' | ')}`);
  writeFileSync(stamp, wanted);
}

// --- dist, written aside and swapped in, so that nobody copies a half-written folder
const source = hash([...tree(at('src')), ...tree(at('scripts')), at('package.json'), at('package-lock.json')]);
const built = at('dist/.source');
if (read(built) !== source) {
  const aside = at('.dist-new');
  const build = run(process.execPath, [at('scripts/build.mjs'), aside]);
  if (build.status !== 0) fail(`the browser assets do not build: ${`${build.stderr}${build.stdout}`.trim().split('\n').slice(0, 12).join(' | ')}`);
  process.stdout.write(build.stdout);
  writeFileSync(join(aside, '.source'), source);
  rmSync(at('dist'), { recursive: true, force: true });
  renameSync(aside, at('dist'));
} else {
  writeFileSync(built, source); // a newer time stamp: the caller compares times
}
