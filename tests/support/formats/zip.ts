import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** Parts shorter than this are not packed, in bytes. */
const SHORT = 200;

/** A packed file of parts; text is UTF-8. */
export function aZip(parts: Record<string, string | Uint8Array>): Uint8Array {
  const local: Buffer[] = [];
  const listed: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const whole = Buffer.from(content);
    const isPacked = whole.length >= SHORT;
    const packed = isPacked ? deflateRawSync(whole) : whole;
    const named = Buffer.from(name);
    // Version, flags, method, time and day, checksum, sizes, lengths of name and more: alike in both lists.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(isPacked ? 8 : 0, 4);
    shared.writeUInt32LE(crc32(whole), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(whole.length, 18);
    shared.writeUInt16LE(named.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    local.push(Buffer.from('PK\u0003\u0004'), shared, named, packed);
    listed.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), shared, place, named);
    at += 30 + named.length + packed.length;
  }
  const list = Buffer.concat(listed);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(parts).length, 4);
  end.writeUInt16LE(Object.keys(parts).length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, list, Buffer.from('PK\u0005\u0006'), end]);
}

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A list of relations: id, last word of the type, target. */
export function relations(list: readonly (readonly [string, string, string])[]): string {
  const items = list.map(([id, type, target]) => {
    const isOutside = /^[a-z]+:/u.test(target) ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"${isOutside}/>`;
  });
  return (
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}` +
    '</Relationships>'
  );
}

/** The title and day of writing of an office document. */
export function coreProperties(title: string, day = '2024-05-06'): string {
  return (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    `xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>${title}` +
    `</dc:title><dcterms:modified>${day}T08:00:00Z</dcterms:modified></cp:coreProperties>`
  );
}

/** The parts of a packed file as `aZip` makes it; none of another file. */
export function partsOf(bytes: Uint8Array): Record<string, Uint8Array> {
  const whole = Buffer.from(bytes);
  const parts: Record<string, Uint8Array> = {};
  for (let at = 0; whole.subarray(at, at + 4).toString() === 'PK\u0003\u0004';) {
    const [size, length] = [whole.readUInt32LE(at + 18), whole.readUInt16LE(at + 26)];
    const from = at + 30 + length;
    const packed = whole.subarray(from, from + size);
    parts[whole.subarray(at + 30, from).toString()] =
      whole.readUInt16LE(at + 8) === 8 ? inflateRawSync(packed) : packed;
    at = from + size;
  }
  return parts;
}
