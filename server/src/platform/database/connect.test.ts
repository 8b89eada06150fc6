import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { useProgram } from '../../../test/kit/rooms.ts';
import { connectApp } from './connect.ts';

const kit = useProgram();

async function asOwner(statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: kit().ownerUrl });
  await client.connect();
  try {
    await client.query(statements);
  } finally {
    await client.end();
  }
}

describe('the role of the program', () => {
  it('is refused where it sees all towns, or may become one that does', async () => {
    const { ownerUrl } = kit();
    await expect(connectApp({ ownerUrl, appUrl: ownerUrl })).rejects.toThrow('看得见所有乡镇');
    const name = `plain_${randomBytes(4).toString('hex')}`;
    const appUrl = Object.assign(new URL(ownerUrl), { username: name, password: name }).href;
    await asOwner(`create role ${name} login password '${name}'`);
    await asOwner(`create role ${name}_mighty bypassrls`);
    try {
      const plain = await connectApp({ ownerUrl, appUrl });
      await plain.close();
      await asOwner(`grant ${name}_mighty to ${name}`);
      await expect(connectApp({ ownerUrl, appUrl })).rejects.toThrow(name);
    } finally {
      await asOwner(`drop role ${name}; drop role ${name}_mighty`);
    }
  });
});
