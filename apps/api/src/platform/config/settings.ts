import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

const flag = z.enum(['0', '1']).transform((value) => value === '1');
const url = (protocols: readonly string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `must be a URL that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
  });

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** Every setting an operator can give, and nothing else; docs/operating.md mirrors this list. */
const Environment = z.object({
  PORT: z.coerce
    .number({ error: 'must be a port number' })
    .int()
    .min(1, 'must be at least 1')
    .max(65535, 'must be at most 65535')
    .default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z.string().default('Baraza <baraza@localhost>'),
  BARAZA_DEMO: flag.default(true),
  DEMO_PASSWORD: z.string().min(10, 'must have at least 10 characters').default('baraza-demo'),
  BASE_URL: url(['http:', 'https:']).optional(),
  SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  TRUST_PROXY: flag.default(false),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  WORKERS: z.coerce.number().int().min(0).max(50).default(4),
  RATE_LIMITS: flag.default(true),
  FILES_S3_ENDPOINT: url(['http:', 'https:']).optional(),
  FILES_S3_BUCKET: z.string().optional(),
  FILES_S3_REGION: z.string().default('us-east-1'),
  FILES_S3_KEY: z.string().optional(),
  FILES_S3_SECRET: z.string().optional(),
  FILES_S3_PATH_STYLE: flag.default(true),
  SCREENING_URL: url(['http:', 'https:']).optional(),
  DESK_TIME_ZONE: z.string().refine(isZone, { error: 'must be a time zone, such as Africa/Nairobi' }).default('UTC'),
});

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Undefined: an embedded PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly demo: boolean;
  readonly demoPassword: string;
  /** Where members reach this server; links in mails begin with it. No slash at the end. */
  readonly baseUrl: string;
  /** Signs sessions and links. Kept in `dataDir/secret` when the operator gives none. */
  readonly secret: string;
  readonly trustProxy: boolean;
  readonly logLevel: string;
  /** Jobs done at the same time; 0 leaves them to another process. */
  readonly workers: number;
  readonly rateLimits: boolean;
  /** Where the working days of the brokers' desk are counted. */
  readonly deskTimeZone: string;
  /** The service that is asked whether an organisation stands on a list of sanctions. Undefined: nobody is asked. */
  readonly screeningUrl: string | undefined;
  /** Null: uploaded files lie under `dataDir`. */
  readonly s3: S3Settings | null;
}

/** A bucket for uploaded files. */
export interface S3Settings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly key: string;
  readonly secret: string;
  /** `https://host/bucket/…` and not `https://bucket.host/…`. */
  readonly pathStyle: boolean;
}

export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** A secret of this installation, made once. */
function keptSecret(dataDir: string): string {
  const file = resolve(dataDir, 'secret');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(dataDir, { recursive: true });
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}

/** All that names a bucket, or nothing of it: half a setting would lose files one day. */
function s3From(e: z.output<typeof Environment>): S3Settings | null {
  const { FILES_S3_ENDPOINT: endpoint, FILES_S3_BUCKET: bucket, FILES_S3_KEY: key, FILES_S3_SECRET: secret } = e;
  if (!endpoint && !bucket && !key && !secret) return null;
  if (!endpoint || !bucket || !key || !secret)
    throw new SettingsError(
      'Baraza cannot start with these settings: FILES_S3_ENDPOINT, FILES_S3_BUCKET, FILES_S3_KEY and FILES_S3_SECRET belong together.',
    );
  return { endpoint, bucket, key, secret, region: e.FILES_S3_REGION, pathStyle: e.FILES_S3_PATH_STYLE };
}

/** Reads the environment; a wrong value stops the start with a sentence that names it. `root` is what a relative DATA_DIR starts from. */
export function readSettings(env: Readonly<Record<string, string | undefined>>, root: string): Settings {
  const known = Object.fromEntries(Object.keys(Environment.shape).map((key) => [key, env[key] || undefined]));
  const parsed = Environment.safeParse(known);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      (issue) => `${issue.path.join('.')} ${issue.message} (it is "${env[String(issue.path[0])]}")`,
    );
    throw new SettingsError(`Baraza cannot start with these settings: ${faults.join('; ')}.`);
  }
  const e = parsed.data;
  const dataDir = resolve(root, e.DATA_DIR);
  return {
    port: e.PORT,
    host: e.HOST,
    dataDir,
    databaseUrl: e.DATABASE_URL,
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    demo: e.BARAZA_DEMO,
    demoPassword: e.DEMO_PASSWORD,
    baseUrl: (e.BASE_URL ?? `http://localhost:${e.PORT}`).replace(/\/+$/, ''),
    secret: e.SECRET ?? keptSecret(dataDir),
    trustProxy: e.TRUST_PROXY,
    logLevel: e.LOG_LEVEL,
    workers: e.WORKERS,
    rateLimits: e.RATE_LIMITS,
    deskTimeZone: e.DESK_TIME_ZONE,
    screeningUrl: e.SCREENING_URL,
    s3: s3From(e),
  };
}

/** Injection token: `@Inject(SETTINGS) settings: Settings`. */
export const SETTINGS = Symbol('settings');
