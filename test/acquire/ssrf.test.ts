import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { isPrivateAddress } from '../../src/acquire/private-network.ts';
import { PATIENCE } from '../support/patience.ts';
import { HOSTILE } from './support/hostile.ts';
import type { Probed } from './support/ssrf-probe.ts';

const PROBE = fileURLToPath(new URL('support/ssrf-probe.ts', import.meta.url));
const NAMESPACES = [
  ['-n'],
  // An ordinary user may have a user namespace.
  ['-r', '-n'],
];
// What the probe does first, with both families of addresses: some machines have no IPv6, or let no addresses be given.
const GIVE_ADDRESSES =
  'ip link set lo up && ip addr add 10.0.0.1/32 dev lo && ip addr add 2001:db8::1/128 dev lo';
const namespace = NAMESPACES.find(
  (flags) => spawnSync('unshare', [...flags, 'sh', '-c', GIVE_ADDRESSES]).status === 0,
);
if (namespace === undefined)
  console.warn(
    'SKIPPED, LOUDLY: no network namespace with addresses of both families can be made here (unshare, ip), so nothing is proved about SSRF',
  );

type Proof = Readonly<Record<'guarded' | 'guardedWithoutRobots' | 'open' | 'public', readonly Probed[]>>;

describe.skipIf(namespace === undefined)('in a network namespace, with servers that count', () => {
  let proof: Proof;

  beforeAll(() => {
    const args = [...(namespace ?? []), process.execPath, '--import', 'tsx', PROBE];
    // A proxy of the environment would look names up elsewhere; it must not be used.
    const proxy = 'http://127.0.0.1:80';
    const env = {
      ...process.env,
      HTTP_PROXY: proxy,
      HTTPS_PROXY: proxy,
      http_proxy: proxy,
      https_proxy: proxy,
      ALL_PROXY: proxy,
      NODE_USE_ENV_PROXY: '1',
    };
    const { status, stdout, stderr } = spawnSync('unshare', args, {
      encoding: 'utf8',
      env,
      timeout: 3 * PATIENCE,
    });
    if (status !== 0) throw new Error(`the probe failed (${status}): ${stderr}`);
    proof = JSON.parse(stdout) as Proof;
  }, 4 * PATIENCE);

  test.each(['guarded', 'guardedWithoutRobots'] as const)(
    '%s: no server inside is ever connected to',
    (run) => {
      expect(proof[run].length).toBe(HOSTILE.length);
      expect(proof[run].filter(({ inside }) => inside > 0)).toEqual([]);
    },
  );

  test('without the guard the same addresses are got through with, so the guard is what stops them', () => {
    const reaching = HOSTILE.filter(([, reaches]) => reaches).map(([address]) => address);
    const reached = proof.open.filter(({ inside }) => inside > 0).map(({ address }) => address);
    expect(reaching.filter((address) => !reached.includes(address))).toEqual([]);
  });

  test('what is public is fetched, so that not all is refused', () => {
    for (const probed of proof.public) {
      expect(probed).toMatchObject({ code: 'fetched', inside: 0 });
      expect(probed.public).toBeGreaterThan(0);
    }
    // A name that changes its mind between robots.txt and page, and a redirect, were met by the guard only there.
    for (const address of ['http://rebinding.example/', 'http://robots-trap.example/'])
      expect(proof.guarded.find((probed) => probed.address === address)?.public).toBeGreaterThan(0);
  });
});

describe('isPrivateAddress', () => {
  test.each([
    ['127.0.0.1', true],
    ['10.1.2.3', true],
    ['172.31.0.1', true],
    ['172.32.0.1', false],
    ['192.168.1.1', true],
    ['192.88.99.1', true],
    ['169.254.169.254', true],
    ['100.64.0.1', true],
    ['0.0.0.0', true],
    ['224.0.0.1', true],
    ['255.255.255.255', true],
    ['8.8.8.8', false],
    ['::1', true],
    ['::', true],
    ['::127.0.0.1', true],
    ['::ffff:127.0.0.1', true],
    ['::ffff:8.8.8.8', true],
    ['64:ff9b::7f00:1', true],
    ['64:ff9b::808:808', true],
    ['64:ff9b:1::1', true],
    ['fe80::1%eth0', true],
    ['fec0::1', true],
    ['fd00::1', true],
    ['ff02::1', true],
    ['100::1', true],
    ['1fff::1', true],
    ['2000::1', false],
    ['2001::1', true],
    ['2001:1ff::1', true],
    ['2001:200::1', false],
    ['2001:db8::1', true],
    ['2002:7f00:1::', true],
    ['2002:808:808::', true],
    ['2606:4700::1111', false],
    ['3ffe::1', false],
    ['3fff::1', true],
    ['3fff:1000::1', false],
    ['4000::1', true],
    ['5f00::1', true],
    ['harbour.example', true],
    ['', true],
  ])('%s: %s', (address, isPrivate) => {
    expect(isPrivateAddress(address)).toBe(isPrivate);
  });
});
