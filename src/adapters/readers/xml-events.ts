import { Parser } from 'htmlparser2';
import { UnreadableReportError } from '../../domain/errors.ts';
import { FILE_LIMITS } from '../../domain/file-limits.ts';
import { localName } from './markup.ts';

/** What is called while a part is read from its start to its end. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(data: string): void;
  close(name: string): void;
}

/** Bytes that are parsed at once. */
const STEP = 256 * 1024;

/** Reads a part of XML that may be too large for a tree; names come in lower case without their prefix. */
export function readXmlEvents(file: string, bytes: Uint8Array, handlers: XmlHandlers): void {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > FILE_LIMITS.nesting)
          throw new UnreadableReportError(`${file}: has elements within each other without end; save it anew.`);
        handlers.open(localName(name), attributes);
      },
      ontext: handlers.text,
      onclosetag(name) {
        depth -= 1;
        handlers.close(localName(name));
      },
    },
    { xmlMode: true },
  );
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const decoder = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8');
  for (let at = 0; at < bytes.length; at += STEP)
    parser.write(decoder.decode(bytes.subarray(at, at + STEP), { stream: true }));
  parser.end(decoder.decode());
}
