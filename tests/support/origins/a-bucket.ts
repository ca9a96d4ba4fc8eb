import type { RequestListener } from 'node:http';

/** A service that speaks as much of S3 as is needed to list a bucket, two keys a page, and to fetch from it. */
export function aBucket(bucket: string, objects: Map<string, Uint8Array>): RequestListener {
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://service');
    const path = decodeURIComponent(url.pathname).replace(/^\//u, '');
    if (request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/') !== true)
      return void response.writeHead(403, XML).end(errorOf('InvalidAccessKeyId'));
    if (url.searchParams.get('list-type') === '2' && path.replace(/\/$/u, '') === bucket)
      return void response.writeHead(200, XML).end(pageOf(bucket, objects, url.searchParams));
    const object = objects.get(path.slice(bucket.length + 1));
    if (!object) return void response.writeHead(404, XML).end(errorOf('NoSuchKey'));
    return void response.writeHead(200, { 'Content-Length': object.length, ETag: `"${object.length}"` }).end(object);
  };
}

const XML = { 'Content-Type': 'application/xml' };
const KEYS_PER_PAGE = 2;

function pageOf(bucket: string, objects: Map<string, Uint8Array>, asked: URLSearchParams): string {
  const from = Number(asked.get('continuation-token') ?? 0);
  const all = [...objects].filter(([key]) => key.startsWith(asked.get('prefix') ?? ''));
  const contents = all
    .slice(from, from + KEYS_PER_PAGE)
    .map(([key, { length }]) => `<Contents><Key>${key}</Key><Size>${length}</Size><ETag>"${length}"</ETag></Contents>`);
  const next = from + KEYS_PER_PAGE;
  const token = next < all.length ? `<NextContinuationToken>${next}</NextContinuationToken>` : '';
  return (
    `<?xml version="1.0"?><ListBucketResult><Name>${bucket}</Name><IsTruncated>${token !== ''}</IsTruncated>` +
    `${token}${contents.join('')}</ListBucketResult>`
  );
}

function errorOf(code: string): string {
  return `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
}
