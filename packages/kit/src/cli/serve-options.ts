/** What the command line and the environment say. */
import { parseArgs } from 'node:util';
import { CommandError } from './command-error.ts';

export interface ServeOptions {
  readonly demo: boolean;
  readonly port: number;
  readonly host: string | undefined;
  readonly data: string;
  readonly zone: string;
  readonly preset: string;
  readonly origins: readonly string[];
  readonly trustedProxies: number;
  readonly https: boolean;
  readonly rateLimits: boolean;
  readonly logLevel: string;
  readonly databaseUrl: string | undefined;
  readonly jwt: {
    readonly issuer: string;
    readonly audience: string;
    readonly jwksUrl: string;
    readonly algorithms: readonly string[];
    readonly cookie?: string;
  } | null;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

export function readServeOptions(args: readonly string[], environment: NodeJS.ProcessEnv): ServeOptions {
  const values = parse(args);
  const preset = values.preset ?? 'chongming';
  const logLevel = values.log ?? 'info';
  if (!logLevels.includes(logLevel))
    throw new CommandError(
      `日志级别只能是 ${logLevels.join('、')}。`,
      `The log level must be one of ${logLevels.join(', ')}.`,
    );
  return {
    demo: values.demo === true,
    port: wholeNumber('--port', values.port ?? '5180', 65_535),
    host: values.host,
    data: values.data ?? '.zs-data',
    zone: values.zone ?? preset,
    preset,
    origins: values.origin ?? [],
    trustedProxies: wholeNumber('--trusted-proxies', values['trusted-proxies'] ?? '0', 10),
    https: values.https === true,
    rateLimits: values['no-rate-limits'] !== true,
    logLevel,
    databaseUrl: environment.DATABASE_URL === '' ? undefined : environment.DATABASE_URL,
    jwt: jwtOf(environment),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        demo: { type: 'boolean' },
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        zone: { type: 'string' },
        preset: { type: 'string' },
        origin: { type: 'string', multiple: true },
        'trusted-proxies': { type: 'string' },
        https: { type: 'boolean' },
        'no-rate-limits': { type: 'boolean' },
        log: { type: 'string' },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`参数不对，请用 zs help 查看用法。`, `${reason} See "zs help".`);
  }
}

function wholeNumber(name: string, text: string, most: number): number {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value <= most))
    throw new CommandError(`${name} 应为 0 到 ${most} 的整数。`, `${name} must be a whole number from 0 to ${most}.`);
  return value;
}

function jwtOf(environment: NodeJS.ProcessEnv): ServeOptions['jwt'] {
  const { ZS_JWT_ISSUER, ZS_JWT_AUDIENCE, ZS_JWT_JWKS_URL, ZS_JWT_ALGORITHMS, ZS_JWT_COOKIE } = environment;
  const needed = [ZS_JWT_ISSUER, ZS_JWT_AUDIENCE, ZS_JWT_JWKS_URL];
  if (needed.every((value) => value === undefined)) return null;
  if (!ZS_JWT_ISSUER || !ZS_JWT_AUDIENCE || !ZS_JWT_JWKS_URL)
    throw new CommandError(
      'ZS_JWT_ISSUER、ZS_JWT_AUDIENCE、ZS_JWT_JWKS_URL 要一起设置。',
      'ZS_JWT_ISSUER, ZS_JWT_AUDIENCE and ZS_JWT_JWKS_URL belong together.',
    );
  return {
    issuer: ZS_JWT_ISSUER,
    audience: ZS_JWT_AUDIENCE,
    jwksUrl: ZS_JWT_JWKS_URL,
    algorithms: (ZS_JWT_ALGORITHMS ?? 'RS256').split(',').map((name) => name.trim()),
    ...(ZS_JWT_COOKIE === undefined ? {} : { cookie: ZS_JWT_COOKIE }),
  };
}
