import * as nodeFs from 'node:fs';
import { Agent as PlainAgent } from 'node:http';
import { Agent as SafeAgent } from 'node:https';
import { extname } from 'node:path';
import type { Origin, OriginDocument } from '../../domain/origin.ts';
import { publicLookup, refusePrivate } from '../readers/public-addresses.ts';
import { documentName } from './document-name.ts';
import type { OriginHelp } from './origin-help.ts';
import { loadLoader, serviceProblem } from './origin-help.ts';

type S3Origin = Origin & { loader: 's3' };

/** The SDK is large: whoever has no bucket does without. */
const PACKAGES = ['@aws-sdk/client-s3@3.1175.0'];
/** Objects of one bucket that are looked at. */
const MOST_OBJECTS = 100_000;
/** Milliseconds without a word from the service. */
const SILENCE_MS = 60_000;

/**
 * Objects of a bucket that are in a format that is read: listed by the AWS SDK, fetched by LangChain's `S3Loader`.
 * @throws UnreadableReportError when the bucket cannot be listed; ConfigurationError without the SDK
 */
export async function s3Documents(origin: S3Origin, help: OriginHelp): Promise<OriginDocument[]> {
  const { ListObjectsV2Command, S3Client } = await loadLoader(() => import('@aws-sdk/client-s3'), PACKAGES);
  const config = clientConfig(origin, help);
  const client = new S3Client(config);
  const documents: OriginDocument[] = [];
  try {
    for (let token: string | undefined, isFirst = true; isFirst || token !== undefined; isFirst = false) {
      const { bucket: Bucket, prefix: Prefix } = origin;
      const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken: token }));
      for (const { Key: key = '', Size: size = 0, ETag: version = '' } of page.Contents ?? []) {
        const isRead = help.extensions.includes(extname(key).toLowerCase()) && size > 0 && size <= help.largest;
        if (isRead) documents.push({ ...objectOf(origin, key, config), version });
      }
      token = documents.length < MOST_OBJECTS ? page.NextContinuationToken : undefined;
    }
  } catch (cause) {
    throw serviceProblem(`s3://${origin.bucket}`, cause);
  } finally {
    client.destroy();
  }
  return documents;
}

type ClientConfig = ReturnType<typeof clientConfig>;

function objectOf(origin: S3Origin, key: string, config: ClientConfig): OriginDocument {
  const { bucket, name } = origin;
  const extension = extname(key).toLowerCase();
  const address = `s3://${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;
  return {
    id: key,
    address,
    async open() {
      try {
        const file = documentName(name, key.slice(0, key.length - extension.length), extension);
        return { file, bytes: await download(bucket, key, config) };
      } catch (cause) {
        throw serviceProblem(address, cause);
      }
    },
  };
}

/**
 * What the loader downloads is written nowhere, and no service takes it apart: our readers do, with pages and tables.
 * A key may hold `../`.
 */
async function download(bucket: string, key: string, s3Config: ClientConfig): Promise<Uint8Array> {
  const { S3Loader } = await import('@langchain/community/document_loaders/web/s3');
  const { UnstructuredLoader } = await import('@langchain/community/document_loaders/fs/unstructured');
  class Unread extends UnstructuredLoader {
    override load() {
      return Promise.resolve([]);
    }
  }
  let bytes: Uint8Array = new Uint8Array();
  const inMemory = {
    mkdtempSync: () => '/',
    mkdirSync: () => undefined,
    writeFileSync: (_path: string, data: Uint8Array) => void (bytes = Uint8Array.from(data)),
  };
  const fs = Object.assign({ ...nodeFs }, inMemory);
  const none = { unstructuredAPIURL: '', unstructuredAPIKey: '' };
  await new S3Loader({ bucket, key, s3Config, fs, UnstructuredLoader: Unread, ...none }).load();
  return bytes;
}

function clientConfig({ region, endpoint, keyIdFrom, secretKeyFrom }: S3Origin, { secret, allowPrivate }: OriginHelp) {
  if (endpoint !== undefined) refusePrivate(new URL(endpoint), allowPrivate);
  const looking = allowPrivate ? {} : { lookup: publicLookup };
  const keys = keyIdFrom !== undefined && secretKeyFrom !== undefined;
  return {
    region,
    // Services other than Amazon's know buckets by path.
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    ...(keys ? { credentials: { accessKeyId: secret(keyIdFrom), secretAccessKey: secret(secretKeyFrom) } } : {}),
    maxAttempts: 2,
    requestHandler: {
      httpAgent: new PlainAgent(looking),
      httpsAgent: new SafeAgent(looking),
      requestTimeout: SILENCE_MS,
    },
  };
}
