/** The host portal's sign-in, for as many enterprises as a test needs: signs tokens, publishes its key set. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { usccCheckCharacter } from '@zhaoshang/kernel/uscc.ts';
import { zone } from './demo-server.ts';

export interface IdentityProvider {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  /** What `zs serve` reads. */
  readonly environment: Readonly<Record<string, string>>;
  /** Authorization header of the enterprise with this number. */
  enterprise(number: number): Readonly<Record<string, string>>;
  /** Authorization header of staff. */
  staff(role: string, department?: string): Readonly<Record<string, string>>;
  /** Authorization header of a specialist of the preset, by id: `sp-010`. */
  specialist(id: string): Readonly<Record<string, string>>;
  close(): void;
}

/** A fictional 统一社会信用代码 with a right check character; `number` 0…99,999. */
export function exampleUscc(number: number): string {
  const body = `91310151MTX${String(number).padStart(6, '0')}`;
  return body + (usccCheckCharacter(body) as string);
}

export async function startIdentityProvider(): Promise<IdentityProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const keySet = JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'test', alg: 'ES256' }] });
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(keySet);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = 'https://portal.example.gov.cn';
  const audience = 'zhaoshang';
  const jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const bearer = (claims: Record<string, unknown>): { Authorization: string } => {
    const content = `${part({ alg: 'ES256', kid: 'test' })}.${part({
      iss: issuer,
      aud: audience,
      zone,
      exp: Math.floor(Date.now() / 1000) + 3600,
      ...claims,
    })}`;
    const signature = sign('sha256', Buffer.from(content), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    return { Authorization: `Bearer ${content}.${signature.toString('base64url')}` };
  };
  return {
    issuer,
    audience,
    jwksUrl,
    environment: {
      ZS_JWT_ISSUER: issuer,
      ZS_JWT_AUDIENCE: audience,
      ZS_JWT_JWKS_URL: jwksUrl,
      ZS_JWT_ALGORITHMS: 'ES256',
    },
    enterprise: (number) =>
      bearer({
        sub: `acc-${number}`,
        name: `第${number}家`,
        roles: ['enterprise'],
        enterprise: { uscc: exampleUscc(number), name: `示例企业${number}` },
      }),
    staff: (role, department) =>
      bearer({ sub: `${role}-1`, name: role, roles: [role], ...(department === undefined ? {} : { department }) }),
    specialist: (id) => bearer({ sub: `specialist:${id}`, name: id, roles: ['specialist'], department: 'economy' }),
    close: () => server.close(),
  };
}
