// Files that a style sheet names. Their own name carries a hash of the content, so they may be kept for a year.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

/** Copies a file to assets/hashed under a name with its hash; answers the address as seen from assets/css. */
export const keep = (out, file) => {
  const bytes = readFileSync(file);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const name = `${basename(file, extname(file))}.${hash}${extname(file)}`;
  mkdirSync(join(out, 'assets/hashed'), { recursive: true });
  writeFileSync(join(out, 'assets/hashed', name), bytes);
  return `../hashed/${name}`;
};
