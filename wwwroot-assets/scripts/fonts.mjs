// The packages' own @font-face rules, woff2 only, with the files under hashed names.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keep } from './hashed.mjs';

const weights = [400, 600, 700];

const faces = (modules, out, family, weight, subsets) => {
  const dir = join(modules, '@fontsource', family);
  return readFileSync(join(dir, `${weight}.css`), 'utf8')
    .split('@font-face').slice(1)
    .map((block) => `@font-face${block.replace(/\/\*[^]*?\*\//g, '').trimEnd()}`)
    .filter((block) => subsets.some((subset) => block.includes(`-${subset}-${weight}-normal`)))
    .map((block) => block.replace(/url\(\.\/files\/([^)]+\.woff2)\) format\('woff2'\)[^;]*;/,
      (_, file) => `url(${keep(out, join(dir, 'files', file))}) format('woff2');`))
    .join('');
};

/** Style rules for the text face and for the ten borrowed digits. */
export const fonts = (modules, out) => {
  const text = weights.map((w) => faces(modules, out, 'be-vietnam-pro', w, ['vietnamese', 'latin-ext', 'latin'])).join('');
  // Be Vietnam Pro has proportional digits and no tabular feature, so columns of figures borrow ten digits.
  const figures = weights.map((w) => faces(modules, out, 'hanken-grotesk', w, ['latin'])).join('')
    .replace(/font-family: '[^']+'/g, "font-family: 'WB Figures'")
    .replace(/unicode-range: [^;]+;/g, 'unicode-range: U+0030-0039;size-adjust: 106%;');
  return (text + figures).replace(/\s*\n\s*/g, '');
};
