// One sprite from the names in src/icons.txt. A name that the package does not know stops the build.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const symbol = (modules, name) => {
  const filled = name.endsWith('-filled');
  const file = join(modules, '@tabler/icons/icons', filled ? 'filled' : 'outline', `${filled ? name.slice(0, -7) : name}.svg`);
  if (!existsSync(file)) throw new Error(`src/icons.txt: no such icon: ${name}`);
  const inner = readFileSync(file, 'utf8')
    .replace(/<!--[^]*?-->/g, '')
    .replace(/^[^]*?<svg[^>]*>|<\/svg>\s*$/g, '')
    .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*\/>/, '')
    .replace(/\s*\n\s*/g, '');
  const paint = filled
    ? 'fill="currentColor"'
    : 'fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"';
  return `<symbol id="${name}" viewBox="0 0 24 24"><g ${paint}>${inner}</g></symbol>`;
};

export const iconNames = (list) => readFileSync(list, 'utf8').split('\n').map((line) => line.trim()).filter(Boolean);

export const sprite = (modules, names) =>
  `<svg xmlns="http://www.w3.org/2000/svg">${names.map((name) => symbol(modules, name)).join('')}</svg>`;
