import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { workspaceConfig } from '../../src/wiring/workspace-config.ts';

const SEVERAL = {
  INDEX_DIR: '/index',
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'secret',
  SLACK_SIGNING_SECRET: 'signing',
  BASE_URL: 'https://footnote.example/',
  TOKEN_KEY: 'k'.repeat(32),
  LINK_SECRET: 's'.repeat(32),
};

describe('the settings of a library for each workspace', () => {
  it('are for several workspaces only', () => {
    expect(() =>
      parseConfig({ LIBRARY: 'per-workspace', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }),
    ).toThrow('LIBRARY=per-workspace is for several workspaces (SLACK_CLIENT_ID)');
    expect(() => workspaceConfig(parseConfig(SEVERAL), 'T1')).toThrow(
      'All workspaces have one library. LIBRARY=per-workspace gives each its own.',
    );
  });

  it('say of every id of Slack which workspace it is of', () => {
    const settings = {
      ...SEVERAL,
      LIBRARY: 'per-workspace',
      EDITORS: 'Ada, U0123ABCD',
      LIBRARIANS: 'T0456EFGH/U0123ABCD S0123ABCD',
      ANNOUNCE_IN: 'C0123ABCD',
    };
    const named = (name: string, id: string) =>
      `  - ${name}: ${id} needs its workspace before it (T0456EFGH/${id}), because of LIBRARY=per-workspace`;
    expect(() => parseConfig(settings)).toThrow(
      [named('EDITORS', 'U0123ABCD'), named('LIBRARIANS', 'S0123ABCD'), named('ANNOUNCE_IN', 'C0123ABCD')].join('\n'),
    );
  });

  it('give each its folder, its pages, its editors and its secret', () => {
    const config = parseConfig({ ...SEVERAL, LIBRARY: 'per-workspace', EDITORS: 'Ada, T1/U1, T1/Bob, T2/U2' });
    const [first, second] = [workspaceConfig(config, 'T1'), workspaceConfig(config, 'T2')];
    expect([first.indexDirectory, first.baseUrl, first.editors, first.webAccess]).toEqual([
      '/index/workspaces/T1',
      'https://footnote.example/w/T1',
      ['U1', 'Bob'],
      'links',
    ]);
    expect(new Set([config.linkSecret, first.linkSecret, second.linkSecret]).size).toBe(3);
  });

  it('take no name for a folder elsewhere', () => {
    const config = parseConfig({ ...SEVERAL, LIBRARY: 'per-workspace' });
    for (const team of ['', '..', 'T1/../T2', 'T1 ', 't1'])
      expect(() => workspaceConfig(config, team)).toThrow('is no id of a Slack workspace');
  });
});
