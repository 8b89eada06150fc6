import { describe, expect, it } from 'vitest';
import {
  backupDigest,
  codeIn,
  newBackupCodes,
  newSecret,
  secretAddress,
  stepAt,
  stepOfCode,
} from '../src/org/one-time-code.ts';
import { maskedAddress } from '../src/org/places.ts';
import { sealerOf } from '../src/org/sealed-text.ts';

/** `12345678901234567890`, the secret of RFC 6238, appendix B. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('a code of half a minute', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at second %i is that of RFC 6238', (second, code) => {
    const step = stepAt(new Date(second * 1000).toISOString());
    expect(codeIn(secret, step)).toBe(code);
  });

  it('is taken a half minute early or late, once, and typed with blanks', () => {
    const now = '2026-04-10T02:00:00.000Z';
    const step = stepAt(now);
    const taken = (code: string, after = 0) => stepOfCode(secret, code, { now, after });
    expect(taken(codeIn(secret, step - 1))).toBe(step - 1);
    expect(taken(codeIn(secret, step + 1))).toBe(step + 1);
    expect(taken(codeIn(secret, step - 2))).toBeUndefined();
    expect(taken(codeIn(secret, step), step)).toBeUndefined();
    expect(taken(codeIn(secret, step).replace(/^.../, '$& '))).toBe(step);
    for (const odd of ['', '12345', '1234567', 'abcdef', '１２３４５６']) {
      expect(taken(odd)).toBeUndefined();
    }
  });
});

describe('secrets', () => {
  it('are new each time, and their address can be read by a telephone', () => {
    const made = newSecret();
    expect(made).toMatch(/^[A-Z2-7]{32}$/);
    expect(newSecret()).not.toBe(made);
    const address = new URL(secretAddress(made, 'zhou'));
    expect(decodeURIComponent(address.pathname)).toBe('/一根针:zhou');
    expect(address.searchParams.get('secret')).toBe(made);
    expect(address.searchParams.get('issuer')).toBe('一根针');
  });

  it('for the day the telephone is lost are ten, and count for one account', () => {
    const codes = newBackupCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[A-Z2-7]{4}-[A-Z2-7]{4}$/);
    const [code = ''] = codes;
    expect(backupDigest('a', code)).toBe(backupDigest('a', code.toLowerCase().replace('-', ' ')));
    expect(backupDigest('a', '0I8B-2345')).toBe(backupDigest('a', 'O1BB-2345'));
    expect(backupDigest('b', code)).not.toBe(backupDigest('a', code));
  });
});

describe('a sealed text', () => {
  it('opens with the same secret for the same purpose only, and not with a changed byte', () => {
    const sealed = sealerOf('a secret', 'one').seal('原文');
    expect(sealerOf('a secret', 'one').open(sealed)).toBe('原文');
    expect(sealerOf('a secret', 'two').open(sealed)).toBeUndefined();
    expect(sealerOf('another', 'one').open(sealed)).toBeUndefined();
    const bytes = Buffer.from(sealed, 'base64url');
    bytes[30] = (bytes[30] ?? 0) ^ 1;
    const changed = bytes.toString('base64url');
    expect(sealerOf('a secret', 'one').open(changed)).toBeUndefined();
    expect(sealerOf('a secret', 'one').open('x')).toBeUndefined();
  });
});

describe('an address', () => {
  it.each([
    ['10.2.3.77', '10.2.3.*'],
    ['::ffff:10.2.3.77', '10.2.3.*'],
    ['2408:8207:2450:1::9', '2408:8207:2450:*'],
    ['::1', ':*'],
    ['', ''],
  ])('%s stands as %s', (address, masked) => expect(maskedAddress(address)).toBe(masked));
});
