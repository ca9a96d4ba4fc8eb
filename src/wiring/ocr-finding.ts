import { findTesseract } from '../adapters/readers/tesseract.ts';
import type { OcrConfig } from '../reading-config.ts';
import type { Finding } from '../domain/finding.ts';

/** Whether pictures of pages can be read. */
export async function ocrFinding(ocr: OcrConfig | undefined): Promise<Finding[]> {
  if (!ocr) return [{ part: 'ocr', state: 'off', detail: 'OCR=off: pictures of pages are not read' }];
  const tesseract = await findTesseract(ocr);
  if (!tesseract)
    return [
      {
        part: 'ocr',
        state: 'off',
        detail: `no Tesseract with ${ocr.languages.join(' or ')}: pictures of pages are not read, and listed as such`,
        advice: 'Debian: apt-get install tesseract-ocr tesseract-ocr-chi-sim',
      },
    ];
  const { version, languages, missing } = tesseract;
  const lacks = missing.length > 0 ? `; not installed: ${missing.join(', ')}` : '';
  return [
    { part: 'ocr', state: 'fine', detail: `${version} reads pictures of pages in ${languages.join(', ')}${lacks}` },
  ];
}
