import { strToU8, zipSync } from 'fflate';

/** A packed file of parts; text is UTF-8. */
export function aZip(parts: Record<string, string | Uint8Array>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A list of relations: id, last word of the type, target. */
export function relations(list: readonly (readonly [string, string, string])[]): string {
  const items = list.map(([id, type, target]) => {
    const isOutside = /^[a-z]+:/u.test(target) ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"${isOutside}/>`;
  });
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

/** The title and day of writing of an office document. */
export function coreProperties(title: string, day = '2024-05-06'): string {
  return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>${title}</dc:title><dcterms:modified>${day}T08:00:00Z</dcterms:modified></cp:coreProperties>`;
}
